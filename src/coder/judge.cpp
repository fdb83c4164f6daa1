#include "coder/judge.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <random>
#include <sstream>

#include "base/hash.h"

namespace demarche {

namespace {

constexpr std::string_view kMagic = "DMJUDGE1";

// Scores to probabilities over the types but kNone.
template <size_t N>
void softmax(std::array<float, N>& scores) {
  float highest = *std::max_element(scores.begin() + 1, scores.end());
  double sum = 0;
  for (size_t k = 1; k < N; ++k) sum += scores[k] = std::exp(scores[k] - highest);
  for (size_t k = 1; k < N; ++k) scores[k] = static_cast<float>(scores[k] / sum);
  scores[0] = 0;
}

}  // namespace

void JudgeFeatures::add(std::string_view name, float value) {
  uint64_t hash = fnv1a(name);
  items.emplace_back(static_cast<uint32_t>((hash ^ (hash >> 32)) & (Judge::kSize - 1)), value);
}

EventType Judgement::best() const {
  return static_cast<EventType>(std::max_element(probability.begin() + 1, probability.end()) - probability.begin());
}

Judgement Judge::judge(const JudgeFeatures& features) const {
  Judgement made;
  for (auto [index, value] : features.items)
    for (size_t k = 1; k < kTypes; ++k) made.probability[k] += value * weights_[index * kTypes + k];
  softmax(made.probability);
  return made;
}

Judge Judge::train(const std::vector<JudgeExample>& examples, const JudgeTraining& options) {
  Judge mean;
  JudgeTraining one = options;
  for (int i = 0; i < options.orders; ++i, ++one.seed) {
    Judge judge = train_once(examples, one);
    for (size_t w = 0; w < mean.weights_.size(); ++w) mean.weights_[w] += judge.weights_[w] / static_cast<float>(options.orders);
  }
  return mean;
}

Judge Judge::train_once(const std::vector<JudgeExample>& examples, const JudgeTraining& options) {
  Judge judge;
  std::vector<float> squares(judge.weights_.size(), 1e-4f), total(judge.weights_.size(), 0);
  std::vector<size_t> order;
  for (size_t i = 0; i < examples.size(); ++i) order.insert(order.end(), static_cast<size_t>(std::max(examples[i].times, 0)), i);
  std::mt19937_64 random(options.seed);
  for (int round = 0; round < options.rounds; ++round) {
    // Fisher and Yates with the raw generator: std::shuffle differs between libraries.
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (size_t at : order) {
      const JudgeExample& one = examples[at];
      Judgement now = judge.judge(one.features);
      for (auto [index, value] : one.features.items) {
        for (size_t k = 1; k < kTypes; ++k) {
          size_t w = index * kTypes + k;
          double gradient = (now.probability[k] - (k == static_cast<size_t>(one.type))) * value +
                            options.l2 * static_cast<double>(examples.size()) * judge.weights_[w];
          squares[w] += static_cast<float>(gradient * gradient);
          judge.weights_[w] -= static_cast<float>(options.rate * gradient / std::sqrt(squares[w]));
        }
      }
    }
    // The mean of the second half of the rounds is steadier than the last.
    if (round >= options.rounds / 2)
      for (size_t w = 0; w < total.size(); ++w) total[w] += judge.weights_[w];
  }
  float rounds = static_cast<float>(options.rounds - options.rounds / 2);
  for (size_t w = 0; w < total.size(); ++w) judge.weights_[w] = total[w] / rounds;
  return judge;
}

// The file: magic, hash of what follows (64 hex digits), count, then (index u32, scale f32, kTypes int8) for every row that is not zero.
Status Judge::save(const std::string& path) const {
  std::string body;
  auto put = [&](const auto& value) { body.append(reinterpret_cast<const char*>(&value), sizeof value); };
  uint32_t rows = 0;
  std::string data;
  std::swap(body, data);
  for (uint32_t index = 0; index < kSize; ++index) {
    float largest = 0;
    for (size_t k = 0; k < kTypes; ++k) largest = std::max(largest, std::abs(weights_[index * kTypes + k]));
    if (largest < 0.02f) continue;
    ++rows;
    put(index);
    put(largest / 127);
    for (size_t k = 0; k < kTypes; ++k) put(static_cast<int8_t>(std::lround(weights_[index * kTypes + k] / (largest / 127))));
  }
  std::swap(body, data);
  put(rows);
  body += data;
  std::ofstream out(path, std::ios::binary);
  out << kMagic << sha256(body) << body;
  if (!out.flush()) return Error{ErrorCode::kIo, "cannot be written", path};
  return success();
}

Result<std::shared_ptr<const Judge>> Judge::load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kIo, "no judge here: `demarche train --judge` makes one", path};
  std::stringstream bytes;
  bytes << in.rdbuf();
  std::string all = bytes.str();
  constexpr size_t kHead = 8 + 64 + 4, kRow = 4 + 4 + kTypes;
  if (all.size() < kHead || !all.starts_with(kMagic)) return Error{ErrorCode::kBadModel, "no judge of this version", path};
  std::string_view body = std::string_view(all).substr(72);
  if (sha256(body) != std::string_view(all).substr(8, 64))
    return Error{ErrorCode::kBadModel, "damaged: its hash does not fit its bytes", path};
  uint32_t rows = 0;
  std::memcpy(&rows, body.data(), 4);
  if (body.size() != 4 + size_t{rows} * kRow) return Error{ErrorCode::kBadModel, "damaged: wrong length", path};
  auto judge = std::make_shared<Judge>();
  for (uint32_t row = 0; row < rows; ++row) {
    const char* at = body.data() + 4 + row * kRow;
    uint32_t index = 0;
    float scale = 0;
    std::memcpy(&index, at, 4);
    std::memcpy(&scale, at + 4, 4);
    if (index >= kSize) return Error{ErrorCode::kBadModel, "damaged: a row beyond the end", path};
    for (size_t k = 0; k < kTypes; ++k) judge->weights_[index * kTypes + k] = scale * static_cast<float>(static_cast<int8_t>(at[8 + k]));
  }
  return std::shared_ptr<const Judge>(std::move(judge));
}

}  // namespace demarche

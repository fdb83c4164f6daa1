#include "language/teachers.h"

#include <algorithm>
#include <cmath>

#include "language/model_file.h"
#include "language/spanning_tree.h"

namespace demarche {
namespace {

constexpr float kLeastShare = 0.01F;

/// Adds each row's probabilities, times `weight`, to `sums`.
void add_probabilities(const std::vector<float>& odds, size_t size, float weight, std::vector<float>& sums) {
  sums.resize(odds.size(), 0.0F);
  for (size_t at = 0; at < odds.size(); at += size) {
    float most = *std::max_element(odds.begin() + static_cast<std::ptrdiff_t>(at), odds.begin() + static_cast<std::ptrdiff_t>(at + size));
    float total = 0;
    for (size_t i = 0; i < size; ++i) total += std::exp(odds[at + i] - most);
    for (size_t i = 0; i < size; ++i) sums[at + i] += weight * std::exp(odds[at + i] - most) / total;
  }
}

Beliefs beliefs_of(const std::vector<float>& probabilities, size_t size) {
  Beliefs beliefs;
  beliefs.begin.push_back(0);
  for (size_t at = 0; at < probabilities.size(); at += size) {
    for (size_t i = 0; i < size; ++i) {
      if (probabilities[at + i] < kLeastShare) continue;
      beliefs.label.push_back(static_cast<int16_t>(i));
      beliefs.share.push_back(probabilities[at + i]);
    }
    beliefs.begin.push_back(static_cast<uint32_t>(beliefs.label.size()));
  }
  return beliefs;
}

std::vector<int16_t> best_heads(const std::vector<float>& arcs, size_t words) {
  std::vector<float> odds(arcs.size());
  for (size_t i = 0; i < arcs.size(); ++i) odds[i] = std::log(std::max(arcs[i], 1e-9F));
  std::vector<int16_t> heads(words);
  best_tree(odds.data(), words, heads.data());
  return heads;
}

}  // namespace

struct Teachers::Model {
  Model(Inventory tables, Network trained) : inventory(std::move(tables)), network(std::move(trained)), encoder(inventory) {}

  Inventory inventory;
  Network network;
  Encoder encoder;
};

Teachers::Teachers() = default;
Teachers::~Teachers() = default;
Teachers::Teachers(Teachers&&) noexcept = default;
Teachers& Teachers::operator=(Teachers&&) noexcept = default;

Result<Teachers> Teachers::open(const std::vector<std::string>& paths, const Inventory& inventory) {
  Teachers teachers;
  for (const std::string& path : paths) {
    auto file = ModelFile::open(path);
    if (!file) return file.error();
    Result<Inventory> own = read_inventory(**file);
    if (!own) return Error{own.error().code, own.error().message, path};
    Result<Network> network = read_network(**file);
    if (!network) return Error{network.error().code, network.error().message, path};
    if (own->xpos != inventory.xpos || own->feats != inventory.feats || own->lemma_rules != inventory.lemma_rules)
      return Error{ErrorCode::kBadInput, "has other labels than the treebanks; a teacher is trained on the same ones", path};
    teachers.models_.push_back(std::make_unique<Model>(std::move(*own), std::move(*network)));
  }
  return teachers;
}

Lesson Teachers::teach(const Sentence& sentence, std::vector<int16_t>& heads) {
  const size_t words = sentence.size();
  const float weight = 1.0F / static_cast<float>(models_.size());
  std::vector<float> upos, xpos, feats, lemma, arc, relation, odds;
  for (auto& model : models_) {
    EncodedSentence encoded;
    std::vector<std::string_view> forms;
    std::deque<std::string> lowered;
    model->encoder.read_forms(sentence.words, forms, lowered);
    for (std::string_view form : forms) model->encoder.add_word(form, encoded);
    Scores scores;
    model->network.score({&encoded}, scores);
    const NetworkShape& shape = model->network.shape();
    add_probabilities(scores.upos, shape.upos, weight, upos);
    add_probabilities(scores.xpos, shape.xpos, weight, xpos);
    add_probabilities(scores.feats, shape.feats, weight, feats);
    add_probabilities(scores.lemma, shape.lemmas, weight, lemma);
    add_probabilities(scores.arc[0], words + 1, weight, arc);
  }
  if (heads.empty()) heads = best_heads(arc, words);
  const NetworkShape& shape = models_.front()->network.shape();
  for (auto& model : models_) {
    model->network.score_relations(heads, odds);
    add_probabilities(odds, shape.relations, weight, relation);
  }
  return Lesson{beliefs_of(upos, shape.upos),    beliefs_of(xpos, shape.xpos), beliefs_of(feats, shape.feats),
                beliefs_of(lemma, shape.lemmas), beliefs_of(arc, words + 1),   beliefs_of(relation, shape.relations)};
}

}  // namespace demarche

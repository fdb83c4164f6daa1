#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "ontology/plover.h"

namespace demarche {

/// Sparse features of a decision: hashed names, each with a value. Order does not matter; names may repeat (their values add up).
struct JudgeFeatures {
  std::vector<std::pair<uint32_t, float>> items;  ///< index below Judge::kSize, value
  /// Adds the feature of that name.
  void add(std::string_view name, float value = 1);
};

/// What the judge thinks of each event type.
struct Judgement {
  std::array<float, static_cast<size_t>(EventType::kCount)> probability{};  ///< sums to 1; kNone stays 0
  EventType best() const;
};

/// A labelled decision for training.
struct JudgeExample {
  JudgeFeatures features;
  EventType type = EventType::kNone;  ///< never kNone
  int times = 1;                      ///< how often a round shows it
};

struct JudgeTraining {
  int rounds = 4;
  double rate = 0.1;
  double l2 = 5e-6;  ///< per example and round
  uint64_t seed = 1;
  int orders = 8;  ///< trainings in orders of their own, whose weights are averaged: one order alone decides close cases by chance
};

/// A multinomial logistic regression over hashed features that breaks ties between frames and codes predicates the lexicon lacks.
/// Immutable after training or loading; threads may share it.
class Judge {
 public:
  static constexpr uint32_t kSize = 1u << 17;

  /// Learns from the examples with AdaGrad, in an order drawn from the seed: the same examples give the same bytes.
  static Judge train(const std::vector<JudgeExample>& examples, const JudgeTraining& options);
  /// Reads what `save` wrote (docs/formats/judge.md); kBadModel if the file is damaged or of another version, kIo if it cannot be read.
  static Result<std::shared_ptr<const Judge>> load(const std::string& path);
  Status save(const std::string& path) const;

  Judgement judge(const JudgeFeatures& features) const;

 private:
  static Judge train_once(const std::vector<JudgeExample>& examples, const JudgeTraining& options);

  static constexpr size_t kTypes = static_cast<size_t>(EventType::kCount);
  std::vector<float> weights_ = std::vector<float>(size_t{kSize} * kTypes, 0);
};

}  // namespace demarche

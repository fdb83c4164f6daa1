#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "language/inventory.h"
#include "language/network.h"
#include "language/sentence.h"

namespace demarche {

/// Trained models that a new one learns from: what they believe on average is softer than a label, and can be had of sentences that nobody
/// labelled (distillation of an ensemble: Kuncoro and others 2016, Hinton and others 2015). Not for threads to share.
class Teachers {
 public:
  /// Opens model files. kIo and kBadModel as ModelFile::open(); kBadInput where a model's labels are not those of `inventory`, which is so
  /// if it was trained on other data.
  static Result<Teachers> open(const std::vector<std::string>& paths, const Inventory& inventory);
  ~Teachers();
  Teachers(Teachers&&) noexcept;
  Teachers& operator=(Teachers&&) noexcept;

  bool empty() const { return models_.empty(); }
  /// What they believe of the sentence's words. `heads` are those that relations are believed of (0 the root, i + 1 the word i; below 0
  /// taken for the root); if it is empty it is set to those of the tree that they believe in most.
  Lesson teach(const Sentence& sentence, std::vector<int16_t>& heads);

 private:
  struct Model;
  Teachers();
  std::vector<std::unique_ptr<Model>> models_;
};

}  // namespace demarche

#pragma once
#include <vector>

#include "language/inventory.h"
#include "language/network.h"
#include "language/sentence.h"

namespace demarche {

/// The slow, obvious way from words to analysis: the training network without noise, in floating point, one sentence at a time. Training
/// measures itself with it and tests hold the fast analyzer against it. Not for threads to share.
class ReferenceParser {
 public:
  /// Both must outlive the parser, the inventory also the words' views.
  ReferenceParser(const Inventory& inventory, Network& network);
  void annotate(std::vector<Sentence>& sentences);

 private:
  void annotate(Sentence& sentence, size_t first, size_t count);

  const Inventory& inventory_;
  Network& network_;
  Encoder encoder_;
  Scores scores_;
};

}  // namespace demarche

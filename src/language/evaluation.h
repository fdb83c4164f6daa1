#pragma once
#include <cstddef>
#include <vector>

#include "language/sentence.h"

namespace demarche {

/// Counts over words whose boundaries are given (gold tokens). As in the CoNLL 2018 shared task, `labelled` compares relations without
/// subtype; `labelled_full` compares them whole.
struct ParseScores {
  size_t sentences = 0;
  size_t words = 0;
  size_t upos = 0;
  size_t xpos = 0;
  size_t feats = 0;
  size_t lemma = 0;
  size_t attached = 0;
  size_t labelled = 0;
  size_t labelled_full = 0;
  size_t whole = 0;  ///< sentences with every head and relation right

  ParseScores& operator+=(const ParseScores& other);
  double percent(size_t count) const { return words == 0 ? 0.0 : 100.0 * static_cast<double>(count) / static_cast<double>(words); }
};

/// Compares one sentence; both must have the same words. A gold lemma `_` or "" is right whatever was predicted.
ParseScores compare(const Sentence& gold, const Sentence& predicted);

}  // namespace demarche

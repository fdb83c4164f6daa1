#pragma once
#include <cstdint>
#include <optional>
#include <span>

#include "language/inventory.h"
#include "language/sentence.h"

namespace demarche {

/// One word's log-odds: as many as the inventory has labels of each kind.
struct TagOdds {
  const float* upos = nullptr;
  const float* xpos = nullptr;
  const float* feats = nullptr;
  const float* lemma = nullptr;
};

/// Sets tags and features to the combination seen in training that has the greatest odds and suits the word's relation, if it has one yet
/// (a relation that the tags make likely is asked no further), and the lemma of `word` by a rule seen with its
/// tag and applied to `form`. The views point into the inventory.
void assign_tags(const Inventory& inventory, const TagOdds& odds, std::string_view form, Word& word);

/// The two halves of assign_tags(), for who would rather not have the odds of lemmas for nothing. The first sets all but a lemma that
/// needs them, and then gives the number of the word's XPOS, for the second; it never reads `odds.lemma`.
std::optional<size_t> assign_all_but_lemma(const Inventory& inventory, const TagOdds& odds, std::string_view form, Word& word);
void assign_lemma(const Inventory& inventory, const float* odds, size_t xpos, std::string_view form, Word& word);

/// The best relation of a word: the root's is kRoot, no other word's is.
Deprel best_relation(const float* odds, bool root);

/// Gives a sentence that was parsed in pieces one root: the roots of later pieces (those words of head -1 after the first) hang on it by
/// parataxis.
void join_pieces(std::span<Word> words);

/// Sentences longer than this are parsed in pieces of this many words, so that time stays linear.
constexpr size_t kLongestPiece = 400;

}  // namespace demarche

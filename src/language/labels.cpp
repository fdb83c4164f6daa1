#include "language/labels.h"

#include <algorithm>

#include "language/lemma.h"

namespace demarche {
namespace {

size_t best_of(const float* odds, size_t count) { return static_cast<size_t>(std::max_element(odds, odds + count) - odds); }

}  // namespace

void assign_tags(const Inventory& inventory, const TagOdds& odds, Word& word) {
  size_t upos = best_of(odds.upos, kUposCount);
  word.upos = static_cast<Upos>(upos);
  word.xpos = inventory.xpos[best_of(odds.xpos, inventory.xpos.size())];
  const size_t count = inventory.feats.size();
  const uint8_t* allowed = inventory.feats_of_upos.data() + upos * count;
  size_t best = count;
  for (size_t i = 0; i < count; ++i)
    if (allowed[i] != 0 && (best == count || odds.feats[i] > odds.feats[best])) best = i;
  word.feats = best == count ? std::string_view() : std::string_view(inventory.feats[best]);
  apply_lemma_rule(inventory.lemma_rules[best_of(odds.lemma, inventory.lemma_rules.size())], word.form, word.lemma);
}

Deprel best_relation(const float* odds, bool root) {
  if (root) return Deprel::kRoot;
  size_t best = static_cast<size_t>(Deprel::kDep);
  for (size_t i = static_cast<size_t>(Deprel::kNone) + 1; i < kRelationCount; ++i)
    if (i != static_cast<size_t>(Deprel::kRoot) && odds[i] > odds[best]) best = i;
  return static_cast<Deprel>(best);
}

void join_pieces(std::span<Word> words) {
  int16_t root = -1;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].head >= 0) continue;
    if (root < 0) {
      root = static_cast<int16_t>(i);
    } else {
      words[i].head = root;
      words[i].rel = Deprel::kParataxis;
    }
  }
}

}  // namespace demarche

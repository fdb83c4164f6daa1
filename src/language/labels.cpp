#include "language/labels.h"

#include <algorithm>

#include "language/fast_math.h"
#include "language/lemma.h"

namespace demarche {
namespace {

constexpr float kNearlyAsGood = 3.5F;  // in log-odds

/// The first of the greatest. Finding the value with vectors and then its place is faster than one pass that carries both.
size_t best_of(const float* odds, size_t count) {
  size_t whole = count / kLanes * kLanes;
  float most = odds[0];
  if (whole > 0) {
    Floats lanes = floats_at(odds);
    for (size_t i = kLanes; i < whole; i += kLanes) {
      Floats next = floats_at(odds + i);
      lanes = next > lanes ? next : lanes;
    }
    for (size_t i = 0; i < kLanes; ++i) most = std::max(most, lanes[i]);
  }
  for (size_t i = whole; i < count; ++i) most = std::max(most, odds[i]);
  size_t best = 0;
  while (best + 1 < count && odds[best] != most) ++best;
  return best;
}

/// The seen combination of tags with the greatest sum of log-odds.
Reading best_reading(const Inventory& inventory, const TagOdds& odds, Deprel rel) {
  const float* fit = inventory.fit.empty() || rel == Deprel::kNone ? nullptr : inventory.fit.data() + static_cast<size_t>(rel);
  // If the best of each kind were seen together, they are it; most often they were.
  Reading best = {static_cast<uint16_t>(best_of(odds.upos, kUposCount)), static_cast<uint16_t>(best_of(odds.xpos, inventory.xpos.size())),
                  static_cast<uint16_t>(best_of(odds.feats, inventory.feats.size()))};
  size_t pair = best.upos * inventory.xpos.size() + best.xpos;
  for (size_t i = inventory.first_reading[pair]; i < inventory.first_reading[pair + 1]; ++i)
    if (inventory.readings[i].feats == best.feats && (fit == nullptr || fit[i * kRelationCount] >= 0)) return best;
  float most = 0;
  for (size_t i = 0; i < inventory.readings.size(); ++i) {
    const Reading& reading = inventory.readings[i];
    float sum = odds.upos[reading.upos] + odds.xpos[reading.xpos] + odds.feats[reading.feats];
    if (fit != nullptr) sum += fit[i * kRelationCount];
    if (i != 0 && sum <= most) continue;
    most = sum;
    best = reading;
  }
  return best;
}

bool is_known_lemma(const Inventory& inventory, const Word& word) {
  return std::binary_search(inventory.lemmas.begin(), inventory.lemmas.end(), lemma_key(word.lemma, word.upos));
}

}  // namespace

/// The best rule among those that were seen with the tag; where that makes no word that is known, the best of the nearly as good ones that
/// does.
void assign_lemma(const Inventory& inventory, const float* odds, size_t xpos, std::string_view form, Word& word) {
  const size_t count = inventory.lemma_rules.size();
  const uint8_t* seen = inventory.rules_of_xpos.data() + xpos * count;
  size_t best = best_of(odds, count);
  if (seen[best] == 0) {
    size_t choice = count;
    for (size_t i = 0; i < count; ++i)
      if (seen[i] != 0 && (choice == count || odds[i] > odds[choice])) choice = i;
    if (choice != count) best = choice;
  }
  apply_lemma_rule(inventory.lemma_rules[best], form, word.lemma);
  if (is_known_lemma(inventory, word)) return;
  size_t choice = count;
  for (size_t i = 0; i < count; ++i) {
    if (seen[i] == 0 || odds[i] < odds[best] - kNearlyAsGood || (choice != count && odds[i] <= odds[choice])) continue;
    apply_lemma_rule(inventory.lemma_rules[i], form, word.lemma);
    if (is_known_lemma(inventory, word)) choice = i;
  }
  apply_lemma_rule(inventory.lemma_rules[choice == count ? best : choice], form, word.lemma);
}

std::optional<size_t> assign_all_but_lemma(const Inventory& inventory, const TagOdds& odds, std::string_view form, Word& word) {
  Reading reading = best_reading(inventory, odds, word.rel);
  word.upos = static_cast<Upos>(reading.upos);
  word.xpos = inventory.xpos[reading.xpos];
  word.feats = inventory.feats[reading.feats];
  std::optional<uint16_t> rule = inventory.seen_rule(form, word.xpos);
  if (!rule) return reading.xpos;
  apply_lemma_rule(inventory.lemma_rules[*rule], form, word.lemma);
  return std::nullopt;
}

void assign_tags(const Inventory& inventory, const TagOdds& odds, std::string_view form, Word& word) {
  if (auto xpos = assign_all_but_lemma(inventory, odds, form, word)) assign_lemma(inventory, odds.lemma, *xpos, form, word);
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

#include "actors/victims.h"

#include <algorithm>
#include <array>

#include "base/lists.h"

namespace demarche {

namespace {

bool has_sector(const Draft& draft, std::string_view sector) {
  return std::find(draft.sectors.begin(), draft.sectors.end(), sector) != draft.sectors.end();
}

// The head of the whole phrase that a name, an adjective or a conjunct stands in.
int phrase_top(const Tree& tree, int word) {
  for (int steps = 0; tree.head(word) >= 0 && steps < 4; word = tree.head(word), ++steps) {
    Deprel rel = base(tree.word(word).rel);
    if (rel != Deprel::kAmod && rel != Deprel::kCompound && rel != Deprel::kConj && rel != Deprel::kNmodPoss) break;
  }
  return word;
}

bool single(const Tree& tree, int noun) {
  for (uint16_t c : tree.children(noun))
    if (c < noun && tree.word(noun).xpos != "NNS" && (tree.word(c).lemma == "a" || tree.word(c).lemma == "an")) return true;
  return false;
}

}  // namespace

bool of_many_states(const Tree& tree, const Draft& draft) {
  static constexpr std::array<std::string_view, 7> kMany{"many", "several", "most", "all", "various", "numerous", "other"};
  int head = draft.mention.head;
  const Lemma& lemma = tree.word(head).lemma;
  bool heads = lemma == "government" || lemma == "minister" || lemma == "ambassador";
  if (!draft.plural || !heads || draft.definite || base(tree.word(head).rel) != Deprel::kNsubj) return false;
  for (uint16_t c : tree.children(head))
    if (c < head && (tree.word(c).rel == Deprel::kNummod || among(kMany, tree.word(c).lemma))) return true;
  return false;
}

bool suffers(const Tree& tree, const Lexicon& lexicon, const Draft& doer, const Draft& other) {
  int who = tree.first_conjunct(doer.mention.head);
  int verb = tree.head(who);
  Deprel role = tree.word(who).rel;
  bool active = role == Deprel::kNsubj;
  if (verb < 0 || (!active && role != Deprel::kOblAgent)) return false;
  int top = phrase_top(tree, other.mention.head);
  Deprel rel = tree.word(top).rel;
  bool rebels = has_sector(doer, "REB") || has_sector(doer, "OPP");
  // *Troops left Vietnam, the ministry protested to France*: who deals with a state is not of it; rebels may be.
  bool state = other.what == Draft::What::kEntry && top == other.mention.head && tree.word(top).upos == Upos::kPropn;
  if (state && active && !rebels && tree.head(top) == verb) {
    std::string_view way = tree.case_lemma(top);
    return base(rel) == Deprel::kObj || base(rel) == Deprel::kIobj || way == "to" || way == "from" || way == "against" || way == "with" ||
           way == "into";
  }
  bool object = active ? base(rel) == Deprel::kObj || base(rel) == Deprel::kIobj : rel == Deprel::kNsubjPass;
  if (!object || tree.first_conjunct(tree.head(top)) != tree.first_conjunct(verb)) return false;
  bool one = single(tree, top);
  if (other.what == Draft::What::kAgent) {
    bool of_state = has_sector(other, "MIL") || has_sector(other, "GOV") || has_sector(other, "COP");
    return !rebels || !of_state || one;
  }
  bool nationals = !other.uses.empty() && other.uses.front().sense == NameSense::kNational;
  return (one && rebels) || nationals || lexicon.name_words().has(tree.word(top).lemma, NameSign::kHuman);
}

std::optional<uint32_t> comrades_country(const Tree& tree, const std::vector<Draft>& drafts, const Draft& draft) {
  for (const Draft& other : drafts)
    if (other.what == Draft::What::kAgent && other.mention.last < draft.mention.first && !other.countries.empty() &&
        has_sector(other, "MIL") && base(tree.word(other.mention.head).rel) == Deprel::kNsubj)
      return other.countries.front();
  return std::nullopt;
}

}  // namespace demarche

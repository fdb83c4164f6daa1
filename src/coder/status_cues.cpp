#include "coder/status_cues.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "base/strings.h"
#include "coder/status_values.h"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 7> kNegators{"not", "never", "neither", "nor", "n't", "n’t", "nowhere"};

bool denies_nothing(std::string_view next) {
  static constexpr std::array<std::string_view, 9> kFocus{"only",        "just",    "merely", "simply", "solely",
                                                          "necessarily", "exactly", "least",  "alone"};
  return among(kFocus, next);
}

// *no talks*, *none*, *nobody*
bool empty_phrase(const Tree& tree, int i) {
  static constexpr std::array<std::string_view, 4> kEmpty{"none", "nobody", "nothing", "no one"};
  std::string lemma = lower_ascii(tree.word(i).lemma);
  if (among(kEmpty, lemma)) return true;
  if (lemma == "one" && i > 0 && lower_ascii(tree.word(i - 1).lemma) == "no") return true;
  for (uint16_t d : tree.children(i)) {
    Deprel rel = base(tree.word(d).rel);
    if (rel != Deprel::kDet && rel != Deprel::kCc) continue;
    std::string first = lower_ascii(tree.word(d).lemma);
    if ((rel == Deprel::kDet && first == "no") || first == "neither") return true;
  }
  return false;
}

// *under no circumstances, in no way, at no time*
bool no_way(const Tree& tree, int i) {
  static constexpr std::array<std::string_view, 7> kManner{"circumstance", "way", "time", "case", "account", "means", "sense"};
  return among(kManner, lower_ascii(tree.word(i).lemma)) && empty_phrase(tree, i);
}

bool quotation_mark(const Tree& tree, int i) {
  static constexpr std::array<std::string_view, 5> kMarks{"\"", "“", "”", "``", "''"};
  return i >= 0 && i < tree.size() && among(kMarks, tree.word(i).form);
}

struct Named {
  Signature signature;
  std::string_view class_name;
};

// Looked up in this order: where a word is in several classes the first one that fits the form of the complement wins.
constexpr std::array<Named, 15> kOfInfinitive{{{Signature::kFailed, "cue_failed"},
                                               {Signature::kRefused, "cue_refused"},
                                               {Signature::kThreatened, "cue_threatened"},
                                               {Signature::kTried, "cue_tried"},
                                               {Signature::kPlanned, "cue_planned"},
                                               {Signature::kAble, "cue_able"},
                                               {Signature::kAchieved, "cue_achieved"},
                                               {Signature::kCaused, "cue_caused"},
                                               {Signature::kOffered, "cue_offered"},
                                               {Signature::kExpected, "cue_expected"},
                                               {Signature::kRequested, "cue_requested"},
                                               {Signature::kSeemed, "cue_seemed"},
                                               {Signature::kDoubted, "cue_doubted"},
                                               {Signature::kFancied, "cue_fancied"},
                                               {Signature::kHoped, "cue_hoped"}}};
constexpr std::array<Named, 16> kOfGerund{{{Signature::kEnded, "cue_ended"},
                                           {Signature::kFailed, "cue_failed"},
                                           {Signature::kRefused, "cue_refused"},
                                           {Signature::kDenied, "cue_disputed"},
                                           {Signature::kThreatened, "cue_threatened"},
                                           {Signature::kOffered, "cue_offered"},
                                           {Signature::kClaimed, "cue_accused"},
                                           {Signature::kFact, "cue_fact"},
                                           {Signature::kAchieved, "cue_achieved"},
                                           {Signature::kTried, "cue_tried"},
                                           {Signature::kFancied, "cue_fancied"},
                                           {Signature::kRequested, "cue_requested"},
                                           {Signature::kPlanned, "cue_planned"},
                                           {Signature::kExpected, "cue_expected"},
                                           {Signature::kHoped, "cue_hoped"},
                                           {Signature::kAble, "cue_able"}}};
constexpr std::array<Named, 14> kOfClause{{{Signature::kDenied, "cue_disputed"},
                                           {Signature::kDoubted, "cue_doubted"},
                                           {Signature::kFancied, "cue_fancied"},
                                           {Signature::kThreatened, "cue_threatened"},
                                           {Signature::kOffered, "cue_offered"},
                                           {Signature::kFact, "cue_fact"},
                                           {Signature::kExpected, "cue_expected"},
                                           {Signature::kBelieved, "cue_believed"},
                                           {Signature::kClaimed, "cue_claimed"},
                                           {Signature::kSaid, "cue_said"},
                                           {Signature::kSeemed, "cue_seemed"},
                                           {Signature::kPlanned, "cue_planned"},
                                           {Signature::kHoped, "cue_hoped"},
                                           {Signature::kSaid, "cue_requested"}}};
constexpr std::array<Named, 11> kOfNoun{{{Signature::kFailed, "cue_failed"},
                                         {Signature::kRefused, "cue_refused"},
                                         {Signature::kDenied, "cue_disputed"},
                                         {Signature::kThreatened, "cue_threatened"},
                                         {Signature::kOffered, "cue_offered"},
                                         {Signature::kRequested, "cue_requested"},
                                         {Signature::kPlanned, "cue_planned"},
                                         {Signature::kExpected, "cue_expected"},
                                         {Signature::kTried, "cue_tried"},
                                         {Signature::kDoubted, "cue_doubted"},
                                         {Signature::kHoped, "cue_hoped"}}};

// *decided to, decided on*: verbs that are cues of their own kind with an infinitive only, or only without one.
bool told_to(std::string_view lemma) {
  return lemma == "tell" || lemma == "say" || lemma == "warn" || lemma == "remind";
}

template <size_t N>
Signature first_of(const std::array<Named, N>& table, const auto& holds) {
  for (const Named& one : table)
    if (holds(one.class_name)) return one.signature;
  return Signature::kNone;
}

}  // namespace

bool verbal(const Word& word) {
  return word.upos == Upos::kVerb || word.upos == Upos::kAux;
}

bool clausal(const Tree& tree, int i) {
  return verbal(tree.word(i)) || tree.has_child(i, Deprel::kCop);
}

Transfer transfer_of(Signature signature, const StatusValues& v) {
  switch (signature) {
    case Signature::kNone:
    case Signature::kThrough:
      return {v.through, -v.through, 0};
    case Signature::kAchieved:
      return {v.achieved, v.not_achieved, 0};
    case Signature::kCaused:
      return {v.caused, v.not_caused, 0};
    case Signature::kFailed:
      return {v.failed, v.not_failed, 0};
    case Signature::kRefused:
      return {v.refused, v.not_refused, 0};
    case Signature::kFact:
      return {v.fact, v.not_fact, v.open_fact};
    case Signature::kSaid:
      return {v.said, v.not_said, v.open_said};
    case Signature::kClaimed:
      return {v.claimed, v.not_claimed, v.open_claimed};
    case Signature::kBelieved:
      return {v.believed, v.not_believed, v.open_believed};
    case Signature::kSeemed:
      return {v.seemed, v.not_seemed, v.open_seemed};
    case Signature::kDenied:
      return {v.denied_clause, v.not_denied_clause, 0};
    case Signature::kDoubted:
      return {v.doubted, v.not_doubted, 0};
    case Signature::kFancied:
      return {v.fancied, v.not_fancied, 0};
    case Signature::kPlanned:
      return {v.planned, v.not_planned, 0};
    case Signature::kExpected:
      return {v.expected, v.not_expected, 0};
    case Signature::kOffered:
      return {v.offered, v.not_offered, 0};
    case Signature::kRequested:
      return {v.requested, v.not_requested, 0};
    case Signature::kThreatened:
      return {v.threatened, v.not_threatened, 0};
    case Signature::kHoped:
      return {v.hoped, v.not_hoped, 0};
    case Signature::kTried:
      return {v.tried, v.not_tried, 0};
    case Signature::kAble:
      return {v.able, v.not_able, 0};
    case Signature::kEnded:
      return {v.ended, v.not_ended, v.ended};
  }
  return {1, -1, 0};
}

bool StatusCues::holds(const std::string& lemma, std::string_view class_name) const {
  return classes_.has(lemma, class_name);
}

std::string StatusCues::phrase(const Tree& tree, int i) const {
  int particle = tree.child(i, Deprel::kCompoundPrt);
  // *backed away* where the parse takes the particle for an adverb.
  if (particle < 0 && i + 1 < tree.size() && tree.head(i + 1) == i && tree.word(i + 1).rel == Deprel::kAdvmod) particle = i + 1;
  return particle < 0 ? std::string() : lower_ascii(tree.word(i).lemma) + " " + lower_ascii(tree.word(particle).lemma);
}

bool StatusCues::is(const Tree& tree, int i, std::string_view class_name) const {
  std::string with_particle = phrase(tree, i);
  if (!with_particle.empty() && !classes_.of(with_particle).empty()) return holds(with_particle, class_name);
  return holds(lower_ascii(tree.word(i).lemma), class_name);
}

Signature StatusCues::signature(const Tree& tree, int i, Complement form) const {
  const Word& word = tree.word(i);
  auto holds = [&](std::string_view class_name) { return is(tree, i, class_name); };
  std::string lemma = lower_ascii(word.lemma);
  bool passive = tree.has_child(i, Deprel::kAuxPass);
  switch (form) {
    case Complement::kInfinitive:
      if (told_to(lemma)) return passive && lemma == "say" ? Signature::kClaimed : Signature::kRequested;
      if (holds("cue_expected")) return Signature::kExpected;
      if (lemma == "order" && tree.has_child(i, Deprel::kObj)) return Signature::kRequested;
      // *is prepared to sign* is ready to; *prepares to sign* plans it.
      if (lemma == "prepared" || (lemma == "prepare" && (passive || tree.has_child(i, Deprel::kCop)))) return Signature::kOffered;
      if (passive && holds("cue_fact") && !holds("cue_requested") && !holds("cue_failed")) return Signature::kFact;
      if (passive && (holds("cue_believed") || holds("cue_claimed")) && !holds("cue_requested")) return Signature::kClaimed;
      if (lemma == "want" || lemma == "seek" || lemma == "need")
        return tree.has_child(i, Deprel::kObj) && lemma != "seek" ? Signature::kRequested
               : lemma == "seek"                                  ? Signature::kRequested
                                                                  : Signature::kHoped;
      return first_of(kOfInfinitive, holds);
    case Complement::kGerund:
      return first_of(kOfGerund, holds);
    case Complement::kClause:
      return lemma == "suggest" || lemma == "warn" ? Signature::kHoped : first_of(kOfClause, holds);
    case Complement::kNoun:
      if (lemma == "open" && verbal(word)) return Signature::kNone;  // *opened talks* is no offer; *is open to talks* is
      return first_of(kOfNoun, holds);
  }
  return Signature::kNone;
}

std::optional<Modal> StatusCues::modal(const Tree& tree, int i, int& at, const StatusValues& v) {
  bool perfect = false;
  std::string found;
  for (uint16_t c : tree.children(i)) {
    if (base(tree.word(c).rel) != Deprel::kAux) continue;
    std::string lemma = lower_ascii(tree.word(c).lemma);
    // The nearest counts: a *should* of a condition before it may hang on the same verb.
    if (tree.word(c).xpos == "MD" && c < i)
      found = lemma, at = c;
    else if (lemma == "have" && !found.empty())
      perfect = true;
  }
  if (found == "will" || found == "shall" || found == "'ll" || found == "’ll" || found == "wo")
    return Modal{EventStatus::kPlanned, v.will, v.will_not};
  if (found == "would" || found == "'d" || found == "’d")
    return perfect ? Modal{EventStatus::kPossible, v.would_have, v.would_not_have} : Modal{EventStatus::kPossible, v.would, v.would_not};
  if (found == "may" || found == "might")
    return perfect ? Modal{EventStatus::kPossible, v.may_have, v.may_not_have} : Modal{EventStatus::kPossible, v.may, v.may_not};
  if (found == "could")
    return perfect ? Modal{EventStatus::kPossible, v.could_have, v.could_not_have} : Modal{EventStatus::kPossible, v.could, v.could_not};
  if (found == "can" || found == "ca") return Modal{EventStatus::kPossible, v.can, v.can_not};
  if (found == "must")
    return perfect ? Modal{std::nullopt, v.must_have, v.must_not_have} : Modal{EventStatus::kRequested, v.must, v.must_not};
  if (found == "should" || found == "ought")
    return perfect ? Modal{EventStatus::kPossible, v.should_have, v.should_not_have}
                   : Modal{EventStatus::kRequested, v.should, v.should_not};
  return std::nullopt;
}

Complement complement_form(const Tree& tree, int i) {
  const Word& word = tree.word(i);
  bool copula = tree.has_child(i, Deprel::kCop);
  if (!verbal(word) && !copula) {
    bool small = base(word.rel) == Deprel::kXcomp || base(word.rel) == Deprel::kAdvcl;
    return base(word.rel) == Deprel::kCcomp ? Complement::kClause : small ? Complement::kInfinitive : Complement::kNoun;
  }
  bool helped = false;
  for (uint16_t c : tree.children(i)) helped = helped || tree.word(c).rel == Deprel::kAux;
  for (uint16_t c : tree.children(i)) {
    const Word& child = tree.word(c);
    if (child.rel == Deprel::kMark && lower_ascii(child.lemma) == "to") return Complement::kInfinitive;
    // *demanded that he leave, that they be freed* ask; *that he left* tells.
    if ((child.rel == Deprel::kCop || child.rel == Deprel::kAuxPass) && child.xpos == "VB" && !helped) return Complement::kInfinitive;
    if (base(child.rel) == Deprel::kAux && child.xpos != "VBN" && child.xpos != "VBG") return Complement::kClause;
    if (child.rel == Deprel::kCop) return child.xpos == "VBG" ? Complement::kGerund : Complement::kClause;
  }
  if (word.xpos == "VB") return Complement::kInfinitive;
  if (word.xpos == "VBG") return Complement::kGerund;
  if (word.xpos == "VBN" && base(word.rel) == Deprel::kXcomp) return Complement::kInfinitive;
  return Complement::kClause;
}

int denier(const Tree& tree, int i) {
  for (uint16_t c : tree.children(i)) {
    const Word& child = tree.word(c);
    Deprel rel = base(child.rel);
    std::string lemma = lower_ascii(child.lemma);
    if (among(kNegators, lemma) && (rel == Deprel::kAdvmod || rel == Deprel::kDet || (rel == Deprel::kCc && lemma == "nor"))) {
      if (c + 1 >= tree.size() || !denies_nothing(lower_ascii(tree.word(c + 1).lemma))) return c;
    }
    // *has yet to confirm it*
    if (lemma == "to" && child.rel == Deprel::kMark && c > 0 && lower_ascii(tree.word(c - 1).lemma) == "yet") return c - 1;
    if ((lemma == "longer" || lower_ascii(child.form) == "longer") && c > 0 && lower_ascii(tree.word(c - 1).lemma) == "no") return c;
    // The no of a “no limits” partnership stands in a name that quotation marks set off before its noun.
    bool name = rel == Deprel::kDet && quotation_mark(tree, c - 1) && c + 1 < i;
    for (int k = c + 1; name && k <= i; ++k) {
      if (quotation_mark(tree, k)) break;
      name = k < i;
    }
    if (lemma == "no" && name) continue;
    if (lemma == "no" && rel == Deprel::kDet) return c;
    if (!clausal(tree, i)) continue;
    if ((rel == Deprel::kNsubj || rel == Deprel::kObj) && empty_phrase(tree, c)) return c;
    if (rel == Deprel::kObl && no_way(tree, c)) return c;
    if (rel == Deprel::kAdvmod && (lemma == "hardly" || lemma == "scarcely")) return c;
  }
  return -1;
}

bool past(const Tree& tree, int i) {
  for (uint16_t c : tree.children(i)) {
    const Word& child = tree.word(c);
    if (child.rel != Deprel::kAux && child.rel != Deprel::kAuxPass && child.rel != Deprel::kCop) continue;
    return child.xpos == "VBD" || (child.rel == Deprel::kAux && lower_ascii(child.lemma) == "have");
  }
  return tree.word(i).xpos == "VBD" || tree.word(i).xpos == "VBN";
}

}  // namespace demarche

#include "coder/chronology.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "coder/status.h"

namespace demarche {

namespace {

constexpr int kLongAgo = 60;  // days before the report

TimeOrder reversed(TimeOrder order) {
  return order == TimeOrder::kBefore ? TimeOrder::kAfter : order == TimeOrder::kAfter ? TimeOrder::kBefore : order;
}

// The next verb above a word, -1 if none.
int verb_above(const Tree& tree, int word) {
  for (int up = tree.head(word), steps = 0; up >= 0 && steps < tree.size(); up = tree.head(up), ++steps)
    if (tree.word(up).upos == Upos::kVerb) return up;
  return -1;
}

// How many clauses that tell of a noun a word stands in.
int relative_clauses(const Tree& tree, int word) {
  int found = 0;
  for (int up = word, steps = 0; up >= 0 && steps < tree.size(); up = tree.head(up), ++steps)
    found += tree.word(up).rel == Deprel::kAclRelcl;
  return found;
}

bool finite(const Word& word) {
  return word.xpos == "VBD" || word.xpos == "VBZ" || word.xpos == "VBP";
}

// The auxiliaries of a verb: its own tense where it has none.
struct Helpers {
  bool future = false, modal = false, had = false, has = false, past = false, present = false;
};

Helpers helpers_of(const Tree& tree, int i) {
  Helpers made;
  for (uint16_t c : tree.children(i)) {
    const Word& word = tree.word(c);
    if (base(word.rel) != Deprel::kAux && base(word.rel) != Deprel::kCop) continue;
    std::string form = lower_ascii(word.form);
    if (form == "will" || form == "'ll" || form == "’ll" || form == "wo" || form == "shall")
      made.future = true;
    else if (word.xpos == "MD")
      made.modal = true;
    else if (word.lemma == "have")
      (word.xpos == "VBD" ? made.had : made.has) = true;
    else if (word.xpos == "VBD")
      made.past = true;
    else if (word.xpos == "VBZ" || word.xpos == "VBP")
      made.present = true;
  }
  return made;
}

}  // namespace

int time_head(const Tree& tree, const TimeExpression& one) {
  for (int w = one.first; w <= one.last; ++w)
    if (int up = tree.head(w); up < one.first || up > one.last) return w;
  return one.last;
}

Chronology::Chronology(const Report& report, const std::vector<TimeExpression>& times, const Lexicon& lexicon)
    : report_(report), lexicon_(lexicon) {
  for (const TimeExpression& one : times) {
    if (!one.days || one.type == TimeType::kSet || one.type == TimeType::kDuration) continue;
    const Tree& t = report_.trees[one.sentence];
    int head = time_head(t, one);
    auto sentence = static_cast<uint32_t>(one.sentence);
    if (int verb = verb_above(t, head); verb >= 0) dated_.try_emplace(WordRef{sentence, verb}, *one.days);
    if (int up = t.head(head); up >= 0 && t.word(up).upos == Upos::kNoun) dated_.try_emplace(WordRef{sentence, up}, *one.days);
  }
}

bool Chronology::in_class(const WordRef& ref, std::string_view class_name) const {
  return lexicon_.classes().has(lower_ascii(tree(ref).word(ref.word).lemma), class_name);
}

// *in 1968, two years ago, previously*
bool Chronology::long_ago(const WordRef& ref) const {
  if (auto when = days(ref); when && report_.day() && when->end < report_.day()->plus(-kLongAgo)) return true;
  const Tree& t = tree(ref);
  for (uint16_t c : t.children(ref.word)) {
    const Word& word = t.word(c);
    if (word.lemma == "previously" || word.lemma == "originally" || word.lemma == "formerly") return true;
    bool years = word.lemma == "year" || word.lemma == "decade" || word.lemma == "century";
    if (years && (base(word.rel) == Deprel::kObl || base(word.rel) == Deprel::kAdvmod)) return true;
  }
  return false;
}

// What a relative clause tells of the past is known before what the report goes on to tell.
Chronology::Stage Chronology::stage(const WordRef& ref) const {
  Stage made = form(ref);
  if (made > Stage::kPast && made != Stage::kSaid) return made;
  if (long_ago(ref)) return Stage::kEarlier;
  return made == Stage::kPast && relative_clauses(tree(ref), ref.word) > 0 ? Stage::kBackground : made;
}

Chronology::Stage Chronology::form(const WordRef& ref) const {
  const Tree& t = tree(ref);
  const Word& word = t.word(ref.word);
  Helpers helpers = helpers_of(t, ref.word);
  if (helpers.future) return Stage::kFuture;
  if (helpers.modal) return Stage::kOpen;
  if (helpers.had) return Stage::kEarlier;
  bool verb = word.upos == Upos::kVerb;
  // A report is made when it is written; what it tells of lies before that.
  if (verb && in_class(ref, "report_verb") && (finite(word) || helpers.has || word.xpos == "VBG")) return Stage::kSaid;
  if (helpers.has || helpers.past || word.xpos == "VBD") return Stage::kPast;
  if (helpers.present || word.xpos == "VBZ" || word.xpos == "VBP") return Stage::kNow;
  if (verb && word.xpos == "VB") return Stage::kOpen;
  return Stage::kPast;
}

// How many verbs of reporting a word stands under.
int Chronology::tellers(const WordRef& ref) const {
  const Tree& t = tree(ref);
  int found = 0;
  for (int up = t.head(ref.word), steps = 0; up >= 0 && steps < t.size(); up = t.head(up), ++steps)
    found += t.word(up).upos == Upos::kVerb && in_class({ref.sentence, up}, "report_verb");
  return found;
}

TimeOrder Chronology::by_stage(const WordRef& a, const WordRef& b) const {
  Stage first = stage(a), then = stage(b);
  if (a.sentence == b.sentence && first <= Stage::kPast && then <= Stage::kPast) {
    // Within a sentence what stands deeper in clauses that tell of nouns is the older.
    int depth_a = relative_clauses(tree(a), a.word), depth_b = relative_clauses(tree(b), b.word);
    if (depth_a != depth_b) return depth_a > depth_b ? TimeOrder::kBefore : TimeOrder::kAfter;
    int said_a = tellers(a), said_b = tellers(b);
    if (said_a != said_b) return said_a > said_b ? TimeOrder::kBefore : TimeOrder::kAfter;
  }
  if (first != then) return first < then ? TimeOrder::kBefore : TimeOrder::kAfter;
  return a < b ? TimeOrder::kBefore : TimeOrder::kAfter;
}

std::optional<DateRange> Chronology::days(const WordRef& ref) const {
  auto at = dated_.find(ref);
  if (at == dated_.end()) return std::nullopt;
  return at->second;
}

TimeOrder Chronology::order(const WordRef& a, const WordRef& b) const {
  auto first = days(a), then = days(b);
  if (first && then) {
    if (first->end < then->start) return TimeOrder::kBefore;
    if (then->end < first->start) return TimeOrder::kAfter;
  }
  if (a.sentence == b.sentence) {
    if (tree(a).under(b.word, a.word)) return governed(a, b);
    if (tree(a).under(a.word, b.word)) return reversed(governed(b, a));
  }
  return by_stage(a, b);
}

// `below` stands somewhere under `above`: what the way up to it says.
TimeOrder Chronology::governed(const WordRef& above, const WordRef& below) const {
  const Tree& t = tree(above);
  int link = below.word;
  while (t.head(link) >= 0 && t.head(link) != above.word) link = t.head(link);
  Stage inner = stage(below);
  bool ahead = inner == Stage::kFuture;
  std::string_view mark = t.mark_lemma(link);
  // *issued a statement saying ..., is fighting to keep it, arguing ...*: what is told comes with what it is told by, not before.
  bool telling = t.word(below.word).xpos == "VBG" && in_class(below, "report_verb") && below.word > above.word;
  if (telling && t.case_lemma(below.word).empty()) return TimeOrder::kBefore;
  switch (base(t.word(link).rel)) {
    case Deprel::kCcomp:
      return ahead || (inner == Stage::kOpen && helpers_of(t, below.word).modal) ? TimeOrder::kBefore : TimeOrder::kAfter;
    case Deprel::kXcomp:
      return t.word(below.word).xpos == "VB" ? TimeOrder::kBefore : TimeOrder::kAfter;
    case Deprel::kObl:
    case Deprel::kNmod:
      if (t.case_lemma(link) == "before" || t.case_lemma(link) == "until" || t.case_lemma(link) == "ahead of" ||
          t.case_lemma(link) == "prior to")
        return TimeOrder::kBefore;
      return ahead ? TimeOrder::kBefore : TimeOrder::kAfter;
    case Deprel::kObj:
    case Deprel::kIobj:
    case Deprel::kAcl:
    case Deprel::kNsubj:
      return ahead ? TimeOrder::kBefore : TimeOrder::kAfter;
    case Deprel::kParataxis:
      if (inner == Stage::kSaid) return TimeOrder::kBefore;
      return stage(above) == Stage::kSaid ? TimeOrder::kAfter : by_stage(above, below);
    case Deprel::kAdvcl: {
      bool later = mark == "to" || mark == "before" || mark == "until" || mark == "till" || mark == "so" || mark == "so that" ||
                   mark == "in order to";
      // *She spoke, referring to the war*: who speaks does so with it.
      bool outcome = mark.empty() && t.case_lemma(link).empty() && t.word(below.word).xpos == "VBG" && link > above.word &&
                     !in_class(above, "report_verb");
      return later || outcome ? TimeOrder::kBefore : TimeOrder::kAfter;
    }
    default:
      return by_stage(above, below);
  }
}

TimeOrder Chronology::against_report(const WordRef& ref) const {
  const Tree& t = tree(ref);
  const Word& word = t.word(ref.word);
  if (auto when = days(ref), day = report_.day() ? std::optional<DateRange>(DateRange{*report_.day(), *report_.day()}) : std::nullopt;
      when && day) {
    if (when->end < day->start) return TimeOrder::kBefore;
    if (day->end < when->start) return TimeOrder::kAfter;
  }
  Helpers helpers = helpers_of(t, ref.word);
  if (helpers.future) return TimeOrder::kAfter;
  if (helpers.has || helpers.had || helpers.past || word.xpos == "VBD") return TimeOrder::kBefore;
  // What an act of the past was for or led to was done with it; a thing happens when what is done with it does.
  int up = verb_above(t, ref.word);
  if (up >= 0 && t.under(up, ref.word)) up = -1;  // a ring of words
  bool verb = word.upos == Upos::kVerb;
  if (verb && up >= 0 && word.xpos == "VB" && stage({ref.sentence, up}) == Stage::kPast && t.head(ref.word) == up)
    return TimeOrder::kBefore;
  EventStatus status = read_status(t, ref.word, lexicon_).status;
  bool to_come = status == EventStatus::kPlanned || status == EventStatus::kOffered || status == EventStatus::kThreatened ||
                 status == EventStatus::kRequested;
  bool subject = base(word.rel) == Deprel::kNsubj, object = base(word.rel) == Deprel::kObj;
  if (word.upos == Upos::kNoun && status == EventStatus::kPlanned && (subject || object)) return TimeOrder::kAfter;
  if (!verb && up >= 0 && word.upos == Upos::kNoun) {
    bool direct = t.head(ref.word) == up &&
                  (base(word.rel) == Deprel::kObj || base(word.rel) == Deprel::kNsubj || base(word.rel) == Deprel::kObl) &&
                  (t.word(up).xpos != "VB" || helpers_of(t, up).future);
    return direct && against_report({ref.sentence, up}) == TimeOrder::kAfter ? TimeOrder::kAfter : TimeOrder::kBefore;
  }
  // *to show the path*: an infinitive of purpose shares the time of what is done for it.
  Deprel rel = base(word.rel);
  if (verb && up >= 0 && word.xpos == "VB" && rel == Deprel::kAdvcl && t.mark_lemma(ref.word) == "to")
    return against_report({ref.sentence, up});
  // *will be able to return, will sit down and talk*
  bool carried = rel == Deprel::kXcomp || rel == Deprel::kConj || rel == Deprel::kAcl;
  if (verb && up >= 0 && word.xpos == "VB" && carried && against_report({ref.sentence, up}) == TimeOrder::kAfter) return TimeOrder::kAfter;
  // *is going to* announces what follows; any other present is going on.
  bool present = helpers.present || word.xpos == "VBZ" || word.xpos == "VBP";
  if (to_come && (!present || word.lemma == "go")) return TimeOrder::kAfter;
  if (present) return in_class(ref, "report_verb") ? TimeOrder::kBefore : TimeOrder::kOverlap;
  return TimeOrder::kBefore;
}

}  // namespace demarche

#include "coder/status_clause.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "base/strings.h"
#include "coder/status_values.h"

namespace demarche {

namespace {

constexpr int kLongestChain = 40;

bool period(std::string_view unit) {
  return unit == "year" || unit == "day" || unit == "week" || unit == "month" || unit == "night" || unit == "morning" || unit == "summer";
}

}  // namespace

std::string ClauseReader::lemma(int i) const {
  return lower_ascii(word(i).lemma);
}

void ClauseReader::own(int i, Stance& s) const {
  int sharing = shared_auxiliaries(i);
  int at = -1;
  std::optional<Modal> modal = polite(i) ? std::nullopt : StatusCues::modal(tree_, i, at, values_);
  if (!modal && sharing >= 0) modal = StatusCues::modal(tree_, sharing, at, values_);
  if (!modal) modal = arranged(i, at);
  int deny = denier(tree_, i);
  if (deny < 0 && sharing >= 0 && word(i).xpos == word(sharing).xpos) deny = denier(tree_, sharing);
  double denial = deny >= 0 && (word(deny).upos == Upos::kNoun || word(deny).upos == Upos::kPron || base(word(deny).rel) == Deprel::kDet)
                      ? values_.denied_phrase
                      : values_.denied;
  if (deny >= 0 && denial == values_.denied && verbal(word(i)) && mental(i)) denial = values_.denied_mind;
  double value = modal ? (deny >= 0 ? modal->denied : modal->value) : form(i) * (deny >= 0 ? denial : 1);
  if (modal) {
    if (!s.status) s.status = modal_status(i, sharing, at, *modal);
    s.mark(at);
  }
  if (deny >= 0) {
    s.negated = !s.negated;
    s.mark(deny);
  }
  if (int subject = tree_.child(i, Deprel::kNsubj); subject >= 0 && !modal && lemma(subject) == "you" && !past(tree_, i))
    value *= values_.addressed;
  for (uint16_t c : tree_.children(i)) adverb(i, c, s, value);
  if (!clausal(tree_, i)) {
    nominal(i, s, value);
    if (s.value >= 0 && !s.negated) s.value += values_.named * (1 - s.value);
  }
  // *I don't think they would go, refused to go*: neither modal nor form takes anything from what a denial above it says.
  // What is not yet so is no more so for being told of by halves.
  if (deny < 0 && s.value < 0)
    value = std::max(value, values_.present);
  else if (deny < 0 && value < 0)
    s.value = std::max(s.value, values_.present);
  s.value *= value;
}

// *know, want, feel*: who denies it still says how somebody's mind is.
bool ClauseReader::mental(int i) const {
  static constexpr std::array<std::string_view, 14> kMinds{"know", "want",       "feel", "think", "care", "like",   "believe",
                                                           "see",  "understand", "mind", "need",  "seem", "matter", "expect"};
  return among(kMinds, lemma(i));
}

// *would like to, would argue that*: the form of a plain *want* or *say*.
bool ClauseReader::polite(int i) const {
  if (!is(i, "cue_polite") || reported(i) || conditional(i)) return false;
  for (uint16_t c : tree_.children(i))
    if (word(c).rel == Deprel::kAux && (lemma(c) == "would" || lemma(c) == "'d" || lemma(c) == "’d")) return true;
  return false;
}

// *will meet and sign*: the first conjunct, if its auxiliaries and *not* reach this one; else -1.
int ClauseReader::shared_auxiliaries(int i) const {
  if (word(i).rel != Deprel::kConj || !verbal(word(i))) return -1;
  int first = nearest(i);
  bool own_words = tree_.has_child(i, Deprel::kNsubj) || tree_.has_child(i, Deprel::kAux) || tree_.has_child(i, Deprel::kAuxPass);
  bool same_kind = word(i).xpos == "VB" || (word(i).xpos == word(first).xpos && (word(i).xpos == "VBN" || word(i).xpos == "VBG"));
  return first != i && verbal(word(first)) && !own_words && same_kind ? first : -1;
}

// Up the chain of conjuncts to the first that has auxiliaries or a subject of its own.
int ClauseReader::nearest(int i) const {
  int at = i;
  for (int steps = 0; steps < kLongestChain && word(at).rel == Deprel::kConj && tree_.head(at) >= 0; ++steps) {
    at = tree_.head(at);
    if (tree_.has_child(at, Deprel::kAux) || tree_.has_child(at, Deprel::kNsubj) || tree_.has_child(at, Deprel::kMark)) break;
  }
  return at;
}

EventStatus ClauseReader::modal_status(int i, int sharing, int at, const Modal& modal) const {
  bool depends = conditional(i) || (sharing >= 0 && conditional(sharing));
  std::string form = lemma(at);
  bool would = form == "would" || form == "'d" || form == "’d";
  if (depends && (modal.status == EventStatus::kPlanned || would)) return EventStatus::kOffered;
  if (would && modal.value > 0 && reported(i)) return EventStatus::kPlanned;
  return modal.status.value_or(EventStatus::kOccurred);
}

// *would* is the future of reported speech in the past.
int ClauseReader::governor(int i) const {
  int up = tree_.head(i);
  bool content = base(word(i).rel) == Deprel::kAcl && tree_.mark_lemma(i) == "that" && tree_.has_child(i, Deprel::kNsubj);
  if (up < 0 || !content || verbal(word(up)) || cues_.signature(tree_, up, Complement::kClause) != Signature::kNone) return up;
  int verb = up;
  for (int steps = 0; steps < kLongestChain && verb >= 0 && !verbal(word(verb)); ++steps) verb = tree_.head(verb);
  return verb >= 0 && verb < i && cues_.signature(tree_, verb, complement_form(tree_, i)) != Signature::kNone ? verb : up;
}

bool ClauseReader::reported(int i) const {
  int first = tree_.first_conjunct(i);
  int above = governor(first);
  if (above < 0) return false;
  // A clause that the parse hangs on the verb of saying by another name is reported too.
  Deprel rel = base(word(first).rel);
  bool below = rel == Deprel::kCcomp || rel == Deprel::kAcl ||
               (rel == Deprel::kAdvcl && tree_.has_child(first, Deprel::kNsubj) && tree_.mark_lemma(first).empty());
  if (below) return is(above, "cue_said") || is(above, "cue_planned") || is(above, "cue_offered");
  for (uint16_t c : tree_.children(first))
    if (word(c).rel == Deprel::kParataxis && is(c, "cue_said")) return true;
  return false;
}

// True if the clause depends on a clause of condition: *if, unless, only when ...*
bool ClauseReader::conditional(int i) const {
  static constexpr std::array<std::string_view, 9> kMarks{"if",   "unless",     "provided",   "providing", "until",
                                                          "till", "as long as", "so long as", "except"};
  for (uint16_t c : tree_.children(i)) {
    if (base(word(c).rel) != Deprel::kAdvcl) continue;
    if (among(kMarks, tree_.mark_lemma(c)) || inverted(c) || (verbal(word(c)) && is(c, "cue_condition"))) return true;
    for (uint16_t d : tree_.children(c))
      if (word(d).lemma == "only" && d < c) return true;
    if (tree_.first(c) > 0 && word(tree_.first(c) - 1).lemma == "only") return true;
  }
  int up = tree_.head(i);
  if (up < 0) return false;
  for (uint16_t c : tree_.children(up))
    if (c > i && proviso(c)) return true;
  return false;
}

// *provided that ..., assuming that ...* read as a clause of its own.
bool ClauseReader::proviso(int i) const {
  bool participle = word(i).xpos == "VBN" || word(i).xpos == "VBG";
  return participle && verbal(word(i)) && is(i, "cue_condition") && tree_.has_child(i, Deprel::kCcomp) &&
         !tree_.has_child(i, Deprel::kNsubj) && !tree_.has_child(i, Deprel::kAux);
}

// *is to withdraw, is going to, has to, is about to, used to* where the parse makes an auxiliary of them.
std::optional<Modal> ClauseReader::arranged(int i, int& at) const {
  bool to = false;
  for (uint16_t c : tree_.children(i)) {
    to = to || (word(c).rel == Deprel::kMark && lemma(c) == "to");
    bool be = (base(word(c).rel) == Deprel::kAux || word(c).rel == Deprel::kCop) && lemma(c) == "be" && c < i;
    if (be && word(i).xpos == "VB" && c + 1 < tree_.size() && lemma(c + 1) == "to") at = c;
    if (word(c).rel == Deprel::kAux && lemma(c) == "use") {
      at = c;
      return Modal{std::nullopt, values_.used_to, values_.used_not_to};
    }
  }
  if (at >= 0) return Modal{EventStatus::kPlanned, values_.will, values_.will_not};
  if (was_to_have(i)) return at = i, Modal{EventStatus::kPossible, values_.should_have, values_.should_not_have};
  if (going_to(i)) return at = i, Modal{EventStatus::kPlanned, values_.will, values_.will_not};
  if (!to && soon(i)) return at = i, Modal{EventStatus::kPlanned, values_.will, values_.will_not};
  // *Russia to hold drills*: a headline's future.
  if (to && tree_.head(i) < 0 && tree_.has_child(i, Deprel::kNsubj))
    return at = i, Modal{EventStatus::kPlanned, values_.will, values_.will_not};
  return std::nullopt;
}

// *was to have met them*: it was arranged and did not come about.
bool ClauseReader::was_to_have(int i) const {
  bool have = false;
  int to = -1;
  for (uint16_t c : tree_.children(i)) {
    have = have || (word(c).rel == Deprel::kAux && lemma(c) == "have" && word(c).xpos == "VB");
    if (word(c).rel == Deprel::kMark && lemma(c) == "to") to = c;
  }
  return have && to > 0 && lemma(to - 1) == "be" && past(tree_, to - 1);
}

// *are going to talk*
bool ClauseReader::going_to(int i) const {
  int below = tree_.child(i, Deprel::kXcomp);
  return lemma(i) == "go" && word(i).xpos == "VBG" && below >= 0 && word(below).xpos == "VB" && tree_.mark_lemma(below) == "to";
}

// *is visiting Oslo tomorrow, meets her next week*
bool ClauseReader::soon(int i) const {
  bool present = word(i).xpos == "VBZ" || word(i).xpos == "VBP";
  if (word(i).xpos == "VBG") {
    int be = tree_.child(i, Deprel::kAux);
    present = be >= 0 && lemma(be) == "be" && (word(be).xpos == "VBZ" || word(be).xpos == "VBP");
  }
  if (!present) return false;
  for (uint16_t c : tree_.children(i)) {
    Deprel rel = base(word(c).rel);
    if (rel != Deprel::kObl && rel != Deprel::kAdvmod) continue;
    if (is(c, "cue_soon")) return true;
    static constexpr std::array<std::string_view, 5> kUnits{"week", "month", "year", "day", "spring"};
    if (among(kUnits, lemma(c)))
      for (uint16_t d : tree_.children(c))
        if (lemma(d) == "next" || lemma(d) == "coming") return true;
  }
  return false;
}

// How far tense and form alone assert.
double ClauseReader::form(int i) const {
  std::string_view xpos = word(i).xpos;
  if (!verbal(word(i))) return tree_.has_child(i, Deprel::kCop) ? values_.present : values_.noun;
  if (xpos == "VBD") return values_.past;
  if (xpos == "VBZ" || xpos == "VBP") return values_.present;
  if (xpos == "VBG") return values_.progressive;
  if (xpos == "VBN") return values_.participle;
  return tree_.has_child(i, Deprel::kAux) ? values_.present : values_.bare;
}

void ClauseReader::adverb(int i, int c, Stance& s, double& value) const {
  Deprel rel = base(word(c).rel);
  if (rel == Deprel::kObl || rel == Deprel::kAdvmod) repeated(c, s);
  if (rel != Deprel::kAdvmod) return;
  if (is(c, "cue_habitual")) {
    s.habitual = true;
    s.mark(c);
  }
  if (is(c, "cue_rarely") && lemma(c) != "hardly" && lemma(c) != "scarcely")
    weaken(c, values_.rarely, std::nullopt, s, value);
  else if (is(c, "cue_perhaps"))
    weaken(c, values_.perhaps, EventStatus::kPossible, s, value);
  else if (is(c, "cue_probably"))
    weaken(c, values_.probably, EventStatus::kPossible, s, value);
  else if (is(c, "cue_reportedly"))
    weaken(c, values_.reportedly, std::nullopt, s, value);
  else if (is(c, "cue_almost") && c + 1 == i && clausal(tree_, i))
    weaken(c, values_.almost, EventStatus::kPossible, s, value);
}

void ClauseReader::weaken(int cue, double factor, std::optional<EventStatus> status, Stance& s, double& value) {
  value *= factor;
  if (status && !s.status) s.status = status;
  s.mark(cue);
}

// *numerous times, every year*
void ClauseReader::repeated(int c, Stance& s) const {
  std::string unit = lemma(c);
  bool countable = unit == "time" || unit == "occasion";
  for (uint16_t d : tree_.children(c)) {
    std::string how = lemma(d);
    // *on the first day of each month*
    for (uint16_t e : tree_.children(d))
      if (base(word(d).rel) == Deprel::kNmod && period(how) && (lemma(e) == "each" || lemma(e) == "every")) s.habitual = true, s.mark(e);
    bool many = countable && (how == "many" || how == "numerous" || how == "several" || how == "countless" || how == "repeated");
    if (!many && !((countable || period(unit)) && (how == "every" || how == "each"))) continue;
    s.habitual = true;
    s.mark(d);
  }
}

// What stands before an event noun: *the potential meeting, any visit, a planned summit, an alleged attack*.
void ClauseReader::nominal(int i, Stance& s, double& value) const {
  int first = tree_.first_conjunct(i);
  for (uint16_t c : tree_.children(i)) modifier(c, s, value);
  if (first == i || verbal(word(first))) return;
  for (uint16_t c : tree_.children(first))
    if (c < first && base(word(c).rel) == Deprel::kAmod) modifier(c, s, value);
}

void ClauseReader::modifier(int c, Stance& s, double& value) const {
  auto turn = [&](EventStatus status, double factor) {
    // *asked that any meeting be preceded by a visit* asks for no meeting.
    bool supposed = s.status == EventStatus::kRequested && tree_.head(c) >= 0 && base(word(tree_.head(c)).rel) == Deprel::kNsubj;
    s.status = status == EventStatus::kPossible && s.status && !supposed ? s.status : status;
    value *= factor;
    s.mark(c);
  };
  if (base(word(c).rel) == Deprel::kDet && lemma(c) == "any") return turn(EventStatus::kPossible, values_.perhaps);
  if (word(c).rel != Deprel::kAmod && word(c).rel != Deprel::kCompound) return;
  if (is(c, "cue_potential"))
    turn(EventStatus::kPossible, values_.perhaps);
  else if (is(c, "cue_upcoming"))
    turn(EventStatus::kPlanned, values_.planned);
  else if (is(c, "cue_threatened"))
    turn(EventStatus::kThreatened, values_.threatened);
  else if (is(c, "cue_alleged"))
    weaken(c, values_.claimed, std::nullopt, s, value);
  else if (is(c, "cue_repeated"))
    s.habitual = true, s.mark(c);
  else if (is(c, "cue_thwarted"))
    s.negated = !s.negated, value *= values_.failed, s.mark(c);
}

// *should it menace ...*, *had he known*
bool ClauseReader::inverted(int i) const {
  // *Should it rain, we will ...* where the parse gives both auxiliaries to the main verb.
  int before = tree_.first(i) - 1;
  bool bare =
      word(i).xpos == "VB" && tree_.has_child(i, Deprel::kNsubj) && !tree_.has_child(i, Deprel::kAux) && !tree_.has_child(i, Deprel::kMark);
  if (bare && before >= 0 && lemma(before) == "should" && tree_.head(before) == tree_.head(i)) return true;
  for (uint16_t c : tree_.children(i)) {
    if (base(word(c).rel) == Deprel::kNsubj) return false;
    if (base(word(c).rel) != Deprel::kAux && word(c).rel != Deprel::kCop) continue;
    bool subject_follows = false;
    for (uint16_t d : tree_.children(i)) subject_follows = subject_follows || (d > c && d <= i && base(word(d).rel) == Deprel::kNsubj);
    std::string form = lower_ascii(word(c).form);
    return subject_follows && (form == "should" || form == "were" || (form == "had" && word(i).xpos == "VBN"));
  }
  return false;
}

bool ClauseReader::asked() const {
  for (int i = tree_.size() - 1; i >= 0 && word(i).upos == Upos::kPunct; --i)
    if (word(i).form.find('?') != std::string_view::npos) return true;
  return false;
}

// *Did they leave?*, not *They left?*
bool ClauseReader::inverted_question(int i) const {
  int subject = tree_.child(i, Deprel::kNsubj);
  int helper = tree_.child(i, Deprel::kAux);
  if (helper < 0) helper = tree_.child(i, Deprel::kCop);
  return helper >= 0 && (subject < 0 || helper < subject);
}

// *why, how, when* of a clause; -1 for a question of yes or no.
int ClauseReader::wh_word(int i) const {
  for (uint16_t c : tree_.children(i)) {
    std::string_view xpos = word(c).xpos;
    if (c < i && (xpos == "WRB" || xpos == "WP" || xpos == "WDT")) return c;
    for (uint16_t d : tree_.children(c))
      if (d < i && c < i && (word(d).xpos == "WDT" || word(d).xpos == "WRB" || word(d).xpos == "WP") && base(word(c).rel) != Deprel::kAdvcl)
        return d;
  }
  return -1;
}

bool ClauseReader::imperative(int i) const {
  if (word(i).xpos != "VB" || tree_.has_child(i, Deprel::kNsubj) || tree_.has_child(i, Deprel::kCsubj) || tree_.has_child(i, Deprel::kExpl))
    return false;
  for (uint16_t c : tree_.children(i)) {
    if (word(c).rel == Deprel::kMark) return false;
    if (base(word(c).rel) == Deprel::kAux && lemma(c) != "do" && lemma(c) != "be") return false;
  }
  return true;
}

// *the first to sign, the only one to leave*
bool ClauseReader::ranked(int up) const {
  auto rank = [&](int i) {
    return lemma(i) == "first" || lemma(i) == "last" || lemma(i) == "only" || lemma(i) == "latest" || lemma(i) == "second";
  };
  if (rank(up)) return true;
  for (uint16_t c : tree_.children(up))
    if (c < up && rank(c)) return true;
  return false;
}

// *the war, their visit, Russia's invasion, this attack*
bool ClauseReader::definite(int i) const {
  for (uint16_t c : tree_.children(i)) {
    std::string det = lemma(c);
    if (word(c).rel == Deprel::kNmodPoss) return true;
    if (base(word(c).rel) == Deprel::kDet && (det == "the" || det == "this" || det == "that" || det == "these" || det == "those"))
      return true;
  }
  return false;
}

// *announced that it had suspended aid* tells what was done.
bool ClauseReader::told(int i) const {
  int at = -1;
  return past(tree_, i) && !StatusCues::modal(tree_, i, at, values_);
}

// *warned that it would evict them*: the one who warns would do the harm.
bool ClauseReader::own_threat(int i, int up) const {
  int at = -1, subject = tree_.child(i, Deprel::kNsubj), warner = tree_.child(up, Deprel::kNsubj);
  auto modal = StatusCues::modal(tree_, i, at, values_);
  bool would = modal && (modal->status == EventStatus::kPlanned || lemma(at) == "would" || lemma(at) == "'d" || lemma(at) == "’d");
  if (!would || subject < 0 || warner < 0 || word(subject).rel == Deprel::kNsubjPass) return false;
  return word(subject).upos == Upos::kPron ? word(subject).xpos == "PRP" && lemma(subject) != "you" : lemma(subject) == lemma(warner);
}

// *demand that the council meet*
bool ClauseReader::bare_present(int i) const {
  std::string_view xpos = word(i).xpos;
  bool bare = xpos == "VBP" || xpos == "VB" || (xpos == "VBD" && lower_ascii(word(i).form) == lemma(i));
  return bare && !tree_.has_child(i, Deprel::kAux);
}

bool ClauseReader::helped_by(int i, std::string_view one, std::string_view other) const {
  for (uint16_t c : tree_.children(i))
    if (base(word(c).rel) == Deprel::kAux && (lemma(c) == one || lemma(c) == other || lower_ascii(word(c).form) == other)) return true;
  return false;
}

bool ClauseReader::asks_inside(int i) const {
  int at = -1;
  auto modal = StatusCues::modal(tree_, i, at, values_);
  return modal && (lemma(at) == "should" || lemma(at) == "must");
}

// *asked whether, wondered if, knows where*
bool ClauseReader::question_marked(int i) const {
  std::string_view mark = tree_.mark_lemma(i);
  return mark == "whether" || mark == "if";
}

}  // namespace demarche

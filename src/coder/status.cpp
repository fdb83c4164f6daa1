#include "coder/status.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.h"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 14> kConditionMarks{"if",      "unless",   "provided",   "providing", "until", "till", "whether", "in case", "as long as", "so long as",
                                                           "assuming", "supposing", "lest", "once"};
constexpr std::array<std::string_view, 5> kNegators{"not", "never", "no", "neither", "hardly"};

template <class List>
bool among(const List& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Reads one word's status: its own clause first, then what stands above it.
class Reader {
 public:
  Reader(const Tree& tree, const Lexicon& lexicon) : tree_(tree), lexicon_(lexicon) {}

  StatusReading run(int head) {
    own(head);
    climb(head);
    finish(head);
    return std::move(made_);
  }

 private:
  const Word& word(int i) const { return tree_.word(i); }
  bool verbal(int i) const { return word(i).upos == Upos::kVerb || word(i).upos == Upos::kAux; }

  bool is(int i, std::string_view class_name) const {
    auto id = lexicon_.classes().find(class_name);
    return id && lexicon_.classes().has(lower_ascii(word(i).lemma), *id);
  }

  void cue(int i) {
    made_.cues.push_back(word(i).span);
    made_.reason += (made_.reason.empty() ? "" : " ") + lower_ascii(word(i).form);
  }

  // A status from outside overrules one from inside; a denial inside stays.
  void set(EventStatus status, int by) {
    status_ = status;
    cue(by);
  }

  // What the words of the clause itself say: modals, negation, determiners, adverbs.
  void own(int i) {
    for (uint16_t c : tree_.children(i)) {
      const Word& child = word(c);
      std::string lemma = lower_ascii(child.lemma);
      if (child.rel == Deprel::kAux || (child.rel == Deprel::kCop && !verbal(i))) modal(i, c, lemma);
      bool negator = among(kNegators, lemma) || lemma == "n't" || lemma == "n’t";
      if (negator && (base(child.rel) == Deprel::kAdvmod || base(child.rel) == Deprel::kDet || base(child.rel) == Deprel::kCc)) deny(c);
      if (verbal(i) && (base(child.rel) == Deprel::kNsubj || child.rel == Deprel::kObj) && denies(c)) deny(c);
      if (child.rel == Deprel::kCase && lemma == "without") deny(c);
      if (child.rel == Deprel::kMark && lemma == "without") deny(c);
      if (base(child.rel) == Deprel::kAdvmod && is(c, "cue_habitual")) habitual(c);
      if (lemma == "longer" && c > 0 && lower_ascii(word(c - 1).lemma) == "no") deny(c);
      if (!verbal(i)) modifier(c, child, lemma);
      if (base(child.rel) == Deprel::kObl || base(child.rel) == Deprel::kAdvmod) repeated(c);
    }
  }

  // *no talks*, *none would*, *nobody*
  bool denies(int c) const {
    std::string lemma = lower_ascii(word(c).lemma);
    if (lemma == "none" || lemma == "nobody" || lemma == "nothing" || lemma == "no one") return true;
    for (uint16_t d : tree_.children(c))
      if (word(d).upos == Upos::kDet && lower_ascii(word(d).lemma) == "no") return true;
    return false;
  }

  void deny(int by) {
    negated_ = !negated_;
    cue(by);
  }

  void habitual(int by) {
    habitual_ = true;
    cue(by);
  }

  // *numerous times*, *every year*
  void repeated(int c) {
    std::string lemma = lower_ascii(word(c).lemma);
    bool unit = lemma == "time" || lemma == "year" || lemma == "day" || lemma == "week" || lemma == "month" || lemma == "occasion";
    if (!unit) return;
    for (uint16_t d : tree_.children(c)) {
      std::string how = lower_ascii(word(d).lemma);
      bool many = (lemma == "time" || lemma == "occasion") && (how == "many" || how == "numerous" || how == "several" || how == "countless" || how == "repeated");
      if (many || how == "every" || how == "each") habitual(d);
    }
  }

  void modal(int i, int c, const std::string& lemma) {
    if (lemma == "will" || lemma == "shall" || lemma == "'ll" || lemma == "’ll") set(conditional(i) ? EventStatus::kOffered : EventStatus::kPlanned, c);
    else if (lemma == "would" || lemma == "'d" || lemma == "’d") would(i, c);
    else if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "can") set(EventStatus::kPossible, c);
    else if (lemma == "must" || lemma == "should" || lemma == "ought") set(EventStatus::kRequested, c);
  }

  // *would* is the future of reported speech, or depends on a condition.
  void would(int i, int c) {
    if (conditional(i)) return set(EventStatus::kOffered, c);
    int above = tree_.head(tree_.first_conjunct(i));
    bool reported = above >= 0 && (base(word(i).rel) == Deprel::kCcomp || word(i).rel == Deprel::kConj) && (is(above, "cue_said") || word(above).xpos == "VBD") && !is(above, "cue_possible");
    set(reported ? EventStatus::kPlanned : EventStatus::kPossible, c);
  }

  bool conditional(int i) const {
    for (uint16_t c : tree_.children(i)) {
      if (base(word(c).rel) != Deprel::kAdvcl) continue;
      std::string_view mark = tree_.mark_lemma(c);
      if (mark == "if" || mark == "unless" || mark == "provided" || mark == "until" || mark.starts_with("as long")) return true;
      for (uint16_t d : tree_.children(c))
        if (word(d).lemma == "only" && d < c) return true;
    }
    return false;
  }

  // What stands before an event noun: *the potential meeting, any visit, a planned summit, an alleged attack*.
  void modifier(int c, const Word& child, const std::string& lemma) {
    if (base(child.rel) == Deprel::kDet && lemma == "any") set(EventStatus::kPossible, c);
    if (child.rel != Deprel::kAmod && child.rel != Deprel::kCompound) return;
    if (is(c, "cue_possible") || child.lemma == "propose" || lemma == "proposed") set(EventStatus::kPossible, c);
    else if (is(c, "cue_planned") && child.lemma != "set" && child.lemma != "order") set(EventStatus::kPlanned, c);
    else if (is(c, "cue_threatened")) set(EventStatus::kThreatened, c);
    else if (lemma == "future" || lemma == "next") set(EventStatus::kPlanned, c);
    else if (lemma == "regular" || lemma == "frequent" || lemma == "annual" || lemma == "daily" || lemma == "repeated") habitual(c);
  }

  // Walks to the root; every step says how what is above bears on what is below.
  void climb(int i) {
    for (int steps = 0; steps < 40; ++steps) {
      int up = tree_.head(i);
      if (up < 0) break;
      if (!step(i, up)) break;
      i = up;
    }
    const Tree& tree = tree_;
    bool asked = !tree.sentence().words.empty() && tree.word(tree.size() - 1).form == "?";
    if (asked && !status_ && tree.head(i) < 0) status_ = EventStatus::kPossible;
  }

  // True if the walk goes on above `up`.
  bool step(int i, int up) {
    switch (base(word(i).rel)) {
      case Deprel::kConj: return conjunct(i, up);
      case Deprel::kXcomp:
      case Deprel::kCcomp: return complement(i, up);
      case Deprel::kAcl: return word(i).rel == Deprel::kAclRelcl ? relative(i, up) : complement(i, up);
      case Deprel::kAdvcl: return adverbial(i, up);
      case Deprel::kCsubj: return complement(i, up);
      case Deprel::kNsubj:
      case Deprel::kObj:
      case Deprel::kIobj: return argument(i, up);
      case Deprel::kObl:
      case Deprel::kNmod: return oblique(i, up);
      case Deprel::kAppos: return true;
      case Deprel::kParataxis: return false;
      case Deprel::kCompound:
      case Deprel::kAmod: return nominal_cue(up);
      default: return false;
    }
  }

  // *will meet and sign*: the second verb stands under the first one's modal.
  bool conjunct(int i, int up) {
    bool own_subject = tree_.has_child(i, Deprel::kNsubj);
    bool own_aux = tree_.has_child(i, Deprel::kAux);
    if (verbal(i) && verbal(up) && !own_subject && !own_aux && word(i).xpos == "VB") {
      bool negated = negated_;
      own(up);
      // *did not meet or sign* denies both, *did not meet but signed* does not.
      if (word(i).xpos != word(up).xpos) negated_ = negated;
    } else if (!verbal(i)) {
      for (uint16_t c : tree_.children(up))
        if (!verbal(up)) modifier(c, word(c), lower_ascii(word(c).lemma));
    }
    return true;
  }

  // The predicate above says what becomes of its complement.
  bool complement(int i, int up) {
    // *expressed willingness to sign*: the noun between them says it.
    int object = tree_.child(up, Deprel::kObj);
    bool noun = object >= 0 && object < i && verbal(i) && word(i).xpos == "VB" && word(object).upos == Upos::kNoun;
    bool governs = (noun && effect(i, object)) || effect(i, up);
    if (governs || verbal(up) || word(up).upos == Upos::kAdj || word(up).upos == Upos::kNoun) above(i, up, governs);
    return true;
  }

  // The status that the predicate `up` gives to its complement; false if it says nothing.
  bool effect(int i, int up) {
    bool infinitive = word(i).xpos == "VB" || word(i).xpos == "VBG" || !verbal(i);
    if (is(up, "cue_denied")) {
      deny(up);
      return true;
    }
    if (is(up, "cue_threatened")) return set(EventStatus::kThreatened, up), true;
    if (is(up, "cue_offered")) return set(EventStatus::kOffered, up), true;
    if (is(up, "cue_requested") && (infinitive || base(word(i).rel) == Deprel::kCcomp) && !is_fact(i, up)) return set(EventStatus::kRequested, up), true;
    if (is(up, "cue_planned") && infinitive) return set(EventStatus::kPlanned, up), true;
    if (is(up, "cue_possible") && (infinitive || !is(up, "cue_said")) && !status_) return set(EventStatus::kPossible, up), true;
    return false;
  }

  // *insisted that it had withdrawn*, *stressed that talks went well* tell, they do not ask.
  bool is_fact(int i, int) const {
    return base(word(i).rel) == Deprel::kCcomp && (word(i).xpos == "VBD" || word(i).xpos == "VBZ" || tree_.has_child(i, Deprel::kAux)) && word(i).xpos != "VB";
  }

  // Negation and modality of the governing clause: *is not ready to*, *may agree to*.
  void above(int, int up, bool governs) {
    for (uint16_t c : tree_.children(up)) {
      const Word& child = word(c);
      std::string lemma = lower_ascii(child.lemma);
      bool negator = among(kNegators, lemma) || lemma == "n't" || lemma == "n’t";
      if (negator && base(child.rel) == Deprel::kAdvmod && !is(up, "cue_said")) deny(c);
      if (child.rel == Deprel::kAux && !governs && !is(up, "cue_said") && !status_) modal(up, c, lemma);
    }
  }

  bool relative(int i, int) const {
    return word(i).xpos == "VB" || word(i).xpos == "VBG";
  }

  bool adverbial(int i, int up) {
    std::string mark(tree_.mark_lemma(i));
    if (mark.empty() && tree_.case_lemma(i).size()) mark = std::string(tree_.case_lemma(i));
    if (among(kConditionMarks, mark) || inverted(i)) {
      if (mark != "once" || future(up)) {
        for (uint16_t c : tree_.children(i))
          if (word(c).rel == Deprel::kMark) cue(c);
        negated_ = false;
        status_ = EventStatus::kPossible;
        return false;
      }
    }
    if (mark == "when" || mark == "after" || mark == "once" || mark == "as soon as") {
      bool finite_past = word(i).xpos == "VBD" || (word(i).xpos == "VBN" && tree_.has_child(i, Deprel::kAux));
      if (!finite_past || future(up)) {
        if (future(up)) status_ = EventStatus::kPossible;
      }
      return false;
    }
    bool infinitive = word(i).xpos == "VB";
    if (infinitive && (mark == "to" || mark == "in order to" || mark == "so as to")) {
      if (effect(i, up)) {
        above(i, up, true);
        return true;
      }
      if (!status_) status_ = EventStatus::kPlanned;
      return true;
    }
    if (word(i).xpos == "VBG" || word(i).xpos == "VBN") {
      if (effect(i, up)) above(i, up, true);
      return mark != "after" && mark != "since";
    }
    return false;
  }

  // *should it menace ...*, *had he known*
  bool inverted(int i) const {
    for (uint16_t c : tree_.children(i)) {
      if (base(word(c).rel) == Deprel::kNsubj) return false;
      if (word(c).rel == Deprel::kAux) return c == tree_.first(i) && (lower_ascii(word(c).lemma) == "should" || (lower_ascii(word(c).form) == "had" && word(i).xpos == "VBN"));
    }
    return false;
  }

  bool future(int up) const {
    for (uint16_t c : tree_.children(up))
      if (word(c).rel == Deprel::kAux && (word(c).lemma == "will" || word(c).lemma == "would" || word(c).lemma == "may" || word(c).lemma == "could" || word(c).lemma == "should" || word(c).lemma == "must")) return true;
    return word(up).xpos == "VB" || is(up, "cue_planned");
  }

  // An event noun as subject or object shares its verb's fate: *no talks were held, will hold talks, a strike could hurt*.
  bool argument(int i, int up) {
    if (verbal(i)) return complement(i, up);
    bool governs = base(word(i).rel) == Deprel::kObj || word(i).rel == Deprel::kNsubjPass ? effect(i, up) : false;
    if (governs) {
      above(i, up, true);
      return true;
    }
    if (!verbal(up)) return word(up).upos == Upos::kAdj ? complement(i, up) : false;
    if (is(up, "cue_said")) return false;
    if (!status_) {
      EventStatus before = status_.value_or(EventStatus::kOccurred);
      own(up);
      (void)before;
    }
    return true;
  }

  // *plans for a meeting, the threat of sanctions, called for talks*: only some prepositions bring the complement of a cue.
  bool oblique(int i, int up) {
    std::string_view preposition = tree_.case_lemma(i);
    bool complementing = preposition == "of" || preposition == "for" || preposition == "to" || preposition == "on" || preposition == "about" || preposition == "with" || preposition == "against" || preposition == "toward" || preposition == "towards" || preposition == "over";
    if (verbal(i)) return complement(i, up);
    if (complementing && effect(i, up)) {
      above(i, up, true);
      return true;
    }
    if (preposition == "in" && word(up).upos == Upos::kNoun) return modified_noun(up);
    return false;
  }

  // *the potential involvement of X in talks*: what is said of the noun above holds of the act in it.
  bool modified_noun(int up) {
    for (uint16_t c : tree_.children(up)) modifier(c, word(c), lower_ascii(word(c).lemma));
    return false;
  }

  bool nominal_cue(int up) {
    if (word(up).upos != Upos::kNoun) return false;
    if (is(up, "cue_offered")) set(EventStatus::kOffered, up);
    else if (is(up, "cue_threatened")) set(EventStatus::kThreatened, up);
    else if (is(up, "cue_requested")) set(EventStatus::kRequested, up);
    else if (is(up, "cue_planned")) set(EventStatus::kPlanned, up);
    else if (is(up, "cue_possible")) set(EventStatus::kPossible, up);
    else if (is(up, "cue_denied")) deny(up);
    return false;
  }

  void finish(int head) {
    made_.negated = negated_;
    if (negated_) {
      made_.status = EventStatus::kDenied;
      made_.certainty = status_ ? -0.6 : -1;
      return;
    }
    made_.status = status_.value_or(habitual_ ? EventStatus::kHabitual : EventStatus::kOccurred);
    (void)head;
    static constexpr std::array<double, 8> kCertainty{1, 0.95, 0.6, 0.4, 0, 0.2, 0, -1};
    made_.certainty = kCertainty[static_cast<size_t>(made_.status)];
  }

  const Tree& tree_;
  const Lexicon& lexicon_;
  StatusReading made_;
  std::optional<EventStatus> status_;
  bool negated_ = false;
  bool habitual_ = false;
};

}  // namespace

StatusReading read_status(const Tree& tree, int head, const Lexicon& lexicon) { return Reader(tree, lexicon).run(head); }

void read_statuses(Report& report, const Lexicon& lexicon) {
  for (Event& event : report.events) {
    StatusReading reading = read_status(report.trees[event.sentence], event.head, lexicon);
    event.status = reading.status;
    event.negated = reading.negated;
    event.certainty = reading.certainty;
    event.why.status = reading.reason;
    event.why.cues.insert(event.why.cues.end(), reading.cues.begin(), reading.cues.end());
  }
}

}  // namespace demarche

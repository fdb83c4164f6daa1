#include "coder/status.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/lists.h"
#include "base/strings.h"
#include "coder/stance.h"
#include "coder/status_clause.h"
#include "coder/status_cues.h"
#include "coder/status_values.h"

namespace demarche {

namespace {

constexpr int kDeepest = 40;

// Reads words of one sentence from the outside in: what stands above a word gives it its stance, its own clause turns that.
class Reader {
 public:
  Reader(const Tree& tree, const Lexicon& lexicon, const StatusValues& values)
      : tree_(tree), clause_(tree, lexicon, values), cues_(clause_.cues()), values_(values) {}

  StatusReading run(int head) {
    Deprel rel = word(head).rel;
    bool helper = rel == Deprel::kCop || base(rel) == Deprel::kAux;
    return finish(stance(helper && tree_.head(head) >= 0 ? tree_.head(head) : head, 0));
  }

 private:
  const Word& word(int i) const { return tree_.word(i); }
  std::string lemma(int i) const { return lower_ascii(word(i).lemma); }
  bool is(int i, std::string_view class_name) const { return cues_.is(tree_, i, class_name); }

  // Kept, since several things below a word ask for its stance.
  const Stance& stance(int i, int depth) const {
    if (auto known = read_.find(i); known != read_.end()) return known->second;
    Stance made = depth > kDeepest ? Stance{} : outside(i, depth);
    clause_.own(i, made);
    return read_.insert_or_assign(i, std::move(made)).first->second;
  }

  // What adds to something that has not come about is less than told: *will open a road linking the towns, if he comes and sees them*.
  Stance shaded(Stance made, int i, double share, int depth) const {
    int up = tree_.head(i);
    for (int steps = 0; up >= 0 && !clausal(tree_, up) && steps < kDeepest; ++steps) up = tree_.head(up);
    if (up < 0 || up == i) return made;
    const Stance& above = stance(up, depth + 1);
    if (!above.negated && above.value < made.value) made.value += share * (above.value - made.value);
    return made;
  }

  // ---- What stands above ----

  Stance outside(int i, int depth) const {
    int up = clause_.governor(i);
    if (up < 0) return whole(i);
    switch (base(word(i).rel)) {
      case Deprel::kConj:
        return conjunct(i, depth);
      case Deprel::kXcomp:
      case Deprel::kCcomp:
        return complement(i, up, depth);
      case Deprel::kCsubj:
        return subject_clause(i, up, depth);
      case Deprel::kAcl:
        return verbal(word(up)) ? complement(i, up, depth)
               : word(i).rel != Deprel::kAclRelcl || (tree_.mark_lemma(i) == "that" && tree_.has_child(i, Deprel::kNsubj))
                   ? noun_clause(i, up, depth)
                   : shaded(relative(i, up, depth), i, values_.shade_relative, depth);
      case Deprel::kAdvcl:
        return word(i).rel == Deprel::kAdvclRelcl ? shaded(plain(values_.relative), i, values_.shade_relative, depth)
                                                  : adverbial(i, up, depth);
      case Deprel::kNsubj:
      case Deprel::kObj:
      case Deprel::kIobj:
        return argument(i, up, depth);
      case Deprel::kObl:
      case Deprel::kNmod:
        return oblique(i, up, depth);
      case Deprel::kAppos:
        return outside(up, depth + 1);
      case Deprel::kCompound:
        return compound(i, up, depth);
      case Deprel::kAmod:
        return shaded(plain(values_.attribute), i, values_.shade_attribute, depth);
      case Deprel::kParataxis:
        return parataxis(i, up);
      case Deprel::kCop:
      case Deprel::kAux:
        return stance(up, depth + 1);
      default:
        return plain(values_.definite);
    }
  }

  static Stance weaker(Stance made, double factor) {
    made.value *= factor;
    return made;
  }

  // The root: asserted, asked or commanded.
  Stance whole(int i) const {
    Stance made;
    if (clause_.asked()) {
      int wh = clause_.wh_word(i);
      made.value = wh >= 0 ? values_.wh_question : clause_.inverted_question(i) ? values_.question : values_.told_question;
      if (wh < 0) made.status = EventStatus::kPossible, made.mark(tree_.size() - 1);
      return made;
    }
    // *If only they had left!*
    if (int mark = tree_.child(i, Deprel::kMark); mark >= 0 && lemma(mark) == "if") return condition(mark);
    return clause_.imperative(i) ? command(i) : made;
  }

  Stance conjunct(int i, int depth) const {
    int first = tree_.first_conjunct(i);
    if (verbal(word(i)) && tree_.head(first) < 0) {
      // *Stop and think*, but *Stop, and they will think*; *We are full, but let us know*.
      if (!clause_.asked() && clause_.shared_auxiliaries(i) < 0 && clause_.imperative(i)) return command(i);
      Stance made = whole(first);
      if (made.status == EventStatus::kRequested && !clause_.imperative(i)) made = Stance{};
      return made.status ? made : shaded(weaker(made, values_.conjunct), i, values_.shade, depth);
    }
    return outside(first, depth + 1);
  }

  Stance parataxis(int i, int up) const {
    if (clause_.imperative(i) && !clause_.asked()) return command(i);
    return clause_.asked() && tree_.last(i) + 1 >= tree_.last(tree_.first_conjunct(up)) ? plain(values_.wh_question) : Stance{};
  }

  Stance command(int i) const {
    Stance made;
    made.status = EventStatus::kRequested;
    made.value = values_.imperative;
    made.mark(i);
    return made;
  }

  Stance transfer(Signature signature, const Stance& above, int up, int i) const {
    bool passive = tree_.has_child(up, Deprel::kAuxPass) || word(up).xpos == "VBN";
    bool completed = past(tree_, up) && base(word(i).rel) == Deprel::kXcomp;
    return pass_on(signature, above, {up, passive && !clause_.conditional(up), completed, word(i).xpos == "VBG"}, values_);
  }

  // *expressed willingness to sign*: the noun between verb and infinitive says it.
  std::optional<Stance> carried_by_object(int i, int up, int depth) const {
    int object = tree_.child(up, Deprel::kObj);
    if (object < 0 || object > i || word(object).upos != Upos::kNoun || complement_form(tree_, i) != Complement::kInfinitive ||
        is(up, "cue_requested"))
      return std::nullopt;
    Signature said = cues_.signature(tree_, object, Complement::kInfinitive);
    bool carries = said == Signature::kOffered || said == Signature::kPlanned || said == Signature::kThreatened ||
                   said == Signature::kRefused || said == Signature::kFailed || said == Signature::kTried || said == Signature::kRequested;
    if (!carries) return std::nullopt;
    return transfer(said, stance(object, depth + 1), object, i);
  }

  // *rejected accusations that they had left, reports that they had left were false*: the verb or predicate that disputes the claim in the
  // noun before `i`; -1 if none.
  int disputed_by(int i, int up) const {
    int noun = verbal(word(up)) ? tree_.child(up, Deprel::kObj) : up;
    if (noun < 0 || noun > i || word(noun).upos != Upos::kNoun || !is(noun, "cue_claim")) return -1;
    int by = tree_.head(noun);
    Deprel rel = word(noun).rel;
    bool argument = base(rel) == Deprel::kObj || rel == Deprel::kNsubjPass || (base(rel) == Deprel::kNsubj && by >= 0 && !verbal(word(by)));
    return argument && by >= 0 && (is(by, "cue_disputed") || is(by, "cue_refused")) ? by : -1;
  }

  Stance complement(int i, int up, int depth) const {
    if ((i > up && clause_.proviso(up)) || clause_.inverted(i)) return condition(i > up && clause_.proviso(up) ? up : tree_.first(i));
    Complement form = complement_form(tree_, i);
    if (auto carried = carried_by_object(i, up, depth)) return *carried;
    Stance above = stance(up, depth + 1);
    if (int by = form == Complement::kClause ? disputed_by(i, up) : -1; by >= 0) return transfer(Signature::kDenied, above, by, i);
    if (form == Complement::kClause && clause_.question_marked(i)) return asked_inside(i);
    if (auto must = obligation(i, up)) return with(above, *must, up);
    Signature signature = cues_.signature(tree_, up, form);
    // *denied it: "No talks were held"* quotes the denial.
    if (signature == Signature::kDenied && quoted(i, up)) signature = Signature::kSaid;
    // *insisted that they withdraw* asks, *insisted that they withdrew* tells; *demanded that they should* asks.
    if (form == Complement::kClause && is(up, "cue_requested") && (clause_.asks_inside(i) || clause_.bare_present(i)) &&
        !is(up, "cue_said"))
      signature = Signature::kRequested;
    if (form == Complement::kClause && lemma(up) == "warn" && clause_.own_threat(i, up)) signature = Signature::kThreatened;
    if (form == Complement::kClause && signature == Signature::kPlanned && clause_.told(i)) signature = Signature::kSaid;
    // *wishes that they had left* says that they did not.
    if (form == Complement::kClause && lemma(up) == "wish" && clause_.told(i)) signature = Signature::kDenied;
    // *could not believe that they had left* is surprise at a fact.
    if (signature == Signature::kBelieved && lemma(up) == "believe" && above.negated && clause_.helped_by(up, "can", "could"))
      signature = Signature::kFact;
    // *I don't know that they would* is a doubt.
    int knower = tree_.child(up, Deprel::kNsubj);
    if (signature == Signature::kFact && above.negated && knower >= 0 && lemma(knower) == "i" && !past(tree_, up))
      signature = Signature::kBelieved;
    if (signature != Signature::kNone) return transfer(signature, above, up, i);
    if (form == Complement::kClause) return transfer(Signature::kSaid, above, up, i);
    Stance made = transfer(Signature::kThrough, above, up, i);
    if (form == Complement::kInfinitive && word(i).xpos == "VB" && verbal(word(up))) {
      made.value *= values_.loose_infinitive;
      // *struck the camp to free them*: a purpose where the parse takes it for a complement.
      if (!made.status && !made.negated && tree_.has_child(up, Deprel::kObj) && !spoken(i))
        made.status = EventStatus::kPlanned, made.mark(tree_.child(i, Deprel::kMark));
    }
    return made;
  }

  // *phoned her to thank her*: what is said is said with the act that it is the purpose of.
  bool spoken(int i) const { return is(i, "cue_said") || is(i, "cue_requested") || is(i, "cue_fact"); }

  // True if a colon or a quotation mark parts the predicate from its complement.
  bool quoted(int i, int up) const {
    for (int k = std::min(i, up) + 1; k < std::max(i, up); ++k)
      if (word(k).form == ":" || word(k).form == "\"" || word(k).form == "“" || word(k).form == "``") return true;
    return false;
  }

  Stance asked_inside(int i) const {
    Stance made;
    made.status = EventStatus::kPossible;
    made.value = values_.question;
    for (uint16_t c : tree_.children(i))
      if (word(c).rel == Deprel::kMark) made.mark(c);
    return made;
  }

  // *have to, need to, be to, be going to* with an infinitive as complement.
  std::optional<Modal> obligation(int i, int up) const {
    if (complement_form(tree_, i) != Complement::kInfinitive || base(word(i).rel) != Deprel::kXcomp) return std::nullopt;
    std::string verb = lemma(up);
    bool object = tree_.has_child(up, Deprel::kObj);
    if (clause_.going_to(up)) return Modal{std::nullopt, 1, -1};
    if (verb == "be" && !object) return Modal{EventStatus::kPlanned, values_.will, values_.will_not};
    bool to = tree_.mark_lemma(i) == "to";
    // *I have to say*
    if (verb == "have" && is(i, "cue_polite") && is(i, "cue_said") && !past(tree_, up)) return Modal{std::nullopt, 1, -1};
    if ((verb == "have" || verb == "need") && !object && to) {
      // *said that they had to leave* asks for it.
      bool told = base(word(up).rel) == Deprel::kCcomp && tree_.head(up) >= 0 && is(tree_.head(up), "cue_said");
      if (verb == "have" && past(tree_, up) && denier(tree_, up) < 0 && !told) return Modal{std::nullopt, values_.caused, values_.must_not};
      return Modal{EventStatus::kRequested, values_.must, values_.not_requested};
    }
    if (verb == "use" && word(up).xpos == "VBD" && !object) return Modal{std::nullopt, values_.used_to, values_.used_not_to};
    return std::nullopt;
  }

  static Stance with(Stance above, const Modal& modal, int up) {
    above.value = above.value >= 0 ? above.value * modal.value : -above.value * modal.denied;
    if (!above.status) above.status = modal.status;
    above.mark(up);
    return above;
  }

  Stance subject_clause(int i, int up, int depth) const {
    Complement form = complement_form(tree_, i);
    Signature signature = cues_.signature(tree_, up, form);
    Stance above = stance(up, depth + 1);
    if (signature != Signature::kNone) return transfer(signature, above, up, i);
    Stance made = plain(form == Complement::kInfinitive ? values_.subject_infinitive
                        : form == Complement::kGerund   ? values_.subject_gerund
                                                        : values_.adverbial);
    if (form == Complement::kInfinitive) made.status = EventStatus::kPossible, made.mark(up);
    made.condition = above.condition;
    return made;
  }

  // A present tense beside a future or a command: *take whatever time it takes, will see who comes*. What a comma sets off tells for
  // itself.
  bool present_ahead(int i, int depth) const {
    bool present = word(i).xpos == "VBP" || word(i).xpos == "VBZ" || (!verbal(word(i)) && !past(tree_, i));
    int before = tree_.first(i) - 1;
    if (!present || tree_.has_child(i, Deprel::kAux) || (before >= 0 && word(before).form == ",")) return false;
    int up = tree_.head(i);
    while (up >= 0 && !clausal(tree_, up) && tree_.head(up) >= 0 && depth++ < kDeepest) up = tree_.head(up);
    if (up < 0 || up == i) return false;
    Stance above = stance(up, depth + 1);
    return above.condition || (above.status && *above.status != EventStatus::kHabitual);
  }

  Stance relative(int i, int up, int depth) const {
    std::string noun = lemma(up);
    bool open = noun == "anyone" || noun == "anybody" || noun == "anything" || noun == "whoever" || noun == "whatever" ||
                noun == "nobody" || noun == "none" || noun == "nothing" || noun == "someone";
    for (uint16_t c : tree_.children(up))
      open = open || (base(word(c).rel) == Deprel::kDet && (lemma(c) == "any" || lemma(c) == "no" || lemma(c) == "every"));
    if (open) return plain(values_.open_relative);
    return present_ahead(i, depth) ? plain(values_.present_ahead) : plain(values_.relative);
  }

  // *plans to leave, the claim that they left, troops leaving the city*
  Stance noun_clause(int i, int up, int depth) const {
    Complement form = complement_form(tree_, i);
    if (is(up, "cue_condition") && form == Complement::kClause && tree_.mark_lemma(i) == "that") return condition(up);
    if (int by = form == Complement::kClause ? disputed_by(i, up) : -1; by >= 0)
      return transfer(Signature::kDenied, stance(by, depth + 1), by, i);
    Signature signature = cues_.signature(tree_, up, form);
    bool participle =
        !verbal(word(up)) && (word(i).xpos == "VBG" || word(i).xpos == "VBN") && tree_.case_lemma(i).empty() && tree_.mark_lemma(i).empty();
    // *want the ban lifted*
    int verb = tree_.head(up);
    bool wanted = participle && word(i).xpos == "VBN" && verb >= 0 && verb < up && verbal(word(verb)) && is(verb, "cue_wanting");
    if (wanted) return transfer(Signature::kRequested, stance(verb, depth + 1), verb, i);
    if (participle) return shaded(plain(values_.participial), i, values_.shade, depth);
    if (form == Complement::kInfinitive && clause_.ranked(up)) return plain(values_.ranked);
    if (signature != Signature::kNone) return transfer(signature, stance(up, depth + 1), up, i);
    if (form == Complement::kInfinitive && tree_.head(up) < 0) {
      // *Jordan's king to visit Egypt*: a headline's future.
      Stance made = plain(values_.will);
      made.status = EventStatus::kPlanned;
      made.mark(tree_.child(i, Deprel::kMark));
      return made;
    }
    if (form == Complement::kInfinitive) {
      Stance made = plain(values_.infinitive);
      made.status = EventStatus::kPossible;
      made.mark(up);
      return made;
    }
    if (form == Complement::kClause && up < i) {
      // *There is no evidence that they left* leaves it open.
      const Stance& above = stance(up, depth + 1);
      if (above.negated && !clause_.definite(up)) {
        Stance open = plain(values_.doubted);
        open.status = EventStatus::kPossible;
        open.cues = above.cues;
        return open;
      }
    }
    return form == Complement::kClause ? plain(values_.said) : shaded(plain(values_.gerund), i, values_.shade, depth);
  }

  // ---- Adverbial clauses ----

  Stance condition(int by) const {
    Stance made;
    made.condition = true;
    made.status = EventStatus::kPossible;
    made.value = values_.condition;
    made.mark(by);
    return made;
  }

  Stance adverbial(int i, int up, int depth) const {
    static constexpr std::array<std::string_view, 11> kConditions{"if",         "unless",     "provided", "providing", "whether", "in case",
                                                                  "as long as", "so long as", "assuming", "supposing", "lest"};
    static constexpr std::array<std::string_view, 7> kTimes{"when", "after", "once", "as soon as", "before", "until", "till"};
    std::string mark(tree_.mark_lemma(i));
    if (mark.empty() || mark == "to") {
      if (std::string preposition(tree_.case_lemma(i)); !preposition.empty() && mark.empty()) mark = preposition;
    }
    int marker = tree_.child(i, Deprel::kMark);
    if (mark.empty() || mark == "to")
      for (uint16_t c : tree_.children(i))
        if (base(word(c).rel) == Deprel::kAdvmod && (lemma(c) == "when" || lemma(c) == "once" || lemma(c) == "whenever") && c < i)
          mark = lemma(c), marker = c;
    if (among(kConditions, mark) || clause_.inverted(i)) return condition(marker >= 0 ? marker : tree_.first(i));
    if (among(kTimes, mark)) return temporal(i, up, mark, marker, depth);
    if (mark == "without" || mark == "instead of" || mark == "rather than" || mark == "instead") return left_out(i, mark);
    if (mark == "as if" || mark == "as though" || mark == "like") return plain(values_.like);
    Complement form = complement_form(tree_, i);
    // *predicting the truce would fail* where the parse takes what is said for an adverbial.
    bool unmarked =
        (mark.empty() || mark == "that") && form == Complement::kClause && i > up && verbal(word(up)) && tree_.has_child(i, Deprel::kNsubj);
    if (unmarked && cues_.signature(tree_, up, form) != Signature::kNone) return complement(i, up, depth);
    if (form == Complement::kInfinitive && word(i).xpos == "VB") return purpose(i, up, depth);
    if (form != Complement::kClause) return participial(i, up, depth);
    if (mark == "so that" || mark == "in order that" || mark == "so") return plain(values_.purpose);
    return shaded(plain(present_ahead(i, depth) ? values_.present_ahead : values_.reason), i, values_.shade, depth);
  }

  Stance left_out(int i, const std::string& mark) const {
    Stance made;
    made.negated = true;
    made.value = mark == "without" ? values_.without : values_.instead;
    int by = tree_.child(i, Deprel::kMark);
    made.mark(by >= 0 ? by : std::max(0, tree_.child(i, Deprel::kCase)));
    return made;
  }

  // *will leave once it is signed* leaves the signing open, *left after it was signed* tells it.
  Stance temporal(int i, int up, const std::string& mark, int marker, int depth) const {
    Stance above = stance(up, depth + 1);
    bool ahead = above.status && *above.status != EventStatus::kHabitual;
    bool told = (past(tree_, i) || word(i).xpos == "VBN") && !ahead;
    bool until = mark == "until" || mark == "till";
    bool nonfinite =
        word(i).xpos == "VBG" || (word(i).xpos == "VBN" && !tree_.has_child(i, Deprel::kAux) && !tree_.has_child(i, Deprel::kAuxPass));
    bool plain_past = word(i).xpos == "VBD" && mark != "when" && mark != "once";
    if (until || (ahead && !nonfinite && !plain_past)) {
      Stance made;
      made.condition = true;
      made.status = EventStatus::kPossible;
      made.value = word(i).xpos == "VBD" ? values_.time_past : until && told ? values_.time_until : values_.time_future;
      if (marker >= 0) made.mark(marker);
      return made;
    }
    if (nonfinite && ahead) return above;
    bool generic = word(i).xpos == "VBP" || word(i).xpos == "VBZ";
    return plain(mark == "before" ? values_.time_before : generic ? values_.time_generic : values_.time_past);
  }

  // An infinitive that hangs on the verb: its complement by another name, or its purpose.
  Stance purpose(int i, int up, int depth) const {
    if (auto carried = carried_by_object(i, up, depth)) return *carried;
    Stance above = stance(up, depth + 1);
    if (auto must = obligation(i, up)) return with(above, *must, up);
    Signature signature = cues_.signature(tree_, up, Complement::kInfinitive);
    bool complement = signature == Signature::kPlanned || signature == Signature::kOffered || signature == Signature::kRequested ||
                      signature == Signature::kThreatened || signature == Signature::kFailed || signature == Signature::kRefused ||
                      signature == Signature::kTried || signature == Signature::kAchieved || signature == Signature::kExpected;
    bool meant = lemma(tree_.first(i)) == "in" || lemma(tree_.first(i)) == "so";
    if (complement && !meant && up < i) return transfer(signature, above, up, i);
    Stance made;
    made.value = above.negated ? 0 : above.value > 0 ? above.value * values_.purpose : above.value;
    made.status = above.status && !above.negated ? above.status : EventStatus::kPlanned;
    made.condition = above.condition;
    if (int to = tree_.child(i, Deprel::kMark); to >= 0) made.mark(to);
    return made;
  }

  // *met the king, urging ...; by signing it; accused them of shelling it*
  Stance participial(int i, int up, int depth) const {
    Stance above = stance(up, depth + 1);
    Signature signature = cues_.signature(tree_, up, Complement::kGerund);
    std::string_view preposition = tree_.case_lemma(i);
    if (preposition.empty()) preposition = tree_.mark_lemma(i);
    if (preposition == "against" && signature == Signature::kNone) signature = Signature::kRefused;  // *voted against sending them*
    static constexpr std::array<std::string_view, 9> kComplementing{"of", "for", "from", "against", "about", "on", "to", "over", "into"};
    bool direct = preposition.empty() && i > up && !tree_.has_child(up, Deprel::kObj) && word(i - 1).form != ",";  // *rule out sending*
    if (signature != Signature::kNone && (direct || among(kComplementing, preposition))) return transfer(signature, above, up, i);
    Stance made = plain(values_.participial);
    if (above.negated) return made;
    if (!above.status) return shaded(made, i, values_.shade, depth);
    made.status = above.status;
    made.condition = above.condition;
    made.value = above.value;
    made.cues = above.cues;
    return made;
  }

  // ---- Event nouns among the arguments ----

  // *no talks were held, will hold talks, rejected talks*
  Stance argument(int i, int up, int depth) const {
    if (clausal(tree_, i)) return complement(i, up, depth);
    bool object = base(word(i).rel) == Deprel::kObj || word(i).rel == Deprel::kNsubjPass;
    bool predicate = !verbal(word(up));
    // *The raid was necessary* tells of a raid; *talks are necessary* asks for them. Who is called or asked is no act.
    bool open = object ? !is(up, "cue_addressing") : predicate && !clause_.definite(i);
    Signature signature = open ? cues_.signature(tree_, up, Complement::kNoun) : Signature::kNone;
    Stance above = stance(up, depth + 1);
    if (denier(tree_, up) == i) {
      // The *no* of *held no talks* counts once, and it will be counted with the noun.
      above.negated = !above.negated;
      above.value = -above.value;
    }
    if (signature != Signature::kNone) return transfer(signature, above, up, i);
    if (predicate || is(up, "cue_said") || is(up, "cue_existing") || (is(up, "cue_ended") && clause_.definite(i)))
      return plain(values_.definite);
    if (is(up, "cue_held") || !clause_.definite(i)) return above.value > 0 || is(up, "cue_held") ? above : plain(values_.definite);
    return plain(values_.definite);
  }

  // *plans for a meeting, the threat of sanctions, called for talks*: only some prepositions bring the complement of a cue.
  Stance oblique(int i, int up, int depth) const {
    if (clausal(tree_, i)) return complement(i, up, depth);
    std::string_view preposition = tree_.case_lemma(i);
    static constexpr std::array<std::string_view, 12> kComplementing{"of",      "for",    "to",      "on",   "about", "with",
                                                                     "against", "toward", "towards", "over", "from",  "into"};
    static constexpr std::array<std::string_view, 5> kTimes{"after", "before", "upon", "following", "at"};
    if (preposition == "without") return left_out(i, "without");
    if (word(i).rel == Deprel::kOblAgent && !clause_.definite(i)) return stance(up, depth + 1);
    if (among(kComplementing, preposition)) {
      // *expressed support for talks*: the noun between them says it.
      int object = tree_.child(up, Deprel::kObj);
      Signature carried = object >= 0 && object < i && word(object).upos == Upos::kNoun ? cues_.signature(tree_, object, Complement::kNoun)
                                                                                        : Signature::kNone;
      if (carried != Signature::kNone && verbal(word(up))) return transfer(carried, stance(up, depth + 1), object, i);
      Signature signature = cues_.signature(tree_, up, Complement::kNoun);
      if (signature != Signature::kNone) return transfer(signature, stance(up, depth + 1), up, i);
      if (is(up, "cue_caused") || (is(up, "cue_held") && (preposition == "to" || preposition == "into" || preposition == "with")))
        return stance(up, depth + 1);
    }
    if (preposition == "until" || preposition == "till" || preposition == "pending") {
      Stance made = plain(values_.time_until);
      made.status = EventStatus::kPossible;
      made.mark(tree_.child(i, Deprel::kCase));
      return made;
    }
    if (preposition == "in" && word(up).upos == Upos::kNoun) {
      Stance made = plain(values_.definite);
      clause_.nominal(up, made, made.value);
      return made;
    }
    if (among(kTimes, preposition) && verbal(word(up))) {
      Stance above = stance(up, depth + 1);
      if (above.status == EventStatus::kPlanned || above.status == EventStatus::kOffered) return above.negated = false, above;
    }
    return plain(values_.definite);
  }

  // *a peace proposal*
  Stance compound(int i, int up, int depth) const {
    if (word(up).upos != Upos::kNoun) return plain(values_.definite);
    Signature signature = cues_.signature(tree_, up, Complement::kNoun);
    return signature == Signature::kNone ? plain(values_.definite) : transfer(signature, stance(up, depth + 1), up, i);
  }

  // ---- The reading ----

  StatusReading finish(const Stance& s) const {
    StatusReading made;
    made.negated = s.negated && !s.condition;
    made.status =
        s.condition && !s.status ? EventStatus::kPossible : s.status.value_or(s.habitual ? EventStatus::kHabitual : EventStatus::kOccurred);
    if (made.negated) made.status = EventStatus::kDenied;
    if (s.condition && s.status != EventStatus::kPossible && s.negated) made.status = EventStatus::kPossible;
    made.certainty = std::clamp(s.value, -1.0, 1.0);
    std::vector<int> words;
    for (int cue : s.cues)
      if (cue >= 0) words.push_back(cue);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (size_t k = 0; k < words.size(); ++k) {
      int at = words[k];
      if (k > 0) made.reason += words[k - 1] + 1 == at ? " " : " … ";
      made.reason += lower_ascii(word(at).form);
      made.cues.push_back(word(at).span);
    }
    return made;
  }

  const Tree& tree_;
  ClauseReader clause_;
  const StatusCues& cues_;
  const StatusValues& values_;
  mutable std::map<int, Stance> read_;
};

}  // namespace

StatusReading read_status(const Tree& tree, int head, const Lexicon& lexicon, FactQuestion question) {
  return Reader(tree, lexicon, question == FactQuestion::kRealised ? kRealisedValues : kStatusValues).run(head);
}

namespace {

bool speaks(const Event& event) {
  return event.type == EventType::kAgree || event.type == EventType::kRequest || event.type == EventType::kReject ||
         event.type == EventType::kThreaten || event.type == EventType::kAccuse;
}

// *turned down their offer, dismissed the threat*: what was said was said, whatever became of what it was about.
bool refused_words(const Tree& tree, const Event& event, const Lexicon& lexicon) {
  const Word& word = tree.word(event.head);
  int up = tree.head(event.head);
  if (!speaks(event) || word.upos != Upos::kNoun || up < 0 || denier(tree, up) >= 0) return false;
  for (uint16_t c : tree.children(event.head))
    if (base(tree.word(c).rel) == Deprel::kDet && (tree.word(c).lemma == "any" || tree.word(c).lemma == "no")) return false;
  StatusCues cues(lexicon);
  bool object = base(word.rel) == Deprel::kObj || word.rel == Deprel::kNsubjPass;
  return object && (cues.is(tree, up, "cue_refused") || cues.is(tree, up, "cue_disputed")) && past(tree, up);
}

// *plan an attack, a visit was discussed, raise the possibility of talks*
bool prospective(const Tree& tree, int noun, const Lexicon& lexicon) {
  int up = tree.head(noun);
  if (up < 0 || !StatusCues(lexicon).is(tree, up, "cue_prospective")) return false;
  Deprel rel = tree.word(noun).rel;
  return tree.word(up).upos == Upos::kNoun ? base(rel) == Deprel::kNmod : base(rel) == Deprel::kObj || rel == Deprel::kNsubjPass;
}

// *failed to withdraw*, *planned talks* coded as one event: the status is that of the act which the trigger ends in. Speaking is an act by
// itself.
int act_of(const Tree& tree, const Event& event) {
  int act = event.head;
  if (speaks(event)) return act;
  int up = tree.head(act);
  if (tree.word(act).rel == Deprel::kAmod && up >= 0 && event.trigger.contains(tree.word(up).span)) return up;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (uint16_t c : tree.children(act)) {
      Deprel rel = base(tree.word(c).rel);
      bool complement =
          rel == Deprel::kXcomp || rel == Deprel::kCcomp || rel == Deprel::kAcl || (rel == Deprel::kAdvcl && tree.word(c).xpos == "VB");
      if (!complement || c < act || !verbal(tree.word(c)) || !event.trigger.contains(tree.word(c).span)) continue;
      act = c;
      deeper = true;
      break;
    }
  }
  return act;
}

}  // namespace

bool does_harm(const Event& event) {
  return quad_class(event.type) == QuadClass::kMaterialConflict && event.type != EventType::kProtest;
}

void read_statuses(Report& report, const Lexicon& lexicon) {
  for (Event& event : report.events) {
    const Tree& tree = report.trees[event.sentence];
    StatusReading reading = read_status(tree, act_of(tree, event), lexicon);
    // *plans for a meeting, planned an attack, a visit was discussed*: one event, and the act in it is what has the status.
    bool noun = tree.word(event.head).upos == Upos::kNoun;
    for (int word = noun ? event.head + 1 : 0; word < tree.size() && reading.status == EventStatus::kOccurred; ++word)
      if (event.trigger.contains(tree.word(word).span) && tree.word(word).upos == Upos::kNoun && tree.under(word, event.head) &&
          (noun || prospective(tree, word, lexicon)))
        reading = read_status(tree, word, lexicon);
    if (refused_words(tree, event, lexicon)) reading = StatusReading{.certainty = kStatusValues.definite, .reason = {}, .cues = {}};
    // *sought to isolate them* is an attempt on others: nobody is asked.
    bool attempt = tree.word(event.head).lemma == "seek" && quad_class(event.type) == QuadClass::kMaterialConflict;
    if (attempt && reading.status == EventStatus::kRequested) reading.status = EventStatus::kOccurred;
    // *would strike back if they came*: who would do harm threatens it.
    bool foretold = reading.reason == "will" || reading.reason == "would" || reading.reason == "'ll" || reading.reason == "’ll";
    if (does_harm(event) && foretold && reading.status == EventStatus::kOffered) reading.status = EventStatus::kThreatened;
    event.status = reading.status;
    event.negated = reading.negated;
    event.certainty = reading.certainty;
    event.why.status = reading.reason;
    event.why.cues.insert(event.why.cues.end(), reading.cues.begin(), reading.cues.end());
  }
}

}  // namespace demarche

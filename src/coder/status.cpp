#include "coder/status.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "coder/status_cues.h"
#include "coder/status_values.h"

namespace demarche {

namespace {

constexpr const StatusValues& kV = kStatusValues;
constexpr int kDeepest = 40;

template <class List>
bool among(const List& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// How a place in the sentence presents what stands there.
struct Stance {
  std::optional<EventStatus> status;  // nothing: as a plain fact, or denied where `negated`
  bool negated = false;
  bool habitual = false;
  bool condition = false;  // inside the clause that something depends on
  double value = 1;
  std::vector<int> cues;   // words, outermost first

  void mark(int word) { cues.push_back(word); }
};

// Reads words of one sentence from the outside in: what stands above a word gives it its stance, its own clause turns that.
class Reader {
 public:
  Reader(const Tree& tree, const Lexicon& lexicon) : tree_(tree), cues_(lexicon) {}

  StatusReading run(int head) {
    Deprel rel = word(head).rel;
    bool helper = rel == Deprel::kCop || base(rel) == Deprel::kAux;
    return finish(stance(helper && tree_.head(head) >= 0 ? tree_.head(head) : head, 0));
  }

 private:
  const Word& word(int i) const { return tree_.word(i); }
  std::string lemma(int i) const { return lower_ascii(word(i).lemma); }
  bool is(int i, std::string_view class_name) const { return cues_.is(tree_, i, class_name); }

  Stance stance(int i, int depth) const {
    Stance made = depth > kDeepest ? Stance{} : outside(i, depth);
    own(i, made);
    return made;
  }

  // ---- What the clause's own words say ----

  void own(int i, Stance& s) const {
    int sharing = shared_auxiliaries(i);
    int at = -1;
    std::optional<Modal> modal = polite(i) ? std::nullopt : StatusCues::modal(tree_, i, at);
    if (!modal && sharing >= 0) modal = StatusCues::modal(tree_, sharing, at);
    if (!modal) modal = arranged(i, at);
    int deny = denier(tree_, i);
    if (deny < 0 && sharing >= 0 && word(i).xpos == word(sharing).xpos) deny = denier(tree_, sharing);
    double denial = deny >= 0 && (word(deny).upos == Upos::kNoun || word(deny).upos == Upos::kPron || base(word(deny).rel) == Deprel::kDet) ? kV.denied_phrase : kV.denied;
    double value = modal ? (deny >= 0 ? modal->denied : modal->value) : form(i) * (deny >= 0 ? denial : 1);
    if (modal) {
      if (!s.status) s.status = modal_status(i, sharing, at, *modal);
      s.mark(at);
    }
    if (deny >= 0) {
      s.negated = !s.negated;
      s.mark(deny);
    }
    for (uint16_t c : tree_.children(i)) adverb(i, c, s, value);
    if (!clausal(tree_, i)) nominal(i, s, value);
    // *I don't think they would go*: a modal takes nothing from a denial above it.
    s.value *= s.value < 0 && value > 0 ? std::max(value, kV.present) : value;
  }

  // *would like to, would argue that*: the form of a plain *want* or *say*.
  bool polite(int i) const {
    if (!is(i, "cue_polite") || reported(i) || conditional(i)) return false;
    for (uint16_t c : tree_.children(i))
      if (word(c).rel == Deprel::kAux && (lemma(c) == "would" || lemma(c) == "'d" || lemma(c) == "’d")) return true;
    return false;
  }

  // *will meet and sign*: the first conjunct, if its auxiliaries and *not* reach this one; else -1.
  int shared_auxiliaries(int i) const {
    if (word(i).rel != Deprel::kConj || !verbal(word(i))) return -1;
    int first = nearest(i);
    bool own_words = tree_.has_child(i, Deprel::kNsubj) || tree_.has_child(i, Deprel::kAux) || tree_.has_child(i, Deprel::kAuxPass);
    bool same_kind = word(i).xpos == "VB" || (word(i).xpos == word(first).xpos && (word(i).xpos == "VBN" || word(i).xpos == "VBG"));
    return first != i && verbal(word(first)) && !own_words && same_kind ? first : -1;
  }

  // Up the chain of conjuncts to the first that has auxiliaries or a subject of its own.
  int nearest(int i) const {
    int at = i;
    for (int steps = 0; steps < kDeepest && word(at).rel == Deprel::kConj && tree_.head(at) >= 0; ++steps) {
      at = tree_.head(at);
      if (tree_.has_child(at, Deprel::kAux) || tree_.has_child(at, Deprel::kNsubj) || tree_.has_child(at, Deprel::kMark)) break;
    }
    return at;
  }

  EventStatus modal_status(int i, int sharing, int at, const Modal& modal) const {
    bool depends = conditional(i) || (sharing >= 0 && conditional(sharing));
    std::string form = lemma(at);
    bool would = form == "would" || form == "'d" || form == "’d";
    if (depends && (modal.status == EventStatus::kPlanned || would)) return EventStatus::kOffered;
    if (would && modal.value > 0 && reported(i)) return EventStatus::kPlanned;
    return modal.status.value_or(EventStatus::kOccurred);
  }

  // *would* is the future of reported speech in the past.
  bool reported(int i) const {
    int first = tree_.first_conjunct(i);
    int above = tree_.head(first);
    if (above < 0) return false;
    if (base(word(first).rel) == Deprel::kCcomp || word(first).rel == Deprel::kAcl) return is(above, "cue_said") || is(above, "cue_planned") || is(above, "cue_offered");
    for (uint16_t c : tree_.children(first))
      if (word(c).rel == Deprel::kParataxis && is(c, "cue_said")) return true;
    return false;
  }

  // True if the clause depends on a clause of condition: *if, unless, only when ...*
  bool conditional(int i) const {
    static constexpr std::array<std::string_view, 9> kMarks{"if", "unless", "provided", "providing", "until", "till", "as long as", "so long as", "except"};
    for (uint16_t c : tree_.children(i)) {
      if (base(word(c).rel) != Deprel::kAdvcl) continue;
      if (among(kMarks, tree_.mark_lemma(c)) || inverted(c) || (verbal(word(c)) && is(c, "cue_condition"))) return true;
      for (uint16_t d : tree_.children(c))
        if (word(d).lemma == "only" && d < c) return true;
      if (tree_.first(c) > 0 && word(tree_.first(c) - 1).lemma == "only") return true;
    }
    return false;
  }

  // *is to withdraw, is going to, has to, is about to, used to* where the parse makes an auxiliary of them.
  std::optional<Modal> arranged(int i, int& at) const {
    bool to = false;
    for (uint16_t c : tree_.children(i)) {
      to = to || (word(c).rel == Deprel::kMark && lemma(c) == "to");
      bool be = (base(word(c).rel) == Deprel::kAux || word(c).rel == Deprel::kCop) && lemma(c) == "be" && c < i;
      if (be && word(i).xpos == "VB" && c + 1 < tree_.size() && lemma(c + 1) == "to") at = c;
      if (word(c).rel == Deprel::kAux && lemma(c) == "use") {
        at = c;
        return Modal{std::nullopt, kV.used_to, kV.used_not_to};
      }
    }
    if (at >= 0) return Modal{EventStatus::kPlanned, kV.will, kV.will_not};
    if (going_to(i)) return at = i, Modal{EventStatus::kPlanned, kV.will, kV.will_not};
    if (!to && soon(i)) return at = i, Modal{EventStatus::kPlanned, kV.will, kV.will_not};
    // *Russia to hold drills*: a headline's future.
    if (to && tree_.head(i) < 0 && tree_.has_child(i, Deprel::kNsubj)) return at = i, Modal{EventStatus::kPlanned, kV.will, kV.will_not};
    return std::nullopt;
  }

  // *are going to talk*
  bool going_to(int i) const {
    int below = tree_.child(i, Deprel::kXcomp);
    return lemma(i) == "go" && word(i).xpos == "VBG" && below >= 0 && word(below).xpos == "VB" && tree_.mark_lemma(below) == "to";
  }

  // *is visiting Oslo tomorrow, meets her next week*
  bool soon(int i) const {
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
  double form(int i) const {
    std::string_view xpos = word(i).xpos;
    if (!verbal(word(i))) return tree_.has_child(i, Deprel::kCop) ? kV.present : kV.noun;
    if (xpos == "VBD") return kV.past;
    if (xpos == "VBZ" || xpos == "VBP") return kV.present;
    if (xpos == "VBG") return kV.progressive;
    if (xpos == "VBN") return kV.participle;
    return tree_.has_child(i, Deprel::kAux) ? kV.present : kV.bare;
  }

  void adverb(int i, int c, Stance& s, double& value) const {
    Deprel rel = base(word(c).rel);
    if (rel == Deprel::kObl || rel == Deprel::kAdvmod) repeated(c, s);
    if (rel != Deprel::kAdvmod) return;
    if (is(c, "cue_habitual")) {
      s.habitual = true;
      s.mark(c);
    }
    if (is(c, "cue_rarely") && lemma(c) != "hardly" && lemma(c) != "scarcely") weaken(c, kV.rarely, std::nullopt, s, value);
    else if (is(c, "cue_perhaps")) weaken(c, kV.perhaps, EventStatus::kPossible, s, value);
    else if (is(c, "cue_probably")) weaken(c, kV.probably, EventStatus::kPossible, s, value);
    else if (is(c, "cue_reportedly")) weaken(c, kV.reportedly, std::nullopt, s, value);
    else if (is(c, "cue_almost") && c + 1 == i && clausal(tree_, i)) weaken(c, kV.almost, EventStatus::kPossible, s, value);
  }

  static void weaken(int cue, double factor, std::optional<EventStatus> status, Stance& s, double& value) {
    value *= factor;
    if (status && !s.status) s.status = status;
    s.mark(cue);
  }

  // *numerous times, every year*
  void repeated(int c, Stance& s) const {
    std::string unit = lemma(c);
    bool countable = unit == "time" || unit == "occasion";
    if (!countable && unit != "year" && unit != "day" && unit != "week" && unit != "month") return;
    for (uint16_t d : tree_.children(c)) {
      std::string how = lemma(d);
      bool many = countable && (how == "many" || how == "numerous" || how == "several" || how == "countless" || how == "repeated");
      if (!many && how != "every" && how != "each") continue;
      s.habitual = true;
      s.mark(d);
    }
  }

  // What stands before an event noun: *the potential meeting, any visit, a planned summit, an alleged attack*.
  void nominal(int i, Stance& s, double& value) const {
    int first = tree_.first_conjunct(i);
    for (uint16_t c : tree_.children(i)) modifier(c, s, value);
    if (first == i || verbal(word(first))) return;
    for (uint16_t c : tree_.children(first))
      if (c < first && base(word(c).rel) == Deprel::kAmod) modifier(c, s, value);
  }

  void modifier(int c, Stance& s, double& value) const {
    auto turn = [&](EventStatus status, double factor) {
      s.status = status == EventStatus::kPossible && s.status ? s.status : status;
      value *= factor;
      s.mark(c);
    };
    if (base(word(c).rel) == Deprel::kDet && lemma(c) == "any") return turn(EventStatus::kPossible, kV.perhaps);
    if (word(c).rel != Deprel::kAmod && word(c).rel != Deprel::kCompound) return;
    if (is(c, "cue_potential")) turn(EventStatus::kPossible, kV.perhaps);
    else if (is(c, "cue_upcoming")) turn(EventStatus::kPlanned, kV.planned);
    else if (is(c, "cue_threatened")) turn(EventStatus::kThreatened, kV.threatened);
    else if (is(c, "cue_alleged")) weaken(c, kV.claimed, std::nullopt, s, value);
    else if (is(c, "cue_repeated")) s.habitual = true, s.mark(c);
    else if (is(c, "cue_thwarted")) s.negated = !s.negated, value *= kV.failed, s.mark(c);
  }

  // ---- What stands above ----

  Stance outside(int i, int depth) const {
    int up = tree_.head(i);
    if (up < 0) return whole(i);
    switch (base(word(i).rel)) {
      case Deprel::kConj: return conjunct(i, depth);
      case Deprel::kXcomp:
      case Deprel::kCcomp: return complement(i, up, depth);
      case Deprel::kCsubj: return subject_clause(i, up, depth);
      case Deprel::kAcl: return word(i).rel == Deprel::kAclRelcl ? relative(i, up, depth) : noun_clause(i, up, depth);
      case Deprel::kAdvcl: return word(i).rel == Deprel::kAdvclRelcl ? fresh(kV.relative) : adverbial(i, up, depth);
      case Deprel::kNsubj:
      case Deprel::kObj:
      case Deprel::kIobj: return argument(i, up, depth);
      case Deprel::kObl:
      case Deprel::kNmod: return oblique(i, up, depth);
      case Deprel::kAppos: return outside(up, depth + 1);
      case Deprel::kCompound: return compound(i, up, depth);
      case Deprel::kAmod: return fresh(kV.attribute);
      case Deprel::kParataxis: return parataxis(i, up);
      case Deprel::kCop:
      case Deprel::kAux: return stance(up, depth + 1);
      default: return fresh(kV.definite);
    }
  }

  static Stance fresh(double value) {
    Stance made;
    made.value = value;
    return made;
  }

  // The root: asserted, asked or commanded.
  Stance whole(int i) const {
    Stance made;
    if (asked()) {
      int wh = wh_word(i);
      made.value = wh >= 0 ? kV.wh_question : inverted_question(i) ? kV.question : kV.told_question;
      if (wh < 0) made.status = EventStatus::kPossible, made.mark(tree_.size() - 1);
      return made;
    }
    return imperative(i) ? command(i) : made;
  }

  bool asked() const {
    for (int i = tree_.size() - 1; i >= 0 && word(i).upos == Upos::kPunct; --i)
      if (word(i).form.find('?') != std::string_view::npos) return true;
    return false;
  }

  // *Did they leave?*, not *They left?*
  bool inverted_question(int i) const {
    int subject = tree_.child(i, Deprel::kNsubj);
    int helper = tree_.child(i, Deprel::kAux);
    if (helper < 0) helper = tree_.child(i, Deprel::kCop);
    return helper >= 0 && (subject < 0 || helper < subject);
  }

  // *why, how, when* of a clause; -1 for a question of yes or no.
  int wh_word(int i) const {
    for (uint16_t c : tree_.children(i)) {
      std::string_view xpos = word(c).xpos;
      if (c < i && (xpos == "WRB" || xpos == "WP" || xpos == "WDT")) return c;
      for (uint16_t d : tree_.children(c))
        if (d < i && c < i && (word(d).xpos == "WDT" || word(d).xpos == "WRB" || word(d).xpos == "WP") && base(word(c).rel) != Deprel::kAdvcl) return d;
    }
    return -1;
  }

  bool imperative(int i) const {
    if (word(i).xpos != "VB" || tree_.has_child(i, Deprel::kNsubj) || tree_.has_child(i, Deprel::kCsubj) || tree_.has_child(i, Deprel::kExpl)) return false;
    for (uint16_t c : tree_.children(i)) {
      if (word(c).rel == Deprel::kMark) return false;
      if (base(word(c).rel) == Deprel::kAux && lemma(c) != "do" && lemma(c) != "be") return false;
    }
    return true;
  }

  Stance conjunct(int i, int depth) const {
    int first = tree_.first_conjunct(i);
    if (verbal(word(i)) && tree_.head(first) < 0) {
      // *Stop and think*, but *Stop, and they will think*; *We are full, but let us know*.
      if (!asked() && shared_auxiliaries(i) < 0 && imperative(i)) return command(i);
      Stance made = whole(first);
      if (made.status == EventStatus::kRequested && !imperative(i)) return Stance{};
      return made;
    }
    return outside(first, depth + 1);
  }

  Stance parataxis(int i, int up) const {
    if (imperative(i) && !asked()) return command(i);
    return asked() && tree_.last(i) + 1 >= tree_.last(tree_.first_conjunct(up)) ? fresh(kV.wh_question) : Stance{};
  }

  Stance command(int i) const {
    Stance made;
    made.status = EventStatus::kRequested;
    made.value = kV.imperative;
    made.mark(i);
    return made;
  }

  // Gives the stance of a complement: what `above` is, turned by what the predicate at `up` says of it.
  Stance transfer(Signature signature, const Stance& above, int up, int i) const {
    Stance made;
    Transfer t = transfer_of(signature);
    double v = above.value;
    made.value = v >= 0 ? v * t.held + (1 - v) * t.open : -v * t.denied + (1 + v) * t.open;
    made.condition = above.condition && signature != Signature::kFact;
    made.cues = above.cues;
    auto inherit = [&](EventStatus otherwise, bool outer_wins) {
      made.negated = above.negated;
      made.status = above.status && (outer_wins || above.condition) ? *above.status : otherwise;
      made.mark(up);
    };
    switch (signature) {
      case Signature::kNone:
      case Signature::kThrough:
      case Signature::kAchieved:
      case Signature::kCaused: return through(above, made, signature, up);
      case Signature::kFailed:
        made.status = above.status;
        made.negated = !above.negated;
        made.mark(up);
        return made;
      case Signature::kRefused:
      case Signature::kDenied:
        made.negated = !above.negated;
        if (above.negated) made.status = EventStatus::kPossible;
        else made.status = above.status;
        made.mark(up);
        return made;
      case Signature::kFact:
      case Signature::kEnded: return fresh_under(above, made);
      case Signature::kSaid:
      case Signature::kClaimed: return fresh_under(above, made);
      case Signature::kBelieved:
      case Signature::kSeemed:
        if (above.negated) made.negated = true, made.mark(up);
        else made = fresh_under(above, made);
        return made;
      case Signature::kPlanned: return inherit(EventStatus::kPlanned, true), made;
      case Signature::kExpected: return inherit(tree_.has_child(up, Deprel::kAuxPass) || word(up).xpos == "VBN" ? EventStatus::kPlanned : EventStatus::kPossible, true), made;
      case Signature::kOffered: return inherit(EventStatus::kOffered, true), made;
      case Signature::kRequested: {
        inherit(EventStatus::kRequested, false);
        made.negated = false;
        if (above.negated) made.status = EventStatus::kPossible;
        return made;
      }
      case Signature::kThreatened: inherit(EventStatus::kThreatened, false); return made.negated = false, made;
      case Signature::kDoubted:
      case Signature::kFancied:
        made.status = EventStatus::kPossible;
        made.mark(up);
        return made;
      case Signature::kHoped:
      case Signature::kTried: return inherit(EventStatus::kPossible, false), made;
      case Signature::kAble:
        // *was able to land* tells that they landed; *is able to land* leaves it open.
        if (!above.negated && !above.status && past(tree_, up) && base(word(i).rel) == Deprel::kXcomp) return made.value = above.value * kV.achieved, through(above, made, Signature::kAchieved, up);
        return inherit(EventStatus::kPossible, true), made;
    }
    return made;
  }

  // The complement is what the predicate is.
  static Stance through(const Stance& above, Stance made, Signature signature, int up) {
    made.status = above.status;
    made.negated = above.negated;
    made.habitual = above.habitual;
    if (signature == Signature::kAchieved && above.negated) made.mark(up);
    return made;
  }

  // A clause that tells for itself. What is said under an *if* or in a *may* stays open.
  static Stance fresh_under(const Stance& above, Stance made) {
    made.cues.clear();
    if (made.condition) {
      made.status = EventStatus::kPossible;
      made.cues = above.cues;
    }
    return made;
  }

  Stance complement(int i, int up, int depth) const {
    if (is(up, "cue_condition") && base(word(up).rel) == Deprel::kAdvcl && !tree_.has_child(up, Deprel::kNsubj)) return condition(i, up);
    Complement form = complement_form(tree_, i);
    // *expressed willingness to sign*: the noun between them says it.
    int object = tree_.child(up, Deprel::kObj);
    if (form == Complement::kInfinitive && object >= 0 && object < i && word(object).upos == Upos::kNoun) {
      Signature said = cues_.signature(tree_, object, form);
      bool carries = said == Signature::kOffered || said == Signature::kPlanned || said == Signature::kThreatened || said == Signature::kRefused || said == Signature::kFailed ||
                     said == Signature::kTried || said == Signature::kRequested;
      if (carries && !is(up, "cue_requested")) return transfer(said, stance(up, depth + 1), object, i);
    }
    Stance above = stance(up, depth + 1);
    if (form == Complement::kClause && question_marked(i)) return asked_inside(i, up, above);
    if (auto must = obligation(i, up)) return with(above, *must, up);
    Signature signature = cues_.signature(tree_, up, form);
    // *insisted that they withdraw* asks, *insisted that they withdrew* tells; *demanded that they should* asks.
    if (form == Complement::kClause && is(up, "cue_requested") && (asks_inside(i) || bare_present(i)) && !is(up, "cue_said")) signature = Signature::kRequested;
    if (signature != Signature::kNone) return transfer(signature, above, up, i);
    if (form == Complement::kClause) return transfer(Signature::kSaid, above, up, i);
    Stance made = transfer(Signature::kThrough, above, up, i);
    if (form == Complement::kInfinitive && word(i).xpos == "VB" && verbal(word(up))) made.value *= kV.loose_infinitive;
    return made;
  }

  // *asked whether, wondered if, knows where*
  bool question_marked(int i) const {
    std::string_view mark = tree_.mark_lemma(i);
    return mark == "whether" || mark == "if";
  }

  Stance asked_inside(int i, int up, const Stance&) const {
    Stance made;
    made.status = EventStatus::kPossible;
    made.value = kV.question;
    for (uint16_t c : tree_.children(i))
      if (word(c).rel == Deprel::kMark) made.mark(c);
    (void)up;
    return made;
  }

  // *demand that the council meet*
  bool bare_present(int i) const { return verbal(word(i)) && (word(i).xpos == "VBP" || word(i).xpos == "VB") && !tree_.has_child(i, Deprel::kAux); }

  bool asks_inside(int i) const {
    int at = -1;
    auto modal = StatusCues::modal(tree_, i, at);
    return modal && (lemma(at) == "should" || lemma(at) == "must");
  }

  // *have to, need to, be to, be going to* with an infinitive as complement.
  std::optional<Modal> obligation(int i, int up) const {
    if (complement_form(tree_, i) != Complement::kInfinitive || base(word(i).rel) != Deprel::kXcomp) return std::nullopt;
    std::string verb = lemma(up);
    bool object = tree_.has_child(up, Deprel::kObj);
    if (going_to(up)) return Modal{std::nullopt, 1, -1};
    if (verb == "be" && !object) return Modal{EventStatus::kPlanned, kV.will, kV.will_not};
    if ((verb == "have" || verb == "need") && !object && tree_.mark_lemma(i) == "to") {
      if (verb == "have" && past(tree_, up) && denier(tree_, up) < 0) return Modal{std::nullopt, kV.caused, kV.must_not};
      return Modal{EventStatus::kRequested, kV.must, kV.not_requested};
    }
    if (verb == "use" && word(up).xpos == "VBD" && !object) return Modal{std::nullopt, kV.used_to, kV.used_not_to};
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
    Stance made = form == Complement::kInfinitive ? fresh(kV.subject_infinitive) : fresh(kV.adverbial);
    if (form == Complement::kInfinitive) made.status = EventStatus::kPossible, made.mark(up);
    made.condition = above.condition;
    return made;
  }

  // A present tense beside a future or a command: *take whatever time it takes, will see who comes*. What a comma sets off tells for itself.
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
    bool open = noun == "anyone" || noun == "anybody" || noun == "anything" || noun == "whoever" || noun == "whatever" || noun == "nobody" || noun == "none" || noun == "nothing" || noun == "someone";
    for (uint16_t c : tree_.children(up)) open = open || (base(word(c).rel) == Deprel::kDet && (lemma(c) == "any" || lemma(c) == "no" || lemma(c) == "every"));
    if (open) return fresh(kV.open_relative);
    return present_ahead(i, depth) ? fresh(kV.present_ahead) : fresh(kV.relative);
  }

  // *plans to leave, the claim that they left, troops leaving the city*
  Stance noun_clause(int i, int up, int depth) const {
    Complement form = complement_form(tree_, i);
    if (is(up, "cue_condition") && form == Complement::kClause && tree_.mark_lemma(i) == "that") return condition(i, up);
    Signature signature = cues_.signature(tree_, up, form);
    bool participle = !verbal(word(up)) && (word(i).xpos == "VBG" || word(i).xpos == "VBN") && tree_.case_lemma(i).empty() && tree_.mark_lemma(i).empty();
    if (participle) return fresh(kV.participial);
    if (form == Complement::kInfinitive && ranked(up)) return fresh(kV.ranked);
    if (signature != Signature::kNone) return transfer(signature, stance(up, depth + 1), up, i);
    if (form == Complement::kInfinitive) {
      Stance made = fresh(kV.infinitive);
      made.status = EventStatus::kPossible;
      made.mark(up);
      return made;
    }
    return form == Complement::kClause ? fresh(kV.said) : fresh(kV.participial);
  }

  // *the first to sign, the only one to leave*
  bool ranked(int up) const {
    auto rank = [&](int i) { return lemma(i) == "first" || lemma(i) == "last" || lemma(i) == "only" || lemma(i) == "latest" || lemma(i) == "second"; };
    if (rank(up)) return true;
    for (uint16_t c : tree_.children(up))
      if (c < up && rank(c)) return true;
    return false;
  }

  // ---- Adverbial clauses ----

  Stance condition(int i, int by) const {
    Stance made;
    made.condition = true;
    made.status = EventStatus::kPossible;
    made.value = kV.condition;
    made.mark(by);
    (void)i;
    return made;
  }

  Stance adverbial(int i, int up, int depth) const {
    static constexpr std::array<std::string_view, 11> kConditions{"if", "unless", "provided", "providing", "whether", "in case", "as long as", "so long as", "assuming", "supposing", "lest"};
    static constexpr std::array<std::string_view, 7> kTimes{"when", "after", "once", "as soon as", "before", "until", "till"};
    std::string mark(tree_.mark_lemma(i));
    if (mark.empty() || mark == "to") {
      if (std::string preposition(tree_.case_lemma(i)); !preposition.empty() && mark.empty()) mark = preposition;
    }
    int marker = tree_.child(i, Deprel::kMark);
    if (mark.empty() || mark == "to")
      for (uint16_t c : tree_.children(i))
        if (base(word(c).rel) == Deprel::kAdvmod && (lemma(c) == "when" || lemma(c) == "once" || lemma(c) == "whenever") && c < i) mark = lemma(c), marker = c;
    if (among(kConditions, mark) || inverted(i)) return condition(i, marker >= 0 ? marker : tree_.first(i));
    if (among(kTimes, mark)) return temporal(i, up, mark, marker, depth);
    if (mark == "without" || mark == "instead of" || mark == "rather than" || mark == "instead") return left_out(i, mark);
    if (mark == "as if" || mark == "as though" || mark == "like") return fresh(kV.like);
    Complement form = complement_form(tree_, i);
    if (form == Complement::kInfinitive && word(i).xpos == "VB") return purpose(i, up, depth);
    if (form != Complement::kClause) return participial(i, up, depth);
    if (mark == "so that" || mark == "in order that" || mark == "so") return fresh(kV.purpose);
    return fresh(present_ahead(i, depth) ? kV.present_ahead : kV.reason);
  }

  Stance left_out(int i, const std::string& mark) const {
    Stance made;
    made.negated = true;
    made.value = mark == "without" ? kV.without : kV.instead;
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
    bool nonfinite = word(i).xpos == "VBG" || (word(i).xpos == "VBN" && !tree_.has_child(i, Deprel::kAux) && !tree_.has_child(i, Deprel::kAuxPass));
    bool plain_past = word(i).xpos == "VBD" && mark != "when" && mark != "once";
    if (until || (ahead && !nonfinite && !plain_past)) {
      Stance made;
      made.condition = true;
      made.status = EventStatus::kPossible;
      made.value = until && told ? kV.time_until : kV.time_future;
      if (marker >= 0) made.mark(marker);
      return made;
    }
    if (nonfinite && ahead) return above;
    return fresh(mark == "before" ? kV.time_before : kV.time_past);
  }

  // An infinitive that hangs on the verb: its complement by another name, or its purpose.
  Stance purpose(int i, int up, int depth) const {
    Stance above = stance(up, depth + 1);
    if (auto must = obligation(i, up)) return with(above, *must, up);
    Signature signature = cues_.signature(tree_, up, Complement::kInfinitive);
    bool complement = signature == Signature::kPlanned || signature == Signature::kOffered || signature == Signature::kRequested || signature == Signature::kThreatened ||
                      signature == Signature::kFailed || signature == Signature::kRefused || signature == Signature::kTried || signature == Signature::kAchieved || signature == Signature::kExpected;
    bool meant = lemma(tree_.first(i)) == "in" || lemma(tree_.first(i)) == "so";
    if (complement && !meant && up < i) return transfer(signature, above, up, i);
    Stance made;
    made.value = above.value > 0 ? above.value * kV.purpose : 0;
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
    static constexpr std::array<std::string_view, 9> kComplementing{"of", "for", "from", "against", "about", "on", "to", "over", "into"};
    if (signature != Signature::kNone && among(kComplementing, preposition)) return transfer(signature, above, up, i);
    Stance made = fresh(kV.participial);
    if (above.negated || !above.status) return made;
    made.status = above.status;
    made.condition = above.condition;
    made.value = above.value;
    made.cues = above.cues;
    return made;
  }

  // *should it menace ...*, *had he known*
  bool inverted(int i) const {
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

  // ---- Event nouns among the arguments ----

  // *no talks were held, will hold talks, rejected talks*
  Stance argument(int i, int up, int depth) const {
    if (clausal(tree_, i)) return complement(i, up, depth);
    bool object = base(word(i).rel) == Deprel::kObj || word(i).rel == Deprel::kNsubjPass;
    bool predicate = !verbal(word(up));
    Signature signature = object || predicate ? cues_.signature(tree_, up, Complement::kNoun) : Signature::kNone;
    Stance above = stance(up, depth + 1);
    if (signature != Signature::kNone) return transfer(signature, above, up, i);
    if (predicate || is(up, "cue_said")) return fresh(kV.definite);
    if (is(up, "cue_held") || !definite(i)) return above.value > 0 || is(up, "cue_held") ? above : fresh(kV.definite);
    return fresh(kV.definite);
  }

  // *the war, their visit, Russia's invasion, this attack*
  bool definite(int i) const {
    for (uint16_t c : tree_.children(i)) {
      std::string det = lemma(c);
      if (word(c).rel == Deprel::kNmodPoss) return true;
      if (base(word(c).rel) == Deprel::kDet && (det == "the" || det == "this" || det == "that" || det == "these" || det == "those")) return true;
    }
    return false;
  }

  // *plans for a meeting, the threat of sanctions, called for talks*: only some prepositions bring the complement of a cue.
  Stance oblique(int i, int up, int depth) const {
    if (clausal(tree_, i)) return complement(i, up, depth);
    std::string_view preposition = tree_.case_lemma(i);
    static constexpr std::array<std::string_view, 12> kComplementing{"of", "for", "to", "on", "about", "with", "against", "toward", "towards", "over", "from", "into"};
    static constexpr std::array<std::string_view, 5> kTimes{"after", "before", "upon", "following", "at"};
    if (preposition == "without") return left_out(i, "without");
    if (among(kComplementing, preposition)) {
      Signature signature = cues_.signature(tree_, up, Complement::kNoun);
      if (signature != Signature::kNone) return transfer(signature, stance(up, depth + 1), up, i);
      if (is(up, "cue_caused") || (is(up, "cue_held") && (preposition == "to" || preposition == "into" || preposition == "with"))) return stance(up, depth + 1);
    }
    if (preposition == "until" || preposition == "till" || preposition == "pending") {
      Stance made = fresh(kV.time_until);
      made.status = EventStatus::kPossible;
      made.mark(tree_.child(i, Deprel::kCase));
      return made;
    }
    if (preposition == "in" && word(up).upos == Upos::kNoun) {
      Stance made = fresh(kV.definite);
      nominal(up, made, made.value);
      return made;
    }
    if (among(kTimes, preposition) && verbal(word(up))) {
      Stance above = stance(up, depth + 1);
      if (above.status == EventStatus::kPlanned || above.status == EventStatus::kOffered) return above.negated = false, above;
    }
    return fresh(kV.definite);
  }

  // *a peace proposal*
  Stance compound(int i, int up, int depth) const {
    if (word(up).upos != Upos::kNoun) return fresh(kV.definite);
    Signature signature = cues_.signature(tree_, up, Complement::kNoun);
    return signature == Signature::kNone ? fresh(kV.definite) : transfer(signature, stance(up, depth + 1), up, i);
  }

  // ---- The reading ----

  StatusReading finish(const Stance& s) const {
    StatusReading made;
    made.negated = s.negated && !s.condition;
    made.status = s.condition && !s.status ? EventStatus::kPossible : s.status.value_or(s.habitual ? EventStatus::kHabitual : EventStatus::kOccurred);
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
  StatusCues cues_;
};

}  // namespace

StatusReading read_status(const Tree& tree, int head, const Lexicon& lexicon) { return Reader(tree, lexicon).run(head); }

void read_statuses(Report& report, const Lexicon& lexicon) {
  for (Event& event : report.events) {
    const Tree& tree = report.trees[event.sentence];
    StatusReading reading = read_status(tree, event.head, lexicon);
    // *plans for a meeting*: one event, and the act in it is what has the status.
    bool noun = tree.word(event.head).upos == Upos::kNoun;
    for (int word = 0; noun && word < tree.size() && reading.status == EventStatus::kOccurred; ++word)
      if (word != event.head && event.trigger.contains(tree.word(word).span) && tree.word(word).upos == Upos::kNoun && tree.under(word, event.head)) reading = read_status(tree, word, lexicon);
    event.status = reading.status;
    event.negated = reading.negated;
    event.certainty = reading.certainty;
    event.why.status = reading.reason;
    event.why.cues.insert(event.why.cues.end(), reading.cues.begin(), reading.cues.end());
  }
}

}  // namespace demarche

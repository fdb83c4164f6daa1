#include <algorithm>
#include <optional>

#include "actors/resolver.h"
#include "base/strings.h"
#include "coder/clause_relations.h"
#include "coder/contents.h"
#include "coder/predicates.h"
#include "coder/propositions.h"
#include "coder/status.h"

namespace demarche {

namespace {

// Turns clause relations into relations between events, making propositions where no event is.
class Relater {
 public:
  Relater(Report& report, const Lexicon& lexicon) : report_(report), lexicon_(lexicon) {}

  void run() {
    link_contents(report_, lexicon_);
    for (const ClauseRelation& one : find_clause_relations(*report_.document, report_.trees, lexicon_)) add(one);
    mend_statuses();
  }

 private:
  const Tree& tree(const WordRef& ref) const { return report_.trees[ref.sentence]; }

  bool is(const WordRef& ref, std::string_view class_name) const {
    return lexicon_.classes().has(lower_ascii(tree(ref).word(ref.word).lemma), class_name);
  }

  // The event whose trigger holds the word.
  std::optional<uint32_t> event_at(const WordRef& ref) const {
    Span span = tree(ref).word(ref.word).span;
    for (uint32_t i = 0; i < report_.events.size(); ++i)
      if (report_.events[i].sentence == ref.sentence && (report_.events[i].head == ref.word || report_.events[i].trigger.overlaps(span)))
        return i;
    return std::nullopt;
  }

  // *had done so*
  static bool so_done(const Tree& t, int verb) {
    for (uint16_t c : t.children(verb))
      if (c > verb && t.word(c).lemma == "so") return true;
    return false;
  }

  // What *do so* repeats: the nearest act before the clause that it stands beside.
  std::optional<uint32_t> before_in_sentence(const WordRef& ref) const {
    const Tree& t = tree(ref);
    int beside = t.head(ref.word);
    std::optional<uint32_t> last;
    for (uint32_t i = 0; i < report_.events.size(); ++i) {
      const Event& event = report_.events[i];
      bool earlier = event.sentence == ref.sentence && event.head < ref.word && event.head != beside &&
                     t.word(event.head).upos == Upos::kVerb && !t.under(event.head, ref.word);
      if (earlier && (!last || report_.events[*last].head < event.head)) last = i;
    }
    return last;
  }

  // The nearest verb with a subject before the clause that *do so* stands beside, where no event is.
  int verb_before(const WordRef& ref) const {
    const Tree& t = tree(ref);
    int beside = t.head(ref.word);
    for (int w = beside - 1; w >= 0; --w)
      if (t.word(w).upos == Upos::kVerb && t.has_child(w, Deprel::kNsubj) && !is({ref.sentence, w}, "say_verb")) return w;
    return -1;
  }

  // *held the vote, the talks resumed, it had the effect*: verbs that leave it to a noun to say what happens.
  bool lends_meaning(const WordRef& ref) const {
    const Tree& t = tree(ref);
    return is(ref, "happen_verb") || is(ref, "light_verb") || t.word(ref.word).upos != Upos::kVerb;
  }

  // The event that the word's clause or phrase is about: its own, that of its subject where the verb only says that it happens, that of its
  // complement where the verb only says that it is said, meant or enabled, that of a noun it modifies.
  std::optional<uint32_t> event_of(WordRef ref, int depth = 0) const {
    if (ref.word < 0 || depth > 4) return std::nullopt;
    if (auto direct = event_at(ref)) return direct;
    const Tree& t = tree(ref);
    const Word& word = t.word(ref.word);
    if (word.lemma == "do" && so_done(t, ref.word)) return before_in_sentence(ref);
    if (word.upos == Upos::kVerb || word.upos == Upos::kAdj || word.upos == Upos::kAux) {
      for (uint16_t c : t.children(ref.word)) {
        Deprel rel = base(t.word(c).rel);
        bool goes_down = rel == Deprel::kXcomp || (rel == Deprel::kCcomp) || (rel == Deprel::kNsubj && is(ref, "happen_verb"));
        if (goes_down)
          if (auto inner = event_of({ref.sentence, c}, depth + 1)) return inner;
      }
      for (uint16_t c : t.children(ref.word))
        if ((base(t.word(c).rel) == Deprel::kObj || base(t.word(c).rel) == Deprel::kNsubj) && lends_meaning(ref))
          if (auto inner = event_of({ref.sentence, c}, depth + 2); inner && t.word(c).upos != Upos::kPropn && t.word(c).upos != Upos::kVerb)
            return inner;
      return std::nullopt;
    }
    // *a round of talks*, not *the implementation of the accord*.
    if (!is(ref, "light_noun")) return std::nullopt;
    for (uint16_t c : t.children(ref.word))
      if (base(t.word(c).rel) == Deprel::kNmod && (t.case_lemma(c) == "of" || t.case_lemma(c) == "for"))
        if (auto inner = event_at({ref.sentence, c})) return inner;
    return std::nullopt;
  }

  uint32_t proposition(const WordRef& ref) { return add_proposition(report_, ref, lexicon_); }

  // Nominals after *before* and *after* must be events; clauses and what conditions and forecasts speak of may be propositions.
  std::optional<uint32_t> end_of(const WordRef& ref, bool may_make) {
    if (ref.word < 0) return std::nullopt;
    if (auto known = event_of(ref)) return known;
    const Word& word = tree(ref).word(ref.word);
    bool clause = word.upos == Upos::kVerb || word.upos == Upos::kAdj;
    if (!may_make && !clause) return std::nullopt;
    // *is prepared to resume flights once ...*: what somebody is ready to do.
    if (word.lemma != "have" && (is(ref, "want_verb") || is(ref, "stance_adjective") || word.lemma == "prepared" ||
                                 word.lemma == "prepare" || word.lemma == "ready" || word.lemma == "able"))
      if (int inner = tree(ref).child(ref.word, Deprel::kXcomp); inner > ref.word && tree(ref).mark_lemma(inner) == "to")
        return end_of({ref.sentence, inner}, may_make);
    // *coming three years after the war*: a participle that only places something in time.
    if (word.xpos == "VBG" && is(ref, "happen_verb") && !tree(ref).has_child(ref.word, Deprel::kNsubj)) return std::nullopt;
    if (word.lemma == "do" && so_done(tree(ref), ref.word))
      if (int verb = verb_before(ref); verb >= 0) return proposition({ref.sentence, verb});
    if (word.upos == Upos::kPron || word.upos == Upos::kPropn || word.upos == Upos::kDet || word.upos == Upos::kNum) return std::nullopt;
    return proposition(ref);
  }

  void add(const ClauseRelation& one) {
    switch (one.type) {
      case ClauseRelationType::kCondition:
        return condition(one);
      case ClauseRelationType::kOrder:
        return order(one);
      case ClauseRelationType::kConsequence:
        return consequence(one);
      case ClauseRelationType::kContrast:
        return contrast(one);
      default:
        return;  // causes, purposes and concessions are no relations of the record
    }
  }

  // Whose words the relation stands in; where only the chain of voices can tell, attribute() fills it in.
  std::vector<uint32_t> holder_of(const ClauseRelation& one) const {
    std::vector<uint32_t> held;
    if (one.holder.word < 0) return held;
    for (int word : tree(one.holder).conjuncts(one.holder.word))
      if (const auto* own = actors_of(report_.actors, one.holder.sentence, word))
        for (uint32_t actor : *own)
          if (std::find(held.begin(), held.end(), actor) == held.end()) held.push_back(actor);
    return held;
  }

  // What is refused, agreed or threatened on a condition is what depends on it, not the refusing.
  uint32_t content_of(uint32_t act, const WordRef& ref) {
    EventType type = report_.events[act].type;
    if (type != EventType::kAgree && type != EventType::kReject && type != EventType::kThreaten) return act;
    for (const Relation& relation : report_.relations)
      if (relation.type == RelationType::kContent && relation.a == act) return relation.b;
    // Where no frame tied them: the complement of the words that the relation names.
    const Tree& t = tree(ref);
    for (uint16_t c : t.children(ref.word)) {
      Deprel rel = base(t.word(c).rel);
      bool complement = rel == Deprel::kXcomp || rel == Deprel::kCcomp ||
                        (rel == Deprel::kObj && t.word(c).upos == Upos::kNoun && type == EventType::kReject);
      if (!complement || report_.events[act].trigger.contains(t.word(c).span)) continue;
      if (auto inner = event_of({ref.sentence, c}); inner && *inner != act) return *inner;
      if (rel == Deprel::kObj) return proposition({ref.sentence, c});
    }
    return act;
  }

  void condition(const ClauseRelation& one) {
    auto of = end_of(one.b, true);
    if (!of) return;
    of = content_of(*of, one.b);
    Relation made;
    made.type = RelationType::kCondition;
    made.a = *of;
    for (const WordRef& ref : one.a)
      if (auto on = end_of(ref, true); on && *on != *of) made.others.push_back(*on);
    if (made.others.empty()) return;
    made.any = one.any && made.others.size() > 1;
    made.sense = one.sense;
    made.holder = holder_of(one);
    finish(one, made);
  }

  void order(const ClauseRelation& one) {
    bool demanded = one.force == Force::kDemanded;
    // Of two ends, one at least must be an event: *before* and *after* also only tell the time.
    if (one.a.empty()) return;
    auto known_first = event_of(one.a.front()), known_then = event_of(one.b);
    if (!known_first && !known_then) return;
    auto first = known_first ? known_first : end_of(one.a.front(), demanded);
    auto then = known_then ? known_then : end_of(one.b, demanded);
    if (!first || !then) return;
    // *ruled out talks before they apologise*: what is refused comes after.
    if (one.rule == "before" && report_.events[*first].type == EventType::kReject) {
      uint32_t refused = content_of(*first, one.a.front());
      if (refused != *first) {
        first = then;
        then = refused;
      }
    }
    if (one.force != Force::kStated) then = content_of(*then, one.b);
    if (*first == *then) return;
    Relation made;
    made.type = RelationType::kOrder;
    made.a = *first;
    made.b = *then;
    made.force = one.force;
    made.holder = one.force == Force::kStated ? std::vector<uint32_t>{} : holder_of(one);
    finish(one, made);
  }

  // *would have to leave*: what is to be done.
  WordRef acting(const WordRef& ref) const {
    const Tree& t = tree(ref);
    if (ref.word < 0 || t.word(ref.word).lemma != "have") return ref;
    int inner = t.child(ref.word, Deprel::kXcomp);
    return inner >= 0 && t.mark_lemma(inner) == "to" ? WordRef{ref.sentence, inner} : ref;
  }

  void consequence(const ClauseRelation& one) {
    Relation made;
    made.type = RelationType::kConsequence;
    // The effect is what the verb says, whatever act its object may name (*cost it goodwill*).
    bool verb = one.b.word >= 0 && tree(one.b).word(one.b.word).upos == Upos::kVerb;
    WordRef effect = acting(one.b);
    auto then = verb ? event_at(effect) : end_of(effect, true);
    if (!then && verb) then = proposition(effect);
    if (!then) return;
    for (const WordRef& ref : one.a)
      if (auto cause = end_of(ref, true); cause && *cause != *then) made.others.push_back(*cause);
    if (made.others.empty()) return;
    made.b = *then;
    made.force = one.force;
    made.holder = holder_of(one);
    finish(one, made);
  }

  // A relative word between the two, and no full stop of a clause.
  static bool relative_after(const Tree& t, int from, int to) {
    bool relative = false;
    for (int w = from + 1; w < to; ++w) {
      const Lemma& lemma = t.word(w).lemma;
      if (lemma == ";" || lemma == ":") return false;
      relative = relative || lemma == "when" || lemma == "which" || lemma == "that" || lemma == "who" || lemma == "where";
    }
    return relative;
  }

  // *That gesture broke with ...*: a noun that names no act points back to the last act of the sentence before.
  std::optional<uint32_t> pointed_back(const WordRef& ref) const {
    const Tree& t = tree(ref);
    if (ref.sentence == 0 || t.word(ref.word).upos == Upos::kVerb) return std::nullopt;
    bool points = t.word(ref.word).lemma == "this" || t.word(ref.word).lemma == "that";
    for (uint16_t c : t.children(ref.word))
      points = points || (base(t.word(c).rel) == Deprel::kDet &&
                          (t.word(c).lemma == "this" || t.word(c).lemma == "that" || t.word(c).lemma == "such"));
    if (!points) return std::nullopt;
    std::optional<uint32_t> last;
    for (uint32_t i = 0; i < report_.events.size(); ++i)
      if (report_.events[i].sentence + 1 == ref.sentence && report_.events[i].type != EventType::kNone) last = i;
    return last;
  }

  void contrast(const ClauseRelation& one) {
    auto of = event_of(one.b);
    if (!of) of = pointed_back(one.b);
    if (!of) of = end_of(one.b, true);
    if (!of || one.a.empty()) return;
    WordRef from = one.a.front();
    auto other = event_of(from);
    // *earlier approaches, which sought to isolate*: the act is in the clause that follows.
    if (!other) {
      const Tree& t = tree(from);
      for (uint32_t i = 0; i < report_.events.size() && !other; ++i)
        if (report_.events[i].sentence == from.sentence && t.under(report_.events[i].head, from.word)) other = i;
      // Also where the parser hung that clause elsewhere: the next act behind *the course of 1998, when ...*.
      for (uint32_t i = 0; i < report_.events.size() && !other; ++i)
        if (report_.events[i].sentence == from.sentence && report_.events[i].head > from.word &&
            relative_after(t, from.word, report_.events[i].head))
          other = i;
    }
    if (!other) other = end_of(from, true);
    if (!other || *other == *of) return;
    Relation made;
    made.type = RelationType::kContrast;
    made.a = *of;
    made.b = *other;
    finish(one, made);
  }

  void finish(const ClauseRelation& one, Relation& made) {
    made.rule = one.rule;
    made.cues = one.cues;
    report_.relations.push_back(std::move(made));
  }

  // What an act depends on is not yet so, and a will or would that depends on it is an offer.
  void mend_statuses() {
    for (const Relation& relation : report_.relations) {
      // What is demanded to come first is demanded, and what waits for it has not come.
      if (relation.type == RelationType::kOrder && relation.force == Force::kDemanded) {
        Event &first = report_.events[relation.a], &then = report_.events[relation.b];
        if (first.status == EventStatus::kOccurred) first.status = EventStatus::kRequested;
        if (then.status == EventStatus::kOccurred) then.status = EventStatus::kPossible;
      }
      // What is forecast to have effects has not come about.
      if (relation.type == RelationType::kConsequence && relation.force != Force::kClaimed)
        for (uint32_t cause : relation.others)
          if (Event& event = report_.events[cause];
              event.type == EventType::kNone && event.status == EventStatus::kOccurred && is_noun(event))
            event.status = EventStatus::kPossible;
      if (relation.type != RelationType::kCondition) continue;
      Event& of = report_.events[relation.a];
      if (of.status == EventStatus::kPlanned && relation.sense != ConditionSense::kInExchange)
        of.status = does_harm(of) ? EventStatus::kThreatened : EventStatus::kOffered;
      for (uint32_t on : relation.others) {
        Event& event = report_.events[on];
        if (relation.sense == ConditionSense::kInExchange && event.status == EventStatus::kOccurred) price(of, event);
        bool settled = event.status == EventStatus::kRequested || event.status == EventStatus::kPlanned ||
                       event.status == EventStatus::kOffered || event.status == EventStatus::kThreatened;
        if (!settled && relation.sense != ConditionSense::kInExchange) {
          event.status = EventStatus::kPossible;
          event.negated = false;
        }
      }
    }
  }

  bool is_noun(const Event& event) const { return report_.trees[event.sentence].word(event.head).upos == Upos::kNoun; }

  // What is asked in exchange for an offer is requested, what is given for a demand offered, and a bargain struck binds both.
  static void price(const Event& given, Event& asked) {
    if (given.status == EventStatus::kOffered || given.status == EventStatus::kPossible)
      asked.status = EventStatus::kRequested;
    else if (given.status == EventStatus::kRequested)
      asked.status = EventStatus::kOffered;
    else if (given.status == EventStatus::kPlanned)
      asked.status = EventStatus::kPlanned;
  }

  Report& report_;
  const Lexicon& lexicon_;
};

}  // namespace

void relate(Report& report, const Lexicon& lexicon) {
  Relater(report, lexicon).run();
}

}  // namespace demarche

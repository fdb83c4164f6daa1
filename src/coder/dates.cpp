#include "coder/dates.h"

#include <algorithm>

#include "coder/chronology.h"
#include "coder/status.h"

namespace demarche {

namespace {

// Ties expressions of time to the events of their sentence.
class EventDater {
 public:
  explicit EventDater(Report& report) : report_(report) {}

  void run(const std::vector<TimeExpression>& expressions) {
    for (const TimeExpression& one : expressions) known_event(one);
    for (const TimeExpression& one : expressions) {
      if (!one.days || one.type == TimeType::kSet) continue;
      spoken(one);
      told_of(one);
      if (hour_of_thing(one)) continue;
      if (auto event = event_of(one); event && !report_.events[*event].date) set(report_.events[*event], one);
    }
    share();
  }

 private:
  // *three years after Russia's invasion of Ukraine*: the invasion itself is known by its date.
  void known_event(const TimeExpression& one) {
    if (!one.event) return;
    for (Event& event : report_.events)
      if (!event.date && event.sentence == one.sentence && one.anchor_span.contains(event.trigger) && !another(event))
        event.date = EventDate{one.event->when, {}, one.event->name};
  }

  // *an attack on the bridge* is not the attack that everybody knows of.
  bool another(const Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    for (uint16_t c : tree.children(event.head))
      if (base(tree.word(c).rel) == Deprel::kDet && (tree.word(c).lemma == "a" || tree.word(c).lemma == "another")) return true;
    return false;
  }

  // *a midnight briefing*: an hour without a day dates nothing.
  bool hour_of_thing(const TimeExpression& one) const {
    const Tree& tree = report_.trees[one.sentence];
    Deprel rel = base(tree.word(time_head(tree, one)).rel);
    return one.type == TimeType::kTime && one.first == one.last && (rel == Deprel::kCompound || rel == Deprel::kAmod);
  }

  // *sank in March, when rebels took the town and the army struck back with a raid*: what the clause tells of happened then.
  void told_of(const TimeExpression& one) {
    const Tree& tree = report_.trees[one.sentence];
    int when = one.last + 1;
    if (when < tree.size() && tree.word(when).form == ",") ++when;
    if (when >= tree.size() || tree.word(when).lemma != "when") return;
    int clause = tree.head(when);
    if (clause <= when || tree.word(clause).upos != Upos::kVerb) return;
    for (Event& event : report_.events) {
      if (event.date || event.sentence != one.sentence || event.head <= when) continue;
      int verb = verb_at(tree, event.head);
      bool with_it =
          verb == clause || (verb > clause && tree.word(verb).rel == Deprel::kConj && tree.word(verb).xpos == tree.word(clause).xpos);
      if (with_it) set(event, one);
    }
  }

  // The verb that a word is, or that it is an argument of; -1 if none.
  static int verb_at(const Tree& tree, int word) {
    for (int steps = 0; word >= 0 && steps < 2; ++steps, word = tree.head(word))
      if (tree.word(word).upos == Upos::kVerb) return word;
    return -1;
  }

  // *the minister said on Saturday*: the voice's day, in every chain that it stands in.
  void spoken(const TimeExpression& one) {
    const Tree& tree = report_.trees[one.sentence];
    int verb = tree.head(time_head(tree, one));
    if (verb < 0) return;
    for (Event& event : report_.events)
      for (Voice& voice : event.attribution)
        if (voice.cue.contains(tree.word(verb).span.begin) && !voice.date) voice.date = EventDate{*one.days, one.span, {}};
  }

  static void set(Event& event, const TimeExpression& one) {
    event.date = EventDate{*one.days, one.span, {}};
    if (one.event)
      event.date->how = "counted from " + one.event->name;
    else if (!one.anchor.empty())
      event.date->how = "counted from " + one.anchor;
  }

  std::optional<uint32_t> event_at(size_t sentence, const Tree& tree, int word) const {
    if (word < 0) return std::nullopt;
    for (uint32_t i = 0; i < report_.events.size(); ++i) {
      const Event& event = report_.events[i];
      if (event.sentence == sentence && (event.head == word || event.trigger.contains(tree.word(word).span))) return i;
    }
    return std::nullopt;
  }

  // Climbs from the expression to the first word that is an event, or whose subject or complement is the event it tells of.
  std::optional<uint32_t> event_of(const TimeExpression& one) const {
    const Tree& tree = report_.trees[one.sentence];
    int word = tree.head(time_head(tree, one));
    for (int steps = 0; word >= 0 && steps < 4; ++steps) {
      if (auto direct = event_at(one.sentence, tree, word)) return direct;
      bool verb = tree.word(word).upos == Upos::kVerb || tree.word(word).upos == Upos::kAux;
      if (verb) return of_verb(one, tree, word);
      word = tree.head(word);
    }
    return std::nullopt;
  }

  // *the call took place on Monday, was to begin on Monday*; a date on a say-word is that of the saying, which is no event.
  std::optional<uint32_t> of_verb(const TimeExpression& one, const Tree& tree, int verb) const {
    for (uint16_t c : tree.children(verb)) {
      Deprel rel = base(tree.word(c).rel);
      if (rel == Deprel::kNsubj || rel == Deprel::kXcomp || rel == Deprel::kObj)
        if (auto inner = event_at(one.sentence, tree, c)) return inner;
    }
    Deprel rel = base(tree.word(verb).rel);
    bool linked = rel == Deprel::kConj || rel == Deprel::kXcomp;
    if (linked && tree.head(verb) >= 0) return event_at(one.sentence, tree, tree.head(verb));
    return std::nullopt;
  }

  // *met on Monday and signed an accord*: a coordinated event without a date of its own, and without words of time between, has the first
  // one's.
  void share() {
    for (Event& event : report_.events) {
      if (event.date) continue;
      const Tree& tree = report_.trees[event.sentence];
      int head = event.head;
      if (tree.word(head).rel != Deprel::kConj || tree.word(head).upos != Upos::kVerb) continue;
      auto first = event_at(event.sentence, tree, tree.head(head));
      if (!first || !report_.events[*first].date || tree.has_child(head, Deprel::kNsubj)) continue;
      const Event& other = report_.events[*first];
      if (other.date->text.begin < event.trigger.begin && other.status == event.status) event.date = other.date;
    }
  }

  Report& report_;
};

}  // namespace

void date_report(Report& report, const TemporalTagger& tagger) {
  if (report.document->published) return;
  if (auto found = tagger.infer_date(report.sentences)) {
    report.worked_out_date = found->date;
    report.date_how = found->how;
  }
}

void date_events(Report& report, const TemporalTagger& tagger, const Lexicon& lexicon) {
  auto hint = [&](const Sentence& sentence, int word) {
    const Tree* tree = nullptr;
    for (const Tree& one : report.trees)
      if (&one.sentence() == &sentence) tree = &one;
    int up = tree ? tree->head(word) : -1;
    for (int steps = 0; up >= 0 && steps < 3 && tree->word(up).upos != Upos::kVerb && tree->word(up).upos != Upos::kNoun; ++steps)
      up = tree->head(up);
    if (up < 0) return Direction::kUnknown;
    switch (read_status(*tree, up, lexicon).status) {
      case EventStatus::kPlanned:
      case EventStatus::kOffered:
      case EventStatus::kRequested:
      case EventStatus::kThreatened:
        return Direction::kFuture;
      default:
        return Direction::kUnknown;
    }
  };
  EventDater(report).run(tagger.find(report.sentences, report.day(), hint));
}

}  // namespace demarche

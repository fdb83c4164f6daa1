#include "coder/pair_reading.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "coder/predicates.h"

namespace demarche {

namespace {

bool holds(const std::vector<uint32_t>& list, uint32_t one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

bool deed_against(EventType type) {
  return type == EventType::kSanction || type == EventType::kCoerce || type == EventType::kAssault || type == EventType::kAccuse;
}

// The type that the crosswalk gives to a code, where the chapters of PLOVER give another.
EventType by_crosswalk(const Report& report, const Event& event) {
  std::string_view cameo = event.cameo;
  if (event.type == EventType::kThreaten && cameo == "173") return EventType::kCoerce;
  if (event.type == EventType::kSanction && cameo == "116")
    return report.trees[event.sentence].word(event.head).lemma == "order" ? EventType::kRequest : EventType::kAccuse;
  if (event.type == EventType::kSanction && cameo == "163") return EventType::kCoerce;
  if (event.type == EventType::kCoerce && (cameo == "191" || cameo == "192" || event.mode == Mode::kCyber)) return EventType::kAssault;
  return event.type;
}

// *was convicted and sentenced to six years*: the prison outweighs the verdict.
bool jailed(const Report& report, const Event& verdict) {
  const Tree& tree = report.trees[verdict.sentence];
  bool sentenced = false, prison = false;
  for (int w = 0; w < tree.size(); ++w) {
    const Lemma& lemma = tree.word(w).lemma;
    sentenced = sentenced || lemma == "sentence" || lemma == "jail";
    prison = prison || lemma == "prison" || lemma == "jail" || lemma == "imprisonment";
  }
  return sentenced && prison;
}

bool has_lemma(const Tree& tree, std::string_view beginning) {
  for (int w = 0; w < tree.size(); ++w)
    if (tree.word(w).lemma.starts_with(beginning)) return true;
  return false;
}

// An act of that type by the source that the event serves or that serves the event: *rallied to demand, phoned to congratulate*.
const Event* joined_with(const Report& report, const Event& event, EventType type, bool above) {
  const Tree& tree = report.trees[event.sentence];
  for (const Event& other : report.events) {
    if (other.type != type || other.sentence != event.sentence || other.head == event.head || !holds(other.source, kSourceSide)) continue;
    bool serves = above ? tree.under(event.head, other.head) : tree.under(other.head, event.head);
    if (serves && tree.word(above ? event.head : other.head).upos == Upos::kVerb) return &other;
  }
  return nullptr;
}

// *sent a plane to evacuate its students*: what the deed was for has been done with it; a plan has words of its own.
bool mere_purpose(const Report& report, const Event& event) {
  const Tree& tree = report.trees[event.sentence];
  int verb = tree.head(event.head);
  return base(tree.word(event.head).rel) == Deprel::kAdvcl && tree.mark_lemma(event.head) == "to" && verb >= 0 &&
         tree.word(verb).xpos.starts_with("VB") && (tree.word(verb).xpos == "VBD" || tree.has_child(verb, Deprel::kAux)) &&
         !tree.has_child(event.head, Deprel::kAux) && tree.word(verb).lemma != "agree";
}

// *has consented to let monitors in*: what is agreed to is to come, whatever the verb of agreeing.
bool agreed_to(const Report& report, const Event& event) {
  const Tree& tree = report.trees[event.sentence];
  if (tree.word(event.head).rel != Deprel::kXcomp || tree.mark_lemma(event.head) != "to") return false;
  return std::any_of(report.events.begin(), report.events.end(), [&](const Event& other) {
    return other.type == EventType::kAgree && other.sentence == event.sentence && other.head == tree.head(event.head);
  });
}

// *has decided to ease the ban*: a decision yields already; what is agreed or promised is still to come.
bool decided(const Report& report, const Event& event) {
  const Tree& tree = report.trees[event.sentence];
  int verb = tree.head(event.head);
  return tree.word(event.head).lemma == "decide" || (verb >= 0 && tree.word(verb).lemma == "decide");
}

// *called for sanctions against Belarus*: nobody is asked, the target is to suffer; *ordered sanctions on*: whoever commands does it.
EventType asked_against(const Report& report, size_t request, uint32_t target) {
  const Event& outer = report.events[request];
  if (holds(outer.target, target)) return EventType::kRequest;
  for (const Relation& relation : report.relations) {
    if (relation.type != RelationType::kContent || relation.a != request) continue;
    const Event& inner = report.events[relation.b];
    if (!deed_against(inner.type) || !holds(inner.target, target)) continue;
    const std::string& verb = report.trees[outer.sentence].word(outer.head).lemma;
    bool command = verb == "order" || verb == "decree" || verb == "instruct";
    return command ? by_crosswalk(report, inner) : EventType::kAccuse;
  }
  return EventType::kRequest;
}

constexpr std::array<std::string_view, 17> kSay{"say",   "state",  "insist", "argue", "declare", "stress",    "believe", "claim", "allege",
                                                "think", "assert", "add",    "note",  "contend", "emphasise", "tell",    "write"};
constexpr std::array<std::string_view, 4> kMust{"must", "should", "ought", "need"};
constexpr std::array<std::string_view, 6> kGuilty{"responsible", "guilty", "complicit", "liable", "culpable", "behind"};

// *insisted that the king abdicate*
bool wanted(const Tree& tree, int clause) {
  int verb = tree.head(clause);
  return verb >= 0 && tree.word(verb).lemma == "insist" && tree.word(clause).xpos == "VB" && !tree.has_child(clause, Deprel::kAux);
}

// *must stop, has to stop, needs to stop*; `clause` may be the verb below *have, need*.
bool obliged(const Tree& tree, int clause) {
  for (uint16_t c : tree.children(clause))
    if (tree.word(c).rel == Deprel::kAux && among(kMust, tree.word(c).lemma)) return true;
  const Lemma& lemma = tree.word(clause).lemma;
  // *a reform of the body was needed*
  if (lemma == "necessary" || lemma == "essential" || lemma == "vital" || tree.word(clause).form == "needed" ||
      tree.word(clause).form == "required")
    return true;
  return (lemma == "have" || lemma == "need" || lemma == "ought") && tree.has_child(clause, Deprel::kXcomp);
}

// The clauses that the source's own verb of saying governs.
std::vector<int> clauses_said_by(const Tree& tree, int source) {
  std::vector<int> clauses;
  int verb = tree.head(tree.first_conjunct(source));
  bool subject = base(tree.word(tree.first_conjunct(source)).rel) == Deprel::kNsubj;
  if (verb < 0 || !subject || !among(kSay, tree.word(verb).lemma)) return clauses;
  for (uint16_t c : tree.children(verb)) {
    Deprel rel = base(tree.word(c).rel);
    if (rel != Deprel::kCcomp && rel != Deprel::kParataxis) continue;
    for (int one : tree.conjuncts(c)) clauses.push_back(one);
  }
  if (base(tree.word(verb).rel) == Deprel::kParataxis && tree.head(verb) >= 0) clauses.push_back(tree.head(verb));
  return clauses;
}

}  // namespace

EventType said_of(const Report& report, const Side& source, const Side& target) {
  if (!source.found() || !target.found() || source.sentence != target.sentence) return EventType::kNone;
  const Tree& tree = report.trees[static_cast<size_t>(source.sentence)];
  for (int clause : clauses_said_by(tree, source.head)) {
    bool spoken_of = false, owned = false;
    for (int word : arguments_of(tree, clause).subject) {
      spoken_of = spoken_of || word == target.head;
      owned = owned || tree.under(target.head, word);
    }
    for (uint16_t c : tree.children(clause)) owned = owned || (tree.word(c).rel == Deprel::kNsubjPass && tree.under(target.head, c));
    if ((spoken_of || owned) && (obliged(tree, clause) || wanted(tree, clause))) return EventType::kRequest;
    if (!spoken_of) continue;
    if (among(kGuilty, tree.word(clause).lemma)) return EventType::kAccuse;
    for (const Event& event : report.events)
      if (static_cast<int>(event.sentence) == source.sentence && deed_against(event.type) && holds(event.source, kTargetSide) &&
          tree.under(event.head, clause) && !event.negated)
        return EventType::kAccuse;
  }
  return EventType::kNone;
}

EventType reading_of_label(const Report& report, const std::vector<RankedEvent>& ranked, EventType type) {
  for (const RankedEvent& one : ranked) {
    if (report.events[one.index].type != type || one.places == 0) continue;
    EventType read = plover_reading(report, one.index, kTargetSide);
    bool crosswalk = (type == EventType::kSanction && (read == EventType::kAccuse || read == EventType::kCoerce)) ||
                     (type == EventType::kCoerce && read == EventType::kAssault);
    return crosswalk || (type == EventType::kConcede && read == EventType::kAgree) ? read : type;
  }
  return type;
}

EventType plover_reading(const Report& report, size_t index, uint32_t target) {
  const Event& event = report.events[index];
  bool future = (event.status == EventStatus::kPlanned || event.status == EventStatus::kOffered) && !mere_purpose(report, event);
  bool yields = event.type == EventType::kConcede || event.type == EventType::kRetreat;
  switch (event.type) {
    case EventType::kAgree:
    case EventType::kConsult:
    case EventType::kSupport:
    case EventType::kCooperate:
    case EventType::kAid:
    case EventType::kConcede:
    case EventType::kRetreat:
      if (event.negated) return EventType::kReject;
      if (const Event* inquiry = joined_with(report, event, EventType::kAccuse, false); inquiry && inquiry->mode == Mode::kInvestigate)
        return EventType::kAccuse;
      future = future || agreed_to(report, event);
      if (event.status == EventStatus::kRequested && !yields) return EventType::kRequest;
      if (yields && decided(report, event)) return event.type;
      if (event.mode == Mode::kPhone && !future && joined_with(report, event, EventType::kSupport, false)) return EventType::kSupport;
      return future ? EventType::kAgree : event.type;
    case EventType::kProtest:
    case EventType::kSanction:
    case EventType::kCoerce:
    case EventType::kAssault:
    case EventType::kMobilize:
      if (event.type != EventType::kProtest && joined_with(report, event, EventType::kProtest, true)) return EventType::kProtest;
      if (event.negated && joined_with(report, event, EventType::kReject, true)) return EventType::kReject;
      if (event.type == EventType::kMobilize && event.status == EventStatus::kOffered) return EventType::kAgree;
      if (event.status == EventStatus::kThreatened || future) return EventType::kThreaten;
      if (event.type == EventType::kMobilize && has_lemma(report.trees[event.sentence], "peacekeep")) return EventType::kAid;
      if (event.mode == Mode::kConvict && jailed(report, event)) return EventType::kCoerce;
      return by_crosswalk(report, event);
    case EventType::kThreaten:
      return by_crosswalk(report, event);
    case EventType::kRequest:
      if (joined_with(report, event, EventType::kProtest, true)) return EventType::kProtest;
      return asked_against(report, index, target);
    default:
      return event.type;
  }
}

}  // namespace demarche

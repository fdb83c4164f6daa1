#include "coder/pair_reading.h"

#include <algorithm>

namespace demarche {

namespace {

bool holds(const std::vector<uint32_t>& list, uint32_t one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

bool deed_against(EventType type) {
  return type == EventType::kSanction || type == EventType::kCoerce || type == EventType::kAssault || type == EventType::kAccuse;
}

// The type that the crosswalk gives to a code, where the chapters of PLOVER give another.
EventType by_crosswalk(const Event& event) {
  std::string_view cameo = event.cameo;
  if (event.type == EventType::kSanction && cameo == "116") return EventType::kAccuse;
  if (event.type == EventType::kSanction && cameo == "163") return EventType::kCoerce;
  if (event.type == EventType::kCoerce && (cameo == "191" || cameo == "192" || event.mode == Mode::kCyber)) return EventType::kAssault;
  return event.type;
}

// *was convicted and sentenced to six years*: the prison outweighs the verdict.
bool jailed(const Report& report, const Event& verdict) {
  const Tree& tree = report.trees[verdict.sentence];
  bool sentenced = false, prison = false;
  for (int w = 0; w < tree.size(); ++w) {
    const std::string& lemma = tree.word(w).lemma;
    sentenced = sentenced || lemma == "sentence" || lemma == "jail";
    prison = prison || lemma == "prison" || lemma == "jail" || lemma == "imprisonment";
  }
  return sentenced && prison;
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
    return command ? by_crosswalk(inner) : EventType::kAccuse;
  }
  return EventType::kRequest;
}

}  // namespace

EventType plover_reading(const Report& report, size_t index, uint32_t target) {
  const Event& event = report.events[index];
  bool future = event.status == EventStatus::kPlanned || event.status == EventStatus::kOffered;
  switch (event.type) {
    case EventType::kAgree:
    case EventType::kConsult:
    case EventType::kSupport:
    case EventType::kCooperate:
    case EventType::kAid:
    case EventType::kConcede:
    case EventType::kRetreat:
      if (event.negated) return EventType::kReject;
      if (event.status == EventStatus::kRequested && event.type != EventType::kConcede && event.type != EventType::kRetreat)
        return EventType::kRequest;
      return future ? EventType::kAgree : event.type;
    case EventType::kProtest:
    case EventType::kSanction:
    case EventType::kCoerce:
    case EventType::kAssault:
    case EventType::kMobilize:
      if (event.status == EventStatus::kThreatened || future) return EventType::kThreaten;
      if (event.cameo == "116" && jailed(report, event)) return EventType::kCoerce;
      return by_crosswalk(event);
    case EventType::kRequest:
      return asked_against(report, index, target);
    default:
      return event.type;
  }
}

}  // namespace demarche

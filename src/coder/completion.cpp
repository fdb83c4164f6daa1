#include "coder/completion.h"

#include <algorithm>
#include <string>

namespace demarche {

namespace {

constexpr uint32_t kReach = 4;  // sentences back

class Completer {
 public:
  Completer(Report& report, const Lexicon& lexicon) : report_(report), acts_(lexicon.classes().find("act_reference")), lexicon_(lexicon) {}

  void run() {
    for (size_t i = 0; i < report_.events.size(); ++i) {
      Event& event = report_.events[i];
      if (event.type == EventType::kNone) continue;
      if (event.source.empty() && event.target.empty()) {
        if (mutual(event) && definite(event)) latest_pair(i);
        continue;
      }
      if (event.target.empty() && may_have_target(event)) event.target = counterpart(i, event.source);
    }
    for (Event& event : report_.events)
      if (event.source == event.target && event.source.size() == 2) direct(event);
  }

 private:
  const std::string& country(uint32_t actor) const { return report_.actors.actors[actor].country; }

  // A conflict that is named by its place alone (about) has the sides that fight there.
  static bool mutual(const Event& event) { return event.type == EventType::kConsult || (event.type == EventType::kAssault && !event.about.empty()); }

  // Whether the counterpart may be sought beyond the sentence: words can be spoken to nobody, force and favours seldom are.
  static bool wants_counterpart(const Event& event) {
    switch (event.type) {
      case EventType::kConsult:
      case EventType::kCooperate:
      case EventType::kAid:
      case EventType::kAccuse:
      case EventType::kRequest:
      case EventType::kSanction:
      case EventType::kCoerce:
      case EventType::kAssault: return true;
      case EventType::kRetreat: return event.mode != Mode::kResign;
      default: return false;
    }
  }

  static bool may_have_target(const Event& event) {
    return event.type != EventType::kProtest && event.type != EventType::kMobilize && (event.type != EventType::kRetreat || event.mode != Mode::kResign);
  }

  // Rebels are no part of the government they fight.
  bool rebel(uint32_t actor) const {
    const auto& sectors = report_.actors.actors[actor].sectors;
    return std::any_of(sectors.begin(), sectors.end(), [](const std::string& one) { return one == "REB" || one == "UAF" || one == "PRM"; });
  }

  bool one_party(uint32_t x, uint32_t y) const { return x == y || (!country(x).empty() && country(x) == country(y) && rebel(x) == rebel(y)); }

  // *the talks, these conflicts*; a conflict named by its place is definite too.
  bool definite(const Event& event) const {
    if (!event.about.empty()) return true;
    const Tree& tree = report_.trees[event.sentence];
    for (uint16_t c : tree.children(event.head))
      if (tree.word(c).upos == Upos::kDet && tree.word(c).lemma != "a" && tree.word(c).lemma != "an" && tree.word(c).lemma != "any") return true;
    return false;
  }

  bool shares(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) const {
    return std::any_of(a.begin(), a.end(), [&](uint32_t x) { return std::any_of(b.begin(), b.end(), [&](uint32_t y) { return one_party(x, y); }); });
  }

  std::vector<uint32_t> without(const std::vector<uint32_t>& list, const std::vector<uint32_t>& own) const {
    std::vector<uint32_t> kept;
    for (uint32_t one : list)
      if (!shares({one}, own) && !country(one).empty()) kept.push_back(one);
    return kept;
  }

  // *welcomed the announcement, rejected that idea*: what is spoken of is what somebody just did.
  bool refers_back(const Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    int object = tree.child(event.head, Deprel::kObj);
    if (object < 0 || !acts_ || !lexicon_.classes().has(tree.word(object).lemma, *acts_)) return false;
    for (uint16_t c : tree.children(object))
      if (tree.word(c).upos == Upos::kDet && (tree.word(c).lemma == "the" || tree.word(c).lemma == "this" || tree.word(c).lemma == "that")) return true;
    return false;
  }

  // The act inside (content) first, then the events before this one, the nearest first.
  std::vector<uint32_t> counterpart(size_t i, const std::vector<uint32_t>& own) const {
    for (const Relation& relation : report_.relations) {
      if (relation.type != RelationType::kContent) continue;
      if (relation.a == i || relation.b == i) {
        const Event& other = report_.events[relation.a == i ? relation.b : relation.a];
        for (const auto* side : {&other.target, &other.source})
          if (auto found = without(*side, own); !found.empty()) return found;
      }
    }
    if (refers_back(report_.events[i]))
      for (size_t k = i; k-- > 0 && report_.events[k].sentence + kReach >= report_.events[i].sentence;)
        if (auto found = without(report_.events[k].source, own); !found.empty()) return found;
    if (!wants_counterpart(report_.events[i])) return {};
    for (size_t k = i; k-- > 0;) {
      const Event& before = report_.events[k];
      if (before.sentence + kReach < report_.events[i].sentence) break;
      if (before.source.empty() || before.target.empty()) continue;
      if (shares(before.source, own))
        if (auto found = without(before.target, own); !found.empty()) return found;
      if (shares(before.target, own))
        if (auto found = without(before.source, own); !found.empty()) return found;
    }
    return {};
  }

  // A call, or talk that may have been one.
  bool remote(const Event& event) const {
    const std::string& lemma = report_.sentences[event.sentence].words[event.head].lemma;
    return event.mode == Mode::kPhone || lemma == "discussion" || lemma == "conversation" || lemma == "exchange" || lemma == "talk" || lemma == "contact";
  }

  // *the discussion between A and B* is the call that another sentence says A made: it has that call's direction.
  void direct(Event& event) {
    if (event.type != EventType::kConsult || event.status != EventStatus::kOccurred || !remote(event)) return;
    for (const Event& other : report_.events) {
      if (other.type != event.type || other.source == other.target || other.source.size() != 1 || other.target.size() != 1) continue;
      if (other.status != event.status || other.mode != Mode::kPhone) continue;
      bool same = shares(other.source, event.source) && shares(other.target, event.source) && country(other.source.front()) != country(other.target.front());
      if (!same) continue;
      bool first = shares({event.source.front()}, other.source);
      uint32_t a = event.source[first ? 0 : 1], b = event.source[first ? 1 : 0];
      event.source = {a};
      event.target = {b};
      if (event.mode == Mode::kNone) event.mode = other.mode;
      return;
    }
  }

  void latest_pair(size_t i) {
    Event& event = report_.events[i];
    for (size_t k = i; k-- > 0;) {
      const Event& before = report_.events[k];
      bool conflict = event.type == EventType::kAssault;
      if (!conflict && before.sentence + kReach < event.sentence) return;
      if (conflict && before.type != EventType::kAssault) continue;
      if (before.source.empty() || before.target.empty() || (!event.about.empty() && !shares(event.about, before.source) && !shares(event.about, before.target))) continue;
      std::vector<uint32_t> both = before.source;
      for (uint32_t one : before.target)
        if (std::find(both.begin(), both.end(), one) == both.end()) both.push_back(one);
      event.source = event.target = both;
      return;
    }
  }

  Report& report_;
  std::optional<ClassId> acts_;
  const Lexicon& lexicon_;
};

}  // namespace

void complete_sides(Report& report, const Lexicon& lexicon) { Completer(report, lexicon).run(); }

}  // namespace demarche

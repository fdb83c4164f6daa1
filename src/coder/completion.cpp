#include "coder/completion.h"

#include <algorithm>
#include <array>
#include <string>

#include "actors/resolver.h"
#include "coder/word_kinds.h"

namespace demarche {

namespace {

constexpr uint32_t kReach = 4;  // sentences back

class Completer {
 public:
  Completer(Report& report, const Lexicon& lexicon) : report_(report), acts_(lexicon.classes().find("act_reference")), lexicon_(lexicon) {}

  void run() {
    for (Event& event : report_.events)
      if (event.type == EventType::kProtest) settle(event);
    // What a later sentence completes may complete an earlier one, so twice.
    for (int pass = 0; pass < 2; ++pass)
      for (size_t i = 0; i < report_.events.size(); ++i)
        if (report_.events[i].type != EventType::kNone) complete(i);
    for (Event& event : report_.events)
      if (event.source == event.target && event.source.size() == 2) direct(event);
  }

 private:
  void complete(size_t i) {
    Event& event = report_.events[i];
    if (event.target.empty()) undone_measure(i);
    if (event.source.empty()) announced(event);
    if (event.source.empty()) held_by(i);
    if (event.source.empty() && mutual(event)) spoken_by_outer(i);
    if (event.source.empty() && event.target.empty()) {
      if (mutual(event) && !sides_of_outer(i) && definite(event)) latest_pair(i);
      return;
    }
    if (!event.target.empty() || !may_have_target(event) || disarms_alone(event)) return;
    if (mediates(event)) event.target = parties(i);
    if (event.target.empty() && event.type == EventType::kThreaten) event.target = threatened(event);
    if (event.target.empty()) event.target = answered(i);
    if (event.target.empty()) event.target = counterpart(i, event.source);
    // *The leaders of both sides promised to sign*: a promise of several to nobody else is one to each other.
    if (event.target.empty() && event.type == EventType::kAgree && to_do(event) && several_parties(event.source))
      event.target = event.source;
  }

  // *condemned the pact*: those who made it; *rejected the criticism*: who accused one before.
  std::vector<uint32_t> answered(size_t i) const {
    const Event& event = report_.events[i];
    if (event.type != EventType::kAccuse && event.type != EventType::kReject && event.type != EventType::kSupport) return {};
    const Tree& tree = report_.trees[event.sentence];
    int object = tree.child(event.head, Deprel::kObj);
    if (object < 0) return {};
    for (size_t k = 0; k < report_.events.size(); ++k) {
      const Event& act = report_.events[k];
      if (k == i || act.sentence != event.sentence || !act.trigger.contains(tree.word(object).span)) continue;
      bool joint = act.type == EventType::kAgree || act.type == EventType::kCooperate || act.type == EventType::kConsult;
      std::vector<uint32_t> made = joint ? union_of(act) : act.source;
      if (auto found = without(made, event.source); !found.empty()) return found;
    }
    auto allegation = lexicon_.classes().find("allegation_word");
    if (event.type != EventType::kReject || !allegation || !lexicon_.classes().has(tree.word(object).lemma, *allegation)) return {};
    for (size_t k = i; k-- > 0 && event.sentence - report_.events[k].sentence <= 2 * kReach;)
      if (report_.events[k].type == EventType::kAccuse && shares(report_.events[k].target, event.source))
        return without(report_.events[k].source, event.source);
    return {};
  }

  // *Farmers rallied in Warsaw*: people of no stated country who protest somewhere are of there.
  void settle(const Event& event) {
    if (event.source.empty()) return;
    for (const Mention& mention : report_.actors.mentions) {
      if (mention.sentence != event.sentence || mention.kind != MentionKind::kPlace || mention.actors.size() != 1) continue;
      const std::string& there = country(mention.actors.front());
      for (uint32_t one : event.source) {
        Actor& actor = report_.actors.actors[one];
        if (!actor.country.empty() || actor.entry >= 0) continue;
        actor.country = there;
        actor.code = there;
        for (const std::string& sector : actor.sectors) actor.code += sector;
      }
      return;
    }
  }

  bool to_do(const Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    int clause = tree.child(event.head, Deprel::kXcomp);
    return clause >= 0 && tree.mark_lemma(clause) == "to";
  }

  bool several_parties(const std::vector<uint32_t>& list) const {
    return list.size() > 1 &&
           std::any_of(list.begin(), list.end(), [&](uint32_t one) { return !country(one).empty() && !one_party(one, list.front()); });
  }

  // *the duty will be lifted*: who lifts a measure is who took it, and whom it hit gains.
  void undone_measure(size_t i) {
    Event& event = report_.events[i];
    if (event.type != EventType::kRetreat && event.type != EventType::kConcede) return;
    std::vector<std::string> things = objects(event);
    for (size_t k = report_.events.size(); k-- > 0;) {
      const Event& before = report_.events[k];
      if (k == i || before.sentence > event.sentence) continue;
      if ((before.type != EventType::kSanction && before.type != EventType::kCoerce) || before.source.empty() || before.target.empty())
        continue;
      // *suspended the sanctions that the Council imposed*: said to be the same, whoever took it.
      bool named = before.sentence == event.sentence && before.trigger.overlaps(event.trigger);
      if (!named && k > i) continue;
      if (!named && !event.source.empty() && !shares(event.source, before.source)) continue;
      std::vector<std::string> measures = objects(before);
      measures.push_back(lemma(before));
      bool same = named || std::any_of(things.begin(), things.end(), [&](const std::string& one) {
                    return std::find(measures.begin(), measures.end(), one) != measures.end() || one == "measure" ||
                           (before.type == EventType::kSanction && (one == "order" || one == "decree" || one == "restriction"));
                  });
      if (!same) continue;
      if (event.source.empty()) event.source = before.source;
      event.target = before.target;
      // What ends a sanction is material, whatever the word for ending it.
      if (event.type == EventType::kConcede && before.type == EventType::kSanction) {
        event.type = EventType::kRetreat;
        event.cameo = "085";
      }
      return;
    }
  }

  // *threatened to march in if Yerevan did not yield*: who can avert it is threatened.
  std::vector<uint32_t> threatened(const Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    for (int w = event.head + 1; w < tree.size(); ++w) {
      std::string_view mark = tree.mark_lemma(w);
      bool condition = mark == "if" || mark == "unless" || mark == "until" || mark == "should";
      if (!condition || base(tree.word(w).rel) != Deprel::kAdvcl || !tree.under(w, event.head)) continue;
      int subject = tree.child(w, Deprel::kNsubj);
      if (subject < 0 || tree.word(subject).rel == Deprel::kNsubjPass) continue;
      if (const auto* actors = actors_of(report_.actors, event.sentence, subject))
        if (auto found = without(*actors, event.source); !found.empty()) return found;
    }
    return {};
  }

  const Lemma& lemma(const Event& event) const { return report_.sentences[event.sentence].words[event.head].lemma; }

  std::vector<std::string> objects(const Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    std::vector<std::string> found;
    for (uint16_t c : tree.children(event.head))
      if (base(tree.word(c).rel) == Deprel::kObj || tree.word(c).rel == Deprel::kNsubjPass) found.push_back(tree.word(c).lemma);
    return found;
  }

  // *The ministry announced that two exercises would be ended*: what will be done, and by nobody else, the speaker's side does.
  void announced(Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    int head = event.head;
    bool ahead = false, passive = false;
    for (uint16_t c : tree.children(head)) {
      passive = passive || tree.word(c).rel == Deprel::kAuxPass;
      ahead = ahead || (tree.word(c).rel == Deprel::kAux && (tree.word(c).lemma == "will" || tree.word(c).lemma == "would"));
    }
    if (!passive || !ahead || event.type == EventType::kAssault || event.type == EventType::kThreaten) return;
    int up = tree.word(head).rel == Deprel::kCcomp ? tree.head(head) : tree.child(head, Deprel::kParataxis);
    if (up < 0) return;
    // *flew to Accra and said that aid would be cut*
    int speaker = tree.child(tree.has_child(up, Deprel::kNsubj) ? up : tree.first_conjunct(up), Deprel::kNsubj);
    const auto* actors = speaker < 0 ? nullptr : actors_of(report_.actors, event.sentence, speaker);
    if (actors) event.source = *actors;
  }

  // *ruled out talks*: who refuses would have talked, to whom he refuses it. *Agreed to a truce*: those who agree keep it. *Proposed talks
  // with Peru*: who proposes talks.
  void spoken_by_outer(size_t i) {
    Event& event = report_.events[i];
    const Tree& tree = report_.trees[event.sentence];
    int verb = tree.head(event.head);
    Deprel rel = base(tree.word(event.head).rel);
    if (verb < 0 || (rel != Deprel::kObj && rel != Deprel::kObl)) return;
    for (const Event& outer : report_.events) {
      if (outer.sentence != event.sentence || outer.head != verb || outer.source.empty()) continue;
      bool own = outer.type == EventType::kReject || outer.type == EventType::kAgree || outer.type == EventType::kRequest;
      if (!event.target.empty() && own && rel == Deprel::kObj && !shares(outer.source, event.target)) event.source = outer.source;
      if (!event.target.empty() || outer.target.empty()) return;
      bool refusal = outer.type == EventType::kReject && event.type == EventType::kConsult && rel == Deprel::kObj;
      bool deal = outer.type == EventType::kAgree && event.mode == Mode::kCeasefire && outer.source == outer.target;
      if (!refusal && !deal) return;
      event.source = outer.source;
      event.target = outer.target;
      return;
    }
  }

  // *proposed negotiations*: who proposes and to whom are the sides.
  bool sides_of_outer(size_t i) {
    Event& event = report_.events[i];
    if (event.type != EventType::kConsult) return false;
    for (const Relation& relation : report_.relations) {
      if (relation.type != RelationType::kContent || relation.b != i) continue;
      std::vector<uint32_t> both = union_of(report_.events[relation.a]);
      if (!several_parties(both)) {
        for (uint32_t one : last_opponents(relation.a, both)) both.push_back(one);
      }
      if (!several_parties(both)) continue;
      event.source = event.target = both;
      return true;
    }
    return false;
  }

  static std::vector<uint32_t> union_of(const Event& event) {
    std::vector<uint32_t> both = event.source;
    for (uint32_t one : event.target)
      if (std::find(both.begin(), both.end(), one) == both.end()) both.push_back(one);
    return both;
  }

  // *captured a general; he was freed*: by those who held him.
  void held_by(size_t i) {
    Event& event = report_.events[i];
    if (event.type != EventType::kRetreat || event.mode != Mode::kRelease || event.target.empty()) return;
    for (size_t k = i; k-- > 0 && report_.events[k].sentence + 2 * kReach >= event.sentence;) {
      const Event& before = report_.events[k];
      bool takes = before.type == EventType::kAssault || before.type == EventType::kCoerce;
      bool same = std::any_of(before.target.begin(), before.target.end(),
                              [&](uint32_t one) { return std::find(event.target.begin(), event.target.end(), one) != event.target.end(); });
      if (!takes || !same || before.source.empty()) continue;
      event.source = before.source;
      return;
    }
  }

  bool mediates(const Event& event) const {
    static constexpr std::array<std::string_view, 9> kConvening{"convene", "host",     "sponsor",  "arrange", "broker",
                                                                "mediate", "organize", "organise", "chair"};
    return event.type == EventType::kConsult &&
           (event.cameo == "045" || std::find(kConvening.begin(), kConvening.end(), lemma(event)) != kConvening.end());
  }

  // Between whom somebody mediates: the latest two sides of one act, the mediator not among them.
  std::vector<uint32_t> parties(size_t i) const {
    const Event& event = report_.events[i];
    for (size_t k = i; k-- > 0;) {
      const Event& before = report_.events[k];
      if (before.sentence + kReach < event.sentence) break;
      if (before.source.empty() || before.target.empty()) continue;
      std::vector<uint32_t> both = union_of(before);
      if (!shares(both, event.source) && several_parties(both)) return both;
    }
    return {};
  }

  const std::string& country(uint32_t actor) const { return report_.actors.actors[actor].country; }

  // A conflict that is named by its place alone (about) has the sides that fight there.
  static bool mutual(const Event& event) {
    return event.type == EventType::kConsult || (event.type == EventType::kAssault && !event.about.empty()) ||
           (event.type == EventType::kRetreat && event.mode == Mode::kCeasefire);
  }

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
      case EventType::kThreaten:
      case EventType::kAssault:
        return true;
      case EventType::kRetreat:
        return event.mode != Mode::kResign && event.mode != Mode::kDisarm;
      default:
        return false;
    }
  }

  static bool may_have_target(const Event& event) {
    return event.type != EventType::kProtest && event.type != EventType::kMobilize &&
           (event.type != EventType::kRetreat || event.mode != Mode::kResign);
  }

  // Rebels are no part of the government they fight, nor is the opposition.
  bool rebel(uint32_t actor) const {
    const auto& sectors = report_.actors.actors[actor].sectors;
    return std::any_of(sectors.begin(), sectors.end(),
                       [](const std::string& one) { return one == "REB" || one == "UAF" || one == "PRM" || one == "OPP"; });
  }

  // A state that gives up its arms does so before nobody.
  bool disarms_alone(const Event& event) const {
    return event.type == EventType::kRetreat && event.mode == Mode::kDisarm &&
           nominal(report_.sentences[event.sentence].words[event.head]) &&
           std::none_of(event.source.begin(), event.source.end(), [&](uint32_t one) { return rebel(one); });
  }

  bool one_party(uint32_t x, uint32_t y) const {
    return x == y || (!country(x).empty() && country(x) == country(y) && rebel(x) == rebel(y));
  }

  // *the talks, these conflicts*; a conflict named by its place is definite too.
  bool definite(const Event& event) const {
    if (!event.about.empty() || event.mode == Mode::kCeasefire) return true;
    const Tree& tree = report_.trees[event.sentence];
    for (uint16_t c : tree.children(event.head))
      if (tree.word(c).upos == Upos::kDet && tree.word(c).lemma != "a" && tree.word(c).lemma != "an" && tree.word(c).lemma != "any")
        return true;
    return false;
  }

  bool shares(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) const {
    return std::any_of(a.begin(), a.end(),
                       [&](uint32_t x) { return std::any_of(b.begin(), b.end(), [&](uint32_t y) { return one_party(x, y); }); });
  }

  std::vector<uint32_t> without(const std::vector<uint32_t>& list, const std::vector<uint32_t>& own) const {
    std::vector<uint32_t> kept;
    for (uint32_t one : list)
      if (!shares({one}, own) && !country(one).empty()) kept.push_back(one);
    return kept;
  }

  int thing_spoken_of(const Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    int object = tree.child(event.head, Deprel::kObj);
    // *a charge that Pakistan rejects*
    bool clause = tree.word(event.head).rel == Deprel::kAclRelcl && tree.word(event.head).upos == Upos::kVerb;
    if ((object < 0 || tree.word(object).upos == Upos::kPron) && clause && tree.head(event.head) >= 0) return tree.head(event.head);
    bool judged = event.type == EventType::kSupport || event.type == EventType::kReject || event.type == EventType::kAccuse;
    return object >= 0 || !judged ? object : tree.child(event.head, Deprel::kNsubjPass);
  }

  // *welcomed the announcement, rejected that idea*: what is spoken of is what somebody just did.
  bool refers_back(const Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    int object = thing_spoken_of(event);
    if (object < 0 || !acts_ || !lexicon_.classes().has(tree.word(object).lemma, *acts_)) return false;
    return has_the(tree, object);
  }

  // *welcomed the vote* after *the parliament voted*: the noun is of one family with the verb that told the act.
  std::vector<uint32_t> doer_of_named(size_t i, const std::vector<uint32_t>& own) const {
    const Event& event = report_.events[i];
    const Tree& tree = report_.trees[event.sentence];
    const std::string& noun = tree.word(thing_spoken_of(event)).lemma;
    for (size_t k = i; k-- > 0 && report_.events[k].sentence + kReach >= event.sentence;)
      if (names_act(noun, report_.events[k]))
        if (auto found = without(report_.events[k].source, own); !found.empty()) return found;
    return {};
  }

  // Whether a noun is of one family with a word of the trigger: *vote* and *voted*, *exercises* and *launched drills*.
  bool names_act(const std::string& noun, const Event& act) const {
    static constexpr std::array<std::array<std::string_view, 5>, 3> kFamilies{{{"drill", "exercise", "manoeuvre", "maneuver", "wargame"},
                                                                               {"strike", "raid", "bombing", "attack", "shelling"},
                                                                               {"talk", "negotiation", "dialogue", "meeting", "summit"}}};
    std::vector<std::string> lemmas = objects(act);
    for (const Word& word : report_.sentences[act.sentence].words)
      if (word.span.begin >= act.trigger.begin && word.span.end <= act.trigger.end) lemmas.push_back(word.lemma);
    for (const std::string& one : lemmas) {
      if (noun.size() >= 4 && one.substr(0, 4) == noun.substr(0, 4)) return true;
      for (const auto& family : kFamilies) {
        bool both =
            std::find(family.begin(), family.end(), noun) != family.end() && std::find(family.begin(), family.end(), one) != family.end();
        if (both) return true;
      }
    }
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
    const Event& event = report_.events[i];
    if (auto found = same_act(i, own); !found.empty()) return found;
    if (at_home(event) || asks_somebody(event) || judges_a_thing(event)) return {};
    // *Both sides closed the crossing*: against each other, if against anybody.
    if (several_parties(own) && deed(event.type)) return {};
    if (auto found = sibling(i, own); !found.empty()) return found;
    if (auto found = partners(i, own); !found.empty()) return found;
    if (event.type == EventType::kSanction || event.type == EventType::kReject)
      if (auto found = inside_object(event, own); !found.empty()) return found;
    if (refers_back(event))
      if (auto found = doer_of_named(i, own); !found.empty()) return found;
    if (refers_back(event))
      if (auto found = spoken_of(i, own); !found.empty()) return found;
    if (event.type == EventType::kAccuse && thing_spoken_of(event) >= 0)
      if (auto found = doer_of_named(i, own); !found.empty()) return found;
    if (event.type == EventType::kAccuse)
      if (auto found = last_doer(i, own); !found.empty()) return found;
    bool favour = event.type == EventType::kConcede && report_.trees[event.sentence].child(event.head, Deprel::kObj) >= 0;
    // Who takes up arms against the government lays them down before it; a state that disarms does so for itself.
    bool rebels_disarm = event.mode == Mode::kDisarm && std::any_of(own.begin(), own.end(), [&](uint32_t one) { return rebel(one); });
    if ((!wants_counterpart(event) && !favour && !rebels_disarm) || tells_a_year(event)) return {};
    return last_opponents(i, own);
  }

  // *praised the move*: whose act others judged just before, else whoever acted last.
  std::vector<uint32_t> spoken_of(size_t i, const std::vector<uint32_t>& own) const {
    const Event& event = report_.events[i];
    std::vector<uint32_t> judges;
    for (size_t k = i; k-- > 0 && report_.events[k].sentence + kReach >= event.sentence;) {
      const Event& before = report_.events[k];
      bool judged = judges_an_act(before) && !before.target.empty() && before.sentence < event.sentence;
      // A party to what was agreed speaks of the others: of all of them together.
      if (judged)
        if (auto all = agreed_among(k); !all.empty()) return without(all, own);
      if (judged)
        if (auto found = without(before.target, own); !found.empty()) return found;
      bool aside = alleged(k) || nominal(report_.sentences[before.sentence].words[before.head]) || beside_judgement(k);
      if (aside) continue;
      if (auto found = without(before.source, own); !found.empty()) return found;
    }
    return {};
  }

  // The parties to the latest agreement before a judgement by one of them of another.
  std::vector<uint32_t> agreed_among(size_t judgement) const {
    const Event& judged = report_.events[judgement];
    for (size_t k = judgement; k-- > 0;) {
      const Event& before = report_.events[k];
      bool joint = before.type == EventType::kAgree || before.type == EventType::kSupport || before.type == EventType::kCooperate;
      if (joint && before.source == before.target && shares(before.source, judged.source) && shares(before.source, judged.target))
        return before.source;
    }
    return {};
  }

  bool judges_an_act(const Event& event) const {
    return (event.type == EventType::kAccuse || event.type == EventType::kSupport || event.type == EventType::kReject) &&
           refers_back(event);
  }

  // *regretted the decision and pledged to stay*: what the judges do besides.
  bool beside_judgement(size_t k) const {
    const Event& act = report_.events[k];
    return std::any_of(report_.events.begin(), report_.events.end(), [&](const Event& other) {
      return &other != &act && other.sentence == act.sentence && other.source == act.source && judges_an_act(other);
    });
  }

  // *suspended its part in October 2019*: an act of another time has nothing to do with whom the report spoke of last.
  bool tells_a_year(const Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    for (uint16_t c : tree.children(event.head)) {
      if (base(tree.word(c).rel) != Deprel::kObl) continue;
      for (int w = tree.first(c); w <= tree.last(c); ++w) {
        std::string_view form = tree.word(w).form;
        if (form.size() == 4 && (form.starts_with("19") || form.starts_with("20")) && form.find_first_not_of("0123456789") == form.npos)
          return true;
      }
    }
    return false;
  }

  // Police act at home.
  bool at_home(const Event& event) const {
    return (event.type == EventType::kCoerce || event.type == EventType::kAssault) &&
           std::all_of(event.source.begin(), event.source.end(), [&](uint32_t one) {
             const auto& sectors = report_.actors.actors[one].sectors;
             return std::find(sectors.begin(), sectors.end(), "COP") != sectors.end();
           });
  }

  // *called it a disaster*, where it is nobody.
  bool judges_a_thing(const Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    int object = tree.child(event.head, Deprel::kObj);
    return (event.type == EventType::kAccuse || event.type == EventType::kSupport) && object >= 0 && tree.word(object).form == "it";
  }

  // *asked donors to pay*: the text says whom, though nobody knows them.
  bool asks_somebody(const Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    int object = tree.child(event.head, Deprel::kObj);
    if (object < 0) object = tree.child(event.head, Deprel::kIobj);
    return event.type == EventType::kRequest && object >= 0 && tree.word(object).xpos == "NNS" &&
           tree.has_child(event.head, Deprel::kXcomp);
  }

  // *the strike* after *the navy sank a boat of theirs*: the act that the noun takes up tells whom it hit.
  std::vector<uint32_t> same_act(size_t i, const std::vector<uint32_t>& own) const {
    const Event& event = report_.events[i];
    const Tree& tree = report_.trees[event.sentence];
    bool noun = tree.word(event.head).upos == Upos::kNoun && has_the(tree, event.head);
    if (!noun || !deed(event.type)) return {};
    for (size_t k = i; k-- > 0 && report_.events[k].sentence + 2 >= event.sentence;)
      if (report_.events[k].type == event.type && report_.events[k].source == own) return report_.events[k].target;
    return {};
  }

  // *agreed to sign a treaty with its neighbour and to open relations*: an act named before in the sentence, by the same doer, tells to
  // whom.
  std::vector<uint32_t> sibling(size_t i, const std::vector<uint32_t>& own) const {
    const Event& event = report_.events[i];
    if (event.type != EventType::kAgree && event.type != EventType::kSupport && event.type != EventType::kCooperate) return {};
    for (size_t k = report_.events.size(); k-- > 0;) {
      const Event& other = report_.events[k];
      if (other.sentence != event.sentence || other.head >= event.head || other.source != own) continue;
      // *condemned the raid and promised aid*: not to the raiders.
      if (deed(other.type) || other.type == EventType::kAccuse || !tied(event, other)) continue;
      if (auto found = without(other.target, own); !found.empty()) return found;
    }
    return {};
  }

  // What somebody is accused of or asked for is no act that others welcome or reject.
  bool alleged(size_t k) const {
    return std::any_of(report_.relations.begin(), report_.relations.end(), [&](const Relation& relation) {
      return relation.type == RelationType::kContent && relation.b == k &&
             (report_.events[relation.a].type == EventType::kAccuse || report_.events[relation.a].type == EventType::kRequest);
    });
  }

  // The one stands in a complement of the other or beside it.
  bool tied(const Event& event, const Event& other) const {
    const Tree& tree = report_.trees[event.sentence];
    int up = event.head;
    for (int steps = 0; steps < 4 && up >= 0; ++steps) {
      if (up == other.head || tree.first_conjunct(up) == tree.first_conjunct(other.head)) return true;
      Deprel rel = base(tree.word(up).rel);
      if (rel != Deprel::kXcomp && rel != Deprel::kConj && rel != Deprel::kObj) return false;
      up = tree.head(up);
    }
    return false;
  }

  // *halted its part in the scheme under which Ukraine ships grain*: the one other country that the object speaks of.
  std::vector<uint32_t> inside_object(const Event& event, const std::vector<uint32_t>& own) const {
    const Tree& tree = report_.trees[event.sentence];
    int object = tree.child(event.head, Deprel::kObj);
    if (object < 0) return {};
    int last = tree.last(object);
    for (uint16_t c : tree.children(event.head))
      if (c > object && tree.first(c) == last + 1 && base(tree.word(c).rel) == Deprel::kObl && tree.case_lemma(c) == "in")
        last = tree.last(c);
    std::vector<uint32_t> found;
    for (const Mention& mention : report_.actors.mentions) {
      if (mention.sentence != event.sentence || mention.kind == MentionKind::kPlace || mention.kind == MentionKind::kPronoun) continue;
      if (mention.head < tree.first(object) || mention.head > last) continue;
      for (uint32_t one : without(mention.actors, own)) found.push_back(one);
    }
    return found.empty() || several_parties(found) ? std::vector<uint32_t>{} : std::vector<uint32_t>{found.front()};
  }

  // *broke off the negotiations, denounced the deal*: the others who talk, who made it.
  std::vector<uint32_t> partners(size_t i, const std::vector<uint32_t>& own) const {
    static constexpr std::array<std::string_view, 14> kJoint{"talk",   "negotiation", "dialogue",   "truce",        "ceasefire",
                                                             "deal",   "accord",      "agreement",  "bargain",      "pact",
                                                             "treaty", "compromise",  "settlement", "understanding"};
    const Event& event = report_.events[i];
    const Tree& tree = report_.trees[event.sentence];
    int object = tree.child(event.head, Deprel::kObj);
    if (object < 0 || std::find(kJoint.begin(), kJoint.end(), tree.word(object).lemma) == kJoint.end() || !has_the_or_none(tree, object))
      return {};
    for (size_t k = i; k-- > 0;) {
      const Event& before = report_.events[k];
      bool judges = event.type == EventType::kAccuse || event.type == EventType::kSupport || event.type == EventType::kReject;
      if (before.source.size() < 2 || before.source != before.target || (!judges && !shares(before.source, own))) continue;
      auto found = without(before.source, own);
      // A critic at home has the government that signed before him.
      if (found.empty() || event.type == EventType::kAccuse) {
        found.clear();
        for (uint32_t one : before.source)
          if (std::find(own.begin(), own.end(), one) == own.end() && !country(one).empty()) found.push_back(one);
      }
      if (!found.empty()) return found;
    }
    return {};
  }

  // *ruled out dialogue, rejected the deal*, and not *a deal*.
  static bool has_the_or_none(const Tree& tree, int noun) {
    for (uint16_t c : tree.children(noun))
      if ((tree.word(c).upos == Upos::kDet && tree.word(c).lemma != "the" && tree.word(c).lemma != "this" &&
           tree.word(c).lemma != "that") ||
          tree.word(c).rel == Deprel::kNmodPoss)
        return false;
    return has_the(tree, noun) || tree.word(noun).lemma == "dialogue" || tree.word(noun).xpos == "NNS";
  }

  static bool has_the(const Tree& tree, int noun) {
    for (uint16_t c : tree.children(noun))
      if (tree.word(c).upos == Upos::kDet && (tree.word(c).lemma == "the" || tree.word(c).lemma == "this" || tree.word(c).lemma == "that"))
        return true;
    return false;
  }

  static bool deed(EventType type) {
    switch (type) {
      case EventType::kAssault:
      case EventType::kCoerce:
      case EventType::kSanction:
      case EventType::kMobilize:
      case EventType::kThreaten:
      case EventType::kReject:
      case EventType::kProtest:
        return true;
      default:
        return false;
    }
  }

  // *condemned the cynical move*: whoever last did something that can be condemned.
  std::vector<uint32_t> last_doer(size_t i, const std::vector<uint32_t>& own) const {
    for (size_t k = i; k-- > 0 && report_.events[k].sentence + 2 >= report_.events[i].sentence;)
      if (deed(report_.events[k].type))
        if (auto found = without(report_.events[k].source, own); !found.empty()) return found;
    return {};
  }

  std::vector<uint32_t> last_opponents(size_t i, const std::vector<uint32_t>& own) const {
    EventType type = report_.events[i].type;
    // Partners in trade are not therefore foes: foes first, then the report's two states, then those who met.
    if (type == EventType::kCooperate || type == EventType::kAid)
      return opponent_in(i, own, [](EventType before) { return !deed(before) && before != EventType::kAccuse; });
    auto foes = opponent_in(i, own, [](EventType before) { return deed(before) || before == EventType::kAccuse; });
    // Who withdraws does so before a foe, if there is one.
    if (type == EventType::kRetreat && !foes.empty()) return foes;
    if (!deed(type) && type != EventType::kAccuse) return opponent_in(i, own, [](EventType) { return true; });
    bool between_states = type == EventType::kSanction || type == EventType::kThreaten || type == EventType::kAssault;
    if (foes.empty() && between_states) foes = rival(own);
    if (foes.empty() && type == EventType::kSanction) foes = whom_all_is_about(own);
    return foes.empty()
               ? opponent_in(i, own, [](EventType before) { return before == EventType::kConsult || before == EventType::kRetreat; })
               : foes;
  }

  // The other side of the latest event within reach that has us on one side and whose type will do.
  // A body of states that talks to one side or asks something of it mediates.
  bool mediator(uint32_t actor) const { return country(actor) == "UNO" || country(actor) == "IGO" || country(actor) == "NGO"; }

  template <class Fits>
  std::vector<uint32_t> opponent_in(size_t i, const std::vector<uint32_t>& own, Fits fits) const {
    for (size_t k = i; k-- > 0;) {
      const Event& before = report_.events[k];
      if (before.sentence + kReach < report_.events[i].sentence) break;
      if (before.source.empty() || before.target.empty() || !fits(before.type)) continue;
      auto foe = [&](const std::vector<uint32_t>& side) {
        std::vector<uint32_t> found = without(side, own);
        if (!deed(before.type)) std::erase_if(found, [&](uint32_t one) { return mediator(one); });
        return found;
      };
      if (shares(before.source, own))
        if (auto found = foe(before.target); !found.empty()) return found;
      if (shares(before.target, own))
        if (auto found = foe(before.source); !found.empty()) return found;
    }
    return {};
  }

  // One of each country that the report names, and how often, most first.
  std::vector<std::pair<int, uint32_t>> by_frequency() const {
    std::vector<std::pair<int, uint32_t>> counts;
    for (const Mention& mention : report_.actors.mentions) {
      if (mention.kind == MentionKind::kPlace || mention.actors.size() != 1 || country(mention.actors.front()).empty()) continue;
      const uint32_t actor = mention.actors.front();
      auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& one) { return country(one.second) == country(actor); });
      if (known == counts.end()) known = counts.insert(known, {0, actor});
      ++known->first;
      // The state itself rather than its army.
      if (report_.actors.actors[actor].code.size() == 3) known->second = actor;
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    return counts;
  }

  // The other one of the two states that the report names most, where one of them is our own.
  std::vector<uint32_t> rival(const std::vector<uint32_t>& own) const {
    auto counts = by_frequency();
    if (counts.size() < 2 || counts[1].first < 3 || (counts.size() > 2 && counts[2].first == counts[1].first)) return {};
    for (int side : {0, 1})
      if (shares({counts[static_cast<size_t>(side)].second}, own)) return without({counts[static_cast<size_t>(1 - side)].second}, own);
    return {};
  }

  // *Britain recalled its envoy*, in a report on one country above all.
  std::vector<uint32_t> whom_all_is_about(const std::vector<uint32_t>& own) const {
    auto counts = by_frequency();
    if (counts.empty() || counts[0].first < 4 || (counts.size() > 1 && counts[0].first < 2 * counts[1].first)) return {};
    return without({counts[0].second}, own);
  }

  // A call, or talk that may have been one.
  bool remote(const Event& event) const {
    const Lemma& lemma = report_.sentences[event.sentence].words[event.head].lemma;
    return event.mode == Mode::kPhone || lemma == "discussion" || lemma == "conversation" || lemma == "exchange" || lemma == "talk" ||
           lemma == "contact";
  }

  // *the discussion between A and B* is the call that another sentence says A made: it has that call's direction.
  void direct(Event& event) {
    if (event.type != EventType::kConsult || event.status != EventStatus::kOccurred || !remote(event)) return;
    for (const Event& other : report_.events) {
      if (other.type != event.type || other.source == other.target || other.source.size() != 1 || other.target.size() != 1) continue;
      if (other.status != event.status || other.mode != Mode::kPhone) continue;
      bool same = shares(other.source, event.source) && shares(other.target, event.source) &&
                  country(other.source.front()) != country(other.target.front());
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
      bool conflict = event.type == EventType::kAssault || event.mode == Mode::kCeasefire;
      if (!conflict && before.sentence + kReach < event.sentence) return;
      if (conflict && before.type != EventType::kAssault && before.mode != Mode::kCeasefire) continue;
      if (before.source.empty() || before.target.empty() ||
          (!event.about.empty() && !shares(event.about, before.source) && !shares(event.about, before.target)))
        continue;
      std::vector<uint32_t> both = union_of(before);
      std::erase_if(both, [&](uint32_t one) { return country(one).empty(); });
      if (both.size() < 2) continue;
      event.source = event.target = both;
      return;
    }
  }

  Report& report_;
  std::optional<ClassId> acts_;
  const Lexicon& lexicon_;
};

}  // namespace

void complete_sides(Report& report, const Lexicon& lexicon) {
  Completer(report, lexicon).run();
}

}  // namespace demarche

#include "coder/events.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "actors/resolver.h"
#include "base/lists.h"
#include "base/strings.h"
#include "coder/predicates.h"
#include "lexicon/name_index.h"

namespace demarche {

namespace {

constexpr size_t kNounReach = 15;  // sentences back to where a noun was introduced

void add_unique(std::vector<uint32_t>& list, uint32_t one) {
  if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

class EventFinder {
 public:
  EventFinder(Report& report, const Lexicon& lexicon) : report_(report), lexicon_(lexicon), matcher_(lexicon) {}

  void run() {
    for (size_t s = 0; s < report_.trees.size(); ++s) sentence(s);
  }

 private:
  void sentence(size_t s) {
    const Tree& tree = report_.trees[s];
    auto matches = matcher_.match(tree);
    std::unordered_map<int, const MatchedPredicate*> by_head;
    for (const MatchedPredicate& match : matches) by_head[match.head] = &match;
    std::unordered_map<int, uint32_t> event_of;
    for (const MatchedPredicate& match : matches) {
      std::vector<uint32_t> warned;
      bool threat = match.type == EventType::kNone && !match.absorbed && warns(s, tree, match, warned);
      bool none = match.absorbed || (match.type == EventType::kNone && !threat);
      if (none || modifier(tree, match) || connective(tree, match.head) || in_name(s, match) || medium(tree, match, by_head)) continue;
      const MatchedPredicate* inner = match.embedded >= 0 && by_head.contains(match.embedded) ? by_head[match.embedded] : nullptr;
      Event made = event(s, tree, match, inner);
      if (threat) {
        made.type = EventType::kThreaten;
        if (!warned.empty()) made.target = warned;
        made.cameo = "130";
      }
      if (boast(tree, match, made) || bare_alliance(tree, match, made)) continue;
      event_of[match.head] = static_cast<uint32_t>(report_.events.size());
      report_.events.push_back(std::move(made));
    }
    for (const MatchedPredicate& match : matches) contents(match, event_of, by_head);
    for (const MatchedPredicate& match : matches)
      if (auto said = event_of.find(tree.head(match.head)); said != event_of.end() && medium(tree, match, by_head))
        receive(s, tree, match, report_.events[said->second]);
  }

  void receive(size_t s, const Tree& tree, const MatchedPredicate& letter, Event& outer) {
    std::vector<uint32_t> receivers = known_actors(s, tree, letter.target);
    if (!addresses(outer.type))
      std::erase_if(outer.target, [&](uint32_t one) { return among(receivers, one); });
    else if (outer.target.empty())
      outer.target = receivers;
  }

  // Who asks or offers in a letter does so to its receiver; who accuses speaks of somebody else.
  static bool addresses(EventType type) {
    return type == EventType::kAgree || type == EventType::kRequest || type == EventType::kThreaten || type == EventType::kReject;
  }

  // *proposed in a letter to the king that ...*: the letter is how it was said, and no second act.
  static bool medium(const Tree& tree, const MatchedPredicate& match, const std::unordered_map<int, const MatchedPredicate*>& by_head) {
    static constexpr std::array<std::string_view, 8> kLetters{"letter", "note", "telegram", "message", "cable", "memo", "missive", "email"};
    if (match.kind != PredicateKind::kNoun || match.type != EventType::kConsult || tree.case_lemma(match.head) != "in") return false;
    auto said = by_head.find(tree.head(match.head));
    return said != by_head.end() && said->second->type != EventType::kNone && !said->second->absorbed &&
           among(kLetters, tree.word(match.head).lemma);
  }

  // *warned that it would evict them, hinted that it might strike*: who warns of his own harm threatens; so does a state that warns another
  // of what it will have to bear. `warned` gets whom the clause names.
  bool warns(size_t s, const Tree& tree, const MatchedPredicate& match, std::vector<uint32_t>& warned) const {
    const Lemma& lemma = tree.word(match.head).lemma;
    if (match.kind != PredicateKind::kVerb || (lemma != "warn" && lemma != "hint" && lemma != "caution")) return false;
    auto harms = lexicon_.classes().find("own_harm");
    Arguments outer = arguments_of(tree, match.head);
    std::vector<uint32_t> speakers = known_actors(s, tree, outer.subject);
    for (int clause : outer.clause) {
      if (!ahead(tree, clause)) continue;
      // *would have to review its aid*
      int act = tree.word(clause).lemma == "have" ? tree.child(clause, Deprel::kXcomp) : clause;
      Arguments inner = arguments_of(tree, act < 0 ? clause : act);
      std::vector<uint32_t> doers = known_actors(s, tree, inner.subject);
      if (bears_harm(tree, act < 0 ? clause : act, inner)) {
        warned = others(doers, speakers);
        if (!warned.empty()) return true;
      }
      if (act < 0 || !harms || !lexicon_.classes().has(tree.word(act).lemma, *harms)) continue;
      if (inner.passive) {
        // *would be treated as an act of war, met with force*: by those who say so.
        if (inner.subject.empty() && (tree.word(clause).lemma == "treat" || tree.word(clause).lemma == "meet")) return true;
        continue;
      }
      for (uint32_t one : doers)
        for (uint32_t speaker : speakers)
          if (one == speaker || same_country(one, speaker)) return true;
    }
    return false;
  }

  static bool ahead(const Tree& tree, int clause) {
    for (uint16_t c : tree.children(clause))
      if (tree.word(c).rel == Deprel::kAux &&
          (tree.word(c).lemma == "will" || tree.word(c).lemma == "would" || tree.word(c).lemma == "may" || tree.word(c).lemma == "might"))
        return true;
    return false;
  }

  // *would face consequences, pay a heavy price*
  static bool bears_harm(const Tree& tree, int verb, const Arguments& inner) {
    static constexpr std::array<std::string_view, 4> kBears{"face", "bear", "pay", "suffer"};
    static constexpr std::array<std::string_view, 15> kHarms{"consequence",    "price",    "retaliation", "reprisal",  "punishment",
                                                             "penalty",        "response", "cost",        "measure",   "sanction",
                                                             "countermeasure", "wrath",    "tariff",      "isolation", "retribution"};
    return among(kBears, tree.word(verb).lemma) &&
           std::any_of(inner.object.begin(), inner.object.end(), [&](int word) { return among(kHarms, tree.word(word).lemma); });
  }

  std::vector<uint32_t> known_actors(size_t s, const Tree& tree, const std::vector<int>& words) const {
    std::vector<uint32_t> found;
    for (int word : words)
      if (const auto* own = actors_of(report_.actors, s, semantic_head(tree, word))) found.insert(found.end(), own->begin(), own->end());
    return found;
  }

  // Those of another country than any speaker, where a state, a body of states or rebels speak.
  std::vector<uint32_t> others(const std::vector<uint32_t>& doers, const std::vector<uint32_t>& speakers) const {
    std::vector<uint32_t> found;
    for (uint32_t one : doers)
      if (!report_.actors.actors[one].code.empty() && !speakers.empty() &&
          std::all_of(speakers.begin(), speakers.end(), [&](uint32_t speaker) {
            const Actor& actor = report_.actors.actors[speaker];
            bool power =
                actor.code.size() == 3 || among(actor.sectors, "GOV") || among(actor.sectors, "MIL") || among(actor.sectors, "REB");
            return power && actor.country != "NGO" && one != speaker && !same_country(one, speaker);
          }))
        add_unique(found, one);
    return found;
  }

  // *urged the alliance to admit it*: a body, and no act.
  static bool bare_alliance(const Tree& tree, const MatchedPredicate& match, const Event& made) {
    static constexpr std::array<std::string_view, 4> kBodies{"alliance", "union", "coalition", "partnership"};
    return match.kind == PredicateKind::kNoun && made.source.empty() && made.target.empty() && among(kBodies, tree.word(match.head).lemma);
  }

  bool same_country(uint32_t a, uint32_t b) const {
    const std::string& country = report_.actors.actors[a].country;
    return !country.empty() && country == report_.actors.actors[b].country;
  }

  // *milbloggers claimed that units seized a village*: a claim about nobody or one's own side accuses nobody.
  bool boast(const Tree& tree, const MatchedPredicate& match, const Event& made) const {
    if (made.type != EventType::kAccuse || tree.word(match.head).lemma != "claim" || match.kind != PredicateKind::kVerb) return false;
    return std::all_of(made.target.begin(), made.target.end(), [&](uint32_t target) {
      return std::any_of(made.source.begin(), made.source.end(), [&](uint32_t source) { return same_country(source, target); });
    });
  }

  // *in exchange for, in return for* tie acts and are none.
  static bool connective(const Tree& tree, int head) {
    const Lemma& lemma = tree.word(head).lemma;
    return (lemma == "exchange" || lemma == "return") && tree.case_lemma(head) == "in";
  }

  // *Central Command, the Strike Force*: a word of somebody's name tells of no act.
  bool in_name(size_t s, const MatchedPredicate& match) const {
    if (match.kind != PredicateKind::kNoun) return false;
    int32_t at = report_.actors.headed_by[s][static_cast<size_t>(match.head)];
    if (at < 0) return false;
    const Mention& mention = report_.actors.mentions[static_cast<size_t>(at)];
    // *the director of military operations*
    bool title = mention.kind == MentionKind::kNominal && mention.head < match.head;
    return (mention.kind == MentionKind::kName || title) && mention.first <= match.head && match.head <= mention.last;
  }

  // *a proposed deal, seized ships*: the participle says how the noun is, not what happened now.
  static bool modifier(const Tree& tree, const MatchedPredicate& match) {
    return match.kind == PredicateKind::kVerb && match.source.empty() && tree.word(match.head).rel == Deprel::kAmod &&
           match.head < tree.head(match.head);
  }

  Event event(size_t s, const Tree& tree, const MatchedPredicate& match, const MatchedPredicate* inner) {
    Event made;
    made.sentence = static_cast<uint32_t>(s);
    made.head = static_cast<uint16_t>(match.head);
    made.trigger = trigger(tree, match);
    made.type = match.type;
    made.mode = match.mode;
    made.contexts = match.contexts;
    for (int word : match.source) add_actors(s, tree, word, made.source);
    for (int word : match.target) add_actors(s, tree, word, made.target);
    for (int word : match.about) add_actors(s, tree, word, made.about);
    if (match.kind == PredicateKind::kNoun && made.source.empty() && made.target.empty()) recall(s, tree, match, made);
    if (made.type == EventType::kAccuse && made.target.empty()) blamed(s, tree, match, made);
    if (made.type == EventType::kRequest && made.target.empty()) addressed(s, tree, match, made);
    if (match.kind == PredicateKind::kNoun && made.source.empty()) wielder(s, tree, match, made);
    if (reciprocal(tree, match)) made.target = made.source;
    named_after_place(tree, match, made);
    disarms_itself(match, made);
    locate(tree, match, made);
    balance(match, made);
    code(match, inner, made);
    made.why.rule = match.frame->place;
    made.why.path = path(tree, match);
    return made;
  }

  static Span trigger(const Tree& tree, const MatchedPredicate& match) {
    Span span;
    for (int word : match.words) span = cover(span, tree.word(word).span);
    return span;
  }

  // *complained that Belarus had sent ...*: who acts in what is complained of is blamed for it.
  void blamed(size_t s, const Tree& tree, const MatchedPredicate& match, Event& made) {
    for (int clause : arguments_of(tree, match.head).clause) {
      Arguments inner = arguments_of(tree, clause);
      for (int word : inner.subject)
        if (actors_of(report_.actors, s, semantic_head(tree, word)) && tree.word(word).upos != Upos::kPron)
          add_actors(s, tree, word, made.target);
    }
  }

  // *addressed the envoys, seeking a deal*: who is spoken to is asked.
  void addressed(size_t s, const Tree& tree, const MatchedPredicate& match, Event& made) {
    int verb = tree.head(tree.first_conjunct(match.head));
    bool participle = tree.word(tree.first_conjunct(match.head)).rel == Deprel::kAdvcl && tree.word(match.head).xpos == "VBG";
    if (!participle || verb < 0) return;
    for (int word : arguments_of(tree, verb).object)
      if (actors_of(report_.actors, s, semantic_head(tree, word))) add_actors(s, tree, word, made.target);
  }

  // *retaliated with an air strike*: who retaliates strikes; *after talks with the envoy the minister flew home*: who flies has talked.
  void wielder(size_t s, const Tree& tree, const MatchedPredicate& match, Event& made) {
    int verb = tree.head(match.head);
    if (verb < 0 || tree.word(verb).upos != Upos::kVerb || base(tree.word(match.head).rel) != Deprel::kObl ||
        (tree.case_lemma(match.head) != "with" && !met_around(tree, match, made)))
      return;
    Arguments outer = arguments_of(tree, verb);
    if (outer.passive) return;
    for (int word : outer.subject) add_actors(s, tree, word, made.source);
    if (made.source == made.target) made.source.clear();
  }

  static bool met_around(const Tree& tree, const MatchedPredicate& match, const Event& made) {
    std::string_view name = tree.case_lemma(match.head);
    return made.type == EventType::kConsult && !made.target.empty() &&
           (name == "after" || name == "during" || name == "in" || name == "before");
  }

  // *shell each other's posts*
  static bool reciprocal(const Tree& tree, const MatchedPredicate& match) {
    if (match.kind != PredicateKind::kVerb) return false;
    for (uint16_t c : tree.children(match.head)) {
      Deprel rel = base(tree.word(c).rel);
      if (rel != Deprel::kObj && rel != Deprel::kObl && rel != Deprel::kIobj) continue;
      for (int w = tree.first(c); w < tree.last(c) + 1 && w + 1 < tree.size(); ++w) {
        std::string one = lower_ascii(tree.word(w).lemma), two = lower_ascii(tree.word(w + 1).lemma);
        if ((one == "each" && two == "other") || (one == "one" && two == "another")) return true;
      }
    }
    return false;
  }

  // *the Pretoria agreement*: a lone capital before a deal is where it was made.
  void named_after_place(const Tree& tree, const MatchedPredicate& match, Event& made) const {
    bool deal = match.kind == PredicateKind::kNoun && (made.type == EventType::kAgree || made.type == EventType::kSupport);
    if (!deal || match.source.size() != 1 || made.source.size() != 1 || !made.target.empty()) return;
    const Word& owner = tree.word(match.source.front());
    const Actor& actor = report_.actors.actors[made.source.front()];
    if (owner.rel == Deprel::kCompound && is_upper_ascii(owner.form[0]) && !actor.person && actor.code.size() == 3 &&
        actor.name != owner.form)
      made.source.clear();
  }

  // *the dismantlement of the Natanz plant*: who owns it gives it up.
  void disarms_itself(const MatchedPredicate& match, Event& made) const {
    if (match.kind != PredicateKind::kNoun || made.type != EventType::kRetreat || made.mode != Mode::kDisarm) return;
    bool own = made.source.size() == 1 && made.target.size() == 1 && same_country(made.source.front(), made.target.front());
    if (made.source.empty()) made.source.swap(made.target);
    if (own) made.target.clear();
  }

  bool conflict(const Word& word) const {
    auto conflicts = lexicon_.classes().find("conflict_noun");
    return conflicts && lexicon_.classes().has(lower_ascii(word.lemma), *conflicts);
  }

  // *the Ukrainian conflict, the Syria war* name where it is, not who began it.
  void locate(const Tree& tree, const MatchedPredicate& match, Event& made) const {
    if (match.kind != PredicateKind::kNoun || !conflict(tree.word(match.head))) return;
    bool lone = made.source.size() == 1 && (made.target.empty() || made.target == made.source);
    bool adjective = std::none_of(match.source.begin(), match.source.end(), [&](int w) {
      return tree.word(w).rel == Deprel::kNmodPoss || tree.word(w).rel == Deprel::kOblAgent || base(tree.word(w).rel) == Deprel::kNmod;
    });
    if (!lone || !adjective) return;
    made.about = made.source;
    made.source.clear();
    made.target.clear();
  }

  // Two sides of a mutual act are both source and target; beside another target nobody acts on himself; alone he may (a state and its own
  // province).
  static void balance(const MatchedPredicate& match, Event& made) {
    if (match.mutual && made.target.empty() && made.source.size() > 1) {
      made.target = made.source;
      return;
    }
    // *disowned its pact*: nobody refuses himself, backs himself or deals with himself.
    bool towards_others = made.type == EventType::kReject || made.type == EventType::kAgree || made.type == EventType::kSupport ||
                          made.type == EventType::kConsult || made.type == EventType::kCooperate;
    if (made.source != made.target || (towards_others && made.source.size() == 1))
      made.target.erase(
          std::remove_if(made.target.begin(), made.target.end(),
                         [&](uint32_t one) { return std::find(made.source.begin(), made.source.end(), one) != made.source.end(); }),
          made.target.end());
  }

  void code(const MatchedPredicate& match, const MatchedPredicate* inner, Event& made) const {
    made.cameo = match.cameo;
    if (match.frame->grid && inner) {
      std::string inner_code =
          inner->cameo.empty() ? std::string(lexicon_.cameo().default_code(inner->type, inner->mode, inner->contexts)) : inner->cameo;
      if (auto outer = lexicon_.cameo().grid(*match.frame->grid, inner_code, inner->type, inner->mode)) {
        if (made.cameo.empty()) made.cameo = std::string(outer->code);
        if (made.mode == Mode::kNone && allows(made.type, outer->mode)) made.mode = outer->mode;
      }
    }
  }

  // The actors of a noun phrase: its own, its owners', or a new one without a code.
  void add_actors(size_t s, const Tree& tree, int word, std::vector<uint32_t>& into) {
    int head = semantic_head(tree, word);
    for (int one : {head, word}) {
      if (const auto* own = actors_of(report_.actors, s, one)) {
        for (uint32_t actor : *own) add_unique(into, actor);
        return;
      }
    }
    Deprel rel = tree.word(word).rel;
    if (rel == Deprel::kAmod || rel == Deprel::kCompound) return;
    auto owners = owners_of(report_.actors, s, tree, head);
    if (!owners.empty()) {
      for (uint32_t actor : owners) add_unique(into, actor);
      return;
    }
    if (may_act(tree, head)) add_unique(into, add_unknown_actor(report_.actors, s, tree, head));
  }

  // Names, and plural nouns that can be people.
  bool may_act(const Tree& tree, int word) const {
    const Word& one = tree.word(word);
    if (one.upos == Upos::kPropn) return !is_calendar_name(one.lemma);
    if (one.upos != Upos::kNoun) return false;
    // *pressed poorer states*: somebody, though nobody says who.
    if (one.xpos == "NNS" &&
        (one.lemma == "state" || one.lemma == "country" || one.lemma == "nation" || one.lemma == "government" || one.lemma == "company"))
      return true;
    auto people = lexicon_.classes().find("person");
    return people && lexicon_.classes().has(one.lemma, *people);
  }

  // *announced a pact, signed a pact*, then *the pact*: the latest event whose words are that noun, or of the same type with it for object;
  // null if there is none with a side.
  const Event* told_by(const std::string& noun, EventType type, size_t s) const {
    for (auto it = report_.events.rbegin(); it != report_.events.rend() && s - it->sentence <= kNounReach; ++it) {
      if (it->sentence == s || (it->source.empty() && it->target.empty())) continue;
      const Tree& tree = report_.trees[it->sentence];
      for (int w = 0; w < tree.size(); ++w) {
        bool object = it->type == type && base(tree.word(w).rel) == Deprel::kObj && tree.head(w) == it->head;
        if (tree.word(w).lemma == noun && (object || (it->trigger.contains(tree.word(w).span) && (it->type == type || w != it->head))))
          return &*it;
      }
    }
    return nullptr;
  }

  // *the meeting* after *met*: the latest act told by a word of that family; null if there is none.
  const Event* of_family(const std::string& noun, EventType type, size_t s) const {
    for (auto it = report_.events.rbegin(); it != report_.events.rend() && s - it->sentence <= kNounReach && noun.size() >= 4; ++it) {
      const Word& earlier = report_.sentences[it->sentence].words[it->head];
      bool sides = !it->source.empty() && !it->target.empty();
      if (it->type == type && sides && it->sentence < s && earlier.lemma.substr(0, 4) == noun.substr(0, 4)) return &*it;
    }
    return nullptr;
  }

  // *the willingness of farmers to pay*: whose it is is said, though nobody knows them.
  static bool owned(const Tree& tree, const MatchedPredicate& match) {
    bool attitude = match.type == EventType::kAgree || match.type == EventType::kRequest || match.type == EventType::kReject;
    for (uint16_t c : tree.children(match.head))
      if (attitude && base(tree.word(c).rel) == Deprel::kNmod && tree.case_lemma(c) == "of" && tree.word(c).xpos == "NNS") return true;
    return false;
  }

  // *the call* after *the leaders spoke by phone*: a definite event noun without sides takes those of the last event of its type.
  void recall(size_t s, const Tree& tree, const MatchedPredicate& match, Event& made) const {
    bool definite = false;
    for (uint16_t c : tree.children(match.head))
      definite = definite || (tree.word(c).upos == Upos::kDet &&
                              (tree.word(c).lemma == "the" || tree.word(c).lemma == "this" || tree.word(c).lemma == "that"));
    // *opposes the use of force*: of anybody.
    if (!definite || owned(tree, match) || tree.word(match.head).lemma == "use") return;
    if (const Event* named = conflict(tree.word(match.head)) ? nullptr : told_by(tree.word(match.head).lemma, made.type, s)) {
      made.source = named->source;
      made.target = named->target;
      return;
    }
    if (const Event* kin = conflict(tree.word(match.head)) ? nullptr : of_family(tree.word(match.head).lemma, made.type, s)) {
      made.source = kin->source;
      made.target = kin->target;
      return;
    }
    // The same kind of act first (*the call* is not the visit told in between), then any of its type.
    for (bool same_mode : {true, false}) {
      if (same_mode ? made.mode == Mode::kNone : made.mode != Mode::kNone) continue;
      for (auto it = report_.events.rbegin(); it != report_.events.rend() && s - it->sentence <= 3; ++it) {
        if (it->type != made.type || (it->source.empty() && it->target.empty()) || (same_mode && it->mode != made.mode)) continue;
        // Talks, attacks and deals are told of by many words; a coup is no border that was closed.
        bool loose = made.type == EventType::kConsult || made.type == EventType::kAssault || made.type == EventType::kAgree ||
                     made.type == EventType::kSupport || made.type == EventType::kThreaten || made.type == EventType::kRetreat;
        // *the war* is fought between two who are known.
        bool sides =
            std::all_of(it->target.begin(), it->target.end(), [&](uint32_t one) { return !report_.actors.actors[one].country.empty(); });
        if (conflict(tree.word(match.head)) && (!sides || it->source.empty() || it->target.empty())) continue;
        const Word& earlier = report_.sentences[it->sentence].words[it->head];
        if (!loose && earlier.lemma.substr(0, 4) != tree.word(match.head).lemma.substr(0, 4)) continue;
        made.source = it->source;
        made.target = it->target;
        if (made.mode == Mode::kNone) made.mode = it->mode;
        return;
      }
    }
  }

  // A speech act is about the act its complement names, and so is every other verb over an act that it does not swallow.
  void contents(const MatchedPredicate& match, const std::unordered_map<int, uint32_t>& event_of,
                const std::unordered_map<int, const MatchedPredicate*>& by_head) {
    auto act = event_of.find(match.head);
    if (act == event_of.end() || match.embedded < 0) return;
    auto inner = event_of.find(match.embedded);
    // *repeated that he was ready to talk*: what the act that it swallowed is about.
    for (int below = match.embedded; inner == event_of.end() && match.frame->result == FrameResult::kSame;) {
      auto swallowed = by_head.find(below);
      if (swallowed == by_head.end() || swallowed->second->embedded < 0) return;
      below = swallowed->second->embedded;
      inner = event_of.find(below);
    }
    if (inner == event_of.end() || inner->second == act->second) return;
    Relation relation;
    relation.type = RelationType::kContent;
    relation.a = act->second;
    relation.b = inner->second;
    relation.rule = match.frame->place;
    report_.relations.push_back(std::move(relation));
  }

  static std::string path(const Tree& tree, const MatchedPredicate& match) {
    std::string text;
    auto list = [&](std::string_view label, const std::vector<int>& words) {
      if (words.empty()) return;
      text += (text.empty() ? "" : " ") + std::string(label) + "=";
      for (size_t i = 0; i < words.size(); ++i) text += (i ? "+" : "") + std::string(tree.word(words[i]).form);
    };
    list("source", match.source);
    list("target", match.target);
    list("about", match.about);
    if (match.passive) text += " passive";
    return text;
  }

  Report& report_;
  const Lexicon& lexicon_;
  PredicateMatcher matcher_;
};

}  // namespace

void find_events(Report& report, const Lexicon& lexicon) {
  EventFinder(report, lexicon).run();
}

}  // namespace demarche

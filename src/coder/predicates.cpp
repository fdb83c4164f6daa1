#include "coder/predicates.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/strings.h"
#include "coder/filtered_words.h"
#include "coder/slips.h"
#include "lexicon/name_index.h"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 18> kParticles{"up",      "down",  "off",   "out",   "back",  "away",    "over",     "in",     "on",
                                                      "through", "along", "aside", "apart", "ahead", "forward", "together", "around", "by"};

bool hostile(EventType type) {
  switch (type) {
    case EventType::kAssault:
    case EventType::kCoerce:
    case EventType::kSanction:
    case EventType::kMobilize:
    case EventType::kThreaten:
    case EventType::kAccuse:
      return true;
    default:
      return false;
  }
}

bool speech_act(EventType type) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kRequest:
    case EventType::kReject:
    case EventType::kThreaten:
    case EventType::kAccuse:
      return true;
    default:
      return false;
  }
}

// One sentence's matching: predicates are judged inside out, each once.
class Matching {
 public:
  Matching(const Tree& tree, const Lexicon& lexicon)
      : tree_(tree),
        lexicon_(lexicon),
        state_(static_cast<size_t>(tree.size()), kUnseen),
        found_(static_cast<size_t>(tree.size())),
        words_(tree, lexicon) {}

  std::vector<MatchedPredicate> run() {
    for (int i = 0; i < tree_.size(); ++i) judge(i);
    std::vector<MatchedPredicate> all;
    for (int i = 0; i < tree_.size(); ++i)
      if (auto& one = found_[static_cast<size_t>(i)]) all.push_back(std::move(*one));
    for (MatchedPredicate& one : all)
      if (absorbed_[one.head]) one.absorbed = true;
    return all;
  }

 private:
  enum State : uint8_t { kUnseen, kOpen, kDone };
  // A predicate's arguments, and what its frames have asked of them.
  struct Occasion {
    PredicateKind kind;
    const Arguments& arguments;
    struct Candidates {
      SlotKey key;
      std::string_view preposition;
      std::vector<int> words;
    };
    std::vector<Candidates> asked;
  };

  const std::optional<MatchedPredicate>& judge(int i) {
    size_t at = static_cast<size_t>(i);
    // A word that is being judged (a cycle through control) counts as no event for those inside it.
    if (state_[at] != kUnseen) return found_[at];
    state_[at] = kOpen;
    std::optional<MatchedPredicate> made = best(i);
    state_[at] = kDone;
    return found_[at] = std::move(made);
  }

  std::optional<MatchedPredicate> best(int i) {
    const Word& word = tree_.word(i);
    if (word.upos == Upos::kVerb ||
        (word.upos == Upos::kAux && word.rel != Deprel::kAux && word.rel != Deprel::kAuxPass && word.rel != Deprel::kCop))
      return verb(i);
    if (word.upos == Upos::kNoun || word.upos == Upos::kPropn) return noun(i);
    if (word.upos == Upos::kAdj) return adjective(i);
    return std::nullopt;
  }

  std::optional<MatchedPredicate> verb(int i) {
    std::vector<int> words{i};
    int misread = -1;
    const Predicate* predicate = nullptr;
    const Lemma& lemma = tree_.word(i).lemma;
    if (lexicon_.frames().has_particles(lemma)) {
      for (uint16_t c : tree_.children(i)) {
        const Word& child = tree_.word(c);
        bool particle = child.rel == Deprel::kCompoundPrt || (child.rel == Deprel::kAdvmod && c > i && c <= i + 2) ||
                        (child.rel == Deprel::kXcomp && child.upos == Upos::kAdv);
        if (!particle || std::find(kParticles.begin(), kParticles.end(), child.lemma) == kParticles.end()) continue;
        predicate = lexicon_.frames().find(PredicateKind::kVerb, lemma + " " + child.lemma);
        if (predicate) {
          words.push_back(c);
          break;
        }
      }
      if (!predicate && i + 1 < tree_.size() &&
          std::find(kParticles.begin(), kParticles.end(), tree_.word(i + 1).lemma) != kParticles.end()) {
        predicate = lexicon_.frames().find(PredicateKind::kVerb, lemma + " " + tree_.word(i + 1).lemma);
        if (predicate && tree_.word(i + 1).rel == Deprel::kCase) {
          misread = misread_particle(i, lemma);
          if (misread < 0) predicate = nullptr;
        }
        if (predicate) words.push_back(i + 1);
      }
    }
    if (!predicate) predicate = lexicon_.frames().find(PredicateKind::kVerb, lemma);
    return predicate ? choose(*predicate, i, words, misread) : std::nullopt;
  }

  // *set aside ammunition*, *rolled over loans*: parsers read a particle before a noun as its preposition. Gives the noun, or -1 where it
  // may well be one.
  int misread_particle(int verb, const std::string& lemma) const {
    int noun = tree_.head(verb + 1);
    if (noun < 0 || tree_.head(noun) != verb) return -1;
    const std::string& particle = tree_.word(verb + 1).lemma;
    const Predicate* plain = lexicon_.frames().find(PredicateKind::kVerb, lemma);
    if (!plain) return noun;
    for (const auto& frame : plain->frames)
      for (const Slot& slot : frame->slots)
        if (slot.key == SlotKey::kPrep && slot.preposition == particle && !slot.optional) return -1;
    return noun;
  }

  std::optional<MatchedPredicate> noun(int i) {
    const Word& word = tree_.word(i);
    if (word.rel == Deprel::kCompound && tree_.head(i) == i + 1 && tree_.word(i + 1).upos != Upos::kVerb) return std::nullopt;
    // *last March* is no march.
    if (word.upos == Upos::kPropn && is_calendar_name(word.lemma)) return std::nullopt;
    // *the Brotherhood, the Alliance* bear names.
    if (word.upos == Upos::kPropn && i > 0 && tree_.word(i - 1).rel == Deprel::kDet && tree_.head(i - 1) == i &&
        is_upper_ascii(word.form[0]))
      return std::nullopt;
    std::string lemma = lower_ascii(word.lemma);
    int longest = lexicon_.frames().longest_noun_ending_in(lemma);
    const Predicate* predicate = nullptr;
    std::vector<int> words;
    NounPhraseText phrase(lemma);
    for (int length = 1; length <= longest && i - length + 1 >= 0; ++length) {
      if (length > 1) phrase.prepend(tree_.word(i - length + 1));
      const Predicate* one = lexicon_.frames().find(PredicateKind::kNoun, phrase.lemmas);
      if (!one && phrase.forms != phrase.lemmas) one = lexicon_.frames().find(PredicateKind::kNoun, phrase.forms);
      if (one) {
        predicate = one;
        words.clear();
        for (int w = i - length + 1; w <= i; ++w) words.push_back(w);
      }
    }
    return predicate ? choose(*predicate, i, words) : std::nullopt;
  }

  std::optional<MatchedPredicate> adjective(int i) {
    const Predicate* predicate = lexicon_.frames().find(PredicateKind::kAdjective, tree_.word(i).lemma);
    return predicate ? choose(*predicate, i, {i}) : std::nullopt;
  }

  // *wept after the pledge of money to Greenland*: a phrase right behind a noun's own may hang on the verb above. The noun gets it too
  // where no frame of the verb has a use for it.
  void lend_phrases(int noun, const Predicate& predicate, Arguments& arguments) const {
    int up = tree_.head(noun);
    if (up < 0 || up > noun || tree_.word(up).upos != Upos::kVerb || tree_.last(noun) < noun) return;
    int end = tree_.last(noun);
    for (uint16_t c : tree_.children(up)) {
      if (c <= end || tree_.first(c) != end + 1 || base(tree_.word(c).rel) != Deprel::kObl) continue;
      std::string_view name = tree_.case_lemma(c);
      if (name.empty() || names_time(tree_.word(c))) return;
      bool free = base(tree_.word(noun).rel) == Deprel::kObl || !takes_preposition(up, name) || wants_act(predicate, name, c);
      if (free && !arguments.preposition(name) && name != "by") arguments.prepositions.emplace_back(std::string(name), tree_.conjuncts(c));
      end = tree_.last(c);
    }
  }

  // *voiced openness to negotiations*
  bool wants_act(const Predicate& predicate, std::string_view name, int word) const {
    if (lexicon_.frames().longest_noun_ending_in(tree_.word(word).lemma) == 0) return false;
    for (const auto& frame : predicate.frames)
      for (const Slot& slot : frame->slots)
        if (slot.key == SlotKey::kPrep && slot.preposition == name && slot.takes_event()) return true;
    return false;
  }

  bool takes_preposition(int verb, std::string_view name) const {
    const Predicate* predicate = lexicon_.frames().find(PredicateKind::kVerb, tree_.word(verb).lemma);
    if (!predicate) return false;
    for (const auto& frame : predicate->frames)
      for (const Slot& slot : frame->slots)
        if (slot.key == SlotKey::kPrep && slot.preposition == name) return true;
    return false;
  }

  // `misread`: a noun that stands under a particle taken for its preposition, and is the object.
  // *the Ukrainian drone attack*: the parser may hang the nationality on the first noun.
  void lend_owners(int head, const std::vector<int>& words, Arguments& arguments) const {
    for (int part : words) {
      if (part == head) continue;
      for (uint16_t c : tree_.children(part)) {
        Deprel rel = tree_.word(c).rel;
        bool owner = rel == Deprel::kAmod || rel == Deprel::kCompound || rel == Deprel::kNmodPoss;
        if (owner && std::find(words.begin(), words.end(), c) == words.end()) append(arguments.possessor, tree_.conjuncts(c));
      }
    }
  }

  std::optional<MatchedPredicate> choose(const Predicate& predicate, int i, std::vector<int> words, int misread = -1) {
    Arguments arguments = arguments_of(tree_, i);
    if (misread >= 0 && arguments.object.empty()) arguments.object = tree_.conjuncts(misread);
    if (predicate.kind == PredicateKind::kNoun) {
      lend_owners(i, words, arguments);
      lend_phrases(i, predicate, arguments);
    }
    const Frame* winner = nullptr;
    Occasion occasion{predicate.kind, arguments, {}};
    std::vector<Filler> fillers, winning;
    int best_score = -1;
    for (const auto& frame : predicate.frames) {
      fillers.clear();
      int score = fit(*frame, occasion, fillers);
      if (score > best_score) {
        best_score = score;
        winner = frame.get();
        winning = fillers;
      }
    }
    if (!winner) return std::nullopt;
    complete(predicate, *winner, occasion, winning);
    return build(predicate.kind, *winner, i, std::move(words), arguments, winning);
  }

  // *Warships drilled off Taiwan*: the frame that knows the drill best may say nothing of its target; a frame of the same type that fits
  // too lends it.
  void complete(const Predicate& predicate, const Frame& winner, Occasion& occasion, std::vector<Filler>& winning) {
    auto targeted = [](const std::vector<Filler>& fillers) {
      return std::any_of(fillers.begin(), fillers.end(), [](const Filler& filler) {
        return filler.slot->role == SlotRole::kTarget || filler.slot->role == SlotRole::kBoth || filler.slot->takes_event();
      });
    };
    if (winner.result != FrameResult::kEvent || targeted(winning)) return;
    std::vector<Filler> fillers, best;
    int best_score = -1;
    for (const auto& frame : predicate.frames) {
      if (frame->result != FrameResult::kEvent || frame->type != winner.type || frame.get() == &winner) continue;
      fillers.clear();
      int score = fit(*frame, occasion, fillers);
      if (score <= best_score || !targeted(fillers)) continue;
      best_score = score;
      best = fillers;
    }
    for (const Filler& filler : best)
      if (filler.slot->role == SlotRole::kTarget && filler.slot->key == SlotKey::kPrep && filler.slot->preposition != "of" &&
          filler.slot->preposition != "in" && std::all_of(filler.words.begin(), filler.words.end(), [&](int w) { return nationed(w); }))
        winning.push_back(filler);
  }

  // *Taiwan, Togolese boats*
  bool nationed(int word) const {
    if (tree_.word(word).upos == Upos::kPropn) return true;
    for (uint16_t c : tree_.children(word))
      if (tree_.word(c).rel == Deprel::kAmod && is_upper_ascii(tree_.word(c).form[0])) return true;
    return false;
  }

  const std::vector<int>& candidates(const Slot& slot, Occasion& occasion) const {
    for (const Occasion::Candidates& one : occasion.asked)
      if (one.key == slot.key && one.preposition == slot.preposition) return one.words;
    occasion.asked.push_back({slot.key, slot.preposition, candidates(slot, occasion.kind, occasion.arguments)});
    return occasion.asked.back().words;
  }

  // -1 if a required slot is not filled; else 100 a filter (95 for `@*`) and 10 a slot. Between equals the frame written first stays.
  int fit(const Frame& frame, Occasion& occasion, std::vector<Filler>& fillers) {
    const PredicateKind kind = occasion.kind;
    int score = 0;
    for (const Slot& slot : frame.slots) {
      const std::vector<int>& words = candidates(slot, occasion);
      int filters = 0;
      std::vector<int> fit_words;
      for (int word : words)
        if (satisfies(slot, word) && !(slot.key == SlotKey::kPrep && slot.role != SlotRole::kNone && names_time(tree_.word(word))))
          fit_words.push_back(word);
      if (slot.role == SlotRole::kBoth && fit_words.size() == 1 && !several(fit_words[0])) fit_words.clear();
      if (fit_words.empty()) {
        if (slot.optional || (slot.filters.empty() && understood(slot, kind))) continue;
        return -1;
      }
      for (const Filter& filter : slot.filters)
        filters += filter.negated ? 20 : filter.kind == Filter::Kind::kEvent && filter.type == EventType::kNone ? 95 : 100;
      score += filters + 10;
      // Conjuncts of a filler that fits come along: *detained a journalist and two aides*.
      fillers.push_back({&slot, slot.filters.empty() || slot.role != SlotRole::kNone ? words : fit_words});
    }
    return score;
  }

  // *the two sides, they*: one word for the sides of a mutual act.
  bool several(int word) const {
    const Word& one = tree_.word(word);
    return one.xpos == "NNS" || one.xpos == "NNPS" || one.lemma == "they" || one.lemma == "we" || one.lemma == "both";
  }

  static bool understood(const Slot& slot, PredicateKind kind) {
    if (slot.role == SlotRole::kNone) return false;
    if (slot.role == SlotRole::kBoth && kind == PredicateKind::kVerb) return false;
    if (kind != PredicateKind::kNoun) return slot.key == SlotKey::kSubject;
    return slot.key == SlotKey::kPossessor || (slot.key == SlotKey::kPrep && (slot.preposition == "by" || slot.preposition == "between"));
  }

  std::vector<int> candidates(const Slot& slot, PredicateKind kind, const Arguments& arguments) const {
    switch (slot.key) {
      case SlotKey::kSubject:
        return arguments.subject;
      case SlotKey::kObject:
        return arguments.object;
      case SlotKey::kClause:
        return arguments.clause.empty() && kind == PredicateKind::kVerb ? arguments.purpose : arguments.clause;
      case SlotKey::kInfinitive:
        return infinitives(arguments);
      case SlotKey::kPossessor:
        return arguments.possessor;
      case SlotKey::kPrep:
        break;
    }
    if (slot.preposition == "by" && kind == PredicateKind::kNoun)
      return arguments.subject.empty() ? of_phrases("by", arguments) : arguments.subject;
    const auto* words = arguments.preposition(slot.preposition);
    if (!words && slot.preposition == "toward") words = arguments.preposition("towards");
    if (!words && slot.preposition == "about") words = arguments.preposition("over");
    if (!words && slot.preposition == "out") words = arguments.preposition("out of");
    // *A treaty with Slovenia was ratified, with the opposition away*: the phrase of a passive's own subject comes first.
    if (words && kind == PredicateKind::kVerb && arguments.passive)
      if (std::vector<int> own = of_object(slot.preposition, arguments.object); !own.empty()) return own;
    if (words) return *words;
    if (kind == PredicateKind::kVerb) return of_arguments(slot.preposition, arguments);
    // *charges of espionage against two teachers*, *a protest by growers against the tax*: the last noun takes the phrase.
    if (kind != PredicateKind::kNoun || slot.preposition == "of") return {};
    std::vector<int> found = of_phrases(slot.preposition, arguments);
    return found.empty() ? of_object(slot.preposition, arguments.subject) : found;
  }

  // *aid to Somalia from Turkey*, *the disarmament of militias by the army*: a phrase that hangs on the noun of another phrase.
  std::vector<int> of_phrases(std::string_view preposition, const Arguments& arguments) const {
    std::vector<int> found;
    for (size_t i = 0; i < arguments.prepositions.size() && found.empty(); ++i) {
      // Whose words they are has no part in the act.
      bool voice = arguments.prepositions[i].first.starts_with("accord");
      if (!voice) found = of_object(preposition, arguments.prepositions[i].second, kDeepest);
    }
    return found;
  }

  // *to do*, *do*, *that they must do*, and not *that they do*.
  std::vector<int> infinitives(const Arguments& arguments) const {
    std::vector<int> found;
    for (int clause : arguments.clause) {
      std::string_view mark = tree_.mark_lemma(clause);
      bool bare = mark.empty() && tree_.word(clause).xpos == "VB" && tree_.word(clause).rel == Deprel::kXcomp;
      if (mark == "to" || bare || says_what_to_do(tree_, clause) ||
          (!found.empty() && mark.empty() && tree_.word(clause).rel == Deprel::kConj))
        found.push_back(clause);
    }
    if (found.empty()) found = arguments.purpose;
    return found;
  }

  // *bowed to pressure from Beijing*: where the object has no such phrase, another noun of the verb may.
  std::vector<int> of_arguments(std::string_view preposition, const Arguments& arguments) const {
    std::vector<int> found = of_object(preposition, arguments.object);
    if (found.empty()) found = of_phrases(preposition, arguments);
    // *turned over the bodies of two pilots to Israel*
    return found.empty() ? of_object(preposition, of_object("of", arguments.object)) : found;
  }

  static constexpr int kDeepest = 2;

  // *pledged support for Haiti*, *recognised the independence of Kosovo*: parsers hang the phrase on the object, or on what belongs to it
  // (*returned the bones of kings to Namibia*).
  std::vector<int> of_object(std::string_view preposition, const std::vector<int>& objects, int depth = 0) const {
    std::vector<int> found, owned;
    for (int object : objects)
      for (uint16_t c : tree_.children(object)) {
        Deprel rel = tree_.word(c).rel;
        bool owner = preposition == "of" && rel == Deprel::kNmodPoss && tree_.word(c).upos != Upos::kPron;
        bool phrase = (base(rel) == Deprel::kNmod || base(rel) == Deprel::kObl) && rel != Deprel::kNmodPoss;
        if (owner || (phrase && tree_.case_lemma(c) == preposition))
          for (int one : tree_.conjuncts(c)) found.push_back(one);
        else if (phrase && c > object)
          owned.push_back(c);
      }
    bool goes = preposition == "to" || preposition == "with" || preposition == "from" || preposition == "against";
    return found.empty() && goes && depth < kDeepest && !owned.empty() ? of_object(preposition, owned, depth + 1) : found;
  }

  bool satisfies(const Slot& slot, int word) {
    for (const Filter& filter : slot.filters) {
      // Whoever asks or promises speaks of an act, also where no frame knows it.
      bool any_clause = slot.key == SlotKey::kClause && filter.kind == Filter::Kind::kEvent && filter.type == EventType::kNone &&
                        !filter.negated && tree_.word(word).upos == Upos::kVerb;
      if (!any_clause && holds(filter, word) == filter.negated) return false;
    }
    return true;
  }

  bool holds(const Filter& filter, int word) {
    int head = semantic_head(tree_, word);
    switch (filter.kind) {
      case Filter::Kind::kClass:
        // *Thousands of Nepalis* are people, though their name is a state's.
        if (words_.is_actor_class(filter.class_id) && head != word && counts(tree_.word(word).lemma)) return false;
        return words_.in_class(head, filter.class_id) || (head != word && words_.in_class(word, filter.class_id));
      case Filter::Kind::kWords:
        return words_.says(filter.words, head) || (head != word && words_.says(filter.words, word));
      case Filter::Kind::kEvent: {
        const auto& inner = judge(act_meant(head));
        if (!inner || inner->type == EventType::kNone) return false;
        if (filter.type != EventType::kNone && inner->type != filter.type) return false;
        return filter.mode == Mode::kNone || inner->mode == filter.mode;
      }
    }
    return false;
  }

  static bool counts(std::string_view lemma) {
    return lemma == "ten" || lemma == "dozen" || lemma == "score" || lemma == "hundred" || lemma == "thousand" || lemma == "million";
  }

  MatchedPredicate build(PredicateKind kind, const Frame& frame, int i, std::vector<int> words, const Arguments& arguments,
                         const std::vector<Filler>& fillers) {
    MatchedPredicate made;
    made.head = i;
    made.words = std::move(words);
    made.kind = kind;
    made.frame = &frame;
    made.type = frame.result == FrameResult::kEvent ? frame.type : EventType::kNone;
    made.mode = frame.mode;
    made.cameo = frame.cameo;
    made.contexts = frame.contexts;
    made.mutual = frame.mutual;
    made.passive = arguments.passive;
    for (const Filler& filler : fillers)
      if (!doer_and_victim(filler, made)) assign(*filler.slot, filler.words, made);
    understood_roles(frame, kind, arguments, made);
    // *Bulgarian forces were put on alert*: whose forces, his alert.
    bool own_force = made.type == EventType::kMobilize || (made.type == EventType::kRetreat && made.mode == Mode::kWithdraw);
    if (own_force && kind == PredicateKind::kVerb && arguments.passive && made.source.empty() && !overlap(made.target, arguments.object) &&
        !acts(arguments.object))
      append(made.source, arguments.object);
    if (made.type == EventType::kAssault && kind == PredicateKind::kVerb && gives_up(i, arguments)) {
      made.type = EventType::kRetreat;
      made.mode = Mode::kDisarm;
      made.cameo = "087";
      made.target.clear();
    }
    // *His country was prepared to go on*: a state of mind, and whose it is.
    if (made.type == EventType::kAgree && kind == PredicateKind::kVerb && arguments.passive && made.source.empty() &&
        tree_.has_child(i, Deprel::kXcomp) && !overlap(made.target, arguments.object))
      append(made.source, arguments.object);
    embed(frame, fillers, made);
    if (made.type == EventType::kRequest && made.target.empty()) append(made.target, asked_of(fillers));
    if (made.type == EventType::kAccuse) append(made.target, doers_of(fillers, made));
    bool of_own_act = made.type == EventType::kAgree || made.type == EventType::kReject || made.type == EventType::kThreaten;
    if (of_own_act && kind == PredicateKind::kVerb && made.target.empty()) append(made.target, concerned(fillers));
    return made;
  }

  // *offered to destroy the Natanz plant*: what somebody offers to destroy is his own.
  bool gives_up(int verb, const Arguments& arguments) const {
    static constexpr std::array<std::string_view, 7> kOffering{"offer", "agree", "willing", "ready", "prepared", "undertake", "promise"};
    static constexpr std::array<std::string_view, 14> kArms{"facility", "plant",   "site",     "complex", "stock",  "stockpile", "arsenal",
                                                            "reactor",  "missile", "launcher", "mine",    "weapon", "tunnel",    "warhead"};
    int up = tree_.head(verb);
    bool offered = up >= 0 && tree_.word(verb).rel == Deprel::kXcomp && tree_.word(verb).xpos == "VB" &&
                   std::find(kOffering.begin(), kOffering.end(), tree_.word(up).lemma) != kOffering.end();
    return offered && std::any_of(arguments.object.begin(), arguments.object.end(),
                                  [&](int word) { return std::find(kArms.begin(), kArms.end(), tree_.word(word).lemma) != kArms.end(); });
  }

  // *demanded that Belarus stop the flow*: whoever stands as the subject of what is asked.
  std::vector<int> asked_of(const std::vector<Filler>& fillers) const {
    for (const Filler& filler : fillers)
      if (filler.slot->key == SlotKey::kClause || filler.slot->key == SlotKey::kInfinitive)
        for (int clause : filler.words)
          if (tree_.has_child(clause, Deprel::kNsubj) || tree_.has_child(clause, Deprel::kNsubjPass)) {
            Arguments inner = arguments_of(tree_, clause);
            return inner.passive ? std::vector<int>{} : inner.subject;
          }
    return {};
  }

  // *promised to send two trains of wheat to Moldova*: whom an act concerns that no frame knows.
  std::vector<int> concerned(const std::vector<Filler>& fillers) {
    for (const Filler& filler : fillers) {
      if (filler.slot->key != SlotKey::kClause && filler.slot->key != SlotKey::kInfinitive) continue;
      for (int clause : filler.words) {
        if (tree_.word(clause).upos != Upos::kVerb || judge(clause)) continue;
        Arguments inner = arguments_of(tree_, clause);
        std::vector<int> found;
        for (int word : inner.object)
          if (nationed(word)) found.push_back(word);
        for (std::string_view name : {"to", "with", "for"}) {
          if (!found.empty()) break;
          const auto* own = inner.preposition(name);
          for (int word : own ? *own : of_arguments(name, inner))
            if (nationed(word) && !names_time(tree_.word(word))) found.push_back(word);
        }
        if (!found.empty()) return found;
      }
    }
    return {};
  }

  // *looking into torture by Burmese guards*: who did what is looked into, where nobody else is accused.
  std::vector<int> doers_of(const std::vector<Filler>& fillers, const MatchedPredicate& made) {
    for (const Filler& filler : fillers) {
      bool target = filler.slot->role == SlotRole::kTarget;
      if (filler.slot->filters.empty() || (!target && !made.target.empty()) || filler.slot->key == SlotKey::kClause) continue;
      for (int word : filler.words) {
        if (tree_.word(word).upos != Upos::kNoun) continue;
        const auto& inner = judge(semantic_head(tree_, word));
        if (inner && inner->kind == PredicateKind::kNoun && inner->type != EventType::kNone && !inner->source.empty()) return inner->source;
      }
    }
    return {};
  }

  bool acts(const std::vector<int>& words) {
    return std::any_of(words.begin(), words.end(), [&](int word) { return judge(semantic_head(tree_, word)).has_value(); });
  }

  static bool overlap(const std::vector<int>& one, const std::vector<int>& other) {
    return std::any_of(one.begin(), one.end(), [&](int word) { return std::find(other.begin(), other.end(), word) != other.end(); });
  }

  static void append(std::vector<int>& to, const std::vector<int>& from) {
    for (int word : from)
      if (std::find(to.begin(), to.end(), word) == to.end()) to.push_back(word);
  }

  static void assign(const Slot& slot, const std::vector<int>& words, MatchedPredicate& made) {
    if (slot.role == SlotRole::kSource || slot.role == SlotRole::kBoth) append(made.source, words);
    if (slot.role == SlotRole::kTarget || slot.role == SlotRole::kBoth) append(made.target, words);
    if (slot.role == SlotRole::kAbout) append(made.about, words);
  }

  // subj=S for verbs and adjectives, poss=S by=S between=S+T for nouns, unless the frame says otherwise.
  void understood_roles(const Frame& frame, PredicateKind kind, const Arguments& arguments, MatchedPredicate& made) const {
    auto mentions = [&](SlotKey key, std::string_view preposition = {}) {
      return std::any_of(frame.slots.begin(), frame.slots.end(),
                         [&](const Slot& slot) { return slot.key == key && slot.preposition == preposition; });
    };
    if (kind != PredicateKind::kNoun) {
      if (!mentions(SlotKey::kSubject)) append(made.source, arguments.subject);
      return;
    }
    if (!mentions(SlotKey::kPossessor)) possessors(arguments, made);
    if (!mentions(SlotKey::kPrep, "by")) append(made.source, arguments.subject.empty() ? of_phrases("by", arguments) : arguments.subject);
    if (const auto* between = arguments.preposition("between"); between && !mentions(SlotKey::kPrep, "between")) {
      append(made.source, *between);
      append(made.target, *between);
    }
  }

  // *the Kuwait invasion, Lumumba's murder* name the victim; the owner of a campaign (*Iraq's invasion*) and of an act that names its
  // victim besides (*Iraq's Kuwaiti invasion*) is the doer.
  bool doer_and_victim(const Filler& filler, MatchedPredicate& made) const {
    if (filler.slot->key != SlotKey::kPossessor || filler.slot->role != SlotRole::kTarget) return false;
    std::vector<int> owners, others;
    for (int word : filler.words) (tree_.word(tree_.first_conjunct(word)).rel == Deprel::kNmodPoss ? owners : others).push_back(word);
    bool names = std::any_of(others.begin(), others.end(), [&](int word) {
      return tree_.word(word).upos == Upos::kPropn || tree_.word(word).xpos == "NNP" ||
             (tree_.word(word).upos == Upos::kAdj && is_upper_ascii(tree_.word(word).form[0]));
    });
    if (owners.empty() || (!names && !made.contexts.has(Context::kMilitary))) return false;
    append(made.source, owners);
    if (names) append(made.target, others);
    return true;
  }

  // *its Ukrainian invasion*: beside a possessor, the adjective names the other side.
  void possessors(const Arguments& arguments, MatchedPredicate& made) const {
    std::vector<int> owners, others;
    for (int word : arguments.possessor) {
      // *The students* of *student protest* act; the prisoners of *prisoner swap between* two sides do not.
      if (!made.source.empty() && std::find(made.words.begin(), made.words.end(), word) != made.words.end()) continue;
      (tree_.word(tree_.first_conjunct(word)).rel == Deprel::kNmodPoss ? owners : others).push_back(word);
    }
    append(made.source, owners.empty() ? others : owners);
    // *India-Pakistan talks*, where the parse hangs the first name elsewhere.
    if (made.mutual && others.size() == 1 && others[0] > 1 && tree_.word(others[0] - 1).form == "-" &&
        tree_.word(others[0] - 2).upos == Upos::kPropn)
      append(made.source, {others[0] - 2});
    if (made.mutual)
      append(made.source, others);
    else if (!owners.empty() && made.target.empty())
      append(made.target, others);
  }

  void embed(const Frame& frame, const std::vector<Filler>& fillers, MatchedPredicate& made) {
    for (const Filler& filler : fillers) {
      if (!filler.slot->takes_event() && filler.slot->key != SlotKey::kClause && filler.slot->key != SlotKey::kInfinitive) continue;
      for (int word : filler.words) {
        int named = semantic_head(tree_, word), head = act_meant(named);
        const auto& inner = judge(head);
        if (!inner) continue;
        if (head != named) {
          if (frame.result == FrameResult::kSame) adopt(*inner, made);
          return;
        }
        made.embedded = head;
        // *the bombing of the embassy, which killed ten*: what is done twice is told twice.
        if (filler.slot->key == SlotKey::kSubject && inner->type == made.type && !inner->target.empty() && !made.target.empty()) {
          if (made.source.empty()) append(made.source, inner->source);
          return;
        }
        if (frame.result == FrameResult::kSame)
          light(*inner, made);
        else if (filler.slot->takes_event() && filler.slot->key != SlotKey::kClause && filler.slot->key != SlotKey::kInfinitive &&
                 inner->kind == PredicateKind::kNoun)
          phase(*inner, made);
        return;
      }
    }
    // *imposed new sanctions, struck back with shells*: the frame knew the noun by its class, and the noun's own event is this one.
    for (const Filler& filler : fillers)
      for (int word : filler.words) {
        bool means = filler.slot->key == SlotKey::kPrep && filler.slot->preposition == "with";
        if (filler.slot->key != SlotKey::kObject && !means) continue;
        const auto& inner = judge(semantic_head(tree_, word));
        if (!inner || inner->kind != PredicateKind::kNoun || made.type == EventType::kNone) continue;
        bool measure = inner->type == EventType::kSanction || inner->type == EventType::kCoerce;
        if (inner->type != made.type && (means || (!agreed(*inner, made) && !undone(*inner, made)))) continue;
        if (made.target.empty() && (measure || !undone(*inner, made))) append(made.target, inner->target);
        if (made.source.empty() && !speech_act(made.type)) append(made.source, inner->source);
        take_words(*inner, made);
      }
  }

  // *signed a peace treaty*: the noun says what was agreed, and is no second act.
  bool agreed(const MatchedPredicate& inner, const MatchedPredicate& made) const {
    return made.type == EventType::kSupport && inner.type == EventType::kAgree && kind_of_signing(made.head);
  }

  // *eased sanctions on, halted its missile tests*: nor is what is undone.
  static bool undone(const MatchedPredicate& inner, const MatchedPredicate& made) {
    return (made.type == EventType::kRetreat || made.type == EventType::kConcede) &&
           (inner.type == EventType::kSanction || inner.type == EventType::kCoerce || inner.type == EventType::kMobilize ||
            inner.type == EventType::kCooperate);
  }

  bool kind_of_signing(int head) const {
    static constexpr std::array<std::string_view, 8> kSigning{"sign", "conclude", "ratify", "reach", "strike", "seal", "initial", "clinch"};
    return std::find(kSigning.begin(), kSigning.end(), tree_.word(head).lemma) != kSigning.end();
  }

  // *broke off the talks and resumed them*: the noun that an object pronoun stands for, taken from the verb that this one is joined to;
  // else the word itself.
  int act_meant(int word) const {
    const Word& one = tree_.word(word);
    if (one.upos != Upos::kPron || (one.lemma != "they" && one.lemma != "it" && one.form != "them") || tree_.head(word) < 0) return word;
    int verb = tree_.head(word);
    if (base(one.rel) != Deprel::kObj || tree_.word(verb).rel != Deprel::kConj) return word;
    int first = tree_.head(verb);
    // Where another clause lies between, the object of the verb above.
    if (first >= 0 && !tree_.has_child(first, Deprel::kObj) && base(tree_.word(first).rel) == Deprel::kAdvcl) first = tree_.head(first);
    if (first >= 0 && base(tree_.word(first).rel) == Deprel::kAdvcl && one.form == "them" && tree_.head(first) >= 0) {
      int object = tree_.child(first, Deprel::kObj);
      if (object < 0 || tree_.word(object).xpos != "NNS") first = tree_.head(first);
    }
    if (first < 0) return word;
    for (int noun : arguments_of(tree_, first).object) {
      bool plural = tree_.word(noun).xpos == "NNS";
      if (tree_.word(noun).upos == Upos::kNoun && plural == (one.form == "them")) return noun;
    }
    return word;
  }

  // *hold talks with*: the event is the noun's; the verb's subject and prepositions fill its roles.
  void light(const MatchedPredicate& inner, MatchedPredicate& made) {
    adopt(inner, made);
    take_words(inner, made);
  }

  void adopt(const MatchedPredicate& inner, MatchedPredicate& made) {
    made.type = inner.type;
    made.mode = inner.mode;
    made.cameo = inner.cameo;
    made.contexts.add(inner.contexts);
    made.mutual = made.mutual || inner.mutual;
    append(made.target, inner.target);
    // *The release of hostages by Hamas was announced by the premier*
    if (made.source.empty() || (!inner.source.empty() && tree_.has_child(made.head, Deprel::kAuxPass))) made.source = inner.source;
    append(made.about, inner.about);
  }

  // *suspended aid to*: one event, whose sides the noun may name.
  void phase(const MatchedPredicate& inner, MatchedPredicate& made) {
    // *A protest by nurses was broken up*: those who protested suffer.
    if (inner.type == EventType::kProtest && (made.type == EventType::kCoerce || made.type == EventType::kAssault)) {
      if (made.target.empty()) append(made.target, inner.source);
      return take_words(inner, made);
    }
    if (made.target.empty()) append(made.target, addressee(inner, made.type));
    if (made.source.empty() && !speech_act(made.type) && made.type != EventType::kSupport) append(made.source, inner.source);
    if (!speech_act(made.type) && made.type != EventType::kSupport && made.type != EventType::kNone) take_words(inner, made);
  }

  // Who an act of speech over another act is addressed to: the one who would do what is asked, did what is praised or blamed, offered what
  // is refused; else the one whom the act concerns.
  static const std::vector<int>& addressee(const MatchedPredicate& inner, EventType outer) {
    bool judged = outer == EventType::kSupport || outer == EventType::kAccuse;
    bool offered = outer == EventType::kReject &&
                   (inner.type == EventType::kAgree || inner.type == EventType::kRequest || inner.type == EventType::kAccuse);
    // *endorsed sanctions against Belarus*: the one who suffers the act is not the one who is backed.
    bool hurts = outer == EventType::kSupport && hostile(inner.type);
    if (outer == EventType::kRequest || hurts || ((judged || offered) && !inner.source.empty())) return inner.source;
    return inner.target;
  }

  void take_words(const MatchedPredicate& inner, MatchedPredicate& made) {
    absorbed_[inner.head] = true;
    made.words.insert(made.words.end(), inner.words.begin(), inner.words.end());
    std::sort(made.words.begin(), made.words.end());
    made.words.erase(std::unique(made.words.begin(), made.words.end()), made.words.end());
  }

  const Tree& tree_;
  const Lexicon& lexicon_;
  std::vector<State> state_;
  std::vector<std::optional<MatchedPredicate>> found_;
  FilteredWords words_;
  std::unordered_map<int, bool> absorbed_;
};

}  // namespace

std::vector<MatchedPredicate> PredicateMatcher::match(const Tree& tree) const {
  return Matching(tree, lexicon_).run();
}

}  // namespace demarche

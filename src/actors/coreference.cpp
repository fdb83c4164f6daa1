#include "actors/coreference.h"

#include <algorithm>
#include <array>

#include "base/lists.h"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 52> kHumanHeads{
    "minister",  "president",  "leader",    "spokesman",   "spokeswoman", "official",    "chief",     "envoy",    "ambassador",
    "secretary", "chancellor", "premier",   "king",        "queen",       "general",     "commander", "governor", "diplomat",
    "mayor",     "senator",    "lawmaker",  "counterpart", "journalist",  "reporter",    "editor",    "activist", "lawyer",
    "dissident", "politician", "candidate", "judge",       "prosecutor",  "bishop",      "priest",    "cleric",   "colonel",
    "captain",   "officer",    "pilot",     "negotiator",  "mediator",    "prince",      "emir",      "sultan",   "pope",
    "academic",  "adviser",    "attache",   "consul",      "blogger",     "businessman", "scholar"};
constexpr std::array<std::string_view, 19> kHumanGroups{
    "leader",  "president", "minister",  "man",   "diplomat",   "negotiator", "commander", "general",    "prime minister", "chief",
    "premier", "adviser",   "secretary", "envoy", "ambassador", "director",   "king",      "chancellor", "delegate"};
constexpr std::array<std::string_view, 7> kOthers{"neighbor", "neighbour", "ally", "rival", "adversary", "enemy", "foe"};
constexpr std::array<std::string_view, 13> kStateGroups{"country", "nation",   "state", "power",     "ally",  "neighbor", "neighbour",
                                                        "capital", "republic", "rival", "adversary", "enemy", "foe"};
// Governments by what they are: counted, they are as many states.
constexpr std::array<std::string_view, 9> kRulers{
    "government", "army", "junta", "regime", "administration", "parliament", "delegation", "foreign minister", "military"};
constexpr std::array<std::string_view, 9> kBodies{"bloc",         "alliance", "union",    "agency",  "organization",
                                                  "organisation", "body",     "watchdog", "grouping"};

bool armed_opposition(const Actor& actor) {
  return std::any_of(actor.sectors.begin(), actor.sectors.end(),
                     [](const std::string& one) { return one == "REB" || one == "PRM" || one == "UAF" || one == "OPP"; });
}

constexpr std::array<std::string_view, 9> kNoState{"IGO", "NGO", "NGM", "MNC", "IMG", "EUR", "UNO", "ISM", "INT"};

// A plural noun, or a name like *the Houthis*.
bool several(const Tree& tree, int head) {
  const Word& word = tree.word(head);
  return word.xpos.ends_with("S") || (word.xpos == "NNP" && word.form.ends_with("s") && tree.has_child(head, Deprel::kDet));
}

// The subject of the sentence's own verb, or of one joined to it.
bool main_subject(const Tree& tree, int head) {
  int verb = tree.head(tree.first_conjunct(head));
  return base(tree.word(tree.first_conjunct(head)).rel) == Deprel::kNsubj && verb >= 0 && tree.head(tree.first_conjunct(verb)) < 0;
}

// Two mentions of one state are one side, but a state and its rebels are two.
bool one_side(const Actor& a, const Actor& b) {
  return a.country == b.country && armed_opposition(a) == armed_opposition(b);
}

}  // namespace

void Coreference::saw(const Mention& mention, std::string_view role) {
  const Tree& tree = trees_[mention.sentence];
  Deprel rel = base(tree.word(tree.first_conjunct(mention.head)).rel);
  for (uint32_t actor : mention.actors) {
    if (mention.kind == MentionKind::kAdjective || mention.kind == MentionKind::kPlace) continue;
    seen_.push_back({actor, mention.sentence, mention.head, rel == Deprel::kNsubj, rel == Deprel::kObj, main_subject(tree, mention.head),
                     std::string(role)});
  }
}

bool Coreference::personal(std::string_view lemma) const {
  return among(kHumanHeads, lemma);
}

// *him* is not the subject of its own verb, nor of the verb that lends it one (*telephoned Santos to congratulate him*).
bool Coreference::same_clause_subject(const Mention& mention, const Seen& seen) const {
  if (seen.sentence != mention.sentence) return false;
  const Tree& tree = trees_[mention.sentence];
  Deprel rel = base(tree.word(mention.head).rel);
  // *arrested a dozen of them*
  bool part = rel == Deprel::kNmod && tree.case_lemma(mention.head) == "of" && tree.head(mention.head) >= 0 &&
              base(tree.word(tree.head(mention.head)).rel) == Deprel::kObj;
  if (rel != Deprel::kObj && rel != Deprel::kIobj && rel != Deprel::kObl && !part) return false;
  int verb = part ? tree.head(tree.head(mention.head)) : tree.head(mention.head);
  if (verb < 0) return false;
  if (tree.head(seen.head) == verb) return true;
  for (int steps = 0; steps < 4; ++steps) {
    Deprel up = base(tree.word(verb).rel);
    bool of_noun = tree.word(verb).rel == Deprel::kAcl && tree.mark_lemma(verb) == "to" && tree.head(verb) >= 0;
    // *signed a pact, becoming the first states to recognise it*
    if (of_noun && tree.head(tree.head(verb)) >= 0) {
      verb = tree.head(tree.head(verb));
      if (seen.subject && tree.head(seen.head) == verb) return true;
      continue;
    }
    bool borrows = !tree.has_child(verb, Deprel::kNsubj) && (up == Deprel::kXcomp || up == Deprel::kAdvcl || up == Deprel::kConj);
    if (!borrows || tree.head(verb) < 0) return false;
    verb = tree.head(verb);
    if (seen.subject && tree.head(seen.head) == verb) return true;
  }
  return false;
}

// *accused the Union of using its monitors, urged Kyiv to withdraw its troops*: the word for who does what stands below, or -1.
int Coreference::controller(const Mention& mention) const {
  static constexpr std::array<std::string_view, 22> kObjectControl{
      "accuse", "urge",    "ask",      "tell", "order",     "force", "press", "blame", "invite",    "warn",     "help",
      "allow",  "suspect", "persuade", "push", "criticize", "call",  "fault", "want",  "criticise", "pressure", "compel"};
  const Tree& tree = trees_[mention.sentence];
  int verb = tree.head(mention.head);
  for (int steps = 0; verb >= 0 && tree.word(verb).upos != Upos::kVerb && steps < 4; ++steps) verb = tree.head(verb);
  if (verb < 0 || tree.word(verb).upos != Upos::kVerb || tree.has_child(verb, Deprel::kNsubj)) return -1;
  if (tree.word(verb).xpos != "VB" && tree.word(verb).xpos != "VBG") return -1;
  int outer = tree.head(tree.first_conjunct(verb));
  if (outer < 0 || outer > verb || !among(kObjectControl, tree.word(outer).lemma)) return -1;
  for (uint16_t c : tree.children(outer)) {
    const Word& child = tree.word(c);
    bool object =
        base(child.rel) == Deprel::kObj || child.rel == Deprel::kIobj || child.rel == Deprel::kNsubjPass ||
        (child.lemma != "call" && base(child.rel) == Deprel::kObl && tree.word(outer).lemma == "call" && tree.case_lemma(c) == "on");
    if (!object || c > verb) continue;
    // *asked Washington to delay sanctions on its refinery*: what is asked to be spared is the asker's own.
    std::string_view on = tree.case_lemma(tree.head(mention.head));
    bool spared = tree.word(outer).lemma != "accuse" && tree.word(outer).lemma != "blame" && (on == "on" || on == "against");
    return spared ? -1 : c;
  }
  return -1;
}

// The countries of those who do what the noun has a part in: *Moon* and *Washington* in *Moon pledged to help the two sides*,
// *Washington, which hosted talks between the two ministers*.
std::vector<std::string> Coreference::countries_of_doers(const Mention& mention) const {
  const Tree& tree = trees_[mention.sentence];
  std::vector<std::string> found;
  for (const Seen& seen : seen_)
    if (same_clause_subject(mention, seen)) found.push_back(table_.actors[seen.actor].country);
  int verb = tree.head(mention.head);
  for (int steps = 0; verb >= 0 && tree.word(verb).upos != Upos::kVerb && steps < 4; ++steps) verb = tree.head(verb);
  if (verb < 0 || tree.word(verb).upos != Upos::kVerb || tree.child(verb, Deprel::kNsubj) == mention.head) return found;
  int subject = tree.child(verb, Deprel::kNsubj);
  if (tree.word(verb).rel == Deprel::kAclRelcl && (subject < 0 || tree.word(subject).xpos.starts_with("W"))) subject = tree.head(verb);
  if (subject < 0 && tree.word(verb).rel == Deprel::kConj) subject = tree.child(tree.first_conjunct(verb), Deprel::kNsubj);
  if (subject < 0) return found;
  for (const Seen& seen : seen_)
    if (seen.sentence == mention.sentence && tree.first_conjunct(seen.head) == subject) found.push_back(table_.actors[seen.actor].country);
  return found;
}

// *Moscow promised to train its special forces* after *Mali*: what one does to others is not done to one's own.
bool Coreference::done_to_others(const Mention& mention, const Seen& seen) const {
  static constexpr std::array<std::string_view, 15> kDoneToOthers{"train",   "arm",     "equip",     "recognize", "recognise",
                                                                  "respect", "violate", "undermine", "invade",    "occupy",
                                                                  "bomb",    "shell",   "supply",    "bolster",   "guarantee"};
  const Tree& tree = trees_[mention.sentence];
  if (seen.sentence != mention.sentence || tree.word(mention.head).rel != Deprel::kNmodPoss) return false;
  int owned = tree.head(mention.head);
  int verb = owned < 0 || base(tree.word(owned).rel) != Deprel::kObj ? -1 : tree.head(owned);
  if (verb < 0 || !among(kDoneToOthers, tree.word(verb).lemma)) return false;
  for (int steps = 0; steps < 5 && verb >= 0; ++steps) {
    if (tree.head(tree.first_conjunct(seen.head)) == verb && seen.subject) return true;
    Deprel up = base(tree.word(verb).rel);
    if (tree.has_child(verb, Deprel::kNsubj) || (up != Deprel::kXcomp && up != Deprel::kConj && up != Deprel::kAdvcl)) return false;
    verb = tree.head(verb);
  }
  return false;
}

// *warned Togo of consequences if it attacked*: who is warned would do it.
std::vector<uint32_t> Coreference::under_warning(const Mention& mention) const {
  const Tree& tree = trees_[mention.sentence];
  int verb = tree.head(mention.head), warns = verb < 0 ? -1 : tree.head(verb);
  if (warns < 0 || warns > verb || base(tree.word(mention.head).rel) != Deprel::kNsubj || tree.word(verb).rel != Deprel::kAdvcl) return {};
  std::string_view mark = tree.mark_lemma(verb);
  const Lemma& lemma = tree.word(warns).lemma;
  if ((mark != "if" && mark != "unless") || (lemma != "warn" && lemma != "threaten" && lemma != "caution")) return {};
  std::vector<uint32_t> found;
  for (const Seen& seen : seen_)
    if (seen.sentence == mention.sentence && tree.head(tree.first_conjunct(seen.head)) == warns && !seen.subject &&
        (seen.object || tree.word(tree.first_conjunct(seen.head)).rel == Deprel::kIobj))
      found.push_back(seen.actor);
  return found;
}

// *captured two soldiers; they were freed*: who is let go is who was taken.
bool Coreference::let_go(const Mention& mention) const {
  const Tree& tree = trees_[mention.sentence];
  int verb = tree.head(mention.head);
  if (verb < 0 || tree.word(mention.head).rel != Deprel::kNsubjPass) return false;
  const Lemma& lemma = tree.word(verb).lemma;
  return lemma == "free" || lemma == "release" || lemma == "liberate" || lemma == "ransom";
}

template <class Fits>
std::optional<uint32_t> Coreference::best(const Mention& mention, Fits fits) const {
  std::optional<uint32_t> found;
  double best_score = -1e9;
  for (size_t i = seen_.size(); i-- > 0;) {
    const Seen& seen = seen_[i];
    if (mention.sentence - seen.sentence > 4) break;
    if (seen.sentence == mention.sentence && seen.head >= mention.head) continue;
    if (!fits(table_.actors[seen.actor]) || same_clause_subject(mention, seen) || done_to_others(mention, seen)) continue;
    double distance = mention.sentence - seen.sentence;
    double score = -3 * distance + (seen.subject ? 2.5 : seen.object ? 0.5 : 0) - 0.01 * static_cast<double>(seen_.size() - i);
    if (seen.object && let_go(mention)) score += 4;
    if (seen.main && distance > 0) score += 0.4;
    if (score > best_score) {
      best_score = score;
      found = seen.actor;
    }
  }
  return found;
}

std::vector<uint32_t> Coreference::pronoun(const Mention& mention, std::string_view form, const std::vector<uint32_t>& speakers) const {
  auto other = [&](const Actor& actor) {
    return std::none_of(speakers.begin(), speakers.end(), [&](uint32_t one) { return &table_.actors[one] == &actor; });
  };
  auto one = [](std::optional<uint32_t> found) { return found ? std::vector<uint32_t>{*found} : std::vector<uint32_t>{}; };
  if (form == "its" || form == "his" || form == "her" || form == "their") {
    int doer = controller(mention);
    std::vector<uint32_t> doers;
    for (const Seen& seen : seen_)
      if (doer >= 0 && seen.sentence == mention.sentence && trees_[seen.sentence].first_conjunct(seen.head) == doer &&
          (form == "their" || table_.actors[seen.actor].person == (form != "its")))
        doers.push_back(seen.actor);
    if (!doers.empty() && (doers.size() == 1 || form == "their")) return doers;
  }
  if (form == "it" || form == "they" || form == "he" || form == "she")
    if (auto warned = under_warning(mention); !warned.empty()) return warned;
  if (form == "he" || form == "him" || form == "his" || form == "himself")
    return one(best(mention, [&](const Actor& actor) { return other(actor) && actor.person && actor.gender != 'f'; }));
  if (form.starts_with("she") || form.starts_with("her")) {
    auto woman = best(mention, [&](const Actor& actor) { return other(actor) && actor.person && actor.gender == 'f'; });
    return one(woman ? woman : best(mention, [&](const Actor& actor) {
      return other(actor) && actor.person && actor.gender == 0 && actor.entry < 0;
    }));
  }
  if (form.starts_with("it")) {
    if (form == "it" && means_a_thing(mention)) return {};
    return one(best(mention, [&](const Actor& actor) { return other(actor) && !actor.person && !actor.plural; }));
  }
  if (auto several = they(mention, speakers); !several.empty()) return several;
  return one(best(mention, [&](const Actor& actor) { return other(actor) && !actor.person; }));
}

// *The proposal was opposed by Berlin, and Budapest called it a disaster*: an object *it* is the thing that the sentence speaks of before,
// where a thing is its subject; likewise a subject *it* below such a clause.
bool Coreference::means_a_thing(const Mention& mention) const {
  const Tree& tree = trees_[mention.sentence];
  Deprel rel = base(tree.word(mention.head).rel);
  bool object = rel == Deprel::kObj || rel == Deprel::kObl;
  if (!object && rel != Deprel::kNsubj) return false;
  int thing = -1, actor = -1;
  for (const Seen& seen : seen_)
    // *The plan was opposed by Peru, and Chile said it would fail*: what was opposed goes before who opposed it.
    if (seen.sentence == mention.sentence && seen.head < mention.head && !table_.actors[seen.actor].person &&
        (object || tree.word(seen.head).rel != Deprel::kOblAgent))
      actor = std::max<int>(actor, seen.head);
  for (int w = 0; w < mention.head; ++w) {
    const Word& word = tree.word(w);
    bool subject = base(word.rel) == Deprel::kNsubj || (object && base(word.rel) == Deprel::kObj);
    bool known =
        std::any_of(seen_.begin(), seen_.end(), [&](const Seen& seen) { return seen.sentence == mention.sentence && seen.head == w; });
    if (subject && word.upos == Upos::kNoun && word.xpos == "NN" && !known && tree.has_child(w, Deprel::kDet)) thing = w;
  }
  if (thing < 0) return false;
  return object ? tree.word(thing).rel != Deprel::kObj || thing > actor : thing > actor;
}

// *they* after *A and B*, *the two ministers* or *the rebels*: the latest that are several, subjects before others.
std::vector<uint32_t> Coreference::they(const Mention& mention, const std::vector<uint32_t>& speakers) const {
  std::vector<uint32_t> found;
  double best_score = -1e9;
  for (size_t i = seen_.size(); i-- > 0;) {
    const Seen& seen = seen_[i];
    double distance = mention.sentence - seen.sentence;
    if (distance > 4) break;
    if (seen.sentence == mention.sentence && seen.head >= mention.head) continue;
    const Tree& tree = trees_[seen.sentence];
    int first = tree.first_conjunct(seen.head);
    std::vector<uint32_t> group;
    bool barred = false, subject = base(tree.word(first).rel) == Deprel::kNsubj || base(tree.word(first).rel) == Deprel::kNsubjPass;
    for (const Seen& member : seen_) {
      if (member.sentence != seen.sentence || tree.first_conjunct(member.head) != first) continue;
      if (member.sentence == mention.sentence && member.head >= mention.head) continue;
      barred = barred || same_clause_subject(mention, member);
      if (among(group, member.actor)) continue;
      group.push_back(member.actor);
    }
    bool speaks = std::any_of(group.begin(), group.end(), [&](uint32_t one) { return among(speakers, one); });
    if (barred || speaks || (group.size() < 2 && !table_.actors[seen.actor].plural && !several(tree, seen.head))) continue;
    double score = -3 * distance + (subject ? 2.5 : 0) + (distance == 0 ? 1 : 0) - 0.01 * static_cast<double>(seen_.size() - i);
    if (seen.object && let_go(mention)) score += 4;
    if (score > best_score) {
      best_score = score;
      found = std::move(group);
    }
  }
  return found;
}

std::vector<uint32_t> Coreference::holders_of(std::string_view role) const {
  std::vector<uint32_t> found;
  for (size_t i = seen_.size(); i-- > 0 && found.size() < 2;) {
    const Actor& actor = table_.actors[seen_[i].actor];
    bool holds = actor.person && !actor.country.empty() && (actor.role == role || actor.role.ends_with(" " + std::string(role)));
    bool known = std::any_of(found.begin(), found.end(), [&](uint32_t other) { return table_.actors[other].country == actor.country; });
    if (holds && !known) found.push_back(seen_[i].actor);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

std::vector<uint32_t> Coreference::latest_person(const Mention& mention) const {
  auto found = best(mention, [](const Actor& actor) { return actor.person; });
  if (!found) return {};
  bool near = std::any_of(seen_.begin(), seen_.end(),
                          [&](const Seen& seen) { return seen.actor == *found && mention.sentence - seen.sentence <= 2; });
  return near ? std::vector<uint32_t>{*found} : std::vector<uint32_t>{};
}

size_t Coreference::says_how_many(const Mention& mention) const {
  static constexpr std::array<std::string_view, 6> kNumbers{"", "", "two", "three", "four", "five"};
  const Tree& tree = trees_[mention.sentence];
  // *five more countries* are others.
  if (mention.head > 0 && (tree.word(mention.head - 1).lemma == "more" || tree.word(mention.head - 1).lemma == "new")) return 0;
  for (uint16_t c : tree.children(mention.head)) {
    const Lemma& lemma = tree.word(c).lemma;
    if (c > mention.head) break;
    if (lemma == "both" || lemma == "2") return 2;
    for (size_t n = 2; n < kNumbers.size(); ++n)
      if (lemma == kNumbers[n]) return n;
  }
  return 0;
}

// *the other side*: the latest party that is not the one who acts here.
std::vector<uint32_t> Coreference::other_side(const Mention& mention) const {
  std::vector<std::string> own = countries_of_doers(mention);
  if (own.empty()) return {};
  auto other = best(mention, [&](const Actor& actor) {
    return !actor.person && !actor.country.empty() && actor.country != "UNO" && actor.country != "IGO" && actor.country != "NGO" &&
           !among(own, actor.country);
  });
  return other ? std::vector<uint32_t>{*other} : std::vector<uint32_t>{};
}

// *the bloc, the alliance*: the latest body that is no state and no firm.
std::vector<uint32_t> Coreference::organisation(const Mention& mention, std::string_view lemma) const {
  // *the Yonhap agency* has a name of its own.
  const Tree& tree = trees_[mention.sentence];
  if (tree.has_child(mention.head, Deprel::kNmodPoss) || tree.has_child(mention.head, Deprel::kCompound)) return {};
  bool states = lemma == "bloc" || lemma == "union" || lemma == "grouping" || lemma == "alliance";
  for (size_t i = seen_.size(); i-- > 0;) {
    const Actor& actor = table_.actors[seen_[i].actor];
    bool body = actor.country == "IGO" || (lemma != "alliance" && actor.country == "EUR" && actor.code.size() == 3) ||
                (!states && actor.country == "NGO") || (!states && actor.country == "UNO" && (lemma != "agency" || actor.code.size() > 6));
    if (!actor.person && actor.entry >= 0 && body) return {seen_[i].actor};
  }
  return {};
}

// *the court, the commission*: the latest body whose name ends in the word.
std::optional<uint32_t> Coreference::body_named(std::string_view lemma) const {
  for (size_t i = seen_.size(); i-- > 0;) {
    const Actor& actor = table_.actors[seen_[i].actor];
    if (actor.person || actor.entry < 0 || actor.name.size() <= lemma.size() + 1) continue;
    size_t at = actor.name.find(std::string(1, static_cast<char>(lemma[0] - 32)) + std::string(lemma.substr(1)));
    if (at != std::string::npos && at > 0) return seen_[i].actor;
    if (at == 0 && actor.name.size() > lemma.size() && actor.name[lemma.size()] == ' ') return seen_[i].actor;
  }
  return std::nullopt;
}

// The states named latest, as many as asked for, in the order of the text; fewer where there are not so many.
std::vector<uint32_t> Coreference::states_named(const Mention& mention, const std::vector<std::string>& without, size_t many) const {
  std::vector<uint32_t> found;
  // *the three states* after *the three juntas* or *A, B and C*: those that one word or list stood for.
  for (size_t i = seen_.size(); i-- > 0 && many > 2;) {
    if (mention.sentence - seen_[i].sentence > 8) break;
    const Tree& tree = trees_[seen_[i].sentence];
    for (size_t k = i + 1; k-- > 0 && seen_[k].sentence == seen_[i].sentence;)
      if (tree.first_conjunct(seen_[k].head) == tree.first_conjunct(seen_[i].head) && !among(found, seen_[k].actor))
        found.push_back(seen_[k].actor);
    std::reverse(found.begin(), found.end());
    if (found.size() == many) return found;
    found.clear();
  }
  // Else those spoken of most, the latest counting more; persons and armies speak for their states.
  std::vector<std::pair<double, uint32_t>> weights;
  for (size_t i = seen_.size(); i-- > 0;) {
    const Actor& actor = table_.actors[seen_[i].actor];
    double distance = mention.sentence - seen_[i].sentence;
    if (distance > 8) break;
    bool before = distance > 0 || seen_[i].head < mention.head;
    if (!before || actor.country.empty() || among(kNoState, actor.country) || among(without, actor.country)) continue;
    auto known =
        std::find_if(weights.begin(), weights.end(), [&](const auto& one) { return table_.actors[one.second].country == actor.country; });
    if (known == weights.end()) known = weights.insert(known, {0.0, seen_[i].actor});
    known->first += 1 / (1 + distance);
    if (actor.code.size() == 3 && !actor.person) known->second = seen_[i].actor;
  }
  std::stable_sort(weights.begin(), weights.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (size_t i = 0; i < weights.size() && i < many; ++i) found.push_back(weights[i].second);
  std::reverse(found.begin(), found.end());
  return found;
}

// *its neighbour*: the latest state that is not the owner.
std::vector<uint32_t> Coreference::other_state(const Mention& mention) const {
  const Tree& tree = trees_[mention.sentence];
  int owner = tree.child(mention.head, Deprel::kNmodPoss);
  if (owner < 0) return {};
  std::string own;
  const Actor* person = nullptr;
  for (const Seen& seen : seen_)
    if (seen.sentence == mention.sentence && seen.head == owner) {
      own = table_.actors[seen.actor].country;
      person = table_.actors[seen.actor].person ? &table_.actors[seen.actor] : nullptr;
    }
  // *The president accused his rival*: another politician.
  if (person && tree.word(mention.head).lemma == "rival")
    if (auto foe = best(mention, [&](const Actor& actor) { return actor.person && !actor.country.empty() && !one_side(actor, *person); }))
      return {*foe};
  auto other = best(mention, [&](const Actor& actor) { return !actor.person && actor.code.size() == 3 && actor.country != own; });
  return other ? std::vector<uint32_t>{*other} : std::vector<uint32_t>{};
}

// *the group, the militia*: the latest body of that kind.
std::optional<uint32_t> Coreference::body(const Mention& mention, const std::vector<std::string>& sectors) const {
  auto fits = [&](const Actor& actor) {
    bool own_name = actor.code.size() > 3 && !among(kNoState, actor.country) &&
                    std::none_of(actor.sectors.begin(), actor.sectors.end(), [](const std::string& one) {
                      return one == "MIL" || one == "LEG" || one == "JUD" || one == "COP" || one == "SPY" || one == "JRN";
                    });
    bool group =
        trees_[mention.sentence].word(mention.head).lemma == "group" || trees_[mention.sentence].word(mention.head).lemma == "movement";
    bool charity = actor.country == "NGO";
    if (group && (own_name || charity) && !actor.person && actor.entry >= 0) return true;
    return !actor.person && actor.entry >= 0 && std::any_of(actor.sectors.begin(), actor.sectors.end(), [&](const std::string& one) {
      return std::find(sectors.begin(), sectors.end(), one) != sectors.end();
    });
  };
  if (auto near = best(mention, fits)) return near;
  // A report's own rebels are remembered longer than other things.
  for (size_t i = seen_.size(); i-- > 0;)
    if (fits(table_.actors[seen_[i].actor])) return seen_[i].actor;
  return std::nullopt;
}

std::optional<uint32_t> Coreference::counterpart(const Mention& mention, std::string_view own, std::string_view wanted) const {
  return best(mention, [&](const Actor& actor) {
    return actor.person && actor.named && !actor.country.empty() && actor.country != own && (wanted.empty() || actor.country == wanted);
  });
}

// *The former*, *the latter*: of the two that were named side by side last.
std::vector<uint32_t> Coreference::of_the_pair(const Mention& mention, bool first) const {
  for (size_t i = seen_.size(); i-- > 1;) {
    const Seen &b = seen_[i], &a = seen_[i - 1];
    if (mention.sentence - b.sentence > 2) break;
    bool before = b.sentence < mention.sentence || b.head < mention.head;
    if (before && a.sentence == b.sentence && a.actor != b.actor &&
        trees_[a.sentence].first_conjunct(b.head) == trees_[a.sentence].first_conjunct(a.head))
      return {first ? a.actor : b.actor};
  }
  return {};
}

std::vector<uint32_t> Coreference::one_of_group(const Mention& mention, std::string_view lemma) const {
  const Tree& tree = trees_[mention.sentence];
  bool other = false;
  for (uint16_t c : tree.children(mention.head)) other = other || (c < mention.head && tree.word(c).lemma == "other");
  if (other && (lemma == "side" || lemma == "party")) return other_side(mention);
  if (among(kBodies, lemma)) return organisation(mention, lemma);
  if (!among(kStateGroups, lemma)) return {};
  if (among(kOthers, lemma)) return other_state(mention);
  auto country = best(mention, [](const Actor& actor) { return !actor.person && actor.named && actor.code.size() == 3; });
  return country ? std::vector<uint32_t>{*country} : std::vector<uint32_t>{};
}

// *the two sides* after *both countries* or *ties between A and B*: the two that such a word stood for or that were named side by side.
std::vector<uint32_t> Coreference::pair_spoken_of(const Mention& mention, const std::vector<std::string>& without, bool persons) const {
  for (size_t i = seen_.size(); i-- > 1;) {
    const Seen &b = seen_[i], &a = seen_[i - 1];
    if (a.sentence != b.sentence || a.actor == b.actor) continue;
    const Tree& tree = trees_[a.sentence];
    const Actor &first = table_.actors[a.actor], &second = table_.actors[b.actor];
    bool together = a.head == b.head;
    bool joined = !together && (tree.first_conjunct(a.head) == tree.first_conjunct(b.head) ||
                                (a.head < b.head && b.head - a.head <= 4 && tree.word(a.head + 1).lemma == "and"));
    if (!together && !joined) continue;
    bool helps = among(without, first.country) || among(without, second.country);
    if (helps || first.country.empty() || second.country.empty() || one_side(first, second)) continue;
    if (b.sentence == mention.sentence && b.head >= mention.head) continue;
    if (persons ? !first.person || !second.person : joined && (first.person || second.person)) continue;
    const Lemma& lemma = tree.word(b.head).lemma;
    bool group = among(kHumanGroups, lemma) || among(kStateGroups, lemma) || among(kRulers, lemma) || lemma == "side" || lemma == "party";
    if (together && group) return {a.actor, b.actor};
    if (together || mention.sentence - b.sentence > 2) continue;
    // *Italy and Spain agreed to send men* in a report on a war between two others: those of whom it speaks most.
    std::vector<uint32_t> main = main_pair(without, persons);
    bool less = !main.empty() && 2 * std::min(times_named(first), times_named(second)) <=
                                     std::min(times_named(table_.actors[main[0]]), times_named(table_.actors[main[1]]));
    return less ? main : std::vector<uint32_t>{a.actor, b.actor};
  }
  return {};
}

// *the powers* after *six world powers*: those whom the word stood for.
std::vector<uint32_t> Coreference::same_group(const Mention& mention, std::string_view lemma) const {
  std::vector<uint32_t> found;
  for (size_t i = seen_.size(); i-- > 0 && mention.sentence - seen_[i].sentence <= 8;) {
    const Seen& seen = seen_[i];
    if (!found.empty() && (seen.sentence != seen_[i + 1].sentence || seen.head != seen_[i + 1].head)) break;
    const Word& word = trees_[seen.sentence].word(seen.head);
    if (word.lemma == lemma && word.xpos == "NNS") found.push_back(seen.actor);
  }
  return found;
}

size_t Coreference::times_named(const Actor& actor) const {
  return static_cast<size_t>(
      std::count_if(seen_.begin(), seen_.end(), [&](const Seen& seen) { return one_side(table_.actors[seen.actor], actor); }));
}

// The two whom the first sentences name side by side.
std::vector<uint32_t> Coreference::main_pair(const std::vector<std::string>& without, bool persons) const {
  for (size_t i = 1; i < seen_.size() && seen_[i].sentence < 2; ++i) {
    const Seen &a = seen_[i - 1], &b = seen_[i];
    if (a.sentence != b.sentence || a.head == b.head) continue;
    const Actor &first = table_.actors[a.actor], &second = table_.actors[b.actor];
    bool joined = trees_[a.sentence].first_conjunct(a.head) == trees_[a.sentence].first_conjunct(b.head);
    if (!joined || first.country.empty() || second.country.empty() || one_side(first, second)) continue;
    if (among(without, first.country) || among(without, second.country) || (persons && (!first.person || !second.person))) continue;
    return {a.actor, b.actor};
  }
  return {};
}

// The two latest of different sides, persons alone if asked for, in the order of the text; none where there are not two.
std::vector<uint32_t> Coreference::two_latest(const Mention& mention, const std::vector<std::string>& without, bool persons) const {
  std::vector<uint32_t> found;
  for (size_t i = seen_.size(); i-- > 0 && found.size() < 2;) {
    if (mention.sentence - seen_[i].sentence > 4) break;
    const Actor& actor = table_.actors[seen_[i].actor];
    // Who mediates is no side.
    bool mediator = actor.country == "UNO" || actor.country == "IGO";
    if (actor.country.empty() || (persons ? !actor.person : mediator) || among(without, actor.country)) continue;
    bool known = std::any_of(found.begin(), found.end(), [&](uint32_t other) { return one_side(table_.actors[other], actor); });
    if (!known) found.push_back(seen_[i].actor);
  }
  std::reverse(found.begin(), found.end());
  return found.size() < 2 ? std::vector<uint32_t>{} : found;
}

std::vector<uint32_t> Coreference::group_word(const Mention& mention, std::string_view lemma, bool plural) const {
  if (lemma == "former" || lemma == "latter") return of_the_pair(mention, lemma == "former");
  if (!plural) return one_of_group(mention, lemma);
  bool humans = among(kHumanGroups, lemma), states = among(kStateGroups, lemma) || among(kRulers, lemma);
  // *two judges, three fishermen* are none of those spoken of.
  if (!humans && !states && lemma != "side" && lemma != "party" && lemma != "official") return {};
  // *Moon pledged to help the two sides*: who helps is none of them, by whatever name.
  std::vector<std::string> helpers = countries_of_doers(mention);
  size_t many = says_how_many(mention);
  if (many > 2) {
    auto all = states ? states_named(mention, helpers, many) : std::vector<uint32_t>{};
    return all.size() == many ? all : std::vector<uint32_t>{};
  }
  if (lemma == "power" || lemma == "ally")
    if (auto same = same_group(mention, lemma); !same.empty()) return same;
  if (!humans || many == 2)
    if (auto pair = pair_spoken_of(mention, helpers, humans); !pair.empty()) return pair;
  if (humans)
    if (auto pair = two_latest(mention, helpers, true); !pair.empty()) return pair;
  // Generals and negotiators of whom none was named are of the two sides, ministers of the two states.
  bool of_sides = lemma == "general" || lemma == "commander" || lemma == "negotiator" || lemma == "leader" || lemma == "chief";
  if (of_sides)
    if (auto pair = two_latest(mention, helpers, false); !pair.empty()) return pair;
  if (states || (humans && many == 2))
    if (auto pair = states_named(mention, helpers, 2); pair.size() == 2) return pair;
  return humans ? std::vector<uint32_t>{} : two_latest(mention, helpers, false);
}

std::vector<uint32_t> Coreference::same_role(std::string_view role, bool plural) const {
  for (size_t i = seen_.size(); i-- > 0;) {
    const Seen& seen = seen_[i];
    const Actor& actor = table_.actors[seen.actor];
    if (actor.plural != plural) continue;
    // *the Secretary* after *the Secretary of State*
    bool short_form = actor.person && actor.role.starts_with(std::string(role) + " of ");
    bool same = seen.role == role || actor.role == role || short_form ||
                (!seen.role.empty() && seen.role.ends_with(std::string(" ") + std::string(role))) ||
                (!actor.role.empty() && actor.role.ends_with(std::string(" ") + std::string(role)));
    if (!same) continue;
    std::vector<uint32_t> together;
    for (const Seen& other : seen_)
      if (plural ? other.sentence == seen.sentence && other.head == seen.head : &other == &seen) together.push_back(other.actor);
    return together;
  }
  return {};
}

}  // namespace demarche

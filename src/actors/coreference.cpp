#include "actors/coreference.h"

#include <algorithm>
#include <array>

namespace demarche {

namespace {

template <class List>
bool among(const List& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

constexpr std::array<std::string_view, 22> kHumanHeads{"minister", "president", "leader",     "spokesman",  "spokeswoman", "official",
                                                       "chief",    "envoy",     "ambassador", "secretary",  "chancellor",  "premier",
                                                       "king",     "queen",     "general",    "commander",  "governor",    "diplomat",
                                                       "mayor",    "senator",   "lawmaker",   "counterpart"};
constexpr std::array<std::string_view, 10> kHumanGroups{"leader",    "president", "minister",       "man",  "diplomat", "negotiator",
                                                        "commander", "general",   "prime minister", "chief"};
constexpr std::array<std::string_view, 3> kOthers{"neighbor", "neighbour", "ally"};
constexpr std::array<std::string_view, 8> kStateGroups{"country", "nation", "state", "power", "ally", "neighbor", "neighbour", "capital"};

bool armed_opposition(const Actor& actor) {
  return std::any_of(actor.sectors.begin(), actor.sectors.end(),
                     [](const std::string& one) { return one == "REB" || one == "PRM" || one == "UAF" || one == "OPP"; });
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
    seen_.push_back({actor, mention.sentence, mention.head, rel == Deprel::kNsubj, std::string(role)});
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
  if (rel != Deprel::kObj && rel != Deprel::kIobj && rel != Deprel::kObl) return false;
  int verb = tree.head(mention.head);
  if (verb < 0) return false;
  if (tree.head(seen.head) == verb) return true;
  for (int steps = 0; steps < 4; ++steps) {
    Deprel up = base(tree.word(verb).rel);
    bool borrows = !tree.has_child(verb, Deprel::kNsubj) && (up == Deprel::kXcomp || up == Deprel::kAdvcl || up == Deprel::kConj);
    if (!borrows || tree.head(verb) < 0) return false;
    verb = tree.head(verb);
    if (seen.subject && tree.head(seen.head) == verb) return true;
  }
  return false;
}

template <class Fits>
std::optional<uint32_t> Coreference::best(const Mention& mention, Fits fits) const {
  std::optional<uint32_t> found;
  double best_score = -1e9;
  for (size_t i = seen_.size(); i-- > 0;) {
    const Seen& seen = seen_[i];
    if (mention.sentence - seen.sentence > 4) break;
    if (seen.sentence == mention.sentence && seen.head >= mention.head) continue;
    if (!fits(table_.actors[seen.actor]) || same_clause_subject(mention, seen)) continue;
    double distance = mention.sentence - seen.sentence;
    double score = -3 * distance + (seen.subject ? 2.5 : 0) - 0.01 * static_cast<double>(seen_.size() - i);
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
  if (form == "he" || form == "him" || form == "his" || form == "himself")
    return one(best(mention, [&](const Actor& actor) { return other(actor) && actor.person && actor.gender != 'f'; }));
  if (form.starts_with("she") || form.starts_with("her")) {
    auto woman = best(mention, [&](const Actor& actor) { return other(actor) && actor.person && actor.gender == 'f'; });
    return one(woman ? woman : best(mention, [&](const Actor& actor) {
      return other(actor) && actor.person && actor.gender == 0 && actor.entry < 0;
    }));
  }
  if (form.starts_with("it")) return one(best(mention, [&](const Actor& actor) { return other(actor) && !actor.person && !actor.plural; }));
  auto many = best(mention, [&](const Actor& actor) { return other(actor) && actor.plural; });
  if (many) return one(many);
  // *they* after *A and B*: the latest coordination, else the latest collective.
  for (size_t i = seen_.size(); i-- > 1;) {
    const Seen &b = seen_[i], &a = seen_[i - 1];
    if (mention.sentence - b.sentence > 1) break;
    if (a.sentence == b.sentence && a.actor != b.actor &&
        trees_[a.sentence].first_conjunct(b.head) == trees_[a.sentence].first_conjunct(a.head))
      return {a.actor, b.actor};
  }
  return one(best(mention, [&](const Actor& actor) { return other(actor) && !actor.person; }));
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

bool Coreference::says_two(const Mention& mention) const {
  const Tree& tree = trees_[mention.sentence];
  for (uint16_t c : tree.children(mention.head)) {
    const std::string& lemma = tree.word(c).lemma;
    if (c < mention.head && (lemma == "two" || lemma == "both" || lemma == "2")) return true;
  }
  return false;
}

// *its neighbour*: the latest state that is not the owner.
std::vector<uint32_t> Coreference::other_state(const Mention& mention) const {
  const Tree& tree = trees_[mention.sentence];
  int owner = tree.child(mention.head, Deprel::kNmodPoss);
  if (owner < 0) return {};
  std::string own;
  for (const Seen& seen : seen_)
    if (seen.sentence == mention.sentence && seen.head == owner) own = table_.actors[seen.actor].country;
  auto other = best(mention, [&](const Actor& actor) { return !actor.person && actor.code.size() == 3 && actor.country != own; });
  return other ? std::vector<uint32_t>{*other} : std::vector<uint32_t>{};
}

// *the group, the militia*: the latest body of that kind.
std::optional<uint32_t> Coreference::body(const Mention& mention, const std::vector<std::string>& sectors) const {
  return best(mention, [&](const Actor& actor) {
    return !actor.person && actor.entry >= 0 && std::any_of(actor.sectors.begin(), actor.sectors.end(), [&](const std::string& one) {
      return std::find(sectors.begin(), sectors.end(), one) != sectors.end();
    });
  });
}

std::vector<uint32_t> Coreference::group_word(const Mention& mention, std::string_view lemma, bool plural) const {
  if (!plural) {
    if (!among(kStateGroups, lemma)) return {};
    if (among(kOthers, lemma)) return other_state(mention);
    auto country = best(mention, [](const Actor& actor) { return !actor.person && actor.named && actor.code.size() == 3; });
    return country ? std::vector<uint32_t>{*country} : std::vector<uint32_t>{};
  }
  bool humans = among(kHumanGroups, lemma), states = among(kStateGroups, lemma) || lemma == "government" || lemma == "army";
  std::vector<uint32_t> found;
  // *Moon pledged to help the two sides*: who helps is none of them, by whatever name.
  std::vector<std::string> helpers;
  for (const Seen& seen : seen_)
    if (same_clause_subject(mention, seen)) helpers.push_back(table_.actors[seen.actor].country);
  auto collect = [&](auto fits) {
    for (size_t i = seen_.size(); i-- > 0 && found.size() < 2;) {
      const Seen& seen = seen_[i];
      if (mention.sentence - seen.sentence > 4) break;
      const Actor& actor = table_.actors[seen.actor];
      // Who mediates is no side.
      bool mediator = lemma == "side" && (actor.country == "UNO" || actor.country == "IGO");
      if (actor.country.empty() || mediator || !fits(actor) || among(helpers, actor.country)) continue;
      bool known = std::any_of(found.begin(), found.end(), [&](uint32_t other) { return one_side(table_.actors[other], actor); });
      if (!known) found.push_back(seen.actor);
    }
  };
  // *both nations* after *ties between A and B*: two that were named side by side, rather than the two named last.
  auto side_by_side = [&](auto fits) {
    for (size_t i = seen_.size(); i-- > 1;) {
      const Seen &b = seen_[i], &a = seen_[i - 1];
      if (mention.sentence - b.sentence > 2) return;
      const Actor &first = table_.actors[a.actor], &second = table_.actors[b.actor];
      bool pair = a.sentence == b.sentence && a.head != b.head &&
                  trees_[a.sentence].first_conjunct(a.head) == trees_[a.sentence].first_conjunct(b.head);
      if (!pair || first.country.empty() || second.country.empty() || one_side(first, second) || !fits(first) || !fits(second)) continue;
      if (among(helpers, first.country) || among(helpers, second.country) || (a.sentence == mention.sentence && b.head >= mention.head))
        continue;
      found = {b.actor, a.actor};
      return;
    }
  };
  if (says_two(mention) && lemma != "side" && !humans) side_by_side([](const Actor& actor) { return !actor.person; });
  if (!found.empty()) std::reverse(found.begin(), found.end());
  if (!found.empty()) return found;
  if (humans)
    collect([](const Actor& actor) { return actor.person; });
  else if (states)
    collect([](const Actor& actor) { return !actor.person && actor.code.size() == 3; });
  if (found.size() < 2 && !humans) {
    found.clear();
    collect([](const Actor&) { return true; });
  }
  if (found.size() < 2) return {};
  std::reverse(found.begin(), found.end());
  return found;
}

std::vector<uint32_t> Coreference::same_role(std::string_view role, bool plural) const {
  for (size_t i = seen_.size(); i-- > 0;) {
    const Seen& seen = seen_[i];
    const Actor& actor = table_.actors[seen.actor];
    if (actor.plural != plural) continue;
    bool same = seen.role == role || actor.role == role ||
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

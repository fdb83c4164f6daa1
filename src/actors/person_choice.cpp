#include "actors/person_choice.h"

#include <algorithm>
#include <climits>

#include "actors/name_finder.h"
#include "actors/roles.h"
#include "actors/titles.h"
#include "base/strings.h"

namespace demarche {

uint32_t choose_person(const Draft& draft, const Lexicon& lexicon, const std::set<uint32_t>& named_in_full,
                       const std::map<std::string, int>& counts, std::optional<Date> day) {
  const auto& entries = lexicon.actors().entries();
  uint32_t best = draft.uses.front().entry;
  double best_score = -1e9;
  for (const NameUse& use : draft.uses) {
    const ActorEntry& one = entries[use.entry];
    double score = use.sense == NameSense::kName ? 2 : 0;
    if (named_in_full.contains(use.entry)) score += 20;
    for (uint32_t country : draft.countries)
      if (entries[country].country() == one.country()) score += 12;
    if (counts.contains(std::string(one.country()))) score += 3;
    int rank = 0;
    double years = 0;
    bool titled = false;
    for (const DatedRole& role : one.roles) {
      rank = std::max(rank, prominence(role.title));
      years += std::min(role.term.end.days, kToday.days) > role.term.start.days && role.term.start.days > INT32_MIN
                   ? (std::min(role.term.end.days, kToday.days) - role.term.start.days) / 365.0
                   : 0;
      titled = titled || (!draft.role.empty() && plain_title(role.title) == plain_title(draft.role));
    }
    if (titled) score += 6;
    // Of namesakes, and of one man's posts at home and abroad, the longer and higher office is meant.
    score += rank * 0.2 + std::min(day ? 1.0 : 2.0, years * 0.1);
    if (day) {
      if (const DatedRole* role = chief_role(one, *day))
        score += 5 + prominence(role->title) * 0.5;
      else if (const DatedRole* past = one.former_role(*day))
        score -= std::min(6.0, (day->days - past->term.end.days) / 1500.0);
      else
        score -= 2;
    } else if (!one.roles.empty()) {
      score += std::min(1.0, one.roles.back().term.start.days / 40000.0);
    }
    if (score > best_score) {
      best_score = score;
      best = use.entry;
    }
  }
  return best;
}

SurnameReach surname_reach(const Tree& tree, const Lexicon& lexicon, int word) {
  const Word& one = tree.word(word);
  if (!lexicon.classes().has(lower_ascii(one.form), "word_and_surname")) return SurnameReach::kFull;
  int head = tree.head(word);
  bool does = base(one.rel) == Deprel::kNsubj && head >= 0 && done_by_people(tree.word(head).lemma, lexicon);
  return does ? SurnameReach::kInOffice : SurnameReach::kRuler;
}

bool remembered(const ActorEntry& one, SurnameReach reach, std::optional<Date> day) {
  if (one.roles.empty()) return reach != SurnameReach::kRuler;
  int32_t today = day.value_or(kToday).days;
  return std::any_of(one.roles.begin(), one.roles.end(), [&](const DatedRole& role) {
    bool ruler = role.title != "premier" && prominence(role.title) >= 7;
    if (reach == SurnameReach::kRuler && !ruler) return false;
    if (reach == SurnameReach::kFull && ruler) return true;
    int32_t years = !day ? 35 : reach == SurnameReach::kFull ? 15 : reach == SurnameReach::kYears ? 5 : 1;
    return role.term.start.days <= today + years * 366 && (role.term.end.days >= today || today - role.term.end.days <= years * 366);
  });
}

}  // namespace demarche

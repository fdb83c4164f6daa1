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

void part_from_namesake(const Tree& tree, const Lexicon& lexicon, const std::set<uint32_t>& named_in_full, std::optional<Date> day,
                        Draft& draft) {
  if (draft.what != Draft::What::kPerson) return;
  bool bare = draft.mention.first == draft.mention.last && draft.role.empty() && draft.countries.empty();
  if (draft.name.empty() && !bare) return;
  auto reach = bare ? surname_reach(tree, lexicon, draft.mention.head) : SurnameReach::kFull;
  if (reach == SurnameReach::kFull && !draft.name.empty()) reach = SurnameReach::kYears;
  bool somebody = std::any_of(draft.uses.begin(), draft.uses.end(), [&](const NameUse& use) {
    return use.sense != NameSense::kSurname || named_in_full.contains(use.entry) ||
           remembered(lexicon.actors().entries()[use.entry], reach, day);
  });
  if (somebody) return;
  draft.uses.clear();
  const Word& word = tree.word(draft.mention.head);
  if (!draft.name.empty()) {
    draft.what = Draft::What::kPlace;
    draft.mention.kind = MentionKind::kPlace;
  } else if (!draft.others.empty()) {
    draft.what = Draft::What::kEntry;
    draft.uses = draft.others;
  } else if (base(word.rel) == Deprel::kNsubj && word.xpos == "NNP") {
    draft.what = Draft::What::kUnknownPerson;
    draft.name = hyphenated(tree, draft.mention.head);
  } else {
    draft.what = Draft::What::kNobody;
  }
}

bool common_to_many(const std::vector<NameUse>& uses, std::string_view name, const Lexicon& lexicon) {
  const auto& entries = lexicon.actors().entries();
  std::string_view country = entries[uses.front().entry].country();
  bool common = of_common_words(name), several = false;
  for (const NameUse& use : uses) {
    const ActorEntry& one = entries[use.entry];
    if (one.kind != ActorKind::kParty && one.kind != ActorKind::kGroup) return false;
    if (one.name == name && !common) return false;
    several = several || one.country() != country;
  }
  return several || common;
}

}  // namespace demarche

#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>

#include "actors/drafts.h"
#include "base/date.h"
#include "language/tree.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Undated reports are read as of our days.
inline const Date kToday = Date::of(2026, 1, 1);

/// Which of the persons of a draft's name is meant: named in full elsewhere in the report, the country or title beside the name, the office
/// on the day, prominence. Gives the index of the dictionary entry. `draft.uses` must not be empty; `counts`: how often the report names
/// each country.
uint32_t choose_person(const Draft& draft, const Lexicon& lexicon, const std::set<uint32_t>& named_in_full,
                       const std::map<std::string, int>& counts, std::optional<Date> day);

/// How far back a surname that stands alone may reach: to anybody who ruled, to some years ago, to who holds an office, to who rules.
enum class SurnameReach : uint8_t { kFull, kYears, kInOffice, kRuler };

/// *Lake officials, Bush fires, Bells rang*: common words are a leader's name only while he rules, or where they do what people do.
SurnameReach surname_reach(const Tree& tree, const Lexicon& lexicon, int word);

/// True of whom a surname alone still means on the day. A report without a day may be of any in living memory.
bool remembered(const ActorEntry& one, SurnameReach reach, std::optional<Date> day);

}  // namespace demarche

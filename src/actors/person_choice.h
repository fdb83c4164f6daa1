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

/// *captured Goma, Bells rang, Ford cut jobs*: a bare surname is nobody who has been out of office for years, the less so where it is a
/// city's name too, unless the report names him in full. Makes such a draft what else the name may mean: a place, a body, an unknown.
void part_from_namesake(const Tree& tree, const Lexicon& lexicon, const std::set<uint32_t>& named_in_full, std::optional<Date> day,
                        Draft& draft);

/// A name that parties or groups of several countries bear, and none by that name alone; or one of common words only (*Southern Front*).
bool common_to_many(const std::vector<NameUse>& uses, std::string_view name, const Lexicon& lexicon);

/// How far back a surname that stands alone may reach: to anybody who ruled, to some years ago, to who holds an office, to who rules.
enum class SurnameReach : uint8_t { kFull, kYears, kInOffice, kRuler };

/// *Lake officials, Bush fires, Bells rang*: common words are a leader's name only while he rules, or where they do what people do.
SurnameReach surname_reach(const Tree& tree, const Lexicon& lexicon, int word);

/// True of whom a surname alone still means on the day. A report without a day may be of any in living memory.
bool remembered(const ActorEntry& one, SurnameReach reach, std::optional<Date> day);

}  // namespace demarche

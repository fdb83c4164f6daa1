#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/faults.h"
#include "base/flat_maps.h"
#include "lexicon/lines.h"
#include "lexicon/name_index.h"
#include "ontology/countries.h"

namespace demarche {

enum class ActorKind : uint8_t { kCountry, kRegion, kOrg, kGroup, kParty, kFirm, kMedia, kInstitution, kPeople, kPerson, kMetonym, kPlace };

/// "country", "org" ... as written after `kind`.
std::string_view name(ActorKind kind);

/// What somebody is on certain days.
struct DatedRole {
  DateRange term;     ///< inclusive; open ends are Date{INT32_MIN} and Date{INT32_MAX}
  std::string code;   ///< "UKRGOV"
  std::string title;  ///< "president"; empty for actors that hold no office
};

/// One known actor: a country, an organisation, a person ...
struct ActorEntry {
  std::string name;
  ActorKind kind = ActorKind::kOrg;
  char gender = 0;               ///< 'm', 'f' or 0
  std::string code;              ///< on any day that no role covers; empty for a person known only by offices
  std::vector<DatedRole> roles;  ///< in order of `term.start`

  /// The role held on that day (the last listed, if several), or none.
  const DatedRole* role_on(Date day) const;
  /// The last role that ended before the day, or none.
  const DatedRole* former_role(Date day) const;
  /// First three letters of the default or first role's code: the country or generic code.
  std::string_view country() const;
};

/// How a name found in a text stands for an entry.
enum class NameSense : uint8_t {
  kName,       ///< the name or an alias
  kSurname,    ///< a person's last name alone
  kAdjective,  ///< Russian
  kNational,   ///< a Russian, the Russians
  kCapital,    ///< Moscow: the place, or its government
};

struct NameUse {
  uint32_t entry = 0;
  NameSense sense = NameSense::kName;
};

/// All known actors and the index of their names. Immutable after reading.
class ActorDictionary {
 public:
  /// Reads `*.offices` (persons by country and office); faults: bad dates, terms that end before they begin, overlaps, codes that are
  /// neither a country's nor generic, holders without an office. A faulty line is left out, a faulty `office` with its holders.
  void read_offices(const std::vector<DictionaryFile>& files, const Countries& countries, Faults& faults);
  /// Reads `*.actors`; faulty lines are left out, a faulty term or key alone where the rest is clear. Faults: what is no code, a code whose
  /// first element is neither a country nor generic nor a sector (peoples have their own), terms that overlap, the same actor twice. A
  /// person whom an office of the same country names too is that person: offices win on their days, the line says what he is on others. A
  /// line of `kind country` gives its names to the country that is known, as names of its towns.
  void read_actors(const std::vector<DictionaryFile>& files, const Countries& countries, Faults& faults);
  /// Adds one entry with its names; returns its number.
  uint32_t add(ActorEntry entry, const std::vector<std::string>& names);
  /// One more name for an entry.
  void add_name(std::string_view name, uint32_t entry, NameSense sense);
  /// Derives surnames. Call once, after everything is read.
  void finish();

  const std::vector<ActorEntry>& entries() const { return entries_; }
  const NameIndex& names() const { return index_; }
  /// What an id found in names() stands for.
  const NameUse& use(uint32_t id) const { return uses_[id]; }
  /// The entry with that exact name (the first read), or none.
  std::optional<uint32_t> find(std::string_view name) const;
  /// The entry of a country by its code, or none.
  std::optional<uint32_t> country(std::string_view code) const;
  /// Those who held the office (title as in the dictionary, lower case) for the country on the day.
  std::vector<uint32_t> holders(std::string_view country, std::string_view title, Date day) const;

 private:
  struct OfficeBlock;
  void open_office(OfficeBlock& block, const std::string& file, const Line& line, Faults& faults);
  void read_office_line(OfficeBlock& block, const std::string& file, const Line& line, Faults& faults);
  void enter(ActorEntry entry, const std::vector<std::string>& names);
  void add_places(uint32_t country, const std::vector<std::string>& names);
  std::optional<uint32_t> person_named(const std::vector<std::string>& names, std::string_view country) const;
  void join(uint32_t known, ActorEntry line, const std::vector<std::string>& names);

  std::vector<ActorEntry> entries_;
  std::vector<NameUse> uses_;
  NameIndex index_;
  StringMap<uint32_t> by_name_;  ///< "Vladimir Putin" and "RUS/Vladimir Putin"
  StringMap<uint32_t> by_country_;
  StringMap<std::vector<uint32_t>> by_office_;  ///< "RUS/president"
};

/// The last name of a full personal name with its particles: "Ursula von der Leyen" gives "von der Leyen"; empty for a single word.
std::string surname_of(std::string_view full_name);

}  // namespace demarche

#pragma once
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "ontology/table.h"

namespace demarche {

/// What a country is today. `kPartial`: recognised by some states only. `kHistoric`: gone.
enum class CountryKind : uint8_t { kState, kTerritory, kPartial, kHistoric };

/// A noun for people of a country. `singular` is empty where the word means the people as a whole (the French).
struct PeopleNoun {
  std::string_view singular;
  std::string_view plural;
};

/// A country. Views live as long as the Countries they come from; codes are upper case, an absent code is empty, an absent number 0.
struct Country {
  std::string_view code;  ///< ours: ISO 3166 alpha-3, or KOS and RVN, which ISO lacks
  std::string_view iso2;  ///< of gone countries, the code they had
  std::string_view iso3;  ///< XKX for Kosovo
  int iso_numeric = 0;
  int cow = 0;                            ///< Correlates of War
  int gw = 0;                             ///< Gleditsch and Ward
  std::string_view fips;                  ///< FIPS 10-4, continued as GEC
  std::string_view subregion;             ///< UN M49: "Eastern Europe"
  std::vector<std::string_view> regions;  ///< codes of Region
  CountryKind kind = CountryKind::kState;
  std::optional<Date> begin;                 ///< first day, where it lies within the press's memory
  std::optional<Date> end;                   ///< last day; has a value exactly for kHistoric
  std::string_view sovereign;                ///< code of the country a territory belongs to
  std::string_view plover;                   ///< what PLOVER writes: the ruler's code for most territories
  std::string_view cameo;                    ///< what CAMEO data write
  std::string_view name;                     ///< as the press writes it, without an article
  std::string_view official;                 ///< long form
  std::vector<std::string_view> aliases;     ///< other names, with and without article; not the official one
  std::vector<std::string_view> adjectives;  ///< "Danish"
  std::vector<PeopleNoun> nouns;             ///< "Dane", "Danes"
  std::vector<std::string_view> prefixes;    ///< first halves of adjectives that a hyphen joins: "Sino"

  /// True if the country exists on that day, as far as begin and end say.
  bool exists(Date day) const { return (!begin || *begin <= day) && (!end || day <= *end); }
};

enum class CapitalKind : uint8_t { kCapital, kGovernment, kLegislature, kJudiciary, kRival, kFormer };

/// A city that stands for a government when it acts.
struct Capital {
  std::string_view country;
  std::string_view name;
  std::vector<std::string_view> aliases;
  CapitalKind kind = CapitalKind::kCapital;
  double lat = 0;  ///< degrees north
  double lon = 0;  ///< degrees east
  std::optional<Date> begin, end;
};

enum class MetonymKind : uint8_t {
  kGovernment,
  kPresident,
  kHeadOfState,
  kHeadOfGovernment,
  kForeignMinistry,
  kDefenceMinistry,
  kInteriorMinistry,
  kFinanceMinistry,
  kLegislature,
  kArmy,
  kIntelligenceService
};

/// A building, street or place that stands for a part of a state when it acts: the Kremlin.
struct Metonym {
  std::string_view country;
  std::string_view name;
  std::vector<std::string_view> aliases;
  MetonymKind kind = MetonymKind::kGovernment;
};

/// A part of the world, or a group of countries, that has no government: "the West". PLOVER gives it no code.
struct Region {
  std::string_view code;  ///< CAMEO's, or ours where `is_cameo` is false
  bool is_cameo = false;
  std::string_view name;
  std::vector<std::string_view> aliases;
  std::vector<std::string_view> adjectives;
};

/// "government", "foreign ministry"; the sector letters of the part of the state: "GOV", "GOVMIL", "LEG", "SPY", "MIL".
std::string_view name(MetonymKind kind);
std::string_view sectors(MetonymKind kind);
/// "state", "territory", "partial", "historic"; "capital", "rival" ...
std::string_view name(CountryKind kind);
std::string_view name(CapitalKind kind);

/// All countries with their capitals and metonyms, and the world's regions. Immutable once loaded; threads may share it.
class Countries {
 public:
  /// Reads `countries.tsv`, `capitals.tsv`, `metonyms.tsv` and `regions.tsv` from the folder (data/ontology).
  /// kBadLexicon lists every fault with its line.
  static Result<Countries> load(const std::filesystem::path& folder);

  /// Countries by code, the gone ones last.
  std::span<const Country> all() const { return countries_; }
  std::span<const Capital> capitals() const { return capitals_; }
  std::span<const Metonym> metonyms() const { return metonyms_; }
  std::span<const Region> regions() const { return regions_; }

  /// By our code, by alpha-3 (XKX) or by the code in CAMEO data (KSV, TMP). Nothing for any other code.
  const Country* find(std::string_view code) const;
  /// By other standards' codes. Where a gone country had the same, the one that exists wins.
  const Country* find_iso2(std::string_view iso2) const;
  const Country* find_fips(std::string_view fips) const;
  const Country* find_cow(int number) const;
  const Country* find_gw(int number) const;
  const Country* find_iso_numeric(int number) const;
  const Region* find_region(std::string_view code) const;
  /// The first capital listed for the country; nothing for those without one.
  const Capital* capital_of(std::string_view code) const;

 private:
  void read_regions(const Table& table, Faults& faults);
  void read_countries(const Table& table, Faults& faults);
  void check_countries(const Table& table, Faults& faults);
  void read_capitals(const Table& table, Faults& faults);
  void read_metonyms(const Table& table, Faults& faults);

  std::vector<Table> tables_;  // own the text that all views point into
  std::vector<Country> countries_;
  std::vector<Capital> capitals_;
  std::vector<Metonym> metonyms_;
  std::vector<Region> regions_;
  std::unordered_map<std::string_view, size_t> by_code_;
};

}  // namespace demarche

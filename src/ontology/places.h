#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "ontology/countries.h"
#include "ontology/table.h"

namespace demarche {

enum class PlaceKind : uint8_t {
  kCity,
  kTown,
  kRegion,
  kProvince,
  kIsland,
  kSea,
  kStrait,
  kRiver,
  kLake,
  kCanal,
  kMountain,
  kDesert,
  kLandmark,
  kCrossing,
  kBase,
  kCamp
};

/// A place. Views live as long as the Places it comes from.
struct Place {
  std::string_view name;
  std::string_view country;   ///< code of a Country; empty where none or several share the place
  std::string_view division;  ///< the first-order division of a city of the city table, otherwise empty
  PlaceKind kind = PlaceKind::kCity;
  double lat = 0;           ///< degrees north
  double lon = 0;           ///< degrees east
  uint32_t population = 0;  ///< people; 0 where the tables do not say
  uint32_t geonames = 0;    ///< GeoNames id; 0 for places of our own
  bool capital = false;     ///< a capital or seat of government of its country today
};

/// "city", "strait" ...
std::string_view name(PlaceKind kind);

/// Cities of 50,000 people and more (smaller ones where crises are reported from them), regions, seas and landmarks of the news, by name.
/// Immutable once loaded; threads may share it.
class Places {
 public:
  /// Reads `cities.tsv`, `city_names.tsv` and `places.tsv` from the folder (data/ontology) and takes the capitals of `countries`, whose
  /// text it points into: `countries` must outlive the result. kBadLexicon lists every fault with its line.
  static Result<Places> load(const std::filesystem::path& folder, const Countries& countries);

  /// Everything of that name or alias, letter by letter (a typographic apostrophe equals a plain one): capitals and places of the hand-made
  /// table first, then by population. Empty if none.
  std::vector<const Place*> find(std::string_view name) const;
  /// The same for adjectives of regions: "Chechen".
  std::vector<const Place*> find_adjective(std::string_view adjective) const;
  std::span<const Place> all() const { return places_; }

  /// Calls `use(name, place)` for each name and alias, so that a caller can build its own index.
  template <class Use>
  void for_each_name(Use use) const {
    for (const Entry& entry : names_) use(entry.text, places_[entry.place]);
  }

 private:
  struct Entry {
    std::string_view text;
    uint32_t place;
    uint32_t next;  // index of another entry of the same text, kNone at the end
  };
  static constexpr uint32_t kNone = UINT32_MAX;
  using Heads = std::unordered_map<std::string_view, uint32_t>;

  static void add(std::vector<Entry>& entries, Heads& heads, std::string_view text, uint32_t place);
  std::vector<const Place*> collect(const std::vector<Entry>& entries, const Heads& heads, std::string_view text) const;
  void read_cities(const Table& table, const Countries& countries, Faults& faults);
  void read_city_names(const Table& table, Faults& faults);
  void read_places(const Table& table, const Countries& countries, Faults& faults);
  void take_capitals(const Countries& countries);
  uint32_t city_of(std::string_view name, std::string_view country) const;

  std::vector<Table> tables_;  // own the text that the views point into
  std::vector<Place> places_;
  std::vector<Entry> names_, adjectives_;
  Heads name_heads_, adjective_heads_;
};

}  // namespace demarche

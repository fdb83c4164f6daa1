#include "ontology/places.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/strings.h"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 16> kKinds = {"city", "town",  "region",   "province", "island",   "sea",      "strait", "river",
                                                     "lake", "canal", "mountain", "desert",   "landmark", "crossing", "base",   "camp"};

template <class Number>
bool read_number(std::string_view text, Number& value) {
  auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc() && end == text.data() + text.size();
}

bool on_globe(const Place& place) {
  return place.lat >= -90 && place.lat <= 90 && place.lon >= -180 && place.lon <= 180;
}

// Calls `use` with each item of a list joined by |, without building it.
template <class Use>
void each_item(std::string_view cell, Use use) {
  while (!cell.empty()) {
    size_t end = std::min(cell.find('|'), cell.size());
    if (end > 0) use(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
}

bool in_use(const Capital& capital) {
  bool seat = capital.kind == CapitalKind::kCapital || capital.kind == CapitalKind::kGovernment;
  return seat && !capital.end;
}

}  // namespace

std::string_view name(PlaceKind kind) {
  return kKinds[static_cast<size_t>(kind)];
}

Result<Places> Places::load(const std::filesystem::path& folder, const Countries& countries) {
  const std::pair<const char*, std::vector<std::string_view>> files[] = {
      {"cities.tsv", {"name", "country", "division", "lat", "lon", "population", "geonames", "aliases"}},
      {"city_names.tsv", {"country", "city", "names"}},
      {"places.tsv", {"name", "aliases", "adjectives", "country", "kind", "lat", "lon"}}};
  Places places;
  for (const auto& [file, columns] : files) {
    auto table = Table::read(folder / file, columns);
    if (!table) return table.error();
    places.tables_.push_back(std::move(*table));
  }
  places.places_.reserve(places.tables_[0].size() + places.tables_[2].size() + countries.capitals().size());
  places.names_.reserve(3 * places.places_.capacity());
  places.name_heads_.reserve(3 * places.places_.capacity());
  Faults faults;
  places.read_cities(places.tables_[0], countries, faults);
  places.read_city_names(places.tables_[1], faults);
  places.read_places(places.tables_[2], countries, faults);
  if (!faults.empty()) return faults.error();
  places.take_capitals(countries);
  return places;
}

void Places::add(std::vector<Entry>& entries, Heads& heads, std::string_view text, uint32_t place) {
  auto [head, fresh] = heads.try_emplace(text, static_cast<uint32_t>(entries.size()));
  if (fresh) {
    entries.push_back({text, place, kNone});
    return;
  }
  for (uint32_t at = head->second; at != kNone; at = entries[at].next)
    if (entries[at].place == place) return;
  entries.push_back({text, place, head->second});
  head->second = static_cast<uint32_t>(entries.size() - 1);
}

void Places::read_cities(const Table& table, const Countries& countries, Faults& faults) {
  for (size_t row = 0; row < table.size(); ++row) {
    Place place{.name = table.cell(row, 0), .country = table.cell(row, 1), .division = table.cell(row, 2)};
    bool numbers = read_number(table.cell(row, 3), place.lat) && read_number(table.cell(row, 4), place.lon) &&
                   read_number(table.cell(row, 5), place.population) && read_number(table.cell(row, 6), place.geonames);
    if (!numbers || !on_globe(place))
      faults.add(table.place(row), "latitude, longitude, population or GeoNames id is no number in its range");
    if (!countries.find(place.country)) faults.add(table.place(row), "unknown country \"" + std::string(place.country) + "\"");
    auto index = static_cast<uint32_t>(places_.size());
    places_.push_back(place);
    add(names_, name_heads_, place.name, index);
    each_item(table.cell(row, 7), [&](std::string_view alias) { add(names_, name_heads_, alias, index); });
  }
}

uint32_t Places::city_of(std::string_view text, std::string_view country) const {
  uint32_t best = kNone;
  auto head = name_heads_.find(text);
  for (uint32_t at = head == name_heads_.end() ? kNone : head->second; at != kNone; at = names_[at].next) {
    const Place& place = places_[names_[at].place];
    if (place.country == country && (best == kNone || place.population > places_[best].population)) best = names_[at].place;
  }
  return best;
}

void Places::read_city_names(const Table& table, Faults& faults) {
  for (size_t row = 0; row < table.size(); ++row) {
    uint32_t index = city_of(table.cell(row, 1), table.cell(row, 0));
    if (index == kNone)
      faults.add(table.place(row),
                 "no city \"" + std::string(table.cell(row, 1)) + "\" of " + std::string(table.cell(row, 0)) + " in cities.tsv");
    else
      each_item(table.cell(row, 2), [&](std::string_view alias) { add(names_, name_heads_, alias, index); });
  }
}

void Places::read_places(const Table& table, const Countries& countries, Faults& faults) {
  for (size_t row = 0; row < table.size(); ++row) {
    Place place{.name = table.cell(row, 0), .country = table.cell(row, 3)};
    auto kind = std::find(kKinds.begin(), kKinds.end(), table.cell(row, 4));
    if (kind == kKinds.end())
      faults.add(table.place(row), "unknown kind \"" + std::string(table.cell(row, 4)) + "\"");
    else
      place.kind = static_cast<PlaceKind>(kind - kKinds.begin());
    if (place.name.empty()) faults.add(table.place(row), "the name is missing");
    if (!place.country.empty() && !countries.find(place.country))
      faults.add(table.place(row), "unknown country \"" + std::string(place.country) + "\"");
    if (!read_number(table.cell(row, 5), place.lat) || !read_number(table.cell(row, 6), place.lon) || !on_globe(place))
      faults.add(table.place(row), "latitude or longitude is no number of degrees");
    auto index = static_cast<uint32_t>(places_.size());
    places_.push_back(place);
    add(names_, name_heads_, place.name, index);
    each_item(table.cell(row, 1), [&](std::string_view alias) { add(names_, name_heads_, alias, index); });
    each_item(table.cell(row, 2), [&](std::string_view adjective) { add(adjectives_, adjective_heads_, adjective, index); });
  }
}

void Places::take_capitals(const Countries& countries) {
  for (const Capital& capital : countries.capitals()) {
    const Country* country = countries.find(capital.country);
    if (country->kind == CountryKind::kHistoric) continue;
    uint32_t index = city_of(capital.name, capital.country);
    for (std::string_view alias : capital.aliases)
      if (index == kNone) index = city_of(alias, capital.country);
    if (index == kNone) {
      index = static_cast<uint32_t>(places_.size());
      places_.push_back({.name = capital.name, .country = capital.country, .lat = capital.lat, .lon = capital.lon});
    }
    places_[index].capital |= in_use(capital);
    add(names_, name_heads_, capital.name, index);
    for (std::string_view alias : capital.aliases) add(names_, name_heads_, alias, index);
  }
}

std::vector<const Place*> Places::collect(const std::vector<Entry>& entries, const Heads& heads, std::string_view text) const {
  constexpr std::string_view kTypographic = "’";
  std::string plain;
  if (size_t at = text.find(kTypographic); at != std::string_view::npos) {
    plain.assign(text);
    for (; at != std::string::npos; at = plain.find(kTypographic, at)) plain.replace(at, kTypographic.size(), "'");
  }
  std::vector<const Place*> found;
  for (std::string_view wanted : {text, std::string_view(plain)}) {
    auto head = wanted.empty() ? heads.end() : heads.find(wanted);
    for (uint32_t at = head == heads.end() ? kNone : head->second; at != kNone; at = entries[at].next)
      if (std::find(found.begin(), found.end(), &places_[entries[at].place]) == found.end()) found.push_back(&places_[entries[at].place]);
  }
  auto rank = [](const Place* place) { return place->capital ? 2 : place->geonames == 0 ? 1 : 0; };
  std::sort(found.begin(), found.end(), [&](const Place* a, const Place* b) {
    if (rank(a) != rank(b)) return rank(a) > rank(b);
    return a->population != b->population ? a->population > b->population : a < b;
  });
  return found;
}

std::vector<const Place*> Places::find(std::string_view text) const {
  return collect(names_, name_heads_, text);
}
std::vector<const Place*> Places::find_adjective(std::string_view adjective) const {
  return collect(adjectives_, adjective_heads_, adjective);
}

}  // namespace demarche

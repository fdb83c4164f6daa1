#include "ontology/countries.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "base/strings.h"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 4> kCountryKinds = {"state", "territory", "partial", "historic"};
constexpr std::array<std::string_view, 6> kCapitalKinds = {"capital", "government", "legislature", "judiciary", "rival", "former"};
constexpr std::array<std::string_view, 11> kMetonymKinds = {
    "government",       "president",   "head of state", "head of government",  "foreign ministry", "defence ministry", "interior ministry",
    "finance ministry", "legislature", "army",          "intelligence service"};
constexpr std::array<std::string_view, 11> kMetonymSectors = {"GOV", "GOV", "GOV", "GOV", "GOV", "GOVMIL",
                                                              "GOV", "GOV", "LEG", "MIL", "SPY"};

std::vector<std::string_view> list_of(std::string_view cell, char separator = '|') {
  if (cell.empty()) return {};
  return split(cell, separator);
}

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

// Reads the cells of one table, naming the place of what is wrong.
struct RowReader {
  const Table& table;
  size_t row;
  Faults& faults;

  void fault(std::string message) { faults.add(table.place(row), std::move(message)); }
  std::string_view text(size_t column) const { return table.cell(row, column); }

  std::vector<std::string_view> list(size_t column) {
    std::vector<std::string_view> items = list_of(text(column));
    for (size_t i = 0; i < items.size(); ++i) {
      if (items[i].empty() || trim(items[i]) != items[i]) fault("blank or empty item in " + quoted(text(column)) + "; write a|b");
      if (std::find(items.begin(), items.begin() + static_cast<long>(i), items[i]) != items.begin() + static_cast<long>(i))
        fault(quoted(items[i]) + " stands twice in one list");
    }
    return items;
  }

  int number(size_t column) {
    std::string_view cell = text(column);
    int value = 0;
    auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (!cell.empty() && (problem != std::errc() || end != cell.data() + cell.size() || value <= 0))
      fault(quoted(cell) + " is no number above 0");
    return value;
  }

  double degrees(size_t column, double limit) {
    std::string_view cell = text(column);
    double value = 0;
    auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (problem != std::errc() || end != cell.data() + cell.size() || value < -limit || value > limit)
      fault(quoted(cell) + " is no number of degrees");
    return value;
  }

  std::optional<Date> day(size_t column) {
    if (text(column).empty()) return std::nullopt;
    auto range = parse_date(text(column));
    if (!range || range->start != range->end) fault(quoted(text(column)) + " is no day: write YYYY-MM-DD");
    return range ? std::optional(range->start) : std::nullopt;
  }

  template <class Enum, size_t N>
  Enum one_of(size_t column, const std::array<std::string_view, N>& names) {
    auto found = std::find(names.begin(), names.end(), text(column));
    if (found == names.end()) {
      std::vector<std::string> all(names.begin(), names.end());
      fault("unknown kind " + quoted(text(column)) + "; take one of: " + join(all, ", "));
      return Enum{};
    }
    return static_cast<Enum>(found - names.begin());
  }

  void code(size_t column, size_t length) {
    std::string_view cell = text(column);
    bool good = cell.size() == length && std::all_of(cell.begin(), cell.end(), [](char c) { return is_upper_ascii(c); });
    if (!cell.empty() && !good) fault(quoted(cell) + " is no code of " + std::to_string(length) + " capitals");
  }
};

template <class Test>
const Country* first(const std::vector<Country>& countries, Test test) {
  auto found = std::find_if(countries.begin(), countries.end(), test);
  return found == countries.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name(MetonymKind kind) {
  return kMetonymKinds[static_cast<size_t>(kind)];
}
std::string_view sectors(MetonymKind kind) {
  return kMetonymSectors[static_cast<size_t>(kind)];
}
std::string_view name(CountryKind kind) {
  return kCountryKinds[static_cast<size_t>(kind)];
}
std::string_view name(CapitalKind kind) {
  return kCapitalKinds[static_cast<size_t>(kind)];
}

Result<Countries> Countries::load(const std::filesystem::path& folder) {
  const std::pair<const char*, std::vector<std::string_view>> files[] = {
      {"regions.tsv", {"code", "source", "name", "aliases", "adjectives"}},
      {"countries.tsv",
       {"code", "iso2",      "iso3",   "numeric", "cow",  "gw",       "fips",    "subregion",  "regions", "kind",    "begin",
        "end",  "sovereign", "plover", "cameo",   "name", "official", "aliases", "adjectives", "nouns",   "prefixes"}},
      {"capitals.tsv", {"country", "name", "aliases", "kind", "lat", "lon", "begin", "end"}},
      {"metonyms.tsv", {"country", "name", "aliases", "kind"}}};
  Countries countries;
  for (const auto& [file, columns] : files) {
    auto table = Table::read(folder / file, columns);
    if (!table) return table.error();
    countries.tables_.push_back(std::move(*table));
  }
  Faults faults;
  countries.read_regions(countries.tables_[0], faults);
  countries.read_countries(countries.tables_[1], faults);
  countries.check_countries(countries.tables_[1], faults);
  countries.read_capitals(countries.tables_[2], faults);
  countries.read_metonyms(countries.tables_[3], faults);
  if (!faults.empty()) return faults.error();
  return countries;
}

void Countries::read_regions(const Table& table, Faults& faults) {
  for (size_t row = 0; row < table.size(); ++row) {
    RowReader in{table, row, faults};
    in.code(0, 3);
    if (find_region(in.text(0))) in.fault("region " + std::string(in.text(0)) + " stands twice");
    if (in.text(1) != "cameo" && in.text(1) != "demarche") in.fault("the source is \"cameo\" or \"demarche\"");
    regions_.push_back({in.text(0), in.text(1) == "cameo", in.text(2), in.list(3), in.list(4)});
  }
}

void Countries::read_countries(const Table& table, Faults& faults) {
  for (size_t row = 0; row < table.size(); ++row) {
    RowReader in{table, row, faults};
    for (size_t column : {0, 2, 12, 13, 14}) in.code(column, 3);
    for (size_t column : {1, 6}) in.code(column, 2);
    Country country{.code = in.text(0), .iso2 = in.text(1), .iso3 = in.text(2)};
    country.iso_numeric = in.number(3);
    country.cow = in.number(4);
    country.gw = in.number(5);
    country.fips = in.text(6);
    country.subregion = in.text(7);
    for (std::string_view region : words_of(in.text(8))) {
      if (!find_region(region)) in.fault("unknown region " + quoted(region) + "; add it to regions.tsv");
      country.regions.push_back(region);
    }
    country.kind = in.one_of<CountryKind>(9, kCountryKinds);
    country.begin = in.day(10);
    country.end = in.day(11);
    country.sovereign = in.text(12);
    country.plover = in.text(13);
    country.cameo = in.text(14);
    country.name = in.text(15);
    country.official = in.text(16);
    country.aliases = in.list(17);
    country.adjectives = in.list(18);
    for (std::string_view noun : in.list(19)) {
      auto forms = split(noun, '/');
      if (forms.size() != 2 || forms[1].empty()) in.fault(quoted(noun) + " is no noun: write singular/plural or /plural");
      if (forms.size() == 2) country.nouns.push_back({forms[0], forms[1]});
    }
    country.prefixes = in.list(20);
    if (country.code.empty()) in.fault("the code is missing");
    if (country.name.empty() || country.official.empty()) in.fault("the name or the official name is missing");
    if (!by_code_.emplace(country.code, countries_.size()).second) in.fault("country " + std::string(country.code) + " stands twice");
    countries_.push_back(std::move(country));
  }
  for (size_t i = 0; i < countries_.size(); ++i)
    for (std::string_view other : {countries_[i].iso3, countries_[i].cameo})
      if (!other.empty()) by_code_.emplace(other, i);
}

void Countries::check_countries(const Table& table, Faults& faults) {
  std::unordered_map<std::string_view, size_t> names;
  for (size_t row = 0; row < countries_.size(); ++row) {
    RowReader in{table, row, faults};
    const Country& country = countries_[row];
    if (country.end.has_value() != (country.kind == CountryKind::kHistoric)) in.fault("an end and the kind \"historic\" go together");
    if (country.begin && country.end && *country.end < *country.begin) in.fault("ends before it begins");
    for (std::string_view other : {country.sovereign, country.plover})
      if (!other.empty() && !find(other)) in.fault("unknown country " + quoted(other));
    std::vector<std::string_view> all = country.aliases;
    all.push_back(country.name);
    if (country.official != country.name) all.push_back(country.official);
    for (std::string_view text : all) {
      auto [seen, fresh] = names.emplace(text, row);
      if (!fresh)
        in.fault(quoted(text) + " is a name of " + std::string(countries_[seen->second].code) + " already (" + table.place(seen->second) +
                 ")");
    }
  }
}

void Countries::read_capitals(const Table& table, Faults& faults) {
  for (size_t row = 0; row < table.size(); ++row) {
    RowReader in{table, row, faults};
    if (!find(in.text(0))) in.fault("unknown country " + quoted(in.text(0)));
    if (in.text(1).empty()) in.fault("the name is missing");
    Capital capital{.country = in.text(0), .name = in.text(1), .aliases = in.list(2)};
    capital.kind = in.one_of<CapitalKind>(3, kCapitalKinds);
    capital.lat = in.degrees(4, 90);
    capital.lon = in.degrees(5, 180);
    capital.begin = in.day(6);
    capital.end = in.day(7);
    capitals_.push_back(std::move(capital));
  }
}

void Countries::read_metonyms(const Table& table, Faults& faults) {
  for (size_t row = 0; row < table.size(); ++row) {
    RowReader in{table, row, faults};
    if (!find(in.text(0))) in.fault("unknown country " + quoted(in.text(0)));
    if (in.text(1).empty()) in.fault("the name is missing");
    metonyms_.push_back({in.text(0), in.text(1), in.list(2), in.one_of<MetonymKind>(3, kMetonymKinds)});
  }
}

const Country* Countries::find(std::string_view code) const {
  auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &countries_[found->second];
}
const Country* Countries::find_iso2(std::string_view iso2) const {
  return iso2.empty() ? nullptr : first(countries_, [&](const Country& c) { return c.iso2 == iso2; });
}
const Country* Countries::find_fips(std::string_view fips) const {
  return fips.empty() ? nullptr : first(countries_, [&](const Country& c) { return c.fips == fips; });
}
const Country* Countries::find_cow(int number) const {
  return number <= 0 ? nullptr : first(countries_, [&](const Country& c) { return c.cow == number; });
}
const Country* Countries::find_gw(int number) const {
  return number <= 0 ? nullptr : first(countries_, [&](const Country& c) { return c.gw == number; });
}
const Country* Countries::find_iso_numeric(int number) const {
  return number <= 0 ? nullptr : first(countries_, [&](const Country& c) { return c.iso_numeric == number; });
}
const Region* Countries::find_region(std::string_view code) const {
  auto found = std::find_if(regions_.begin(), regions_.end(), [&](const Region& region) { return region.code == code; });
  return found == regions_.end() ? nullptr : &*found;
}
const Capital* Countries::capital_of(std::string_view code) const {
  auto found = std::find_if(capitals_.begin(), capitals_.end(), [&](const Capital& capital) { return capital.country == code; });
  return found == capitals_.end() ? nullptr : &*found;
}

}  // namespace demarche

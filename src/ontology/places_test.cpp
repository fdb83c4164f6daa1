#include "ontology/places.h"

#include <gtest/gtest.h>

#include <fstream>

namespace demarche {
namespace {

const std::filesystem::path kFolder = DEMARCHE_SOURCE_DIR "/data/ontology";

const Countries& countries() {
  static const Countries loaded = [] {
    auto result = Countries::load(kFolder);
    if (!result) throw std::runtime_error(result.error().text());
    return std::move(*result);
  }();
  return loaded;
}

const Places& places() {
  static const Places loaded = [] {
    auto result = Places::load(kFolder, countries());
    if (!result) throw std::runtime_error(result.error().text());
    return std::move(*result);
  }();
  return loaded;
}

std::string where(std::string_view text) {
  auto found = places().find(text);
  return found.empty() ? "-" : std::string(found.front()->country) + " " + std::string(name(found.front()->kind));
}

TEST(Places, FindCitiesByAnySpellingOfThePress) {
  for (const char* text : {"Kyiv", "Kiev"}) EXPECT_EQ(where(text), "UKR city") << text;
  for (const char* text : {"Deir ez-Zor", "Deir al-Zor", "Raqqa", "Kobani", "Hasakah", "al-Hasakah"})
    EXPECT_EQ(where(text), "SYR city") << text;
  for (const char* text : {"São Paulo", "Sao Paulo"}) EXPECT_EQ(where(text), "BRA city") << text;
  for (const char* text : {"Sana'a", "Sana’a", "Sanaa", "Hodeidah"}) EXPECT_EQ(where(text), "YEM city") << text;
  EXPECT_EQ(where("Saigon"), "VNM city");
  EXPECT_EQ(where("St. Petersburg"), "RUS city");
}

TEST(Places, FindRegionsSeasAndLandmarks) {
  EXPECT_EQ(where("Donbas"), "UKR region");
  EXPECT_EQ(where("the Gaza Strip"), "PSE region");
  EXPECT_EQ(where("Tigray"), "ETH region");
  EXPECT_EQ(where("Golan Heights"), "SYR region");
  EXPECT_EQ(where("Strait of Hormuz"), " strait");
  EXPECT_EQ(where("Suez Canal"), "EGY canal");
  EXPECT_EQ(where("Guantánamo Bay"), "CUB base");
}

TEST(Places, RankCapitalsThenHandMadePlacesThenSize) {
  auto tripoli = places().find("Tripoli");
  ASSERT_GE(tripoli.size(), 2u);
  EXPECT_EQ(tripoli[0]->country, "LBY");
  EXPECT_TRUE(tripoli[0]->capital);
  auto hyderabad = places().find("Hyderabad");
  ASSERT_GE(hyderabad.size(), 2u);
  EXPECT_EQ(hyderabad[0]->country, "IND");
  EXPECT_GT(hyderabad[0]->population, hyderabad[1]->population);
}

TEST(Places, CapitalsThatTheCityTableLacksAreThere) {
  EXPECT_EQ(where("Naypyidaw"), "MMR city");
  EXPECT_EQ(where("Palikir"), "FSM city");
}

TEST(Places, CityHasCoordinatesDivisionAndGeonamesId) {
  const Place* kharkiv = places().find("Kharkov").at(0);
  EXPECT_EQ(kharkiv->name, "Kharkiv");
  EXPECT_NEAR(kharkiv->lat, 49.98, 0.1);
  EXPECT_NEAR(kharkiv->lon, 36.25, 0.1);
  EXPECT_GT(kharkiv->population, 1000000u);
  EXPECT_EQ(kharkiv->geonames, 706483u);
  EXPECT_FALSE(kharkiv->division.empty());
}

TEST(Places, WordsPersonsAndCountriesAreNoCities) {
  for (const char* text : {"Of", "Most", "Mexico", "Albania", "Taylor", "", "kyiv", "Ruritania"})
    EXPECT_TRUE(places().find(text).empty()) << text;
}

TEST(Places, AdjectivesOfRegionsAreFoundApart) {
  ASSERT_EQ(places().find_adjective("Chechen").size(), 1u);
  EXPECT_EQ(places().find_adjective("Chechen")[0]->name, "Chechnya");
  EXPECT_TRUE(places().find("Chechen").empty());
}

TEST(Places, EveryNameLeadsBackToItsPlace) {
  size_t names = 0;
  places().for_each_name([&](std::string_view text, const Place& place) {
    auto found = places().find(text);
    EXPECT_NE(std::find(found.begin(), found.end(), &place), found.end()) << text;
    ++names;
  });
  EXPECT_GT(names, places().all().size());
  EXPECT_GT(places().all().size(), 12000u);
}

class BrokenPlaces : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::create_directories(folder_);
    write("cities.tsv", "name\tcountry\tdivision\tlat\tlon\tpopulation\tgeonames\taliases\nArle\tFRA\tX\t1.5\t2.5\t10\t7\t\n");
    write("city_names.tsv", "country\tcity\tnames\nFRA\tArle\tArles|Arlé\n");
    write("places.tsv", "name\taliases\tadjectives\tcountry\tkind\tlat\tlon\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const char* file, const std::string& text) { std::ofstream(folder_ / file, std::ios::binary) << text; }
  std::string message() {
    auto result = Places::load(folder_, countries());
    return result ? "" : result.error().text();
  }
  std::filesystem::path folder_;
};

TEST_F(BrokenPlaces, WholeTablesLoad) {
  auto result = Places::load(folder_, countries());
  ASSERT_TRUE(result) << result.error().text();
  EXPECT_EQ(result->find("Arles").at(0)->geonames, 7u);
}

TEST_F(BrokenPlaces, FaultsAreNamedWithTheirLines) {
  write("cities.tsv", "name\tcountry\tdivision\tlat\tlon\tpopulation\tgeonames\taliases\nArle\tQQQ\tX\t100\t2.5\tmany\t7\t\n");
  write("places.tsv", "name\taliases\tadjectives\tcountry\tkind\tlat\tlon\nThe Moor\t\t\tFRA\tmoor\t1\tx\n");
  std::string text = message();
  for (const char* part : {"cities.tsv:2: latitude, longitude", "unknown country \"QQQ\"", "city_names.tsv:2: no city \"Arle\" of FRA",
                           "places.tsv:2: unknown kind \"moor\"", "latitude or longitude is no number"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

}  // namespace
}  // namespace demarche

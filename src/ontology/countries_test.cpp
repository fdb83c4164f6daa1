#include "ontology/countries.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

namespace demarche {
namespace {

const Countries& countries() {
  static const Countries loaded = [] {
    auto result = Countries::load(DEMARCHE_SOURCE_DIR "/data/ontology");
    if (!result) throw std::runtime_error(result.error().text());
    return std::move(*result);
  }();
  return loaded;
}

bool has(const std::vector<std::string_view>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

TEST(Countries, HoldEveryIsoEntryKosovoAndNineThatAreGone) {
  size_t gone = 0;
  for (const Country& country : countries().all()) gone += country.kind == CountryKind::kHistoric;
  EXPECT_EQ(gone, 9u);
  EXPECT_EQ(countries().all().size() - gone, 250u);
}

TEST(Countries, CodesOfTheLivingAreUnique) {
  std::set<std::string_view> iso2, iso3;
  std::set<int> numeric;
  for (const Country& country : countries().all()) {
    if (country.kind == CountryKind::kHistoric) continue;
    EXPECT_TRUE(iso2.insert(country.iso2).second) << country.code;
    EXPECT_TRUE(iso3.insert(country.iso3).second) << country.code;
    if (country.code != "KOS") {
      EXPECT_TRUE(numeric.insert(country.iso_numeric).second) << country.code;
    }
  }
}

TEST(Countries, StatesHaveNumbersAndANameForTheirPeople) {
  for (const Country& country : countries().all()) {
    if (country.kind != CountryKind::kState || country.code == "VAT" || country.code == "ATA") continue;
    EXPECT_GT(country.cow, 0) << country.code;
    EXPECT_GT(country.gw, 0) << country.code;
    EXPECT_EQ(country.fips.size(), 2u) << country.code;
    EXPECT_NE(countries().capital_of(country.code), nullptr) << country.code;
    if (country.code == "COG" || country.code == "DMA" || country.code == "LIE") continue;
    EXPECT_FALSE(country.adjectives.empty()) << country.code;
    EXPECT_FALSE(country.nouns.empty()) << country.code;
  }
}

TEST(Countries, AreFoundByEveryStandard) {
  EXPECT_EQ(countries().find("UKR")->name, "Ukraine");
  EXPECT_EQ(countries().find_iso2("UA")->code, "UKR");
  EXPECT_EQ(countries().find_fips("UP")->code, "UKR");
  EXPECT_EQ(countries().find_cow(369)->code, "UKR");
  EXPECT_EQ(countries().find_gw(678)->code, "YEM");
  EXPECT_EQ(countries().find_iso_numeric(804)->code, "UKR");
  EXPECT_EQ(countries().find("ukr"), nullptr);
  EXPECT_EQ(countries().find(""), nullptr);
  EXPECT_EQ(countries().find_iso2(""), nullptr);
  EXPECT_EQ(countries().find_cow(0), nullptr);
}

TEST(Countries, KosovoIsOneCountryUnderThreeCodes) {
  for (std::string_view code : {"KOS", "XKX", "KSV"}) {
    ASSERT_NE(countries().find(code), nullptr) << code;
    EXPECT_EQ(countries().find(code)->code, "KOS") << code;
  }
  EXPECT_EQ(countries().find("TMP")->code, "TLS");
}

TEST(Countries, TheLivingWinOverTheGoneWithTheSameNumber) {
  EXPECT_EQ(countries().find_cow(365)->code, "RUS");
  EXPECT_EQ(countries().find_cow(345)->code, "SRB");
  EXPECT_EQ(countries().find_cow(490)->code, "COD");
  EXPECT_EQ(countries().find_fips("CG")->code, "COD");
}

TEST(Countries, ExistInTheirTime) {
  const Country& soviet = *countries().find("SUN");
  EXPECT_TRUE(soviet.exists(Date::of(1985, 3, 11)));
  EXPECT_FALSE(soviet.exists(Date::of(1992, 1, 1)));
  EXPECT_FALSE(countries().find("SSD")->exists(Date::of(2011, 7, 8)));
  EXPECT_TRUE(countries().find("SSD")->exists(Date::of(2011, 7, 9)));
  EXPECT_TRUE(countries().find("FRA")->exists(Date::of(1900, 1, 1)));
}

TEST(Countries, PressNamesAndPeoplesAreThere) {
  EXPECT_TRUE(has(countries().find("CIV")->aliases, "Côte d'Ivoire"));
  EXPECT_TRUE(has(countries().find("MMR")->aliases, "Burma"));
  EXPECT_TRUE(has(countries().find("NLD")->aliases, "Holland"));
  EXPECT_TRUE(has(countries().find("GBR")->aliases, "U.K."));
  EXPECT_TRUE(has(countries().find("PRK")->aliases, "DPRK"));
  EXPECT_TRUE(has(countries().find("TUR")->aliases, "Türkiye"));
  EXPECT_TRUE(has(countries().find("PHL")->adjectives, "Philippine"));
  EXPECT_TRUE(has(countries().find("CHN")->prefixes, "Sino"));
  const auto& nouns = countries().find("DNK")->nouns;
  ASSERT_FALSE(nouns.empty());
  EXPECT_EQ(nouns[0].singular, "Dane");
  EXPECT_EQ(nouns[0].plural, "Danes");
  EXPECT_EQ(countries().find("FRA")->nouns.back().singular, "");
}

TEST(Countries, PloverCodesTerritoriesUnderTheirRulerButForHongKong) {
  EXPECT_EQ(countries().find("GRL")->plover, "DNK");
  EXPECT_EQ(countries().find("MAC")->plover, "CHN");
  EXPECT_EQ(countries().find("HKG")->plover, "HKG");
  EXPECT_EQ(countries().find("PSE")->plover, "PSE");
}

TEST(Countries, CapitalsCarryOldSpellingsPlacesAndTimes) {
  const Capital* kyiv = countries().capital_of("UKR");
  ASSERT_NE(kyiv, nullptr);
  EXPECT_EQ(kyiv->name, "Kyiv");
  EXPECT_TRUE(has(kyiv->aliases, "Kiev"));
  EXPECT_NEAR(kyiv->lat, 50.45, 0.1);
  EXPECT_NEAR(kyiv->lon, 30.52, 0.1);
  bool bonn = false;
  for (const Capital& capital : countries().capitals())
    bonn |= capital.name == "Bonn" && capital.kind == CapitalKind::kFormer && capital.end == Date::of(1999, 8, 31);
  EXPECT_TRUE(bonn);
}

TEST(Countries, MetonymsSayWhichPartOfTheStateTheyMean) {
  auto find = [](std::string_view wanted) {
    for (const Metonym& metonym : countries().metonyms())
      if (metonym.name == wanted || has(metonym.aliases, wanted)) return &metonym;
    return static_cast<const Metonym*>(nullptr);
  };
  ASSERT_NE(find("the Kremlin"), nullptr);
  EXPECT_EQ(find("the Kremlin")->country, "RUS");
  EXPECT_EQ(sectors(find("the Pentagon")->kind), "GOVMIL");
  EXPECT_EQ(name(find("Foggy Bottom")->kind), "foreign ministry");
  EXPECT_EQ(find("Zhongnanhai")->country, "CHN");
  EXPECT_EQ(sectors(find("Capitol Hill")->kind), "LEG");
}

TEST(Regions, HaveCodesNamesAndAdjectives) {
  const Region* west = countries().find_region("WST");
  ASSERT_NE(west, nullptr);
  EXPECT_TRUE(west->is_cameo);
  EXPECT_TRUE(has(west->adjectives, "Western"));
  EXPECT_FALSE(countries().find_region("ARB")->is_cameo);
  EXPECT_EQ(countries().find_region("XXX"), nullptr);
}

class BrokenCountries : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::create_directories(folder_);
    for (const char* file : {"regions.tsv", "countries.tsv", "capitals.tsv", "metonyms.tsv"})
      std::filesystem::copy_file(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "data/ontology" / file, folder_ / file,
                                 std::filesystem::copy_options::overwrite_existing);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void append(const char* file, const std::string& line) { std::ofstream(folder_ / file, std::ios::app) << line << "\n"; }
  std::string message() {
    auto result = Countries::load(folder_);
    return result ? "" : result.error().text();
  }
  std::filesystem::path folder_;
};

TEST_F(BrokenCountries, ASecondRowAndATakenNameAreNamed) {
  append("countries.tsv", "UKR\tU\tUKR\tx\t\t\t\t\tNOP\tempire\t\t\tQQQ\tUKR\tUKR\tRuritania\tKingdom of Ruritania\tFrance\t\tRuritan\t");
  std::string text = message();
  for (const char* part :
       {"country UKR stands twice", "\"U\" is no code of 2 capitals", "\"x\" is no number", "unknown region \"NOP\"",
        "unknown kind \"empire\"", "unknown country \"QQQ\"", "\"France\" is a name of FRA already", "\"Ruritan\" is no noun"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST_F(BrokenCountries, ACapitalOutsideTheGlobeIsNamed) {
  append("capitals.tsv", "FRA\tAtlantis\t\tcapital\t95.0\t0\t\t2020");
  std::string text = message();
  EXPECT_NE(text.find("\"95.0\" is no number of degrees"), std::string::npos) << text;
  EXPECT_NE(text.find("\"2020\" is no day"), std::string::npos) << text;
}

TEST_F(BrokenCountries, AMetonymOfAnUnknownCountryIsNamed) {
  append("metonyms.tsv", "ZZZ\tThe Tower\ta||b\tking");
  std::string text = message();
  EXPECT_NE(text.find("unknown country \"ZZZ\""), std::string::npos) << text;
  EXPECT_NE(text.find("blank or empty item"), std::string::npos) << text;
  EXPECT_NE(text.find("unknown kind \"king\""), std::string::npos) << text;
}

}  // namespace
}  // namespace demarche

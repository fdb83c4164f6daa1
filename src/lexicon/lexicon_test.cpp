#include "lexicon/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

using testing::HasSubstr;

/// A data directory with the shipped ontology and a dictionary of each kind that is the test's own.
class LexiconTest : public testing::Test {
 protected:
  void SetUp() override {
    write("classes/a.classes", "weapon: missile\n");
    write("frames/a.frames", "verb accuse\n  obj=T => ACCUSE\n  > Kenya accused Peru. | KEN ACCUSE PER\n");
    write("actors/a.offices", "country KEN\noffice president : GOV\n  2001..2003  Amina Odhiambo\n");
    write("actors/a.actors", "Rift Front : KENREB ; kind group\n");
    write("agents/a.agents", "rebel : REB\n");
  }
  void write(const std::string& name, std::string_view text) { data_.write(name, text); }
  std::shared_ptr<const Lexicon> load() {
    auto made = Lexicon::load(data_.path());
    EXPECT_TRUE(made) << made.error().text();
    return made ? *made : nullptr;
  }
  NameSense sense(const Lexicon& lexicon, std::string_view name) {
    auto pieces = name_pieces(name);
    auto match = lexicon.actors().names().longest(pieces, 0);
    EXPECT_EQ(match.count, pieces.size()) << name;
    return match.count ? lexicon.actors().use(match.ids->front()).sense : NameSense::kName;
  }
  HandMadeData data_{std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology"};
};

TEST_F(LexiconTest, ReadsEveryKindOfDictionary) {
  auto lexicon = load();
  ASSERT_TRUE(lexicon);
  EXPECT_TRUE(lexicon->classes().find("weapon"));
  EXPECT_TRUE(lexicon->frames().find(PredicateKind::kVerb, "accuse"));
  EXPECT_TRUE(lexicon->actors().find("Amina Odhiambo") && lexicon->actors().find("Rift Front"));
  EXPECT_TRUE(lexicon->agents().find("rebels"));
}

TEST_F(LexiconTest, CountriesComeWithPeopleAndCapitals) {
  auto lexicon = load();
  ASSERT_TRUE(lexicon);
  auto kenya = lexicon->actors().country("KEN");
  ASSERT_TRUE(kenya);
  EXPECT_EQ(lexicon->actors().entries()[*kenya].name, "Kenya");
  EXPECT_EQ(sense(*lexicon, "Kenya"), NameSense::kName);
  EXPECT_EQ(sense(*lexicon, "Kenyan"), NameSense::kAdjective);
  EXPECT_EQ(sense(*lexicon, "Danes"), NameSense::kNational);
  EXPECT_EQ(sense(*lexicon, "Nairobi"), NameSense::kCapital);
}

TEST_F(LexiconTest, LinesWithoutAFileAreToldApart) {
  auto made = Lexicon::load(LexiconOptions{
      data_.path(), {}, false, "Blue Front : KENREB\nbeekeeper : AGR\nverb shun\n  - => REJECT\n  > Kenya shunned Peru. | null\n"});
  ASSERT_TRUE(made.ok()) << made.error().text();
  EXPECT_TRUE((*made)->actors().find("Blue Front"));
  EXPECT_TRUE((*made)->agents().find("beekeeper"));
  EXPECT_TRUE((*made)->frames().find(PredicateKind::kVerb, "shun"));
  auto bad = Lexicon::load(LexiconOptions{data_.path(), {}, false, "\nBlue Front : KENRE"});
  ASSERT_FALSE(bad.ok());
  EXPECT_THAT(bad.error().text(), HasSubstr("(added):2: `KENRE` is no actor code"));
}

class AddedDictionaries : public LexiconTest {
 protected:
  std::shared_ptr<const Lexicon> load_with(bool only) {
    auto made = Lexicon::load(LexiconOptions{data_.path(), {added_.path()}, only, {}});
    EXPECT_TRUE(made) << made.error().text();
    return made ? *made : nullptr;
  }
  HandMadeData added_{std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology"};
};

TEST_F(AddedDictionaries, StandBesideOurs) {
  added_.write("x.actors", "Blue Front : XQXREB");
  added_.write("agents/x.agents", "rebel : UAF\nbeekeeper : AGR");
  auto lexicon = load_with(false);
  ASSERT_TRUE(lexicon);
  EXPECT_TRUE(lexicon->actors().find("Rift Front") && lexicon->actors().find("Blue Front")) << "found anywhere in the directory";
  EXPECT_EQ(lexicon->agents().find("rebel")->code, "REB") << "ours stands";
  EXPECT_TRUE(lexicon->agents().find("beekeeper"));
}

TEST_F(AddedDictionaries, InsteadOfOursReplaceTheirKindsAlone) {
  added_.write("x.actors", "Blue Front : KENREB");
  auto lexicon = load_with(true);
  ASSERT_TRUE(lexicon);
  EXPECT_FALSE(lexicon->actors().find("Rift Front")) << "ours go";
  EXPECT_FALSE(lexicon->actors().find("Amina Odhiambo")) << "offices are actors too";
  EXPECT_TRUE(lexicon->actors().find("Kenya")) << "the table of countries stays";
  EXPECT_TRUE(lexicon->agents().find("rebel")) << "a kind that the directory lacks stays";
}

TEST_F(AddedDictionaries, WithoutAnyInsteadOfOursIsAnError) {
  auto made = Lexicon::load(LexiconOptions{data_.path(), {added_.path()}, true, {}});
  ASSERT_FALSE(made.ok());
  EXPECT_THAT(made.error().message, HasSubstr("no dictionary in the added directories"));
}

TEST_F(AddedDictionaries, WithAFaultAreNotLoaded) {
  added_.write("x.agents", "beekeeper : AG");
  auto made = Lexicon::load(LexiconOptions{data_.path(), {added_.path()}, false, {}});
  ASSERT_FALSE(made.ok());
  EXPECT_THAT(made.error().text(), HasSubstr("x.agents:1: `AG` is no string"));
}

TEST_F(AddedDictionaries, GiveACountryItsTowns) {
  added_.write("x.actors", "Kisumu = Kenya, Nairobi : KEN ; kind country");
  auto lexicon = load_with(false);
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(sense(*lexicon, "Kisumu"), NameSense::kCapital);
  EXPECT_EQ(sense(*lexicon, "Kenya"), NameSense::kName) << "known names keep their sense";
}

TEST_F(LexiconTest, AddedFramesAreReadLast) {
  Faults faults;
  auto lexicon =
      Lexicon::read(LexiconOptions{data_.path(), {}, false, "verb accuse\n  - => REJECT\n  > Kenya accused. | KEN REJECT -\n"}, faults);
  ASSERT_TRUE(lexicon);
  EXPECT_TRUE(faults.empty());
  const auto& frames = (*lexicon)->frames().find(PredicateKind::kVerb, "accuse")->frames;
  ASSERT_EQ(frames.size(), 2u);
  EXPECT_EQ(frames[1]->place, "(added):2");
}

TEST_F(LexiconTest, LoadRefusesAnyFault) {
  write("agents/a.agents", "rebel : REBELS1\n");
  auto made = Lexicon::load(data_.path());
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::kBadLexicon);
  EXPECT_THAT(made.error().text(), HasSubstr("a.agents:1"));
}

TEST_F(LexiconTest, ReadReportsFaultsAndLeavesThemOut) {
  write("actors/a.actors", "Rift Front : KENREB ; kind group\nNo Code : x\n");
  Faults faults;
  auto lexicon = Lexicon::read(data_.path(), faults);
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(faults.list().size(), 1u);
  EXPECT_TRUE((*lexicon)->actors().find("Rift Front"));
  EXPECT_FALSE((*lexicon)->actors().find("No Code"));
}

TEST_F(LexiconTest, AMissingDirectoryIsIo) {
  auto made = Lexicon::load(data_.path() + "/none");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::kIo);
}

TEST_F(LexiconTest, HashesChangeWithTheirDictionariesAlone) {
  auto before = load();
  write("actors/a.actors", "# another comment\nRift Front : KENREB ; kind group\n");
  auto commented = load();
  write("actors/a.actors", "Rift Front : KENREBPTY ; kind group\n");
  auto after = load();
  write("classes/a.classes", "weapon: missile, tank\n");
  auto widened = load();
  ASSERT_TRUE(before && commented && after && widened);
  EXPECT_EQ(before->actors_hash(), commented->actors_hash()) << "a comment changes nothing";
  EXPECT_NE(before->actors_hash(), after->actors_hash());
  EXPECT_EQ(before->codebook_hash(), after->codebook_hash());
  EXPECT_NE(after->codebook_hash(), widened->codebook_hash());
}

// The dictionaries that we ship have no fault.
TEST(ShippedLexicon, IsSound) {
  auto made = Lexicon::load(std::string(DEMARCHE_SOURCE_DIR) + "/data");
  ASSERT_TRUE(made) << made.error().text();
  EXPECT_GT((*made)->frames().examples().size(), 1000u);
}

}  // namespace
}  // namespace demarche

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

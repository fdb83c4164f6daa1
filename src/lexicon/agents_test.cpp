#include "lexicon/agents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::HasSubstr;

class AgentsTest : public testing::Test {
 protected:
  Agents build(std::string_view text) { return Agents::build({{"a.agents", dictionary_lines(text)}}, faults_); }
  std::string code(const Agents& agents, std::string_view phrase) const {
    const Agent* agent = agents.find(phrase);
    return agent ? agent->code : "none";
  }
  Faults faults_;
};

TEST(RegularPlural, FollowsTheSpelling) {
  EXPECT_EQ(regular_plural("rebel"), "rebels");
  EXPECT_EQ(regular_plural("spy"), "spies");
  EXPECT_EQ(regular_plural("envoy"), "envoys");
  EXPECT_EQ(regular_plural("coach"), "coaches");
  EXPECT_EQ(regular_plural("boss"), "bosses");
  EXPECT_EQ(regular_plural("gunman"), "gunmen");
}

TEST(RegularPlural, KnowsNamesInMan) {
  EXPECT_EQ(regular_plural("human"), "humans");
  EXPECT_EQ(regular_plural("german"), "germans");
}

TEST_F(AgentsTest, DerivesPlurals) {
  auto agents = build("rebel, riot policeman : REB");
  EXPECT_EQ(code(agents, "rebels"), "REB");
  EXPECT_EQ(code(agents, "riot policemen"), "REB");
}

TEST_F(AgentsTest, TakesAWrittenPlural) {
  auto agents = build("member of parliament/members of parliament : LEG");
  EXPECT_EQ(code(agents, "members of parliament"), "LEG");
  EXPECT_EQ(code(agents, "member of parliaments"), "none");
}

TEST_F(AgentsTest, ReadsMarks) {
  auto agents = build("ambassador : GOV ; title\nformer : - ; elite");
  EXPECT_TRUE(agents.find("ambassador")->title);
  EXPECT_FALSE(agents.find("ambassador")->elite);
  EXPECT_TRUE(agents.find("former")->elite);
  EXPECT_EQ(code(agents, "former"), "");
}

TEST_F(AgentsTest, MeetsHyphensAsTheTokenizerPartsThem) {
  auto agents = build("vice-president : GOV");
  EXPECT_EQ(code(agents, "vice - president"), "GOV");
  EXPECT_EQ(code(agents, "vice-presidents"), "GOV");
  EXPECT_EQ(agents.longest_ending_in("president"), 3);
}

TEST_F(AgentsTest, KnowsTheLongestPhrase) {
  auto agents = build("police : COP\nriot police : COP");
  EXPECT_EQ(agents.longest_ending_in("police"), 2);
  EXPECT_EQ(agents.longest_ending_in("riot"), 0);
}

TEST_F(AgentsTest, TheFirstEntryOfAPhraseStands) {
  EXPECT_EQ(code(build("guard : MIL\nguard : COP"), "guard"), "MIL");
  ASSERT_EQ(faults_.list().size(), 1u);
  EXPECT_EQ(faults_.list()[0].text(), "a.agents:2: `guard` stands at a.agents:1 already: delete one of the two");
}

TEST_F(AgentsTest, AnAddedDictionaryMayRepeatOurs) {
  DictionaryFile added{"b.agents", dictionary_lines("guard : COP")};
  added.added = true;
  Agents agents = Agents::build({{"a.agents", dictionary_lines("guard : MIL")}, added}, faults_);
  EXPECT_TRUE(faults_.empty());
  EXPECT_EQ(agents.find("guard")->code, "MIL") << "ours stands";
}

TEST_F(AgentsTest, ReportsALineWithoutACode) {
  build("rebel\n\nrebel :");
  ASSERT_EQ(faults_.list().size(), 2u);
  EXPECT_THAT(faults_.list()[0].text(), HasSubstr("a.agents:1: an agent reads"));
  EXPECT_THAT(faults_.list()[1].text(), HasSubstr("a.agents:3: `` is no string of three-letter codes"));
}

TEST_F(AgentsTest, ReportsABadCodeAndABadMark) {
  build("rebel : REBE\nrebel : reb\nrebel : REB ; titel");
  ASSERT_EQ(faults_.list().size(), 3u);
  EXPECT_THAT(faults_.list()[0].text(), HasSubstr("`REBE` is no string"));
  EXPECT_THAT(faults_.list()[1].text(), HasSubstr("`reb` is no string"));
  EXPECT_THAT(faults_.list()[2].text(), HasSubstr("a.agents:3: unknown mark `titel`"));
}

}  // namespace
}  // namespace demarche

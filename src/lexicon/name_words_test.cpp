#include "lexicon/name_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::HasSubstr;

class NameWordsTest : public testing::Test {
 protected:
  NameWords build(std::string_view text) { return NameWords::build({{"a.names", dictionary_lines(text)}}, faults_); }
  Faults faults_;
};

TEST_F(NameWordsTest, TellsTheSexOfGivenNames) {
  NameWords words = build("man: Igor, Andrea\nwoman: Olga, Andrea\ngiven name: Wei");
  EXPECT_EQ(words.given("Igor"), 'm');
  EXPECT_EQ(words.given("OLGA"), 'f');
  EXPECT_EQ(words.given("Andrea"), '?');
  EXPECT_EQ(words.given("Wei"), '?');
  EXPECT_EQ(words.given("Table"), '\0');
}

TEST_F(NameWordsTest, AWordMayCarrySeveralSigns) {
  NameWords words = build("organisation: Mission\nplace: Mission");
  EXPECT_TRUE(words.has("Mission", NameSign::kOrganisation));
  EXPECT_TRUE(words.has("mission", NameSign::kPlace));
  EXPECT_FALSE(words.has("mission", NameSign::kHuman));
}

TEST_F(NameWordsTest, UnknownSignsAndEmptyListsAreFaults) {
  build("robot: Marvin\nman:\nno colon");
  ASSERT_EQ(faults_.list().size(), 3U);
  EXPECT_THAT(faults_.list().front().message, HasSubstr("the signs are man, woman"));
}

}  // namespace
}  // namespace demarche

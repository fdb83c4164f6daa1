#include "lexicon/word_classes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::HasSubstr;

class WordClassesTest : public testing::Test {
 protected:
  WordClasses build(std::string_view text) { return WordClasses::build({{"a.classes", dictionary_lines(text)}}, faults_); }
  bool member(const WordClasses& classes, std::string_view lemma, std::string_view name) const {
    auto id = classes.find(name);
    bool by_id = id && classes.has(lemma, *id);
    EXPECT_EQ(by_id, classes.has(lemma, name)) << lemma << " " << name;
    return by_id;
  }
  std::string fault(size_t i) const { return i < faults_.list().size() ? faults_.list()[i].text() : "no such fault"; }
  Faults faults_;
};

TEST_F(WordClassesTest, HoldsItsLemmasInLowerCase) {
  auto classes = build("weapon: Missile, rifle");
  EXPECT_TRUE(faults_.empty());
  EXPECT_TRUE(member(classes, "missile", "weapon"));
  EXPECT_FALSE(member(classes, "tank", "weapon"));
  EXPECT_FALSE(classes.find("missile"));
}

TEST_F(WordClassesTest, TakesInOtherClassesThroughAllLevels) {
  auto classes = build("thing: &weapon\nweapon: &firearm, tank\nfirearm: rifle");
  EXPECT_TRUE(member(classes, "rifle", "thing"));
  EXPECT_TRUE(member(classes, "tank", "thing"));
  EXPECT_FALSE(member(classes, "tank", "firearm"));
}

TEST_F(WordClassesTest, ALemmaOfSeveralClassesListsThemAscending) {
  auto classes = build("a: arm\nb: arm, &a\nc: leg");
  EXPECT_THAT(classes.of("arm"), testing::ElementsAre(*classes.find("a"), *classes.find("b")));
  EXPECT_TRUE(classes.of("foot").empty());
}

TEST_F(WordClassesTest, KnowsTheLongestEntryOfALemma) {
  auto classes = build("a: gun, machine gun, heavy machine gun");
  EXPECT_EQ(classes.longest_ending_in("gun"), 3);
  EXPECT_EQ(classes.longest_ending_in("machine"), 1);
  EXPECT_TRUE(member(classes, "heavy machine gun", "a"));
}

TEST_F(WordClassesTest, KnowsWhichLemmaHeadsAnEntryFromTheLeft) {
  WordClasses classes = build("charge: crime against humanity, war crime, abuse of high office\n");
  EXPECT_EQ(classes.longest_headed_by("crime"), 3);
  EXPECT_EQ(classes.longest_headed_by("abuse"), 4);
  EXPECT_EQ(classes.longest_headed_by("war"), 1);
  EXPECT_EQ(classes.longest_headed_by("humanity"), 1);
}

TEST_F(WordClassesTest, MeetsHyphensAsTheTokenizerPartsThem) {
  auto classes = build("a: cease-fire");
  EXPECT_TRUE(member(classes, "cease-fire", "a"));
  EXPECT_TRUE(member(classes, "cease - fire", "a"));
  EXPECT_EQ(classes.longest_ending_in("fire"), 3);
}

TEST_F(WordClassesTest, IsWidenedByAnotherFile) {
  auto classes = WordClasses::build({{"a.classes", dictionary_lines("a: one")}, {"b.classes", dictionary_lines("a: two")}}, faults_);
  EXPECT_TRUE(faults_.empty());
  EXPECT_TRUE(member(classes, "one", "a") && member(classes, "two", "a"));
  EXPECT_EQ(classes.size(), 1u);
}

TEST_F(WordClassesTest, ReportsASecondDefinitionInOneFile) {
  build("a: one\n\na: two");
  EXPECT_THAT(fault(0), HasSubstr("a.classes:3: class `a` was defined on line 1"));
}

TEST_F(WordClassesTest, ReportsAnUnknownInclusion) {
  auto classes = build("a: one, &b");
  EXPECT_THAT(fault(0), HasSubstr("a.classes:1: class `a` includes `&b`, which no file defines"));
  EXPECT_TRUE(member(classes, "one", "a")) << "the rest of the class stands";
}

TEST_F(WordClassesTest, ReportsEachClassOfACycle) {
  auto classes = build("a: &b, x\nb: &a, y\nc: &a");
  ASSERT_EQ(faults_.list().size(), 2u);
  EXPECT_THAT(fault(0), HasSubstr("a.classes:1: class `a` includes itself through `b`"));
  EXPECT_THAT(fault(1), HasSubstr("a.classes:2: class `b` includes itself through `a`"));
  EXPECT_TRUE(member(classes, "y", "a") && member(classes, "x", "c"));
}

TEST_F(WordClassesTest, ReportsAnEmptyClass) {
  build("a: ,");
  EXPECT_THAT(fault(0), HasSubstr("a.classes:1: class `a` is empty"));
}

TEST_F(WordClassesTest, ReportsALineWithoutAName) {
  build("one, two\n: three");
  EXPECT_THAT(fault(0), HasSubstr("a.classes:1: a class line reads"));
  EXPECT_THAT(fault(1), HasSubstr("a.classes:2: a class line reads"));
}

}  // namespace
}  // namespace demarche

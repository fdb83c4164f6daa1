#include "lexicon/name_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::ElementsAre;

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> made;
  for (const NamePiece& one : name_pieces(text)) made.push_back(one.text);
  return made;
}

// The ids of the longest name at the beginning of the text, and how many pieces it took.
std::pair<std::vector<uint32_t>, size_t> found(const NameIndex& index, std::string_view text) {
  auto all = name_pieces(text);
  auto match = index.longest(all, 0);
  return {match.count ? *match.ids : std::vector<uint32_t>{}, match.count};
}

TEST(NamePieces, PartsAtSignsAndFoldsAccents) {
  EXPECT_THAT(pieces("U.S."), ElementsAre("U", "S"));
  EXPECT_THAT(pieces("Ban Ki-moon"), ElementsAre("Ban", "Ki", "moon"));
  EXPECT_THAT(pieces("Erdoğan, Łódź"), ElementsAre("Erdogan", "Lodz"));
  EXPECT_THAT(pieces("Straße–Ærø"), ElementsAre("Strasse", "AEro"));
}

TEST(NamePieces, SetsThePossessiveApart) {
  EXPECT_THAT(pieces("Iran's"), ElementsAre("Iran", "'s"));
  EXPECT_THAT(pieces("Iran’s army"), ElementsAre("Iran", "'s", "army"));
  EXPECT_THAT(pieces("D'Souza"), ElementsAre("D", "Souza"));
}

TEST(NamePieces, CarryTheirBytes) {
  auto all = name_pieces("é Kim");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].span, (Span{0, 2}));
  EXPECT_EQ(all[1].span, (Span{3, 6}));
}

TEST(NamePieces, TakeOtherScriptsWhole) {
  EXPECT_THAT(pieces("Путин в Москве"), ElementsAre("Путин", "в", "Москве"));
}

TEST(NamePieces, AreTotalOnIllFormedBytes) {
  for (std::string_view text : {"\xC3", "a\xE2\x82", "\xF0\x9F", "\xFF\xFE'", "'s"}) {
    for (const NamePiece& piece : name_pieces(text)) EXPECT_LE(piece.span.end, text.size());
  }
}

TEST(NameIndex, TakesTheLongestName) {
  NameIndex index;
  index.add("South Africa", 1);
  index.add("South African National Congress", 2);
  index.add("South", 3);
  EXPECT_EQ(found(index, "South Africa agreed"), std::pair(std::vector<uint32_t>{1}, size_t{2}));
  EXPECT_EQ(found(index, "South of it").first, std::vector<uint32_t>{3});
  EXPECT_EQ(found(index, "North").second, 0u);
}

TEST(NameIndex, FallsBackToTheLastNameThatWasWhole) {
  NameIndex index;
  index.add("Ivory", 1);
  index.add("Ivory Coast National Guard", 2);
  EXPECT_EQ(found(index, "Ivory Coast National Day"), std::pair(std::vector<uint32_t>{1}, size_t{1}));
}

TEST(NameIndex, HyphensStopsAndAccentsDoNotMatter) {
  NameIndex index;
  index.add("Guinea-Bissau", 1);
  index.add("U.N.", 2);
  index.add("Sao Tome", 3);
  EXPECT_EQ(found(index, "Guinea Bissau").first, std::vector<uint32_t>{1});
  EXPECT_EQ(found(index, "U. N. envoys").first, std::vector<uint32_t>{2});
  EXPECT_EQ(found(index, "São Tomé").first, std::vector<uint32_t>{3});
}

TEST(NameIndex, CaseMattersInNamesWithCapitals) {
  NameIndex index;
  index.add("Chad", 1);
  index.add("US", 2);
  EXPECT_EQ(found(index, "chad").second, 0u);
  EXPECT_EQ(found(index, "us").second, 0u);
}

TEST(NameIndex, ALowerCaseNameMeetsAnyCase) {
  NameIndex index;
  index.add("blue helmets", 1);
  EXPECT_EQ(found(index, "Blue Helmets").first, std::vector<uint32_t>{1});
  EXPECT_EQ(found(index, "BLUE HELMETS").first, std::vector<uint32_t>{1});
}

TEST(NameIndex, CapitalsMeetACapitalisedName) {
  NameIndex index;
  index.add("Putin", 1);
  index.add("Man", 2);
  index.add("MAN", 3);
  EXPECT_EQ(found(index, "PUTIN").first, std::vector<uint32_t>{1});
  EXPECT_EQ(found(index, "MAN").first, std::vector<uint32_t>{3}) << "the acronym itself comes first";
}

TEST(NameIndex, OneNameMayStandForSeveral) {
  NameIndex index;
  index.add("Labour Party", 1);
  index.add("Labour Party", 2);
  index.add("Labour Party", 1);
  EXPECT_THAT(found(index, "Labour Party").first, ElementsAre(1, 2));
  EXPECT_EQ(index.size(), 1u);
}

TEST(NameIndex, ANameWithoutLettersIsNone) {
  NameIndex index;
  index.add("...", 1);
  EXPECT_EQ(index.size(), 0u);
}

TEST(NameIndex, ANameDoesNotReachOverAPossessive) {
  NameIndex index;
  index.add("Kim Jong Un", 1);
  index.add("Kim", 2);
  EXPECT_EQ(found(index, "Kim's Jong Un").first, std::vector<uint32_t>{2});
}

TEST(IsCalendarName, KnowsMonthsAndWeekdays) {
  EXPECT_TRUE(is_calendar_name("May") && is_calendar_name("Sunday"));
  EXPECT_FALSE(is_calendar_name("may") || is_calendar_name("Mayo"));
}

}  // namespace
}  // namespace demarche

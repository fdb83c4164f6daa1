#include "base/strings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::ElementsAre;

TEST(Trim, TakesBlanksOffBothEnds) {
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
  EXPECT_EQ(trim(" \n "), "");
}

TEST(Trim, LeavesTheNoBreakSpace) {
  EXPECT_EQ(trim("\xC2\xA0x"), "\xC2\xA0x");
}

TEST(Split, KeepsEmptyPieces) {
  EXPECT_THAT(split("a,,b,", ','), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(split("", ','), ElementsAre(""));
}

TEST(WordsOf, DropsAllBlanks) {
  EXPECT_THAT(words_of("  to \t step\ndown "), ElementsAre("to", "step", "down"));
  EXPECT_THAT(words_of(" \n"), ElementsAre());
}

TEST(HyphensApart, SetsOnlyInnerHyphensApart) {
  EXPECT_EQ(hyphens_apart("cease-fire"), "cease - fire");
  EXPECT_EQ(hyphens_apart("tit-for-tat"), "tit - for - tat");
  EXPECT_EQ(hyphens_apart("-ed and pre- and a - b"), "-ed and pre- and a - b");
}

TEST(LowerAscii, ChangesEachByteByItselfWhereverItStands) {
  for (size_t before = 0; before < 17; ++before) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = std::string(before, 'Q') + static_cast<char>(byte) + "Zz@[`{";
      char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte);
      ASSERT_EQ(lower_ascii(text), std::string(before, 'q') + lower + "zz@[`{") << before << " " << byte;
    }
  }
}

TEST(LowerAscii, LeavesOtherBytes) {
  EXPECT_EQ(lower_ascii("ÅLAND Is. 5"), "Åland is. 5");
}

TEST(Join, PutsTheSeparatorBetween) {
  EXPECT_EQ(join({"a", "b", "c"}, ", "), "a, b, c");
  EXPECT_EQ(join({"a"}, ", "), "a");
  EXPECT_EQ(join({}, ", "), "");
}

TEST(Join, KeepsAnEmptyFirstPiece) {
  EXPECT_EQ(join({"", "b"}, ","), ",b");
}

TEST(CharacterClasses, AreAsciiOnly) {
  EXPECT_TRUE(is_upper_ascii('Z') && is_lower_ascii('a') && is_digit('9'));
  EXPECT_FALSE(is_upper_ascii('a') || is_lower_ascii('{') || is_digit('/') || is_upper_ascii('\xC3') || is_lower_ascii('\xE9'));
}

TEST(Closest, TakesTheNearestAndNothingFar) {
  EXPECT_EQ(closest("shwo", {"show", "read"}), "show");
  EXPECT_EQ(closest("elephant", {"show", "read"}), "");
  EXPECT_EQ(closest("abc", {"xyc"}), "");
}

}  // namespace
}  // namespace demarche

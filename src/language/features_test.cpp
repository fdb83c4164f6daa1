#include "language/features.h"

#include <gtest/gtest.h>

#include "language/characters.h"
#include "language/random.h"

namespace demarche {
namespace {

uint64_t word(std::string_view form) {
  return form_features(form).word;
}

TEST(FormFeatures, WordIgnoresCaseAccentsQuoteStyleAndDigits) {
  EXPECT_EQ(word("Minister"), word("MINISTER"));
  EXPECT_EQ(word("Müller"), word("muller"));
  EXPECT_EQ(word("Erdoğan"), word("erdogan"));
  EXPECT_EQ(word("’s"), word("'s"));
  EXPECT_EQ(word("“"), word("\""));
  EXPECT_EQ(word("1914"), word("2022"));
  EXPECT_EQ(word("--"), word("—"));
  EXPECT_EQ(word("…"), word("..."));
}

TEST(FormFeatures, WordTellsFormsApart) {
  EXPECT_NE(word("minister"), word("ministers"));
  EXPECT_NE(word("12"), word("123"));
  EXPECT_NE(word("-"), word("—"));
  EXPECT_NE(word(""), word("a"));
}

TEST(FormFeatures, CasedTellsCapitalsApartAndIsZeroWithout) {
  EXPECT_NE(form_features("US").cased, form_features("Us").cased);
  EXPECT_NE(form_features("US").cased, 0U);
  EXPECT_EQ(form_features("us").cased, 0U);
}

TEST(FormFeatures, FormsWithACommonEndingShareFeatures) {
  FormFeatures a = form_features("kidnapped"), b = form_features("handicapped");
  size_t shared = 0;
  for (size_t i = 0; i < a.surface_count; ++i)
    for (size_t j = 0; j < b.surface_count; ++j) shared += a.surface[i] == b.surface[j];
  EXPECT_GE(shared, 5U);
}

TEST(FormFeatures, AreTotalOnAnyBytesAndLengths) {
  Random random(3);
  for (size_t trial = 0; trial < 3000; ++trial) {
    std::string form;
    for (size_t i = random.below(trial % 100 == 0 ? 5000 : 12); i > 0; --i) form += static_cast<char>(random.below(256));
    FormFeatures first = form_features(form), second = form_features(form);
    ASSERT_LE(first.surface_count, FormFeatures::kMostSurface);
    ASSERT_EQ(first.word, second.word);
    ASSERT_EQ(first.surface, second.surface);
  }
}

TEST(FormFeatures, OfLongWordsStillDifferAtBothEnds) {
  std::string middle(200, 'x');
  EXPECT_NE(word("a" + middle + "b"), word("c" + middle + "b"));
  EXPECT_NE(word("a" + middle + "b"), word("a" + middle + "c"));
  EXPECT_NE(word("a" + middle + "b"), word("a" + middle + "xb"));
}

TEST(Characters, CaseMappingIsItsOwnInverseOnLetters) {
  for (char32_t c = 0; c < 0x500; ++c) {
    char32_t upper = to_upper(c);
    EXPECT_TRUE(upper == c || to_lower(upper) == c) << static_cast<uint32_t>(c);
  }
}

TEST(Characters, ReadWhatTheyWrite) {
  for (char32_t c : {U'a', U'é', U'Ж', U'\u4E2D', U'\U0001F600', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    size_t at = 0;
    EXPECT_EQ(next_code_point(text, at), c);
    EXPECT_EQ(at, text.size());
  }
}

}  // namespace
}  // namespace demarche

#include "text/offsets.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Offsets, AsciiIsItsOwnMeasure) {
  Offsets offsets("Lima");
  EXPECT_EQ(offsets.points(3), 3u);
  EXPECT_EQ(offsets.bytes(3), 3u);
  EXPECT_EQ(offsets.points(99), 4u);
}

TEST(Offsets, EveryCharacterOfAMixedTextGoesThereAndBack) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "aé€𝄞";
  Offsets offsets(text);
  ASSERT_EQ(offsets.length(), 400u);
  uint32_t point = 0;
  for (uint32_t byte = 0; byte < text.size(); ++byte) {
    if ((static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) continue;
    EXPECT_EQ(offsets.points(byte), point);
    EXPECT_EQ(offsets.bytes(point), byte);
    ++point;
  }
}

TEST(Offsets, AByteInsideACharacterCountsAsItsStart) {
  Offsets offsets("é!");
  EXPECT_EQ(offsets.points(1), 0u);
  EXPECT_EQ(offsets.points(2), 1u);
}

}  // namespace
}  // namespace demarche

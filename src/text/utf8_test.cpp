#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace demarche {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

TEST(CleanText, LeavesCleanTextAlone) {
  std::string text = "Łódź — “deal” 你好 🙂\n\tend";
  CleanText clean = clean_text(text);
  EXPECT_EQ(clean.text, text);
  EXPECT_EQ(clean.repaired, 0u);
  EXPECT_EQ(clean.controls, 0u);
}

TEST(CleanText, CountsEachMaximalIllFormedPart) {
  EXPECT_EQ(clean_text("a\x80z").text, "a\uFFFDz");
  EXPECT_EQ(clean_text("\xC0\xAF").repaired, 2u);            // overlong
  EXPECT_EQ(clean_text("\xED\xA0\x80").repaired, 3u);        // a surrogate
  EXPECT_EQ(clean_text("\xF0\x9F\x99 b").text, "\uFFFD b");  // cut off: one part
  EXPECT_EQ(clean_text("\xF5\x80\x80\x80").repaired, 4u);    // beyond Unicode
  EXPECT_EQ(clean_text("end\xE2\x80").text, "end\uFFFD");
}

TEST(CleanText, NormalisesLineBreaks) {
  EXPECT_EQ(clean_text("a\r\nb\rc\r\r\nd\u0085e\u2028f\u2029g\fh\vi").text, "a\nb\nc\n\nd\ne\nf\ng\nh\ni");
  EXPECT_EQ(clean_text("\r\n\r\n").text, "\n\n");
  EXPECT_EQ(clean_text("\n\n").text, "\n\n");
}

TEST(CleanText, KeepsLineBreaksWhenTold) {
  EXPECT_EQ(clean_text("a\r\nb\rc\u2028d\0"sv, LineBreaks::kKeep).text, "a\r\nb\rc\u2028d ");
}

TEST(CleanText, ReplacesControlsBySpaces) {
  CleanText clean = clean_text("a\0b\x1b[0m\x7f\u0090\t."sv);
  EXPECT_EQ(clean.text, "a b [0m  \t.");
  EXPECT_EQ(clean.controls, 4u);
  EXPECT_EQ(clean.repaired, 0u);
}

TEST(CleanText, ReadsByteOrderMarks) {
  EXPECT_EQ(clean_text("\xEF\xBB\xBFhi").text, "hi");
  EXPECT_EQ(clean_text("\xFF\xFEh\0i\0\r\0\n\0\x3D\xD8\x42\xDE"sv).text, "hi\n🙂");
  EXPECT_EQ(clean_text("\xFE\xFF\0h\0i"sv).text, "hi");
  EXPECT_EQ(clean_text("\xFF\xFE\x3D\xD8h\0x"sv).repaired, 2u);  // a lone surrogate and half a unit
}

TEST(CleanText, DecodesNamedEncodings) {
  EXPECT_EQ(decode_text("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251").text, "Привет");
  EXPECT_EQ(decode_text("\x93so\x94", "ISO-8859-1").text, "“so”");
  EXPECT_EQ(decode_text("caf\xC3\xA9", "no-such-encoding").text, "café");
}

TEST(LooksBinary, TellsProgramsFromProse) {
  std::string program;
  for (int i = 0; i < 1000; ++i) program += static_cast<char>(i * 37 % 256);
  EXPECT_TRUE(looks_binary(program));
  EXPECT_FALSE(looks_binary("Пленум прошёл в Москве."));
  EXPECT_FALSE(looks_binary(std::string(70000, 'x') + "\xFF"));
  EXPECT_FALSE(looks_binary("\xFF\xFEh\0i\0"sv));
  EXPECT_FALSE(looks_binary(""));
}

}  // namespace
}  // namespace demarche

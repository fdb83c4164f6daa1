#include "lexicon/lines.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace demarche {
namespace {

TEST(DictionaryLines, KeepsNumbersAndIndent) {
  auto lines = dictionary_lines("one\n\n\t two \r\n");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].number, 1);
  EXPECT_FALSE(lines[0].indented);
  EXPECT_EQ(lines[1].number, 3);
  EXPECT_TRUE(lines[1].indented);
  EXPECT_EQ(lines[1].text, "two");
}

TEST(DictionaryLines, DropsComments) {
  auto lines = dictionary_lines("# all\na b # rest\n  # indented\n");
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].text, "a b");
}

TEST(DictionaryLines, LeavesASignInsideAWord) {
  EXPECT_EQ(dictionary_lines("C#b d")[0].text, "C#b d");
}

TEST(DictionaryLines, ExamplesHaveNoComments) {
  EXPECT_EQ(dictionary_lines("  > Flight # 5 was seized. | null")[0].text, "> Flight # 5 was seized. | null");
}

TEST(DictionaryLines, ReadsALastLineWithoutItsEnd) {
  EXPECT_EQ(dictionary_lines("a\nb").back().text, "b");
}

TEST(DictionaryLines, DropsAByteOrderMark) {
  EXPECT_EQ(dictionary_lines("\xEF\xBB\xBF# comment\nverb").front().text, "verb");
}

TEST(DictionaryLines, OfNothingAreNone) {
  EXPECT_TRUE(dictionary_lines("").empty());
}

TEST(IsCode, WantsThreeLetterElements) {
  EXPECT_TRUE(is_code("UKRGOVMIL"));
  EXPECT_FALSE(is_code("UKRGO") || is_code("") || is_code("ukr") || is_code("U-R"));
}

class ReadDictionaries : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("demarche_lines_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_ / "b");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, std::string_view text) { std::ofstream(folder_ / name) << text; }
  std::filesystem::path folder_;
};

TEST_F(ReadDictionaries, SearchesInDepthInTheOrderOfPaths) {
  write("c.classes", "third: x");
  write("b/z.classes", "second: x");
  write("a.classes", "first: x");
  write("a.frames", "other");
  auto files = read_dictionaries(folder_.string(), ".classes");
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 3u);
  EXPECT_EQ((*files)[0].name, "a.classes");
  EXPECT_EQ((*files)[1].name, "b/z.classes");
  EXPECT_EQ((*files)[2].lines[0].text, "third: x");
}

TEST_F(ReadDictionaries, OfAMissingFolderAreNone) {
  auto files = read_dictionaries((folder_ / "none").string(), ".classes");
  ASSERT_TRUE(files);
  EXPECT_TRUE(files->empty());
}

TEST_F(ReadDictionaries, RefusesAHugeFile) {
  write("a.classes", "x: y");
  std::filesystem::resize_file(folder_ / "a.classes", (64u << 20) + 1);
  auto files = read_dictionaries(folder_.string(), ".classes");
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().code, ErrorCode::kBadLexicon);
}

}  // namespace
}  // namespace demarche

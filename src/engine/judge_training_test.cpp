#include "engine/judge_training.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace demarche {
namespace {

class JudgeSentences : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(directory_); }
  void TearDown() override { std::filesystem::remove_all(directory_); }
  void write(const std::string& name, const std::string& lines) const {
    std::ofstream(directory_ / name) << "type\tmode\tmarked_sentence\n" << lines;
  }
  Result<std::vector<JudgeSentence>> read() const { return read_judge_sentences(directory_.string()); }

  std::filesystem::path directory_ = std::filesystem::temp_directory_path() / testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(JudgeSentences, AreReadInTheOrderOfTheirFiles) {
  write("plain.tsv", "AID\t\t<s>Kenya</s> fed <t>Chad</t>.\n");
  write("hard.tsv", "\nASSAULT\taerial\tOn Sunday <t>Chad</t> was bombed by <s>Libya</s>.\n");
  auto sentences = read();
  ASSERT_TRUE(sentences) << sentences.error().message;
  ASSERT_EQ(sentences->size(), 2u);
  EXPECT_EQ((*sentences)[0].type, EventType::kAssault);
  EXPECT_EQ((*sentences)[0].place, "hard.tsv:3");
  EXPECT_FALSE((*sentences)[0].plain);
  EXPECT_EQ((*sentences)[1].type, EventType::kAid);
  EXPECT_TRUE((*sentences)[1].plain);
}

TEST_F(JudgeSentences, AboutOneInTenIsHeldOut) {
  std::string lines;
  for (int i = 0; i < 1000; ++i) lines += "AID\t\t<s>Kenya</s> fed <t>Chad</t> " + std::to_string(i) + " times.\n";
  write("a.tsv", lines);
  auto sentences = read();
  ASSERT_TRUE(sentences);
  auto held = std::count_if(sentences->begin(), sentences->end(), [](const JudgeSentence& one) { return one.held_out; });
  EXPECT_GT(held, 50);
  EXPECT_LT(held, 150);
}

TEST_F(JudgeSentences, NameTheFaultyLine) {
  for (std::string line :
       {"AID\t<s>Kenya</s> fed <t>Chad</t>.", "HELP\t\t<s>Kenya</s> fed <t>Chad</t>.", "AID\t\tKenya fed <t>Chad</t>."}) {
    write("a.tsv", "AID\t\t<s>Kenya</s> fed <t>Chad</t>.\n" + line + "\n");
    auto sentences = read();
    ASSERT_FALSE(sentences) << line;
    EXPECT_EQ(sentences.error().code, ErrorCode::kBadInput) << line;
    EXPECT_EQ(sentences.error().place, "a.tsv:3") << line;
  }
}

TEST_F(JudgeSentences, AnEmptyDirectoryIsAFault) {
  auto sentences = read();
  ASSERT_FALSE(sentences);
  EXPECT_EQ(sentences.error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace demarche

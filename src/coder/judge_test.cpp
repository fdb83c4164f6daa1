#include "coder/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

#include "base/hash.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

JudgeFeatures features(std::initializer_list<std::string_view> names) {
  JudgeFeatures made;
  for (std::string_view one : names) made.add(one);
  return made;
}

// Three types, each with a word of its own and a word that all share.
std::vector<JudgeExample> lessons() {
  std::vector<JudgeExample> made;
  for (int i = 0; i < 20; ++i) {
    made.push_back({features({"talk", "word"}), EventType::kConsult});
    made.push_back({features({"shell", "word"}), EventType::kAssault});
    made.push_back({features({"blame", "word"}), EventType::kAccuse});
  }
  return made;
}

class JudgeTest : public testing::Test {
 protected:
  void TearDown() override { fs::remove(path_); }
  std::string bytes() const {
    std::ifstream in(path_, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
  }
  void write(const std::string& all) const { std::ofstream(path_, std::ios::binary) << all; }
  // A file whose hash fits its body.
  static std::string sealed(const std::string& body) { return "DMJUDGE1" + sha256(body) + body; }
  Error refused() const {
    auto loaded = Judge::load(path_);
    EXPECT_FALSE(loaded);
    return loaded ? Error{} : loaded.error();
  }
  std::string path_ = (fs::temp_directory_path() / ("demarche_judge_" + std::to_string(::getpid()))).string();
};

TEST_F(JudgeTest, AnExampleShownMoreOftenOutweighsOthers) {
  std::vector<JudgeExample> split{{features({"word"}), EventType::kAid, 9}, {features({"word"}), EventType::kAccuse, 1}};
  EXPECT_EQ(Judge::train(split, {}).judge(features({"word"})).best(), EventType::kAid);
  std::swap(split[0].times, split[1].times);
  EXPECT_EQ(Judge::train(split, {}).judge(features({"word"})).best(), EventType::kAccuse);
}

TEST_F(JudgeTest, LearnsWhatItsExamplesSay) {
  Judge judge = Judge::train(lessons(), {.rounds = 20});
  EXPECT_EQ(judge.judge(features({"talk"})).best(), EventType::kConsult);
  EXPECT_EQ(judge.judge(features({"shell", "word"})).best(), EventType::kAssault);
  EXPECT_GT(judge.judge(features({"blame"})).probability[static_cast<size_t>(EventType::kAccuse)], 0.5f);
}

TEST_F(JudgeTest, ProbabilitiesSumToOneAndNoneHasNone) {
  Judgement made = Judge::train(lessons(), {}).judge(features({"talk", "unheard of"}));
  EXPECT_NEAR(std::accumulate(made.probability.begin(), made.probability.end(), 0.0), 1, 1e-5);
  EXPECT_EQ(made.probability[0], 0);
}

TEST_F(JudgeTest, WithoutFeaturesAllTypesAreAlike) {
  Judgement made = Judge::train({}, {}).judge({});
  EXPECT_FLOAT_EQ(made.probability[1], made.probability[static_cast<size_t>(EventType::kCount) - 1]);
}

TEST_F(JudgeTest, HugeValuesStayFinite) {
  JudgeFeatures huge;
  huge.add("talk", 1e6f);
  Judgement made = Judge::train(lessons(), {}).judge(huge);
  EXPECT_EQ(made.best(), EventType::kConsult);
  EXPECT_FLOAT_EQ(made.probability[static_cast<size_t>(EventType::kConsult)], 1);
}

TEST_F(JudgeTest, TheSameExamplesGiveTheSameBytes) {
  ASSERT_TRUE(Judge::train(lessons(), {}).save(path_));
  std::string first = bytes();
  ASSERT_TRUE(Judge::train(lessons(), {}).save(path_));
  EXPECT_EQ(bytes(), first);
}

TEST_F(JudgeTest, AnotherSeedGivesOtherBytes) {
  ASSERT_TRUE(Judge::train(lessons(), {}).save(path_));
  std::string first = bytes();
  JudgeTraining other;
  other.seed = 2;
  ASSERT_TRUE(Judge::train(lessons(), other).save(path_));
  EXPECT_NE(bytes(), first);
}

TEST_F(JudgeTest, JudgesAlikeAfterSavingAndLoading) {
  Judge judge = Judge::train(lessons(), {});
  ASSERT_TRUE(judge.save(path_));
  auto loaded = Judge::load(path_);
  ASSERT_TRUE(loaded) << loaded.error().text();
  Judgement before = judge.judge(features({"shell"})), after = (*loaded)->judge(features({"shell"}));
  for (size_t k = 0; k < before.probability.size(); ++k) EXPECT_NEAR(after.probability[k], before.probability[k], 0.03);
}

TEST_F(JudgeTest, AMissingFileIsIo) {
  EXPECT_EQ(refused().code, ErrorCode::kIo);
}

TEST_F(JudgeTest, AFileOfAnotherKindIsRefused) {
  write("DMJUDGE2" + std::string(200, 'x'));
  EXPECT_THAT(refused().message, HasSubstr("no judge of this version"));
  write("DM");
  EXPECT_EQ(refused().code, ErrorCode::kBadModel);
}

TEST_F(JudgeTest, AChangedByteIsFound) {
  ASSERT_TRUE(Judge::train(lessons(), {}).save(path_));
  std::string all = bytes();
  all.back() = static_cast<char>(all.back() ^ 1);
  write(all);
  EXPECT_THAT(refused().message, HasSubstr("its hash does not fit"));
}

TEST_F(JudgeTest, ACountThatLiesIsFound) {
  write(sealed(std::string("\xFF\xFF\xFF\xFF", 4)));
  EXPECT_THAT(refused().message, HasSubstr("wrong length"));
}

TEST_F(JudgeTest, ARowBeyondTheEndIsFound) {
  std::string body("\x01\0\0\0", 4);
  body += std::string("\xFF\xFF\xFF\x7F", 4) + std::string(4 + static_cast<size_t>(EventType::kCount), '\0');
  write(sealed(body));
  EXPECT_THAT(refused().message, HasSubstr("a row beyond the end"));
}

TEST_F(JudgeTest, SavingWhereNothingCanBeWrittenIsIo) {
  Status saved = Judge::train({}, {}).save("/nonexistent/folder/judge");
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace demarche

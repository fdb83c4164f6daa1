#include "language/trainer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "language/analyzer.h"
#include "language/parser_report.h"

namespace demarche {
namespace {

constexpr const char* kTreebank =
    "# newdoc id = GUM_news_made\n"
    "# sent_id = GUM_news_made-1\n"
    "1\tRebels\trebel\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_\n"
    "2\tseized\tseize\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "3\ttwo\ttwo\tNUM\tCD\tNumType=Card\t4\tnummod\t_\t_\n"
    "4\ttowns\ttown\tNOUN\tNNS\tNumber=Plur\t2\tobj\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n"
    "# sent_id = GUM_news_made-2\n"
    "1\tThe\tthe\tDET\tDT\tDefinite=Def\t2\tdet\t_\t_\n"
    "2\tpremier\tpremier\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\t_\n"
    "3\tresigned\tresign\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "4\ton\ton\tADP\tIN\t_\t5\tcase\t_\t_\n"
    "5\tFriday\tFriday\tPROPN\tNNP\tNumber=Sing\t3\tobl\t_\tSpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n"
    "# sent_id = GUM_speech_made-1\n"
    "1\tGunmen\tgunman\tNOUN\tNNS\tNumber=Plur\t3\tnsubj\t_\t_\n"
    "2\thad\thave\tAUX\tVBD\tTense=Past\t3\taux\t_\t_\n"
    "3\tattacked\tattack\tVERB\tVBN\tTense=Past|VerbForm=Part\t0\troot\t_\t_\n"
    "4\tthe\tthe\tDET\tDT\tDefinite=Def\t5\tdet\t_\t_\n"
    "5\tport\tport\tNOUN\tNN\tNumber=Sing\t3\tobj\t_\tSpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n";

class TrainerTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("demarche_trainer_" + std::to_string(reinterpret_cast<uintptr_t>(this)));
    std::filesystem::create_directories(folder_);
    // Words count from two occurrences on.
    std::ofstream(path("train.conllu"), std::ios::binary) << kTreebank << kTreebank << kTreebank;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  TrainOptions options(const std::string& model) const {
    TrainOptions options;
    options.train = options.dev = {path("train.conllu")};
    options.model = path(model);
    options.epochs = 60;
    options.evaluate_every = 60;
    options.batch_words = 20;
    options.variants = 0;
    options.rate = 0.01F;
    options.noise = {0, 0, 0};
    NetworkShape& shape = options.shape;
    shape.word_size = shape.surface_size = shape.hidden = shape.tag_size = shape.arc_size = shape.relation_size = 32;
    return options;
  }
  /// The treebank of the tests with another name for one label.
  void write_relabelled(const std::string& name, const std::string& label, const std::string& other) const {
    std::string text = std::string(kTreebank) + kTreebank + kTreebank;
    const std::string from = "\t" + label + "\t", to = "\t" + other + "\t";
    for (size_t at = 0; (at = text.find(from, at)) != std::string::npos;) text.replace(at, from.size(), to);
    std::ofstream(path(name), std::ios::binary) << text;
  }
  std::string bytes(const std::string& name) const {
    std::ifstream in(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::filesystem::path folder_;
};

TEST_F(TrainerTest, LearnsAFewSentencesByHeartAndTheFileHoldsWhatItLearned) {
  auto scores = train(options("a.model"));
  ASSERT_TRUE(scores) << scores.error().text();
  ASSERT_EQ(scores->size(), 1U);
  EXPECT_EQ((*scores)[0].labelled, (*scores)[0].words);
  auto analyzer = Analyzer::load(path("a.model"));
  ASSERT_TRUE(analyzer) << analyzer.error().text();
  auto report = report_parser(**analyzer, path("train.conllu"));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->all.words, 51U);
  EXPECT_EQ(report->all.labelled, 51U);
  EXPECT_EQ(report->all.lemma, 51U);
  EXPECT_EQ(report->all.feats, 51U);
  EXPECT_EQ(report->by_genre.at("news").sentences, 6U);
  EXPECT_EQ(report->by_genre.at("speech").sentences, 3U);
  EXPECT_EQ(report->by_length.at(1).words, 51U);
  EXPECT_NE(format_report(*report).find("1-10 words"), std::string::npos);
  auto raw = report_raw_text(**analyzer, path("train.conllu"));
  ASSERT_TRUE(raw) << raw.error().text();
  EXPECT_DOUBLE_EQ(raw->words, 100.0);
  EXPECT_DOUBLE_EQ(raw->sentences, 100.0);
  EXPECT_DOUBLE_EQ(raw->labelled, 100.0);
  EXPECT_DOUBLE_EQ(raw->lemma, 100.0);
}

TEST_F(TrainerTest, GivesTheSameBytesForTheSameSeedAndOthersForAnother) {
  TrainOptions first = options("a.model"), second = options("b.model"), third = options("c.model");
  first.epochs = second.epochs = third.epochs = 2;
  first.variants = second.variants = third.variants = 0.5F;
  third.seed = 2;
  ASSERT_TRUE(train(first) && train(second) && train(third));
  EXPECT_EQ(bytes("a.model"), bytes("b.model"));
  EXPECT_NE(bytes("a.model"), bytes("c.model"));
}

TEST_F(TrainerTest, BelievesTeachersRatherThanLabelsAsFarAsItTrustsThem) {
  ASSERT_TRUE(train(options("teacher.model")));
  write_relabelled("wrong.conllu", "nsubj", "dislocated");
  TrainOptions student = options("student.model");
  student.train = {path("wrong.conllu")};
  student.teachers = {path("teacher.model"), path("teacher.model")};
  for (auto [trust, right] : {std::pair{1.0F, 51U}, {0.0F, 42U}}) {
    student.trust = trust;
    auto scores = train(student);
    ASSERT_TRUE(scores) << scores.error().text();
    EXPECT_EQ((*scores)[0].labelled, right) << trust;
  }
}

TEST_F(TrainerTest, ReadsOnlyTheWordsOfUnlabelledText) {
  ASSERT_TRUE(train(options("teacher.model")));
  write_relabelled("text.conllu", "nsubj", "vocative");
  TrainOptions student = options("student.model");
  student.unlabelled = {path("text.conllu")};
  EXPECT_EQ(train(student).error().code, ErrorCode::kBadInput);
  student.teachers = {path("teacher.model")};
  student.variants = 0.5F;
  auto scores = train(student);
  ASSERT_TRUE(scores) << scores.error().text();
  EXPECT_EQ((*scores)[0].labelled, 51U);
}

TEST_F(TrainerTest, RefusesATeacherOfOtherLabels) {
  ASSERT_TRUE(train(options("teacher.model")));
  write_relabelled("other.conllu", "NNS", "NNPS");
  TrainOptions student = options("student.model");
  student.train = {path("other.conllu")};
  student.teachers = {path("teacher.model")};
  Error refused = train(student).error();
  EXPECT_EQ(refused.code, ErrorCode::kBadInput);
  EXPECT_EQ(refused.place, path("teacher.model"));
  student.teachers = {path("none.model")};
  EXPECT_EQ(train(student).error().code, ErrorCode::kIo);
}

TEST_F(TrainerTest, RefusesMissingBrokenAndEmptyTreebanks) {
  TrainOptions wrong = options("a.model");
  wrong.train = {path("none.conllu")};
  EXPECT_EQ(train(wrong).error().code, ErrorCode::kIo);
  std::ofstream(path("broken.conllu")) << "1\tx\n";
  wrong.train = {path("broken.conllu")};
  EXPECT_EQ(train(wrong).error().code, ErrorCode::kBadInput);
  std::ofstream(path("empty.conllu")) << "\n";
  wrong.train = {path("empty.conllu")};
  EXPECT_EQ(train(wrong).error().code, ErrorCode::kBadInput);
  EXPECT_FALSE(std::filesystem::exists(path("a.model")));
}

TEST(SetOption, TakesNumbersInRangeOnly) {
  TrainOptions options;
  EXPECT_TRUE(set_option(options, "epochs", "7"));
  EXPECT_EQ(options.epochs, 7U);
  EXPECT_TRUE(set_option(options, "rate", "0.001"));
  EXPECT_FLOAT_EQ(options.rate, 0.001F);
  EXPECT_TRUE(set_option(options, "hidden", "64"));
  EXPECT_EQ(options.shape.hidden, 64U);
  for (auto [name, value] :
       {std::pair{"hidden", "7"}, {"batch-words", "0"}, {"epochs", "x"}, {"epochs", ""}, {"nope", "1"}, {"rate", "-1"}, {"seed", "1x"}})
    EXPECT_EQ(set_option(options, name, value).error().code, ErrorCode::kUsage) << name << value;
}

TEST(GenreOf, ReadsTheSentenceId) {
  EXPECT_EQ(genre_of("GUM_news_election-3"), "news");
  EXPECT_EQ(genre_of("weblog-blogspot.com_x_2004-0001"), "weblog");
  EXPECT_EQ(genre_of("email-enronsent-1"), "email");
  EXPECT_EQ(genre_of(""), "other");
}

}  // namespace
}  // namespace demarche

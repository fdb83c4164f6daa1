#include "engine/evaluation_pairs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::HasSubstr;

constexpr const char* kTable =
    "uid\tgold_penta\tgold_root\tmarked_sentence\r\n"
    "a\t3\tACCUSE\t<s>Kenya</s> accused <t>Uganda</t>.\r\n"
    "b\t1\tCONSULT\t<s>Peru</s> met <t>Chile</t>.\r\n"
    "c\t2\tYIELD\t<s>Chad</s> freed men of <t>Niger</t>.\r\n"
    "d\t1\tCONSULT\t\"<s>Laos</s> called <t>China</t> \"\"soon\"\".\"\r\n";

using Predicted = std::map<std::string, std::string>;

std::vector<GoldPair> gold() {
  return *read_gold_pairs(kTable, "gold.tsv");
}

TEST(GoldPairs, AreReadByTheirHeader) {
  auto rows = gold();
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0].uid, "a");
  EXPECT_EQ(rows[2].quad, 2);
  EXPECT_EQ(rows[3].sentence, "<s>Laos</s> called <t>China</t> \"soon\".");
}

TEST(GoldPairs, DoWithoutUidAndQuadClass) {
  auto rows = read_gold_pairs("gold_root\nRETREAT\n\nASSAULT\n", "gold.tsv");
  ASSERT_TRUE(rows.ok()) << rows.error().text();
  EXPECT_EQ((*rows)[0].root, "YIELD");
  EXPECT_EQ((*rows)[1].uid, "1");
  EXPECT_EQ((*rows)[1].quad, 4);
}

TEST(GoldPairs, AreRefusedWithLineAndReason) {
  auto said = [](const std::string& table) { return read_gold_pairs(table, "gold.tsv").error().text(); };
  EXPECT_THAT(said("uid\troot\n"), HasSubstr("gold.tsv:1: the header names no column `gold_root`"));
  EXPECT_THAT(said("uid\tgold_root\na\tGIFT\n"), HasSubstr("gold.tsv:2: `GIFT` is no class"));
  EXPECT_THAT(said("uid\tgold_root\na\n"), HasSubstr("gold.tsv:2: too few columns"));
  EXPECT_THAT(said("uid\tgold_root\na\tAID\na\tAID\n"), HasSubstr("gold.tsv:3: the uid a is given twice"));
  EXPECT_THAT(said("uid\tgold_root\tgold_penta\na\tAID\t7\n"), HasSubstr("gold_penta is none of"));
  EXPECT_THAT(said("uid\tgold_root\n"), HasSubstr("holds no row"));
}

TEST(PairPredictions, AreTheFirstTwoColumns) {
  auto run = read_pair_predictions("uid\troot\n# a remark\n\na\tretreat\t\t087\t0.5\na\tAID\nb\t-\nc\t\n", "run");
  ASSERT_TRUE(run.ok()) << run.error().text();
  EXPECT_EQ(*run, (Predicted{{"a", "YIELD"}, {"b", ""}, {"c", ""}}));
  EXPECT_THAT(read_pair_predictions("a AID\n", "run").error().text(), HasSubstr("run:1: no tab in it"));
}

TEST(PairEvaluation, OfGoldItselfIsPerfect) {
  PairEvaluation one = evaluate_pairs(gold(), {{"a", "ACCUSE"}, {"b", "CONSULT"}, {"c", "YIELD"}, {"d", "CONSULT"}});
  EXPECT_EQ(one.root.macro_f1(), 1.0);
  EXPECT_EQ(one.quad.macro_f1(), 1.0);
  EXPECT_EQ(one.binary.macro_f1(), 1.0);
  EXPECT_EQ(one.coverage(), 1.0);
}

TEST(PairEvaluation, CountsNoPredictionAsAMissAndNoGuess) {
  PairEvaluation one = evaluate_pairs(gold(), {{"a", "ACCUSE"}, {"b", "CONSULT"}, {"c", ""}, {"x", "AID"}});
  EXPECT_DOUBLE_EQ(one.root.macro_f1(), (1 + 2.0 / 3 + 0) / 3);
  EXPECT_EQ(one.coverage(), 0.5);
  EXPECT_EQ(one.root.covered_accuracy(), 1.0);
  EXPECT_EQ(one.unmatched, 1u);
  EXPECT_EQ((one.confusion.at({"YIELD", "-"})), 1u);
  ASSERT_EQ(one.misses.size(), 2u);
  EXPECT_EQ(one.misses[0].what, "missed YIELD");
  EXPECT_EQ(one.misses[0].sentence, "<s>Chad</s> freed men of <t>Niger</t>.");
}

TEST(PairEvaluation, LeavesClassesThatGoldLacksOutOfTheMean) {
  PairEvaluation one = evaluate_pairs(gold(), {{"a", "PROTEST"}, {"b", "CONSULT"}, {"c", "YIELD"}, {"d", "CONSULT"}});
  EXPECT_DOUBLE_EQ(one.root.macro_f1(), 2.0 / 3);
  EXPECT_DOUBLE_EQ(one.binary.macro_f1(), 1.0) << "both are conflict";
  EXPECT_FALSE(one.root.classes.count("PROTEST"));
}

TEST(PairEvaluation, TakesALabelOfNoOntologyForWrongAtEachLevel) {
  PairEvaluation one = evaluate_pairs(gold(), {{"a", "GIFT"}});
  EXPECT_EQ(one.root.predicted, 1u);
  EXPECT_EQ(one.quad.right + one.binary.right, 0u);
}

}  // namespace
}  // namespace demarche

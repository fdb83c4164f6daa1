#include "engine/evaluation_sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <sstream>

#include "engine/hand_made_gold.h"

namespace demarche {
namespace {

using testing::HasSubstr;
using testing::Not;

EvaluationSheet sheet() {
  HandMadeReport want("Kenya accused Uganda of \"fraud\".\nPeru met Chile."), have = want;
  want.event("accused", "ACCUSE", {}, {}).event("met", "CONSULT", {}, {});
  have.event("accused", "REJECT", {}, {}).event("met", "CONSULT", {}, {});
  static std::vector<CodedReport> gold, run;
  gold = {want.get()}, run = {have.get()};
  EvaluationSheet made;
  made.gold = "gold.jsonl";
  made.predictions = "run.jsonl";
  made.reports = *evaluate(gold, align(gold, run), EventMatch::kByTrigger);
  made.reports_before = *evaluate(gold, align(gold, gold), EventMatch::kByTrigger);
  made.against = "before.jsonl";
  made.diff = *diff_runs(gold, align(gold, run), align(gold, gold), EventMatch::kByTrigger);
  made.warnings = {"beware"};
  made.misses = true;
  return made;
}

TEST(EvaluationSheet, IsAlignedTextOfAtMost140Columns) {
  std::string text = sheet_text(sheet());
  EXPECT_THAT(text, HasSubstr("run.jsonl against gold.jsonl (reports): 1 reports, 2 events\n"));
  EXPECT_THAT(text, HasSubstr("typed event               0.5000  0.5000  0.5000       1        1       1\n"));
  EXPECT_THAT(text, HasSubstr("attribution                  n/a     n/a     n/a       0        0       0\n"));
  EXPECT_THAT(text, HasSubstr("ACCUSE         .     .     1\n"));
  EXPECT_THAT(text, HasSubstr("  typed event             1.0000 ->  0.5000  -0.5000\n"));
  EXPECT_THAT(text, HasSubstr("  r1  ACCUSE 'accused' taken for REJECT\n      Kenya accused Uganda of \"fraud\".\n"));
  EXPECT_THAT(text, HasSubstr("  r1  REJECT 'accused': type ACCUSE -> REJECT  (worse)\n      Kenya accused Uganda of \"fraud\".\n"));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 140u) << line;
}

TEST(EvaluationSheet, TellsMissesOnlyWhenAsked) {
  EvaluationSheet quiet = sheet();
  quiet.misses = false;
  EXPECT_THAT(sheet_text(quiet), Not(HasSubstr("misses")));
  EXPECT_THAT(sheet_json(quiet), Not(HasSubstr("misses")));
}

TEST(EvaluationSheet, IsJsonWithNullForWhatCannotBeMeasured) {
  std::string json = sheet_json(sheet());
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  ASSERT_EQ(parser.parse(json).get(root), simdjson::SUCCESS) << json;
  EXPECT_EQ(double(root["typed_event"]["f1"]), 0.5);
  EXPECT_TRUE(root["attribution"]["f1"].is_null());
  EXPECT_EQ(uint64_t(root["confusion"]["ACCUSE"]["REJECT"]), 1u);
  EXPECT_EQ(uint64_t(root["types"]["REJECT"]["made_up"]), 1u);
  EXPECT_EQ(std::string_view(root["misses"].at(0)["sentence"]), "Kenya accused Uganda of \"fraud\".");
  EXPECT_EQ(double(root["against"]["figures"]["typed_event"]["f1"]), 1.0);
  EXPECT_EQ(std::string_view(root["against"]["changed"].at(0)["effect"]), "worse");
  EXPECT_EQ(std::string_view(root["warnings"].at(0)), "beware");
}

TEST(EvaluationSheet, ShowsPairsLevelByLevel) {
  EvaluationSheet made;
  made.form = GoldForm::kPairs;
  made.gold = "plv.tsv";
  made.predictions = "this engine";
  std::vector<GoldPair> rows{{"a", "AID", 2, "A"}, {"b", "ACCUSE", 3, "B"}};
  made.pairs = evaluate_pairs(rows, {{"a", "AID"}});
  EXPECT_THAT(sheet_text(made), HasSubstr("2 rows, 1 predicted (0.5000)"));
  EXPECT_THAT(sheet_text(made), HasSubstr("root    macro-F1 0.5000  accuracy 0.5000"));
  EXPECT_THAT(sheet_text(made), HasSubstr("ACCUSE         .     .     1\n"));
  EXPECT_THAT(sheet_json(made), HasSubstr("\"root\":{\"macro_f1\":0.5,"));
}

}  // namespace
}  // namespace demarche

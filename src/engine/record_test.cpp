#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "coder/report_reader.h"
#include "engine/engine.h"
#include "engine/explanation.h"
#include "text/readers.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Engine& engine() {
  static std::shared_ptr<const Engine> shared = Engine::load({std::string(DEMARCHE_SOURCE_DIR) + "/data"}).value();
  return *shared;
}

std::vector<Report> example_reports() {
  std::vector<Report> reports;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(DEMARCHE_SOURCE_DIR) + "/examples/reports")) {
    auto reader = DocumentReader::open(entry.path().string(), {}).value();
    while (auto doc = reader->next()) reports.push_back(engine().code(std::move(*doc).value()));
  }
  return reports;
}

TEST(Record, ReadBackAndWrittenAgainIsTheSame) {
  std::vector<Report> reports = example_reports();
  ASSERT_EQ(reports.size(), 5U);
  for (const Report& report : reports) {
    std::string record = engine().json(report);
    auto read = read_record(record);
    ASSERT_TRUE(read.ok()) << read.error().text();
    EXPECT_EQ(to_json(read->report, read->engine, engine().lexicon().cameo()), record);
  }
}

TEST(Record, RangesAreCodePointsOutsideAndBytesInside) {
  Document doc;
  doc.text = "“Élysée”, Kenya accused Uganda of fraud.";
  Report report = engine().code(doc);
  ASSERT_FALSE(report.events.empty());
  auto read = read_record(engine().json(report));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->report.events[0].trigger, report.events[0].trigger);
}

TEST(Record, RefusesWhatIsNoRecord) {
  for (const char* text :
       {"", "{}", "[1]", R"({"schema":"demarche/2"})", R"({"schema":"demarche/1","document":{"text":"x"},"sentences":[[0,5]]})"}) {
    auto read = read_record(text);
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_EQ(read.error().code, ErrorCode::kBadInput);
  }
}

TEST(Record, RefusesIdsThatNameNothing) {
  Document doc;
  doc.text = "Kenya accused Uganda of fraud.";
  std::string record = engine().json(engine().code(doc));
  size_t at = record.find("\"source\":[\"a1\"");
  ASSERT_NE(at, std::string::npos);
  record.replace(at + 12, 2, "a9");
  EXPECT_FALSE(read_record(record).ok());
}

TEST(Explanation, ShowsTheSentenceItsParseAndItsRule) {
  Document doc;
  doc.text = "Kenya accused Uganda of fraud.";
  Report report = engine().code(doc);
  ASSERT_FALSE(report.events.empty());
  std::string text = explanation(engine(), report, 0, false);
  EXPECT_THAT(text, HasSubstr("[Kenya: source] [accused: trigger] [Uganda: target] of fraud."));
  EXPECT_THAT(text, HasSubstr("\n  accused  root VBD accuse  <- trigger\n    Kenya  nsubj NNP Kenya\n"));
  EXPECT_THAT(text, HasSubstr(report.events[0].why.rule + "\n    verb accuse"));
}

TEST(Explanation, KnowsRulesOfDictionariesAndNoOthers) {
  std::string data = std::string(DEMARCHE_SOURCE_DIR) + "/data";
  EXPECT_THAT(rule_lines(data, "accuse.frames:6"), testing::SizeIs(2));
  EXPECT_THAT(rule_lines(data, "accuse.frames:0"), IsEmpty());
  EXPECT_THAT(rule_lines(data, "if-clause"), IsEmpty());
  EXPECT_THAT(rule_lines(data, "accuse.frames:x"), IsEmpty());
}

}  // namespace
}  // namespace demarche

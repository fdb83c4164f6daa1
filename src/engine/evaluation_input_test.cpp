#include "engine/evaluation_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr const char* kRecord =
    R"({"document":{"id":"r1","text":"Kenya accused Uganda. It denied it."},"sentences":[[0,21],[22,35]],)"
    R"("actors":[{"id":"a7","name":"Kenya","code":"KEN","country":null,"mentions":[[0,5]]}],)"
    R"("events":[{"id":"e2","trigger":[6,13],"event":"ACCUSE","mode":"allege","source":["a7"],"target":[],"status":"occurred",)"
    R"("date":{"start":"2024-05-06"},"attribution":[{"source":[]},{"source":["a7"]}]},)"
    R"({"id":"e9","trigger":[25,31],"event":null,"status":"denied","negated":true}],)"
    R"("relations":[{"type":"order","first":"e2","then":"e9","force":"stated"},{"type":"echo","of":"e9"}]})";

std::string with(std::string from, const std::string& to) {
  std::string made = kRecord;
  size_t at = made.find(from);
  if (at == std::string::npos) return "the record holds no " + from;
  return made.replace(at, from.size(), to);
}

TEST(EvaluationInput, ReadsARecordWithIdsOfItsOwn) {
  auto read = read_coded_reports(kRecord, "gold", GoldForm::kReports);
  ASSERT_TRUE(read.ok()) << read.error().text();
  const CodedReport& one = read->front();
  EXPECT_EQ(one.actors[0].code, "KEN");
  EXPECT_EQ(one.actors[0].country, "");
  EXPECT_EQ(one.events[0].type, "ACCUSE");
  EXPECT_THAT(one.events[0].source, ElementsAre(0u));
  EXPECT_EQ(one.events[0].end, "2024-05-06");
  EXPECT_THAT(one.events[0].attribution, ElementsAre(IsEmpty(), ElementsAre(0u)));
  EXPECT_EQ(one.events[1].type, "");
  EXPECT_TRUE(one.events[1].negated);
  EXPECT_TRUE(one.events[1].related);
  ASSERT_EQ(one.relations.size(), 1u) << "a type of relation that is not known counts for nothing";
  EXPECT_THAT(one.relations[0].pairs, ElementsAre(std::pair(0u, 1u)));
  EXPECT_EQ(one.document->text, "Kenya accused Uganda. It denied it.");
  EXPECT_EQ(Quotes(one).sentence(25), "It denied it.");
}

TEST(EvaluationInput, CountsCodePoints) {
  auto read = read_coded_reports(R"({"document":{"id":"r","text":"Côte d’Ivoire met\nPérou."},"events":[{"id":"e1","trigger":[14,17]}]})",
                                 "gold", GoldForm::kReports);
  ASSERT_TRUE(read.ok()) << read.error().text();
  EXPECT_EQ(Quotes(read->front()).words(read->front().events[0].trigger), "met");
  EXPECT_EQ(Quotes(read->front()).sentence(14), "Côte d’Ivoire met") << "without sentences, the line";
  EXPECT_EQ(Quotes(read->front()).sentence(18), "Pérou.");
}

TEST(EvaluationInput, QuotesNoMoreOfAHugeSentenceThanAPersonReads) {
  CodedReport report;
  for (int i = 0; i < 4000; ++i) report.text += "Côte ";
  EXPECT_LE(Quotes(report).sentence(12000).size(), 2000u);
  EXPECT_LE(Quotes(report).words({0, 9000}).size(), 300u);
  report.sentences = {{0, 16000}};
  EXPECT_LE(Quotes(report).sentence(12000).size(), 2000u);
  EXPECT_THAT(Quotes(report).sentence(12000), StartsWith("Côte Côte"));
}

TEST(EvaluationInput, ReadsLinesAndAnArrayAlike) {
  std::string twice = std::string("\xEF\xBB\xBF") + kRecord + "\r\n\n" + with("r1", "r2");
  EXPECT_EQ(read_coded_reports(twice, "gold", GoldForm::kReports)->size(), 2u);
  EXPECT_EQ(read_coded_reports("[\n" + std::string(kRecord) + "\n]", "gold", GoldForm::kReports)->size(), 1u);
}

struct Fault {
  std::string content;
  const char* said;
};

class Faulty : public testing::TestWithParam<Fault> {};

TEST_P(Faulty, RecordsAreRefusedWithTheirPlace) {
  auto read = read_coded_reports(GetParam().content, "gold", GoldForm::kReports);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::kBadInput);
  EXPECT_THAT(read.error().text(), HasSubstr(GetParam().said));
}

std::string deep(size_t levels) {
  return "{\"document\":{\"text\":\"x\"},\"x\":" + std::string(levels, '[') + std::string(levels, ']') + "}";
}

std::string many_voices() {
  std::string made = R"({"document":{"text":"x"},"actors":[{"id":"a"}],"events":[{"id":"e","trigger":[0,1],"attribution":[{"source":[)";
  for (int i = 0; i <= 32; ++i) made += i ? ",\"a\"" : "\"a\"";
  return made + "]}]}]}";
}

std::string many_events() {
  std::string made = R"({"document":{"text":"x"},"events":[)";
  for (int i = 0; i <= 5000; ++i) made += (i ? "," : "") + ("{\"id\":\"" + std::to_string(i)) + "\",\"trigger\":[0,1]}";
  return made + "]}";
}

INSTANTIATE_TEST_SUITE_P(
    EvaluationInput, Faulty,
    testing::Values(Fault{with("ACCUSE", "ACUSE"), "gold:1: `ACUSE` is no PLOVER type"},
                    Fault{std::string(kRecord) + "\n\n" + with("\"denied\"", "\"perhaps\""), "gold:3: `perhaps` is no status"},
                    Fault{with("[6,13]", "[6,1300]"), "the range [6, 1300] lies outside the text"},
                    Fault{with("[6,13]", "[13,6]"), "the range [13, 6]"}, Fault{with("[6,13]", "[6]"), "a range is not [start, end]"},
                    Fault{with("\"trigger\":[6,13],", ""), "the event `e2` has no `trigger`"},
                    Fault{with("\"source\":[\"a7\"]", "\"source\":[\"a8\"]"), "`a8` names nothing"},
                    Fault{with("\"then\":\"e9\"", "\"then\":\"e10\""), "`e10` names nothing"},
                    Fault{with("\"e9\",\"trigger\"", "\"e2\",\"trigger\""), "the id `e2` is given twice"},
                    Fault{with("\"mode\":\"allege\"", "\"mode\":3"), "`mode` is no string"},
                    Fault{with("\"negated\":true", "\"negated\":1"), "`negated` is neither true nor false"},
                    Fault{std::string(kRecord).substr(0, 80), "gold:1: not valid JSON"},
                    Fault{"[" + std::string(kRecord), "not valid JSON"},
                    Fault{"[" + std::string(kRecord) + ",3]", "gold: element 2: expected a JSON object"},
                    Fault{"{}", "`document` is missing"}, Fault{"\n", "gold: holds no record"},
                    Fault{deep(100), "nested more than 64 deep"}, Fault{many_events(), "more than 5000 events"},
                    Fault{many_voices(), "more than 32 ids in one list"}));

TEST(EvaluationInput, RecognisesFormsByTheirContent) {
  auto form = [](std::string_view content) { return std::string(name(*recognise_gold(content))); };
  EXPECT_EQ(form(kRecord), "reports");
  EXPECT_EQ(form("uid\tgold_root\tmarked_sentence\n"), "plv");
  EXPECT_EQ(form(R"({"id":"1","event":["AID"],"event_text":["sent food"],"text":"Peru sent food."})"), "plover");
  EXPECT_EQ(form(R"([{"event":"DOCUMENT","eventText":""},{"event":"AID","source":"","eventText":"sent food","text":"Peru sent food."}])"),
            "plover");
  EXPECT_THAT(recognise_gold("Peru sent food.").error().text(), HasSubstr("in no form that eval knows"));
  EXPECT_THAT(recognise_gold("{\"a\":1}").error().text(), HasSubstr("neither a record of a report"));
  EXPECT_THAT(recognise_gold(" \n").error().text(), HasSubstr("is empty"));
}

TEST(EvaluationInput, GathersPloverRecordsOfOneText) {
  auto read = read_coded_reports(
      R"({"id":"p1","date":"2024-05-06","event":["CONSULT"],"mode":["visit"],"context":["diplomatic"],"text":"Peru visited Chile and sent aid.",)"
      R"("actor":[{"code":"PER","sector":"GOV","entity_text":"Peru"}],"recipient":[{"code":"CHL"}],"event_text":["visited"]})"
      "\n"
      R"({"id":"p2","event":["AID"],"text":"Peru visited Chile and sent aid.","actor":[{"code":"PER","entity_text":"Peru"}],"event_text":["gone"]})"
      "\n"
      R"({"id":"p3","has_event":false,"text":"It rained."})",
      "gold", GoldForm::kPlover);
  ASSERT_TRUE(read.ok()) << read.error().text();
  ASSERT_EQ(read->size(), 2u);
  const CodedReport& one = read->front();
  ASSERT_EQ(one.events.size(), 2u);
  EXPECT_EQ(Quotes(one).words(one.events[0].trigger), "visited");
  EXPECT_TRUE(one.events[1].trigger.empty()) << "words that the text lacks have no place";
  EXPECT_EQ(one.events[0].mode, "visit");
  EXPECT_THAT(one.events[0].contexts, ElementsAre("diplomatic"));
  EXPECT_EQ(one.events[0].source, one.events[1].source);
  EXPECT_EQ(one.actors[one.events[0].target[0]].country, "CHL");
  EXPECT_EQ(one.document->published->iso(), "2024-05-06");
  EXPECT_THAT((*read)[1].events, IsEmpty()) << "a text without events is there to catch what is made up";
}

TEST(EvaluationInput, ReadsTheOlderPloverForm) {
  auto read = read_coded_reports(
      R"([{"event":"DOCUMENT","text":"All of it."},{"event":"demand","context":"military, economic","eventText":"urged","text":"Peru urged peace.",)"
      R"("source":[{"actorText":"Peru","code":"per","sector":"GOV"}],"target":""}])",
      "gold", GoldForm::kPlover);
  ASSERT_TRUE(read.ok()) << read.error().text();
  ASSERT_EQ(read->size(), 1u);
  const CodedEvent& event = read->front().events.front();
  EXPECT_EQ(event.type, "REQUEST") << "DEMAND became REQUEST";
  EXPECT_THAT(event.contexts, ElementsAre("military", "economic"));
  EXPECT_EQ(read->front().actors[0].country, "PER");
  EXPECT_THAT(event.target, IsEmpty());
}

TEST(EvaluationInput, RefusesPloverRecordsWithoutTextOrWithAnUnknownType) {
  auto said = [](const char* content) { return read_coded_reports(content, "gold", GoldForm::kPlover).error().text(); };
  EXPECT_THAT(said(R"({"event":["AID"]})"), HasSubstr("gold:1: the record has neither `text`"));
  EXPECT_THAT(said(R"([{"event":"GIFT","text":"Peru gave."}])"), HasSubstr("gold: element 1: `GIFT` is no PLOVER type"));
}

TEST(EvaluationInput, ReadsRecordsAsPloverDoes) {
  CodedReport report;
  auto add = [&](const char* type, const char* status) {
    CodedEvent event;
    event.type = type;
    event.status = status;
    report.events.push_back(event);
  };
  for (const char* type : {"CONSULT", "RETREAT", "ASSAULT", "REQUEST"}) add(type, "planned");
  add("CONSULT", "occurred");
  for (const char* status : {"possible", "denied", "requested", "threatened"}) add("AID", status);
  add("", "occurred");
  report.events.back().related = true;
  read_as_plover(report);
  std::vector<std::string> types;
  for (const CodedEvent& one : report.events) types.push_back(one.type);
  EXPECT_THAT(types, ElementsAre("AGREE", "CONCEDE", "THREATEN", "REQUEST", "CONSULT"));
}

}  // namespace
}  // namespace demarche

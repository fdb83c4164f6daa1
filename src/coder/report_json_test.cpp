#include "coder/report_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "coder/report_reader.h"

namespace demarche {
namespace {

using testing::HasSubstr;
using testing::Not;

const Cameo& cameo() {
  static const auto loaded = Cameo::load(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "data/ontology");
  return *loaded;
}

const EngineIdentity kEngine{"9.9.9", "sha256:m", "sha256:c", "sha256:a"};

// "Zoë à Kyïv shelled. – Next." with an event, a proposition, a voice and each kind of relation.
Report report() {
  auto doc = std::make_shared<Document>();
  doc->id = "d1";
  doc->title = "A \"title\"";
  doc->published = Date::of(2025, 2, 24);
  doc->publisher = "Wire";
  doc->url = "https://example.org/1";
  doc->text = "Zoë à Kyïv shelled. – Next.";
  Report made;
  made.document = doc;
  auto at = [&](std::string_view words) {
    auto begin = static_cast<uint32_t>(doc->text.find(words));
    return Span{begin, begin + static_cast<uint32_t>(words.size())};
  };
  made.sentences.resize(2);
  made.sentences[0].span = at("Zoë à Kyïv shelled.");
  made.sentences[1].span = at("– Next.");
  made.actors.actors.resize(2);
  made.actors.actors[0].name = "Zoë";
  made.actors.actors[1].name = "Kyïv";
  made.actors.actors[1].code = "UKRGOV";
  made.actors.actors[1].country = "UKR";
  made.actors.actors[1].sectors = {"GOV"};
  made.actors.actors[1].role = "president";
  Mention first, second;
  first.span = at("Zoë");
  first.actors = {0};
  second.span = at("Kyïv");
  second.actors = {1, 0};
  made.actors.mentions = {first, second};
  Event shelled;
  shelled.trigger = at("shelled");
  shelled.type = EventType::kAssault;
  shelled.mode = *mode_from("firearms");
  shelled.cameo = "194";
  shelled.contexts.add(*context_from("military"));
  shelled.source = {1};
  shelled.target = {0};
  shelled.certainty = -0.001;
  shelled.date = EventDate{DateRange::month(2025, 1), at("Next"), "counted from here"};
  shelled.place = EventPlace{"Kyïv", "UKR", 50.45004, 30.5, at("Kyïv")};
  shelled.attribution = {{{0}, at("à")}};
  shelled.why = {"a.frames:1", "source=Kyïv", "will", {at("Next")}};
  Event next;
  next.trigger = at("Next");
  next.sentence = 1;
  next.status = EventStatus::kDenied;
  next.negated = true;
  made.events = {shelled, next};
  Relation condition;
  condition.type = RelationType::kCondition;
  condition.a = 0;
  condition.others = {1};
  condition.any = true;
  condition.sense = ConditionSense::kUnless;
  condition.holder = {1};
  condition.rule = "unless";
  condition.cues = {at("–")};
  Relation order;
  order.type = RelationType::kOrder;
  order.a = 1;
  order.b = 0;
  order.force = Force::kDemanded;
  Relation consequence;
  consequence.type = RelationType::kConsequence;
  consequence.others = {0};
  consequence.b = 1;
  consequence.force = Force::kWarned;
  Relation content;
  content.a = 0;
  content.b = 1;
  Relation contrast;
  contrast.type = RelationType::kContrast;
  contrast.a = 1;
  contrast.b = 0;
  made.relations = {condition, order, consequence, content, contrast};
  made.notes = {{"role", "odd", at("Zoë")}};
  return made;
}

std::string json(const Report& one) {
  return to_json(one, kEngine, cameo());
}

TEST(ReportJson, CountsCodePoints) {
  std::string text = json(report());
  EXPECT_THAT(text, HasSubstr("\"sentences\":[[0,19],[20,27]]"));
  EXPECT_THAT(text, HasSubstr("\"trigger\":[11,18]"));
  EXPECT_THAT(text, HasSubstr("\"trigger\":[22,26]"));
}

TEST(ReportJson, HasTheFieldsOfTheContract) {
  std::string text = json(report());
  for (
      std::string_view part :
      {R"({"schema":"demarche/1","document":{"id":"d1","title":"A \"title\"","published":"2025-02-24","publisher":"Wire","url":"https://example.org/1","language":"en","text":)",
       R"({"id":"a1","name":"Zoë","code":null,"country":null,"sectors":[],"mentions":[[0,3],[6,10]]})",
       R"({"id":"a2","name":"Kyïv","code":"UKRGOV","country":"UKR","sectors":["GOV"],"role":"president","mentions":[[6,10]]})",
       R"("sentence":0,"event":"ASSAULT","mode":"firearms","contexts":["military"],"cameo":"194","quad":"material conflict","goldstein":-10.0,)",
       R"("source":["a2"],"target":["a1"],"about":[],"status":"occurred","negated":false,)",
       R"("date":{"start":"2025-01-01","end":"2025-01-31","text":[22,26],"how":"counted from here"})",
       R"("place":{"name":"Kyïv","country":"UKR","lat":50.45,"lon":30.5,"text":[6,10]})",
       R"("attribution":[{"source":["a1"],"cue":[4,5]}])",
       R"("why":{"rule":"a.frames:1","path":"source=Kyïv","status":"will","cues":[[22,26]]})",
       R"("event":null,"contexts":[],"cameo":null,"quad":null,"source":[])", R"("status":"denied","negated":true)",
       R"({"type":"condition","of":"e1","on":["e2"],"connective":"any","sense":"unless","holder":["a2"],"rule":"unless","cues":[[20,21]]})",
       R"({"type":"order","first":"e2","then":"e1","force":"demanded","holder":[]})",
       R"({"type":"consequence","if":["e1"],"then":"e2","force":"warned","holder":[]})", R"({"type":"content","act":"e1","of":"e2"})",
       R"({"type":"contrast","of":"e2","from":"e1"})", R"("notes":[{"kind":"role","text":"odd","span":[0,3]}])",
       R"("engine":{"version":"9.9.9","model":"sha256:m","codebook":"sha256:c","actors":"sha256:a"}})"})
    EXPECT_THAT(text, HasSubstr(part));
}

TEST(ReportJson, HasNoNegativeZero) {
  EXPECT_THAT(json(report()), HasSubstr("\"certainty\":0.0"));
}

TEST(ReportJson, IsOneLine) {
  Report one = report();
  auto doc = std::make_shared<Document>(*one.document);
  doc->text += "\nTab\t and \x01 end";
  one.document = doc;
  std::string text = json(one);
  EXPECT_EQ(text.find('\n'), std::string::npos);
  EXPECT_THAT(text, HasSubstr("\\nTab\\t and \\u0001 end"));
}

TEST(ReportJson, AWorkedOutDateSaysHow) {
  Report one = report();
  auto doc = std::make_shared<Document>(*one.document);
  doc->published.reset();
  one.document = doc;
  EXPECT_THAT(json(one), HasSubstr("\"published\":null"));
  EXPECT_THAT(json(one), Not(HasSubstr("published_how")));
  one.worked_out_date = Date::of(2025, 2, 24);
  one.date_how = "three years after";
  EXPECT_THAT(json(one), HasSubstr(R"("published":"2025-02-24","published_how":"three years after")"));
}

TEST(ReportJson, OfAnEmptyReportIsWhole) {
  Report one;
  one.document = std::make_shared<Document>();
  EXPECT_THAT(json(one), HasSubstr(R"("text":""},"sentences":[],"actors":[],"names":[],"events":[],"relations":[],"engine")"));
}

TEST(ReadRecord, GivesTheSameBytesAgain) {
  std::string text = json(report());
  auto read = read_record(text);
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(to_json(read->report, read->engine, cameo()), text);
}

TEST(ReadRecord, GivesBytesBackForCodePoints) {
  auto read = read_record(json(report()));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->report.events[0].trigger, report().events[0].trigger);
  EXPECT_EQ(read->report.relations[0].cues, report().relations[0].cues);
}

// A piece of the record, what stands in its place, and the fault.
struct Damage {
  std::string_view from, to, fault;
};
class DamagedRecord : public testing::TestWithParam<Damage> {};
TEST_P(DamagedRecord, IsRefused) {
  std::string text = json(report());
  size_t at = text.find(GetParam().from);
  ASSERT_NE(at, std::string::npos);
  auto read = read_record(text.replace(at, GetParam().from.size(), GetParam().to));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kBadInput);
  EXPECT_THAT(read.error().text(), HasSubstr(GetParam().fault));
}
INSTANTIATE_TEST_SUITE_P(
    Record, DamagedRecord,
    testing::Values(Damage{"{\"schema\"", "[\"schema\"", "no JSON"}, Damage{"demarche/1", "demarche/2", "the schema is not demarche/1"},
                    Damage{"[11,18]", "[11,28]", "a range lies outside the text"},
                    Damage{"[11,18]", "[18,11]", "a range lies outside the text"},
                    Damage{"[11,18]", "[-1,11]", "a range lies outside the text"},
                    Damage{"[11,18]", "[11]", "a range lies outside the text"},
                    Damage{"\"source\":[\"a2\"]", "\"source\":[\"a3\"]", "`a3` names nothing"},
                    Damage{"\"source\":[\"a2\"]", "\"source\":[\"a0\"]", "`a0` names nothing"},
                    Damage{"\"source\":[\"a2\"]", "\"source\":[\"e1\"]", "`e1` names nothing"},
                    Damage{"\"source\":[\"a2\"]", "\"source\":[\"a4294967298\"]", "names nothing"},
                    Damage{"\"of\":\"e1\"", "\"of\":\"e9\"", "`e9` names nothing"}, Damage{"ASSAULT", "HUG", "unknown word `HUG`"},
                    Damage{"\"sentence\":0", "\"sentence\":2", "lies in no sentence"},
                    Damage{"\"sentence\":0", "\"sentence\":-1", "lies in no sentence"},
                    Damage{"\"sentence\":0", "\"sentence\":1e300", "lies in no sentence"}, Damage{"2025-01-31", "2025-02-31", "is no day"},
                    Damage{"\"negated\":false", "\"negated\":0", "`negated` is neither"},
                    Damage{"\"actors\":[{", "\"actors\":7,\"x\":[{", "`actors` is no list"},
                    Damage{"\"contexts\":[\"military\"]", "\"contexts\":[7]", "record"}));

}  // namespace
}  // namespace demarche

#include "text/readers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <sstream>

namespace demarche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using namespace std::string_literals;

/// Everything a stream gives: "id: text" for documents, "! place: message" for errors.
std::vector<std::string> read_all(const std::string& bytes, ReaderOptions options = {}) {
  std::istringstream in(bytes);
  DocumentReader reader(in, "in", std::move(options));
  std::vector<std::string> seen;
  while (auto item = reader.next()) {
    if (*item)
      seen.push_back((*item)->id + ": " + (*item)->text);
    else
      seen.push_back("! " + item->error().text());
    if (seen.size() > 1000) break;
  }
  return seen;
}

Document only(const std::string& bytes, ReaderOptions options = {}) {
  std::istringstream in(bytes);
  DocumentReader reader(in, "in", std::move(options));
  auto item = reader.next();
  EXPECT_TRUE(item.has_value() && item->ok()) << (item && !item->ok() ? item->error().text() : "nothing");
  if (!item || !*item) return {};
  EXPECT_FALSE(reader.next().has_value());
  return std::move(item->value());
}

TEST(Readers, ReadsJsonLinesWithAllFields) {
  Document doc = only(
      R"({"id":"r1","title":"Talks","published":"2024-05-06T10:00:00+02:00","publisher":"The Wire","url":"http://x","text":"They met.\r\nTwice."})");
  EXPECT_EQ(doc.id, "r1");
  EXPECT_EQ(doc.title, "Talks");
  EXPECT_EQ(doc.published->iso(), "2024-05-06");
  EXPECT_EQ(doc.publisher, "The Wire");
  EXPECT_EQ(doc.url, "http://x");
  EXPECT_EQ(doc.text, "They met.\r\nTwice.");
}

TEST(Readers, KeepsWhatStandsAroundABrokenLine) {
  auto seen = read_all("{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Tw\n\n{\"id\":\"c\",\"text\":\"Three.\"}");
  ASSERT_EQ(seen.size(), 3u);
  EXPECT_EQ(seen[0], "a: One.");
  EXPECT_THAT(seen[1], HasSubstr("! in:2: not valid JSON"));
  EXPECT_EQ(seen[2], "c: Three.");
}

TEST(Readers, KeepsWhatFollowsABrokenFirstLine) {
  auto seen = read_all("{\"id\":\"a\",\"te\n{\"id\":\"c\",\"text\":\"Three.\"}\n");
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_THAT(seen[0], HasSubstr("! in:1: "));
  EXPECT_EQ(seen[1], "c: Three.");
}

TEST(Readers, ReadsOneObjectOverManyLines) {
  EXPECT_THAT(read_all("{\n  \"id\": \"a\",\n  \"text\": \"A } in { a string.\"\n}\n"), ElementsAre("a: A } in { a string."));
}

TEST(Readers, ReadsArrays) {
  EXPECT_THAT(read_all(R"([{"id":"a","text":"One."}, {"id":"b","text":"Two [2]."}])"), ElementsAre("a: One.", "b: Two [2]."));
  auto cut = read_all("[\n{\"id\":\"a\",\"text\":\"One.\"},\n{\"id\":\"b\"");
  ASSERT_EQ(cut.size(), 2u);
  EXPECT_THAT(cut[1], HasSubstr("! in:3: not valid JSON"));
  auto open = read_all("[{\"id\":\"a\",\"text\":\"One.\"},\n");
  ASSERT_EQ(open.size(), 2u);
  EXPECT_THAT(open[1], HasSubstr("array is not closed"));
  EXPECT_TRUE(read_all("[]").empty());
}

TEST(Readers, ReadsItsOwnOutput) {
  Document doc = only(R"({"schema":"demarche/1","document":{"id":"d","title":null,"published":null,"text":"They met."},"events":[]})");
  EXPECT_EQ(doc.id, "d");
  EXPECT_FALSE(doc.published.has_value());
}

TEST(Readers, SaysWhichFieldIsWrong) {
  EXPECT_THAT(read_all(R"({"text":["a"]})"), ElementsAre(HasSubstr("in:1: \"text\" must be a string or null, it is an array")));
  EXPECT_THAT(read_all(R"({"id":"a"})"), ElementsAre(HasSubstr("no \"text\"")));
  EXPECT_THAT(read_all(R"({"text":"a b","text":"c"})"), ElementsAre(HasSubstr("key \"text\" is given twice")));
  EXPECT_THAT(read_all(R"({"text":"a b","published":"31 February 2020"})"),
              ElementsAre(HasSubstr("\"published\" is no date: \"31 February 2020\"")));
  EXPECT_THAT(read_all(R"({"text":"  \n"})"), ElementsAre(HasSubstr("\"text\" is empty")));
  EXPECT_THAT(read_all("{\"text\":\"a\"}\n17\n"),
              ElementsAre(HasSubstr(": a"), HasSubstr("in:2: expected a JSON object for a report, found a number")));
  EXPECT_THAT(read_all(R"({"text":"a b","score":1e99999})"), ElementsAre(HasSubstr("not valid JSON")));
}

TEST(Readers, RefusesDeepNesting) {
  auto seen =
      read_all("{\"text\":\"a\",\"x\":" + std::string(100000, '[') + std::string(100000, ']') + "}\n{\"id\":\"b\",\"text\":\"Two.\"}\n");
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_THAT(seen[0], HasSubstr("nested more than 64 deep"));
  EXPECT_EQ(seen[1], "b: Two.");
}

TEST(Readers, SkipsADocumentThatIsTooLarge) {
  ReaderOptions options;
  options.max_document = 1 << 20;
  std::string huge(3 << 20, 'x');
  auto seen = read_all("{\"id\":\"a\",\"text\":\"One.\"}\n{\"text\":\"" + huge + "\"}\n{\"id\":\"c\",\"text\":\"Three.\"}\n", options);
  EXPECT_THAT(seen, ElementsAre("a: One.", HasSubstr("! in:2: a document of more than 1 MiB was skipped"), "c: Three."));
  EXPECT_THAT(read_all(huge, options), ElementsAre(HasSubstr("more than 1 MiB")));
  EXPECT_THAT(read_all("[{\"text\":\"" + huge + "\"},{\"id\":\"c\",\"text\":\"Three.\"}]", options),
              ElementsAre(HasSubstr("more than 1 MiB"), "c: Three."));
}

TEST(Readers, RepairsUtf8AndCountsIt) {
  Document doc = only("{\"text\":\"caf\xE9 talks\"}\n");
  EXPECT_EQ(doc.text, "caf\uFFFD talks");
  EXPECT_EQ(doc.repaired, 1u);
  EXPECT_EQ(only("caf\xE9 talks broke down.").repaired, 1u);
}

TEST(Readers, BlanksControlsWithoutMovingOffsets) {
  EXPECT_EQ(only(R"({"text":"\uFEFFa\u0000b\u0085c"})").text, "\uFEFFa b\u0085c");
}

TEST(Readers, KeepsPlainTextByteForByte) {
  std::string text = "Envoys resume talks\r\n\r\nThe two sides met in Oslo.\n\n  — “Good,” he said.";
  EXPECT_EQ(only(text).text, text);
  EXPECT_EQ(only(text).title, "Envoys resume talks");
}

TEST(Readers, DatesPlainTextOnlyFromWhatItSays) {
  EXPECT_EQ(only("Date: 3 March 2021\n\nThe two sides met.").published->iso(), "2021-03-03");
  EXPECT_EQ(only("OSLO, March 3, 2021 (Wire) -- The two sides met.\n").published->iso(), "2021-03-03");
  EXPECT_FALSE(only("OSLO, March 3 (Wire) -- The two sides met.\n").published.has_value());
  EXPECT_FALSE(only("The treaty of 3 March 1918 was signed.").published.has_value());
}

TEST(Readers, FillsInWhatTheCallerKnows) {
  ReaderOptions options;
  options.published = Date::of(2020, 1, 2);
  options.publisher = "Desk";
  Document doc = only("The two sides met.", options);
  EXPECT_EQ(doc.published->iso(), "2020-01-02");
  EXPECT_EQ(doc.publisher, "Desk");
}

TEST(Readers, GivesTheSameIdToTheSameContentOnly) {
  EXPECT_EQ(only("They met.").id, only("They met.").id);
  EXPECT_NE(only("They met.").id, only("They met!").id);
}

TEST(Readers, RefusesEmptyAndBinaryInput) {
  EXPECT_THAT(read_all(""), ElementsAre(HasSubstr("in: the input is empty")));
  EXPECT_THAT(read_all(" \n\n"), ElementsAre(HasSubstr("is empty")));
  std::string binary;
  for (int i = 0; i < 2000; ++i) binary += static_cast<char>(i * 91 % 256);
  EXPECT_THAT(read_all("\x7F"
                       "ELF" +
                       binary),
              ElementsAre(HasSubstr("binary data")));
}

TEST(Readers, ReadsUtf16) {
  EXPECT_EQ(only("\xFF\xFEO\0k\0.\0"s).text, "Ok.");
}

TEST(Readers, TellsFormatsApart) {
  EXPECT_EQ(only("[Editor's note] They met.").text, "[Editor's note] They met.");
  EXPECT_EQ(only("{sic} They met.").text, "{sic} They met.");
  EXPECT_EQ(only("<3 they said.").text, "<3 they said.");
  EXPECT_EQ(only("\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"One.\"}").id, "a");
  EXPECT_EQ(only("<p>The two sides met again on Monday in Oslo, officials said.</p>").text,
            "The two sides met again on Monday in Oslo, officials said.");
  ReaderOptions as_text;
  as_text.format = InputFormat::kText;
  EXPECT_EQ(only("{\"text\":\"One.\"}", as_text).text, "{\"text\":\"One.\"}");
}

TEST(Readers, OpensFilesAndSaysWhyNot) {
  EXPECT_EQ(DocumentReader::open("/nonexistent/file", {}).error().code, ErrorCode::kIo);
  EXPECT_EQ(DocumentReader::open("/", {}).error().message, "is a directory; name the files in it");
  std::string path = testing::TempDir() + "readers_test.txt";
  std::ofstream(path) << "They met.";
  auto reader = DocumentReader::open(path, {});
  ASSERT_TRUE(reader.ok());
  auto item = reader.value()->next();
  ASSERT_TRUE(item && *item);
  EXPECT_EQ((*item)->text, "They met.");
  std::remove(path.c_str());
}

TEST(ReadersSeed, ComesThroughByteForByte) {
  std::string path = DEMARCHE_SOURCE_DIR "/../shared/seed/report.txt";
  std::ifstream in(path, std::ios::binary);
  if (!in) GTEST_SKIP() << "no ../shared/seed beside this checkout";
  std::ostringstream bytes;
  bytes << in.rdbuf();
  Document doc = only(bytes.str());
  EXPECT_EQ(doc.text, bytes.str());
  EXPECT_FALSE(doc.published.has_value());
}

}  // namespace
}  // namespace demarche

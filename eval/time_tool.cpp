// time-tool EVENTS.tsv FILE.jsonl [MODEL]
//   Finds expressions of time in the records {doc_id, doc_date, text} of a file and writes {doc_id, timex: [{start, end, type, value}]},
//   offsets in code points, one line each: what the benchmark's order scorer takes as predictions. With a model the sentences are parsed
//   first.
#include <fmt/format.h>
#include <simdjson.h>

#include <cstdio>
#include <fstream>

#include "language/analyzer.h"
#include "language/temporal.h"
#include "text/offsets.h"
#include "text/tokenizer.h"

namespace {

using namespace demarche;

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

std::vector<Sentence> unparsed(const Document& doc) {
  std::vector<Sentence> sentences;
  for (const SentenceTokens& tokens : tokenize(doc)) {
    Sentence& sentence = sentences.emplace_back();
    sentence.span = tokens.span;
    for (const Token& token : tokens.tokens) {
      Word& word = sentence.words.emplace_back();
      word.span = token.span;
      word.form = std::string_view(doc.text).substr(token.span.begin, token.span.size());
      word.space_after = token.space_after;
    }
  }
  return sentences;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: time-tool EVENTS.tsv FILE.jsonl [MODEL]\n");
    return 2;
  }
  auto events = DatedEvents::load(argv[1]);
  if (!events) {
    fmt::print(stderr, "{}\n", events.error().text());
    return 1;
  }
  std::shared_ptr<const Analyzer> analyzer;
  if (argc > 3) {
    auto loaded = Analyzer::load(argv[3]);
    if (!loaded) {
      fmt::print(stderr, "{}\n", loaded.error().text());
      return 1;
    }
    analyzer = loaded.value();
  }
  TemporalTagger tagger(events.value());
  std::ifstream in(argv[2]);
  std::string line;
  while (std::getline(in, line)) {
    simdjson::dom::parser parser;
    simdjson::dom::element record = parser.parse(line);
    Document doc;
    doc.text = std::string(std::string_view(record["text"]));
    std::string_view date;
    if (record["doc_date"].get_string().get(date) == simdjson::SUCCESS)
      if (auto day = parse_date(date); day && day->start == day->end) doc.published = day->start;
    std::vector<Sentence> sentences = analyzer ? analyzer->analyze(doc, tokenize(doc)) : unparsed(doc);
    Offsets offsets(doc.text);
    std::string out;
    for (const TimeExpression& time : tagger.find(sentences, doc.published)) {
      std::vector<TimeEnd> parts = time.ends;  // TIMEX3 has the ends of a range as two expressions
      if (parts.empty()) parts.push_back({time.span, time.value});
      for (const TimeEnd& part : parts) {
        Span span = offsets.points(part.span);
        out += fmt::format("{}{{\"start\":{},\"end\":{},\"type\":\"{}\",\"value\":{}}}", out.empty() ? "" : ",", span.begin, span.end,
                           name(time.type), json_string(part.value));
      }
    }
    fmt::print("{{\"doc_id\":{},\"timex\":[{}]}}\n", json_string(std::string_view(record["doc_id"])), out);
  }
  return 0;
}

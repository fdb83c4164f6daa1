#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "coder/status.h"
#include "engine/exports.h"
#include "text/offsets.h"

namespace demarche {

namespace {

// The benchmarks' scale: 3 certainly so, 0 unknown, -3 certainly not.
constexpr double kScale = 3;

// The word of a sentence that heads the asked stretch: the first whose own head lies outside it; -1 if none overlaps it.
int asked_head(const Sentence& sentence, Span asked) {
  int first = -1;
  for (size_t i = 0; i < sentence.words.size(); ++i) {
    if (!sentence.words[i].span.overlaps(asked)) continue;
    if (first < 0) first = static_cast<int>(i);
    int up = sentence.words[i].head;
    if (up < 0 || !sentence.words[static_cast<size_t>(up)].span.overlaps(asked)) return static_cast<int>(i);
  }
  return first;
}

bool may_be_predicate(const Word& word) {
  return word.upos == Upos::kVerb || word.upos == Upos::kNoun || word.upos == Upos::kAdj || word.upos == Upos::kAux;
}

// UDS asked its annotators whether a thing has happened or is happening, so that what is to come is a no; the others ask whether the text
// takes it for a fact, sooner or later. A line that names no corpus gets the mean of the two.
double asked_certainty(const Question& question, const Tree& tree, int head, const Lexicon& lexicon) {
  auto certainty = [&](FactQuestion what) { return read_status(tree, head, lexicon, what).certainty; };
  if (question.corpus == "uds") return certainty(FactQuestion::kRealised);
  if (!question.corpus.empty()) return certainty(FactQuestion::kBelieved);
  return (certainty(FactQuestion::kRealised) + certainty(FactQuestion::kBelieved)) / 2;
}

}  // namespace

std::string export_factuality(const Question& question, const Engine& engine) {
  Report report = engine.read(question.document);
  Offsets offsets(report.document->text);
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  json.SetMaxDecimalPlaces(3);
  json.StartObject();
  json.Key("sent_id");
  json.String(report.document->id.c_str(), static_cast<rapidjson::SizeType>(report.document->id.size()));
  json.Key("predicates");
  json.StartArray();
  auto answer = [&](const Tree& tree, int head, Span span) {
    Span points = offsets.points(span);
    StatusReading reading = read_status(tree, head, engine.lexicon());
    reading.certainty = asked_certainty(question, tree, head, engine.lexicon());
    json.StartObject();
    json.Key("start");
    json.Uint(points.begin);
    json.Key("end");
    json.Uint(points.end);
    json.Key("factuality");
    json.Double(kScale * reading.certainty);
    json.Key("why");
    json.String(reading.reason.c_str(), static_cast<rapidjson::SizeType>(reading.reason.size()));
    json.EndObject();
  };
  for (const Tree& tree : report.trees) {
    const Sentence& sentence = tree.sentence();
    for (Span asked : question.words)
      if (int head = asked_head(sentence, asked); head >= 0) answer(tree, head, asked);
    if (!question.words.empty()) continue;
    for (int i = 0; i < tree.size(); ++i)
      if (may_be_predicate(tree.word(i))) answer(tree, i, tree.word(i).span);
  }
  json.EndArray();
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace demarche

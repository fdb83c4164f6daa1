#include <fmt/format.h>
#include <simdjson.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <map>
#include <thread>

#include "base/files.h"
#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "engine/exports.h"
#include "text/offsets.h"
#include "text/written_date.h"

namespace demarche {

namespace {

using Exporter = std::string (*)(const Question&, const Engine&);

Exporter exporter_for(const std::string& purpose) {
  static const std::map<std::string, Exporter> kExporters{
      {"attribution", export_attribution}, {"relations", export_relations}, {"cause", export_causes}, {"order", export_order},
      {"factuality", export_factuality},   {"conflict", export_conflict},   {"coref", export_coref}};
  return kExporters.at(purpose);
}

std::string first_string(simdjson::dom::object object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    std::string_view text;
    if (object[key].get_string().get(text) == simdjson::SUCCESS) return std::string(text);
  }
  return {};
}

// The words that a line asks about: `events` or `predicates`, with `start` and `end` in code points.
std::vector<Span> asked_words(simdjson::dom::object object, const std::string& text) {
  std::vector<Span> spans;
  Offsets offsets(text);
  for (const char* key : {"events", "predicates"}) {
    simdjson::dom::array list;
    if (object[key].get_array().get(list) != simdjson::SUCCESS) continue;
    for (simdjson::dom::element one : list) {
      uint64_t start = 0, end = 0;
      if (one["start"].get_uint64().get(start) != simdjson::SUCCESS || one["end"].get_uint64().get(end) != simdjson::SUCCESS) continue;
      spans.push_back(offsets.bytes(Span{static_cast<uint32_t>(start), static_cast<uint32_t>(end)}));
    }
  }
  return spans;
}

Result<Question> question_from(const std::string& line) {
  auto doc = document_from_json(line, ReaderOptions{});
  if (!doc) return doc.error();
  Question question;
  question.document = std::move(*doc);
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(line).get_object().get(object) != simdjson::SUCCESS) return question;
  if (std::string id = first_string(object, {"doc_id", "sent_id", "id"}); !id.empty()) question.document.id = id;
  if (!question.document.published) question.document.published = parse_written_date(first_string(object, {"doc_date", "date"}));
  question.corpus = first_string(object, {"corpus"});
  question.speaker = first_string(object, {"speaker"});
  question.words = asked_words(object, question.document.text);
  return question;
}

// Answers the lines of one file in order, a batch at a time.
void answer_file(const Engine& engine, const CommandLine& line, const std::string& path, Output& output, Failures& failures) {
  constexpr size_t kBatch = 64;
  auto in = path == "-" ? Result<std::unique_ptr<std::istream>>(interruptible_input()) : open_file(path);
  if (!in) return failures.add(in.error());
  if ((*in)->peek() == std::istream::traits_type::eof())
    return failures.add({ErrorCode::kBadInput, "the input is empty; write one JSON object with a text a line", path});
  Exporter answer = exporter_for(line.purpose);
  tbb::task_arena arena(line.jobs > 0 ? line.jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
  size_t number = 0;
  std::string text;
  while (!interrupted()) {
    std::vector<Question> batch;
    bool more = true;
    while (batch.size() < kBatch && (more = static_cast<bool>(std::getline(**in, text)))) {
      ++number;
      if (text.empty()) continue;
      auto question = question_from(text);
      if (question)
        batch.push_back(std::move(*question));
      else
        failures.add({question.error().code, question.error().message, fmt::format("{}:{}", path, number)});
    }
    std::vector<std::string> answers(batch.size());
    arena.execute([&] { tbb::parallel_for(size_t{0}, batch.size(), [&](size_t i) { answers[i] = answer(batch[i], engine); }); });
    for (const std::string& one : answers) output.write(one + "\n");
    if (!more) break;
  }
}

}  // namespace

int run_export(const CommandLine& line) {
  auto engine = load_engine(line);
  Output output(line.output);
  Failures failures(line.strict);
  for (const std::string& path : line.files) answer_file(*engine, line, path, output, failures);
  output.flush();
  return failures.exit_code();
}

}  // namespace demarche

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>

#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output.h"
#include "cli/store_access.h"
#include "cli/terminal.h"
#include "engine/explanation.h"

namespace demarche {

namespace {

struct EventName {
  uint32_t number = 0;  ///< index
  std::string report;   ///< "" if not named
};

EventName parse_event(const std::string& text) {
  size_t at = text.find('@');
  std::string id = text.substr(0, at);
  EventName name;
  name.report = at == std::string::npos ? "" : text.substr(at + 1);
  auto [end, fault] = std::from_chars(id.data() + (id.starts_with('e') ? 1 : 0), id.data() + id.size(), name.number);
  if (fault != std::errc() || end != id.data() + id.size() || name.number == 0)
    throw Failure{{ErrorCode::kUsage, "names no event; write e3@REPORT, or e3 with --in FILE", text}};
  --name.number;
  return name;
}

void require(const EventName& name, const Report& report) {
  if (name.number < report.events.size()) return;
  throw Failure{{ErrorCode::kUsage, fmt::format("the report has only {} events", report.events.size()), event_id(name.number)}};
}

Report code_file(const CommandLine& line, const Engine& engine) {
  CommandLine input = line;
  input.files = {line.in};
  JobSource source(input);
  auto job = source.next();
  if (!job) throw Failure{{ErrorCode::kBadInput, "holds no document", line.in}};
  Job first = or_fail(std::move(*job));
  return first.parse ? engine.code_conllu(std::move(first.document), *first.parse) : engine.code(std::move(first.document));
}

// The stored report with its sentences parsed: the present engine's where it is the one that coded, else the record's events over the
// present parse.
Report with_parse(const Engine& engine, const StoredReport& stored) {
  RecordedReport recorded = or_fail(read_record(stored.record));
  Document doc = *recorded.report.document;
  Report fresh;
  if (stored.parse.empty()) {
    fresh = engine.code(doc);
  } else {
    fresh = engine.code_conllu(doc, or_fail(parse_conllu(stored.parse, stored.row.id)));
  }
  if (engine.json(fresh) == stored.record) return fresh;
  complain(
      "the store's record was made by another engine; what follows is the record with the present parse (`demarche read` codes it anew)");
  if (fresh.sentences.size() != recorded.report.sentences.size()) return std::move(recorded.report);
  Report mixed = std::move(recorded.report);
  mixed.document = fresh.document;
  mixed.parse_source = fresh.parse_source;
  mixed.sentences = std::move(fresh.sentences);
  for (const Sentence& sentence : mixed.sentences) mixed.trees.emplace_back(sentence);
  return mixed;
}

}  // namespace

int run_explain(const CommandLine& line) {
  EventName name = parse_event(line.event);
  if (name.report.empty() && line.in.empty())
    throw Failure{{ErrorCode::kUsage, "of which report? write e3@REPORT, or add --in FILE", line.event}};
  std::unique_ptr<Store> store = line.in.empty() ? open_store(line, OpenMode::kRead) : nullptr;
  std::optional<StoredReport> stored;
  if (store) stored = or_fail(store->report(find_report(*store, name.report).number));
  auto engine = load_engine(line);
  Report report = stored ? with_parse(*engine, *stored) : code_file(line, *engine);
  require(name, report);
  Output output("");
  output.write(explanation(*engine, report, name.number, wants_colour(line.colour, STDOUT_FILENO)));
  output.flush();
  return kExitOk;
}

}  // namespace demarche

#include <fmt/format.h>
#include <simdjson.h>
#include <unistd.h>

#include <map>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/store_access.h"
#include "cli/terminal.h"
#include "engine/account.h"
#include "engine/wording.h"

namespace demarche {

namespace {

// The first or last day of a date that may be a year or month.
std::string day_of(const std::string& text, bool last, const char* option) {
  if (text.empty()) return {};
  auto range = parse_date(text);
  if (!range) throw Failure{{ErrorCode::kUsage, "is no date; write YYYY, YYYY-MM or YYYY-MM-DD", fmt::format("{} {}", option, text)}};
  return (last ? range->end : range->start).iso();
}

std::string upper(std::string text) {
  for (char& c : text)
    if (is_lower_ascii(c)) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

EventFilter filter_of(const CommandLine& line) {
  EventFilter filter;
  filter.actor = upper(line.actor);
  filter.source = upper(line.source);
  filter.target = upper(line.target);
  filter.type = upper(line.type);
  filter.status = lower_ascii(line.status);
  if (!filter.type.empty() && !event_type_from(filter.type)) {
    std::vector<std::string> types;
    for (size_t i = 1; i < static_cast<size_t>(EventType::kCount); ++i) types.emplace_back(name(static_cast<EventType>(i)));
    std::string meant = closest(filter.type, types);
    throw Failure{{ErrorCode::kUsage,
                   "is no PLOVER type; " + (meant.empty() ? "one of " + join(types, " ") : "did you mean " + meant + "?"),
                   "--type " + line.type}};
  }
  if (!filter.status.empty() && !event_status_from(filter.status))
    throw Failure{{ErrorCode::kUsage, "is no status: occurred habitual planned offered requested threatened possible denied",
                   "--status " + line.status}};
  filter.since = day_of(line.since, false, "--since");
  filter.until = day_of(line.until, true, "--until");
  if (line.limit > 0) filter.limit = line.limit;
  return filter;
}

bool has_filter(const CommandLine& line) {
  return !(line.actor + line.source + line.target + line.type + line.status + line.since + line.until).empty() || line.limit > 0;
}

class Showing {
 public:
  Showing(const CommandLine& line, EventFilter filter, Store& store) : line_(line), filter_(std::move(filter)), store_(store), output_("") {
    style_.colour = wants_colour(line.colour, STDOUT_FILENO);
    style_.width = terminal_width();
  }

  void one() { show(or_fail(store_.report(find_report(store_, line_.report).number))); }

  void all() {
    bool first = true;
    for (const ReportRow& row : or_fail(store_.reports())) {
      if (interrupted()) return;
      if (!first && !line_.json) output_.write("\n");
      first = false;
      show(or_fail(store_.report(row.number)));
    }
  }

  void list() {
    for (const ReportRow& row : or_fail(store_.reports())) {
      if (interrupted()) return;
      if (line_.json)
        output_.write(or_fail(store_.report(row.number)).record + "\n");
      else
        output_.write(fmt::format("{:<12} {:<10} {:>4} events  {}{}\n", reference(row), row.published.empty() ? "undated" : row.published,
                                  row.events, row.publisher.empty() ? "" : row.publisher + ": ",
                                  shortened(flat(row.title.empty() ? row.id : row.title), style_.width)));
    }
  }

  void events() {
    size_t shown = 0;
    for (const EventRow& row : or_fail(store_.events(filter_))) {
      if (interrupted()) return;
      const Loaded& loaded = load(row.report);
      if (row.event >= loaded.report.events.size()) continue;
      if (line_.json)
        output_.write(event_json(loaded, row.event) + "\n");
      else
        output_.write(fmt::format("{}  {}@{}\n", event_line(loaded.report, loaded.report.events[row.event]), event_id(row.event),
                                  reference(loaded.stored.row)));
      ++shown;
    }
    if (shown == 0 && !line_.quiet) complain("no event fits; `demarche show` lists the reports");
  }

  void finish() { output_.flush(); }

 private:
  struct Loaded {
    StoredReport stored;
    Report report;
  };

  void show(const StoredReport& stored) {
    if (line_.json)
      output_.write(stored.record + "\n");
    else
      output_.write(account(stored_report(stored), style_));
  }

  // Events come in order of their dates, so reports come again and again; a bounded number stays at hand.
  const Loaded& load(int64_t number) {
    constexpr size_t kKept = 256;
    if (auto found = loaded_.find(number); found != loaded_.end()) return found->second;
    if (loaded_.size() >= kKept) loaded_.clear();
    StoredReport stored = or_fail(store_.report(number));
    Report report = stored_report(stored);
    return loaded_.emplace(number, Loaded{std::move(stored), std::move(report)}).first->second;
  }

  // The event as its record has it, with where it stands and the actors that its ids name.
  static std::string event_json(const Loaded& loaded, uint32_t event) {
    simdjson::dom::parser parser;
    simdjson::dom::element root = parser.parse(loaded.stored.record).value();
    return fmt::format("{{\"report\":{},\"published\":{},\"event\":{},\"actors\":{}}}", simdjson::minify(root["document"]["id"].value()),
                       simdjson::minify(root["document"]["published"].value()), simdjson::minify(root["events"].at(event).value()),
                       simdjson::minify(root["actors"].value()));
  }

  const CommandLine& line_;
  EventFilter filter_;
  Store& store_;
  Output output_;
  AccountStyle style_;
  std::map<int64_t, Loaded> loaded_;
};

}  // namespace

int run_show(const CommandLine& line) {
  EventFilter filter = filter_of(line);
  auto store = open_store(line, OpenMode::kRead);
  Showing showing(line, std::move(filter), *store);
  if (!line.report.empty())
    showing.one();
  else if (line.all)
    showing.all();
  else if (has_filter(line))
    showing.events();
  else
    showing.list();
  showing.finish();
  return interrupted() ? kExitInterrupted : kExitOk;
}

}  // namespace demarche

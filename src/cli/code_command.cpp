#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

#include "base/files.h"
#include "base/table_cells.h"
#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "engine/account.h"
#include "engine/page.h"

namespace demarche {

namespace {

// The lines of a table of marked sentences, with the columns that matter.
class PairTable {
 public:
  explicit PairTable(const std::string& path) : path_(path), in_(or_fail(open_file(path))) {
    std::string header;
    if (!std::getline(*in_, header))
      throw Failure{{ErrorCode::kBadInput, "is empty; it needs a header with uid and marked_sentence", path}};
    if (header.ends_with('\r')) header.pop_back();
    auto names = table_cells(header);
    uid_ = column(names, "uid");
    sentence_ = column(names, "marked_sentence");
  }

  struct Row {
    std::string uid, sentence;
  };
  /// At most `count` rows; a line with too few cells is an error of the table.
  std::vector<Row> next(size_t count, Failures& failures) {
    std::vector<Row> rows;
    std::string line;
    while (rows.size() < count && std::getline(*in_, line)) {
      ++number_;
      if (line.ends_with('\r')) line.pop_back();
      if (line.empty()) continue;
      auto cells = table_cells(line);
      if (cells.size() <= std::max(uid_, sentence_))
        failures.add({ErrorCode::kBadInput, "too few columns; skipped", fmt::format("{}:{}", path_, number_)});
      else
        rows.push_back({cells[uid_], cells[sentence_]});
    }
    return rows;
  }

 private:
  size_t column(const std::vector<std::string>& names, std::string_view wanted) const {
    auto found = std::find(names.begin(), names.end(), wanted);
    if (found == names.end()) throw Failure{{ErrorCode::kBadInput, fmt::format("the header names no column `{}`", wanted), path_ + ":1"}};
    return static_cast<size_t>(found - names.begin());
  }

  std::string path_;
  std::unique_ptr<std::istream> in_;
  size_t number_ = 1;
  size_t uid_ = 0, sentence_ = 0;
};

int code_pairs(const CommandLine& line) {
  constexpr size_t kBatch = 512;
  auto engine = load_engine(line);
  PairTable table(line.pairs);
  Failures failures(line.strict);
  Output output(line.output);
  tbb::task_arena arena(line.jobs > 0 ? line.jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
  while (!interrupted()) {
    std::vector<PairTable::Row> rows = table.next(kBatch, failures);
    if (rows.empty()) break;
    std::vector<PairCode> codes(rows.size());
    arena.execute([&] { tbb::parallel_for(size_t{0}, rows.size(), [&](size_t i) { codes[i] = engine->code_marked(rows[i].sentence); }); });
    for (size_t i = 0; i < rows.size(); ++i) {
      const PairCode& code = codes[i];
      output.write(fmt::format("{}\t{}\t{}\t{}\t{:.4f}", rows[i].uid, name(code.type), name(code.mode), code.cameo, code.probability));
      output.write(line.verbose ? "\t" + code.why + "\n" : "\n");
    }
  }
  output.flush();
  return failures.exit_code();
}

// How coded reports are written: what is made of one in parallel, and what stands around and between them.
class Format {
 public:
  virtual ~Format() = default;
  virtual std::string head() const { return {}; }
  virtual std::string render(const Report& report) const = 0;
  /// In the order of the input.
  virtual void put(const Coded& coded, Output& output) { output.write(coded.text); }
  virtual std::string tail() const { return {}; }
};

class TextFormat final : public Format {
 public:
  explicit TextFormat(AccountStyle style) : style_(style) {}
  std::string render(const Report& report) const override { return account(report, style_); }
  void put(const Coded& coded, Output& output) override { output.write(std::exchange(first_, false) ? coded.text : "\n" + coded.text); }

 private:
  AccountStyle style_;
  bool first_ = true;
};

class RecordFormat final : public Format {
 public:
  explicit RecordFormat(const Engine& engine) : engine_(engine) {}
  std::string render(const Report& report) const override { return engine_.json(report) + "\n"; }

 private:
  const Engine& engine_;
};

class PageFormat final : public Format {
 public:
  std::string head() const override { return page_.head(); }
  std::string render(const Report&) const override { return {}; }  // needs its number, which only the order of the input gives
  void put(const Coded& coded, Output& output) override {
    titles_.push_back(page_title(coded.report));
    output.write(page_.report(coded.report, titles_.size()));
  }
  std::string tail() const override { return page_.tail(titles_); }

 private:
  PageWriter page_;
  std::vector<std::string> titles_;
};

std::unique_ptr<Format> make_format(const CommandLine& line, const Engine& engine, const Output& output) {
  if (line.format == "jsonl") return std::make_unique<RecordFormat>(engine);
  if (line.format == "html") return std::make_unique<PageFormat>();
  AccountStyle style;
  style.colour = output.is_standard() && wants_colour(line.colour, STDOUT_FILENO);
  style.width = output.is_standard() ? terminal_width() : style.width;
  return std::make_unique<TextFormat>(style);
}

}  // namespace

int run_code(const CommandLine& line) {
  if (!line.pairs.empty()) return code_pairs(line);
  JobSource source(line);
  auto engine = load_engine(line);
  Output output(line.output);
  Failures failures(line.strict);
  auto format = make_format(line, *engine, output);
  Progress progress(line.quiet || (output.is_standard() && isatty(STDOUT_FILENO)));
  size_t done = 0;
  CodingSteps steps;
  steps.render = [&](const Report& report) { return format->render(report); };
  steps.take = [&](Result<Coded> coded) {
    if (!coded) return failures.add(coded.error());
    format->put(*coded, output);
    output.flush_if_live();
    progress.show("coding", ++done, source.share());
  };
  output.write(format->head());
  code_all(*engine, source, line.jobs, steps);
  output.write(format->tail());
  output.flush();
  return failures.exit_code();
}

}  // namespace demarche

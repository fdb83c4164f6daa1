#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <thread>

#include "base/strings.h"
#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "engine/account.h"

namespace demarche {

namespace {

// The lines of a table of marked sentences, with the columns that matter.
class PairTable {
 public:
  explicit PairTable(const std::string& path) : path_(path), in_(path) {
    std::string header;
    if (!in_ || !std::getline(in_, header)) throw Failure{{ErrorCode::kIo, "cannot be read, or is empty", path}};
    if (header.ends_with('\r')) header.pop_back();
    auto names = split(header, '\t');
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
    while (rows.size() < count && std::getline(in_, line)) {
      ++number_;
      if (line.ends_with('\r')) line.pop_back();
      if (line.empty()) continue;
      auto cells = split(line, '\t');
      if (cells.size() <= std::max(uid_, sentence_)) failures.add({ErrorCode::kBadInput, "too few columns; skipped", fmt::format("{}:{}", path_, number_)});
      else rows.push_back({std::string(cells[uid_]), std::string(cells[sentence_])});
    }
    return rows;
  }

 private:
  size_t column(const std::vector<std::string_view>& names, std::string_view wanted) const {
    auto found = std::find(names.begin(), names.end(), wanted);
    if (found == names.end()) throw Failure{{ErrorCode::kBadInput, fmt::format("the header names no column `{}`", wanted), path_ + ":1"}};
    return static_cast<size_t>(found - names.begin());
  }

  std::string path_;
  std::ifstream in_;
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

}  // namespace

int run_code(const CommandLine& line) {
  if (!line.pairs.empty()) return code_pairs(line);
  JobSource source(line);
  auto engine = load_engine(line);
  Output output(line.output);
  Failures failures(line.strict);
  AccountStyle style;
  style.colour = wants_colour(line.colour, STDOUT_FILENO) && output.is_standard();
  style.width = output.is_standard() ? terminal_width() : 120;
  bool text = line.format == "text";
  Progress progress(line.quiet || (output.is_standard() && isatty(STDOUT_FILENO)));
  size_t done = 0;
  CodingSteps steps;
  steps.render = [&](const Report& report) { return text ? account(report, style) : engine->json(report) + "\n"; };
  steps.take = [&](Result<Coded> coded) {
    if (!coded) return failures.add(coded.error());
    if (text && done > 0) output.write("\n");
    output.write(coded->text);
    progress.show("coding", ++done, source.share());
  };
  code_all(*engine, source, line.jobs, steps);
  output.flush();
  return failures.exit_code();
}

}  // namespace demarche

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "base/files.h"
#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "engine/evaluation_sheet.h"

namespace demarche {

namespace {

// Gold and runs are held in memory whole.
constexpr size_t kMaxFile = size_t{1} << 30;

std::string shown_name(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

std::string content_of(const std::string& path) {
  if (path != "-") return or_fail(read_file(path, kMaxFile));
  std::string content = or_fail(read_all(*interruptible_input(), "standard input", kMaxFile));
  if (interrupted()) throw Failure{{ErrorCode::kInterrupted, "interrupted; nothing was scored", ""}};
  return content;
}

GoldForm form_of(const std::string& wanted, const std::string& content, const std::string& name) {
  if (auto form = gold_form_from(wanted)) return *form;
  auto form = recognise_gold(content);
  if (form) return *form;
  Error error = form.error();
  error.place = name;
  throw Failure{error};
}

// One evaluation of the command line.
class Evaluating {
 public:
  explicit Evaluating(const CommandLine& line) : line_(line) {
    if ((line.gold == "-") + (line.predictions == "-") + (line.against == "-") > 1)
      throw Failure{{ErrorCode::kUsage, "only one of gold and predictions can come from standard input", "-"}};
    sheet_.gold = shown_name(line.gold);
    sheet_.predictions = line.predictions.empty() ? "this engine" : shown_name(line.predictions);
    sheet_.against = shown_name(line.against);
    sheet_.misses = line.misses;
  }

  const EvaluationSheet& run() {
    std::string content = content_of(line_.gold);
    sheet_.form = form_of(line_.form, content, sheet_.gold);
    if (sheet_.form == GoldForm::kPairs)
      pairs(content);
    else
      reports(content);
    if (!line_.quiet)
      for (const std::string& one : sheet_.warnings) complain(one);
    return sheet_;
  }

 private:
  void reports(const std::string& content) {
    std::vector<CodedReport> gold = or_fail(read_coded_reports(content, sheet_.gold, sheet_.form));
    EventMatch how = sheet_.form == GoldForm::kPlover ? EventMatch::kByCode : EventMatch::kByTrigger;
    std::vector<CodedReport> now = line_.predictions.empty() ? code(gold) : read(line_.predictions);
    Alignment aligned = align(gold, now);
    warn(aligned, "");
    sheet_.reports = or_fail(evaluate(gold, aligned, how));
    if (line_.against.empty()) return;
    std::vector<CodedReport> before = read(line_.against);
    Alignment old = align(gold, before);
    warn(old, sheet_.against + ": ");
    sheet_.reports_before = or_fail(evaluate(gold, old, how));
    sheet_.diff = or_fail(diff_runs(gold, aligned, old, how));
  }

  void warn(const Alignment& alignment, const std::string& before) {
    for (const std::string& one : alignment.warnings) sheet_.warnings.push_back(before + one);
  }

  // Predictions come as records or, for gold of that form, as PLOVER has them.
  std::vector<CodedReport> read(const std::string& path) const {
    std::string content = content_of(path);
    GoldForm form = form_of("", content, shown_name(path));
    if (form == GoldForm::kPairs || (form == GoldForm::kPlover && sheet_.form != GoldForm::kPlover))
      throw Failure{{ErrorCode::kBadInput,
                     fmt::format("these predictions have the form {}, gold has {}; make them with `demarche code --format jsonl`",
                                 name(form), name(sheet_.form)),
                     shown_name(path)}};
    auto coded = or_fail(read_coded_reports(content, shown_name(path), form));
    if (form == GoldForm::kReports) as_gold(coded);
    return coded;
  }

  void as_gold(std::vector<CodedReport>& coded) const {
    if (sheet_.form == GoldForm::kPlover)
      for (CodedReport& one : coded) read_as_plover(one);
  }

  template <class Work>
  void in_parallel(size_t count, const Work& work) const {
    tbb::task_arena arena(line_.jobs > 0 ? line_.jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
    std::atomic<size_t> done = 0;
    Progress progress(line_.quiet);
    arena.execute([&] {
      tbb::parallel_for(size_t{0}, count, [&](size_t i) {
        if (interrupted()) return;
        work(i);
        ++done;
      });
    });
    if (interrupted()) throw Failure{{ErrorCode::kInterrupted, "interrupted; nothing was scored", ""}};
  }

  std::vector<CodedReport> code(const std::vector<CodedReport>& gold) const {
    auto engine = load_engine(line_);
    std::vector<std::string> records(gold.size());
    for (const CodedReport& one : gold)
      if (!one.document) throw Failure{{ErrorCode::kBadInput, "gold has no text to code; name a file of predictions", one.id}};
    in_parallel(gold.size(), [&](size_t i) { records[i] = engine->json(engine->code(*gold[i].document)) + "\n"; });
    std::string all;
    for (const std::string& one : records) all += one;
    auto coded = or_fail(read_coded_reports(all, "this engine", GoldForm::kReports));
    as_gold(coded);
    return coded;
  }

  void pairs(const std::string& content) {
    std::vector<GoldPair> gold = or_fail(read_gold_pairs(content, sheet_.gold));
    auto now = line_.predictions.empty() ? code(gold) : read_pairs(line_.predictions);
    sheet_.pairs = evaluate_pairs(gold, now);
    warn_unmatched(sheet_.predictions, sheet_.pairs->unmatched);
    if (line_.against.empty()) return;
    auto before = read_pairs(line_.against);
    sheet_.pairs_before = evaluate_pairs(gold, before);
    warn_unmatched(sheet_.against, sheet_.pairs_before->unmatched);
    sheet_.diff = diff_pairs(gold, now, before);
  }

  void warn_unmatched(const std::string& name, size_t count) {
    if (count > 0) sheet_.warnings.push_back(fmt::format("{}: {} uids are not in gold and left out", name, count));
  }

  std::map<std::string, std::string> read_pairs(const std::string& path) const {
    return or_fail(read_pair_predictions(content_of(path), shown_name(path)));
  }

  std::map<std::string, std::string> code(const std::vector<GoldPair>& gold) const {
    if (std::all_of(gold.begin(), gold.end(), [](const GoldPair& row) { return row.sentence.empty(); }))
      throw Failure{
          {ErrorCode::kBadInput, "has no column marked_sentence, so there is nothing to code; name a file of predictions", sheet_.gold}};
    auto engine = load_engine(line_);
    std::vector<std::string> classes(gold.size());
    in_parallel(gold.size(), [&](size_t i) { classes[i] = pair_class(name(engine->code_marked(gold[i].sentence).type)); });
    std::map<std::string, std::string> made;
    for (size_t i = 0; i < gold.size(); ++i) made.emplace(gold[i].uid, classes[i]);
    return made;
  }

  const CommandLine& line_;
  EvaluationSheet sheet_;
};

}  // namespace

int run_eval(const CommandLine& line) {
  Evaluating evaluating(line);
  const EvaluationSheet& sheet = evaluating.run();
  Output output(line.output);
  output.write(line.format == "json" ? sheet_json(sheet) + "\n" : sheet_text(sheet));
  output.flush();
  return kExitOk;
}

}  // namespace demarche

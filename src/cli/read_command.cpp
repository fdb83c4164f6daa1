#include <fmt/format.h>

#include <atomic>
#include <mutex>

#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output.h"
#include "cli/store_access.h"
#include "cli/terminal.h"

namespace demarche {

namespace {

// One run: codes what the store lacks, and counts.
class Reading {
 public:
  Reading(const CommandLine& line, const Engine& engine, Store& store)
      : line_(line), engine_(engine), store_(store), failures_(line.strict), progress_(line.quiet) {}

  int run() {
    JobSource source(line_);
    number_ = or_fail(store_.begin_run(engine_.identity(), "read"));
    CodingSteps steps;
    steps.skip = [&](const Job& job) {
      if (job.parse) return false;
      std::lock_guard lock(store_mutex_);
      bool known = or_fail(store_.holds(content_key(job.document), engine_.identity()));
      skipped_ += known;
      return known;
    };
    steps.render = [&](const Report& report) { return engine_.json(report); };
    steps.take = [&](Result<Coded> coded) {
      take(std::move(coded));
      progress_.show("reading", static_cast<size_t>(counts_.fresh + counts_.known + counts_.recoded) + skipped_, source.share());
    };
    code_all(engine_, source, line_.jobs, steps);
    return finish();
  }

 private:
  void take(Result<Coded> coded) {
    if (!coded) {
      ++counts_.failed;
      failures_.add(coded.error());
      return;
    }
    Saved saved = save(*coded);
    ++(saved == Saved::kNew ? counts_.fresh : saved == Saved::kKnown ? counts_.known : counts_.recoded);
    if (line_.verbose)
      complain(fmt::format("{} {}",
                           saved == Saved::kNew     ? "new"
                           : saved == Saved::kKnown ? "known"
                                                    : "recoded",
                           coded->report.document->id));
  }

  Saved save(const Coded& coded) {
    std::lock_guard lock(store_mutex_);
    return or_fail(store_.save(number_, content_key(coded.report), coded.text, given_parse(coded.report)));
  }

  int finish() {
    counts_.known += static_cast<int64_t>(skipped_.load());
    or_fail(store_.end_run(number_, counts_));
    progress_.clear();
    if (!line_.quiet) {
      Output output("");
      output.write(
          fmt::format("{} new, {} known, {} coded anew, {} failed\n", counts_.fresh, counts_.known, counts_.recoded, counts_.failed));
      output.flush();
    }
    return failures_.exit_code();
  }

  const CommandLine& line_;
  const Engine& engine_;
  std::mutex store_mutex_;  // documents are looked up while others are saved
  Store& store_;            // guarded by store_mutex_ while documents are coded
  Failures failures_;
  Progress progress_;
  int64_t number_ = 0;
  RunCounts counts_;
  std::atomic<size_t> skipped_ = 0;  // known before coding: counted while others are saved
};

}  // namespace

int run_read(const CommandLine& line) {
  auto engine = load_engine(line);
  auto store = open_store(line, OpenMode::kWrite);
  return Reading(line, *engine, *store).run();
}

}  // namespace demarche

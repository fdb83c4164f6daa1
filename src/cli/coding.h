#pragma once
#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "engine/engine.h"
#include "text/readers.h"

namespace demarche {

/// A document on its way to the coder, with its parse where one was given.
struct Job {
  Document document;
  std::optional<Conllu> parse;
};

/// The documents of all files of a command line, one after the other. A file that cannot be opened is one error; the next files follow.
class JobSource {
 public:
  /// Throws Failure (kUsage) if --date is no day.
  explicit JobSource(const CommandLine& line);
  /// The next document or what was wrong; nothing at the end, or once the user asked to stop.
  std::optional<Result<Job>> next();
  /// Share of the named files' bytes that have been opened and finished, 0 to 1; negative if unknown (standard input).
  double share() const;

 private:
  bool open_next();
  std::optional<Result<Job>> next_parsed();
  void load_parsed(const std::string& path);

  std::vector<std::string> files_;
  ReaderOptions options_;
  bool conllu_ = false;
  std::atomic<size_t> at_ = 0;  ///< files opened so far; share() may be asked while next() runs
  std::unique_ptr<std::istream> input_;
  std::unique_ptr<DocumentReader> reader_;
  std::optional<Error> open_error_;
  std::vector<Job> parsed_;   ///< documents of one CoNLL-U file, last first
  std::vector<double> ends_;  ///< after each file, the share of all bytes
};

/// A coded document with what was rendered from it.
struct Coded {
  Report report;
  std::string text;
};

/// What to do with the documents of a source. `skip` is called for one document at a time in the order of the input, and so is `take`, but
/// the two may run at the same time; `render` runs in parallel.
struct CodingSteps {
  std::function<bool(const Job&)> skip;  ///< true: leave it uncoded, `take` does not see it; may be empty
  std::function<std::string(const Report&)> render;
  std::function<void(Result<Coded>)> take;  ///< may throw: the work ends
};

/// Codes all documents with so many threads (0: one a core) in bounded memory. Stops early when the user asks to, after the documents in
/// work.
void code_all(const Engine& engine, JobSource& source, int jobs, const CodingSteps& steps);

/// Counts what went wrong on the way, says it on standard error, and gives the exit code of the whole run.
class Failures {
 public:
  explicit Failures(bool strict) : strict_(strict) {}
  /// Throws Failure (exit 1) if strict.
  void add(const Error& error);
  size_t count() const { return count_; }
  /// kExitInterrupted, kExitIo, kExitPartly or kExitOk.
  int exit_code() const;

 private:
  bool strict_;
  size_t count_ = 0;
  bool io_ = false;
};

/// Loads the engine of --data and --model; throws Failure.
std::shared_ptr<const Engine> load_engine(const CommandLine& line);

}  // namespace demarche

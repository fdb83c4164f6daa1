#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "engine/cases.h"

namespace demarche {

namespace fs = std::filesystem;

namespace {

// Case files of the command line: files as named, directories searched in depth, in order of their paths.
std::vector<std::string> case_files(const std::vector<std::string>& named) {
  std::vector<std::string> files;
  for (const std::string& one : named) {
    std::error_code error;
    if (!fs::is_directory(one, error)) {
      files.push_back(one);
      continue;
    }
    size_t before = files.size();
    for (const auto& entry : fs::recursive_directory_iterator(one, error))
      if (entry.path().extension() == ".case") files.push_back(entry.path().string());
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end());
    if (files.size() == before) throw Failure{{ErrorCode::kUsage, "no case files (*.case) in it", one}};
  }
  return files;
}

std::vector<Case> read_cases(const std::string& file) {
  constexpr size_t kMaxFile = size_t{64} << 20;
  return or_fail(parse_cases(or_fail(read_file(file, kMaxFile)), file));
}

}  // namespace

int run_test(const CommandLine& line) {
  std::vector<std::string> files = case_files(line.files);
  auto engine = load_engine(line);
  Output output("");
  size_t cases = 0, expectations = 0, failed = 0;
  for (const std::string& file : files) {
    for (const Case& one : read_cases(file)) {
      if (interrupted()) return kExitInterrupted;
      auto failures = run_case(*engine, one);
      ++cases;
      expectations += std::max<size_t>(one.expectations.size(), 1);
      failed += failures.size();
      for (const std::string& failure : failures) output.write(failure + (failure.ends_with('\n') ? "" : "\n"));
    }
  }
  if (!line.quiet) output.write(fmt::format("{} cases, {} expectations, {} not met\n", cases, expectations, failed));
  output.flush();
  return failed > 0 ? kExitFailure : kExitOk;
}

}  // namespace demarche

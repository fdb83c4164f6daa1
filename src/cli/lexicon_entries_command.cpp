#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "engine/engine.h"
#include "lexicon/entries.h"

namespace demarche {

namespace {

// Ours, then those of --dictionaries; with --only those alone.
std::vector<std::string> directories(const CommandLine& line) {
  std::vector<std::string> list;
  if (!line.only) list.push_back(line.data.empty() ? or_fail(find_data_directory()) : line.data);
  list.insert(list.end(), line.dictionaries.begin(), line.dictionaries.end());
  return list;
}

// What one dictionary says of each kind and key: several lines may speak of one.
std::map<std::pair<std::string_view, std::string>, std::set<std::string>> meanings(const std::string& directory, const std::string& kind) {
  std::map<std::pair<std::string_view, std::string>, std::set<std::string>> made;
  for (DictionaryEntry& one : or_fail(dictionary_entries(directory, kind)))
    made[{one.kind, std::move(one.key)}].insert(std::move(one.value));
  return made;
}

std::string joined(const std::set<std::string>& values) {
  return fmt::format("{}", fmt::join(values, " / "));
}

}  // namespace

int run_lexicon_list(const CommandLine& line) {
  Output output("");
  for (const std::string& directory : directories(line)) {
    auto entries = or_fail(dictionary_entries(directory, line.kind));
    if (!line.kind.empty()) {
      for (const DictionaryEntry& one : entries) output.write(fmt::format("{}\t{}\t{}\n", one.key, one.value, one.place));
      continue;
    }
    std::map<std::string, size_t> counts;
    for (const DictionaryEntry& one : entries) ++counts[one.place.substr(0, one.place.rfind(':'))];
    output.write(directory + "\n");
    for (const auto& [file, count] : counts) output.write(fmt::format("  {:<44} {:>7} entries\n", file, count));
  }
  output.flush();
  return kExitOk;
}

int run_lexicon_grep(const CommandLine& line) {
  Output output("");
  bool found = false;
  for (const std::string& directory : directories(line))
    for (const auto& [kind, file] : or_fail(dictionaries_under(directory)))
      for (const Line& one : file.lines)
        if (holds_pattern(one.text, line.word)) {
          found = true;
          output.write(fmt::format("{}:{}: {}\n", file.name, one.number, one.text));
        }
  output.flush();
  if (!found) throw Failure{{ErrorCode::kUsage, "no dictionary line holds it", line.word}, kExitFailure};
  return kExitOk;
}

int run_lexicon_diff(const CommandLine& line) {
  auto a = meanings(line.word, line.kind), b = meanings(line.other, line.kind);
  Output output("");
  std::map<std::string_view, std::array<size_t, 4>> counts;  // lost, gained, changed, same
  auto say = [&](std::string_view text) {
    if (!line.quiet) output.write(text);
  };
  for (const auto& [key, value] : a) {
    auto other = b.find(key);
    if (other == b.end()) {
      ++counts[key.first][0];
      say(fmt::format("- {} {}: {}\n", key.first, key.second, joined(value)));
    } else if (other->second != value) {
      ++counts[key.first][2];
      say(fmt::format("~ {} {}: {} => {}\n", key.first, key.second, joined(value), joined(other->second)));
    } else {
      ++counts[key.first][3];
    }
  }
  for (const auto& [key, value] : b)
    if (!a.contains(key)) {
      ++counts[key.first][1];
      say(fmt::format("+ {} {}: {}\n", key.first, key.second, joined(value)));
    }
  for (const auto& [kind, count] : counts)
    output.write(
        fmt::format("{:<9} {:>7} lost, {:>7} gained, {:>7} changed, {:>7} the same\n", kind, count[0], count[1], count[2], count[3]));
  if (counts.empty()) output.write("neither holds a dictionary\n");
  output.flush();
  return kExitOk;
}

}  // namespace demarche

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "engine/engine.h"
#include "lexicon/community.h"

namespace demarche {

namespace {

namespace fs = std::filesystem;

constexpr uintmax_t kLargest = 64u << 20;

struct Source {
  std::string path;
  bool named = false;  // on the command line, not found in a directory
};

// The files of the command line; a directory gives the regular files in it, in the order of their names.
std::vector<Source> sources_of(const std::vector<std::string>& paths) {
  std::vector<Source> found;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      found.push_back({path, true});
      continue;
    }
    std::vector<std::string> inside;
    for (fs::recursive_directory_iterator it(path, error), end; !error && it != end; it.increment(error))
      if (it->is_regular_file(error)) inside.push_back(it->path().string());
    if (error) throw Failure{{ErrorCode::kIo, "cannot be listed: " + error.message(), path}};
    std::sort(inside.begin(), inside.end());
    for (std::string& one : inside) found.push_back({std::move(one), false});
  }
  return found;
}

std::string bytes_of(const std::string& path) {
  std::error_code error;
  auto size = fs::file_size(path, error);
  if (error) throw Failure{{ErrorCode::kIo, "no such file, or it cannot be read", path}};
  if (size > kLargest) throw Failure{{ErrorCode::kBadInput, "larger than 64 MB: split it", path}};
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (!in) throw Failure{{ErrorCode::kIo, "cannot be read", path}};
  return bytes;
}

// The kind of a file, or nothing for one in a directory that is no dictionary.
std::optional<CommunityKind> kind_of(const Source& source, const std::string& bytes, const std::string& told) {
  auto kind = told.empty() ? guess_community_kind(source.path, bytes) : community_kind_from(told);
  if (kind || !source.named) return kind;
  throw Failure{
      {ErrorCode::kBadInput, "neither name nor lines tell what it is: pass --kind actors, agents, verbs, discards or issues", source.path}};
}

void write_files(const std::string& directory, const std::vector<ConvertedFile>& files) {
  for (const ConvertedFile& file : files) {
    fs::path path = fs::path(directory) / file.path;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    Output out(path.string());
    out.write(file.text);
    out.flush();
  }
}

// What was made must load as it stands: a fault here is ours.
void prove(const std::string& data, const std::string& directory) {
  or_fail(Lexicon::load(LexiconOptions{data, {directory}, false, {}}));
}

}  // namespace

int run_lexicon_import(const CommandLine& line) {
  std::string data = line.data.empty() ? or_fail(find_data_directory()) : line.data;
  auto ontology = or_fail(Ontology::load(fs::path(data) / "ontology"));
  Output report("");
  std::vector<ConvertedFile> files;
  std::set<std::string> names;
  size_t lines = 0, refused = 0, entries = 0;
  for (const Source& source : sources_of(line.files)) {
    std::string bytes = bytes_of(source.path);
    auto kind = kind_of(source, bytes, line.kind);
    if (!kind) {
      if (!line.quiet) report.write(fmt::format("{}: no dictionary that we know; left out\n", source.path));
      continue;
    }
    Conversion made = convert_community(*kind, source.path, bytes, *ontology);
    for (const Error& fault : made.faults.list()) complain(fault.text());
    if (made.refused > made.faults.list().size())
      complain(fmt::format("{}: and {} more lines of these entries or after 10,000 faults", source.path,
                           made.refused - made.faults.list().size()));
    report.write(fmt::format("{}: {}, {} entries; {} of {} lines read\n", source.path, name(made.kind), made.entries,
                             made.lines - std::min(made.lines, made.refused), made.lines));
    lines += made.lines;
    refused += made.refused;
    entries += made.entries;
    for (ConvertedFile& file : made.files) {
      if (file.text.size() > kLargest) throw Failure{{ErrorCode::kBadLexicon, "would become more than 64 MB: split it", source.path}};
      if (!names.insert(file.path).second)
        throw Failure{{ErrorCode::kUsage, "two files would become " + file.path + ": import them into two directories", source.path}};
      files.push_back(std::move(file));
    }
  }
  bool write = !files.empty() && !(line.strict && refused > 0);
  if (write) {
    write_files(line.output, files);
    prove(data, line.output);
  }
  report.write(fmt::format("{} entries, {} lines left out; {}\n", entries, refused,
                           write ? fmt::format("{} files in {}", files.size(), line.output) : "nothing written"));
  report.flush();
  if (line.strict && refused > 0) return kExitLexicon;
  if (files.empty()) return kExitFailure;
  return refused > 0 ? kExitPartly : kExitOk;
}

}  // namespace demarche

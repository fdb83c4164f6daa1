#include "lexicon/lines.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/strings.h"

namespace demarche {

namespace fs = std::filesystem;

namespace {

constexpr uintmax_t kLargestDictionary = 64u << 20;

std::string_view without_comment(std::string_view line) {
  for (size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1))
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
  return line;
}

}  // namespace

std::vector<Line> dictionary_lines(std::string_view text) {
  std::vector<Line> lines;
  int number = 0;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    size_t end = text.find('\n');
    std::string_view raw = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    bool indented = !raw.empty() && (raw[0] == ' ' || raw[0] == '\t');
    std::string_view body = trim(raw);
    if (!body.starts_with('>')) body = trim(without_comment(body));
    if (!body.empty()) lines.push_back({number, indented, std::string(body)});
  }
  return lines;
}

bool is_code(std::string_view text) {
  return text.size() >= 3 && text.size() % 3 == 0 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_upper_ascii(c) || is_digit(c); });
}

Result<std::vector<DictionaryFile>> read_dictionaries(const std::string& directory, std::string_view extension) {
  std::vector<fs::path> paths;
  std::error_code error;
  if (!fs::exists(directory, error)) return std::vector<DictionaryFile>{};
  for (fs::recursive_directory_iterator it(directory, error), end; !error && it != end; it.increment(error))
    if (it->is_regular_file() && it->path().extension() == extension) paths.push_back(it->path());
  if (error) return Error{ErrorCode::kIo, "cannot list the dictionaries: " + error.message(), directory};
  std::sort(paths.begin(), paths.end());

  std::vector<DictionaryFile> files;
  for (const fs::path& path : paths) {
    if (fs::file_size(path, error) > kLargestDictionary) return Error{ErrorCode::kBadLexicon, "larger than 64 MB: split it", path.string()};
    std::ifstream in(path, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    if (!in) return Error{ErrorCode::kIo, "cannot be read", path.string()};
    files.push_back({fs::relative(path, fs::path(directory)).string(), dictionary_lines(bytes.str())});
  }
  return files;
}

}  // namespace demarche

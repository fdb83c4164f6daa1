#include "lexicon/entries.h"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "base/strings.h"

namespace demarche {

namespace {

using Entries = std::vector<DictionaryEntry>;

// One file's lines as entries; holds what earlier lines opened.
class FileEntries {
 public:
  FileEntries(std::string_view kind, const DictionaryFile& file, Entries& made) : kind_(kind), file_(file), made_(made) {}

  void run() {
    for (const Line& line : file_.lines) {
      line_ = line.number;
      if (kind_ == "frames")
        frame(line);
      else if (kind_ == "offices")
        office(line.text);
      else
        list(line.text);
    }
  }

 private:
  void put(std::string key, std::string_view value) {
    made_.push_back({kind_, std::move(key), std::string(trim(value)), file_.name + ":" + std::to_string(line_)});
  }

  void frame(const Line& line) {
    std::string_view text = line.text;
    if (!line.indented) {
      heads_.clear();
      size_t blank = text.find(' ');
      if (blank == std::string_view::npos) return;
      for (std::string_view lemma : split(text.substr(blank), ','))
        heads_.push_back(std::string(text.substr(0, blank)) + " " + lower_ascii(trim(lemma)));
    } else if (size_t arrow = text.find("=>"); text[0] != '>' && arrow != std::string_view::npos) {
      for (const std::string& head : heads_) put(head + " | " + std::string(trim(text.substr(0, arrow))), text.substr(arrow + 2));
    }
  }

  void office(std::string_view text) {
    if (text.starts_with("country ")) {
      country_ = trim(text.substr(8));
    } else if (text.starts_with("office ")) {
      size_t colon = text.find(':');
      office_ = trim(text.substr(7, colon == std::string_view::npos ? colon : colon - 7));
      sectors_ = colon == std::string_view::npos ? "" : std::string(trim(text.substr(colon + 1)));
    } else if (size_t blank = text.find_first_of(" \t"); blank != std::string_view::npos) {
      std::string_view name = text.substr(blank);
      put(std::string(trim(name.substr(0, name.find('=')))) + ", " + country_ + " " + office_ + " " + std::string(text.substr(0, blank)),
          country_ + sectors_);
    }
  }

  // `NAME = ALIAS : CODE`, `a, b/c : CODE`, `class: members`.
  void list(std::string_view text) {
    size_t colon = kind_ == "actors" ? text.find(" : ") : kind_ == "classes" ? text.find(':') : text.rfind(':');
    if (colon == std::string_view::npos) return;
    std::string_view names = text.substr(0, colon), value = text.substr(colon + (kind_ == "actors" ? 3 : 1));
    if (kind_ == "actors") {
      put(std::string(trim(names.substr(0, names.find('=')))), value);
    } else if (kind_ == "classes") {
      put(std::string(trim(names)), value);
    } else {
      for (std::string_view piece : split(names, ',')) put(lower_ascii(trim(piece.substr(0, piece.find('/')))), value);
    }
  }

  std::string_view kind_;
  const DictionaryFile& file_;
  Entries& made_;
  int line_ = 0;
  std::vector<std::string> heads_;
  std::string country_, office_, sectors_;
};

}  // namespace

Result<std::vector<std::pair<std::string_view, DictionaryFile>>> dictionaries_under(const std::string& directory, std::string_view kind) {
  std::error_code error;
  if (!std::filesystem::is_directory(directory, error)) return Error{ErrorCode::kIo, "no directory of dictionaries", directory};
  std::vector<std::pair<std::string_view, DictionaryFile>> all;
  for (std::string_view one : kDictionaryKinds) {
    if (!kind.empty() && one != kind) continue;
    auto files = read_dictionaries(directory, "." + std::string(one));
    if (!files) return files.error();
    for (DictionaryFile& file : *files) all.emplace_back(one, std::move(file));
  }
  return all;
}

Result<Entries> dictionary_entries(const std::string& directory, std::string_view kind) {
  auto files = dictionaries_under(directory, kind);
  if (!files) return files.error();
  Entries made;
  for (const auto& [file_kind, file] : *files) FileEntries(file_kind, file, made).run();
  std::stable_sort(made.begin(), made.end(), [](const DictionaryEntry& a, const DictionaryEntry& b) {
    return std::tie(a.kind, a.key, a.value) < std::tie(b.kind, b.key, b.value);
  });
  return made;
}

bool holds_pattern(std::string_view text, std::string_view pattern) {
  std::string folded = lower_ascii(text);
  size_t at = 0;
  for (std::string_view piece : split(pattern, '*')) {
    size_t found = folded.find(lower_ascii(piece), at);
    if (found == std::string::npos) return false;
    at = found + piece.size();
  }
  return true;
}

}  // namespace demarche

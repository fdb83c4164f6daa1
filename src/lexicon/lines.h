#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace demarche {

/// A dictionary line without its comment and outer blanks.
struct Line {
  int number = 0;         ///< 1-based
  bool indented = false;  ///< began with a blank or a tab
  std::string text;       ///< never empty
};

/// A dictionary file as read: its name for messages (relative to the data directory) and its lines.
struct DictionaryFile {
  std::string name;
  std::vector<Line> lines;
  /// Added to the shipped dictionaries by the user (`--dictionaries`): its codes are taken as they are, it may repeat what others say, and
  /// its entries need no example.
  bool added = false;
};

/// Cuts text into dictionary lines: `#` at the start or after a blank opens a comment (not in example lines, `> ...`); blank lines and a
/// byte-order mark vanish.
std::vector<Line> dictionary_lines(std::string_view text);

/// True for a string of three-letter elements in capitals or digits: "UKRGOVMIL".
bool is_code(std::string_view text);

/// Reads all files with the extension (".frames") under `directory`, searched in depth, in the order of their paths. A missing directory
/// gives none. Files over 64 MB are kBadLexicon, unreadable ones kIo.
Result<std::vector<DictionaryFile>> read_dictionaries(const std::string& directory, std::string_view extension);

}  // namespace demarche

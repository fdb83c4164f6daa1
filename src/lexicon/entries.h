#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lines.h"

namespace demarche {

/// The kinds of dictionaries by the extension of their files.
inline constexpr std::array<std::string_view, 7> kDictionaryKinds{"actors", "offices", "agents", "classes", "frames", "discards", "issues"};

/// One thing that a dictionary says, comparable between dictionaries.
struct DictionaryEntry {
  std::string_view kind;  ///< of kDictionaryKinds
  std::string key;        ///< what it speaks of: "Blue Front", "verb accuse | obj=T", "weapon"
  std::string value;      ///< what it says: "KENREB", "ACCUSE/allege 112", "missile, tank"
  std::string place;      ///< "FILE:LINE"
};

/// All dictionaries of those kinds (all kinds, if none is given) under a directory, each with the name relative to it; a data directory or
/// one that `demarche lexicon import` made. Errors as read_dictionaries.
Result<std::vector<std::pair<std::string_view, DictionaryFile>>> dictionaries_under(const std::string& directory,
                                                                                    std::string_view kind = {});

/// What the lines of the directory's dictionaries say, by kind, key and value. Lines are taken as they are: `lexicon check` tells faults.
Result<std::vector<DictionaryEntry>> dictionary_entries(const std::string& directory, std::string_view kind = {});

/// True if the text holds the pattern; letter case does not count and `*` stands for anything. Time is linear in the text for each `*`.
bool holds_pattern(std::string_view text, std::string_view pattern);

}  // namespace demarche

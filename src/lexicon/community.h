#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/faults.h"
#include "ontology/ontology.h"

namespace demarche {

/// What a dictionary of the field (PETRARCH, TABARI, Phoenix) holds.
enum class CommunityKind : uint8_t { kActors, kAgents, kVerbs, kDiscards, kIssues };

/// "actors", "agents", "verbs", "discards", "issues".
std::string_view name(CommunityKind kind);
std::optional<CommunityKind> community_kind_from(std::string_view text);

/// What the file seems to hold, by its name, else by its lines; nothing if neither tells.
std::optional<CommunityKind> guess_community_kind(std::string_view file_name, std::string_view bytes);

/// A dictionary in one of our formats (docs/formats/lexicon.md), made from one of the field's.
struct ConvertedFile {
  std::string path;  ///< relative to a directory of dictionaries: "actors/Phoenix.Countries.actors"
  std::string text;  ///< every line carries a comment with the file and line that it comes from
};

/// What came of reading a dictionary of the field.
struct Conversion {
  CommunityKind kind = CommunityKind::kActors;
  std::vector<ConvertedFile> files;  ///< empty where nothing could be read
  size_t lines = 0;                  ///< lines that say something: neither blank nor comment
  size_t entries = 0;                ///< actors, role nouns, patterns and verbs, phrases
  size_t refused = 0;                ///< lines that could not be read; an entry is taken whole or, with a fault, not
  Faults faults;                     ///< the first 10,000 of them with file, line and reason
};

/// Reads a dictionary of the field (docs/formats/community.md). Total on any bytes; time and memory are linear in their number.
/// `file_name` is for messages, comments and the names of the files made.
Conversion convert_community(CommunityKind kind, const std::string& file_name, std::string_view bytes, const Ontology& ontology);

}  // namespace demarche

#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/community.h"

namespace demarche {

/// A line of a dictionary of the field: UTF-8 without comments and outer blanks, never empty.
struct SourceLine {
  int number = 0;
  bool indented = false;
  std::string text;
};

/// What the readers of the field's dictionaries share: the lines, what went wrong, where a line comes from.
class CommunitySource {
 public:
  /// Comments (`#` anywhere, `<!-- -->` over lines) are cut; bytes that are no UTF-8 are read as windows-1252.
  CommunitySource(std::string file, std::string_view bytes, Conversion& made);

  const std::vector<SourceLine>& lines() const { return lines_; }
  const std::string& file() const { return file_; }
  /// The file without directory and last extension.
  const std::string& stem() const { return stem_; }
  /// A line that cannot be read, and why.
  void refuse(int line, std::string reason);
  /// "  # FILE:LINE\n", to end a line that was made from that one.
  std::string origin(int line) const;
  /// What opens a made file.
  std::string head() const;

 private:
  std::string file_, name_, stem_;
  std::vector<SourceLine> lines_;
  Conversion& made_;
};

/// Letters, digits, hyphens, apostrophes and full stops stay, all else and `_` becomes a blank; runs of blanks become one. "" without a
/// letter or digit.
std::string plain_phrase(std::string_view text);
/// Letters of any script to lower case.
std::string lower_text(std::string_view text);
/// Letters after the first of each word to lower case, the first to upper case: "BAN KI-MOON" gives "Ban Ki-Moon".
std::string title_text(std::string_view text);
/// What stands between the first `[` and its `]`, and the text before; nothing without brackets.
struct Bracketed {
  std::string before, inside, after;
};
std::optional<Bracketed> bracketed(std::string_view text);

void convert_actors(CommunitySource& source, const Ontology& ontology, Conversion& made);
void convert_agents(CommunitySource& source, Conversion& made);
void convert_verbs(CommunitySource& source, const Ontology& ontology, Conversion& made);
void convert_discards(CommunitySource& source, Conversion& made);
void convert_issues(CommunitySource& source, Conversion& made);

}  // namespace demarche

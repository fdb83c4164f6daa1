#include "lexicon/community.h"

#include <algorithm>
#include <array>

#include "language/characters.h"
#include "lexicon/community_text.h"
#include "text/utf8.h"

namespace demarche {

namespace {

constexpr size_t kLongestLine = 64u << 10;
constexpr size_t kMostFaults = 10000;
constexpr std::array<std::string_view, 5> kNames{"actors", "agents", "verbs", "discards", "issues"};

// Blanks out `<!-- ... -->`, over lines too; the line feeds stay.
std::string without_markup_comments(std::string text) {
  for (size_t at = text.find("<!--"); at != std::string::npos; at = text.find("<!--", at)) {
    size_t end = text.find("-->", at);
    end = end == std::string::npos ? text.size() : end + 3;
    for (; at < end; ++at)
      if (text[at] != '\n') text[at] = ' ';
  }
  return text;
}

std::string readable(std::string_view bytes) {
  CleanText clean = clean_text(bytes);
  return clean.repaired > 0 ? decode_text(bytes, "windows-1252").text : clean.text;
}

bool kept_sign(char32_t code) {
  bool ascii = code < 0x80;
  char c = static_cast<char>(code);
  if (ascii) return is_upper_ascii(c) || is_lower_ascii(c) || is_digit(c) || c == '-' || c == '\'' || c == '.';
  return code >= 0xC0 && code != 0xFFFD;
}

template <class Change>
std::string each_letter(std::string_view text, Change change) {
  std::string made;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    char32_t code = next_code_point(text, at);
    append_utf8(made, change(code, inside));
    inside = code != ' ' && code != '-' && code != '.';
  }
  return made;
}

}  // namespace

std::string_view name(CommunityKind kind) {
  return kNames[static_cast<size_t>(kind)];
}

std::optional<CommunityKind> community_kind_from(std::string_view text) {
  for (size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == text) return static_cast<CommunityKind>(i);
  return std::nullopt;
}

std::optional<CommunityKind> guess_community_kind(std::string_view file_name, std::string_view bytes) {
  std::string name = lower_ascii(file_name.substr(file_name.rfind('/') + 1));
  constexpr std::array<std::pair<std::string_view, CommunityKind>, 6> kParts{{{"actor", CommunityKind::kActors},
                                                                              {"agent", CommunityKind::kAgents},
                                                                              {"discard", CommunityKind::kDiscards},
                                                                              {"issue", CommunityKind::kIssues},
                                                                              {"verb", CommunityKind::kVerbs},
                                                                              {"cameo", CommunityKind::kVerbs}}};
  for (const auto& [part, kind] : kParts)
    if (name.find(part) != std::string::npos) return kind;
  size_t verbs = 0, agents = 0, issues = 0, actors = 0;
  std::string_view rest = bytes.substr(0, 256u << 10);
  for (std::string_view line : split(rest, '\n')) {
    if (line.starts_with("---") || line.starts_with("- ")) ++verbs;
    if (line.find("[~") != std::string_view::npos) ++agents;
    if (line.starts_with("<ISSUE") || line.starts_with("n:") || line.starts_with("v:")) ++issues;
    if (line.starts_with("\t[") || line.find("_ [") != std::string_view::npos || line.find("_\t[") != std::string_view::npos) ++actors;
  }
  size_t most = std::max({verbs, agents, issues, actors});
  if (most == 0) return std::nullopt;
  return most == verbs    ? CommunityKind::kVerbs
         : most == agents ? CommunityKind::kAgents
         : most == issues ? CommunityKind::kIssues
                          : CommunityKind::kActors;
}

CommunitySource::CommunitySource(std::string file, std::string_view bytes, Conversion& made) : file_(std::move(file)), made_(made) {
  name_ = file_.substr(file_.rfind('/') + 1);
  stem_ = name_.substr(0, name_.rfind('.'));
  std::replace_if(
      stem_.begin(), stem_.end(), [](char c) { return c == ' ' || c == ':'; }, '_');
  std::string text = without_markup_comments(readable(bytes));
  int number = 0;
  for (std::string_view raw : split(text, '\n')) {
    ++number;
    bool indented = raw.starts_with(' ') || raw.starts_with('\t');
    std::string_view body = trim(raw.substr(0, raw.find('#')));
    if (body.empty() || body.starts_with("<!")) continue;
    ++made_.lines;
    if (body.size() > kLongestLine)
      refuse(number, "a line of more than 64 KB");
    else
      lines_.push_back({number, indented, std::string(body)});
  }
}

void CommunitySource::refuse(int line, std::string reason) {
  ++made_.refused;
  if (made_.faults.list().size() < kMostFaults) made_.faults.add(file_, line, std::move(reason));
}

std::string CommunitySource::origin(int line) const {
  return "  # " + name_ + ":" + std::to_string(line) + "\n";
}

std::string CommunitySource::head() const {
  return "# Made from " + name_ + "; its licence holds for this file too.\n";
}

std::string plain_phrase(std::string_view text) {
  std::string made;
  bool word = false;
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    char32_t code = next_code_point(text, at);
    bool kept = kept_sign(code);
    word = word || (kept && code != '-' && code != '.' && code != '\'');
    if (kept)
      made += text.substr(begin, at - begin);
    else if (!made.empty() && made.back() != ' ')
      made += ' ';
  }
  return word ? std::string(trim(made)) : std::string();
}

std::string lower_text(std::string_view text) {
  return each_letter(text, [](char32_t code, bool) { return to_lower(code); });
}

std::string title_text(std::string_view text) {
  return each_letter(text, [](char32_t code, bool inside) { return inside ? to_lower(code) : to_upper(code); });
}

std::optional<Bracketed> bracketed(std::string_view text) {
  size_t open = text.find('[');
  if (open == std::string_view::npos) return std::nullopt;
  size_t close = text.find(']', open);
  if (close == std::string_view::npos) return std::nullopt;
  return Bracketed{std::string(trim(text.substr(0, open))), std::string(trim(text.substr(open + 1, close - open - 1))),
                   std::string(trim(text.substr(close + 1)))};
}

Conversion convert_community(CommunityKind kind, const std::string& file_name, std::string_view bytes, const Ontology& ontology) {
  Conversion made;
  made.kind = kind;
  CommunitySource source(file_name, bytes, made);
  switch (kind) {
    case CommunityKind::kActors:
      convert_actors(source, ontology, made);
      break;
    case CommunityKind::kAgents:
      convert_agents(source, made);
      break;
    case CommunityKind::kVerbs:
      convert_verbs(source, ontology, made);
      break;
    case CommunityKind::kDiscards:
      convert_discards(source, made);
      break;
    case CommunityKind::kIssues:
      convert_issues(source, made);
      break;
  }
  return made;
}

}  // namespace demarche

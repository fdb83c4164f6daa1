#include "text/paragraphs.h"

#include <algorithm>

#include "base/strings.h"
#include "text/chars.h"

namespace demarche {

namespace {

/// A line without its line break; `content` is trimmed and empty for a blank line.
struct Line {
  Span content;
  uint32_t indent = 0;
};

constexpr uint32_t kWidestMargin = 110;  // longer lines than this are nobody's wrapped copy
constexpr uint32_t kNarrowestMargin = 40;

Line measure(std::string_view text, uint32_t begin, uint32_t end) {
  Line line;
  uint32_t at = begin;
  while (at < end && char_at(text, at).kind == CharClass::kSpace) at += char_at(text, at).size;
  while (end > at && char_before(text, end).kind == CharClass::kSpace) end -= char_before(text, end).size;
  line.content = {at, end};
  line.indent = at - begin;
  return line;
}

/// Bytes of the line break at `at`, 0 if there is none.
size_t line_break(std::string_view text, size_t at) {
  switch (text[at]) {
    case '\n':
      return 1;
    case '\r':
      return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    case '\f':
      return 1;
    case '\xE2':
      return text.substr(at, 3) == "\u2028" || text.substr(at, 3) == "\u2029" ? 3 : 0;
    default:
      return 0;
  }
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  size_t at = 0;
  while (at < text.size()) {
    size_t stop = at;
    size_t past = 0;
    while (stop < text.size() && (past = line_break(text, stop)) == 0) ++stop;
    lines.push_back(measure(text, static_cast<uint32_t>(at), static_cast<uint32_t>(stop)));
    at = stop + std::max<size_t>(past, 1);
  }
  return lines;
}

uint32_t width(const Line& line) {
  return line.indent + line.content.size();
}

/// Width of the first word of a line: had it fitted on the line before, that line was ended on purpose.
uint32_t first_word(std::string_view text, const Line& line) {
  uint32_t at = line.content.begin;
  while (at < line.content.end && text[at] != ' ' && text[at] != '\t') ++at;
  return at - line.content.begin;
}

bool starts_item(std::string_view text, const Line& line) {
  Char c = char_at(text, line.content.begin);
  if (c.code == 0x2022 || c.code == 0xB7 || c.code == 0x25CF || c.code == 0x25AA) return true;
  uint32_t after = line.content.begin + c.size;
  bool blank_after = after < line.content.end && text[after] == ' ';
  if ((c.code == '*' || c.kind == CharClass::kHyphen || c.kind == CharClass::kDash) && blank_after) return true;
  uint32_t at = line.content.begin;
  while (at < line.content.end && is_digit(text[at])) ++at;
  return at > line.content.begin && at - line.content.begin <= 2 && at + 1 < line.content.end && (text[at] == '.' || text[at] == ')') &&
         text[at + 1] == ' ';
}

/// The column at which the text is wrapped, 0 if it is not. Looks at line breaks inside blocks: in wrapped text nearly all come because the
/// next word would have crossed one common margin.
uint32_t margin(std::string_view text, const std::vector<Line>& lines) {
  uint32_t widest = 0;
  for (const Line& line : lines)
    if (!line.content.empty()) widest = std::max(widest, width(line));
  if (widest > kWidestMargin || widest < kNarrowestMargin) return 0;
  size_t inner = 0;
  size_t forced = 0;
  size_t lower = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].content.empty() || lines[i + 1].content.empty()) continue;
    ++inner;
    if (width(lines[i]) + 1 + first_word(text, lines[i + 1]) > widest - 8) ++forced;
    if (!is_capital(char_at(text, lines[i + 1].content.begin).code)) ++lower;
  }
  if (inner < 2 || forced * 10 < inner * 6 || lower * 10 < inner * 3) return 0;
  return widest;
}

bool continues(std::string_view text, const Line& line, const Line& next, uint32_t column) {
  if (next.content.empty() || starts_item(text, next)) return false;
  if (next.indent > line.indent + 1) return false;
  return width(line) + 1 + first_word(text, next) + 12 > column;
}

}  // namespace

bool is_hard_wrapped(std::string_view text) {
  return margin(text, lines_of(text)) > 0;
}

std::vector<Span> paragraphs(std::string_view text) {
  std::vector<Line> lines = lines_of(text);
  uint32_t column = margin(text, lines);
  std::vector<Span> found;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].content.empty()) continue;
    Span paragraph = lines[i].content;
    while (column > 0 && i + 1 < lines.size() && continues(text, lines[i], lines[i + 1], column)) paragraph.end = lines[++i].content.end;
    found.push_back(paragraph);
  }
  return found;
}

}  // namespace demarche

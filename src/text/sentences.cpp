#include "text/sentences.h"

#include <algorithm>

#include "base/strings.h"
#include "text/abbreviations.h"
#include "text/chars.h"

namespace demarche {

namespace {

constexpr size_t kLongest = 400;

std::string_view form(std::string_view text, const Token& token) { return text.substr(token.span.begin, token.span.size()); }

bool is_closer(std::string_view word) {
  if (word == "''") return true;
  Char c = char_at(word, 0);
  return c.size == word.size() && (c.kind == CharClass::kClose || c.kind == CharClass::kQuote || c.kind == CharClass::kApostrophe) && c.code != 0x201C && c.code != 0x2018;
}

bool ends_sentence(std::string_view text, const std::vector<Token>& tokens, size_t i) {
  size_t last = i;
  while (last > 0 && is_closer(form(text, tokens[last])) && !tokens[last - 1].space_after) --last;
  std::string_view word = form(text, tokens[last]);
  Char stop = char_before(word, word.size());
  if (stop.kind != CharClass::kStop) return false;
  if (i + 1 >= tokens.size()) return true;
  Char next = char_at(text, tokens[i + 1].span.begin);
  bool opens = is_capital(next.code) || next.kind == CharClass::kDigit || next.kind == CharClass::kQuote || next.kind == CharClass::kApostrophe ||
               next.kind == CharClass::kOpen || next.kind == CharClass::kSymbol;
  if (char_at(word, 0).kind == CharClass::kStop) return opens || word != "...";
  uint8_t flags = abbreviation(word.substr(0, word.size() - 1));
  if ((flags & kBeforeName) != 0 || word.size() == 2) return false;
  return opens && flags == kNotAbbreviation && is_lower_ascii(word[0]);
}

}  // namespace

size_t dateline_length(std::string_view text, const std::vector<Token>& tokens) {
  size_t limit = std::min<size_t>(tokens.size(), 16);
  size_t capitals = 0;
  bool agency = false;
  for (size_t i = 0; i < limit; ++i) {
    std::string_view word = form(text, tokens[i]);
    Char c = char_at(word, 0);
    bool dash = word == "-" || word == "--" || word == "_" || c.kind == CharClass::kDash;
    if (dash && i > 0 && tokens[i].space_after && tokens[i - 1].space_after) return i + 1 < tokens.size() && (capitals > 0 || agency) ? i + 1 : 0;
    if (word == "(") agency = true;
    bool fits = is_capital(c.code) || c.kind == CharClass::kDigit || c.kind == CharClass::kPunct || c.kind == CharClass::kOpen || c.kind == CharClass::kClose || word == "/" ||
                word == "." || word == "-";
    if (!fits || word == ";") return 0;
    bool all_capitals = word.size() > 1 && is_capital(c.code) && is_capital(char_before(word, word.size()).code);
    if (i == 0 && !is_capital(c.code)) return 0;
    if (all_capitals && i < 3 && !agency) ++capitals;
  }
  return 0;
}

std::vector<size_t> sentence_ends(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<size_t> ends;
  size_t begin = dateline_length(text, tokens);
  if (begin > 0) ends.push_back(begin);
  for (size_t i = begin; i < tokens.size(); ++i) {
    bool cut = i + 1 == tokens.size() || (tokens[i].space_after && ends_sentence(text, tokens, i)) ||
               (i + 1 - begin >= kLongest && tokens[i + 1].multiword != 1);
    if (!cut) continue;
    ends.push_back(i + 1);
    begin = i + 1;
  }
  return ends;
}

}  // namespace demarche

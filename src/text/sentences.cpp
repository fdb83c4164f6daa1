#include "text/sentences.h"

#include <algorithm>

#include "text/chars.h"
#include "text/sentence_model.h"

namespace demarche {

namespace {

constexpr size_t kLongest = 400;

std::string_view form(std::string_view text, const Token& token) {
  return text.substr(token.span.begin, token.span.size());
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
    if (dash && i > 0 && tokens[i].space_after && tokens[i - 1].space_after)
      return i + 1 < tokens.size() && (capitals > 0 || agency) ? i + 1 : 0;
    if (word == "(") agency = true;
    bool fits = is_capital(c.code) || c.kind == CharClass::kDigit || c.kind == CharClass::kPunct || c.kind == CharClass::kOpen ||
                c.kind == CharClass::kClose || word == "/" || word == "." || word == "-";
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
  const BoundaryModel& model = boundary_model();
  BoundaryContext context(text, tokens);
  std::vector<uint32_t> features;
  for (size_t i = begin; i < tokens.size(); ++i) {
    bool cut = i + 1 == tokens.size() || (i + 1 - begin >= kLongest && tokens[i + 1].multiword != 1);
    if (!cut && context.is_candidate(i)) {
      context.features(begin, i, features);
      cut = model.score(features) > 0;
    }
    if (!cut) continue;
    ends.push_back(i + 1);
    begin = i + 1;
  }
  return ends;
}

}  // namespace demarche

#include "language/lemma.h"

#include <vector>

#include "language/characters.h"

namespace demarche {
namespace {

constexpr std::string_view kCases = "lkcfu";
constexpr size_t kMostRemoved = 9;

char32_t recase(char kind, char32_t c, bool first) {
  switch (kind) {
    case 'l':
      return to_lower(c);
    case 'u':
      return to_upper(c);
    case 'f':
      return first ? to_lower(c) : c;
    case 'c':
      return first ? to_upper(c) : to_lower(c);
    default:
      return c;
  }
}

std::u32string decode(std::string_view text) {
  std::u32string out;
  for (size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

}  // namespace

std::string lemma_rule(std::string_view form, std::string_view lemma) {
  std::u32string from = decode(form), to = decode(lemma);
  char best_case = 0;
  size_t best_common = 0;
  for (char kind : kCases) {
    size_t common = 0;
    while (common < from.size() && common < to.size() && recase(kind, from[common], common == 0) == to[common]) ++common;
    if (common > best_common) {
      best_common = common;
      best_case = kind;
    }
  }
  if (best_common == 0 || from.size() - best_common > kMostRemoved) return std::string("=").append(lemma);
  std::string rule = {best_case, static_cast<char>('0' + from.size() - best_common)};
  for (size_t i = best_common; i < to.size(); ++i) append_utf8(rule, to[i]);
  return rule;
}

bool is_lemma_rule(std::string_view rule) {
  if (!rule.empty() && rule[0] == '=') return true;
  return rule.size() >= 2 && kCases.find(rule[0]) != std::string_view::npos && rule[1] >= '0' && rule[1] <= '9';
}

void apply_lemma_rule(std::string_view rule, std::string_view form, std::string& lemma) {
  lemma.clear();
  if (rule[0] == '=') {
    lemma = rule.size() > 1 ? rule.substr(1) : form;
    return;
  }
  size_t length = 0;
  for (size_t at = 0; at < form.size(); ++length) next_code_point(form, at);
  auto removed = static_cast<size_t>(rule[1] - '0');
  bool fits = removed < length || (removed == length && rule.size() > 2);
  size_t kept = fits ? length - removed : length;
  size_t at = 0;
  for (size_t i = 0; i < kept; ++i) append_utf8(lemma, recase(rule[0], next_code_point(form, at), i == 0));
  if (fits) lemma += rule.substr(2);
}

}  // namespace demarche

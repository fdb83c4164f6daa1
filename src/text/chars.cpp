#include "text/chars.h"

#include <array>

namespace demarche {

namespace {

constexpr std::array<CharClass, 128> ascii_classes() {
  std::array<CharClass, 128> table{};
  for (int c = 0; c < 128; ++c) {
    CharClass kind = CharClass::kSymbol;
    if (c == '\n')
      kind = CharClass::kNewline;
    else if (c <= ' ' || c == 127)
      kind = CharClass::kSpace;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      kind = CharClass::kLetter;
    else if (c >= '0' && c <= '9')
      kind = CharClass::kDigit;
    else if (c == '\'' || c == '`')
      kind = CharClass::kApostrophe;
    else if (c == '"')
      kind = CharClass::kQuote;
    else if (c == '(' || c == '[' || c == '{')
      kind = CharClass::kOpen;
    else if (c == ')' || c == ']' || c == '}')
      kind = CharClass::kClose;
    else if (c == '.' || c == '?' || c == '!')
      kind = CharClass::kStop;
    else if (c == '-')
      kind = CharClass::kHyphen;
    else if (c == '$')
      kind = CharClass::kCurrency;
    else if (c == ',' || c == ';' || c == ':')
      kind = CharClass::kPunct;
    table[static_cast<size_t>(c)] = kind;
  }
  return table;
}

constexpr std::array<CharClass, 128> kAscii = ascii_classes();

bool is_wide_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

CharClass general_punctuation(char32_t c) {
  switch (c) {
    case 0x2010:
    case 0x2011:
      return CharClass::kHyphen;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return CharClass::kDash;
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
      return CharClass::kApostrophe;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2039:
    case 0x203A:
      return CharClass::kQuote;
    case 0x2026:
    case 0x203C:
    case 0x203D:
      return CharClass::kStop;
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x2060:
      return CharClass::kLetter;
    default:
      return CharClass::kSymbol;
  }
}

CharClass latin_sign(char32_t c) {
  if (c == 0xAB || c == 0xBB) return CharClass::kQuote;
  if (c == 0xB4) return CharClass::kApostrophe;
  if (c >= 0xA2 && c <= 0xA5) return CharClass::kCurrency;
  if (c == 0xAA || c == 0xAD || c == 0xB5 || c == 0xBA) return CharClass::kLetter;
  if (c == 0xA1 || c == 0xBF) return CharClass::kPunct;
  return CharClass::kSymbol;
}

}  // namespace

CharClass char_class(char32_t c) {
  if (c < 128) return kAscii[c];
  if (is_wide_space(c)) return CharClass::kSpace;
  if (c < 0xC0) return latin_sign(c);
  if (c == 0xD7 || c == 0xF7) return CharClass::kSymbol;
  if (c < 0x2000) return CharClass::kLetter;
  if (c < 0x2070) return general_punctuation(c);
  if (c >= 0x20A0 && c <= 0x20CF) return CharClass::kCurrency;
  if (c >= 0x2100 && c <= 0x214F) return CharClass::kLetter;
  if (c >= 0x2150 && c < 0x2C00) return CharClass::kSymbol;
  if (c == 0x3001 || c == 0xFF0C || c == 0xFF1A || c == 0xFF1B) return CharClass::kPunct;
  if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F) return CharClass::kStop;
  if (c >= 0x3008 && c <= 0x3011) return CharClass::kSymbol;
  if (c >= 0xE000 && c <= 0xF8FF) return CharClass::kSymbol;
  if (c == 0xFFFD || (c >= 0x1F000 && c <= 0x1FAFF)) return CharClass::kSymbol;
  return CharClass::kLetter;
}

Char char_at(std::string_view text, size_t at) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
  unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1, kAscii[lead]};
  size_t left = text.size() - at;
  if (lead < 0xE0 && left > 1) {
    char32_t code = (char32_t{lead} & 0x1F) << 6 | (byte(1) & 0x3F);
    return {code, 2, char_class(code)};
  }
  if (lead < 0xF0 && left > 2) {
    char32_t code = (char32_t{lead} & 0x0F) << 12 | char32_t(byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    return {code, 3, char_class(code)};
  }
  if (left > 3) {
    char32_t code = (char32_t{lead} & 0x07) << 18 | char32_t(byte(1) & 0x3F) << 12 | char32_t(byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    return {code, 4, char_class(code)};
  }
  return {0xFFFD, 1, CharClass::kSymbol};
}

Char char_before(std::string_view text, size_t at) {
  size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return char_at(text, begin);
}

bool is_capital(char32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z';
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if (c >= 0x100 && c <= 0x17F) {
    bool odd_is_capital = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    return odd_is_capital ? c % 2 == 1 : c % 2 == 0;
  }
  return (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

}  // namespace demarche

#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace demarche {

/// What the tokenizer needs to know of a code point.
enum class CharClass : uint8_t {
  kSpace,       ///< white space of any kind, zero-width space and byte order mark
  kNewline,     ///< '\n'
  kLetter,      ///< also combining marks and every script's letters
  kDigit,       ///< ASCII digits
  kApostrophe,  ///< ' ’ ‘ ` ´
  kQuote,       ///< " “ ” „ « »
  kOpen,        ///< ( [ {
  kClose,       ///< ) ] }
  kStop,        ///< . ? ! …
  kHyphen,      ///< - ‐ ‑
  kDash,        ///< – — ―
  kCurrency,
  kPunct,  ///< , ; : and the like
  kSymbol,
};

/// One decoded code point and the bytes it took.
struct Char {
  char32_t code = 0;
  uint8_t size = 1;
  CharClass kind = CharClass::kSymbol;
};

/// Classifies any code point.
CharClass char_class(char32_t code);

/// Decodes the code point at `at`. Requires valid UTF-8 and `at` < size on a boundary.
Char char_at(std::string_view text, size_t at);

/// Decodes the code point that ends before `at`. Requires valid UTF-8 and 0 < `at`.
Char char_before(std::string_view text, size_t at);

/// True for a capital letter, also of Latin-1, Latin Extended-A, Greek and Cyrillic.
bool is_capital(char32_t code);

/// True for letters and digits.
inline bool is_word(CharClass kind) {
  return kind == CharClass::kLetter || kind == CharClass::kDigit;
}

}  // namespace demarche

#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace demarche {

/// Takes one code point off `text` at `at` and moves `at` past it; an ill-formed byte gives U+FFFD and moves by one. Requires `at <
/// text.size()`.
char32_t next_code_point(std::string_view text, size_t& at);
void append_utf8(std::string& out, char32_t code_point);

/// Simple (one to one) case mapping for Latin, Greek and Cyrillic; other code points are returned as they are.
char32_t to_lower(char32_t code_point);
char32_t to_upper(char32_t code_point);

/// The ASCII letter under the accents of a Latin letter; other code points are returned as they are.
char32_t without_accents(char32_t code_point);

}  // namespace demarche

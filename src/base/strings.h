#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// ASCII white space off both ends.
std::string_view trim(std::string_view text);
/// The pieces between separators, untrimmed; an empty text gives one empty piece.
std::vector<std::string_view> split(std::string_view text, char separator);
/// The runs of non-blank characters.
std::vector<std::string_view> words_of(std::string_view text);
/// Hyphens between letters set apart as the treebanks do: "cease-fire" gives "cease - fire".
std::string hyphens_apart(std::string_view text);
/// ASCII letters to lower case; other bytes unchanged.
std::string lower_ascii(std::string_view text);
/// True if the first byte is an ASCII capital.
inline bool is_upper_ascii(char c) {
  return c >= 'A' && c <= 'Z';
}
inline bool is_lower_ascii(char c) {
  return c >= 'a' && c <= 'z';
}
inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
/// The pieces with the separator between each two, empty ones too.
std::string join(const std::vector<std::string>& pieces, std::string_view separator);

/// The candidate that differs from the word by two letters at most (one, for words of three letters), or ""; of equals the first. Words
/// of more than 64 bytes have none.
std::string closest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace demarche

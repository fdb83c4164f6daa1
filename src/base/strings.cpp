#include "base/strings.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>

namespace demarche {

namespace {
bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

// Letters to change, add or drop to get from the one to the other.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
      corner = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    size_t at = text.find(separator);
    pieces.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return pieces;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && blank(text[at])) ++at;
    size_t begin = at;
    while (at < text.size() && !blank(text[at])) ++at;
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

std::string hyphens_apart(std::string_view text) {
  std::string apart;
  for (size_t i = 0; i < text.size(); ++i) {
    bool between = text[i] == '-' && i > 0 && i + 1 < text.size() && !blank(text[i - 1]) && !blank(text[i + 1]);
    if (between)
      apart += " - ";
    else
      apart += text[i];
  }
  return apart;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  // Eight letters at a time: the coder does this a thousand times a sentence.
  for (size_t at = 0; at < lower.size(); at += 8) {
    const size_t count = std::min<size_t>(8, lower.size() - at);
    uint64_t eight = 0;
    std::memcpy(&eight, lower.data() + at, count);
    constexpr uint64_t kEach = 0x0101010101010101;
    const uint64_t sevens = eight & (0x7F * kEach);
    const uint64_t from_a = sevens + (0x80 - 'A') * kEach, beyond_z = sevens + (0x7F - 'Z') * kEach;
    eight |= (~eight & (from_a ^ beyond_z) & (0x80 * kEach)) >> 2;
    std::memcpy(lower.data() + at, &eight, count);
  }
  return lower;
}

std::string join(const std::vector<std::string>& pieces, std::string_view separator) {
  std::string joined;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) joined += separator;
    joined += pieces[i];
  }
  return joined;
}

std::string closest(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  if (word.size() > 64) return best;
  size_t least = word.size() < 4 ? 2 : 3;
  for (const std::string& one : candidates) {
    size_t apart = one.size() > 64 ? least : distance(word, one);
    if (apart < least) {
      least = apart;
      best = one;
    }
  }
  return best;
}

}  // namespace demarche

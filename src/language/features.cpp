#include "language/features.h"

#include "base/hash.h"
#include "language/characters.h"

namespace demarche {
namespace {

constexpr size_t kHalf = 32;  // of a longer word only the first and the last 32 characters are seen

/// A word as the features see it.
struct Characters {
  std::array<char32_t, 2 * kHalf> cased = {};
  std::array<char32_t, 2 * kHalf> plain = {};
  size_t size = 0;
  size_t whole = 0;  ///< code points of the form

  void add(char32_t c) {
    ++whole;
    if (size == 2 * kHalf) {
      for (size_t i = kHalf; i + 1 < size; ++i) {
        cased[i] = cased[i + 1];
        plain[i] = plain[i + 1];
      }
      --size;
    }
    cased[size] = c;
    plain[size++] = to_lower(c);
  }
};

/// The treebanks' form of a character: straight quotes, no accents, every digit a 0.
char32_t plain_character(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? U'0' : c;
  if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x00B4 || c == 0x2032) return '\'';
  if (c >= 0x201C && c <= 0x201F) return '"';
  if (c == 0x00AB || c == 0x00BB) return '"';
  if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212) return '-';
  if (c == 0x2015) return 0x2014;
  return without_accents(c);
}

Characters read_characters(std::string_view form) {
  Characters characters;
  if (form == "--") {
    characters.add(0x2014);
    return characters;
  }
  for (size_t at = 0; at < form.size();) {
    char32_t c = next_code_point(form, at);
    if (c == 0x2026) {
      for (int i = 0; i < 3; ++i) characters.add('.');
    } else {
      characters.add(plain_character(c));
    }
  }
  return characters;
}

uint64_t mix(uint64_t hash, uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ hash >> 29;
}

uint64_t hash_range(const char32_t* from, size_t count, uint64_t seed) {
  uint64_t hash = mix(0x243F6A8885A308D3ULL, seed);
  for (size_t i = 0; i < count; ++i) hash = mix(hash, from[i]);
  return hash;
}

char32_t shape_of(char32_t c) {
  if (c >= 'A' && c <= 'Z') return 'X';
  if (c >= 'a' && c <= 'z') return 'x';
  return c < 0x80 || c == 0x2014 || c == 0xFFFD ? c : to_lower(c) != c ? U'X' : U'u';
}

/// Runs of one kind cut to two: *McDonald's* is XxXxx'x, *2016* is 00, *UN* and *NATO* are XX.
uint64_t shape_hash(const Characters& characters) {
  std::array<char32_t, 2 * kHalf> shape = {};
  size_t size = 0;
  for (size_t i = 0; i < characters.size; ++i) {
    char32_t kind = shape_of(characters.cased[i]);
    if (size >= 2 && shape[size - 1] == kind && shape[size - 2] == kind) continue;
    shape[size++] = kind;
  }
  return hash_range(shape.data(), size, 1);
}

}  // namespace

FormFeatures form_features(std::string_view form) {
  Characters characters = read_characters(form);
  const char32_t* plain = characters.plain.data();
  size_t size = characters.size;
  FormFeatures features;
  features.word = mix(hash_range(plain, size, 0), characters.whole);
  auto add = [&](uint64_t hash) {
    if (features.surface_count < FormFeatures::kMostSurface) features.surface[features.surface_count++] = static_cast<uint32_t>(hash >> 32);
  };
  if (characters.cased != characters.plain) features.cased = mix(hash_range(characters.cased.data(), size, 2), characters.whole);
  add(shape_hash(characters));
  for (size_t length = 1; length <= 4; ++length)
    if (length <= size) add(hash_range(plain, length, 10 + length));
  for (size_t length = 1; length <= 5; ++length)
    if (length <= size) add(hash_range(plain + size - length, length, 20 + length));
  for (size_t at = 1; at + 4 <= size; ++at) add(hash_range(plain + at, 3, 30));
  return features;
}

}  // namespace demarche

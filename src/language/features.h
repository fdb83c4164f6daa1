#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace demarche {

/// What the network sees of a word form: the one definition that training and inference share. Hashes are stable over machines.
struct FormFeatures {
  static constexpr size_t kMostSurface = 40;
  uint64_t word = 0;                                ///< the form without case, its digits all 0, quotes and accents made plain
  /// The form with its case (first, so that it can be left out where the word is unknown), shape, affixes and character trigrams; to be taken
  /// modulo the table's size.
  std::array<uint32_t, kMostSurface> surface = {};
  size_t surface_count = 0;
};

/// Total on any bytes; ill-formed UTF-8 counts as U+FFFD. Never allocates.
FormFeatures form_features(std::string_view form);

}  // namespace demarche

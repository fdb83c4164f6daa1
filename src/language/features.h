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
  uint64_t cased = 0;                               ///< the form with its case; 0 if it has no capital, for then `word` says as much
  std::array<uint32_t, kMostSurface> surface = {};  ///< shape, affixes and character trigrams
  size_t surface_count = 0;
};

/// Total on any bytes; ill-formed UTF-8 counts as U+FFFD. Never allocates.
FormFeatures form_features(std::string_view form);

}  // namespace demarche

#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "base/span.h"

namespace demarche {

/// Overlap over extent; 0 where the two do not meet.
inline double jaccard(Span a, Span b) {
  uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  if (end <= begin) return 0;
  return static_cast<double>(end - begin) / static_cast<double>(std::max(a.end, b.end) - std::min(a.begin, b.begin));
}

using Matches = std::vector<std::pair<uint32_t, uint32_t>>;

/// One-to-one pairs, best score first, ties by order; `score(i, j)` gives an optional, nothing for what does not match. Nothing if more
/// than two million pairs match: hostile input, no text has that.
template <class Score>
std::optional<Matches> match_best(size_t left, size_t right, const Score& score) {
  constexpr size_t kMost = 2000000;
  std::vector<std::tuple<double, uint32_t, uint32_t>> candidates;
  for (uint32_t i = 0; i < left; ++i)
    for (uint32_t j = 0; j < right; ++j)
      if (std::optional<double> value = score(i, j)) {
        if (candidates.size() == kMost) return std::nullopt;
        candidates.emplace_back(-*value, i, j);
      }
  std::sort(candidates.begin(), candidates.end());
  std::vector<bool> used_left(left), used_right(right);
  Matches matches;
  for (const auto& [value, i, j] : candidates) {
    if (used_left[i] || used_right[j]) continue;
    used_left[i] = used_right[j] = true;
    matches.emplace_back(i, j);
  }
  return matches;
}

}  // namespace demarche

#pragma once
#include <cstdint>
#include <vector>

#include "coder/report.h"

namespace demarche {

/// The actors that mark_sides makes of the marks.
inline constexpr uint32_t kSourceSide = 0;
inline constexpr uint32_t kTargetSide = 1;

/// Where the words of a side stand: sentence and head word; -1 where the mark is missing or covers no word.
struct Side {
  int sentence = -1;
  int head = -1;
  bool found() const { return head >= 0; }
};

Side find_side(const Report& report, Span span);

/// An event of the report with how well it speaks of the two sides: about 11 with both in their places, 4 with one, below 0 where they are
/// swapped; less the deeper it stands.
struct RankedEvent {
  size_t index = 0;  ///< into `report.events`
  int places = 0;    ///< the sides that stand in their places: 1 the source, 2 the target, 3 both
  double score = 0;
};

/// The typed events, best first.
std::vector<RankedEvent> rank_events(const Report& report, const Side& source, const Side& target);

}  // namespace demarche

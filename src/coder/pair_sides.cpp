#include "coder/pair_sides.h"

#include <algorithm>
#include <cmath>

namespace demarche {

namespace {

bool holds(const std::vector<uint32_t>& list, uint32_t one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

int places_of(const Event& event) {
  return (holds(event.source, kSourceSide) ? 1 : 0) + (holds(event.target, kTargetSide) ? 2 : 0);
}

// How well an event speaks of the two sides: both in their places, one, swapped.
double fit(const Event& event, const Side& source, const Side& target) {
  int places = places_of(event);
  double score = places == 3 ? 11 : places > 0 ? 4 : 0;
  bool mutual = event.source == event.target;
  if (!mutual && holds(event.source, kTargetSide)) score -= 4;
  if (!mutual && holds(event.target, kSourceSide)) score -= 4;
  if (holds(event.about, kTargetSide)) score += 2;
  if (source.found() && static_cast<int>(event.sentence) != source.sentence) score -= 2;
  if (target.found() && static_cast<int>(event.sentence) != target.sentence) score -= 1;
  return score;
}

}  // namespace

Side find_side(const Report& report, Span span) {
  Side side;
  if (span.empty()) return side;
  for (size_t s = 0; s < report.trees.size(); ++s) {
    const Tree& tree = report.trees[s];
    for (int w = 0; w < tree.size(); ++w) {
      if (!tree.word(w).span.overlaps(span)) continue;
      int head = tree.head(w);
      bool top = head < 0 || !tree.word(head).span.overlaps(span);
      // Punctuation and articles that the parser hangs elsewhere are no heads of the phrase.
      if (top && tree.word(w).upos != Upos::kPunct && tree.word(w).upos != Upos::kDet && tree.word(w).upos != Upos::kAdp) {
        if (!side.found() || tree.depth(w) < tree.depth(side.head)) side = {static_cast<int>(s), w};
      }
    }
    if (side.found()) return side;
  }
  return side;
}

std::vector<RankedEvent> rank_events(const Report& report, const Side& source, const Side& target) {
  std::vector<RankedEvent> ranked;
  for (size_t i = 0; i < report.events.size(); ++i) {
    const Event& event = report.events[i];
    if (event.type == EventType::kNone) continue;
    double score = fit(event, source, target);
    const Tree& tree = report.trees[event.sentence];
    score -= 0.15 * tree.depth(event.head);
    if (source.sentence == static_cast<int>(event.sentence) && source.found()) score -= 0.02 * std::abs(event.head - source.head);
    ranked.push_back({i, places_of(event), score});
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const RankedEvent& a, const RankedEvent& b) { return a.score > b.score; });
  return ranked;
}

}  // namespace demarche

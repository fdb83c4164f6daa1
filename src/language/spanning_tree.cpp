#include "language/spanning_tree.h"

#include <algorithm>
#include <limits>

namespace demarche {
namespace {

constexpr double kNever = -1e30;
/// Every edge from the root pays this, so the best spanning tree has as few of them as possible: one.
constexpr double kRootPrice = 1e7;

/// A graph in which some nodes stand for contracted cycles of the graph before. Node 0 is the root.
struct Level {
  size_t size = 0;
  std::vector<double> score;       ///< [dependent * size + head]
  std::vector<uint32_t> old_head;  ///< the edge of the level before that an edge stands for: its head
  std::vector<uint32_t> old_dependent;
  std::vector<uint32_t> best;      ///< favourite head of each node
  std::vector<uint32_t> part_of;   ///< the node of the next level that holds this one
};

void choose_best(Level& level) {
  level.best.assign(level.size, 0);
  for (size_t v = 1; v < level.size; ++v) {
    const double* row = level.score.data() + v * level.size;
    level.best[v] = static_cast<uint32_t>(std::max_element(row, row + level.size) - row);
  }
}

/// Numbers the nodes of the next level; false if there is no cycle. `next_size` is their count.
bool find_cycles(Level& level, size_t& next_size) {
  constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();
  std::vector<uint32_t> walk(level.size, kNone);
  level.part_of.assign(level.size, kNone);
  level.part_of[0] = 0;
  next_size = 1;
  bool found = false;
  for (uint32_t start = 1; start < level.size; ++start) {
    uint32_t v = start;
    while (v != 0 && walk[v] == kNone) {
      walk[v] = start;
      v = level.best[v];
    }
    if (v == 0 || walk[v] != start || level.part_of[v] != kNone) continue;
    found = true;
    for (uint32_t u = v; level.part_of[u] == kNone; u = level.best[u]) level.part_of[u] = static_cast<uint32_t>(next_size);
    ++next_size;
  }
  for (uint32_t v = 1; v < level.size; ++v)
    if (level.part_of[v] == kNone) level.part_of[v] = static_cast<uint32_t>(next_size++);
  return found;
}

Level contract(const Level& level, size_t next_size) {
  std::vector<uint32_t> members(next_size, 0);
  for (uint32_t part : level.part_of) ++members[part];
  Level next;
  next.size = next_size;
  next.score.assign(next_size * next_size, kNever);
  next.old_head.assign(next_size * next_size, 0);
  next.old_dependent.assign(next_size * next_size, 0);
  for (size_t v = 1; v < level.size; ++v) {
    size_t to = level.part_of[v];
    const double* row = level.score.data() + v * level.size;
    double given_up = members[to] > 1 ? row[level.best[v]] : 0.0;
    for (size_t u = 0; u < level.size; ++u) {
      size_t from = level.part_of[u];
      if (from == to || row[u] <= kNever / 2) continue;
      size_t at = to * next_size + from;
      if (row[u] - given_up <= next.score[at]) continue;
      next.score[at] = row[u] - given_up;
      next.old_head[at] = static_cast<uint32_t>(u);
      next.old_dependent[at] = static_cast<uint32_t>(v);
    }
  }
  return next;
}

/// The heads of a level's nodes from those of the level after it.
std::vector<uint32_t> expand(const Level& level, const Level& next, const std::vector<uint32_t>& next_heads) {
  std::vector<uint32_t> heads = level.best;
  for (size_t part = 1; part < next.size; ++part) {
    size_t at = part * next.size + next_heads[part];
    heads[next.old_dependent[at]] = next.old_head[at];
  }
  return heads;
}

bool favourites_are_tree(const float* scores, size_t size, int16_t* heads) {
  size_t roots = 0;
  for (size_t i = 0; i < size; ++i) {
    const float* row = scores + i * (size + 1);
    size_t best = 0;
    for (size_t j = 1; j <= size; ++j)
      if (j != i + 1 && row[j] > row[best]) best = j;
    heads[i] = static_cast<int16_t>(best);
    roots += best == 0;
  }
  if (roots != 1) return false;
  // A walk of more steps than words is caught in a cycle; marking visited words keeps the sum of all walks linear.
  thread_local std::vector<uint8_t> rooted;
  rooted.assign(size, 0);
  for (size_t start = 0; start < size; ++start) {
    size_t steps = 0, at = start;
    while (!rooted[at] && heads[at] != 0) {
      if (++steps > size) return false;
      at = static_cast<size_t>(heads[at] - 1);
    }
    for (size_t v = start; !rooted[v]; v = static_cast<size_t>(heads[v] - 1)) {
      rooted[v] = 1;
      if (heads[v] == 0) break;
    }
  }
  return true;
}

}  // namespace

void best_tree(const float* scores, size_t size, int16_t* heads) {
  if (size == 0 || favourites_are_tree(scores, size, heads)) return;
  std::vector<Level> levels(1);
  levels[0].size = size + 1;
  levels[0].score.assign((size + 1) * (size + 1), kNever);
  for (size_t i = 0; i < size; ++i) {
    const float* from = scores + i * (size + 1);
    double* to = levels[0].score.data() + (i + 1) * (size + 1);
    std::copy_n(from, size + 1, to);
    to[0] -= kRootPrice;
    to[i + 1] = kNever;
  }
  size_t next_size = 0;
  for (choose_best(levels.back()); find_cycles(levels.back(), next_size); choose_best(levels.back()))
    levels.push_back(contract(levels.back(), next_size));
  std::vector<uint32_t> tree = levels.back().best;
  for (size_t l = levels.size() - 1; l-- > 0;) tree = expand(levels[l], levels[l + 1], tree);
  for (size_t i = 0; i < size; ++i) heads[i] = static_cast<int16_t>(tree[i + 1]);
}

}  // namespace demarche

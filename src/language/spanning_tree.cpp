#include "language/spanning_tree.h"

#include <algorithm>
#include <limits>

#include "language/fast_math.h"

// Edmonds' algorithm in Tarjan's form for dense graphs. Nodes are the root, the words, and the components that cycles were contracted to.
// Each component that is not yet part of another keeps one row: for every word as head the best edge into the component, less what the edge
// it would replace is worth. A path of components is grown backwards, each to the one that holds its favourite head; a cycle becomes a
// component by taking the greatest of its members' rows. Every component is made, searched and merged once, each time for one pass over a
// row, so the whole takes time in the size of the scores, whatever they are.

namespace demarche {
namespace {

constexpr double kNever = -1e30;
/// Every edge from the root pays this, so the best spanning tree has as few of them as possible: one.
constexpr double kRootPrice = 1e7;
constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

struct Edge {
  uint32_t head = 0;
  uint32_t dependent = 0;
};

class Contraction {
 public:
  void run(const float* scores, size_t size, int16_t* heads) {
    start(scores, size);
    for (uint32_t word = 1; word < nodes_; ++word)
      if (!finished_[top_of(word)]) grow(top_of(word));
    for (size_t c = parent_.size(); c-- > nodes_;) {
      uint32_t child = chosen_[c].dependent;
      while (parent_[child] != c) child = parent_[child];
      chosen_[child] = chosen_[c];
    }
    for (size_t i = 0; i < size; ++i) heads[i] = static_cast<int16_t>(chosen_[i + 1].head);
  }

 private:
  double* row(uint32_t component) { return rows_.data() + row_of_[component] * nodes_; }
  uint32_t* entry(uint32_t component) { return entries_.data() + row_of_[component] * nodes_; }

  void start(const float* scores, size_t size) {
    nodes_ = static_cast<uint32_t>(size + 1);
    rows_.resize(std::max(rows_.size(), size_t{nodes_} * nodes_));
    entries_.resize(std::max(entries_.size(), size_t{nodes_} * nodes_));
    parent_.assign(nodes_, kNone);
    link_.resize(nodes_);
    row_of_.resize(nodes_);
    chosen_.assign(nodes_, {});
    value_.assign(nodes_, 0.0);
    finished_.assign(nodes_, 0);
    on_path_.assign(nodes_, 0);
    finished_[0] = 1;
    for (uint32_t v = 0; v < nodes_; ++v) {
      link_[v] = v;
      row_of_[v] = v;
      if (v == 0) continue;
      const float* from = scores + (v - 1) * nodes_;
      std::copy_n(from, nodes_, row(v));
      std::fill_n(entry(v), nodes_, v);
      row(v)[0] -= kRootPrice;
      row(v)[v] = kNever;
    }
  }

  /// The component that now holds a node: a walk that shortens the way for the next.
  uint32_t top_of(uint32_t node) {
    while (link_[node] != node) {
      link_[node] = link_[link_[node]];
      node = link_[node];
    }
    return node;
  }

  void grow(uint32_t component) {
    path_.assign(1, component);
    on_path_[component] = 1;
    while (true) {
      uint32_t last = path_.back();
      const double* values = row(last);
      auto head = static_cast<uint32_t>(std::max_element(values, values + nodes_) - values);
      value_[last] = values[head];
      chosen_[last] = {head, entry(last)[head]};
      uint32_t next = top_of(head);
      if (finished_[next]) break;
      if (on_path_[next]) {
        contract(next);
      } else {
        path_.push_back(next);
        on_path_[next] = 1;
      }
    }
    for (uint32_t done : path_) finished_[done] = 1;
  }

  /// The path from `first` to its end is a cycle; it becomes one component, which takes over the first member's row.
  void contract(uint32_t first) {
    auto made = static_cast<uint32_t>(parent_.size());
    parent_.push_back(kNone);
    link_.push_back(made);
    row_of_.push_back(row_of_[first]);
    chosen_.push_back({});
    value_.push_back(0.0);
    finished_.push_back(0);
    on_path_.push_back(1);
    double* to = row(made);
    uint32_t* to_entry = entry(made);
    for (uint32_t u = 0; u < nodes_; ++u) to[u] -= value_[first];
    while (true) {
      uint32_t member = path_.back();
      path_.pop_back();
      parent_[member] = made;
      link_[member] = made;
      if (member == first) break;
      const double* from = row(member);
      const uint32_t* from_entry = entry(member);
      const double value = value_[member];
      for (uint32_t u = 0; u < nodes_; ++u) {
        bool better = from[u] - value > to[u];
        to[u] = better ? from[u] - value : to[u];
        to_entry[u] = better ? from_entry[u] : to_entry[u];
      }
    }
    for (uint32_t u = 1; u < nodes_; ++u)
      if (top_of(u) == made) to[u] = kNever;
    path_.push_back(made);
  }

  uint32_t nodes_ = 0;
  std::vector<double> rows_;
  std::vector<uint32_t> entries_;  ///< the word at which an edge of the row enters the component
  std::vector<uint32_t> row_of_;
  std::vector<uint32_t> parent_;  ///< the component that a node was merged into
  std::vector<uint32_t> link_;    ///< the same with shortcuts
  std::vector<Edge> chosen_;
  std::vector<double> value_;
  std::vector<uint8_t> finished_, on_path_;
  std::vector<uint32_t> path_;
};

/// The first of the greatest values of a row.
uint32_t favourite(const float* row, size_t count) {
  size_t whole = count / kLanes * kLanes;
  float most = row[0];
  if (whole > 0) {
    Floats lanes = floats_at(row);
    for (size_t i = kLanes; i < whole; i += kLanes) {
      const Floats& next = floats_at(row + i);
      lanes = next > lanes ? next : lanes;
    }
    for (size_t i = 0; i < kLanes; ++i) most = std::max(most, lanes[i]);
  }
  for (size_t i = whole; i < count; ++i) most = std::max(most, row[i]);
  return static_cast<uint32_t>(std::find(row, row + count, most) - row);
}

/// Each word's favourite head, and whether these make a tree with one root.
bool favourites_are_tree(float* scores, size_t size, int16_t* heads) {
  size_t roots = 0;
  for (size_t i = 0; i < size; ++i) {
    float* row = scores + i * (size + 1);
    row[i + 1] = std::numeric_limits<float>::lowest();
    heads[i] = static_cast<int16_t>(favourite(row, size + 1));
    roots += heads[i] == 0;
  }
  if (roots != 1) return false;
  // Visited words are marked with their walk, so all walks together are linear.
  thread_local std::vector<uint32_t> walk;
  walk.assign(size, 0);
  for (uint32_t start = 0; start < size; ++start) {
    for (int at = static_cast<int>(start); at >= 0 && walk[static_cast<size_t>(at)] != start + 1; at = heads[at] - 1) {
      if (walk[static_cast<size_t>(at)] != 0) break;
      walk[static_cast<size_t>(at)] = start + 1;
      if (heads[at] != 0 && walk[static_cast<size_t>(heads[at] - 1)] == start + 1) return false;
    }
  }
  return true;
}

}  // namespace

void best_tree(float* scores, size_t size, int16_t* heads) {
  if (size == 0 || favourites_are_tree(scores, size, heads)) return;
  thread_local Contraction contraction;
  contraction.run(scores, size, heads);
}

}  // namespace demarche

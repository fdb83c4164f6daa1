#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace demarche {

/// The best tree over `size` words with exactly one root: the spanning tree of greatest score (Chu-Liu and Edmonds). `scores` has a row of
/// `size + 1` for each word, column 0 for the root, column i + 1 for word i as head; a word's score for itself is ignored. Sets `heads[0 .. size)`
/// to 0 for the root or i + 1 for word i. Time is linear in the size of `scores` where each word's favourite head already gives a tree (most
/// sentences), else that times the number of rounds of contraction, commonly below five. Scores must be finite; ties go to the lower column.
void best_tree(const float* scores, size_t size, int16_t* heads);

}  // namespace demarche

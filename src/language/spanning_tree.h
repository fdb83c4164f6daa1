#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace demarche {

/// The best tree over `size` words with exactly one root: the spanning tree of greatest score (Chu-Liu and Edmonds). `scores` has a row of
/// `size + 1` for each word, column 0 for the root, column i + 1 for word i as head; a word's score for itself is ignored and overwritten.
/// Sets `heads[0 .. size)` to 0 for the root or i + 1 for word i. Takes time in the size of `scores`, size * (size + 1). Scores must be
/// finite and below 1e6 in magnitude.
void best_tree(float* scores, size_t size, int16_t* heads);

}  // namespace demarche

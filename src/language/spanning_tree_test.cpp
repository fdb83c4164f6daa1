#include "language/spanning_tree.h"

#include <gtest/gtest.h>

#include "language/random.h"

namespace demarche {
namespace {

bool is_tree(const std::vector<int16_t>& heads) {
  size_t roots = 0;
  for (size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] == 0;
    size_t steps = 0;
    for (size_t at = i; heads[at] != 0; at = static_cast<size_t>(heads[at] - 1))
      if (++steps > heads.size()) return false;
  }
  return roots == 1;
}

double score_of(const std::vector<float>& scores, const std::vector<int16_t>& heads) {
  double sum = 0;
  for (size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + static_cast<size_t>(heads[i])];
  return sum;
}

/// The best tree by trying all.
double best_by_trial(const std::vector<float>& scores, size_t size) {
  std::vector<int16_t> heads(size, 0);
  double best = -1e30;
  while (true) {
    bool own = false;
    for (size_t i = 0; i < size; ++i) own = own || heads[i] == static_cast<int>(i + 1);
    if (!own && is_tree(heads)) best = std::max(best, score_of(scores, heads));
    size_t i = 0;
    while (i < size && heads[i] == static_cast<int>(size)) heads[i++] = 0;
    if (i == size) return best;
    ++heads[i];
  }
}

TEST(BestTree, EqualsTheBestOfAllTreesOfUpToFiveWords) {
  Random random(11);
  for (size_t trial = 0; trial < 600; ++trial) {
    size_t size = 1 + random.below(5);
    std::vector<float> scores(size * (size + 1));
    for (float& score : scores) score = 10.0F * random.uniform() - 5.0F;
    std::vector<int16_t> heads(size);
    best_tree(scores.data(), size, heads.data());
    ASSERT_TRUE(is_tree(heads));
    ASSERT_NEAR(score_of(scores, heads), best_by_trial(scores, size), 1e-4);
  }
}

TEST(BestTree, IsATreeWithOneRootForLongRandomSentences) {
  Random random(12);
  for (size_t size : {40U, 150U, 400U}) {
    std::vector<float> scores(size * (size + 1));
    for (float& score : scores) score = random.uniform();
    std::vector<int16_t> heads(size);
    best_tree(scores.data(), size, heads.data());
    EXPECT_TRUE(is_tree(heads)) << size;
  }
}

TEST(BestTree, EqualScoresGiveATree) {
  for (size_t size : {1U, 2U, 7U, 60U}) {
    std::vector<float> scores(size * (size + 1), 0.0F);
    std::vector<int16_t> heads(size);
    best_tree(scores.data(), size, heads.data());
    EXPECT_TRUE(is_tree(heads)) << size;
  }
}

}  // namespace
}  // namespace demarche

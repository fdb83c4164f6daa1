#include "base/span.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Span, IsHalfOpen) {
  Span span{3, 5};
  EXPECT_TRUE(span.contains(3u) && span.contains(4u));
  EXPECT_FALSE(span.contains(5u) || span.contains(2u));
  EXPECT_EQ(span.size(), 2u);
}

TEST(Span, NeighboursDoNotOverlap) {
  EXPECT_FALSE((Span{0, 3}.overlaps({3, 5})));
  EXPECT_TRUE((Span{0, 4}.overlaps({3, 5})));
}

TEST(Span, TurnedRoundIsEmpty) {
  EXPECT_TRUE((Span{5, 3}.empty()));
  EXPECT_EQ((Span{5, 3}.size()), 0u);
}

TEST(Cover, TakesInTheGap) {
  EXPECT_EQ(cover({7, 9}, {1, 3}), (Span{1, 9}));
}

TEST(Cover, OfNothingAddsNothing) {
  EXPECT_EQ(cover({}, {4, 6}), (Span{4, 6}));
  EXPECT_EQ(cover({4, 6}, {9, 9}), (Span{4, 6}));
}

}  // namespace
}  // namespace demarche

#include "lexicon/slot_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(SlotKeys, HoldTheFiveOfOursAndThePrepositions) {
  EXPECT_THAT(slot_keys(), testing::IsSupersetOf({"subj", "obj", "clause", "inf", "poss", "with", "against"}));
}

TEST(IsPreposition, LeavesOutTheKeysThatAreNone) {
  EXPECT_TRUE(is_preposition("with"));
  EXPECT_TRUE(is_preposition("about")) << "the first of the prepositions";
  EXPECT_FALSE(is_preposition("poss"));
  EXPECT_FALSE(is_preposition("missile"));
}

}  // namespace
}  // namespace demarche

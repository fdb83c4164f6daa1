#include "language/evaluation.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

Sentence two_words() {
  Sentence sentence;
  sentence.words.resize(2);
  sentence.words[0].head = 1;
  sentence.words[0].rel = Deprel::kNsubjPass;
  sentence.words[0].lemma = "it";
  sentence.words[1].rel = Deprel::kRoot;
  sentence.words[1].lemma = "_";
  return sentence;
}

TEST(Compare, CountsWhatIsRight) {
  Sentence gold = two_words(), guess = two_words();
  guess.words[0].rel = Deprel::kNsubj;
  guess.words[0].upos = Upos::kPron;
  guess.words[1].lemma = "anything";
  ParseScores scores = compare(gold, guess);
  EXPECT_EQ(scores.words, 2U);
  EXPECT_EQ(scores.upos, 1U);
  EXPECT_EQ(scores.lemma, 2U);
  EXPECT_EQ(scores.attached, 2U);
  EXPECT_EQ(scores.labelled, 2U);
  EXPECT_EQ(scores.labelled_full, 1U);
  EXPECT_EQ(scores.whole, 1U);
}

TEST(Compare, AWrongHeadIsNoLabelledHit) {
  Sentence gold = two_words(), guess = two_words();
  guess.words[0].head = -1;
  guess.words[1].head = 0;
  ParseScores scores = compare(gold, guess);
  EXPECT_EQ(scores.attached, 0U);
  EXPECT_EQ(scores.labelled, 0U);
  EXPECT_EQ(scores.whole, 0U);
}

TEST(ParseScores, AddUpAndGivePercents) {
  ParseScores sum;
  EXPECT_EQ(sum.percent(sum.upos), 0.0);
  sum += compare(two_words(), two_words());
  sum += compare(two_words(), two_words());
  EXPECT_EQ(sum.sentences, 2U);
  EXPECT_EQ(sum.percent(sum.attached), 100.0);
}

}  // namespace
}  // namespace demarche

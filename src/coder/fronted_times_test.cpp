#include "coder/fronted_times.h"

#include <gtest/gtest.h>

#include "language/hand_word.h"

namespace demarche {
namespace {

Word opener(std::string_view form, std::string_view lemma, int head) {
  Word made = hand_word(form, Upos::kAdp, "IN", head, Deprel::kCase);
  made.lemma = std::string(lemma);
  return made;
}

// *On Sunday Chad warned Niger .*, the weekday a part of the name.
Sentence sunday() {
  Sentence sentence;
  sentence.words = {opener("On", "on", 2),
                    hand_word("Sunday", Upos::kPropn, "NNP", 2, Deprel::kCompound),
                    hand_word("Chad", Upos::kPropn, "NNP", 3, Deprel::kNsubj),
                    hand_word("warned", Upos::kVerb, "VBD", -1, Deprel::kRoot),
                    hand_word("Niger", Upos::kPropn, "NNP", 3, Deprel::kObj),
                    hand_word(".", Upos::kPunct, ".", 3, Deprel::kPunct)};
  return sentence;
}

// *In the autumn of 2009 Chad left .*, the country hung on the season.
Sentence autumn() {
  Sentence sentence;
  sentence.words = {opener("In", "in", 2),
                    hand_word("the", Upos::kDet, "DT", 2, Deprel::kDet),
                    hand_word("autumn", Upos::kNoun, "NN", 6, Deprel::kObl),
                    opener("of", "of", 5),
                    hand_word("2009", Upos::kNum, "CD", 5, Deprel::kNummod),
                    hand_word("Chad", Upos::kPropn, "NNP", 2, Deprel::kNmod),
                    hand_word("left", Upos::kVerb, "VBD", -1, Deprel::kRoot),
                    hand_word(".", Upos::kPunct, ".", 6, Deprel::kPunct)};
  return sentence;
}

TEST(MendFrontedTimes, AWeekdayIsNoPartOfTheName) {
  std::vector<Sentence> sentences{sunday()};
  mend_fronted_times(sentences);
  const auto& words = sentences[0].words;
  EXPECT_EQ(words[0].head, 1);
  EXPECT_EQ(words[1].head, 3);
  EXPECT_EQ(words[1].rel, Deprel::kObl);
  EXPECT_EQ(words[2].rel, Deprel::kNsubj);
}

TEST(MendFrontedTimes, ACountryBehindAYearIsTheSubject) {
  std::vector<Sentence> sentences{autumn()};
  mend_fronted_times(sentences);
  const auto& words = sentences[0].words;
  EXPECT_EQ(words[5].head, 6);
  EXPECT_EQ(words[5].rel, Deprel::kNsubj);
  EXPECT_EQ(words[3].head, 4);
  EXPECT_EQ(words[4].head, 2);
  EXPECT_EQ(words[4].rel, Deprel::kNmod);
}

TEST(MendFrontedTimes, APassiveHasAPassiveSubject) {
  std::vector<Sentence> sentences{autumn()};
  sentences[0].words.insert(sentences[0].words.begin() + 6, hand_word("was", Upos::kAux, "VBD", 7, Deprel::kAuxPass));
  sentences[0].words[2].head = 7;
  sentences[0].words[8].head = 7;
  mend_fronted_times(sentences);
  EXPECT_EQ(sentences[0].words[5].rel, Deprel::kNsubjPass);
}

TEST(MendFrontedTimes, ATimeOfAnAffairEndsBeforeTheName) {
  std::vector<Sentence> sentences{autumn()};
  auto& words = sentences[0].words;
  words[4] = hand_word("war", Upos::kNoun, "NN", 3, Deprel::kNmod);
  for (Word& one : words) one.head = static_cast<int16_t>(one.head > 3 ? one.head + 1 : one.head);
  words.insert(words.begin() + 4, hand_word("the", Upos::kDet, "DT", 5, Deprel::kDet));
  words[5].head = 2;
  words[6].head = 5;
  mend_fronted_times(sentences);
  EXPECT_EQ(words[6].rel, Deprel::kNsubj);
  EXPECT_EQ(words[6].head, 7);
}

TEST(MendFrontedTimes, YesterdayIsNoAttribute) {
  Sentence sentence;
  sentence.words = {hand_word("Yesterday", Upos::kNoun, "NN", 1, Deprel::kCompound),
                    hand_word("gunmen", Upos::kNoun, "NNS", 2, Deprel::kNsubj), hand_word("fled", Upos::kVerb, "VBD", -1, Deprel::kRoot)};
  std::vector<Sentence> sentences{sentence};
  mend_fronted_times(sentences);
  EXPECT_EQ(sentences[0].words[0].head, 2);
}

TEST(MendFrontedTimes, AnotherSubjectKeepsTheNounWithTheTime) {
  std::vector<Sentence> sentences{autumn()};
  sentences[0].words.insert(sentences[0].words.begin() + 6, hand_word("Peru", Upos::kPropn, "NNP", 7, Deprel::kNsubj));
  sentences[0].words[2].head = 7;
  sentences[0].words[8].head = 7;
  mend_fronted_times(sentences);
  EXPECT_EQ(sentences[0].words[5].rel, Deprel::kNmod);
}

TEST(MendFrontedTimes, AnArticleBeforeTheDayKeepsItAnAttribute) {
  std::vector<Sentence> sentences{sunday()};
  for (Word& one : sentences[0].words) one.head = static_cast<int16_t>(one.head < 0 ? -1 : one.head + 1);
  sentences[0].words.insert(sentences[0].words.begin() + 1, hand_word("the", Upos::kDet, "DT", 3, Deprel::kDet));
  mend_fronted_times(sentences);
  EXPECT_EQ(sentences[0].words[2].rel, Deprel::kCompound);
}

}  // namespace
}  // namespace demarche

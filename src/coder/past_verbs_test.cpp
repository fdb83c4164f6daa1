#include "coder/past_verbs.h"

#include <gtest/gtest.h>

#include "language/hand_word.h"

namespace demarche {
namespace {

// *Raiders killed three men .*, the verb a participle with a passive subject.
Sentence killed(Deprel object) {
  Sentence sentence;
  sentence.words = {hand_word("Raiders", Upos::kNoun, "NNS", 1, Deprel::kNsubjPass),
                    hand_word("killed", Upos::kVerb, "VBN", -1, Deprel::kRoot), hand_word("three", Upos::kNum, "CD", 3, Deprel::kNummod),
                    hand_word("men", Upos::kNoun, "NNS", 1, object), hand_word(".", Upos::kPunct, ".", 1, Deprel::kPunct)};
  return sentence;
}

TEST(MendPastVerbs, AParticipleWithSubjectAndObjectIsActive) {
  Sentence sentence = killed(Deprel::kObl);
  mend_past_verbs(sentence);
  EXPECT_EQ(sentence.words[1].xpos, "VBD");
  EXPECT_EQ(sentence.words[0].rel, Deprel::kNsubj);
  EXPECT_EQ(sentence.words[3].rel, Deprel::kObj);
}

TEST(MendPastVerbs, AnAuxiliaryKeepsThePassive) {
  Sentence sentence = killed(Deprel::kObl);
  sentence.words.push_back(hand_word("were", Upos::kAux, "VBD", 1, Deprel::kAuxPass));
  mend_past_verbs(sentence);
  EXPECT_EQ(sentence.words[1].xpos, "VBN");
  EXPECT_EQ(sentence.words[0].rel, Deprel::kNsubjPass);
}

TEST(MendPastVerbs, AMeasureOfTimeIsNoObject) {
  Sentence sentence = killed(Deprel::kOblUnmarked);
  mend_past_verbs(sentence);
  EXPECT_EQ(sentence.words[1].xpos, "VBN");
}

// *League called on both .* with the league for its root.
Sentence league(std::string_view preposition) {
  Sentence sentence;
  sentence.words = {hand_word("League", Upos::kPropn, "NNP", -1, Deprel::kRoot), hand_word("called", Upos::kVerb, "VBN", 0, Deprel::kAcl),
                    hand_word(preposition, Upos::kAdp, "IN", 3, Deprel::kCase), hand_word("Chad", Upos::kPropn, "NNP", 1, Deprel::kObl),
                    hand_word(".", Upos::kPunct, ".", 1, Deprel::kPunct)};
  sentence.words[1].lemma = "call";
  return sentence;
}

TEST(MendPastVerbs, WhoCalledOnSomebodyIsNotCalled) {
  Sentence sentence = league("on");
  mend_past_verbs(sentence);
  EXPECT_EQ(sentence.root(), 1);
  EXPECT_EQ(sentence.words[0].head, 1);
  EXPECT_EQ(sentence.words[0].rel, Deprel::kNsubj);
}

TEST(MendPastVerbs, WhatIsCalledAfterSomethingStays) {
  Sentence sentence = league("after");
  mend_past_verbs(sentence);
  EXPECT_EQ(sentence.root(), 0);
}

// *Chad , which borders both , offered help .*, all under Chad.
TEST(MendPastVerbs, TheVerbBehindTheRelativeClauseIsTheSentences) {
  Sentence sentence;
  sentence.words = {hand_word("Chad", Upos::kPropn, "NNP", -1, Deprel::kRoot),
                    hand_word(",", Upos::kPunct, ",", 3, Deprel::kPunct),
                    hand_word("which", Upos::kPron, "WDT", 6, Deprel::kNsubj),
                    hand_word("borders", Upos::kNoun, "NNS", 6, Deprel::kNsubj),
                    hand_word("both", Upos::kDet, "DT", 3, Deprel::kDet),
                    hand_word(",", Upos::kPunct, ",", 0, Deprel::kPunct),
                    hand_word("offered", Upos::kVerb, "VBD", 0, Deprel::kAclRelcl),
                    hand_word("help", Upos::kNoun, "NN", 6, Deprel::kObj),
                    hand_word(".", Upos::kPunct, ".", 0, Deprel::kPunct)};
  mend_past_verbs(sentence);
  EXPECT_EQ(sentence.root(), 6);
  EXPECT_EQ(sentence.words[0].head, 6);
  EXPECT_EQ(sentence.words[0].rel, Deprel::kNsubj);
  EXPECT_EQ(sentence.words[2].head, 0);
  EXPECT_EQ(sentence.words[8].head, 6);
}

// *Peru , Chile sanctioned officials .*, a list with a verb in it.
TEST(MendPastVerbs, AListThatHidesItsVerb) {
  Sentence sentence;
  sentence.words = {
      hand_word("Peru", Upos::kPropn, "NNP", -1, Deprel::kRoot),    hand_word("and", Upos::kCconj, "CC", 2, Deprel::kCc),
      hand_word("Chile", Upos::kPropn, "NNP", 0, Deprel::kConj),    hand_word("sanctioned", Upos::kVerb, "VBN", 0, Deprel::kConj),
      hand_word("officials", Upos::kNoun, "NNS", 0, Deprel::kConj), hand_word(".", Upos::kPunct, ".", 0, Deprel::kPunct)};
  mend_past_verbs(sentence);
  EXPECT_EQ(sentence.root(), 3);
  EXPECT_EQ(sentence.words[0].rel, Deprel::kNsubj);
  EXPECT_EQ(sentence.words[2].head, 0);
  EXPECT_EQ(sentence.words[4].head, 3);
  EXPECT_EQ(sentence.words[4].rel, Deprel::kObj);
}

}  // namespace
}  // namespace demarche

#include "coder/past_verbs.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

Word word(std::string_view form, Upos upos, std::string_view xpos, int head, Deprel rel) {
  Word made;
  made.form = form;
  made.lemma = std::string(form);
  made.upos = upos;
  made.xpos = xpos;
  made.head = static_cast<int16_t>(head);
  made.rel = rel;
  return made;
}

// *Raiders killed three men .*, the verb a participle with a passive subject.
Sentence killed(Deprel object) {
  Sentence sentence;
  sentence.words = {word("Raiders", Upos::kNoun, "NNS", 1, Deprel::kNsubjPass), word("killed", Upos::kVerb, "VBN", -1, Deprel::kRoot),
                    word("three", Upos::kNum, "CD", 3, Deprel::kNummod), word("men", Upos::kNoun, "NNS", 1, object),
                    word(".", Upos::kPunct, ".", 1, Deprel::kPunct)};
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
  sentence.words.push_back(word("were", Upos::kAux, "VBD", 1, Deprel::kAuxPass));
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
  sentence.words = {word("League", Upos::kPropn, "NNP", -1, Deprel::kRoot), word("called", Upos::kVerb, "VBN", 0, Deprel::kAcl),
                    word(preposition, Upos::kAdp, "IN", 3, Deprel::kCase), word("Chad", Upos::kPropn, "NNP", 1, Deprel::kObl),
                    word(".", Upos::kPunct, ".", 1, Deprel::kPunct)};
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
  sentence.words = {word("Chad", Upos::kPropn, "NNP", -1, Deprel::kRoot),
                    word(",", Upos::kPunct, ",", 3, Deprel::kPunct),
                    word("which", Upos::kPron, "WDT", 6, Deprel::kNsubj),
                    word("borders", Upos::kNoun, "NNS", 6, Deprel::kNsubj),
                    word("both", Upos::kDet, "DT", 3, Deprel::kDet),
                    word(",", Upos::kPunct, ",", 0, Deprel::kPunct),
                    word("offered", Upos::kVerb, "VBD", 0, Deprel::kAclRelcl),
                    word("help", Upos::kNoun, "NN", 6, Deprel::kObj),
                    word(".", Upos::kPunct, ".", 0, Deprel::kPunct)};
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
  sentence.words = {word("Peru", Upos::kPropn, "NNP", -1, Deprel::kRoot),    word("and", Upos::kCconj, "CC", 2, Deprel::kCc),
                    word("Chile", Upos::kPropn, "NNP", 0, Deprel::kConj),    word("sanctioned", Upos::kVerb, "VBN", 0, Deprel::kConj),
                    word("officials", Upos::kNoun, "NNS", 0, Deprel::kConj), word(".", Upos::kPunct, ".", 0, Deprel::kPunct)};
  mend_past_verbs(sentence);
  EXPECT_EQ(sentence.root(), 3);
  EXPECT_EQ(sentence.words[0].rel, Deprel::kNsubj);
  EXPECT_EQ(sentence.words[2].head, 0);
  EXPECT_EQ(sentence.words[4].head, 3);
  EXPECT_EQ(sentence.words[4].rel, Deprel::kObj);
}

}  // namespace
}  // namespace demarche

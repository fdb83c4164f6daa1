#include "coder/clauses.h"

#include <gtest/gtest.h>

#include "language/hand_word.h"

namespace demarche {
namespace {

// *Kenya freed young sailors .* with everything under *sailors*.
Sentence phrase(Deprel first) {
  Sentence sentence;
  sentence.words = {hand_word("Kenya", Upos::kPropn, "NNP", 3, first), hand_word("freed", Upos::kVerb, "VBN", 3, Deprel::kAmod),
                    hand_word("young", Upos::kAdj, "JJ", 3, Deprel::kAmod), hand_word("sailors", Upos::kNoun, "NNS", -1, Deprel::kRoot),
                    hand_word(".", Upos::kPunct, ".", 3, Deprel::kPunct)};
  return sentence;
}

TEST(MendClauses, MakesTheParticipleTheVerb) {
  std::vector<Sentence> sentences{phrase(Deprel::kCompound)};
  mend_clauses(sentences);
  const auto& words = sentences[0].words;
  EXPECT_EQ(sentences[0].root(), 1);
  EXPECT_EQ(words[0].head, 1);
  EXPECT_EQ(words[0].rel, Deprel::kNsubj);
  EXPECT_EQ(words[2].head, 3);
  EXPECT_EQ(words[3].head, 1);
  EXPECT_EQ(words[3].rel, Deprel::kObj);
  EXPECT_EQ(words[4].head, 1);
}

TEST(MendClauses, LeavesAnOwnedNoun) {
  std::vector<Sentence> sentences{phrase(Deprel::kNmodPoss)};
  mend_clauses(sentences);
  EXPECT_EQ(sentences[0].root(), 3);
}

TEST(MendClauses, LeavesANounThatIsPredicated) {
  std::vector<Sentence> sentences{phrase(Deprel::kCompound)};
  sentences[0].words.push_back(hand_word("is", Upos::kAux, "VBZ", 3, Deprel::kCop));
  mend_clauses(sentences);
  EXPECT_EQ(sentences[0].root(), 3);
}

// *either control of ports or access* with *access* under *ports*, and with *and* in its place.
Sentence correlative(std::string_view joint) {
  Sentence sentence;
  sentence.words = {hand_word("either", Upos::kCconj, "CC", 1, Deprel::kCcPreconj),
                    hand_word("control", Upos::kNoun, "NN", -1, Deprel::kRoot),
                    hand_word("of", Upos::kAdp, "IN", 3, Deprel::kCase),
                    hand_word("ports", Upos::kNoun, "NNS", 1, Deprel::kNmod),
                    hand_word(joint, Upos::kCconj, "CC", 5, Deprel::kCc),
                    hand_word("access", Upos::kNoun, "NN", 3, Deprel::kConj)};
  return sentence;
}

// *Kenya cut lines and shut ports .*, the ports joined to the lines.
TEST(MendClauses, ASecondVerbIsNoAttributeOfTheSecondObject) {
  Sentence sentence;
  sentence.words = {hand_word("Kenya", Upos::kPropn, "NNP", 1, Deprel::kNsubj), hand_word("cut", Upos::kVerb, "VBP", -1, Deprel::kRoot),
                    hand_word("lines", Upos::kNoun, "NNS", 1, Deprel::kObj),    hand_word("and", Upos::kCconj, "CC", 5, Deprel::kCc),
                    hand_word("shut", Upos::kVerb, "VB", 5, Deprel::kAmod),     hand_word("ports", Upos::kNoun, "NNS", 2, Deprel::kConj),
                    hand_word(".", Upos::kPunct, ".", 1, Deprel::kPunct)};
  std::vector<Sentence> sentences{sentence};
  mend_clauses(sentences);
  EXPECT_EQ(sentences[0].words[4].head, 1);
  EXPECT_EQ(sentences[0].words[4].rel, Deprel::kConj);
  EXPECT_EQ(sentences[0].words[5].head, 4);
}

TEST(MendClauses, HangsTheSecondOfEitherOrOnTheFirst) {
  std::vector<Sentence> sentences{correlative("or")};
  mend_clauses(sentences);
  EXPECT_EQ(sentences[0].words[5].head, 1);
}

TEST(MendClauses, LeavesAnotherJointWhereItHangs) {
  std::vector<Sentence> sentences{correlative("and")};
  mend_clauses(sentences);
  EXPECT_EQ(sentences[0].words[5].head, 3);
}

// *urged Chad to resume talks* with *to* before *talks* and *resume* inside it.
TEST(MendClauses, AnInfinitiveReadAsAPhraseIsWhatIsAsked) {
  Sentence sentence;
  sentence.words = {hand_word("Peru", Upos::kPropn, "NNP", 1, Deprel::kNsubj),    hand_word("urge", Upos::kVerb, "VBD", -1, Deprel::kRoot),
                    hand_word("Chad", Upos::kPropn, "NNP", 1, Deprel::kObj),      hand_word("to", Upos::kAdp, "IN", 5, Deprel::kCase),
                    hand_word("resume", Upos::kNoun, "NN", 5, Deprel::kCompound), hand_word("talks", Upos::kNoun, "NNS", 1, Deprel::kObl)};
  std::vector<Sentence> sentences{sentence};
  mend_clauses(sentences);
  const auto& words = sentences[0].words;
  EXPECT_EQ(words[4].head, 1);
  EXPECT_EQ(words[4].rel, Deprel::kXcomp);
  EXPECT_EQ(words[4].upos, Upos::kVerb);
  EXPECT_EQ(words[5].head, 4);
  EXPECT_EQ(words[5].rel, Deprel::kObj);
  EXPECT_EQ(words[3].head, 4);
}

// *it was ready*: who is ready is no expletive; what is clear is.
TEST(MendClauses, WhoIsReadyIsSomebody) {
  for (bool somebody : {true, false}) {
    Sentence sentence;
    sentence.words = {hand_word("it", Upos::kPron, "PRP", 2, Deprel::kExpl), hand_word("was", Upos::kAux, "VBD", 2, Deprel::kCop),
                      hand_word(somebody ? "ready" : "clear", Upos::kAdj, "JJ", -1, Deprel::kRoot)};
    std::vector<Sentence> sentences{sentence};
    mend_clauses(sentences);
    EXPECT_EQ(sentences[0].words[0].rel, somebody ? Deprel::kNsubj : Deprel::kExpl);
  }
}

// *want levies removed*, the participle under the levies.
TEST(MendClauses, WhatIsWantedRemovedIsWanted) {
  Sentence sentence;
  sentence.words = {hand_word("want", Upos::kVerb, "VBP", -1, Deprel::kRoot), hand_word("levies", Upos::kNoun, "NNS", 0, Deprel::kObj),
                    hand_word("removed", Upos::kVerb, "VBN", 1, Deprel::kAcl)};
  std::vector<Sentence> sentences{sentence};
  mend_clauses(sentences);
  EXPECT_EQ(sentences[0].words[2].head, 0);
  EXPECT_EQ(sentences[0].words[2].rel, Deprel::kXcomp);
}

TEST(MendClauses, GivesDueItsInfinitive) {
  Sentence sentence;
  sentence.words = {hand_word("Kamau", Upos::kPropn, "NNP", 4, Deprel::kNsubj), hand_word("is", Upos::kAux, "VBZ", 2, Deprel::kCop),
                    hand_word("due", Upos::kAdj, "JJ", 4, Deprel::kMark), hand_word("to", Upos::kAdp, "IN", 2, Deprel::kFixed),
                    hand_word("fly", Upos::kVerb, "VB", -1, Deprel::kRoot)};
  std::vector<Sentence> sentences{sentence};
  mend_clauses(sentences);
  const auto& words = sentences[0].words;
  EXPECT_EQ(sentences[0].root(), 2);
  EXPECT_EQ(words[0].head, 2);
  EXPECT_EQ(words[4].head, 2);
  EXPECT_EQ(words[4].rel, Deprel::kXcomp);
  EXPECT_EQ(words[3].head, 4);
}

TEST(MendClauses, LeavesDueToACause) {
  Sentence sentence;
  sentence.words = {hand_word("late", Upos::kAdj, "JJ", -1, Deprel::kRoot), hand_word("due", Upos::kAdj, "JJ", 3, Deprel::kCase),
                    hand_word("to", Upos::kAdp, "IN", 1, Deprel::kFixed), hand_word("rain", Upos::kNoun, "NN", 0, Deprel::kObl)};
  std::vector<Sentence> sentences{sentence};
  mend_clauses(sentences);
  EXPECT_EQ(sentences[0].words[1].head, 3);
  EXPECT_EQ(sentences[0].words[3].head, 0);
}

}  // namespace
}  // namespace demarche

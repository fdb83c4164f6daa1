#include "coder/clauses.h"

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

// *Kenya freed young sailors .* with everything under *sailors*.
Sentence phrase(Deprel first) {
  Sentence sentence;
  sentence.words = {word("Kenya", Upos::kPropn, "NNP", 3, first), word("freed", Upos::kVerb, "VBN", 3, Deprel::kAmod),
                    word("young", Upos::kAdj, "JJ", 3, Deprel::kAmod), word("sailors", Upos::kNoun, "NNS", -1, Deprel::kRoot),
                    word(".", Upos::kPunct, ".", 3, Deprel::kPunct)};
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
  sentences[0].words.push_back(word("is", Upos::kAux, "VBZ", 3, Deprel::kCop));
  mend_clauses(sentences);
  EXPECT_EQ(sentences[0].root(), 3);
}

// *either control of ports or access* with *access* under *ports*, and with *and* in its place.
Sentence correlative(std::string_view joint) {
  Sentence sentence;
  sentence.words = {word("either", Upos::kCconj, "CC", 1, Deprel::kCcPreconj),
                    word("control", Upos::kNoun, "NN", -1, Deprel::kRoot),
                    word("of", Upos::kAdp, "IN", 3, Deprel::kCase),
                    word("ports", Upos::kNoun, "NNS", 1, Deprel::kNmod),
                    word(joint, Upos::kCconj, "CC", 5, Deprel::kCc),
                    word("access", Upos::kNoun, "NN", 3, Deprel::kConj)};
  return sentence;
}

// *Kenya cut lines and shut ports .*, the ports joined to the lines.
TEST(MendClauses, ASecondVerbIsNoAttributeOfTheSecondObject) {
  Sentence sentence;
  sentence.words = {word("Kenya", Upos::kPropn, "NNP", 1, Deprel::kNsubj), word("cut", Upos::kVerb, "VBP", -1, Deprel::kRoot),
                    word("lines", Upos::kNoun, "NNS", 1, Deprel::kObj),    word("and", Upos::kCconj, "CC", 5, Deprel::kCc),
                    word("shut", Upos::kVerb, "VB", 5, Deprel::kAmod),     word("ports", Upos::kNoun, "NNS", 2, Deprel::kConj),
                    word(".", Upos::kPunct, ".", 1, Deprel::kPunct)};
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
  sentence.words = {word("Peru", Upos::kPropn, "NNP", 1, Deprel::kNsubj),    word("urge", Upos::kVerb, "VBD", -1, Deprel::kRoot),
                    word("Chad", Upos::kPropn, "NNP", 1, Deprel::kObj),      word("to", Upos::kAdp, "IN", 5, Deprel::kCase),
                    word("resume", Upos::kNoun, "NN", 5, Deprel::kCompound), word("talks", Upos::kNoun, "NNS", 1, Deprel::kObl)};
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
    sentence.words = {word("it", Upos::kPron, "PRP", 2, Deprel::kExpl), word("was", Upos::kAux, "VBD", 2, Deprel::kCop),
                      word(somebody ? "ready" : "clear", Upos::kAdj, "JJ", -1, Deprel::kRoot)};
    std::vector<Sentence> sentences{sentence};
    mend_clauses(sentences);
    EXPECT_EQ(sentences[0].words[0].rel, somebody ? Deprel::kNsubj : Deprel::kExpl);
  }
}

// *want levies removed*, the participle under the levies.
TEST(MendClauses, WhatIsWantedRemovedIsWanted) {
  Sentence sentence;
  sentence.words = {word("want", Upos::kVerb, "VBP", -1, Deprel::kRoot), word("levies", Upos::kNoun, "NNS", 0, Deprel::kObj),
                    word("removed", Upos::kVerb, "VBN", 1, Deprel::kAcl)};
  std::vector<Sentence> sentences{sentence};
  mend_clauses(sentences);
  EXPECT_EQ(sentences[0].words[2].head, 0);
  EXPECT_EQ(sentences[0].words[2].rel, Deprel::kXcomp);
}

TEST(MendClauses, GivesDueItsInfinitive) {
  Sentence sentence;
  sentence.words = {word("Kamau", Upos::kPropn, "NNP", 4, Deprel::kNsubj), word("is", Upos::kAux, "VBZ", 2, Deprel::kCop),
                    word("due", Upos::kAdj, "JJ", 4, Deprel::kMark), word("to", Upos::kAdp, "IN", 2, Deprel::kFixed),
                    word("fly", Upos::kVerb, "VB", -1, Deprel::kRoot)};
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
  sentence.words = {word("late", Upos::kAdj, "JJ", -1, Deprel::kRoot), word("due", Upos::kAdj, "JJ", 3, Deprel::kCase),
                    word("to", Upos::kAdp, "IN", 1, Deprel::kFixed), word("rain", Upos::kNoun, "NN", 0, Deprel::kObl)};
  std::vector<Sentence> sentences{sentence};
  mend_clauses(sentences);
  EXPECT_EQ(sentences[0].words[1].head, 3);
  EXPECT_EQ(sentences[0].words[3].head, 0);
}

}  // namespace
}  // namespace demarche

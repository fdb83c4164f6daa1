#include "coder/hyphen_verbs.h"

#include <gtest/gtest.h>

#include "language/hand_word.h"
#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

class HyphenVerbsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    HandMadeData data(std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology");
    data.write("frames/a.frames", "verb test-fire, fire\n  obj=* => MOBILIZE\n  > Kenya fired a rocket. | KEN MOBILIZE -\n");
    lexicon_ = *Lexicon::load(data.path());
  }
  static void TearDownTestSuite() { lexicon_.reset(); }

  /// *New Kenya A-fired it*, A being the first part of the verb.
  static Sentence sentence(std::string_view text) {
    Sentence made;
    size_t dash = text.find('-');
    made.words = {hand_word(text.substr(0, 3), Upos::kAdj, "JJ", 2, Deprel::kAmod),
                  hand_word(text.substr(4, 5), Upos::kPropn, "NNP", 2, Deprel::kCompound),
                  hand_word(text.substr(10, dash - 10), Upos::kNoun, "NN", 4, Deprel::kNsubj),
                  hand_word(text.substr(dash, 1), Upos::kPunct, "HYPH", 2, Deprel::kPunct),
                  hand_word(text.substr(dash + 1, 5), Upos::kVerb, "VBD", -1, Deprel::kRoot),
                  hand_word(text.substr(dash + 7), Upos::kPron, "PRP", 4, Deprel::kObj)};
    made.words[2].space_after = made.words[3].space_after = false;
    made.words[4].lemma = "fire";
    return made;
  }

  static std::shared_ptr<const Lexicon> lexicon_;
};
std::shared_ptr<const Lexicon> HyphenVerbsTest::lexicon_;

TEST_F(HyphenVerbsTest, AKnownVerbIsOneWordWithTheNounBeforeItForSubject) {
  std::vector<Sentence> sentences{sentence("New Kenya test-fired it")};
  mend_hyphen_verbs(sentences, *lexicon_);
  const auto& words = sentences[0].words;
  ASSERT_EQ(words.size(), 4U);
  EXPECT_EQ(words[2].form, "test-fired");
  EXPECT_EQ(words[2].lemma, "test-fire");
  EXPECT_EQ(sentences[0].root(), 2);
  EXPECT_EQ(words[1].rel, Deprel::kNsubj);
  EXPECT_EQ(words[0].head, 1);
  EXPECT_EQ(words[3].head, 2);
}

TEST_F(HyphenVerbsTest, AnUnknownVerbStaysInThree) {
  std::vector<Sentence> sentences{sentence("New Kenya back-fired it")};
  mend_hyphen_verbs(sentences, *lexicon_);
  EXPECT_EQ(sentences[0].words.size(), 6U);
}

TEST_F(HyphenVerbsTest, BlanksKeepTheWordsApart) {
  std::vector<Sentence> sentences{sentence("New Kenya test-fired it")};
  sentences[0].words[2].space_after = true;
  mend_hyphen_verbs(sentences, *lexicon_);
  EXPECT_EQ(sentences[0].words.size(), 6U);
}

}  // namespace
}  // namespace demarche

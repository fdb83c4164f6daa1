#include "coder/filtered_words.h"

#include <gtest/gtest.h>

#include "language/hand_parse.h"
#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

constexpr std::string_view kParse = R"(
Togo    Togo     PROPN NNP 2 nsubj
sold    sell     VERB  VBD 0 root
Small   small    ADJ   JJ  4 amod
arms    arm      NOUN  NNS 5 compound
deals   deal     NOUN  NNS 2 obj
denying deny     VERB  VBG 2 advcl
crimes  crime    NOUN  NNS 6 obj
against against  ADP   IN  9 case
humanity humanity NOUN NN  7 nmod
)";

class FilteredWordsTest : public testing::Test {
 protected:
  FilteredWordsTest() : data_(std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology"), parse_(kParse) {
    data_.write("classes/a.classes", "actor: king\ntrade: arms deal, deal\ncharge: crime against humanity\nweapon: arm\n");
    lexicon_ = *Lexicon::load(data_.path());
  }
  bool in_class(std::string_view form, std::string_view name) {
    FilteredWords words(parse_.trees[0], *lexicon_);
    return words.in_class(parse_.word(form), *lexicon_->classes().find(name));
  }

  HandMadeData data_;
  HandParse parse_;
  std::shared_ptr<const Lexicon> lexicon_;
};

TEST_F(FilteredWordsTest, FindTheClassesOfTheWordAndOfPhrasesOnEitherSide) {
  EXPECT_TRUE(in_class("deals", "trade"));
  EXPECT_TRUE(in_class("arms", "weapon"));
  EXPECT_TRUE(in_class("crimes", "charge"));
  EXPECT_FALSE(in_class("humanity", "charge"));
  EXPECT_FALSE(in_class("arms", "trade"));
}

TEST_F(FilteredWordsTest, TakeEveryNameForAnActor) {
  EXPECT_TRUE(in_class("Togo", "actor"));
  EXPECT_FALSE(in_class("deals", "actor"));
}

TEST_F(FilteredWordsTest, KnowALemmaAloneAndBehindAnother) {
  FilteredWords words(parse_.trees[0], *lexicon_);
  EXPECT_TRUE(words.says({"peace", "arm deal"}, parse_.word("deals")));
  EXPECT_TRUE(words.says({"small"}, parse_.word("Small")));
  EXPECT_FALSE(words.says({"small deal", "arms"}, parse_.word("deals")));
}

}  // namespace
}  // namespace demarche

#include "language/labels.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace demarche {
namespace {

constexpr uint16_t index_of(Upos upos) {
  return static_cast<uint16_t>(upos);
}

Inventory small_inventory() {
  Inventory inventory;
  inventory.xpos = {"NN", "VBD", "VBZ"};
  inventory.feats = {"", "Number=Sing", "Tense=Past"};
  inventory.lemma_rules = {"l0", "l1", "l2"};
  inventory.readings = {{index_of(Upos::kNoun), 0, 1}, {index_of(Upos::kVerb), 1, 2}, {index_of(Upos::kVerb), 2, 0}};
  std::sort(inventory.readings.begin(), inventory.readings.end());
  inventory.rules_of_xpos = {1, 0, 0, /**/ 1, 1, 1, /**/ 0, 1, 0};
  inventory.lemmas = {lemma_key("blame", Upos::kVerb)};
  inventory.index();
  return inventory;
}

/// Odds that favour one label of each kind; of the lemma rules two, the second by `second` less.
struct Odds {
  float upos[kUposCount] = {};
  float xpos[3] = {};
  float feats[3] = {};
  float lemma[3] = {};
  TagOdds view() const { return {upos, xpos, feats, lemma}; }
};

Word word_of(std::string_view form) {
  Word word;
  word.form = form;
  return word;
}

TEST(AssignTags, TakesTheBestOfEachWhereTheyWereSeenTogether) {
  Inventory inventory = small_inventory();
  Odds odds;
  odds.upos[index_of(Upos::kVerb)] = odds.xpos[1] = odds.feats[2] = 5;
  odds.lemma[2] = 3;
  Word word = word_of("talked");
  assign_tags(inventory, odds.view(), word.form, word);
  EXPECT_EQ(word.upos, Upos::kVerb);
  EXPECT_EQ(word.xpos, "VBD");
  EXPECT_EQ(word.feats, "Tense=Past");
  EXPECT_EQ(word.lemma, "talk");
}

TEST(AssignTags, TakesTheReadingOfTheGreatestSumWhereTheBestDoNotFit) {
  Inventory inventory = small_inventory();
  Odds odds;
  odds.upos[index_of(Upos::kNoun)] = 1;
  odds.xpos[1] = odds.feats[2] = 5;
  Word word = word_of("talked");
  assign_tags(inventory, odds.view(), word.form, word);
  EXPECT_EQ(word.upos, Upos::kVerb);
  EXPECT_EQ(word.xpos, "VBD");
}

TEST(AssignTags, UsesNoRuleThatTheTagNeverHad) {
  Inventory inventory = small_inventory();
  Odds odds;
  odds.upos[index_of(Upos::kNoun)] = odds.xpos[0] = odds.feats[1] = 5;
  odds.lemma[2] = 9;
  Word word = word_of("weed");
  assign_tags(inventory, odds.view(), word.form, word);
  EXPECT_EQ(word.lemma, "weed");
}

TEST(AssignTags, PrefersAKnownLemmaToOneLittleMoreLikely) {
  Inventory inventory = small_inventory();
  Odds odds;
  odds.upos[index_of(Upos::kVerb)] = odds.xpos[1] = odds.feats[2] = 5;
  odds.lemma[2] = 3;
  odds.lemma[1] = 2;
  Word word = word_of("blamed");
  assign_tags(inventory, odds.view(), word.form, word);
  EXPECT_EQ(word.lemma, "blame");
  odds.lemma[1] = -9;
  assign_tags(inventory, odds.view(), word.form, word);
  EXPECT_EQ(word.lemma, "blam");
}

TEST(AssignTags, TakesAReadingThatSuitsTheRelationBeforeOneThatDoesNot) {
  Inventory inventory = small_inventory();
  inventory.fit.assign(inventory.readings.size() * kRelationCount, 0.0F);
  for (size_t i = 0; i < inventory.readings.size(); ++i)
    inventory.fit[i * kRelationCount + static_cast<size_t>(Deprel::kXcomp)] = inventory.readings[i].upos == index_of(Upos::kNoun) ? -1 : 1;
  Odds odds;
  odds.upos[index_of(Upos::kNoun)] = odds.xpos[0] = odds.feats[1] = 3;
  odds.upos[index_of(Upos::kVerb)] = odds.xpos[1] = odds.feats[2] = 2.5;
  for (auto [rel, upos] : {std::pair{Deprel::kNone, Upos::kNoun}, {Deprel::kObj, Upos::kNoun}, {Deprel::kXcomp, Upos::kVerb}}) {
    Word word = word_of("talks");
    word.rel = rel;
    assign_tags(inventory, odds.view(), word.form, word);
    EXPECT_EQ(word.upos, upos) << name(rel);
  }
}

TEST(AssignTags, KnowsTheRuleOfAFormThatWasSeen) {
  Inventory inventory = small_inventory();
  inventory.seen_forms = {form_key("blamed", "VBD")};
  inventory.seen_rules = {0};
  inventory.index();
  Odds odds;
  odds.upos[index_of(Upos::kVerb)] = odds.xpos[1] = odds.feats[2] = 5;
  odds.lemma[2] = 9;
  Word word = word_of("blamed");
  assign_tags(inventory, odds.view(), word.form, word);
  EXPECT_EQ(word.lemma, "blamed");
}

TEST(BestRelation, IsRootForTheRootAlone) {
  std::vector<float> odds(kRelationCount, 0.0F);
  odds[static_cast<size_t>(Deprel::kRoot)] = 9;
  odds[static_cast<size_t>(Deprel::kNone)] = 8;
  odds[static_cast<size_t>(Deprel::kObj)] = 1;
  EXPECT_EQ(best_relation(odds.data(), true), Deprel::kRoot);
  EXPECT_EQ(best_relation(odds.data(), false), Deprel::kObj);
}

TEST(JoinPieces, HangsLaterRootsOnTheFirst) {
  std::vector<Word> words(4);
  for (Word& word : words) word.rel = Deprel::kRoot;
  words[0].head = 1;
  words[2].head = 3;
  join_pieces(words);
  EXPECT_EQ(words[1].head, -1);
  EXPECT_EQ(words[3].head, 1);
  EXPECT_EQ(words[3].rel, Deprel::kParataxis);
}

}  // namespace
}  // namespace demarche

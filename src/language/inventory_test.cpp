#include "language/inventory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "language/features.h"

namespace demarche {
namespace {

/// "form/UPOS" pieces; one root, everything else hangs on it.
Sentence sentence_of(const std::vector<std::string>& pieces) {
  Sentence sentence;
  for (const std::string& piece : pieces) {
    size_t slash = piece.find('/');
    Word word;
    word.form = std::string_view(piece).substr(0, slash);
    word.upos = upos_from(std::string_view(piece).substr(slash + 1));
    word.xpos = name(word.upos);
    word.lemma = std::string(word.form);
    word.head = static_cast<int16_t>(sentence.words.empty() ? -1 : 0);
    word.rel = sentence.words.empty() ? Deprel::kRoot : Deprel::kDep;
    sentence.words.push_back(word);
  }
  return sentence;
}

std::vector<std::string> pieces(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string piece; in >> piece;) out.push_back(piece);
  return out;
}

class InventoryTest : public testing::Test {
 protected:
  void SetUp() override {
    texts_ = {pieces("the/DET rebels/NOUN seize/VERB towns/NOUN in/ADP Congo/PROPN and/CCONJ Kenya/PROPN"),
              pieces("now/ADV rebels/NOUN seize/VERB towns/NOUN in/ADP Congo/PROPN and/CCONJ Kenya/PROPN")};
    for (const auto& text : texts_) sentences_.push_back(sentence_of(text));
    inventory_ = build_inventory({&sentences_[0], &sentences_[1]}, {}, 2);
  }
  std::vector<std::string> read(const std::string& text) const {
    std::vector<std::string> with_tags = pieces(text);
    Sentence sentence = sentence_of(with_tags);
    Encoder encoder(inventory_);
    std::vector<std::string_view> forms;
    std::deque<std::string> lowered;
    encoder.read_forms(sentence.words, forms, lowered);
    return {forms.begin(), forms.end()};
  }

  std::vector<std::vector<std::string>> texts_;
  std::vector<Sentence> sentences_;
  Inventory inventory_;
};

TEST_F(InventoryTest, KnowsWordsFromTwoOccurrencesOn) {
  auto knows = [&](std::string_view form) {
    return std::find(inventory_.words.begin(), inventory_.words.end(), form_features(form).word) != inventory_.words.end();
  };
  EXPECT_TRUE(knows("rebels"));
  EXPECT_TRUE(knows("REBELS"));
  EXPECT_FALSE(knows("the"));
}

TEST_F(InventoryTest, CountsTheWordsOfUnlabelledTextButNotItsLabels) {
  std::vector<std::string> text = pieces("junta/INTJ frees/INTJ the/INTJ rebels/INTJ junta/INTJ");
  Sentence sentence = sentence_of(text);
  Inventory both = build_inventory({&sentences_[0], &sentences_[1]}, {&sentence}, 2);
  auto knows = [&](std::string_view form) {
    return std::find(both.words.begin(), both.words.end(), form_features(form).word) != both.words.end();
  };
  EXPECT_TRUE(knows("junta"));
  EXPECT_TRUE(knows("the"));
  EXPECT_FALSE(knows("frees"));
  EXPECT_EQ(both.readings, inventory_.readings);
  EXPECT_EQ(both.lemmas, inventory_.lemmas);
}

TEST_F(InventoryTest, EncodesAnUnknownWordByItsSurfaceAlone) {
  Encoder encoder(inventory_);
  EncodedSentence encoded;
  encoder.add_word("Congo", encoded);
  encoder.add_word("Bongo", encoded);
  EXPECT_NE(encoded.word[0], 0U);
  EXPECT_EQ(encoded.word[1], 0U);
  for (uint32_t k = encoded.surface_begin[1]; k < encoded.surface_begin[2]; ++k) EXPECT_GE(encoded.surface[k], inventory_.cased.size());
}

TEST_F(InventoryTest, ReadsEverydayWordsOfATitleInSmallLetters) {
  EXPECT_EQ(read("Rebels/X Seize/X Towns/X In/X Congo/X"), (std::vector<std::string>{"rebels", "seize", "towns", "in", "Congo"}));
}

TEST_F(InventoryTest, LeavesRunningTextNamesAndCapitalsAsTheyAre) {
  for (const char* text : {"Rebels/X seize/X towns/X in/X Congo/X", "Towns/X In/X Congo/X And/X Kenya/X",
                           "REBELS/X SEIZE/X TOWNS/X IN/X CONGO/X", "Seize/X Towns/X"}) {
    std::vector<std::string> expected;
    for (const std::string& piece : pieces(text)) expected.push_back(piece.substr(0, piece.find('/')));
    EXPECT_EQ(read(text), expected);
  }
}

TEST_F(InventoryTest, TellsWhichRelationsSuitAReading) {
  ASSERT_EQ(inventory_.fit.size(), inventory_.readings.size() * kRelationCount);
  // No word of these sentences has a relation but kNone, so no reading suits one better than another.
  for (size_t i = 0; i < inventory_.readings.size(); ++i)
    EXPECT_LE(inventory_.fit[i * kRelationCount + static_cast<size_t>(Deprel::kObj)], inventory_.fit[i * kRelationCount]);
  sentences_[0].words[1].rel = sentences_[1].words[1].rel = Deprel::kNsubj;
  Inventory taught = build_inventory({&sentences_[0], &sentences_[1]}, {}, 2);
  for (size_t i = 0; i < taught.readings.size(); ++i) {
    bool noun = taught.readings[i].upos == static_cast<uint16_t>(Upos::kNoun);
    float fit = taught.fit[i * kRelationCount + static_cast<size_t>(Deprel::kNsubj)];
    EXPECT_EQ(fit > 0, noun) << i;
  }
}

TEST_F(InventoryTest, ListsReadingsInOrder) {
  EXPECT_TRUE(std::is_sorted(inventory_.readings.begin(), inventory_.readings.end()));
  EXPECT_EQ(inventory_.first_reading.back(), inventory_.readings.size());
}

}  // namespace
}  // namespace demarche

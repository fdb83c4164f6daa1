#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/conllu.h"
#include "language/network.h"
#include "language/sentence.h"

namespace demarche {

constexpr size_t kUposCount = 17;
constexpr size_t kRelationCount = static_cast<size_t>(Deprel::kCount);

/// One word's tags as indices.
struct Reading {
  uint16_t upos = 0;
  uint16_t xpos = 0;
  uint16_t feats = 0;
  auto operator<=>(const Reading&) const = default;
};

/// The tables that give the network's numbers their meaning.
struct Inventory {
  std::vector<uint64_t> words;           ///< FormFeatures::word of the known words; entry i has row i + 1 of the word table
  std::vector<std::string> xpos;
  std::vector<std::string> feats;        ///< "" or "Mood=Ind|Tense=Past"
  std::vector<std::string> lemma_rules;
  std::vector<Reading> readings;         ///< the combinations of tags that were seen, in order
  std::vector<uint8_t> rules_of_xpos;    ///< xpos.size() rows of lemma_rules.size(): 1 where the pair was seen
  std::vector<uint32_t> first_reading;   ///< where the readings of each pair of UPOS and XPOS begin, and the end; set by index_readings()

  void index_readings();
};

/// What training needs to build an inventory: the counts of a treebank's words and labels.
Inventory build_inventory(const std::vector<const Sentence*>& sentences, size_t least_count);

/// Turns words into rows of the tables. Immutable; threads may share it.
class Encoder {
 public:
  Encoder(const std::vector<uint64_t>& words, uint32_t buckets);

  /// Appends one word of this form. An unknown word's surface lacks the whole form, of which nothing could be learned.
  void add_word(std::string_view form, EncodedSentence& out) const;

 private:
  std::unordered_map<uint64_t, uint32_t> row_of_;
  uint32_t buckets_;
};

/// Adds the labels of training.
class LabelEncoder {
 public:
  explicit LabelEncoder(const Inventory& inventory);
  void add_labels(const Sentence& sentence, EncodedSentence& out) const;

 private:
  int16_t find(const std::unordered_map<std::string, int16_t>& table, const std::string& label) const;
  std::unordered_map<std::string, int16_t> xpos_, feats_, lemma_;
};

}  // namespace demarche

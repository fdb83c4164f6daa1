#pragma once
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/flat_maps.h"
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
  std::vector<uint64_t> words;  ///< FormFeatures::word of the known words; entry i has row i + 1 of the word table
  std::vector<uint8_t>
      mostly_small;             ///< for each row of the word table, 1 if running text has the word in small letters, 2 if often as a verb
  std::vector<uint64_t> cased;  ///< FormFeatures::cased of the known ones, ascending; entry i has row i of the surface table
  std::vector<uint32_t> surfaces;  ///< known surface features, ascending; entry i has row cased.size() + i
  std::vector<std::string> xpos;
  std::vector<std::string> feats;  ///< "" or "Mood=Ind|Tense=Past"
  std::vector<std::string> lemma_rules;
  std::vector<Reading> readings;        ///< the combinations of tags that were seen, in order
  std::vector<float> fit;               ///< a row of kRelationCount for each reading, or nothing: what a relation adds to its log-odds
  std::vector<uint8_t> rules_of_xpos;   ///< xpos.size() rows of lemma_rules.size(): 1 where the pair was seen
  std::vector<uint64_t> lemmas;         ///< lemma_key() of the lemmas seen, ascending
  std::vector<uint64_t> seen_forms;     ///< form_key() of the forms that were (nearly) always lemmatised by one rule, ascending
  std::vector<uint16_t> seen_rules;     ///< that rule
  std::vector<uint32_t> first_reading;  ///< where the readings of each pair of UPOS and XPOS begin, and the end; set by index()
  std::vector<uint32_t> first_form;     ///< where the seen forms of each value of their upper 14 bits begin, and the end; set by index()

  /// Sets what is found by; call it when the rest is there.
  void index();
  /// The rule by which this form with this tag was lemmatised, or none.
  std::optional<uint16_t> seen_rule(std::string_view form, std::string_view tag) const;
};

/// A lemma as this kind of word.
uint64_t lemma_key(std::string_view lemma, Upos upos);

/// A form, case included, with its tag.
uint64_t form_key(std::string_view form, std::string_view xpos);

/// What training needs to build an inventory: the counts of a treebank's words and labels. Of sentences without labels only the words
/// count.
Inventory build_inventory(const std::vector<const Sentence*>& sentences, const std::vector<const Sentence*>& unlabelled,
                          size_t least_count);

/// Turns words into rows of the tables. Immutable; threads may share it.
class Encoder {
 public:
  /// The inventory must outlive the encoder.
  explicit Encoder(const Inventory& inventory);

  /// Appends one word of this form. Features that training did not see are left out, and of an unknown word the cased form.
  void add_word(std::string_view form, EncodedSentence& out) const;

  /// The forms to read in place of the words': the same, but where the words stand in Title Case Like A Headline, those that running text
  /// has in small letters are read so. The views point into the words or into `lowered`, which is added to.
  void read_forms(std::span<const Word> words, std::vector<std::string_view>& forms, std::deque<std::string>& lowered) const;

 private:
  const Inventory& inventory_;
  NumberMap row_of_;
  std::vector<uint32_t> first_surface_;  ///< where the surface features of each value of their upper 16 bits begin
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

#include "language/inventory.h"

#include <algorithm>
#include <map>
#include <set>

#include "language/features.h"
#include "language/lemma.h"

namespace demarche {
namespace {

/// The keys counted at least `least` times, in the order of the map, so that the same data give the same table.
template <class Key>
std::vector<Key> frequent(const std::map<Key, size_t>& counts, size_t least) {
  std::vector<Key> keys;
  for (const auto& [key, count] : counts)
    if (count >= least) keys.push_back(key);
  return keys;
}

std::unordered_map<std::string, int16_t> index_of(const std::vector<std::string>& names) {
  std::unordered_map<std::string, int16_t> table;
  for (size_t i = 0; i < names.size(); ++i) table.emplace(names[i], static_cast<int16_t>(i));
  return table;
}

}  // namespace

Inventory build_inventory(const std::vector<const Sentence*>& sentences, size_t least_count) {
  std::map<uint64_t, size_t> words;
  std::map<std::string, size_t> xpos, feats, rules;
  for (const Sentence* sentence : sentences) {
    for (const Word& word : sentence->words) {
      ++words[form_features(word.form).word];
      ++xpos[std::string(word.xpos)];
      ++feats[std::string(word.feats)];
      ++rules[lemma_rule(word.form, word.lemma)];
    }
  }
  Inventory inventory;
  inventory.words = frequent(words, least_count);
  inventory.xpos = frequent(xpos, 1);
  inventory.feats = frequent(feats, 2);
  inventory.lemma_rules = frequent(rules, 3);
  auto feats_index = index_of(inventory.feats);
  auto xpos_index = index_of(inventory.xpos), rule_index = index_of(inventory.lemma_rules);
  std::set<Reading> readings;
  inventory.rules_of_xpos.assign(inventory.xpos.size() * inventory.lemma_rules.size(), 0);
  for (const Sentence* sentence : sentences) {
    for (const Word& word : sentence->words) {
      auto x = static_cast<uint16_t>(xpos_index.at(std::string(word.xpos)));
      if (auto found = feats_index.find(std::string(word.feats)); found != feats_index.end())
        readings.insert({static_cast<uint16_t>(word.upos), x, static_cast<uint16_t>(found->second)});
      if (auto found = rule_index.find(lemma_rule(word.form, word.lemma)); found != rule_index.end())
        inventory.rules_of_xpos[x * inventory.lemma_rules.size() + static_cast<size_t>(found->second)] = 1;
    }
  }
  inventory.readings.assign(readings.begin(), readings.end());
  inventory.index_readings();
  return inventory;
}

void Inventory::index_readings() {
  first_reading.assign(kUposCount * xpos.size() + 1, 0);
  for (const Reading& reading : readings) ++first_reading[reading.upos * xpos.size() + reading.xpos + 1];
  for (size_t i = 1; i < first_reading.size(); ++i) first_reading[i] += first_reading[i - 1];
}

Encoder::Encoder(const std::vector<uint64_t>& words, uint32_t buckets) : buckets_(buckets) {
  row_of_.reserve(words.size());
  for (size_t i = 0; i < words.size(); ++i) row_of_.emplace(words[i], static_cast<uint32_t>(i + 1));
}

void Encoder::add_word(std::string_view form, EncodedSentence& out) const {
  FormFeatures features = form_features(form);
  auto found = row_of_.find(features.word);
  out.word.push_back(found == row_of_.end() ? 0 : found->second);
  if (out.surface_begin.empty()) out.surface_begin.push_back(0);
  for (size_t i = out.word.back() == 0 ? 1 : 0; i < features.surface_count; ++i) out.surface.push_back(features.surface[i] % buckets_);
  out.surface_begin.push_back(static_cast<uint32_t>(out.surface.size()));
}

LabelEncoder::LabelEncoder(const Inventory& inventory)
    : xpos_(index_of(inventory.xpos)), feats_(index_of(inventory.feats)), lemma_(index_of(inventory.lemma_rules)) {}

int16_t LabelEncoder::find(const std::unordered_map<std::string, int16_t>& table, const std::string& label) const {
  auto found = table.find(label);
  return found == table.end() ? int16_t{-1} : found->second;
}

void LabelEncoder::add_labels(const Sentence& sentence, EncodedSentence& out) const {
  for (const Word& word : sentence.words) {
    out.upos.push_back(static_cast<int16_t>(word.upos));
    out.xpos.push_back(find(xpos_, std::string(word.xpos)));
    out.feats.push_back(find(feats_, std::string(word.feats)));
    out.lemma.push_back(find(lemma_, lemma_rule(word.form, word.lemma)));
    bool parsed = word.rel != Deprel::kNone;
    out.head.push_back(parsed ? static_cast<int16_t>(word.head + 1) : int16_t{-1});
    out.relation.push_back(parsed ? static_cast<int16_t>(word.rel) : int16_t{-1});
  }
}

}  // namespace demarche

#include "language/inventory.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/hash.h"
#include "base/strings.h"
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

constexpr double kNearlyAlways = 0.9;
constexpr int kFormShift = 50;
constexpr double kUnseenRelation = 0.1;  // occurrences
constexpr double kFitWeight = 0.25;
constexpr size_t kLeastCapitals = 4;  // fewer capitalised words are a name rather than a headline
constexpr size_t kLeastLowered = 2;   // and so are those with fewer words of everyday among them

/// *Talks*, but not *UN* or *talks*.
bool is_capitalised(std::string_view form) {
  return form.size() >= 2 && is_upper_ascii(form[0]) && is_lower_ascii(form[1]);
}

bool is_title_case(std::span<const Word> words) {
  size_t capitals = 0, small = 0;
  for (const Word& word : words) {
    capitals += is_capitalised(word.form);
    small += !word.form.empty() && is_lower_ascii(word.form[0]);
  }
  return capitals >= kLeastCapitals && 3 * small <= capitals;
}

/// Which words running text writes small: sentence beginnings and headlines do not tell.
std::vector<uint8_t> find_mostly_small(const std::vector<const Sentence*>& sentences, const std::vector<uint64_t>& words) {
  struct Counts {
    size_t small = 0, capital = 0, verb = 0;
  };
  std::map<uint64_t, Counts> counts;
  for (const Sentence* sentence : sentences) {
    if (is_title_case(sentence->words)) continue;
    for (size_t i = 1; i < sentence->size(); ++i) {
      std::string_view form = sentence->words[i].form;
      Counts& count = counts[form_features(form).word];
      if (!form.empty()) ++(is_lower_ascii(form[0]) ? count.small : count.capital);
      count.verb += sentence->words[i].upos == Upos::kVerb;
    }
  }
  std::vector<uint8_t> mostly(words.size() + 1, 0);
  for (size_t i = 0; i < words.size(); ++i) {
    const Counts& count = counts[words[i]];
    if (count.small > 2 * count.capital) mostly[i + 1] = 3 * count.verb >= count.small ? 2 : 1;
  }
  return mostly;
}

/// What a relation says of a reading: how much likelier it is with the UPOS and XPOS than without knowing them, in weighed logarithms.
std::vector<float> fit_of(const std::vector<const Sentence*>& sentences, const Inventory& inventory) {
  std::map<std::pair<uint16_t, std::string_view>, std::vector<double>> counts;
  const std::vector<double> few(kRelationCount, kUnseenRelation);
  std::vector<double> all(kRelationCount, 0.0);
  for (const Sentence* sentence : sentences)
    for (const Word& word : sentence->words)
      ++counts.try_emplace({static_cast<uint16_t>(word.upos), word.xpos}, few).first->second[static_cast<size_t>(word.rel)];
  double total = 0;
  for (const auto& [tags, row] : counts)
    for (size_t r = 0; r < kRelationCount; ++r) total += row[r], all[r] += row[r];
  std::vector<float> fit;
  for (const Reading& reading : inventory.readings) {
    auto found = counts.find({reading.upos, inventory.xpos[reading.xpos]});
    const std::vector<double>& row = found == counts.end() ? few : found->second;
    double sum = 0;
    for (double count : row) sum += count;
    for (size_t r = 0; r < kRelationCount; ++r)
      fit.push_back(static_cast<float>(kFitWeight * (std::log(row[r] / sum) - std::log(all[r] / total))));
  }
  return fit;
}

/// The lemmas of the data: which there are, and of which forms they are certain.
void collect_lemmas(const std::vector<const Sentence*>& sentences, Inventory& inventory) {
  auto rule_index = index_of(inventory.lemma_rules);
  std::set<uint64_t> lemmas;
  std::map<uint64_t, std::map<int16_t, size_t>> rules_of_form;
  for (const Sentence* sentence : sentences) {
    for (const Word& word : sentence->words) {
      lemmas.insert(lemma_key(word.lemma, word.upos));
      auto found = rule_index.find(lemma_rule(word.form, word.lemma));
      ++rules_of_form[form_key(word.form, word.xpos)][found == rule_index.end() ? int16_t{-1} : found->second];
    }
  }
  inventory.lemmas.assign(lemmas.begin(), lemmas.end());
  for (const auto& [key, counts] : rules_of_form) {
    size_t all = 0;
    auto most = counts.begin();
    for (auto at = counts.begin(); at != counts.end(); ++at) {
      all += at->second;
      if (at->second > most->second) most = at;
    }
    if (most->first < 0 || static_cast<double>(most->second) < kNearlyAlways * static_cast<double>(all)) continue;
    inventory.seen_forms.push_back(key);
    inventory.seen_rules.push_back(static_cast<uint16_t>(most->first));
  }
}

}  // namespace

Inventory build_inventory(const std::vector<const Sentence*>& sentences, const std::vector<const Sentence*>& unlabelled,
                          size_t least_count) {
  std::map<uint64_t, size_t> words;
  std::map<uint64_t, size_t> cased;
  std::map<uint32_t, std::set<uint64_t>> surfaces;
  std::map<std::string, size_t> xpos, feats, rules;
  auto count_form = [&](const Word& word) {
    FormFeatures features = form_features(word.form);
    ++words[features.word];
    if (features.cased != 0) ++cased[features.cased];
    for (size_t i = 0; i < features.surface_count; ++i) surfaces[features.surface[i]].insert(features.word);
  };
  for (const Sentence* sentence : unlabelled) std::for_each(sentence->words.begin(), sentence->words.end(), count_form);
  for (const Sentence* sentence : sentences) {
    for (const Word& word : sentence->words) {
      count_form(word);
      ++xpos[std::string(word.xpos)];
      ++feats[std::string(word.feats)];
      ++rules[lemma_rule(word.form, word.lemma)];
    }
  }
  Inventory inventory;
  inventory.words = frequent(words, least_count);
  inventory.mostly_small = find_mostly_small(sentences, inventory.words);
  inventory.cased = frequent(cased, least_count);
  // A feature of one word alone says nothing that its own row does not.
  for (const auto& [surface, words_with_it] : surfaces)
    if (words_with_it.size() >= 2) inventory.surfaces.push_back(surface);
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
  inventory.fit = fit_of(sentences, inventory);
  collect_lemmas(sentences, inventory);
  inventory.index();
  return inventory;
}

uint64_t form_key(std::string_view form, std::string_view xpos) {
  return fnv1a(form, fnv1a(xpos));
}
uint64_t lemma_key(std::string_view lemma, Upos upos) {
  return fnv1a(lemma, fnv1a(name(upos)));
}

std::optional<uint16_t> Inventory::seen_rule(std::string_view form, std::string_view tag) const {
  const uint64_t key = form_key(form, tag);
  for (size_t at = first_form[key >> kFormShift]; at < first_form[(key >> kFormShift) + 1]; ++at)
    if (seen_forms[at] == key) return seen_rules[at];
  return std::nullopt;
}

void Inventory::index() {
  first_form.assign((size_t{1} << (64 - kFormShift)) + 1, 0);
  for (uint64_t key : seen_forms) ++first_form[(key >> kFormShift) + 1];
  for (size_t i = 1; i < first_form.size(); ++i) first_form[i] += first_form[i - 1];
  first_reading.assign(kUposCount * xpos.size() + 1, 0);
  for (const Reading& reading : readings) ++first_reading[reading.upos * xpos.size() + reading.xpos + 1];
  for (size_t i = 1; i < first_reading.size(); ++i) first_reading[i] += first_reading[i - 1];
}

Encoder::Encoder(const Inventory& inventory) : inventory_(inventory), first_surface_(65537, 0) {
  for (size_t i = 0; i < inventory.words.size(); ++i) row_of_.try_emplace(inventory.words[i], static_cast<uint32_t>(i + 1));
  for (uint32_t surface : inventory.surfaces) ++first_surface_[(surface >> 16) + 1];
  for (size_t i = 1; i < first_surface_.size(); ++i) first_surface_[i] += first_surface_[i - 1];
}

void Encoder::add_word(std::string_view form, EncodedSentence& out) const {
  FormFeatures features = form_features(form);
  const uint32_t* row = row_of_.find(features.word);
  const bool known = row != nullptr;
  out.word.push_back(known ? *row : 0);
  if (out.surface_begin.empty()) out.surface_begin.push_back(0);
  if (known && features.cased != 0) {
    auto at = std::lower_bound(inventory_.cased.begin(), inventory_.cased.end(), features.cased);
    if (at != inventory_.cased.end() && *at == features.cased) out.surface.push_back(static_cast<uint32_t>(at - inventory_.cased.begin()));
  }
  for (size_t i = 0; i < features.surface_count; ++i) {
    uint32_t surface = features.surface[i];
    for (uint32_t at = first_surface_[surface >> 16]; at < first_surface_[(surface >> 16) + 1]; ++at)
      if (inventory_.surfaces[at] == surface) out.surface.push_back(static_cast<uint32_t>(inventory_.cased.size()) + at);
  }
  out.surface_begin.push_back(static_cast<uint32_t>(out.surface.size()));
}

void Encoder::read_forms(std::span<const Word> words, std::vector<std::string_view>& forms, std::deque<std::string>& lowered) const {
  const size_t first = forms.size();
  for (const Word& word : words) forms.push_back(word.form);
  if (!is_title_case(words)) return;
  std::vector<size_t> small;
  bool verb = false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!is_capitalised(words[i].form)) continue;
    const uint32_t* row = row_of_.find(form_features(words[i].form).word);
    if (row != nullptr && inventory_.mostly_small[*row] != 0) {
      small.push_back(i);
      verb = verb || inventory_.mostly_small[*row] == 2;
    }
  }
  if (small.size() < kLeastLowered || !verb) return;
  for (size_t i : small) forms[first + i] = lowered.emplace_back(lower_ascii(words[i].form));
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

#include "lexicon/name_words.h"

#include <algorithm>

namespace demarche {

namespace {

constexpr std::array<std::string_view, static_cast<size_t>(NameSign::kCount)> kSigns{
    "man", "woman", "given name", "organisation", "place", "particle", "male", "female", "human", "body", "territory"};

}  // namespace

NameWords NameWords::build(const std::vector<DictionaryFile>& files, Faults& faults) {
  NameWords words;
  for (const DictionaryFile& file : files) {
    for (const Line& line : file.lines) {
      std::string_view text = line.text;
      size_t colon = text.find(':');
      auto sign = std::find(kSigns.begin(), kSigns.end(), trim(text.substr(0, std::min(colon, text.size()))));
      if (colon == std::string_view::npos || sign == kSigns.end()) {
        faults.add(file.name, line.number, "a line reads `sign: word, word`; the signs are " + join({kSigns.begin(), kSigns.end()}, ", "));
        continue;
      }
      auto bit = static_cast<uint16_t>(1U << (sign - kSigns.begin()));
      bool any = false;
      for (std::string_view piece : split(text.substr(colon + 1), ',')) {
        std::string word = lower_ascii(trim(piece));
        if (word.empty()) continue;
        any = true;
        words.signs_[word] |= bit;
      }
      if (!any) faults.add(file.name, line.number, "no words after `" + std::string(*sign) + ":`");
    }
  }
  return words;
}

bool NameWords::has(std::string_view word, NameSign sign) const {
  auto it = signs_.find(lower_ascii(word));
  return it != signs_.end() && (it->second >> static_cast<unsigned>(sign) & 1U) != 0;
}

char NameWords::given(std::string_view word) const {
  bool man = has(word, NameSign::kMan), woman = has(word, NameSign::kWoman);
  if (has(word, NameSign::kGiven) || (man && woman)) return '?';
  return man ? 'm' : woman ? 'f' : '\0';
}

}  // namespace demarche

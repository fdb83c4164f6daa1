#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/faults.h"
#include "base/flat_maps.h"
#include "base/strings.h"
#include "lexicon/lines.h"

namespace demarche {

/// What a word tells of the name or the noun phrase that it stands in.
enum class NameSign : uint8_t {
  kMan,           ///< given name of men: *Boris*
  kWoman,         ///< given name of women: *Fatima*
  kGiven,         ///< given name of either: *Jean*
  kOrganisation,  ///< in the name of an organisation: *Front, Ministry*
  kPlace,         ///< in the name of a place: *River, Province*
  kParticle,      ///< inside a personal name, in lower case: *bin, van*
  kMale,          ///< common noun for a man: *husband*
  kFemale,        ///< common noun for a woman
  kHuman,         ///< common noun for a human being of either sex: *student*
  kBody,          ///< common noun for an organisation or group of people: *company*
  kTerritory,     ///< common noun for a place: *city*
  kCount
};

/// Words that tell persons, organisations and places apart: `data/names/*.names`, lines of `sign: word, word`. Immutable once built.
class NameWords {
 public:
  /// Unknown signs and empty lists are faults; a sign may stand on several lines, a word under several signs.
  static NameWords build(const std::vector<DictionaryFile>& files, Faults& faults);
  /// True if the word (any case) was listed with the sign.
  bool has(std::string_view word, NameSign sign) const;
  /// 'm' or 'f' for a given name of one sex, '?' for one of either, 0 for other words.
  char given(std::string_view word) const;
  size_t size() const { return signs_.size(); }

 private:
  StringMap<uint16_t> signs_;  // word in lower case -> a bit a sign
};

}  // namespace demarche

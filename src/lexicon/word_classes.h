#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/faults.h"
#include "base/flat_maps.h"
#include "base/strings.h"
#include "lexicon/lines.h"

namespace demarche {

using ClassId = uint16_t;

/// Word classes (`weapon: &firearm, missile`): which lemmas belong to which, inclusions resolved. Immutable once built.
class WordClasses {
 public:
  /// Reads `*.classes`; unknown or cyclic inclusions, duplicates and empty classes are faults. A class may be widened in another file.
  static WordClasses build(const std::vector<DictionaryFile>& files, Faults& faults);

  std::optional<ClassId> find(std::string_view name) const;
  const std::string& name(ClassId id) const { return names_[id]; }
  size_t size() const { return names_.size(); }

  /// The classes of a lemma in lower case, or of a multi-word entry joined by blanks; ascending, empty if none.
  const std::vector<ClassId>& of(std::string_view lemma) const;
  bool has(std::string_view lemma, ClassId id) const;
  /// By the class's name; a class that is not there has nothing.
  bool has(std::string_view lemma, std::string_view class_name) const;
  /// The number of words of the longest multi-word entry that ends in this lemma; 1 if none.
  int longest_ending_in(std::string_view lemma) const;
  /// The number of words of the longest entry that this lemma heads from its left end (*crime against humanity*); 1 if none.
  int longest_headed_by(std::string_view lemma) const;

 private:
  std::vector<std::string> names_;
  StringMap<ClassId> ids_;
  StringMap<std::vector<ClassId>> members_;
  StringMap<int> longest_;
  StringMap<int> longest_headed_;
};

}  // namespace demarche

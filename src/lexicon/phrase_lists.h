#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/faults.h"
#include "base/span.h"
#include "lexicon/lines.h"
#include "lexicon/name_index.h"

namespace demarche {

/// Phrases that say what a sentence is about (`*.issues`) or that nothing of it is to be coded (`*.discards`). Immutable once built.
class PhraseLists {
 public:
  enum class Use : uint8_t { kIssue, kNoIssue, kDiscardSentence, kDiscardReport };
  struct Hit {
    Use use = Use::kIssue;
    std::string_view code;  ///< of an issue: "FOOD_SECURITY"; lives as long as the lists
    Span span;              ///< bytes of the text
  };

  /// `PHRASE, PHRASE : CODE` (`-` for a code: such a sentence has no issue) and `PHRASE, PHRASE : sentence` or `: report`. Faults: lines of
  /// another form, a phrase without letters, one with two meanings in the files that are not added ones.
  static PhraseLists build(const std::vector<DictionaryFile>& issues, const std::vector<DictionaryFile>& discards, Faults& faults);

  /// The phrases of the text in their order; where several start at one word, the longest. Letter case does not count.
  std::vector<Hit> find(std::string_view text) const;
  bool empty() const { return meanings_.empty(); }
  size_t size() const { return index_.size(); }

 private:
  struct Meaning {
    Use use;
    std::string code;
  };
  void read(const std::vector<DictionaryFile>& files, bool issues, Faults& faults);

  std::vector<Meaning> meanings_;
  NameIndex index_;
};

}  // namespace demarche

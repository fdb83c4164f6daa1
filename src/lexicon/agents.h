#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/faults.h"
#include "base/flat_maps.h"
#include "base/strings.h"
#include "lexicon/lines.h"

namespace demarche {

/// A role noun: what it adds to a country's code, and how it behaves.
struct Agent {
  std::string code;    ///< "REB"; may be several elements ("GOVMIL"); empty for titles that say nothing of a role (*Mr.*)
  bool title = false;  ///< stands before a name
  bool elite = false;  ///< *former*, *ex-*
};

/// Role nouns by lemma or by lower-case words joined by blanks, plural forms included. Immutable once built.
class Agents {
 public:
  static Agents build(const std::vector<DictionaryFile>& files, Faults& faults);
  /// The agent of that word or phrase in lower case, or none.
  const Agent* find(std::string_view phrase) const;
  /// Words of the longest phrase that ends in this word; 0 if no phrase does.
  int longest_ending_in(std::string_view word) const;
  size_t size() const { return agents_.size(); }

 private:
  void add(std::string phrase, const Agent& agent);
  StringMap<Agent> agents_;
  StringMap<int> longest_;
};

/// The regular English plural: "spy" gives "spies", "church" gives "churches".
std::string regular_plural(std::string_view singular);

}  // namespace demarche

#pragma once
#include <vector>

#include "language/tree.h"
#include "lexicon/lexicon.h"
#include "text/document.h"

namespace demarche {

/// A dictionary name found in a sentence.
struct NameHit {
  int first = 0;  ///< word indices, inclusive
  int last = 0;
  std::vector<NameUse> uses;  ///< at least one; several entries may share a name
};

/// A role noun found in a sentence.
struct AgentHit {
  int first = 0;
  int last = 0;  ///< the noun itself
  const Agent* agent = nullptr;
};

/// The dictionary names of a sentence, longest first from the left, disjoint. Uses that the word's tag makes implausible are left out.
std::vector<NameHit> find_names(const Document& doc, const Tree& tree, const Lexicon& lexicon);

/// True for the lemma of a verb whose subject is most often a person: verbs of saying, *visit, resign, sign* ...
bool done_by_people(std::string_view verb, const Lexicon& lexicon);

/// The role nouns of a sentence outside `names`, longest phrase first, disjoint, in order.
std::vector<AgentHit> find_agents(const Tree& tree, const Lexicon& lexicon, const std::vector<NameHit>& names);

}  // namespace demarche

#pragma once
#include <vector>

#include "actors/actor.h"
#include "actors/named_entities.h"
#include "actors/noun_phrases.h"
#include "language/tree.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// The phrases of a report, and which of them stand for one and the same person, body, place or thing, actor or not.
struct ReferenceChains {
  std::vector<NounPhrase> phrases;          ///< pronouns have the kind of what they stand for
  std::vector<std::vector<size_t>> chains;  ///< indices of phrases in text order, two and more each; disjoint
};

/// The table's actors are one source of evidence; names, heads, number, gender and distance are the others. Total on any trees.
ReferenceChains reference_chains(const std::vector<Tree>& trees, const Lexicon& lexicon, const ActorTable& actors,
                                 const std::vector<NamedEntity>& names);

}  // namespace demarche

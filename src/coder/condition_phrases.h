#pragma once
#include <vector>

#include "coder/clause_relations.h"

namespace demarche {

/// Conditions that nouns, prepositions and adverbs state, also over sentences: *in exchange for; until the vote; no talks without a truce;
/// in the event of; under two conditions: either ... or; set three conditions. First, ...; as a condition for; depends on; subject to
/// approval; In return, ...; otherwise*. Clauses with *if* and the like are clause_relations' own.
std::vector<ClauseRelation> find_condition_phrases(const std::vector<Tree>& trees, const Lexicon& lexicon);

}  // namespace demarche

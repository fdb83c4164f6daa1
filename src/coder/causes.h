#pragma once
#include <vector>

#include "coder/clause_relations.h"

namespace demarche {

/// Causes and purposes of all sentences, but for those that because-clauses, causal verbs and infinitives of purpose show
/// (clause_relations.cpp): participles of demand and of result, prepositions (*following, over, in protest against*), what acts of violence
/// did, *so* and *therefore*, participles of feeling. Only kCause and kPurpose come out.
std::vector<ClauseRelation> find_causes(const std::vector<Tree>& trees, const Lexicon& lexicon);

}  // namespace demarche

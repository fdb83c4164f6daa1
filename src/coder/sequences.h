#pragma once
#include <vector>

#include "coder/clause_relations.h"

namespace demarche {

/// Orders that verbs, nouns and adverbs tell, within a sentence and over sentences: *precede, follow, come before, a prelude to, pave the
/// way for; first ... then, four days later; Then ..., After that ...*. Clauses with *before* and *after* are clause_relations' own.
std::vector<ClauseRelation> find_sequences(const std::vector<Tree>& trees, const Lexicon& lexicon);

}  // namespace demarche

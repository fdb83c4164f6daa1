#pragma once
#include <vector>

#include "language/sentence.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Mends the parses of *If they leave, we will stay, the minister said*: what stands before the last comma and its speaker belongs to what
/// is said, though the parser may hang its subject and its clauses on *said*.
void mend_spoken_clauses(std::vector<Sentence>& sentences, const Lexicon& lexicon);

}  // namespace demarche

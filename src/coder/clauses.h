#pragma once
#include <vector>

#include "language/sentence.h"

namespace demarche {

/// Gives a sentence back its verb where the parser read *Sri Lanka freed fishermen* as a phrase about freed fishermen: the root is a noun,
/// a past participle stands before it as its attribute, and another nominal before that. The participle becomes the root, the noun its
/// object, the nominal its subject. Likewise the second verb of *expelled the envoy and suspended trade*, the infinitive of *urged them to
/// resume negotiations*, the second half of *either ... or*, the infinitive of *due to visit*, and conditions (condition_clauses.h). Other
/// sentences stay as they are.
void mend_clauses(std::vector<Sentence>& sentences);

}  // namespace demarche

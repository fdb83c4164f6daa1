#pragma once
#include "coder/report.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Ties speech acts to the acts that they are about where no frame did: through infinitives, clauses and nouns (*expressed support for
/// talks, ready to meet them and to sign, threatened to quit, urged them to keep the road open*); a clause that names no known act becomes
/// a proposition. *Warned that it would evict them* becomes a threat. Needs events with their status.
void link_contents(Report& report, const Lexicon& lexicon);

}  // namespace demarche

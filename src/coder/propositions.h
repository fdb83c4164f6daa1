#pragma once
#include "coder/clause_relations.h"

namespace demarche {

/// Adds an event of type kNone for a clause or an act that no frame knows, with the sides and the status that the parse gives; its index.
uint32_t add_proposition(Report& report, const WordRef& ref, const Lexicon& lexicon);

}  // namespace demarche

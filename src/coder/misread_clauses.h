#pragma once
#include "coder/slip_words.h"

namespace demarche {

/// Mends clauses whose parts the parse mixes up: *talks that Carter had convened* with a conjunction for a pronoun, *proposed, in a letter,
/// that they be freed* hung on the letter, *condemned the ban, and the envoy, Ana Sol, accused them* with the envoy joined to the ban,
/// *until Kabul either jails or deports them* with plurals for verbs. Heads, relations and tags change; lemmas only where a noun becomes a
/// verb.
void mend_misread_clauses(const SlipWords& words);

}  // namespace demarche

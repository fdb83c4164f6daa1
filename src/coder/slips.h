#pragma once
#include <vector>

#include "language/sentence.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Mends slips of tagger and parser that the dictionaries can tell, before anything else reads the parse: *its refusal* tagged as an
/// adjective, *soldiers clashed* read as a passive, *planners prepared an attack* and *Tuvalu and Fiji established relations* as phrases
/// without a verb, *its exercise with Brunei opened* with Brunei for its subject, *caved in to* with two prepositions. Heads, relations and
/// tags change; words and lemmas stay. Other sentences stay as they are.
void mend_slips(std::vector<Sentence>& sentences, const Lexicon& lexicon);

/// True if a word names a day, month, year or span of time (*Sunday, 1995, spring, hours*).
bool names_time(const Word& word);

}  // namespace demarche

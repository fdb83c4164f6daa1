#pragma once
#include "coder/report.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Adds to each event the contexts that its sentence, and failing those the report as a whole, speak for; and its default CAMEO code where
/// contexts decide it.
void set_contexts(Report& report, const Lexicon& lexicon);

/// Places events that the text places: *in Kyiv, at the port of Odesa*. An ambiguous name is read by the report's other countries.
void place_events(Report& report, const Lexicon& lexicon);

/// Notes what is odd in the report itself: a role that contradicts the actor list.
void note_oddities(Report& report);

}  // namespace demarche

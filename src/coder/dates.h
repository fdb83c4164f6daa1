#pragma once
#include "coder/report.h"
#include "language/temporal.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Works out the report's day from its text where the document carries none; sets `worked_out_date` and `date_how`.
void date_report(Report& report, const TemporalTagger& tagger);

/// Gives each event the date or interval that words of its sentence give it, counted from the report's day. Needs events with their status
/// (a weekday of a planned act is to come). An event without such words has none.
void date_events(Report& report, const TemporalTagger& tagger, const Lexicon& lexicon);

}  // namespace demarche

#pragma once
#include "coder/report.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Takes out the events of sentences that hold a phrase of the lexicon's discards, or all events of a report that does, with the relations
/// between them; a note of kind "discarded" names the phrase. Does nothing where no dictionary lists discards, as ours do not.
void discard_events(Report& report, const Lexicon& lexicon);

/// Notes of kind "issue", with the issue's code for text, for what the sentences are about by the lexicon's issues; a sentence with a
/// phrase that rules issues out has none.
void note_issues(Report& report, const Lexicon& lexicon);

}  // namespace demarche

#pragma once
#include "coder/report.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Fills `report.events` from the parses and actors: triggers, types, modes, sources and targets, CAMEO codes, and the content relations
/// between speech acts and what they are about. Needs sentences, trees and actors; actors that only an event speaks of are added. Status,
/// voices and dates come later.
void find_events(Report& report, const Lexicon& lexicon);

}  // namespace demarche

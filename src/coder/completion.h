#pragma once
#include "coder/report.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Fills sides that a sentence leaves to the report: what is asked of, promised to or done to the other party when only one is named, and
/// who meets when nobody is. Takes the counterpart from the act inside or around it, then from the latest events between the same parties.
/// Leaves alone what can do without a target.
void complete_sides(Report& report, const Lexicon& lexicon);

}  // namespace demarche

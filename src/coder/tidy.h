#pragma once
#include "coder/report.h"

namespace demarche {

/// Drops events that say nothing of anybody: nouns without any side that no relation needs, and acts whose sides are all unknown and
/// uncoded.
void prune(Report& report);

/// Puts events in the order of their triggers, drops actors without mentions, duplicate relations and relations of an event to itself, and
/// renumbers everything.
void tidy(Report& report);

}  // namespace demarche

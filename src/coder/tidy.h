#pragma once
#include "coder/report.h"

namespace demarche {

/// Puts events in the order of their triggers, drops actors without mentions, duplicate relations and relations of an event to itself, and renumbers everything.
void tidy(Report& report);

}  // namespace demarche

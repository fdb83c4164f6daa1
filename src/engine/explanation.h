#pragma once
#include <string>

#include "engine/engine.h"

namespace demarche {

/// Why a report's event says what it says: its sentence with the words marked, the parse as an indented tree, the rule with its lines in
/// the dictionary, how source and target were reached, what gave status, date and voices, and the relations it takes part in. `report` must
/// hold its sentences' words and trees (Engine::code gives them; the reader of records does not); without them the parse is left out.
/// Requires event < report.events.size().
std::string explanation(const Engine& engine, const Report& report, uint32_t event, bool colour);

/// The lines of a rule: for "accuse.frames:12" the entry's head and the frame as the dictionary has them, a line each; empty for a rule of
/// the coder's own.
std::vector<std::string> rule_lines(const std::string& data_directory, const std::string& rule);

}  // namespace demarche

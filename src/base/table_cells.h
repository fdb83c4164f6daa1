#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// The cells of a line of a tab-separated table, without its line break. A cell in quotation marks whose inner ones are all doubled, as
/// spreadsheets and CSV writers make them, is taken out of them; any other quotation mark is a character like others.
std::vector<std::string> table_cells(std::string_view line);

}  // namespace demarche

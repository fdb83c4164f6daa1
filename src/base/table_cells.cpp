#include "base/table_cells.h"

#include "base/strings.h"

namespace demarche {

namespace {

std::string unquoted(std::string_view cell) {
  if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return std::string(cell);
  std::string_view inner = cell.substr(1, cell.size() - 2);
  std::string made;
  for (size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] == '"' && (++i == inner.size() || inner[i] != '"')) return std::string(cell);
    made += inner[i];
  }
  return made;
}

}  // namespace

std::vector<std::string> table_cells(std::string_view line) {
  std::vector<std::string> cells;
  for (std::string_view cell : split(line, '\t')) cells.push_back(unquoted(cell));
  return cells;
}

}  // namespace demarche

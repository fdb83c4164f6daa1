#include "ontology/table.h"

#include <cstring>
#include <fstream>

namespace demarche {

namespace {

// Appends the cells of a line; returns how many there were.
size_t split_into(std::string_view line, std::vector<std::string_view>& cells) {
  size_t count = 1;
  while (true) {
    const void* tab = std::memchr(line.data(), '\t', line.size());
    if (!tab) break;
    size_t at = static_cast<const char*>(tab) - line.data();
    cells.push_back(line.substr(0, at));
    line.remove_prefix(at + 1);
    ++count;
  }
  cells.push_back(line);
  return count;
}

std::string joined(const std::vector<std::string_view>& columns) {
  std::string text;
  for (std::string_view column : columns) {
    if (!text.empty()) text += ' ';
    text += column;
  }
  return text;
}

}  // namespace

Result<Table> Table::read(const std::filesystem::path& path, const std::vector<std::string_view>& columns) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) return Error{ErrorCode::kIo, "cannot be opened", path.string()};
  Table table;
  table.name_ = path.string();
  table.width_ = columns.size();
  table.text_ = std::make_unique<std::string>(static_cast<size_t>(in.tellg()), '\0');
  in.seekg(0);
  if (!in.read(table.text_->data(), static_cast<std::streamsize>(table.text_->size())))
    return Error{ErrorCode::kIo, "cannot be read", path.string()};

  Faults faults;
  bool header_seen = false;
  uint32_t number = 0;
  std::string_view rest = *table.text_;
  table.cells_.reserve(rest.size() / 8);
  while (!rest.empty()) {
    size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    size_t before = table.cells_.size();
    size_t count = split_into(line, table.cells_);
    std::string place = header_seen && count == table.width_ ? "" : table.name_ + ":" + std::to_string(number);
    if (!header_seen) {
      if (table.cells_ != columns)
        return Error{ErrorCode::kBadLexicon, "the first line must name the columns, tab-separated: " + joined(columns), place};
      header_seen = true;
      table.cells_.clear();
    } else if (count != table.width_) {
      faults.add(place, "has " + std::to_string(count) + " cells; write " + std::to_string(table.width_) + " (" + joined(columns) + ")");
      table.cells_.resize(before);
    } else {
      table.lines_.push_back(number);
    }
  }
  if (!header_seen) return Error{ErrorCode::kBadLexicon, "is empty; it must start with the columns: " + joined(columns), path.string()};
  if (!faults.empty()) return faults.error();
  return table;
}

}  // namespace demarche

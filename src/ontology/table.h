#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/faults.h"
#include "base/result.h"

namespace demarche {

/// A tab-separated file with a header line: lines that are blank or start with `#` are skipped, the first other line names the columns.
/// Cells are not quoted and not trimmed. The table owns its text; cells are views that live as long as it does (moves keep them).
class Table {
 public:
  /// Reads the file, which must have exactly these columns in this order. kIo: it cannot be read; kBadLexicon: wrong header, or rows with
  /// another number of cells (all such rows are named).
  static Result<Table> read(const std::filesystem::path& path, const std::vector<std::string_view>& columns);

  size_t size() const { return lines_.size(); }
  /// Requires row < size() and column < number of columns.
  std::string_view cell(size_t row, size_t column) const { return cells_[row * width_ + column]; }
  /// "FILE:LINE" of a row, for messages.
  std::string place(size_t row) const { return name_ + ":" + std::to_string(lines_[row]); }

 private:
  std::string name_;
  std::unique_ptr<std::string> text_;
  size_t width_ = 0;
  std::vector<std::string_view> cells_;
  std::vector<uint32_t> lines_;
};

}  // namespace demarche

#include "cli/store_access.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "cli/terminal.h"

namespace demarche {

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace

std::string store_path(const CommandLine& line) {
  if (!line.db.empty()) return line.db;
  if (std::string set = environment("DEMARCHE_DB"); !set.empty()) return set;
  std::string data = environment("XDG_DATA_HOME");
  if (!data.starts_with('/')) {
    std::string home = environment("HOME");
    if (home.empty()) throw Failure{{ErrorCode::kDatabase, "neither --db nor HOME says where the store is", ""}};
    data = home + "/.local/share";
  }
  return data + "/demarche/demarche.db";
}

std::unique_ptr<Store> open_store(const CommandLine& line, OpenMode mode) {
  StoreOptions options;
  options.mode = mode;
  return or_fail(open_sqlite_store(store_path(line), options));
}

ReportRow find_report(Store& store, const std::string& name) {
  auto rows = or_fail(store.find(name));
  if (rows.empty()) throw Failure{{ErrorCode::kUsage, "no report has this id or one that begins so; `demarche show` lists them", name}};
  if (rows.size() == 1) return rows.front();
  std::string message = "fits several reports; name one by the beginning of its key:";
  for (size_t i = 0; i < rows.size() && i < 10; ++i)
    message += fmt::format("\n  {}  {}  {}  {}", rows[i].key.substr(0, 12), rows[i].published, rows[i].id, rows[i].title);
  throw Failure{{ErrorCode::kUsage, message, name}};
}

std::string reference(const ReportRow& row) {
  bool word = !row.id.empty() && row.id.size() <= 32 && !row.id.starts_with("sha256:") &&
              std::none_of(row.id.begin(), row.id.end(), [](unsigned char c) { return c <= ' ' || c == '@' || c == '"' || c == '\''; });
  return word ? row.id : row.key.substr(0, 10);
}

Report stored_report(const StoredReport& stored) {
  auto read = read_record(stored.record);
  if (!read) throw Failure{{ErrorCode::kDatabase, "holds a record that cannot be read (" + read.error().text() + ")", stored.row.id}};
  return std::move(read->report);
}

}  // namespace demarche

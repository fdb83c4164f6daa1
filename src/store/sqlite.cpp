#include "store/sqlite.h"

namespace demarche {

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
  sqlite3_stmt* made = nullptr;
  int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  handle_.reset(made);
  check(code);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) throw SqliteFailure{code & 0xFF, sqlite3_errmsg(database_)};
}

Statement& Statement::bind(std::string_view text) {
  check(sqlite3_bind_text64(handle_.get(), next_++, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(int64_t number) {
  check(sqlite3_bind_int64(handle_.get(), next_++, number));
  return *this;
}

Statement& Statement::bind(double number) {
  check(sqlite3_bind_double(handle_.get(), next_++, number));
  return *this;
}

Statement& Statement::bind_null() {
  check(sqlite3_bind_null(handle_.get(), next_++));
  return *this;
}

bool Statement::step() {
  int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  std::string message = code == SQLITE_DONE ? "" : sqlite3_errmsg(database_);
  reset();
  if (code != SQLITE_DONE) throw SqliteFailure{code & 0xFF, message};
  return false;
}

void Statement::reset() {
  sqlite3_reset(handle_.get());
  sqlite3_clear_bindings(handle_.get());
  next_ = 1;
}

std::string Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(handle_.get(), column);
  return bytes ? std::string(reinterpret_cast<const char*>(bytes), static_cast<size_t>(sqlite3_column_bytes(handle_.get(), column)))
               : std::string();
}

Database::Database(const std::string& path, int flags) {
  sqlite3* made = nullptr;
  int code = sqlite3_open_v2(path.c_str(), &made, flags, nullptr);
  handle_.reset(made);
  if (code != SQLITE_OK) throw SqliteFailure{code & 0xFF, made ? sqlite3_errmsg(made) : "out of memory"};
}

void Database::run(const char* sql) {
  char* message = nullptr;
  int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, &message);
  if (code == SQLITE_OK) return;
  std::string text = message ? message : sqlite3_errmsg(handle_.get());
  sqlite3_free(message);
  throw SqliteFailure{code & 0xFF, text};
}

int64_t Database::pragma(const char* name) {
  Statement statement(handle_.get(), std::string("PRAGMA ") + name);
  return statement.step() ? statement.number(0) : 0;
}

Transaction::~Transaction() {
  if (!open_) return;
  sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace demarche

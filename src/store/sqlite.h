#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace demarche {

/// Thrown inside the store where SQLite says no; its interface turns it into an Error.
struct SqliteFailure {
  int code = SQLITE_ERROR;  ///< primary result code
  std::string message;
};

/// A prepared statement. Binds count up from the first parameter after each reset. Belongs to one connection and must not outlive it.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  Statement& bind(std::string_view text);
  Statement& bind(int64_t number);
  Statement& bind(double number);
  Statement& bind_null();
  /// The text, or NULL if it is empty.
  Statement& bind_known(std::string_view text) { return text.empty() ? bind_null() : bind(text); }

  /// True while there is a row. The statement resets itself, and forgets what was bound, when there is none.
  bool step();
  /// Runs a statement that gives no rows.
  void run() {
    while (step()) {
    }
  }
  /// For a statement that was left before its last row.
  void reset();

  std::string text(int column) const;
  int64_t number(int column) const { return sqlite3_column_int64(handle_.get(), column); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void check(int code) const;

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  int next_ = 1;
};

/// A connection.
class Database {
 public:
  /// `flags` as for sqlite3_open_v2. Throws SqliteFailure.
  Database(const std::string& path, int flags);
  /// Runs statements that take and give nothing. Throws SqliteFailure.
  void run(const char* sql);
  int64_t pragma(const char* name);
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A write transaction: rolled back unless it was committed.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace demarche

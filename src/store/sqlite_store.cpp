#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <optional>

#include "store/migrations.h"
#include "store/record_tables.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace demarche {

namespace fs = std::filesystem;

namespace {

constexpr const char* kRow =
    "SELECT r.report, r.key, r.id, r.title, r.published, r.publisher, "
    "(SELECT count(*) FROM events e WHERE e.report = r.report AND e.type IS NOT NULL) FROM reports r ";

std::string now() {
  auto seconds = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  auto day = std::chrono::floor<std::chrono::days>(seconds);
  std::chrono::year_month_day date{day};
  std::chrono::hh_mm_ss time{seconds - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count(), time.seconds().count());
}

// What SQLite's code means to a person.
std::string advice(const SqliteFailure& failure) {
  switch (failure.code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is locked by another program; wait for it, or name another store with --db";
    case SQLITE_READONLY:
      return "cannot be written; check the permissions of the file and its directory";
    case SQLITE_CANTOPEN:
      return "cannot be opened; check that the directory exists and may be written";
    case SQLITE_NOTADB:
      return "is no Demarche store; name another path with --db";
    case SQLITE_CORRUPT:
      return "is damaged (" + failure.message + "); restore a copy, or read the reports into a new store";
    case SQLITE_FULL:
      return "the disk is full; nothing of the last report was kept";
    case SQLITE_IOERR:
      return "reading or writing failed (" + failure.message + ")";
    default:
      return failure.message;
  }
}

// A pattern for GLOB that fits what begins with the text.
std::string beginning(std::string_view text) {
  std::string pattern;
  for (char c : text) pattern += c == '*' || c == '?' || c == '[' ? fmt::format("[{}]", c) : std::string(1, c);
  return pattern + "*";
}

class SqliteStore final : public Store {
 public:
  SqliteStore(std::string path, std::unique_ptr<Database> database)
      : path_(std::move(path)),
        database_(std::move(database)),
        holds_(
            handle(),
            "SELECT 1 FROM reports JOIN runs USING (run) WHERE key = ? AND version = ? AND model = ? AND codebook = ? AND runs.actors = ?"),
        same_(handle(),
              "SELECT r.report, a.version = b.version AND a.model = b.model AND a.codebook = b.codebook AND a.actors = b.actors FROM "
              "reports r "
              "JOIN runs a ON a.run = r.run JOIN runs b ON b.run = ? WHERE r.key = ?"),
        remove_(handle(), "DELETE FROM reports WHERE report = ?"),
        insert_(handle(), "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        tables_(handle()) {}

  Result<int64_t> begin_run(const EngineIdentity& engine, const std::string& command) override {
    return guarded<int64_t>([&] {
      Statement statement(handle(), "INSERT INTO runs (started, command, version, model, codebook, actors) VALUES (?, ?, ?, ?, ?, ?)");
      statement.bind(now()).bind(command).bind(engine.version).bind(engine.model).bind(engine.codebook).bind(engine.actors).run();
      return sqlite3_last_insert_rowid(handle());
    });
  }

  Status end_run(int64_t run, const RunCounts& counts) override {
    return guarded<std::monostate>([&] {
      Statement statement(handle(), "UPDATE runs SET ended = ?, fresh = ?, known = ?, recoded = ?, failed = ? WHERE run = ?");
      statement.bind(now()).bind(counts.fresh).bind(counts.known).bind(counts.recoded).bind(counts.failed).bind(run).run();
      return std::monostate{};
    });
  }

  Result<bool> holds(const std::string& key, const EngineIdentity& engine) override {
    return guarded<bool>([&] {
      bool found = holds_.bind(key).bind(engine.version).bind(engine.model).bind(engine.codebook).bind(engine.actors).step();
      holds_.reset();
      return found;
    });
  }

  Result<Saved> save(int64_t run, const std::string& key, const std::string& record, const std::string& parse) override {
    return guarded<Saved>([&] {
      Transaction transaction(*database_);
      std::optional<int64_t> old;
      bool same = false;
      if (same_.bind(run).bind(key).step()) {
        old = same_.number(0);
        same = same_.number(1) != 0;
        same_.reset();
      }
      if (same) return Saved::kKnown;
      if (old) remove_.bind(*old).run();
      insert(run, key, record, parse, old);
      transaction.commit();
      return old ? Saved::kRecoded : Saved::kNew;
    });
  }

  Result<std::vector<ReportRow>> reports() override {
    return guarded<std::vector<ReportRow>>([&] {
      Statement statement(handle(), std::string(kRow) + "ORDER BY r.report");
      return rows(statement);
    });
  }

  Result<StoredReport> report(int64_t number) override {
    return guarded<StoredReport>([&] {
      Statement statement(handle(), std::string(kRow) + "WHERE r.report = ?");
      auto found = rows(statement.bind(number));
      if (found.empty()) throw SqliteFailure{SQLITE_ERROR, fmt::format("holds no report number {}", number)};
      Statement content(handle(), "SELECT record, parse FROM reports WHERE report = ?");
      content.bind(number).step();
      return StoredReport{found.front(), content.text(0), content.text(1)};
    });
  }

  Result<std::vector<ReportRow>> find(const std::string& name) override {
    return guarded<std::vector<ReportRow>>([&] {
      Statement exact(handle(), std::string(kRow) + "WHERE r.id = ? ORDER BY r.report");
      auto found = rows(exact.bind(name));
      if (!found.empty() || name.empty()) return found;
      Statement begins(handle(), std::string(kRow) + "WHERE r.id GLOB ?1 OR r.id GLOB ?2 OR r.key GLOB ?1 ORDER BY r.report");
      return rows(begins.bind(beginning(name)).bind("sha256:" + beginning(name)));
    });
  }

  Result<std::vector<EventRow>> events(const EventFilter& filter) override {
    return guarded<std::vector<EventRow>>([&] {
      std::string sql = "SELECT e.report, e.event FROM events e WHERE e.type IS NOT NULL";
      std::vector<std::string> values;
      auto add = [&](const std::string& value, std::string_view condition) {
        if (value.empty()) return;
        sql += " AND " + std::string(condition);
        values.push_back(value);
      };
      auto add_actor = [&](const std::string& code, std::string_view roles) {
        add(code.empty() ? "" : beginning(code),
            fmt::format("EXISTS (SELECT 1 FROM event_actors x JOIN actors USING (report, actor) WHERE x.report = e.report AND "
                        "x.event = e.event AND x.part IN ({}) AND code GLOB ?)",
                        roles));
      };
      add_actor(filter.actor, "'source', 'target'");
      add_actor(filter.source, "'source'");
      add_actor(filter.target, "'target'");
      add(filter.type, "e.type = ?");
      add(filter.status, "e.status = ?");
      add(filter.since, "e.date_to >= ?");
      add(filter.until, "e.date_from <= ?");
      Statement statement(handle(), sql + " ORDER BY e.date_from IS NULL, e.date_from, e.report, e.event LIMIT ?");
      for (const std::string& value : values) statement.bind(value);
      statement.bind(filter.limit);
      std::vector<EventRow> found;
      while (statement.step()) found.push_back({statement.number(0), static_cast<uint32_t>(statement.number(1) - 1)});
      return found;
    });
  }

 private:
  sqlite3* handle() const { return database_->handle(); }

  template <class T, class Work>
  Result<T> guarded(Work work) {
    try {
      return work();
    } catch (const SqliteFailure& failure) {
      return Error{ErrorCode::kDatabase, advice(failure), path_};
    } catch (const simdjson::simdjson_error& error) {
      return Error{ErrorCode::kDatabase, std::string("was given no record: ") + error.what(), path_};
    }
  }

  static std::vector<ReportRow> rows(Statement& statement) {
    std::vector<ReportRow> found;
    while (statement.step())
      found.push_back({statement.number(0), statement.text(1), statement.text(2), statement.text(3), statement.text(4), statement.text(5),
                       statement.number(6)});
    return found;
  }

  void insert(int64_t run, const std::string& key, const std::string& record, const std::string& parse, std::optional<int64_t> number) {
    simdjson::dom::element root = parser_.parse(record).value();
    simdjson::dom::element doc = root["document"].value();
    auto text = [&](const char* name) {
      std::string_view value;
      return doc[name].get(value) == simdjson::SUCCESS ? value : std::string_view();
    };
    if (number)
      insert_.bind(*number);
    else
      insert_.bind_null();
    insert_.bind(key)
        .bind(run)
        .bind(text("id"))
        .bind(text("title"))
        .bind_known(text("published"))
        .bind(text("publisher"))
        .bind(text("url"));
    insert_.bind(record).bind(parse).run();
    tables_.write(number ? *number : sqlite3_last_insert_rowid(handle()), root);
  }

  std::string path_;
  std::unique_ptr<Database> database_;
  Statement holds_, same_, remove_, insert_;
  RecordTables tables_;
  simdjson::dom::parser parser_;
};

// Brings the open file to the present version. A file with nothing in it becomes a store.
void prepare(Database& database, const StoreOptions& options) {
  auto latest = static_cast<int64_t>(sqlite_migrations().size());
  auto check = [&]() -> int64_t {
    int64_t version = database.pragma("user_version"), application = database.pragma("application_id");
    Statement tables(database.handle(), "SELECT count(*) FROM sqlite_schema");
    tables.step();
    bool empty = tables.number(0) == 0;
    if (application != kApplicationId && !(empty && application == 0)) throw SqliteFailure{SQLITE_NOTADB, ""};
    if (version > latest)
      throw SqliteFailure{
          SQLITE_ERROR,
          fmt::format("was made by a newer Demarche (version {} of the store, this program knows {}); update the program, or name another "
                      "store with --db",
                      version, latest)};
    if (empty && options.mode == OpenMode::kRead) throw SqliteFailure{SQLITE_ERROR, "is empty; `demarche read` fills it"};
    return version;
  };
  int64_t version = check();
  database.run("PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL");
  if (version == latest) return;
  database.run("PRAGMA journal_mode = WAL");
  Transaction transaction(database);
  for (version = check(); version < latest; ++version) database.run(sqlite_migrations()[static_cast<size_t>(version)]);
  database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, latest).c_str());
  transaction.commit();
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path, const StoreOptions& options) {
  std::error_code error;
  bool there = fs::exists(path, error);
  auto fault = [&](std::string message) { return Error{ErrorCode::kDatabase, std::move(message), path}; };
  if (fs::is_directory(path, error)) return fault("is a directory; name a file with --db");
  if (!there && options.mode == OpenMode::kRead) return fault("no store there; `demarche read FILE --db PATH` makes one");
  if (fs::path parent = fs::path(path).parent_path(); !there && !parent.empty()) {
    fs::create_directories(parent, error);
    if (error) return fault("its directory cannot be made: " + error.message());
  }
  try {
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | (options.mode == OpenMode::kWrite ? SQLITE_OPEN_CREATE : 0);
    auto database = std::make_unique<Database>(path, flags);
    if (options.mode == OpenMode::kWrite && sqlite3_db_readonly(database->handle(), "main") == 1) throw SqliteFailure{SQLITE_READONLY, ""};
    sqlite3_busy_timeout(database->handle(), options.busy_milliseconds);
    prepare(*database, options);
    return std::unique_ptr<Store>(std::make_unique<SqliteStore>(path, std::move(database)));
  } catch (const SqliteFailure& failure) {
    return fault(advice(failure));
  }
}

}  // namespace demarche

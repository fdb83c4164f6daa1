#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "coder/report.h"
#include "coder/report_json.h"

namespace demarche {

/// What a report is known by: SHA-256 over text, title, day of publication and publisher, 64 hexadecimal digits. Id and address do not
/// count, so the same report from two files is one.
std::string content_key(const Document& doc);
/// The same for a coded report; one whose parse was given has another key for every parse.
std::string content_key(const Report& report);
/// The parse of a report as CoNLL-U, if it was given with it; else "".
std::string given_parse(const Report& report);

enum class Saved { kNew, kKnown, kRecoded };

/// A report in a list.
struct ReportRow {
  int64_t number = 0;                           ///< in this store; stays when the report is coded anew
  std::string key;                              ///< content_key
  std::string id, title, published, publisher;  ///< as in the record; `published` is "" if unknown
  int64_t events = 0;                           ///< typed ones
};

/// A report as the store keeps it.
struct StoredReport {
  ReportRow row;
  std::string record;  ///< the JSON of docs/formats/report.md
  std::string parse;   ///< given_parse
};

/// Which events to list. Empty fields let everything through; the others must all fit.
struct EventFilter {
  std::string actor;   ///< prefix of the code of a source or target
  std::string source;  ///< prefix of the code of a source
  std::string target;  ///< prefix of the code of a target
  std::string type;    ///< PLOVER type
  std::string status;
  std::string since;   ///< YYYY-MM-DD: the event's interval ends on or after it; events without a date do not fit
  std::string until;   ///< the event's interval begins on or before it
  int64_t limit = -1;  ///< -1: all
};

struct EventRow {
  int64_t report = 0;  ///< ReportRow::number
  uint32_t event = 0;  ///< index in the record's `events`
};

/// What a run of `read` did.
struct RunCounts {
  int64_t fresh = 0, known = 0, recoded = 0, failed = 0;
};

/// Where reports are kept. One object is for one thread at a time; several objects, in several processes, may use one store. Every error is
/// kDatabase with the store's path as place and says what to do about it.
class Store {
 public:
  virtual ~Store() = default;

  /// Notes that a run with this engine begins; gives its number.
  virtual Result<int64_t> begin_run(const EngineIdentity& engine, const std::string& command) = 0;
  /// Notes what the run did. A run without an end was cut off.
  virtual Status end_run(int64_t run, const RunCounts& counts) = 0;

  /// True if the store has the content as coded by this very engine.
  virtual Result<bool> holds(const std::string& key, const EngineIdentity& engine) = 0;

  /// Keeps a record (to_json by the run's engine) under its content_key, whole or not at all: once this returns, a crash of the program no
  /// longer loses it. kKnown: the store has it from the same engine, nothing was changed. kRecoded: it had it from another engine; the old
  /// record is gone.
  virtual Result<Saved> save(int64_t run, const std::string& key, const std::string& record, const std::string& parse) = 0;

  /// All reports in the order in which they first came.
  virtual Result<std::vector<ReportRow>> reports() = 0;
  /// The report by its number; kDatabase if there is none.
  virtual Result<StoredReport> report(int64_t number) = 0;
  /// The reports that a name fits: those with that very id, else those whose id (with or without "sha256:") or key begins so. Empty if
  /// none.
  virtual Result<std::vector<ReportRow>> find(const std::string& name) = 0;
  /// Typed events, ordered by first day (unknown last), report and place in the text.
  virtual Result<std::vector<EventRow>> events(const EventFilter& filter) = 0;
};

enum class OpenMode { kRead, kWrite };

struct StoreOptions {
  OpenMode mode = OpenMode::kRead;
  int busy_milliseconds = 5000;  ///< how long to wait for another program that is writing
};

/// Opens the SQLite store at `path` (docs/formats/store.md). kWrite makes it and its directory if missing and brings an older one up to
/// date; kRead needs it to be there. A file that is no store of ours, one made by a newer program, and one that cannot be read or written
/// are kDatabase.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path, const StoreOptions& options);

}  // namespace demarche

#pragma once
#include <simdjson.h>

#include <cstdint>
#include <string_view>

#include "store/sqlite.h"

namespace demarche {

/// Spreads a record over the tables of a report: actors, mentions, events, attributions, relations, notes. Keeps its statements prepared;
/// belongs to one connection. Positions are code points, actors and events count from 1 as their ids do.
class RecordTables {
 public:
  explicit RecordTables(sqlite3* database);
  /// Inside a transaction, with the row of `reports` there and nothing else of the report. Throws SqliteFailure, or simdjson_error if it is
  /// no record.
  void write(int64_t report, simdjson::dom::element record);

 private:
  using Element = simdjson::dom::element;

  void actor(int64_t report, Element actor);
  void event(int64_t report, Element event, std::string_view text, const class Offsets& offsets);
  void event_row(int64_t report, int64_t number, Element event, std::string_view words);
  void attribution(int64_t report, int64_t number, Element event);
  void relation(int64_t report, int64_t number, Element relation);
  void note(int64_t report, int64_t position, Element note);

  Statement actor_, sector_, mention_, event_, context_, event_actor_, attribution_, attribution_actor_, relation_, relation_event_,
      holder_, note_;
};

}  // namespace demarche

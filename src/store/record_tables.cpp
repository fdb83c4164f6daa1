#include "store/record_tables.h"

#include <array>
#include <charconv>
#include <string>

#include "text/offsets.h"

namespace demarche {

namespace {

using simdjson::dom::element;

std::string_view text_of(element object, const char* key) {
  std::string_view text;
  return object[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

// By value: a range loop over a member of a temporary result would outlive it.
simdjson::dom::array list_of(simdjson::simdjson_result<element> value) {
  return value.get_array().value();
}

// "a3" and "e3" are 3.
int64_t number_of(element id) {
  std::string_view text = id.get_string().value();
  int64_t number = 0;
  if (!text.empty()) std::from_chars(text.data() + 1, text.data() + text.size(), number);
  return number;
}

void bind_range(Statement& statement, element object, const char* key) {
  element range;
  if (object[key].get(range) != simdjson::SUCCESS) {
    statement.bind_null().bind_null();
    return;
  }
  statement.bind(range.at(0).get_int64().value()).bind(range.at(1).get_int64().value());
}

void bind_number(Statement& statement, simdjson::simdjson_result<element> value) {
  double number = 0;
  if (value.get(number) == simdjson::SUCCESS)
    statement.bind(number);
  else
    statement.bind_null();
}

}  // namespace

RecordTables::RecordTables(sqlite3* database)
    : actor_(database, "INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      sector_(database, "INSERT INTO actor_sectors VALUES (?, ?, ?, ?)"),
      mention_(database, "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?)"),
      event_(database, "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      context_(database, "INSERT OR IGNORE INTO event_contexts VALUES (?, ?, ?)"),
      event_actor_(database, "INSERT INTO event_actors VALUES (?, ?, ?, ?, ?)"),
      attribution_(database, "INSERT INTO attributions VALUES (?, ?, ?, ?, ?)"),
      attribution_actor_(database, "INSERT INTO attribution_actors VALUES (?, ?, ?, ?, ?)"),
      relation_(database, "INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?)"),
      relation_event_(database, "INSERT INTO relation_events VALUES (?, ?, ?, ?, ?)"),
      holder_(database, "INSERT INTO relation_holders VALUES (?, ?, ?, ?)"),
      note_(database, "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?)") {}

void RecordTables::write(int64_t report, Element record) {
  std::string_view text = record["document"]["text"].get_string().value();
  Offsets offsets(text);
  for (Element one : list_of(record["actors"])) actor(report, one);
  for (Element one : list_of(record["events"])) event(report, one, text, offsets);
  int64_t number = 0;
  for (Element one : list_of(record["relations"])) relation(report, ++number, one);
  simdjson::dom::array notes;
  number = 0;
  if (record["notes"].get(notes) == simdjson::SUCCESS)
    for (Element one : notes) note(report, ++number, one);
}

void RecordTables::actor(int64_t report, Element actor) {
  int64_t number = number_of(actor["id"].value());
  actor_.bind(report).bind(number).bind(text_of(actor, "name")).bind_known(text_of(actor, "code")).bind_known(text_of(actor, "country"));
  actor_.bind_known(text_of(actor, "role")).bind_known(text_of(actor, "supporter")).bind_known(text_of(actor, "note")).run();
  int64_t position = 0;
  for (Element sector : list_of(actor["sectors"]))
    sector_.bind(report).bind(number).bind(++position).bind(sector.get_string().value()).run();
  for (Element range : list_of(actor["mentions"]))
    mention_.bind(report).bind(number).bind(range.at(0).get_int64().value()).bind(range.at(1).get_int64().value()).run();
}

void RecordTables::event(int64_t report, Element event, std::string_view text, const Offsets& offsets) {
  int64_t number = number_of(event["id"].value());
  Element trigger = event["trigger"].value();
  Span words =
      offsets.bytes({static_cast<uint32_t>(trigger.at(0).get_uint64().value()), static_cast<uint32_t>(trigger.at(1).get_uint64().value())});
  event_row(report, number, event, text.substr(words.begin, words.size()));
  for (Element one : list_of(event["contexts"])) context_.bind(report).bind(number).bind(one.get_string().value()).run();
  for (const char* role : {"source", "target", "about"}) {
    int64_t position = 0;
    for (Element one : list_of(event[role]))
      event_actor_.bind(report).bind(number).bind(std::string_view(role)).bind(++position).bind(number_of(one)).run();
  }
  attribution(report, number, event);
}

void RecordTables::event_row(int64_t report, int64_t number, Element event, std::string_view words) {
  event_.bind(report).bind(number);
  bind_range(event_, event, "trigger");
  event_.bind(words).bind(event["sentence"].get_int64().value());
  for (const char* key : {"event", "mode", "cameo", "quad"}) event_.bind_known(text_of(event, key));
  bind_number(event_, event["goldstein"]);
  bind_number(event_, event["score"]);
  event_.bind(text_of(event, "status")).bind(int64_t{event["negated"].get_bool().value()});
  bind_number(event_, event["certainty"]);
  Element date, place;
  bool dated = event["date"].get(date) == simdjson::SUCCESS, placed = event["place"].get(place) == simdjson::SUCCESS;
  for (const char* key : {"start", "end", "how"}) event_.bind_known(dated ? text_of(date, key) : "");
  for (const char* key : {"name", "country"}) event_.bind_known(placed ? text_of(place, key) : "");
  for (const char* key : {"lat", "lon"}) {
    if (placed)
      bind_number(event_, place[key]);
    else
      event_.bind_null();
  }
  event_.bind(text_of(event["why"].value(), "rule")).run();
}

void RecordTables::attribution(int64_t report, int64_t number, Element event) {
  int64_t depth = 0;
  for (Element voice : list_of(event["attribution"])) {
    attribution_.bind(report).bind(number).bind(++depth);
    bind_range(attribution_, voice, "cue");
    attribution_.run();
    int64_t position = 0;
    for (Element one : list_of(voice["source"]))
      attribution_actor_.bind(report).bind(number).bind(depth).bind(++position).bind(number_of(one)).run();
  }
}

void RecordTables::relation(int64_t report, int64_t number, Element relation) {
  relation_.bind(report).bind(number).bind(text_of(relation, "type"));
  for (const char* key : {"sense", "connective", "force", "rule"}) relation_.bind_known(text_of(relation, key));
  relation_.run();
  for (const char* role : {"of", "on", "first", "then", "if", "act", "from"}) {
    Element value;
    if (relation[role].get(value) != simdjson::SUCCESS) continue;
    int64_t position = 0;
    auto add = [&](Element id) {
      relation_event_.bind(report).bind(number).bind(std::string_view(role)).bind(++position).bind(number_of(id)).run();
    };
    if (simdjson::dom::array several; value.get(several) == simdjson::SUCCESS) {
      for (Element one : several) add(one);
    } else {
      add(value);
    }
  }
  simdjson::dom::array holders;
  if (relation["holder"].get(holders) != simdjson::SUCCESS) return;
  int64_t position = 0;
  for (Element one : holders) holder_.bind(report).bind(number).bind(++position).bind(number_of(one)).run();
}

void RecordTables::note(int64_t report, int64_t position, Element note) {
  note_.bind(report).bind(position).bind(text_of(note, "kind")).bind(text_of(note, "text"));
  bind_range(note_, note, "span");
  note_.run();
}

}  // namespace demarche

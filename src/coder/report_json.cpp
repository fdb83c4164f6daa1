#include "coder/report_json.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

#include "text/offsets.h"

namespace demarche {

std::string actor_id(uint32_t index) {
  return "a" + std::to_string(index + 1);
}
std::string event_id(uint32_t index) {
  return "e" + std::to_string(index + 1);
}

namespace {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

class RecordWriter {
 public:
  RecordWriter(const Report& report, const EngineIdentity& engine, const Cameo& cameo)
      : report_(report), engine_(engine), cameo_(cameo), offsets_(report.document->text), json_(buffer_) {}

  std::string run() {
    json_.StartObject();
    field("schema", "demarche/1");
    document();
    key("sentences");
    json_.StartArray();
    for (const Sentence& sentence : report_.sentences) span(sentence.span);
    json_.EndArray();
    key("actors");
    json_.StartArray();
    for (uint32_t i = 0; i < report_.actors.actors.size(); ++i) actor(i);
    json_.EndArray();
    key("names");
    json_.StartArray();
    for (const NamedEntity& one : report_.names) named(one);
    json_.EndArray();
    key("events");
    json_.StartArray();
    for (uint32_t i = 0; i < report_.events.size(); ++i) event(i);
    json_.EndArray();
    key("relations");
    json_.StartArray();
    for (const Relation& relation : report_.relations) this->relation(relation);
    json_.EndArray();
    notes();
    engine();
    json_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void key(std::string_view text) { json_.Key(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
  void string(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
  void field(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void known(std::string_view name, std::string_view value) {
    if (!value.empty()) field(name, value);
  }
  void span(Span bytes) {
    Span points = offsets_.points(bytes);
    json_.StartArray();
    json_.Uint(points.begin);
    json_.Uint(points.end);
    json_.EndArray();
  }
  void actors(std::string_view name, const std::vector<uint32_t>& list) {
    key(name);
    json_.StartArray();
    for (uint32_t one : list) string(actor_id(one));
    json_.EndArray();
  }
  void number(std::string_view name, double value, double scale) {
    key(name);
    json_.Double(std::round(value * scale) / scale + 0.0);  // no negative zero
  }

  void document() {
    const Document& doc = *report_.document;
    key("document");
    json_.StartObject();
    field("id", doc.id);
    field("title", doc.title);
    if (auto day = report_.day())
      field("published", day->iso());
    else {
      key("published");
      json_.Null();
    }
    if (!report_.date_how.empty()) field("published_how", report_.date_how);
    field("publisher", doc.publisher);
    field("url", doc.url);
    field("language", doc.language);
    if (doc.repaired > 0) {
      key("repaired");
      json_.Uint64(doc.repaired);
    }
    field("text", doc.text);
    json_.EndObject();
  }

  void actor(uint32_t index) {
    const Actor& actor = report_.actors.actors[index];
    json_.StartObject();
    field("id", actor_id(index));
    field("name", actor.name);
    nullable("code", actor.code);
    nullable("country", actor.country);
    key("sectors");
    json_.StartArray();
    for (const std::string& sector : actor.sectors) string(sector);
    json_.EndArray();
    known("role", actor.role);
    known("supporter", actor.supporter);
    known("note", actor.note);
    key("mentions");
    json_.StartArray();
    for (const Mention& mention : report_.actors.mentions)
      for (uint32_t one : mention.actors)
        if (one == index) span(mention.span);
    json_.EndArray();
    json_.EndObject();
  }

  void named(const NamedEntity& one) {
    json_.StartObject();
    field("kind", name(one.kind));
    key("text");
    span(one.span);
    if (one.actor >= 0) field("actor", actor_id(static_cast<uint32_t>(one.actor)));
    json_.EndObject();
  }

  void nullable(std::string_view name, std::string_view value) {
    key(name);
    if (value.empty())
      json_.Null();
    else
      string(value);
  }

  void event(uint32_t index) {
    const Event& event = report_.events[index];
    json_.StartObject();
    field("id", event_id(index));
    key("trigger");
    span(event.trigger);
    key("sentence");
    json_.Uint(event.sentence);
    nullable("event", name(event.type));
    known("mode", name(event.mode));
    key("contexts");
    json_.StartArray();
    for (Context context : event.contexts.list()) string(name(context));
    json_.EndArray();
    nullable("cameo", event.cameo);
    if (event.type == EventType::kNone)
      nullable("quad", "");
    else {
      field("quad", name(quad_class(event.type)));
      number("goldstein", cameo_.goldstein(event.cameo), 10);
      number("score", plover_score(event.type, event.mode), 10);
    }
    actors("source", event.source);
    actors("target", event.target);
    actors("about", event.about);
    field("status", name(event.status));
    key("negated");
    json_.Bool(event.negated);
    number("certainty", event.certainty, 100);
    if (event.date) date(*event.date);
    if (event.place) place(*event.place);
    attribution(event);
    why(event.why);
    json_.EndObject();
  }

  void date(const EventDate& date) {
    key("date");
    json_.StartObject();
    field("start", date.range.start.iso());
    field("end", date.range.end.iso());
    if (!date.text.empty()) {
      key("text");
      span(date.text);
    }
    known("how", date.how);
    json_.EndObject();
  }

  void place(const EventPlace& place) {
    key("place");
    json_.StartObject();
    field("name", place.name);
    known("country", place.country);
    if (place.lat && place.lon) {
      number("lat", *place.lat, 10000);
      number("lon", *place.lon, 10000);
    }
    if (!place.text.empty()) {
      key("text");
      span(place.text);
    }
    json_.EndObject();
  }

  void attribution(const Event& event) {
    key("attribution");
    json_.StartArray();
    for (const Voice& voice : event.attribution) {
      json_.StartObject();
      actors("source", voice.source);
      if (!voice.cue.empty()) {
        key("cue");
        span(voice.cue);
      }
      if (voice.date) date(*voice.date);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void why(const Why& why) {
    key("why");
    json_.StartObject();
    field("rule", why.rule);
    known("path", why.path);
    known("status", why.status);
    cues(why.cues);
    json_.EndObject();
  }

  void cues(const std::vector<Span>& list) {
    if (list.empty()) return;
    key("cues");
    json_.StartArray();
    for (Span one : list) span(one);
    json_.EndArray();
  }

  void event_list(std::string_view name, const std::vector<uint32_t>& list) {
    key(name);
    json_.StartArray();
    for (uint32_t one : list) string(event_id(one));
    json_.EndArray();
  }

  void relation(const Relation& relation) {
    json_.StartObject();
    field("type", name(relation.type));
    switch (relation.type) {
      case RelationType::kCondition:
        field("of", event_id(relation.a));
        event_list("on", relation.others);
        field("connective", relation.any ? "any" : "all");
        field("sense", name(relation.sense));
        break;
      case RelationType::kOrder:
        field("first", event_id(relation.a));
        field("then", event_id(relation.b));
        field("force", name(relation.force));
        break;
      case RelationType::kConsequence:
        event_list("if", relation.others);
        field("then", event_id(relation.b));
        field("force", name(relation.force));
        break;
      case RelationType::kContent:
        field("act", event_id(relation.a));
        field("of", event_id(relation.b));
        break;
      case RelationType::kContrast:
        field("of", event_id(relation.a));
        field("from", event_id(relation.b));
        break;
    }
    if (relation.type != RelationType::kContent && relation.type != RelationType::kContrast) actors("holder", relation.holder);
    known("rule", relation.rule);
    cues(relation.cues);
    json_.EndObject();
  }

  void notes() {
    if (report_.notes.empty()) return;
    key("notes");
    json_.StartArray();
    for (const Note& note : report_.notes) {
      json_.StartObject();
      field("kind", note.kind);
      field("text", note.text);
      if (!note.span.empty()) {
        key("span");
        span(note.span);
      }
      json_.EndObject();
    }
    json_.EndArray();
  }

  void engine() {
    key("engine");
    json_.StartObject();
    field("version", engine_.version);
    field("model", engine_.model);
    field("codebook", engine_.codebook);
    field("actors", engine_.actors);
    json_.EndObject();
  }

  const Report& report_;
  const EngineIdentity& engine_;
  const Cameo& cameo_;
  Offsets offsets_;
  rapidjson::StringBuffer buffer_;
  JsonWriter json_;
};

}  // namespace

std::string to_json(const Report& report, const EngineIdentity& engine, const Cameo& cameo) {
  return RecordWriter(report, engine, cameo).run();
}

}  // namespace demarche

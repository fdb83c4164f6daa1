#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "actors/reference_chains.h"
#include "engine/exports.h"
#include "text/offsets.h"

namespace demarche {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

// The benchmark has no entity type for peoples, which are persons there.
const char* entity_type(EntityKind kind) {
  switch (kind) {
    case EntityKind::kPlace:
      return "place";
    case EntityKind::kOrganisation:
      return "organization";
    case EntityKind::kOther:
      return "abstract";
    default:
      return "person";
  }
}

void write_phrases(Json& json, const std::vector<NounPhrase>& phrases, const Offsets& offsets) {
  json.Key("entities");
  json.StartArray();
  for (const NounPhrase& one : phrases) {
    if (one.clause || one.joint) continue;
    Span points = offsets.points(one.span);
    json.StartObject();
    json.Key("start");
    json.Uint(points.begin);
    json.Key("end");
    json.Uint(points.end);
    json.Key("type");
    json.String(entity_type(one.kind));
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string export_coref(const Question& question, const Engine& engine) {
  Report report = engine.read(question.document);
  Offsets offsets(report.document->text);
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.StartObject();
  json.Key("doc_id");
  json.String(report.document->id.c_str(), static_cast<rapidjson::SizeType>(report.document->id.size()));
  json.Key("clusters");
  json.StartArray();
  ReferenceChains found = reference_chains(report.trees, engine.lexicon(), report.actors, report.names);
  for (const auto& chain : found.chains) {
    json.StartArray();
    for (size_t phrase : chain) {
      Span span = offsets.points(found.phrases[phrase].span);
      json.StartArray();
      json.Uint(span.begin);
      json.Uint(span.end);
      json.EndArray();
    }
    json.EndArray();
  }
  json.EndArray();
  write_phrases(json, found.phrases, offsets);
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace demarche

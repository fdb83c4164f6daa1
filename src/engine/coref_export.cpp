#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>

#include "engine/exports.h"
#include "text/offsets.h"

namespace demarche {

namespace {

// Annotators mark the whole phrase, with its determiner and what modifies it: the words under the head but for conjuncts, prepositions and
// punctuation.
Span phrase(const Tree& tree, const Mention& mention) {
  int first = mention.first, last = mention.last;
  if (mention.kind != MentionKind::kPronoun)
    for (uint16_t c : tree.children(mention.head)) {
      Deprel rel = base(tree.word(c).rel);
      bool inside = rel == Deprel::kDet || rel == Deprel::kNmod || rel == Deprel::kAmod || rel == Deprel::kCompound ||
                    rel == Deprel::kNummod || rel == Deprel::kAcl || rel == Deprel::kFlat;
      if (!inside) continue;
      first = std::min(first, tree.first(c));
      last = std::max(last, tree.last(c));
    }
  while (last > mention.last && tree.word(last).upos == Upos::kPunct) --last;
  return {tree.word(first).span.begin, tree.word(last).span.end};
}

}  // namespace

std::string export_coref(const Question& question, const Engine& engine) {
  Report report = engine.read(question.document);
  Offsets offsets(report.document->text);
  std::map<uint32_t, std::vector<Span>> clusters;
  for (const Mention& mention : report.actors.mentions)
    if (mention.actors.size() == 1 && mention.kind != MentionKind::kAdjective)
      clusters[mention.actors.front()].push_back(offsets.points(phrase(report.trees[mention.sentence], mention)));
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  json.StartObject();
  json.Key("doc_id");
  json.String(report.document->id.c_str(), static_cast<rapidjson::SizeType>(report.document->id.size()));
  json.Key("clusters");
  json.StartArray();
  for (const auto& [actor, spans] : clusters) {
    if (spans.size() < 2) continue;
    json.StartArray();
    for (Span span : spans) {
      json.StartArray();
      json.Uint(span.begin);
      json.Uint(span.end);
      json.EndArray();
    }
    json.EndArray();
  }
  json.EndArray();
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace demarche

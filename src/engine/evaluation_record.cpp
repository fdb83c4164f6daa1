#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "engine/evaluation_sheet.h"

namespace demarche {

namespace {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

class SheetWriter {
 public:
  explicit SheetWriter(const EvaluationSheet& sheet) : sheet_(sheet), json_(buffer_) {}

  std::string run() {
    json_.StartObject();
    field("schema", "demarche-eval/1");
    field("form", name(sheet_.form));
    field("gold", sheet_.gold);
    field("predictions", sheet_.predictions);
    if (sheet_.reports) reports(*sheet_.reports);
    if (sheet_.pairs) pairs(*sheet_.pairs);
    if (sheet_.diff) against();
    key("warnings");
    json_.StartArray();
    for (const std::string& one : sheet_.warnings) string(one);
    json_.EndArray();
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
  void count(std::string_view name, size_t value) {
    key(name);
    json_.Uint64(value);
  }
  void figure(std::string_view name, std::optional<double> value) {
    key(name);
    if (value)
      json_.Double(*value);
    else
      json_.Null();
  }

  void tally(std::string_view name, const Tally& one) {
    key(name);
    json_.StartObject();
    figure("f1", one.f1());
    figure("precision", one.precision());
    figure("recall", one.recall());
    count("right", one.right);
    count("made_up", one.made_up);
    count("missed", one.missed);
    json_.EndObject();
  }

  void share(std::string_view name, const Share& one) {
    key(name);
    json_.StartObject();
    figure("accuracy", one.value());
    count("right", one.right);
    count("of", one.of);
    json_.EndObject();
  }

  void confusion(const std::map<std::pair<std::string, std::string>, size_t>& counts) {
    key("confusion");
    json_.StartObject();
    std::string row;
    for (const auto& [cell, number] : counts) {
      if (row != cell.first) {
        if (!row.empty()) json_.EndObject();
        row = cell.first;
        key(row);
        json_.StartObject();
      }
      count(cell.second, number);
    }
    if (!row.empty()) json_.EndObject();
    json_.EndObject();
  }

  void misses(const std::vector<Miss>& all) {
    if (!sheet_.misses) return;
    key("misses");
    json_.StartArray();
    for (const Miss& one : all) {
      json_.StartObject();
      field("report", one.report);
      field("what", one.what);
      field("sentence", one.sentence);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void reports(const Evaluation& one) {
    count("reports", one.reports);
    count("events", one.gold_events);
    scores(one);
    key("types");
    json_.StartObject();
    for (const auto& [type, counts] : one.types) tally(type, counts);
    json_.EndObject();
    confusion(one.confusion);
    misses(one.misses);
  }

  void scores(const Evaluation& one) {
    tally("event_detection", one.detection);
    tally("typed_event", one.typed);
    tally("who_what_whom", one.whom);
    if (one.how == EventMatch::kByTrigger) {
      status(one);
      share("date_exact", one.date_exact);
      share("date_overlap", one.date_overlap);
      tally("attribution", one.attribution);
      key("relations");
      json_.StartObject();
      for (size_t i = 0; i < one.relations.size(); ++i) tally(name(static_cast<RelationType>(i)), one.relations[i]);
      json_.EndObject();
      share("connective", one.connective);
      share("sense", one.sense);
      share("force", one.force);
      figure("relation_mean", one.relation_mean());
      tally("actors", one.actors);
    } else {
      tally("contexts", one.contexts);
    }
    share("mode", one.mode);
    figure("type_macro_f1", one.type_macro_f1());
    figure("overall", one.overall());
  }

  void status(const Evaluation& one) {
    key("status");
    json_.StartObject();
    figure("accuracy", one.status.value());
    count("right", one.status.right);
    count("of", one.status.of);
    figure("macro_f1", one.status_macro_f1());
    key("per_status");
    json_.StartObject();
    for (const auto& [label, counts] : one.per_status)
      if (counts.right + counts.missed > 0) tally(label, counts);
    json_.EndObject();
    json_.EndObject();
  }

  void pairs(const PairEvaluation& one) {
    count("rows", one.root.rows);
    levels(one);
    confusion(one.confusion);
    misses(one.misses);
  }

  void levels(const PairEvaluation& one) {
    figure("coverage", one.coverage());
    level("root", one.root);
    level("quad", one.quad);
    level("binary", one.binary);
  }

  void level(std::string_view name, const PairLevel& one) {
    key(name);
    json_.StartObject();
    figure("macro_f1", one.macro_f1());
    figure("weighted_f1", one.weighted_f1());
    figure("accuracy", one.accuracy());
    figure("covered_accuracy", one.covered_accuracy());
    key("classes");
    json_.StartObject();
    for (const auto& [label, counts] : one.classes) {
      key(label);
      json_.StartObject();
      figure("f1", counts.f1());
      figure("precision", counts.precision());
      figure("recall", counts.recall());
      count("right", counts.right);
      count("predicted", counts.guessed);
      count("gold", counts.in_gold);
      json_.EndObject();
    }
    json_.EndObject();
    json_.EndObject();
  }

  void against() {
    const RunDiff& diff = *sheet_.diff;
    key("against");
    json_.StartObject();
    field("predictions", sheet_.against);
    key("figures");
    json_.StartObject();
    if (sheet_.reports_before) scores(*sheet_.reports_before);
    if (sheet_.pairs_before) levels(*sheet_.pairs_before);
    json_.EndObject();
    for (ChangeKind kind : {ChangeKind::kGained, ChangeKind::kLost, ChangeKind::kChanged}) changes(diff, kind);
    count("same", diff.same);
    json_.EndObject();
  }

  void changes(const RunDiff& diff, ChangeKind kind) {
    key(name(kind));
    json_.StartArray();
    for (const Change& one : diff.changes) {
      if (one.kind != kind) continue;
      json_.StartObject();
      field("report", one.report);
      field("what", one.what);
      field("effect", name(one.effect));
      field("sentence", one.sentence);
      json_.EndObject();
    }
    json_.EndArray();
  }

  const EvaluationSheet& sheet_;
  rapidjson::StringBuffer buffer_;
  JsonWriter json_;
};

}  // namespace

std::string sheet_json(const EvaluationSheet& sheet) {
  return SheetWriter(sheet).run();
}

}  // namespace demarche

#include <fmt/format.h>

#include <set>

#include "base/strings.h"
#include "engine/evaluation_sheet.h"

namespace demarche {

namespace {

std::string figure(std::optional<double> value) {
  return value ? fmt::format("{:.4f}", *value) : "n/a";
}

using Confusion = std::map<std::pair<std::string, std::string>, size_t>;

// Types in PLOVER's order, then other labels, then what is no type.
std::vector<std::string> ordered(const std::set<std::string>& labels) {
  std::vector<std::string> made;
  auto take = [&](const std::string& one) {
    if (labels.count(one)) made.push_back(one);
  };
  for (size_t i = 1; i < static_cast<size_t>(EventType::kCount); ++i) take(std::string(name(static_cast<EventType>(i))));
  for (const std::string& one : labels)
    if (!event_type_from(one) && one != "null" && one != "-") made.push_back(one);
  take("null");
  take("-");
  return made;
}

std::string confusion_text(const Confusion& confusion) {
  std::set<std::string> rows, columns;
  for (const auto& [cell, count] : confusion) {
    rows.insert(cell.first);
    columns.insert(cell.second);
    if (cell.first != "-") columns.insert(cell.first);  // the diagonal is there even where nothing is right
  }
  std::string text = "\nconfusion: rows gold, columns predicted, - none\n" + std::string(10, ' ');
  auto wide = ordered(columns);
  for (const std::string& one : wide) text += fmt::format(" {:>5}", one.substr(0, 5));
  text += "\n";
  for (const std::string& row : ordered(rows)) {
    text += fmt::format("{:<10}", row);
    for (const std::string& column : wide) {
      auto found = confusion.find({row, column});
      text += found == confusion.end() ? "     ." : fmt::format(" {:>5}", found->second);
    }
    text += "\n";
  }
  return text;
}

std::string line(const std::string& label, const Tally& tally) {
  return fmt::format("{:<24} {:>7} {:>7} {:>7} {:>7} {:>8} {:>7}\n", label, figure(tally.f1()), figure(tally.precision()),
                     figure(tally.recall()), tally.right, tally.made_up, tally.missed);
}

std::string line(const std::string& label, const Share& share, const char* of) {
  return fmt::format("{:<24} {:>7} {:>24} of {} {}\n", label, figure(share.value()), share.right, share.of, of);
}

std::string head(const std::string& label) {
  return fmt::format("{:<24} {:>7} {:>7} {:>7} {:>7} {:>8} {:>7}\n", label, "F1", "P", "R", "right", "made up", "missed");
}

std::string scores_of_reports(const Evaluation& one) {
  bool by_trigger = one.how == EventMatch::kByTrigger;
  std::string text = "\n" + head("") + line("event detection", one.detection) + line("typed event", one.typed);
  text += line("who-what-whom", one.whom);
  if (by_trigger) {
    text += line("attribution", one.attribution);
    for (size_t i = 0; i < one.relations.size(); ++i)
      text += line("relation " + std::string(name(static_cast<RelationType>(i))), one.relations[i]);
    text += line("actors", one.actors) + "\n";
    text += line("status", one.status, "matched events");
    text += fmt::format("{:<24} {:>7}\n", "status macro-F1", figure(one.status_macro_f1()));
    text += line("date", one.date_exact, "dated events") + line("date, overlapping", one.date_overlap, "dated events");
    text += line("condition any, all", one.connective, "conditions") + line("condition sense", one.sense, "conditions");
    text += line("force", one.force, "orders and consequences");
    text += fmt::format("{:<24} {:>7}\n", "relation mean", figure(one.relation_mean()));
  } else {
    text += line("contexts", one.contexts) + "\n";
  }
  text += line("mode", one.mode, "events of the right type");
  text += fmt::format("{:<24} {:>7}\n", "type macro-F1", figure(one.type_macro_f1()));
  return text + fmt::format("{:<24} {:>7}\n", "overall", figure(one.overall()));
}

std::string tables_of_reports(const Evaluation& one) {
  std::string text = "\n" + head("by type");
  std::set<std::string> types;
  for (const auto& [type, tally] : one.types) types.insert(type);
  for (const std::string& type : ordered(types)) text += line("  " + type, one.types.at(type));
  if (one.how == EventMatch::kByTrigger) {
    text += "\n" + head("by status");
    for (const auto& [status, tally] : one.per_status)
      if (tally.right + tally.missed > 0) text += line("  " + status, tally);
  }
  return text + confusion_text(one.confusion);
}

std::string level_text(const char* title, const PairLevel& level) {
  std::string text = fmt::format("\n{:<7} macro-F1 {:.4f}  accuracy {:.4f}  weighted-F1 {:.4f}  accuracy where predicted {:.4f}\n", title,
                                 level.macro_f1(), level.accuracy(), level.weighted_f1(), level.covered_accuracy());
  text += fmt::format("  {:<12} {:>7} {:>7} {:>7} {:>7} {:>10} {:>7}\n", "", "F1", "P", "R", "right", "predicted", "gold");
  std::set<std::string> labels;
  for (const auto& [label, counts] : level.classes) labels.insert(label);
  for (const std::string& label : ordered(labels)) {
    const ClassCounts& one = level.classes.at(label);
    text += fmt::format("  {:<12} {:>7.4f} {:>7.4f} {:>7.4f} {:>7} {:>10} {:>7}\n", label, one.f1(), one.precision(), one.recall(),
                        one.right, one.guessed, one.in_gold);
  }
  return text;
}

std::string misses_text(const std::vector<Miss>& misses) {
  std::string text = fmt::format("\n{} misses\n", misses.size());
  for (const Miss& one : misses) text += fmt::format("  {}  {}\n      {}\n", one.report, one.what, one.sentence);
  return text;
}

std::string moved(const char* label, std::optional<double> before, std::optional<double> now) {
  std::string by = before && now ? fmt::format("  {:+.4f}", *now - *before) : "";
  return fmt::format("  {:<22} {:>7} -> {:>7}{}\n", label, figure(before), figure(now), by);
}

std::string moves_of(const Evaluation& before, const Evaluation& now) {
  std::string text = moved("event detection", before.detection.f1(), now.detection.f1()) +
                     moved("typed event", before.typed.f1(), now.typed.f1()) + moved("who-what-whom", before.whom.f1(), now.whom.f1());
  if (now.how == EventMatch::kByTrigger)
    text += moved("status macro-F1", before.status_macro_f1(), now.status_macro_f1()) +
            moved("attribution", before.attribution.f1(), now.attribution.f1()) +
            moved("relation mean", before.relation_mean(), now.relation_mean()) + moved("actors", before.actors.f1(), now.actors.f1());
  return text + moved("overall", before.overall(), now.overall());
}

std::string moves_of(const PairEvaluation& before, const PairEvaluation& now) {
  return moved("root macro-F1", before.root.macro_f1(), now.root.macro_f1()) +
         moved("quad macro-F1", before.quad.macro_f1(), now.quad.macro_f1()) +
         moved("binary macro-F1", before.binary.macro_f1(), now.binary.macro_f1()) + moved("coverage", before.coverage(), now.coverage());
}

std::string diff_text(const EvaluationSheet& sheet) {
  const RunDiff& diff = *sheet.diff;
  std::string text = fmt::format("\nagainst {}\n", sheet.against);
  if (sheet.reports && sheet.reports_before) text += moves_of(*sheet.reports_before, *sheet.reports);
  if (sheet.pairs && sheet.pairs_before) text += moves_of(*sheet.pairs_before, *sheet.pairs);
  for (ChangeKind kind : {ChangeKind::kGained, ChangeKind::kLost, ChangeKind::kChanged})
    text += fmt::format("  {:>6} {:<8} {:>6} better {:>6} worse\n", diff.count(kind), name(kind), diff.count(kind, ChangeEffect::kBetter),
                        diff.count(kind, ChangeEffect::kWorse));
  text += fmt::format("  {:>6} the same\n", diff.same);
  const Change* last = nullptr;
  for (const Change& one : diff.changes) {
    if (!last || last->kind != one.kind) text += fmt::format("\n{}\n", name(one.kind));
    last = &one;
    text += fmt::format("  {}  {}{}\n      {}\n", one.report, one.what,
                        one.effect == ChangeEffect::kNeither ? "" : fmt::format("  ({})", name(one.effect)), one.sentence);
  }
  return text;
}

}  // namespace

std::string sheet_text(const EvaluationSheet& sheet) {
  std::string text;
  if (sheet.reports) {
    const Evaluation& one = *sheet.reports;
    text = fmt::format("{} against {} ({}): {} {}, {} events\n", sheet.predictions, sheet.gold, name(sheet.form), one.reports,
                       sheet.form == GoldForm::kPlover ? "texts" : "reports", one.gold_events);
    text += scores_of_reports(one) + tables_of_reports(one);
    if (sheet.misses) text += misses_text(one.misses);
  }
  if (sheet.pairs) {
    const PairEvaluation& one = *sheet.pairs;
    text = fmt::format("{} against {} ({}): {} rows, {} predicted ({:.4f})\n", sheet.predictions, sheet.gold, name(sheet.form),
                       one.root.rows, one.root.predicted, one.coverage());
    text += level_text("root", one.root) + level_text("quad", one.quad) + level_text("binary", one.binary) + confusion_text(one.confusion);
    if (sheet.misses) text += misses_text(one.misses);
  }
  if (sheet.diff) text += diff_text(sheet);
  return text;
}

}  // namespace demarche

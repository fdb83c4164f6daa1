#pragma once
#include <optional>
#include <string>

#include "engine/evaluation.h"
#include "engine/evaluation_diff.h"
#include "engine/evaluation_pairs.h"

namespace demarche {

/// Everything that one evaluation found; `reports` or `pairs` is there, as the form is, and with a second run its figures and the
/// difference.
struct EvaluationSheet {
  GoldForm form = GoldForm::kReports;
  std::string gold, predictions, against;  ///< what the files are called; `against` is empty without a second run
  std::optional<Evaluation> reports, reports_before;
  std::optional<PairEvaluation> pairs, pairs_before;
  std::optional<RunDiff> diff;
  std::vector<std::string> warnings;
  bool misses = false;  ///< tell every miss
};

/// Aligned tables for people, at most 140 columns but for sentences: figures, per type, per status, confusion matrix; then misses; then
/// what changed. Figures that have nothing to measure are "n/a". Ends in a line feed.
std::string sheet_text(const EvaluationSheet& sheet);

/// One JSON object (docs/formats/eval.md) without a line feed; such figures are null.
std::string sheet_json(const EvaluationSheet& sheet);

}  // namespace demarche

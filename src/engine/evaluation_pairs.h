#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "engine/evaluation.h"

namespace demarche {

/// A row of PLV's table: what the marked source did to the marked target.
struct GoldPair {
  std::string uid;
  std::string root;      ///< one of the fifteen classes, CONCEDE and RETREAT are YIELD
  int quad = 0;          ///< 1 verbal cooperation ... 4 material conflict
  std::string sentence;  ///< with its marks; "" if the table has no column marked_sentence
};

/// Reads the table: tab-separated with a header that names gold_root, and if it has them uid, gold_penta (the quad class; else that of the
/// root), marked_sentence. A row without uid is called by its number from 0. kBadInput with `name:line` for an unknown class, a short row,
/// a uid given twice; of a table without rows.
Result<std::vector<GoldPair>> read_gold_pairs(std::string_view content, const std::string& name);

/// Predictions: uid, tab, class in each line; further columns, blank lines, lines with # and a header `uid` are passed over; the first line
/// of a uid counts. An empty class or `-` is none. kBadInput with `name:line` for a line without a tab.
Result<std::map<std::string, std::string>> read_pair_predictions(std::string_view content, const std::string& name);

/// The class under which the table has a PLOVER type or the label of another release: YIELD for CONCEDE and RETREAT, REQUEST for DEMAND,
/// ACCUSE for INVESTIGATE, ASSAULT for FIGHT; others in capitals as they are, `-` is "".
std::string pair_class(std::string_view label);

/// Right, guessed, in gold: the counts of one class.
struct ClassCounts {
  size_t right = 0, guessed = 0, in_gold = 0;
  double precision() const;  ///< these three are 0 where there is nothing to divide by
  double recall() const;
  double f1() const;
};

/// Figures at one level. A row without prediction is wrong, and is no guess of any class.
struct PairLevel {
  std::map<std::string, ClassCounts> classes;  ///< those that gold has
  size_t rows = 0, predicted = 0, right = 0;
  double macro_f1() const;
  double weighted_f1() const;
  double accuracy() const;
  double covered_accuracy() const;
};

struct PairEvaluation {
  PairLevel root, quad, binary;                                     ///< binary: cooperation, conflict
  std::map<std::pair<std::string, std::string>, size_t> confusion;  ///< (gold, predicted); "-" is no prediction
  std::vector<Miss> misses;                                         ///< rows with another class or none
  size_t unmatched = 0;                                             ///< predictions whose uid gold lacks
  double coverage() const;                                          ///< share of rows with a prediction
};

/// Requires rows.
PairEvaluation evaluate_pairs(const std::vector<GoldPair>& gold, const std::map<std::string, std::string>& predictions);

}  // namespace demarche

#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "coder/judge.h"
#include "engine/engine.h"

namespace demarche {

/// A sentence of data/judge/*.tsv (docs/formats/judge.md).
struct JudgeSentence {
  EventType type = EventType::kNone;
  std::string marked;
  std::string place;      ///< "file:line"
  bool plain = false;     ///< of a file plain*.tsv: everyday news without distractors
  bool held_out = false;  ///< one in ten, told by a hash of the sentence: measured on, never learned from, until the last round
};

/// Reads every `*.tsv` of the directory. A line that is not type, mode, sentence with one pair of each mark is kBadInput; the first such
/// line is named.
Result<std::vector<JudgeSentence>> read_judge_sentences(const std::string& directory);

/// Shares of held-out sentences that are coded rightly (CONCEDE and RETREAT count as one): by frames alone, by the judge alone, by both as
/// code_pair joins them.
struct JudgeShares {
  size_t sentences = 0;
  double frames = 0, judge = 0, both = 0;
};

/// What came of training.
struct JudgeScores {
  size_t sentences = 0, examples = 0;
  JudgeShares hard, plain;  ///< of the held-out sentences with and without distractors
};

/// Trains on the sentences and on the frames' own examples (whose sides are found by their codes), measures on what is held out, then
/// trains on everything and saves to `path`. Deterministic.
Result<JudgeScores> train_judge(const Engine& engine, const std::string& directory, const std::string& path, const JudgeTraining& options);

}  // namespace demarche

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
  bool held_out = false;  ///< one in ten, told by a hash of the sentence: measured on, never learned from, until the last round
};

/// Reads every `*.tsv` of the directory. A line that is not type, mode, sentence with one pair of each mark is kBadInput; the first such
/// line is named.
Result<std::vector<JudgeSentence>> read_judge_sentences(const std::string& directory);

/// What came of training.
struct JudgeScores {
  size_t sentences = 0, examples = 0, held_out = 0;
  double rules = 0;  ///< share of the held-out sentences that frames alone code rightly (CONCEDE and RETREAT count as one)
  double judge = 0;  ///< the same with the judge
};

/// Trains on the sentences and on the frames' own examples (whose sides are found by their codes), measures on what is held out, then
/// trains on everything and saves to `path`. Deterministic.
Result<JudgeScores> train_judge(const Engine& engine, const std::string& directory, const std::string& path, const JudgeTraining& options);

}  // namespace demarche

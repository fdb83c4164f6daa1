#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/evaluation.h"
#include "engine/evaluation_pairs.h"

namespace demarche {

enum class ChangeKind { kGained, kLost, kChanged };
/// Against gold: did the change bring the run closer to it?
enum class ChangeEffect { kBetter, kWorse, kNeither };

/// "gained", "lost", "changed"; "better", "worse", "neither".
std::string_view name(ChangeKind kind);
std::string_view name(ChangeEffect effect);

/// One difference between two runs.
struct Change {
  ChangeKind kind = ChangeKind::kChanged;
  ChangeEffect effect = ChangeEffect::kNeither;
  std::string report;    ///< id, or the row's uid
  std::string what;      ///< `KEN ACCUSE/allege UGA occurred 'accused'`, or `AGREE 'talks': type AGREE -> CONSULT`
  std::string sentence;  ///< in one line
};

struct RunDiff {
  std::vector<Change> changes;  ///< gained, lost, changed; in the order of gold's reports within each
  size_t same = 0;              ///< events (rows) alike in both
  size_t count(ChangeKind kind) const;
  size_t count(ChangeKind kind, ChangeEffect effect) const;
};

/// What `now` has that `before` has not, and the reverse, over events (matched as against gold) and relations. An event is changed if type,
/// mode, CAMEO code, countries of source or target, status, dates or voices differ. Both alignments are of these gold reports. An event is
/// better if more of type, source, target, status and date are as in gold; one without a partner in gold counts as wrong. kBadInput names a
/// report that cannot be matched.
Result<RunDiff> diff_runs(const std::vector<CodedReport>& gold, const Alignment& now, const Alignment& before, EventMatch how);

/// The same over the rows of a PLV table: gained where only `now` has a class, lost where only `before` has.
RunDiff diff_pairs(const std::vector<GoldPair>& gold, const std::map<std::string, std::string>& now,
                   const std::map<std::string, std::string>& before);

}  // namespace demarche

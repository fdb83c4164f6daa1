#pragma once
#include <optional>
#include <vector>

#include "coder/status_cues.h"

namespace demarche {

/// How a place in a sentence presents what stands there.
struct Stance {
  std::optional<EventStatus> status;  ///< nothing: as a plain fact, or denied where `negated`
  bool negated = false;
  bool habitual = false;
  bool condition = false;  ///< inside the clause that something depends on
  double value = 1;        ///< certainty, as StatusReading has it
  std::vector<int> cues;   ///< words that decided, outermost first

  void mark(int word) { cues.push_back(word); }
};

/// A plain statement of that certainty.
Stance plain(double value);

/// The joint of a predicate and its complement.
struct Hinge {
  int predicate = -1;      ///< word
  bool arranged = false;   ///< a passive that depends on nothing: *is expected to*
  bool completed = false;  ///< a plain past with an infinitive: *was able to*
  bool gerund = false;     ///< the complement is one
};

/// The stance of a complement: what stands above it, turned by what its predicate says of it.
Stance pass_on(Signature signature, const Stance& above, const Hinge& hinge, const StatusValues& values);

}  // namespace demarche

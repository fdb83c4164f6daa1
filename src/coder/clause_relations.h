#pragma once
#include <vector>

#include "coder/report.h"
#include "language/tree.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// A word of a report.
struct WordRef {
  uint32_t sentence = 0;
  int word = -1;
  auto operator<=>(const WordRef&) const = default;
};

enum class ClauseRelationType : uint8_t { kCondition, kOrder, kConsequence, kCause, kPurpose, kConcession, kContrast };

/// A relation between what two clauses or nominals say, before events are known.
///   condition: `b` holds if any/all of `a`      order: `a` (one word) before `b`        consequence: `a` leads to `b` (said, warned,
///   predicted) cause: `a` brought about `b`                purpose: `a` is the goal of `b`         concession: `b` in spite of `a`
///   contrast: `b` departs from `a`
struct ClauseRelation {
  ClauseRelationType type = ClauseRelationType::kCondition;
  std::vector<WordRef> a;
  WordRef b;
  bool any = false;  ///< condition: one of `a` is enough
  ConditionSense sense = ConditionSense::kIf;
  Force force = Force::kStated;  ///< order, consequence
  bool conditional = false;      ///< consequence: worded as a condition (*if `a`, `b`*)
  WordRef holder;                ///< head word of whose condition, demand or warning it is; word -1 if nobody's
  std::vector<Span> cues;
  std::string rule;  ///< "if", "preceded by", "under two conditions"
};

/// Finds them by connectives, prepositions, verbs and nouns (*if, provided, until, in exchange for; before, preceded by, first ... then;
/// could damage, led to; in order to; despite; a departure from*).
std::vector<ClauseRelation> find_clause_relations(const Document& doc, const std::vector<Tree>& trees, const Lexicon& lexicon);

/// Turns conditions, orders, consequences and contrasts into relations of the report, between its events; a clause without an event becomes
/// a proposition (an event of type kNone). Needs events with their status; attribute() comes after it, so that propositions get their
/// voices too.
void relate(Report& report, const Lexicon& lexicon);

}  // namespace demarche

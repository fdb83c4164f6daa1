#pragma once
#include <map>
#include <optional>
#include <vector>

#include "coder/clause_relations.h"
#include "coder/report.h"
#include "language/temporal.h"

namespace demarche {

/// The word of an expression of time that its sentence's parse attaches to the rest.
int time_head(const Tree& tree, const TimeExpression& one);

enum class TimeOrder : uint8_t { kBefore, kOverlap, kAfter };

/// When what the words of a report name begins, as against each other and the report's day: from tense and aspect, reporting verbs,
/// connectives, expressions of time and, where nothing else tells, the order of telling. Views the report, which must outlive it; total on
/// any trees.
class Chronology {
 public:
  /// `times` are the report's expressions of time.
  Chronology(const Report& report, const std::vector<TimeExpression>& times, const Lexicon& lexicon);

  /// Where the start of `a` lies as against that of `b`: before or after it.
  TimeOrder order(const WordRef& a, const WordRef& b) const;

  /// Where it lies as against the day of the report; after it is what is still to come.
  TimeOrder against_report(const WordRef& ref) const;

 private:
  /// Where a verb form alone puts its act, from what was over before the past that is told to what will be.
  enum class Stage : uint8_t { kEarlier, kBackground, kPast, kOpen, kNow, kSaid, kFuture };

  const Tree& tree(const WordRef& ref) const { return report_.trees[ref.sentence]; }
  Stage stage(const WordRef& ref) const;
  Stage form(const WordRef& ref) const;
  bool long_ago(const WordRef& ref) const;
  int tellers(const WordRef& ref) const;
  TimeOrder by_stage(const WordRef& a, const WordRef& b) const;
  TimeOrder governed(const WordRef& above, const WordRef& below) const;
  std::optional<DateRange> days(const WordRef& ref) const;
  bool in_class(const WordRef& ref, std::string_view class_name) const;

  const Report& report_;
  const Lexicon& lexicon_;
  std::map<WordRef, DateRange> dated_;
};

}  // namespace demarche

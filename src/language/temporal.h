#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "language/dated_events.h"
#include "language/sentence.h"

namespace demarche {

/// TIMEX3's types.
enum class TimeType : uint8_t { kDate, kTime, kDuration, kSet };
std::string_view name(TimeType type);  ///< "DATE" ...

/// Where a bare weekday or month is to be looked for.
enum class Direction : uint8_t { kUnknown, kPast, kFuture };

/// One of the two dates of a range ("from Monday to Friday").
struct TimeEnd {
  Span span;
  std::string value;
};

/// An expression of time in a text and what it means.
struct TimeExpression {
  size_t sentence = 0;
  int first = 0;  ///< index of its first word in the sentence
  int last = 0;   ///< index of its last word
  Span span;      ///< bytes from the first word to the last
  TimeType type = TimeType::kDate;
  /// As in TIMEX3: "1998-02-13", "1998-W07", "1998-Q3", "199X", "1998-02-13TNI", "P3D", "PXW", "XXXX-WXX-1", "PAST_REF"; a range is
  /// "1998-02-13/1998-02-15". Parts that are not known are X.
  std::string value;
  std::string mod;  ///< START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, MORE_THAN or nothing
  /// The days it covers, both ends inclusive; nothing if it names none (a bare duration, a set, a reference to "now") or the report's date,
  /// which it counts from, is not known.
  std::optional<DateRange> days;
  std::vector<TimeEnd> ends;  ///< the two dates of a range, where both stand by themselves; else empty
  bool relative = false;      ///< counted from the report's date or from a date named before
  std::string anchor;         ///< the event it hangs on, in the report's words ("Russia's invasion of Ukraine"); empty if none
  Span anchor_span;
  const DatedEvent* event = nullptr;  ///< the anchor, if it is a well-known event; lives as long as the table
};

/// The report's date worked out from its words.
struct InferredDate {
  Date date;
  std::string how;  ///< in words, for the reader of the record
  Span span;        ///< the words that gave it away
};

/// Tells where to look for a bare weekday or month at a word of a sentence; kUnknown leaves it to the tagger.
using DirectionHint = std::function<Direction(const Sentence&, int word)>;

/// Finds expressions of time and normalises them. Immutable; any number of threads may share one.
///
/// Only forms are needed; heads and tags, where the sentence has them, help to tell the future from the past. Weekdays and months without
/// a cue are those just past (the day of the report included), as in news.
class TemporalTagger {
 public:
  /// `events` may be null: then nothing hangs on well-known events.
  explicit TemporalTagger(std::shared_ptr<const DatedEvents> events) : events_(std::move(events)) {}

  /// All expressions, in text order, not overlapping.
  std::vector<TimeExpression> find(const std::vector<Sentence>& sentences, std::optional<Date> published,
                                   const DirectionHint& hint = {}) const;

  /// The report's date from its own words, where they leave no choice: a known event's anniversary ("three years to the day after ..."),
  /// checked against the weekday that the report gives; or "today" beside a full date. Nothing rather than a guess.
  std::optional<InferredDate> infer_date(const std::vector<Sentence>& sentences) const;

 private:
  std::shared_ptr<const DatedEvents> events_;
};

}  // namespace demarche

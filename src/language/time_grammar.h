#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "language/temporal.h"
#include "language/time_calendar.h"
#include "language/time_words.h"

namespace demarche {

/// What an expression may count from.
struct TimeContext {
  std::optional<Date> published;
  std::optional<Date> mentioned;            ///< the last single day that the text named
  std::optional<int> told_year;             ///< the year that a date in this sentence or the one before gave in figures
  std::optional<Date> period;               ///< the first day of the last date of any size that the text named
  std::function<Direction(int)> direction;  ///< for bare weekdays and months, by word
  const DatedEvents* events = nullptr;
};

/// An expression found at words [begin, end).
struct TimeMatch {
  int begin = 0;
  int end = 0;
  TimeType type = TimeType::kDate;
  std::string value;
  std::string mod;
  std::optional<DateRange> days;
  bool relative = false;
  int anchor_begin = 0;  ///< words of the anchoring event; none if equal to anchor_end
  int anchor_end = 0;
  const DatedEvent* event = nullptr;
  struct End {
    int begin;
    int end;
    std::string value;
  };
  std::vector<End> ends;  ///< the two dates of a range, where both stand by themselves
  bool exact = false;     ///< counted to the day from the anchor
};

/// Recognises one expression of time at a given word. Dates that name themselves are in time_dates.cpp, those that count from something in
/// time_phrases.cpp. Views the words and the context, which must outlive it.
class TimeGrammar {
 public:
  TimeGrammar(const TimeWords& words, const TimeContext& context) : words_(words), context_(context) {}

  /// The longest expression that begins at word `i`, nothing if none does.
  std::optional<TimeMatch> at(int i) const;

 private:
  using Found = std::optional<TimeMatch>;

  Found calendar_date(int i) const;
  Found iso_date(int i) const;
  Found numeric_date(int i) const;
  Found day_month(int i) const;
  Found month_first(int i) const;
  Found weekday(int i) const;
  Found year(int i) const;
  Found year_range(int i) const;
  Found decade(int i) const;
  Found century(int i) const;
  Found quarter_or_half(int i) const;
  Found fiscal_year(int i) const;
  Found holiday_at(int i) const;
  Found clock(int i) const;
  Found range(int i) const;

  Found deictic(int i) const;
  Found shifted(int i) const;
  Found shifted_name(int i, int name, int step) const;
  Found season_of_year(int i) const;
  Found weekend(int i) const;
  Found week_of_date(int i) const;
  Found stretch(int i) const;
  Found counted(int i) const;
  Found counted_from(int i, const Quantity& quantity, TimeUnit unit, int after) const;
  Found counted_event(int i, const Quantity& quantity, TimeUnit unit, int after) const;
  Found hyphenated(int i) const;
  Found vague_units(int i) const;
  Found recurring(int i) const;
  Found edge(int i) const;
  Found narrowed(int i, TimeMatch inner, std::string_view which) const;
  Found beside_event(int i) const;
  Found anniversary(int i) const;

  TimeMatch make(int begin, int end, std::string value, std::optional<DateRange> days, bool relative = false) const;
  TimeMatch on_day(int begin, int end, Date day, bool relative) const;
  TimeMatch with_day_part(TimeMatch match) const;
  TimeMatch agreeing(int begin, TimeMatch date, int weekday) const;
  TimeMatch dated(int begin, int end, unsigned month, int day, std::optional<int> year) const;
  std::optional<int> year_at(int i) const;
  bool is_month(int i, bool needs_context) const;
  Date weekday_near(int weekday, Direction direction, int step) const;
  int month_year(unsigned month, Direction direction) const;
  int anchor_end(int begin) const;
  DateRange event_base(const DatedEvent& event, int way, int begin, int end) const;
  Direction direction(int i) const { return context_.direction ? context_.direction(i) : Direction::kUnknown; }

  const TimeWords& words_;
  const TimeContext& context_;
};

}  // namespace demarche

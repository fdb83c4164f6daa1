#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
struct Date {
  int32_t days = 0;
  auto operator<=>(const Date&) const = default;

  static Date of(int year, unsigned month, unsigned day) {
    return from(std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}});
  }
  static Date from(std::chrono::year_month_day ymd) {
    return {static_cast<int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
  }
  std::chrono::year_month_day ymd() const { return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days}}}; }
  int year() const { return static_cast<int>(ymd().year()); }
  unsigned month() const { return static_cast<unsigned>(ymd().month()); }
  unsigned day() const { return static_cast<unsigned>(ymd().day()); }
  /// 0 Sunday ... 6 Saturday.
  unsigned weekday() const { return std::chrono::weekday{std::chrono::sys_days{std::chrono::days{days}}}.c_encoding(); }
  Date plus(int n) const { return {days + n}; }
  /// n months later; a day the month lacks becomes its last (31 January + 1 month is 28 or 29 February).
  Date plus_months(int n) const;
  /// YYYY-MM-DD.
  std::string iso() const;
};

/// An interval of days, both ends inclusive.
struct DateRange {
  Date start;
  Date end;
  bool contains(Date d) const { return start <= d && d <= end; }
  auto operator<=>(const DateRange&) const = default;
  static DateRange year(int y) { return {Date::of(y, 1, 1), Date::of(y, 12, 31)}; }
  static DateRange month(int y, unsigned m);
};

/// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (anything after a `T` is ignored); a partial date is its whole year or month.
/// Nothing for any other text or for a day that the calendar lacks.
std::optional<DateRange> parse_date(std::string_view text);

}  // namespace demarche

#include "language/time_calendar.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace demarche {

namespace {

Date monday_of(Date day) {
  return day.plus(-static_cast<int>((day.weekday() + 6) % 7));
}

/// Western Easter Sunday (Meeus's form of the Gregorian computus).
Date easter(int year) {
  int a = year % 19;
  int b = year / 100;
  int c = year % 100;
  int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return Date::of(year, static_cast<unsigned>(f / 31), static_cast<unsigned>(f % 31 + 1));
}

/// Orthodox Easter Sunday as a Gregorian day (1900-2099).
Date orthodox_easter(int year) {
  int a = year % 4;
  int b = year % 7;
  int c = year % 19;
  int d = (19 * c + 15) % 30;
  int e = (2 * a + 4 * b - d + 34) % 7;
  int f = d + e + 114;
  return Date::of(year, static_cast<unsigned>(f / 31), static_cast<unsigned>(f % 31 + 1)).plus(13);
}

struct FixedHoliday {
  std::string_view name;
  unsigned month;
  unsigned day;
};
constexpr std::array<FixedHoliday, 22> kFixed = {
    {{"christmas", 12, 25},       {"christmas day", 12, 25},     {"christmas eve", 12, 24},
     {"boxing day", 12, 26},      {"new year 's day", 1, 1},     {"new year 's eve", 12, 31},
     {"new year 's", 1, 1},       {"halloween", 10, 31},         {"valentine 's day", 2, 14},
     {"may day", 5, 1},           {"victory day", 5, 9},         {"bastille day", 7, 14},
     {"independence day", 7, 4},  {"fourth of july", 7, 4},      {"armistice day", 11, 11},
     {"remembrance day", 11, 11}, {"veterans day", 11, 11},      {"nowruz", 3, 20},
     {"april fools ' day", 4, 1}, {"st. patrick 's day", 3, 17}, {"international women 's day", 3, 8},
     {"epiphany", 1, 6}}};

}  // namespace

std::string week_value(Date day) {
  Date thursday = monday_of(day).plus(3);
  int year = thursday.year();
  int week = (thursday.days - Date::of(year, 1, 1).days) / 7 + 1;
  return fmt::format("{:04}-W{:02}", year, week);
}

DateRange week_of(Date day) {
  return {monday_of(day), monday_of(day).plus(6)};
}

std::string month_value(int year, unsigned month) {
  return fmt::format("{:04}-{:02}", year, month);
}
std::string year_value(int year) {
  return fmt::format("{:04}", year);
}
std::string decade_value(int year) {
  return fmt::format("{:03}X", year / 10);
}

DateRange decade_of(int year) {
  return {Date::of(year / 10 * 10, 1, 1), Date::of(year / 10 * 10 + 9, 12, 31)};
}
DateRange century_of(int year) {
  return {Date::of(year / 100 * 100, 1, 1), Date::of(year / 100 * 100 + 99, 12, 31)};
}

DateRange quarter_of(int year, int quarter) {
  auto first = static_cast<unsigned>(quarter * 3 - 2);
  return {Date::of(year, first, 1), DateRange::month(year, first + 2).end};
}

DateRange season_of(int year, int season) {
  if (season == 4) return {Date::of(year, 12, 1), DateRange::month(year + 1, 2).end};
  auto first = static_cast<unsigned>(season * 3);
  return {Date::of(year, first, 1), DateRange::month(year, first + 2).end};
}

std::string season_value(int year, int season) {
  static constexpr std::array<std::string_view, 4> kNames = {"SP", "SU", "FA", "WI"};
  return fmt::format("{:04}-{}", year, kNames[static_cast<size_t>(season - 1)]);
}

std::string duration_value(double amount, bool vague, TimeUnit unit) {
  struct Letter {
    std::string_view prefix;
    std::string_view letter;
    int factor;
  };
  static constexpr std::array<Letter, 12> kLetters = {{{"PT", "S", 1},
                                                       {"PT", "M", 1},
                                                       {"PT", "H", 1},
                                                       {"P", "D", 1},
                                                       {"P", "WE", 1},
                                                       {"P", "W", 1},
                                                       {"P", "W", 2},
                                                       {"P", "M", 1},
                                                       {"P", "M", 3},
                                                       {"P", "Y", 1},
                                                       {"P", "Y", 10},
                                                       {"P", "Y", 100}}};
  const Letter& letter = kLetters[static_cast<size_t>(unit)];
  if (vague)
    return fmt::format("{}X{}", letter.prefix, unit == TimeUnit::kDecade ? "DE" : unit == TimeUnit::kCentury ? "CE" : letter.letter);
  double value = amount * letter.factor;
  double whole = std::floor(value);
  if (value == whole) return fmt::format("{}{}{}", letter.prefix, static_cast<long>(whole), letter.letter);
  int sixtieths = static_cast<int>(std::lround((value - whole) * 60));
  int twelfths = static_cast<int>(std::lround((value - whole) * 12));
  auto lead = [&] {
    return whole > 0 ? fmt::format("{}{}{}", letter.prefix, static_cast<long>(whole), letter.letter) : std::string(letter.prefix);
  };
  if (letter.letter == "H") return fmt::format("{}{}M", lead(), sixtieths);
  if (letter.letter == "Y") return fmt::format("{}{}M", lead(), twelfths);
  return fmt::format("{}{:.3g}{}", letter.prefix, value, letter.letter);
}

Date shift(Date day, double amount, TimeUnit unit) {
  auto whole = static_cast<int>(std::trunc(amount));
  double rest = amount - whole;
  auto days = [&](double length) { return static_cast<int>(std::lround(rest * length)); };
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
      return day;
    case TimeUnit::kHour:
      return day.plus(static_cast<int>(std::trunc(amount / 24)));
    case TimeUnit::kDay:
      return day.plus(whole);
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
      return day.plus(whole * 7 + days(7));
    case TimeUnit::kFortnight:
      return day.plus(whole * 14 + days(14));
    case TimeUnit::kMonth:
      return day.plus_months(whole).plus(days(30));
    case TimeUnit::kQuarter:
      return day.plus_months(whole * 3).plus(days(91));
    case TimeUnit::kYear:
      return day.plus_months(whole * 12 + static_cast<int>(std::lround(rest * 12)));
    case TimeUnit::kDecade:
      return day.plus_months(static_cast<int>(std::lround(amount * 120)));
    case TimeUnit::kCentury:
      return day.plus_months(static_cast<int>(std::lround(amount * 1200)));
  }
  return day;
}

DatedValue unit_around(Date day, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kWeekend: {
      Date saturday = week_of(day).start.plus(5);
      return {week_value(day) + "-WE", {saturday, saturday.plus(1)}};
    }
    case TimeUnit::kWeek:
      return {week_value(day), week_of(day)};
    case TimeUnit::kFortnight:
      return {week_value(day), {week_of(day).start, week_of(day).end.plus(7)}};
    case TimeUnit::kMonth:
      return {month_value(day.year(), day.month()), DateRange::month(day.year(), day.month())};
    case TimeUnit::kQuarter: {
      int quarter = static_cast<int>(day.month() - 1) / 3 + 1;
      return {fmt::format("{:04}-Q{}", day.year(), quarter), quarter_of(day.year(), quarter)};
    }
    case TimeUnit::kYear:
      return {year_value(day.year()), DateRange::year(day.year())};
    case TimeUnit::kDecade:
      return {decade_value(day.year()), decade_of(day.year())};
    case TimeUnit::kCentury:
      return {fmt::format("{:02}XX", day.year() / 100), century_of(day.year())};
    default:
      return {day.iso(), {day, day}};
  }
}

Date weekday_of_month(int year, unsigned month, int weekday, int nth) {
  DateRange days = DateRange::month(year, month);
  if (nth < 0) return days.end.plus(-((static_cast<int>(days.end.weekday()) - weekday + 7) % 7));
  Date first = days.start.plus((weekday - static_cast<int>(days.start.weekday()) + 7) % 7);
  return first.plus(7 * (nth - 1));
}

std::optional<Date> holiday(std::string_view name, int year) {
  for (const FixedHoliday& fixed : kFixed)
    if (fixed.name == name) return Date::of(year, fixed.month, fixed.day);
  if (name == "thanksgiving" || name == "thanksgiving day") return weekday_of_month(year, 11, 4, 4);
  if (name == "labor day") return weekday_of_month(year, 9, 1, 1);
  if (name == "memorial day") return weekday_of_month(year, 5, 1, -1);
  if (name == "presidents day" || name == "presidents ' day") return weekday_of_month(year, 2, 1, 3);
  if (name == "columbus day") return weekday_of_month(year, 10, 1, 2);
  if (name == "martin luther king day") return weekday_of_month(year, 1, 1, 3);
  if (name == "election day") return weekday_of_month(year, 11, 1, 1).plus(1);
  if (name == "easter" || name == "easter sunday") return easter(year);
  if (name == "easter monday") return easter(year).plus(1);
  if (name == "good friday") return easter(year).plus(-2);
  if (name == "palm sunday") return easter(year).plus(-7);
  if (name == "orthodox easter") return orthodox_easter(year);
  return std::nullopt;
}

}  // namespace demarche

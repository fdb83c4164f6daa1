#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "language/time_words.h"

namespace demarche {

/// "1998-W07" of the ISO week that holds the day, and its Monday to Sunday.
std::string week_value(Date day);
DateRange week_of(Date day);

/// "1998-03".
std::string month_value(int year, unsigned month);

/// A value of four digits, or of three and an X for a decade, two and XX for a century.
std::string year_value(int year);
std::string decade_value(int year);

DateRange decade_of(int year);
DateRange century_of(int year);  ///< by its digits: 1900-1999
DateRange quarter_of(int year, int quarter);
DateRange season_of(int year, int season);       ///< northern; winter runs from December of the year to February of the next
std::string season_value(int year, int season);  ///< "1998-SU"

/// "P3D", "PT16H", "P10Y" for a decade, "PXW" for a vague amount, "P2Y6M" and "PT5H30M" for halves.
std::string duration_value(double amount, bool vague, TimeUnit unit);

/// The day `amount` units later (earlier if negative); units below a day stay on the day. Halves of months and years count as days.
Date shift(Date day, double amount, TimeUnit unit);

/// The unit-sized interval that holds the day, with its value: the day itself, its week, month, year, decade ...
struct DatedValue {
  std::string value;
  DateRange days;
};
DatedValue unit_around(Date day, TimeUnit unit);

/// The nth (1-5, -1 last) weekday of a month.
Date weekday_of_month(int year, unsigned month, int weekday, int nth);

/// The date of a named holiday in a year ("christmas", "thanksgiving", "easter" ...), words joined by blanks; nothing for other names.
std::optional<Date> holiday(std::string_view name, int year);

}  // namespace demarche

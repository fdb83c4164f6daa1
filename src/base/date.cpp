#include "base/date.h"

#include <fmt/format.h>

#include <charconv>

namespace demarche {

namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-') return std::nullopt;
  return value;
}

}  // namespace

Date Date::plus_months(int n) const {
  auto day_of = ymd();
  auto shifted = day_of + std::chrono::months{n};
  if (!shifted.ok()) shifted = shifted.year() / shifted.month() / std::chrono::last;
  return from(shifted);
}

std::string Date::iso() const {
  return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

DateRange DateRange::month(int y, unsigned m) {
  Date first = Date::of(y, m, 1);
  return {first, first.plus_months(1).plus(-1)};
}

std::optional<DateRange> parse_date(std::string_view text) {
  text = text.substr(0, text.find('T'));
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  auto year = number(text.substr(0, 4));
  if (!year) return std::nullopt;
  if (text.size() == 4) return DateRange::year(*year);
  auto month = number(text.substr(5, 2));
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
  if (text.size() == 7) return DateRange::month(*year, static_cast<unsigned>(*month));
  auto day = number(text.substr(8, 2));
  if (text[7] != '-' || !day) return std::nullopt;
  std::chrono::year_month_day ymd{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                                  std::chrono::day(static_cast<unsigned>(*day))};
  if (!ymd.ok()) return std::nullopt;
  return DateRange{Date::from(ymd), Date::from(ymd)};
}

}  // namespace demarche

#include "text/written_date.h"

#include <array>
#include <charconv>
#include <vector>

#include "base/strings.h"

namespace demarche {

namespace {

bool is_alpha(char c) {
  return is_lower_ascii(c) || is_upper_ascii(c);
}

std::optional<Date> valid_day(int year, unsigned month, unsigned day) {
  std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!ymd.ok() || year < 1 || year > 9999) return std::nullopt;
  return Date::from(ymd);
}

int to_number(std::string_view digits) {
  int value = -1;
  if (digits.size() <= 8) std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Length of the prefix of `full` that `word` may be cut to.
bool abbreviates(std::string_view word, std::string_view full, size_t shortest) {
  return word.size() >= shortest && full.starts_with(word);
}

/// YYYY-MM-DD or YYYYMMDD at the start.
std::optional<Date> iso_day(std::string_view text) {
  auto digits = [&](size_t from, size_t count) {
    for (size_t i = from; i < from + count; ++i)
      if (i >= text.size() || !is_digit(text[i])) return false;
    return true;
  };
  auto ends = [&](size_t at) { return at >= text.size() || !is_digit(text[at]); };
  if (digits(0, 4) && text.size() >= 10 && (text[4] == '-' || text[4] == '/') && digits(5, 2) && text[7] == text[4] && digits(8, 2) &&
      ends(10))
    return valid_day(to_number(text.substr(0, 4)), static_cast<unsigned>(to_number(text.substr(5, 2))),
                     static_cast<unsigned>(to_number(text.substr(8, 2))));
  if (digits(0, 8) && ends(8))
    return valid_day(to_number(text.substr(0, 4)), static_cast<unsigned>(to_number(text.substr(4, 2))),
                     static_cast<unsigned>(to_number(text.substr(6, 2))));
  return std::nullopt;
}

/// Runs of letters and runs of digits.
std::vector<std::string_view> pieces(std::string_view text) {
  std::vector<std::string_view> found;
  for (size_t at = 0; at < text.size() && found.size() < 64;) {
    size_t begin = at;
    if (is_digit(text[at]))
      while (at < text.size() && is_digit(text[at])) ++at;
    else if (is_alpha(text[at]))
      while (at < text.size() && is_alpha(text[at])) ++at;
    else {
      ++at;
      continue;
    }
    found.push_back(text.substr(begin, at - begin));
  }
  return found;
}

}  // namespace

unsigned month_from_name(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                               "july",    "august",   "september", "october", "november", "december"};
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3 || word.size() > 9) return 0;
  std::string lower = lower_ascii(word);
  for (size_t i = 0; i < kMonths.size(); ++i)
    if (kMonths[i] == lower ||
        (lower.size() <= 4 && abbreviates(lower, kMonths[i], 3) && (lower.size() == 3 || i == 8 || i == 5 || i == 6)))
      return static_cast<unsigned>(i + 1);
  return 0;
}

int weekday_from_name(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kDays = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3 || word.size() > 9) return -1;
  std::string lower = lower_ascii(word);
  for (size_t i = 0; i < kDays.size(); ++i)
    if (kDays[i] == lower || (lower.size() <= 5 && abbreviates(lower, kDays[i], 3))) return static_cast<int>(i);
  return -1;
}

std::optional<Date> parse_written_date(std::string_view text) {
  text = trim(text);
  if (auto day = iso_day(text)) return day;
  unsigned month = 0;
  int day = 0;
  int year = 0;
  std::vector<std::string_view> parts = pieces(text);
  for (size_t i = 0; i < parts.size(); ++i) {
    if (unsigned named = month_from_name(parts[i])) {
      if (month != 0) return std::nullopt;
      month = named;
      bool day_before = i > 0 && is_digit(parts[i - 1][0]) && parts[i - 1].size() <= 2;
      bool ordinal_before = i > 1 && !day_before && is_digit(parts[i - 2][0]) && parts[i - 2].size() <= 2 && parts[i - 1].size() == 2;
      size_t next = i + 1;
      if (day_before || ordinal_before) {
        day = to_number(parts[day_before ? i - 1 : i - 2]);
      } else if (next < parts.size() && is_digit(parts[next][0]) && parts[next].size() <= 2) {
        day = to_number(parts[next++]);
        if (next < parts.size() && parts[next].size() == 2 && is_lower_ascii(parts[next][0])) ++next;
      }
      if (next < parts.size() && is_digit(parts[next][0]) && parts[next].size() == 4) year = to_number(parts[next]);
    }
  }
  if (month == 0 || day < 1 || year < 1) return std::nullopt;
  return valid_day(year, month, static_cast<unsigned>(day));
}

}  // namespace demarche

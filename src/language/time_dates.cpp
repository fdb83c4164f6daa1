#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/strings.h"
#include "language/time_grammar.h"
#include "text/written_date.h"

namespace demarche {

namespace {

int digits_value(std::string_view digits) {
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool valid(int year, unsigned month, int day) {
  return std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{static_cast<unsigned>(day)}}.ok();
}

/// Days that bare dates may lie ahead without any cue: further ahead they are taken for last year's.
constexpr int kNearFuture = 45;
/// Years back from which a text tells history rather than news.
constexpr int kHistory = 25;

}  // namespace

TimeMatch TimeGrammar::make(int begin, int end, std::string value, std::optional<DateRange> days, bool relative) const {
  TimeMatch match;
  match.begin = begin;
  match.end = end;
  match.value = std::move(value);
  match.days = days;
  match.relative = relative;
  return match;
}

TimeMatch TimeGrammar::on_day(int begin, int end, Date day, bool relative) const {
  return make(begin, end, day.iso(), DateRange{day, day}, relative);
}

/// Takes a following *morning*, *night* ... into a day.
TimeMatch TimeGrammar::with_day_part(TimeMatch match) const {
  std::string_view part = day_part(words_[match.end]);
  if (part.empty() || words_[match.end].ends_with('s')) return match;
  match.value += fmt::format("T{}", part);
  match.type = TimeType::kTime;
  ++match.end;
  return match;
}

/// A year at word `i`: four digits between 1500 and 2099.
std::optional<int> TimeGrammar::year_at(int i) const {
  if (!words_.is_number(i) || words_[i].size() != 4) return std::nullopt;
  int value = digits_value(words_[i]);
  if (value < 1500 || value > 2099) return std::nullopt;
  return value;
}

/// A month's name at word `i`. *May*, *March* and short forms without a full stop need a neighbour that makes them months.
bool TimeGrammar::is_month(int i, bool needs_context) const {
  if (month_from_name(words_[i]) == 0 || !words_.capital(i)) return false;
  bool ambiguous = words_.is(i, {"may", "march", "mar", "dec", "jan", "jun", "sep", "oct", "nov", "apr", "feb", "aug", "jul", "sept"});
  if (!ambiguous || !needs_context) return true;
  bool next = year_at(i + 1) || words_.is_number(i + 1) || ordinal_from_word(words_[i + 1]).value_or(-1) > 0;
  bool before =
      words_.is(i - 1, {"in",   "of",      "early", "late",    "mid", "last",   "next",  "this", "since",  "by",    "until",     "till",
                        "from", "through", "to",    "between", "for", "during", "every", "each", "before", "after", "throughout"});
  if (words_.is(i, {"may"}) && words_.is(i - 1, {"to", "for", "after", "before", "by", "this", "from"}))
    before = words_.is(i + 1, {".", ",", "and", "to", "at", "with", "when", "after", ";", ")"}) || i + 1 == words_.size();
  bool number_before = words_.is_number(i - 1) && words_[i - 1].size() <= 2;
  return next || before || number_before;
}

/// The day a bare weekday means: `step` -1 strictly before, +1 strictly after, 0 by direction with the report's own day counting.
Date TimeGrammar::weekday_near(int weekday, Direction direction, int step) const {
  Date published = *context_.published;
  int back = (static_cast<int>(published.weekday()) - weekday + 7) % 7;
  int ahead = (7 - back) % 7;
  if (step < 0) return published.plus(back == 0 ? -7 : -back);
  if (step > 0) return published.plus(ahead == 0 ? 7 : ahead);
  return direction == Direction::kFuture ? published.plus(ahead) : published.plus(-back);
}

/// The year of a bare month, weighed as `dated` does.
int TimeGrammar::month_year(unsigned month, Direction direction) const {
  if (context_.told_year && context_.published->year() - *context_.told_year > kHistory) return *context_.told_year;
  int now = static_cast<int>(context_.published->month());
  int ahead = (static_cast<int>(month) - now + 12) % 12;
  int back = (12 - ahead) % 12;
  if (ahead == 0) return context_.published->year();
  int cost_ahead = ahead + (direction == Direction::kPast ? 6 : direction == Direction::kUnknown ? 4 : 0);
  int cost_back = back + (direction == Direction::kFuture ? 6 : 0);
  bool future = cost_ahead < cost_back;
  if (future) return context_.published->year() + (static_cast<int>(month) < now ? 1 : 0);
  return context_.published->year() - (static_cast<int>(month) > now ? 1 : 0);
}

/// A day of a month, its year given or chosen by the report's date.
TimeMatch TimeGrammar::dated(int begin, int end, unsigned month, int day, std::optional<int> year) const {
  if (year)
    return valid(*year, month, day) ? on_day(begin, end, Date::of(*year, month, static_cast<unsigned>(day)), false)
                                    : make(begin, begin, "", std::nullopt);
  if (!context_.published) return make(begin, end, fmt::format("XXXX-{:02}-{:02}", month, day), std::nullopt, true);
  // A story told with its years goes on in the last of them.
  if (context_.told_year && context_.published->year() - *context_.told_year > kHistory && valid(*context_.told_year, month, day))
    return on_day(begin, end, Date::of(*context_.told_year, month, static_cast<unsigned>(day)), true);
  // The nearest such day, but a day on the wrong side of the report counts as farther than it is.
  Date published = *context_.published;
  Direction way = direction(begin);
  std::optional<Date> best;
  int least = 0;
  for (int candidate = published.year() - 1; candidate <= published.year() + 1; ++candidate) {
    if (!valid(candidate, month, day)) continue;
    Date date = Date::of(candidate, month, static_cast<unsigned>(day));
    int ahead = date.days - published.days;
    bool against = (ahead > 0 && way == Direction::kPast) || (ahead < 0 && way == Direction::kFuture);
    int cost = std::abs(ahead) + (against ? 200 : ahead > 0 && way == Direction::kUnknown ? 60 : 0);
    if (best && cost >= least) continue;
    best = date;
    least = cost;
  }
  if (!best) return make(begin, begin, "", std::nullopt);
  return on_day(begin, end, *best, true);
}

TimeGrammar::Found TimeGrammar::iso_date(int i) const {
  std::string_view word = words_[i];
  if (word.size() != 10 || word[4] != '-') return std::nullopt;
  auto days = parse_date(word);
  if (!days || days->start != days->end) return std::nullopt;
  return on_day(i, i + 1, days->start, false);
}

/// 8/13/1998 with the month first unless that cannot be; 9/11 alone is the attacks of 2001.
TimeGrammar::Found TimeGrammar::numeric_date(int i) const {
  std::vector<std::string_view> parts = split(words_[i], '/');
  for (std::string_view part : parts)
    if (part.empty() || part.size() > 4 || !std::ranges::all_of(part, is_digit)) return std::nullopt;
  if (words_[i] == "9/11") return on_day(i, i + 1, Date::of(2001, 9, 11), false);
  if (parts.size() != 3 || parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
  int year = digits_value(parts[2]);
  if (parts[2].size() == 2) year += year < 50 ? 2000 : 1900;
  int month = digits_value(parts[0]);
  int day = digits_value(parts[1]);
  if (month > 12) std::swap(month, day);
  if (year < 1500 || year > 2099 || month < 1 || month > 12 || !valid(year, static_cast<unsigned>(month), day)) return std::nullopt;
  return on_day(i, i + 1, Date::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day)), false);
}

/// 24 February 2022, the 24th of February, 3-5 May, 3 and 5 May.
TimeGrammar::Found TimeGrammar::day_month(int i) const {
  auto day_at = [&](int at) -> int {
    if (words_.is_number(at) && words_[at].size() <= 2) return digits_value(words_[at]);
    return is_digit(words_[at].empty() ? 'x' : words_[at][0]) || words_[at - 1] == "the" ? ordinal_from_word(words_[at]).value_or(0) : 0;
  };
  int first = day_at(i);
  if (first < 1 || first > 31) return std::nullopt;
  int at = i + 1;
  int second = 0;
  if (words_.is(at, {"-", "–", "and", "to"})) {
    second = day_at(at + 1);
    if (second <= first || second > 31) second = 0;
    if (second > 0) at += 2;
  }
  if (words_[at] == "of") ++at;
  if (!is_month(at, false)) return std::nullopt;
  unsigned month = month_from_name(words_[at]);
  int end = at + 1;
  if (words_[end] == "," && year_at(end + 1)) ++end;
  std::optional<int> year = year_at(end);
  if (year) ++end;
  TimeMatch match = dated(i, end, month, second > 0 ? second : first, year);
  if (match.end == match.begin) return std::nullopt;
  if (second == 0) return with_day_part(match);
  if (match.days) {
    match.days->start = match.days->end.plus(first - second);
    match.value = match.days->start.iso() + "/" + match.days->end.iso();
  }
  return match;
}

/// February 24, 2022; Feb. 24; February 24-26; February 2022; February.
TimeGrammar::Found TimeGrammar::month_first(int i) const {
  if (!is_month(i, true)) return std::nullopt;
  unsigned month = month_from_name(words_[i]);
  int at = i + 1;
  if (words_[at] == "the" && ordinal_from_word(words_[at + 1])) ++at;
  int day = words_.is_number(at) && words_[at].size() <= 2   ? digits_value(words_[at])
            : !words_[at].empty() && is_digit(words_[at][0]) ? ordinal_from_word(words_[at]).value_or(0)
                                                             : 0;
  if (day >= 1 && day <= 31) {
    ++at;
    int last = 0;
    if (words_.is(at, {"-", "–", "and"}) && words_.is_number(at + 1) && words_[at + 1].size() <= 2 && digits_value(words_[at + 1]) > day) {
      last = digits_value(words_[at + 1]);
      at += 2;
    }
    int end = at;
    if (words_[end] == "," && year_at(end + 1)) ++end;
    std::optional<int> year = year_at(end);
    end = year ? end + 1 : at;
    TimeMatch match = dated(i, end, month, last > 0 ? last : day, year);
    if (match.end == match.begin) return std::nullopt;
    if (last == 0) return with_day_part(match);
    if (match.days) {
      match.days->start = match.days->end.plus(day - last);
      match.value = match.days->start.iso() + "/" + match.days->end.iso();
    }
    return match;
  }
  int end = i + 1;
  if (words_.is(end, {",", "of"}) && year_at(end + 1)) ++end;
  if (auto year = year_at(end)) return make(i, end + 1, month_value(*year, month), DateRange::month(*year, month));
  if (words_.is(i + 1, {"last", "this", "next"}) && words_[i + 2] == "year" && context_.published) {
    int given = context_.published->year() + (words_[i + 1] == "last" ? -1 : words_[i + 1] == "next" ? 1 : 0);
    return make(i, i + 3, month_value(given, month), DateRange::month(given, month), true);
  }
  if (!context_.published) return make(i, i + 1, fmt::format("XXXX-{:02}", month), std::nullopt, true);
  int year = month_year(month, direction(i));
  return make(i, i + 1, month_value(year, month), DateRange::month(year, month), true);
}

/// A date with its weekday: where its year was guessed, the year next to it in which they agree.
TimeMatch TimeGrammar::agreeing(int begin, TimeMatch date, int weekday) const {
  date.begin = begin;
  if (!date.relative || !date.days || static_cast<int>(date.days->start.weekday()) == weekday) return date;
  for (int years : {1, -1}) {
    Date other = date.days->start.plus_months(years * 12);
    if (static_cast<int>(other.weekday()) == weekday) return on_day(begin, date.end, other, true);
  }
  return date;
}

/// Monday; Monday night; Monday, Feb. 24; Monday of last week.
TimeGrammar::Found TimeGrammar::weekday(int i) const {
  int day = weekday_from_name(words_[i]);
  if (day < 0 || !words_.capital(i) || (words_[i].size() <= 4 && !words_[i].ends_with('.'))) return std::nullopt;
  int at = i + 1;
  if (words_.is(at, {",", "the"}) || words_.is(at, {"("})) {
    auto full = words_[at] == "the" ? day_month(at + 1) : calendar_date(at + 1);
    if (full && full->days && full->days->start == full->days->end && full->value.size() == 10) return agreeing(i, *full, day);
  }
  if (auto full = calendar_date(at); full && full->value.size() == 10) return agreeing(i, *full, day);
  if (words_[at] == "of") ++at;
  if (words_.is(at, {"last", "next", "this"}) && words_[at + 1] == "week" && context_.published) {
    int step = words_[at] == "last" ? -7 : words_[at] == "next" ? 7 : 0;
    return on_day(i, at + 2, week_of(context_.published->plus(step)).start.plus((day + 6) % 7), true);
  }
  if (!context_.published) return with_day_part(make(i, i + 1, fmt::format("XXXX-WXX-{}", day == 0 ? 7 : day), std::nullopt, true));
  return with_day_part(on_day(i, i + 1, weekday_near(day, direction(i), 0), true));
}

TimeGrammar::Found TimeGrammar::year(int i) const {
  auto value = year_at(i);
  if (!value) return std::nullopt;
  bool led = words_.is(i - 1, {"in",   "since", "of",  "by",   "until",   "till",    "from", "to",  "during", "after", "before", "early",
                               "late", "mid",   "for", "than", "through", "between", "and",  "the", "around", "circa", "year"});
  std::string_view next = words_[i + 1];
  bool counted = next.size() > 3 && next.ends_with('s') && is_lower_ascii(words_.form(i + 1)[0]) &&
                 !words_.is(i + 1, {"was", "has", "this", "elections", "talks", "protests", "hostilities", "olympics", "sanctions",
                                    "always", "across", "perhaps", "elections"});
  if (words_[i - 1] == "'s" && words_.capital(i + 1)) return std::nullopt;
  bool money = words_.is(i - 1, {"$", "£", "€", "US$", "no.", "number", "flight", "resolution", "#"}) ||
               words_.is(i + 1, {"%", "percent", "people", "troops", "per", "-", "km", "kilometers", "miles", "hours", "gmt"});
  if (money && !(words_[i + 1] == "-" && led)) return std::nullopt;
  if (counted && !led) return std::nullopt;
  bool bracketed = words_.is(i - 1, {"(", ","}) && words_.is(i + 1, {")", ",", "–", "-", "."});
  if (!led && !bracketed && *value < 1900) return std::nullopt;
  return make(i, i + 1, year_value(*value), DateRange::year(*value));
}

/// 1990-95, 1998-99, 2014–2022.
TimeGrammar::Found TimeGrammar::year_range(int i) const {
  auto first = year_at(i);
  if (!first || !words_.is(i + 1, {"-", "–", "/"}) || !words_.is_number(i + 2)) return std::nullopt;
  int last = digits_value(words_[i + 2]);
  if (words_[i + 2].size() == 2) last += *first / 100 * 100;
  if (last <= *first || last > 2099 || last - *first > 200) return std::nullopt;
  return make(i, i + 3, fmt::format("{}/{}", *first, last), DateRange{Date::of(*first, 1, 1), Date::of(last, 12, 31)});
}

/// 1990s, '90s, mid-1980s, the nineties.
TimeGrammar::Found TimeGrammar::decade(int i) const {
  std::string_view word = words_[i];
  std::string mod;
  if (word.starts_with("mid-")) {
    mod = "MID";
    word.remove_prefix(4);
  }
  while (!word.empty() && word[0] == '\'') word.remove_prefix(1);
  static constexpr std::array<std::string_view, 7> kNames = {"thirties",  "forties",  "fifties", "sixties",
                                                             "seventies", "eighties", "nineties"};
  int start = 0;
  if (words_.is(i - 1, {"his", "her", "their", "my", "our", "your"})) return std::nullopt;
  if (word.size() >= 3 && word.ends_with('s') && std::ranges::all_of(word.substr(0, word.size() - 1), is_digit)) {
    start = digits_value(word.substr(0, word.size() - 1));
    if (word.size() == 3) start += start < 30 ? 2000 : 1900;
  }
  for (size_t k = 0; k < kNames.size(); ++k)
    if (kNames[k] == word && words_.is(i - 1, {"the", "early", "late", "-", "mid"})) start = 1930 + static_cast<int>(k) * 10;
  if (word.size() == 6 && word.ends_with("'s") && std::ranges::all_of(word.substr(0, 4), is_digit)) start = digits_value(word.substr(0, 4));
  bool round = start % 10 == 0 && start >= 1500 && start <= 2090;
  if (!round) return std::nullopt;
  TimeMatch match = make(i, i + 1, decade_value(start), decade_of(start));
  if (!mod.empty()) return narrowed(i, match, "mid");
  return match;
}

/// the 20th century, this century, the last century.
TimeGrammar::Found TimeGrammar::century(int i) const {
  int at = words_[i] == "the" ? i + 1 : i;
  auto nth = ordinal_from_word(words_[at]);
  if (!nth || *nth < 2 || *nth > 30) return std::nullopt;
  int end = at + 1;
  if (words_[end] == "-") ++end;
  if (words_[end] != "century") return std::nullopt;
  int first = (*nth - 1) * 100;
  if (first < 100) return std::nullopt;
  return make(at, end + 1, fmt::format("{:02}XX", *nth - 1), century_of(first));
}

/// the third quarter of 2019, Q3 2019, third-quarter, the first half of last year.
TimeGrammar::Found TimeGrammar::quarter_or_half(int i) const {
  int nth = 0;
  int end = i + 1;
  bool half = false;
  if (words_[i].size() == 2 && (words_[i][0] == 'q' || words_[i][0] == 'h') && words_[i][1] >= '1' &&
      words_[i][1] <= (words_[i][0] == 'q' ? '4' : '2')) {
    half = words_[i][0] == 'h';
    nth = words_[i][1] - '0';
    if (!year_at(end) && half) return std::nullopt;
  } else {
    nth = ordinal_from_word(words_[i]).value_or(0);
    if (words_[end] == "-") ++end;
    half = words_[end] == "half";
    if ((!half && words_[end] != "quarter") || nth < 1 || nth > (half ? 2 : 4)) return std::nullopt;
    ++end;
  }
  std::optional<int> year;
  bool relative = true;
  int after = words_.is(end, {"of", "in"}) ? end + 1 : end;
  if (auto given = year_at(after)) {
    year = given;
    end = after + 1;
    relative = false;
  } else if (context_.published && words_.is(after, {"last", "this", "next", "the"}) && words_[after + 1] == "year") {
    year = context_.published->year() + (words_[after] == "last" ? -1 : words_[after] == "next" ? 1 : 0);
    end = after + 2;
  } else if (half) {
    return std::nullopt;
  } else if (context_.published) {
    bool begun = static_cast<unsigned>(nth * 3 - 2) <= context_.published->month();
    year = context_.published->year() - (begun || direction(i) == Direction::kFuture ? 0 : 1);
  }
  if (!year) return make(i, end, fmt::format("XXXX-{}{}", half ? 'H' : 'Q', nth), std::nullopt, true);
  DateRange days = half ? DateRange{quarter_of(*year, nth * 2 - 1).start, quarter_of(*year, nth * 2).end} : quarter_of(*year, nth);
  return make(i, end, fmt::format("{:04}-{}{}", *year, half ? 'H' : 'Q', nth), days, relative);
}

/// fiscal 1999, fiscal year 2012, FY2012: October to September, as the United States counts.
TimeGrammar::Found TimeGrammar::fiscal_year(int i) const {
  int at = i + 1;
  std::optional<int> year;
  if (words_[i] == "fiscal") {
    if (words_[at] == "year") ++at;
    year = year_at(at);
    ++at;
  } else if (words_[i].starts_with("fy") && words_[i].size() >= 4 && std::ranges::all_of(words_[i].substr(2), is_digit)) {
    year = digits_value(words_[i].substr(2));
    if (*year < 100) year = *year + 2000;
  }
  if (!year || *year < 1900 || *year > 2099) return std::nullopt;
  return make(i, at, fmt::format("FY{}", *year), DateRange{Date::of(*year - 1, 10, 1), Date::of(*year, 9, 30)});
}

TimeGrammar::Found TimeGrammar::holiday_at(int i) const {
  if (!words_.capital(i)) return std::nullopt;
  std::string name;
  Found found;
  for (int length = 1; length <= 4 && i + length <= words_.size(); ++length) {
    if (length > 1) name += ' ';
    name += words_[i + length - 1];
    if (!holiday(name, 2000)) continue;
    int end = i + length;
    if (words_[end] == ",") ++end;
    if (auto year = year_at(end)) {
      found = on_day(i, end + 1, *holiday(name, *year), false);
      continue;
    }
    if (!context_.published) {
      found = make(i, i + length, "XXXX-XX-XX", std::nullopt, true);
      continue;
    }
    Date published = *context_.published;
    Date best = *holiday(name, published.year());
    Direction way = direction(i);
    if (way == Direction::kFuture && best < published) best = *holiday(name, published.year() + 1);
    if (way != Direction::kFuture && best.days > published.days + kNearFuture) best = *holiday(name, published.year() - 1);
    found = on_day(i, i + length, best, true);
  }
  return found;
}

/// 9 a.m.; 10:35; 1400 GMT; noon; 6 o'clock; with a day after it.
TimeGrammar::Found TimeGrammar::clock(int i) const {
  int hour = -1;
  int minute = 0;
  int end = i + 1;
  std::string_view word = words_[i];
  size_t colon = word.find(':');
  bool sure = false;
  if (words_.is(i, {"noon", "midday", "midnight"}) && words_[i - 1] != "high") {
    hour = word == "midnight" ? 0 : 12;
    sure = true;
  } else if (colon != std::string_view::npos && colon <= 2 && word.size() == colon + 3 && is_digit(word[0]) && is_digit(word[colon + 1]) &&
             is_digit(word[colon + 2])) {
    hour = digits_value(word.substr(0, colon));
    minute = digits_value(word.substr(colon + 1));
    sure = true;
  } else if (words_.is_number(i) && word.size() == 4 && words_.is(i + 1, {"gmt", "utc"})) {
    hour = digits_value(word) / 100;
    minute = digits_value(word) % 100;
    sure = true;
  } else if (auto number = number_from_word(word); number && *number >= 1 && *number <= 24) {
    hour = *number;
  }
  if (hour < 0 || hour > 24 || minute > 59) return std::nullopt;
  auto half = [&](int at, std::string_view dotted, std::string_view plain, std::string_view bare) {
    return words_.is(at, {dotted, plain, bare});
  };
  if (half(end, "a.m.", "am", "a.m") || (words_[end] == "in" && words_[end + 1] == "the" && words_[end + 2] == "morning")) {
    end += words_[end] == "in" ? 3 : 1;
    hour %= 12;
    sure = true;
  } else if (half(end, "p.m.", "pm", "p.m") ||
             (words_[end] == "in" && words_[end + 1] == "the" && words_.is(end + 2, {"afternoon", "evening"}))) {
    end += words_[end] == "in" ? 3 : 1;
    hour = hour % 12 + 12;
    sure = true;
  } else if (words_.is(end, {"o'clock"})) {
    ++end;
    sure = true;
  }
  if (!sure) return std::nullopt;
  if (words_.is(end, {"gmt", "utc", "est", "edt", "pst", "pdt", "cet", "bst", "et", "ist"}) && words_.capital(end)) ++end;
  int past_zone = words_[end] == "(" && words_.is(end + 2, {"gmt", "utc"}) && words_[end + 3] == ")" ? end + 4 : end;
  int day = words_.is(past_zone, {"on"}) ? past_zone + 1 : past_zone;
  Found date = weekday(day);
  if (!date && words_.is(day, {"today", "yesterday", "tomorrow"})) date = deictic(day);
  std::string time = fmt::format("T{:02}:{:02}", hour == 24 ? 0 : hour, minute);
  TimeMatch match = make(i, end, "XXXX-XX-XX" + time, std::nullopt, true);
  if (context_.published) match = make(i, end, context_.published->iso() + time, DateRange{*context_.published, *context_.published}, true);
  if (date) match = make(i, date->end, date->value.substr(0, date->value.find('T')) + time, date->days, date->relative);
  match.type = TimeType::kTime;
  return match;
}

/// between 3 May and 5 June, from Monday to Friday, from 1990 to 1995: one interval.
TimeGrammar::Found TimeGrammar::range(int i) const {
  bool between = words_[i] == "between";
  if (!between && words_[i] != "from") return std::nullopt;
  auto end_of = [&](int at) { return calendar_date(at); };
  Found first = end_of(i + 1);
  // "from 1 to 5 May": the first day takes its month from the second.
  if (!first) {
    if (!words_.is_number(i + 1)) return std::nullopt;
    Found both = day_month(i + 1);
    if (!both || both->value.find('/') == std::string::npos) return std::nullopt;
    return both;
  }
  if (first->value.find('/') != std::string::npos) return std::nullopt;
  int at = first->end;
  if (!(between ? words_.is(at, {"and"}) : words_.is(at, {"to", "until", "through", "till"}))) return std::nullopt;
  Found second = end_of(at + 1);
  if (!second || !first->days || !second->days || second->days->end < first->days->start) return std::nullopt;
  TimeMatch match = make(i, second->end, first->value + "/" + second->value, DateRange{first->days->start, second->days->end},
                         first->relative || second->relative);
  match.begin = i + 1;
  match.ends = {{first->begin, first->end, first->value}, {second->begin, second->end, second->value}};
  return match;
}

/// Any date that names its day, month or year.
TimeGrammar::Found TimeGrammar::calendar_date(int i) const {
  for (auto parse : {&TimeGrammar::iso_date, &TimeGrammar::numeric_date, &TimeGrammar::day_month, &TimeGrammar::month_first,
                     &TimeGrammar::weekday, &TimeGrammar::year_range, &TimeGrammar::year})
    if (Found found = (this->*parse)(i)) return found;
  return std::nullopt;
}

}  // namespace demarche

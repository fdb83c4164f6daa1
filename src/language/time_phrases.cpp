#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "language/time_grammar.h"
#include "text/written_date.h"

namespace demarche {

namespace {

bool is_clause_word(std::string_view word) {
  static constexpr std::array<std::string_view, 36> kWords = {
      "and", "but",  "as",   "while", "when",  "which",   "who",  "that",   "amid",     "was",   "were",   "is",
      "are", "has",  "have", "had",   "will",  "would",   "said", "says",   "say",      "could", "may",    "might",
      "did", "does", "do",   "with",  "where", "because", "if",   "though", "although", "after", "before", "following"};
  return std::ranges::find(kWords, word) != kWords.end();
}

bool is_mark(std::string_view word) {
  return word.size() <= 3 && !word.empty() && std::string_view(".,;:()?!\"-").find(word[0]) != std::string_view::npos;
}

/// Units that a bare plural or an article may stand before and still measure time.
bool measures(TimeUnit unit) {
  return unit != TimeUnit::kSecond && unit != TimeUnit::kQuarter && unit != TimeUnit::kWeekend;
}

DateRange third_of(DateRange days, int part) {
  int length = days.end.days - days.start.days + 1;
  return {days.start.plus(part * length / 3), days.start.plus((part + 1) * length / 3 - 1)};
}

}  // namespace

std::optional<TimeMatch> TimeGrammar::at(int i) const {
  Found best;
  if (!words_.may_begin(i)) return best;
  for (auto parse : {&TimeGrammar::clock,      &TimeGrammar::range,           &TimeGrammar::calendar_date, &TimeGrammar::decade,
                     &TimeGrammar::century,    &TimeGrammar::quarter_or_half, &TimeGrammar::fiscal_year,   &TimeGrammar::holiday_at,
                     &TimeGrammar::recurring,  &TimeGrammar::deictic,         &TimeGrammar::shifted,       &TimeGrammar::season_of_year,
                     &TimeGrammar::weekend,    &TimeGrammar::week_of_date,    &TimeGrammar::stretch,       &TimeGrammar::hyphenated,
                     &TimeGrammar::counted,    &TimeGrammar::vague_units,     &TimeGrammar::edge,          &TimeGrammar::beside_event,
                     &TimeGrammar::anniversary}) {
    Found found = (this->*parse)(i);
    if (found && (!best || found->end > best->end)) best = std::move(found);
  }
  return best;
}

/// today, last night, the day after tomorrow, now, overnight ...
TimeGrammar::Found TimeGrammar::deictic(int i) const {
  auto day = [&](int end, int offset, std::string_view part) {
    std::string suffix = part.empty() ? "" : fmt::format("T{}", part);
    TimeMatch match = make(i, end, "XXXX-XX-XX" + suffix, std::nullopt, true);
    if (context_.published) {
      match = on_day(i, end, context_.published->plus(offset), true);
      match.value += suffix;
    }
    if (!part.empty()) match.type = TimeType::kTime;
    return match;
  };
  auto reference = [&](int end, std::string value) { return make(i, end, std::move(value), std::nullopt, true); };
  if (words_[i] == "day" && words_[i + 1] == "before" && words_[i + 2] == "yesterday") return day(i + 3, -2, "");
  if (words_[i] == "day" && words_[i + 1] == "after" && words_[i + 2] == "tomorrow") return day(i + 3, 2, "");
  if (words_[i] == "last" && words_[i + 1] == "night") return day(i + 2, -1, "NI");
  if (words_[i] == "this" && !day_part(words_[i + 1]).empty()) return day(i + 2, 0, day_part(words_[i + 1]));
  bool edge = words_.is(i, {"earlier", "later", "early", "late"});
  if (edge && words_.is(i + 1, {"today", "yesterday", "tomorrow"}))
    return day(i + 2, words_[i + 1] == "today" ? 0 : words_[i + 1] == "yesterday" ? -1 : 1, "");
  if (words_[i] == "today") return day(i + 1, 0, "");
  if (words_[i] == "tonight") return day(i + 1, 0, "NI");
  if (words_.is(i, {"yesterday", "tomorrow"})) {
    TimeMatch match = day(i + 1, words_[i] == "yesterday" ? -1 : 1, "");
    return with_day_part(match);
  }
  if (words_[i] == "overnight" && words_[i + 1] != "-") {
    TimeMatch match = day(i + 1, -1, "NI");
    if (match.days) match.days->end = *context_.published;
    return match;
  }
  if (words_[i] == "now" && !words_.is(i + 1, {"that", "-"}) && words_[i - 1] != "-") return reference(i + 1, "PRESENT_REF");
  if (words_.is(i, {"currently", "nowadays"})) return reference(i + 1, "PRESENT_REF");
  if (words_[i] == "at" && (words_[i + 1] == "present" || (words_[i + 1] == "the" && words_[i + 2] == "moment")))
    return reference(i + (words_[i + 1] == "present" ? 2 : 3), "PRESENT_REF");
  if (words_[i] == "the" && words_[i + 1] == "past" && (is_mark(words_[i + 2]) || i + 2 == words_.size()) &&
      words_.is(i - 1, {"in", "of", "from"}))
    return reference(i + 2, "PAST_REF");
  if (words_[i] == "future" && words_.is(i - 1, {"the", "near", "foreseeable", "in"}) && !words_.is(i + 1, {"of"}))
    return reference(i + 1, "FUTURE_REF");
  return std::nullopt;
}

/// last/next/this/that + unit, month, weekday, season or holiday.
TimeGrammar::Found TimeGrammar::shifted(int i) const {
  int step = 0;
  bool from_mentioned = false;
  if (words_.is(i, {"last"}))
    step = -1;
  else if (words_.is(i, {"next", "coming"}))
    step = 1;
  else if (words_.is(i, {"this", "current"}))
    step = 0;
  else if (words_.is(i, {"that"}))
    from_mentioned = true;
  else if (words_.is(i, {"same"}) && words_.is(i - 1, {"the", "that"}))
    from_mentioned = true;
  else if (words_.is(i, {"previous", "preceding"}))
    from_mentioned = true, step = -1;
  else if (words_.is(i, {"following"}) && words_[i - 1] == "the")
    from_mentioned = true, step = 1;
  else
    return std::nullopt;
  if (words_[i] == "next" && words_[i - 1] == "the" && words_.is(i + 1, {"day", "morning"})) from_mentioned = true;
  int name = i + 1;
  if (words_[name] == "same") ++name;
  if (Found named = shifted_name(i, name, from_mentioned ? 0 : step); named && !from_mentioned) return named;
  std::string_view part = day_part(words_[name]);
  auto unit = unit_from_name(words_[name]);
  if (!part.empty() && from_mentioned) unit = TimeUnit::kDay;
  if (!unit || (words_[name].ends_with('s') && part.empty()) || *unit < TimeUnit::kDay) return std::nullopt;
  if (*unit == TimeUnit::kDay && !from_mentioned && step != 1) return std::nullopt;
  if (words_[i] == "that" && !words_.is(name, {"day", "week", "month", "year", "weekend", "night", "evening", "morning", "summer"}))
    return std::nullopt;
  std::optional<Date> named = *unit >= TimeUnit::kMonth ? context_.period : context_.mentioned;
  std::optional<Date> base = from_mentioned && named ? named : context_.published;
  if (!base)
    return make(i, name + 1,
                fmt::format("XXXX{}", *unit == TimeUnit::kWeek    ? "-WXX"
                                      : *unit == TimeUnit::kMonth ? "-XX"
                                      : *unit == TimeUnit::kDay   ? "-XX-XX"
                                                                  : ""),
                std::nullopt, true);
  // Whole units: the month before 31 March is February, whatever its days.
  Date inside = *unit >= TimeUnit::kMonth ? Date::of(base->year(), base->month(), 1) : *base;
  DatedValue value = unit_around(shift(inside, step, *unit), *unit);
  TimeMatch match = make(i, name + 1, value.value, value.days, true);
  if (part.empty()) return match;
  match.value += fmt::format("T{}", part);
  match.type = TimeType::kTime;
  return match;
}

TimeGrammar::Found TimeGrammar::shifted_name(int i, int name, int step) const {
  int day = weekday_from_name(words_[name]);
  if (day >= 0 && words_.capital(name)) {
    if (!context_.published) return make(i, name + 1, fmt::format("XXXX-WXX-{}", day == 0 ? 7 : day), std::nullopt, true);
    Direction way = words_[i] == "this" ? direction(name) : Direction::kUnknown;
    return with_day_part(on_day(i, name + 1, weekday_near(day, way, step), true));
  }
  if (unsigned month = month_from_name(words_[name]); month > 0 && words_.capital(name)) {
    if (Found date = month_first(name); date && date->end > name + 1) {
      date->begin = i;
      return date;
    }
    if (!context_.published) return make(i, name + 1, fmt::format("XXXX-{:02}", month), std::nullopt, true);
    int year = context_.published->year();
    if (step < 0 && month >= context_.published->month()) --year;
    if (step > 0 && month <= context_.published->month()) ++year;
    return make(i, name + 1, month_value(year, month), DateRange::month(year, month), true);
  }
  if (int season = season_from_name(words_[name]); season > 0) {
    if (!context_.published) return make(i, name + 1, "XXXX-" + season_value(2000, season).substr(5), std::nullopt, true);
    int year = context_.published->year();
    Date published = *context_.published;
    if (step < 0 && season_of(year, season).end >= published) --year;
    if (step > 0 && season_of(year, season).start <= published) ++year;
    if (step == 0 && season == 4 && published.month() < 3)
      --year;
    else if (step == 0 && season_of(year, season).start > published && direction(name) == Direction::kPast)
      --year;
    return make(i, name + 1, season_value(year, season), season_of(year, season), true);
  }
  if (Found found = holiday_at(name); found && found->relative && context_.published && step != 0) {
    std::string holiday_name;
    for (int k = name; k < found->end; ++k) holiday_name += (k > name ? " " : "") + std::string(words_[k]);
    Date here = *holiday(holiday_name, context_.published->year());
    int year = context_.published->year() + (step < 0 && here >= *context_.published   ? -1
                                             : step > 0 && here <= *context_.published ? 1
                                                                                       : 0);
    return on_day(i, found->end, *holiday(holiday_name, year), true);
  }
  return std::nullopt;
}

/// the summer of 2010, fall 2004: seasons with their year.
TimeGrammar::Found TimeGrammar::season_of_year(int i) const {
  int season = season_from_name(words_[i]);
  if (season == 0) return std::nullopt;
  int at = words_[i + 1] == "of" ? i + 2 : i + 1;
  auto year = year_at(at);
  if (!year) return std::nullopt;
  return make(i, at + 1, season_value(*year, season), season_of(*year, season));
}

/// over the weekend: the one just past, or the coming one where the verb looks ahead.
TimeGrammar::Found TimeGrammar::weekend(int i) const {
  if (words_[i] != "weekend" || words_[i - 1] != "the" || words_[i + 1] == "of") return std::nullopt;
  if (!context_.published) return make(i, i + 1, "XXXX-WXX-WE", std::nullopt, true);
  bool ahead = direction(i) == Direction::kFuture;
  bool weekend_now = context_.published->weekday() == 0 || context_.published->weekday() == 6;
  DatedValue value = unit_around(context_.published->plus(ahead || weekend_now ? 0 : -7), TimeUnit::kWeekend);
  return make(i, i + 1, value.value, value.days, true);
}

/// the week of March 6
TimeGrammar::Found TimeGrammar::week_of_date(int i) const {
  if (words_[i] != "week" || words_[i + 1] != "of") return std::nullopt;
  Found date = calendar_date(i + 2);
  if (!date || !date->days || date->value.size() != 10) return std::nullopt;
  return make(i, date->end, week_value(date->days->start), week_of(date->days->start), date->relative);
}

/// the past two months, the last decade, the next 10 days, recent weeks, coming years.
TimeGrammar::Found TimeGrammar::stretch(int i) const {
  int at = words_[i] == "the" ? i + 1 : i;
  bool back = words_.is(at, {"past", "last", "previous", "preceding"});
  bool ahead = words_.is(at, {"next", "coming", "following"});
  bool recent = words_.is(at, {"recent"});
  // "coming precisely three years after": a verb, not "in coming years".
  bool loose = words_.is(at, {"coming", "following"}) && at == i && !words_.is(i - 1, {"in", "over", "for", "during"});
  if (loose) return std::nullopt;
  if (!back && !ahead && !recent) return std::nullopt;
  bool single_ok = words_.is(at, {"past", "coming"}) || (words_[at] == "last" && at > i);
  int from = at + 1;
  std::optional<Quantity> quantity = quantity_at(words_, from);
  if (quantity && words_.is(from, {"a", "an"}) && quantity->end == from + 1) quantity.reset();
  int name = quantity ? quantity->end : from;
  if (words_[name] == "-") ++name;
  auto unit = unit_from_name(words_[name]);
  if (!unit || !measures(*unit)) return std::nullopt;
  bool plural = words_[name].ends_with('s');
  if (!quantity && !plural && !(single_ok && *unit >= TimeUnit::kDay)) return std::nullopt;
  if (!quantity && words_[at] == "last" && *unit < TimeUnit::kMonth && !plural && at == i) return std::nullopt;
  Quantity amount = quantity.value_or(Quantity{name, 1, plural, "", false});
  TimeMatch match = make(i, name + 1, duration_value(amount.amount, amount.vague, *unit), std::nullopt, true);
  match.type = TimeType::kDuration;
  match.mod = amount.mod;
  if (!context_.published || amount.vague) return match;
  Date published = *context_.published;
  if (back) match.days = DateRange{shift(published, -amount.amount, *unit), published};
  if (ahead) match.days = DateRange{published, shift(published, amount.amount, *unit)};
  return match;
}

/// 16-hour, two-day, decades-long.
TimeGrammar::Found TimeGrammar::hyphenated(int i) const {
  auto amount = number_from_word(words_[i]);
  auto plural = unit_from_name(words_[i]);
  if (plural && words_[i + 1] == "-" && words_.is(i + 2, {"long", "old"})) {
    if (words_[i + 2] == "old" || !measures(*plural)) return std::nullopt;
    bool vague = words_[i].ends_with('s');
    TimeMatch match = make(i, i + 3, duration_value(1, vague, *plural), std::nullopt);
    match.type = TimeType::kDuration;
    return match;
  }
  if (!amount || !words_.is(i + 1, {"-"})) return std::nullopt;
  auto unit = unit_from_name(words_[i + 2]);
  if (!unit || words_[i + 2].ends_with('s') || *unit == TimeUnit::kQuarter) return std::nullopt;
  if (words_[i + 3] == "-" && words_.is(i + 4, {"old", "olds"})) return std::nullopt;
  int end = i + 3;
  if (words_[end] == "-" && words_[end + 1] == "long") end += 2;
  TimeMatch match = make(i, end, duration_value(*amount, false, *unit), std::nullopt);
  match.type = TimeType::kDuration;
  return match;
}

/// weeks, for years: an unnamed number of units.
TimeGrammar::Found TimeGrammar::vague_units(int i) const {
  auto unit = unit_from_name(words_[i]);
  if (!unit || !words_[i].ends_with('s') || !measures(*unit) || words_[i] == "nights" || words_[i + 1] == "old") return std::nullopt;
  if (Found found = counted_from(i, {i, 0, true, "", false}, *unit, i + 1)) return found;
  TimeMatch match = make(i, i + 1, duration_value(0, true, *unit), std::nullopt);
  match.type = TimeType::kDuration;
  return match;
}

/// two weeks ago, three years to the day after X, a day earlier, five hours.
TimeGrammar::Found TimeGrammar::counted(int i) const {
  auto quantity = quantity_at(words_, i);
  if (!quantity) return std::nullopt;
  int name = quantity->end;
  if (words_[name] == "more" || words_[name] == "full" || words_[name] == "consecutive" || words_[name] == "straight") ++name;
  auto unit = unit_from_name(words_[name]);
  int after = name + 1;
  if (unit && words_[after] == "and" && words_[after + 1] == "a" && words_[after + 2] == "half") {
    quantity->amount += 0.5;
    after += 3;
  }
  if (!unit || words_.is(name + 1, {"old"}) || (words_[name + 1] == "-" && words_[name + 2] == "old")) return std::nullopt;
  bool title = words_.capital(name) && !words_.capital(i) && words_.form(name).substr(1) == words_[name].substr(1);
  if (title && words_.is_number(i)) return std::nullopt;
  bool article = words_.is(i, {"a", "an"}) && name == i + 1;
  if (*unit == TimeUnit::kSecond && !words_[name].ends_with('s')) return std::nullopt;
  if (*unit == TimeUnit::kQuarter && !words_[name].ends_with('s')) return std::nullopt;
  if (article && words_.is(i - 1, {"once", "twice", "times"})) return std::nullopt;
  if (Found found = counted_from(i, *quantity, *unit, after)) return found;
  if (article && (!measures(*unit) || words_[name + 1] == "of")) return std::nullopt;
  if (words_[i] == "one" && words_[name] == "day" && !words_.is(i - 1, {"for", "in", "within", "than", "only", "just"}))
    return std::nullopt;
  TimeMatch match = make(i, after, duration_value(quantity->amount, quantity->vague, *unit), std::nullopt);
  match.type = TimeType::kDuration;
  match.mod = quantity->mod;
  bool awaited = words_.is(i - 1, {"in", "within"}) && !quantity->vague && context_.published && direction(i) == Direction::kFuture;
  if (awaited) {
    Date then = shift(*context_.published, quantity->amount, *unit);
    match.days = words_[i - 1] == "in" ? DateRange{then, then} : DateRange{*context_.published, then};
    match.relative = true;
  }
  return match;
}

/// What stands after the unit and turns an amount into a date: ago, earlier, later, from now, after X.
TimeGrammar::Found TimeGrammar::counted_from(int i, const Quantity& quantity, TimeUnit unit, int after) const {
  int at = after;
  bool to_the_day = words_[at] == "to" && words_[at + 1] == "the" && words_.is(at + 2, {"day", "hour", "week", "month"});
  if (to_the_day) at += 3;
  if (Found event = counted_event(i, {quantity.end, quantity.amount, quantity.vague, quantity.mod, quantity.exact || to_the_day}, unit, at))
    return event;
  int way = 0;
  bool from_mentioned = false;
  int end = at + 1;
  bool closes = is_mark(words_[at + 1]) || at + 1 == words_.size();
  if (words_[at] == "ago" || (words_[at] == "back" && closes))
    way = -1;
  else if (words_.is(at, {"earlier", "previously", "beforehand"}))
    way = -1, from_mentioned = true;
  else if (words_.is(at, {"later", "afterward", "afterwards"}))
    way = 1, from_mentioned = true;
  else if (words_.is(at, {"before"}) && closes)
    way = -1, from_mentioned = true;
  else if (words_.is(at, {"after"}) && closes)
    way = 1, from_mentioned = true;
  else if (words_[at] == "from" && words_[at + 1] == "now")
    way = 1, end = at + 2;
  else if (words_[at] == "hence")
    way = 1;
  else
    return std::nullopt;
  bool below_day = unit < TimeUnit::kDay;
  std::optional<Date> named = unit >= TimeUnit::kMonth ? context_.period : context_.mentioned;
  std::optional<Date> base = from_mentioned && named ? named : context_.published;
  // "later" counts from something told before; the report's own date it can be only where the verb looks ahead.
  if (from_mentioned && way > 0 && !named && direction(i) != Direction::kFuture) base.reset();
  if (quantity.vague || !base) {
    TimeMatch match = make(i, end, quantity.vague ? (way < 0 ? "PAST_REF" : "FUTURE_REF") : duration_value(quantity.amount, false, unit),
                           std::nullopt, true);
    if (!quantity.vague) match.type = TimeType::kDuration;
    return match;
  }
  TimeUnit grain = unit == TimeUnit::kDecade || unit == TimeUnit::kCentury ? TimeUnit::kYear
                   : unit == TimeUnit::kQuarter                            ? TimeUnit::kMonth
                   : unit == TimeUnit::kFortnight                          ? TimeUnit::kWeek
                                                                           : unit;
  DatedValue value = unit_around(shift(*base, way * quantity.amount, unit), below_day ? TimeUnit::kDay : grain);
  TimeMatch match = make(i, end, value.value, value.days, true);
  match.mod = quantity.mod;
  return match;
}

/// The days to count from: an event that lasted is over before the time after it begins, unless the words name its start.
DateRange TimeGrammar::event_base(const DatedEvent& event, int way, int begin, int end) const {
  constexpr int kLasting = 60;
  bool lasted = event.when.end.days - event.when.start.days > kLasting;
  for (int i = begin; i < end; ++i)
    if (words_.is(i, {"start", "outbreak", "beginning", "began", "begun", "started", "launch", "onset", "since"})) lasted = false;
  if (way < 0 || !lasted || words_[begin - 1] == "since") return event.when;
  return {event.when.end, event.when.end};
}

/// Three years after Russia's invasion of Ukraine; two days before the vote.
TimeGrammar::Found TimeGrammar::counted_event(int i, const Quantity& quantity, TimeUnit unit, int after) const {
  int way = 0;
  if (words_.is(after, {"after", "since", "following"}))
    way = 1;
  else if (words_[after] == "before")
    way = -1;
  else if (words_[after] == "prior" && words_[after + 1] == "to")
    way = -1;
  else if (words_[after] == "ahead" && words_[after + 1] == "of")
    way = -1;
  else
    return std::nullopt;
  int start = after + (words_.is(after, {"prior", "ahead"}) ? 2 : 1);
  if (start >= words_.size() || is_mark(words_[start])) return std::nullopt;
  TimeMatch match = make(i, after + 1, duration_value(quantity.amount, quantity.vague, unit), std::nullopt, true);
  match.type = TimeType::kDuration;
  match.mod = quantity.mod;
  match.end = after;
  std::optional<DateRange> base;
  if (Found date = calendar_date(start); date && date->days) {
    base = date->days;
    match.anchor_begin = match.anchor_end = start;
    match.end = date->end;
  } else {
    match.anchor_begin = start;
    match.anchor_end = anchor_end(start);
    if (context_.events != nullptr) match.event = context_.events->match(words_.sentence(), start, match.anchor_end, context_.published);
    if (match.event != nullptr) base = event_base(*match.event, way, start, match.anchor_end);
  }
  if (!base || quantity.vague) return match;
  Date then = shift(base->start, way * quantity.amount, unit);
  match.type = TimeType::kDate;
  // "Monday marks three years since": what is marked falls on its day.
  bool marked = false;
  for (int k = std::max(0, i - 3); k < i; ++k) marked = marked || words_.is(k, {"mark", "marks", "marked", "marking"});
  match.exact = quantity.exact || marked || unit <= TimeUnit::kDay;
  bool fits_report = context_.published && std::abs(context_.published->days - then.days) <= 3 && unit >= TimeUnit::kYear;
  match.exact = match.exact || fits_report;
  DatedValue value = unit_around(then, match.exact ? TimeUnit::kDay : unit >= TimeUnit::kYear ? TimeUnit::kMonth : unit);
  match.value = value.value;
  match.days = value.days;
  if (!match.exact && match.mod.empty()) match.mod = "APPROX";
  return match;
}

/// Past the noun phrase or clause that an event stands in: its subtree where there is a parse, else up to a mark or a clause word.
int TimeGrammar::anchor_end(int begin) const {
  constexpr int kLongest = 14;
  const std::vector<Word>& all = words_.sentence().words;
  int limit = std::min(words_.size(), begin + kLongest);
  int end = begin;
  while (end < limit && !(end > begin && (is_clause_word(words_[end]) || (is_mark(words_[end]) && words_[end] != "-")))) ++end;
  if (words_.sentence().size() == 0 || std::ranges::none_of(all, [](const Word& word) { return word.head >= 0; })) return end;
  // The highest word of the stretch holds the phrase; whatever does not hang below it is not part of it.
  auto inside = [&](int word) { return word >= begin && word < end; };
  int top = begin;
  for (int steps = 0; steps < kLongest && inside(all[static_cast<size_t>(top)].head); ++steps) top = all[static_cast<size_t>(top)].head;
  int last = begin;
  for (int k = begin; k < end; ++k) {
    int up = k;
    for (int steps = 0; steps < kLongest && up != top && inside(up); ++steps) up = all[static_cast<size_t>(up)].head;
    if (up == top) last = k;
  }
  return last + 1;
}

/// daily, every Monday, twice a week, on Mondays.
TimeGrammar::Found TimeGrammar::recurring(int i) const {
  auto set = [&](int end, std::string value) {
    TimeMatch match = make(i, end, std::move(value), std::nullopt);
    match.type = TimeType::kSet;
    return match;
  };
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kAdverbs = {{{"daily", "P1D"},
                                                                                             {"nightly", "P1D"},
                                                                                             {"weekly", "P1W"},
                                                                                             {"fortnightly", "P2W"},
                                                                                             {"monthly", "P1M"},
                                                                                             {"quarterly", "P3M"},
                                                                                             {"yearly", "P1Y"},
                                                                                             {"annually", "P1Y"},
                                                                                             {"hourly", "PT1H"}}};
  for (auto [word, value] : kAdverbs)
    if (words_[i] == word && !words_.capital(i + 1)) return set(i + 1, std::string(value));
  int day = weekday_from_name(words_[i].ends_with('s') ? words_[i].substr(0, words_[i].size() - 1) : words_[i]);
  bool plural_day = day >= 0 && words_[i].ends_with("days") && words_.capital(i);
  if (plural_day) return set(i + 1, fmt::format("XXXX-WXX-{}", day == 0 ? 7 : day));
  if (words_.is(i, {"every", "each"})) {
    int at = i + 1;
    auto amount = number_from_word(words_[at]);
    if (words_[at] == "other") amount = 2;
    if (amount) ++at;
    if (auto unit = unit_from_name(words_[at]); unit && measures(*unit))
      return set(at + 1, duration_value(amount.value_or(1), false, *unit));
    if (int weekday = weekday_from_name(words_[at]); weekday >= 0)
      return set(at + 1, fmt::format("XXXX-WXX-{}", weekday == 0 ? 7 : weekday));
    if (unsigned month = month_from_name(words_[at]); month > 0 && words_.capital(at)) return set(at + 1, fmt::format("XXXX-{:02}", month));
    if (!day_part(words_[at]).empty()) return set(at + 1, fmt::format("XXXX-XX-XXT{}", day_part(words_[at])));
    return std::nullopt;
  }
  int unit_at = -1;
  if (words_.is(i, {"once", "twice"}) && words_.is(i + 1, {"a", "an", "each", "every", "per"})) unit_at = i + 2;
  if (number_from_word(words_[i]) && words_[i + 1] == "times" && words_.is(i + 2, {"a", "an", "each", "every", "per"})) unit_at = i + 3;
  if (words_[i] == "per" || (words_[i] == "a" && words_.is(i - 1, {"%", "percent", "barrels", "times"}))) unit_at = i + 1;
  auto unit = unit_from_name(words_[unit_at]);
  if (unit_at < 0 || !unit || words_[unit_at].ends_with('s')) return std::nullopt;
  return set(unit_at + 1, duration_value(1, false, *unit));
}

/// Narrows a period to its early, middle or late part, or to what of it is past or to come.
TimeGrammar::Found TimeGrammar::narrowed(int i, TimeMatch inner, std::string_view which) const {
  inner.begin = i;
  if (which == "earlier" || which == "later") {
    if (!inner.days || !context_.published || !inner.days->contains(*context_.published)) return inner;
    if (which == "earlier")
      inner.days->end = *context_.published;
    else
      inner.days->start = *context_.published;
    return inner;
  }
  int part = which == "early" || which == "start" || which == "beginning" ? 0 : which == "mid" || which == "middle" ? 1 : 2;
  static constexpr std::array<std::string_view, 3> kMods = {"START", "MID", "END"};
  inner.mod = kMods[static_cast<size_t>(part)];
  if (inner.days && inner.days->start < inner.days->end) inner.days = third_of(*inner.days, part);
  return inner;
}

/// early this month, late March, mid-June, the end of the year, later this week.
TimeGrammar::Found TimeGrammar::edge(int i) const {
  auto inner_at = [&](int at) -> Found {
    for (auto parse : {&TimeGrammar::shifted, &TimeGrammar::season_of_year, &TimeGrammar::calendar_date, &TimeGrammar::decade,
                       &TimeGrammar::century, &TimeGrammar::quarter_or_half, &TimeGrammar::deictic})
      if (Found found = (this->*parse)(at); found && found->type == TimeType::kDate) return found;
    return std::nullopt;
  };
  if (words_[i].starts_with("mid-")) {
    std::string_view rest = words_[i].substr(4);
    unsigned month = month_from_name(rest);
    if (month == 0) return std::nullopt;
    auto given = year_at(i + 1);
    if (!given && !context_.published) return make(i, i + 1, fmt::format("XXXX-{:02}", month), std::nullopt, true);
    int year = given ? *given : month_year(month, direction(i));
    return narrowed(i, make(i, i + (given ? 2 : 1), month_value(year, month), DateRange::month(year, month), !given), "mid");
  }
  int at = -1;
  std::string_view which = words_[i];
  if (words_.is(i, {"early", "late", "mid", "earlier", "later"})) {
    at = i + 1;
    if (words_.is(at, {"in", "on", "-"})) ++at;
    if (words_[at] == "the") ++at;
  } else if (words_.is(i, {"beginning", "start", "end", "middle"}) && words_[i + 1] == "of") {
    at = i + 2;
    if (words_[at] == "the" && words_.is(at + 1, {"year", "month", "week", "decade", "century"}) && context_.published) {
      auto unit = *unit_from_name(words_[at + 1]);
      DatedValue value = unit_around(*context_.published, unit);
      return narrowed(i, make(i, at + 2, value.value, value.days, true), which);
    }
    if (words_[at] == "the") ++at;
  }
  if (at < 0) return std::nullopt;
  Found inner = inner_at(at);
  bool whole_unit = inner && inner->value.size() != 10;
  if (!inner || (!whole_unit && (which == "mid" || which == "end" || which == "middle"))) return std::nullopt;
  if (whole_unit) return narrowed(i, *inner, which);
  inner->begin = i;
  inner->mod.clear();
  return inner;
}

/// the eve of X, the day before X, the day after X.
TimeGrammar::Found TimeGrammar::beside_event(int i) const {
  int way = 0;
  int at = 0;
  TimeUnit unit = TimeUnit::kDay;
  if (words_[i] == "eve" && words_[i + 1] == "of") {
    way = -1;
    at = i + 2;
  } else if (words_.is(i, {"day", "week", "month", "year", "morning", "night"}) && words_.is(i + 1, {"before", "after"}) &&
             words_.is(i - 1, {"the", "a", "one"})) {
    way = words_[i + 1] == "before" ? -1 : 1;
    unit = unit_from_name(words_[i]).value_or(TimeUnit::kDay);
    at = i + 2;
  } else {
    return std::nullopt;
  }
  if (at >= words_.size() || is_mark(words_[at])) return std::nullopt;
  Found date = shifted(at);
  if (!date) date = calendar_date(at);
  if (date && date->days) {
    DatedValue value = unit_around(shift(way < 0 ? date->days->start : date->days->end, way, unit), unit);
    return make(i, date->end, value.value, value.days, date->relative);
  }
  TimeMatch match = make(i, i + 1, unit == TimeUnit::kDay ? "XXXX-XX-XX" : "XXXX", std::nullopt, true);
  match.anchor_begin = at;
  match.anchor_end = anchor_end(at);
  if (context_.events != nullptr) match.event = context_.events->match(words_.sentence(), at, match.anchor_end, context_.published);
  if (match.event == nullptr) return match;
  DatedValue value = unit_around(shift(way < 0 ? match.event->when.start : match.event->when.end, way, unit), unit);
  match.value = value.value;
  match.days = value.days;
  match.exact = unit == TimeUnit::kDay;
  return match;
}

/// the third anniversary of X: that day, that many years on.
TimeGrammar::Found TimeGrammar::anniversary(int i) const {
  auto nth = ordinal_from_word(words_[i]);
  int at = i + 1;
  if (!nth) {
    auto number = number_from_word(words_[i]);
    if (!number || words_[i + 1] != "-" || words_[i + 2] != "year") return std::nullopt;
    nth = number;
    at = i + 3;
  } else if (*nth >= 20 && words_[at] == "-") {
    ++at;
  }
  if (*nth < 1 || words_[at] != "anniversary" || words_[at + 1] != "of") return std::nullopt;
  int start = at + 2;
  TimeMatch match = make(i, at + 1, "XXXX-XX-XX", std::nullopt, true);
  match.anchor_begin = start;
  match.anchor_end = anchor_end(start);
  if (context_.events != nullptr) match.event = context_.events->match(words_.sentence(), start, match.anchor_end, context_.published);
  if (match.event == nullptr) return match;
  Date then = match.event->when.start.plus_months(*nth * 12);
  match.value = then.iso();
  match.days = DateRange{then, then};
  match.exact = true;
  return match;
}

}  // namespace demarche

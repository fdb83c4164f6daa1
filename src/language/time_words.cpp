#include "language/time_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

#include "base/strings.h"

namespace demarche {

namespace {

template <class Value>
struct Entry {
  std::string_view word;
  Value value;
};

template <class Value, size_t N>
std::optional<Value> look_up(const std::array<Entry<Value>, N>& table, std::string_view word) {
  for (const auto& entry : table)
    if (entry.word == word) return entry.value;
  return std::nullopt;
}

constexpr std::array<Entry<TimeUnit>, 14> kUnits = {{{"second", TimeUnit::kSecond},
                                                     {"minute", TimeUnit::kMinute},
                                                     {"hour", TimeUnit::kHour},
                                                     {"day", TimeUnit::kDay},
                                                     {"weekend", TimeUnit::kWeekend},
                                                     {"week", TimeUnit::kWeek},
                                                     {"fortnight", TimeUnit::kFortnight},
                                                     {"month", TimeUnit::kMonth},
                                                     {"quarter", TimeUnit::kQuarter},
                                                     {"year", TimeUnit::kYear},
                                                     {"decade", TimeUnit::kDecade},
                                                     {"century", TimeUnit::kCentury},
                                                     {"centurie", TimeUnit::kCentury},
                                                     {"night", TimeUnit::kDay}}};

constexpr std::array<Entry<int>, 30> kNumbers = {{{"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
                                                  {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
                                                  {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
                                                  {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
                                                  {"twenty", 20},  {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},
                                                  {"seventy", 70}, {"eighty", 80},  {"ninety", 90},    {"dozen", 12},    {"hundred", 100}}};

constexpr std::array<std::string_view, 31> kOrdinals = {
    "first",        "second",       "third",          "fourth",        "fifth",        "sixth",         "seventh",      "eighth",
    "ninth",        "tenth",        "eleventh",       "twelfth",       "thirteenth",   "fourteenth",    "fifteenth",    "sixteenth",
    "seventeenth",  "eighteenth",   "nineteenth",     "twentieth",     "twenty-first", "twenty-second", "twenty-third", "twenty-fourth",
    "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",     "thirty-first"};

constexpr std::array<Entry<std::string_view>, 12> kDayParts = {{{"morning", "MO"},
                                                                {"mornings", "MO"},
                                                                {"afternoon", "AF"},
                                                                {"afternoons", "AF"},
                                                                {"evening", "EV"},
                                                                {"evenings", "EV"},
                                                                {"night", "NI"},
                                                                {"nights", "NI"},
                                                                {"dawn", "MO"},
                                                                {"midday", "MI"},
                                                                {"dusk", "EV"},
                                                                {"nighttime", "NI"}}};

/// Words before a quantity and what they make of it. Two words are joined by a blank.
struct Modifier {
  std::string_view words;
  std::string_view mod;
  bool exact;
};
constexpr std::array<Modifier, 20> kModifiers = {{{"more than", "MORE_THAN", false},
                                                  {"less than", "LESS_THAN", false},
                                                  {"fewer than", "LESS_THAN", false},
                                                  {"at least", "EQUAL_OR_MORE", false},
                                                  {"at most", "EQUAL_OR_LESS", false},
                                                  {"up to", "EQUAL_OR_LESS", false},
                                                  {"as many", "APPROX", false},
                                                  {"just over", "MORE_THAN", false},
                                                  {"just under", "LESS_THAN", false},
                                                  {"well over", "MORE_THAN", false},
                                                  {"about", "APPROX", false},
                                                  {"around", "APPROX", false},
                                                  {"roughly", "APPROX", false},
                                                  {"approximately", "APPROX", false},
                                                  {"nearly", "LESS_THAN", false},
                                                  {"almost", "LESS_THAN", false},
                                                  {"over", "MORE_THAN", false},
                                                  {"exactly", "", true},
                                                  {"precisely", "", true},
                                                  {"some", "APPROX", false}}};

std::optional<double> fraction(std::string_view word) {
  if (word == "1/2" || word == "½" || word == "half") return 0.5;
  if (word == "1/4" || word == "¼") return 0.25;
  if (word == "3/4" || word == "¾") return 0.75;
  return std::nullopt;
}

/// Number words from `i`: *twenty-one*, *one hundred and five*, *two and a half*, *5 1/2*.
std::optional<Quantity> plain_number(const TimeWords& words, int i) {
  Quantity quantity;
  auto first = number_from_word(words[i]);
  if (words[i].find('.') != std::string_view::npos && is_digit(words[i][0])) {
    double value = 0;
    auto [end, error] = std::from_chars(words[i].data(), words[i].data() + words[i].size(), value);
    if (error == std::errc{} && end == words[i].data() + words[i].size()) return Quantity{i + 1, value, false, "", false};
  }
  if (!first) {
    auto part = fraction(words[i]);
    if (!part) return std::nullopt;
    bool article = words.is(i + 1, {"a", "an"});
    return Quantity{i + (article ? 2 : 1), *part, false, "", false};
  }
  quantity.amount = *first;
  quantity.end = i + 1;
  bool tens = *first >= 20 && *first <= 90 && *first % 10 == 0 && !is_digit(words[i][0]);
  if (tens && words[i + 1] == "-") {
    auto ones = number_from_word(words[i + 2]);
    if (ones && *ones > 0 && *ones < 10) {
      quantity.amount += *ones;
      quantity.end = i + 3;
    }
  }
  if (words.is(quantity.end, {"hundred", "dozen"}) && !is_digit(words[i][0])) {
    quantity.amount *= *number_from_word(words[quantity.end]);
    ++quantity.end;
  }
  if (words[quantity.end] == "and" && words.is(quantity.end + 1, {"a", "one"}) && words.is(quantity.end + 2, {"half", "-half"})) {
    quantity.amount += 0.5;
    quantity.end += 3;
  } else if (auto part = fraction(words[quantity.end]); part && words[quantity.end] != "half") {
    quantity.amount += *part;
    ++quantity.end;
  }
  return quantity;
}

std::optional<Quantity> bare_quantity(const TimeWords& words, int i) {
  auto vague = [](int end) { return Quantity{end, 0, true, "", false}; };
  if (words[i] == "a" && words[i + 1] == "couple" && words[i + 2] == "of") return Quantity{i + 3, 2, false, "APPROX", false};
  if (words[i] == "a" && words[i + 1] == "couple") return Quantity{i + 2, 2, false, "APPROX", false};
  if (words[i] == "a" && words.is(i + 1, {"few", "dozen", "number", "half", "hundred"})) {
    if (words[i + 1] == "dozen") return Quantity{i + 2, 12, false, "", false};
    if (words[i + 1] == "hundred") return Quantity{i + 2, 100, false, "", false};
    if (words[i + 1] == "half") return Quantity{i + (words[i + 2] == "-" ? 3 : 2), 0.5, false, "", false};
    return vague(i + (words[i + 2] == "of" ? 3 : 2));
  }
  if (words.is(i, {"several", "many", "few", "numerous", "countless", "some"})) return vague(i + 1);
  if (words.is(i, {"tens", "dozens", "scores", "hundreds", "thousands"}) && words[i + 1] == "of") return vague(i + 2);
  if (words[i] == "half" && words.is(i + 1, {"a", "an"})) return Quantity{i + 2, 0.5, false, "", false};
  if (words.is(i, {"a", "an"})) return Quantity{i + 1, 1, false, "", false};
  return plain_number(words, i);
}

/// Words that expressions of time begin with, or that follow an article or preposition that they begin with.
const std::unordered_set<std::string_view>& opening_words() {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> all = {
        "monday",     "tuesday",   "wednesday",   "thursday",  "friday",    "saturday",  "sunday",        "mondays",       "tuesdays",
        "wednesdays", "thursdays", "fridays",     "saturdays", "sundays",   "mon.",      "tue.",          "tues.",         "wed.",
        "thu.",       "thur.",     "thurs.",      "fri.",      "sat.",      "sun.",      "january",       "february",      "march",
        "april",      "may",       "june",        "july",      "august",    "september", "october",       "november",      "december",
        "jan",        "feb",       "mar",         "apr",       "jun",       "jul",       "aug",           "sep",           "sept",
        "oct",        "nov",       "dec",         "jan.",      "feb.",      "mar.",      "apr.",          "jun.",          "jul.",
        "aug.",       "sep.",      "sept.",       "oct.",      "nov.",      "dec.",      "today",         "tonight",       "yesterday",
        "tomorrow",   "overnight", "now",         "currently", "nowadays",  "future",    "past",          "last",          "next",
        "this",       "that",      "same",        "previous",  "preceding", "following", "coming",        "current",       "recent",
        "early",      "late",      "mid",         "earlier",   "later",     "beginning", "start",         "end",           "middle",
        "every",      "each",      "once",        "twice",     "per",       "daily",     "nightly",       "weekly",        "fortnightly",
        "monthly",    "quarterly", "yearly",      "annually",  "hourly",    "eve",       "noon",          "midday",        "midnight",
        "fiscal",     "spring",    "summer",      "autumn",    "fall",      "winter",    "several",       "many",          "few",
        "numerous",   "countless", "couple",      "dozen",     "half",      "number",    "tens",          "dozens",        "scores",
        "hundreds",   "thousands", "more",        "less",      "fewer",     "just",      "well",          "about",         "around",
        "roughly",    "nearly",    "almost",      "over",      "exactly",   "precisely", "some",          "approximately", "least",
        "most",       "present",   "moment",      "thirties",  "forties",   "fifties",   "sixties",       "seventies",     "eighties",
        "nineties",   "christmas", "boxing",      "new",       "halloween", "valentine", "victory",       "bastille",      "independence",
        "fourth",     "armistice", "remembrance", "veterans",  "nowruz",    "st.",       "international", "epiphany",      "thanksgiving",
        "labor",      "memorial",  "presidents",  "columbus",  "martin",    "election",  "easter",        "good",          "palm",
        "orthodox",   "morning"};
    for (const auto& entry : kNumbers) all.insert(entry.word);
    for (std::string_view ordinal : kOrdinals) all.insert(ordinal);
    for (const auto& entry : kUnits) all.insert(entry.word);
    for (std::string_view plural : {"seconds", "minutes", "hours", "days", "weekends", "weeks", "fortnights", "months", "quarters", "years",
                                    "decades", "centuries", "nights"})
      all.insert(plural);
    return all;
  }();
  return words;
}

}  // namespace

std::optional<TimeUnit> unit_from_name(std::string_view lower) {
  if (lower.size() > 3 && lower.ends_with('s')) lower.remove_suffix(1);
  return look_up(kUnits, lower);
}

std::optional<int> number_from_word(std::string_view lower) {
  if (lower.empty()) return std::nullopt;
  if (is_digit(lower[0])) {
    std::string digits;
    for (char c : lower) {
      if (c == ',') continue;
      if (!is_digit(c)) return std::nullopt;
      digits += c;
    }
    int value = 0;
    if (digits.size() > 6) return std::nullopt;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }
  return look_up(kNumbers, lower);
}

std::optional<int> ordinal_from_word(std::string_view lower) {
  if (lower == "last") return -1;
  for (size_t i = 0; i < kOrdinals.size(); ++i)
    if (kOrdinals[i] == lower) return static_cast<int>(i + 1);
  if (lower.size() < 3 || !is_digit(lower[0])) return std::nullopt;
  std::string_view suffix = lower.substr(lower.size() - 2);
  if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return std::nullopt;
  return number_from_word(lower.substr(0, lower.size() - 2));
}

int season_from_name(std::string_view lower) {
  if (lower == "spring") return 1;
  if (lower == "summer") return 2;
  if (lower == "autumn" || lower == "fall") return 3;
  return lower == "winter" ? 4 : 0;
}

std::string_view day_part(std::string_view lower) {
  return look_up(kDayParts, lower).value_or(std::string_view{});
}

TimeWords::TimeWords(const Sentence& sentence) : sentence_(&sentence) {
  lower_.reserve(sentence.words.size());
  for (const Word& word : sentence.words) {
    std::string lower = lower_ascii(word.form);
    if (size_t at = lower.find("\u2019"); at != std::string::npos) lower.replace(at, 3, "'");
    lower_.push_back(std::move(lower));
  }
}

bool TimeWords::is(int i, std::initializer_list<std::string_view> words) const {
  std::string_view word = (*this)[i];
  return !word.empty() && std::ranges::find(words, word) != words.end();
}

bool TimeWords::is_number(int i) const {
  std::string_view word = (*this)[i];
  return !word.empty() && std::ranges::all_of(word, is_digit);
}

bool TimeWords::capital(int i) const {
  std::string_view word = form(i);
  return !word.empty() && is_upper_ascii(word[0]);
}

bool TimeWords::may_begin(int i) const {
  auto opens = [&](int at) {
    std::string_view word = (*this)[at];
    if (word.empty()) return false;
    bool figure = is_digit(word[0]) || (word.size() > 1 && is_digit(word[1])) || word[0] == '\'' || word.starts_with("mid-") ||
                  static_cast<unsigned char>(word[0]) >= 0x80;
    return figure || (word.starts_with("fy") && word.size() > 3 && is_digit(word[2])) || opening_words().contains(word);
  };
  if ((*this)[i] == "up" || ((*this)[i] == "at" && (*this)[i + 1] == "the")) return opens(i + 2);
  if (is(i, {"a", "an", "the", "at", "as", "from", "between"})) return opens(i + 1);
  return opens(i);
}

std::optional<Quantity> quantity_at(const TimeWords& words, int i) {
  for (const Modifier& modifier : kModifiers) {
    size_t blank = modifier.words.find(' ');
    bool two = blank != std::string_view::npos;
    if (words[i] != modifier.words.substr(0, blank) || (two && words[i + 1] != modifier.words.substr(blank + 1))) continue;
    int after = i + (two ? 2 : 1);
    if (modifier.words == "as many" && words[after] == "as") ++after;
    auto quantity = bare_quantity(words, after);
    if (!quantity) return modifier.words == "some" ? bare_quantity(words, i) : std::nullopt;
    if (quantity->vague && modifier.words == "some") return std::nullopt;
    quantity->mod = modifier.mod;
    quantity->exact = modifier.exact;
    return quantity;
  }
  return bare_quantity(words, i);
}

}  // namespace demarche

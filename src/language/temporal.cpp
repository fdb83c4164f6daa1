#include "language/temporal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "language/time_grammar.h"
#include "text/written_date.h"

namespace demarche {

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_modal(std::string_view word) {
  return one_of(word, {"will", "'ll", "shall", "wo", "'d"});
}
bool is_plan(std::string_view word) {
  return one_of(word, {"scheduled", "expected", "due", "set", "planned", "plans", "plan", "slated", "upcoming", "expects", "hopes",
                       "intends", "planning", "vowed", "promised", "aims", "poised", "deadline", "forthcoming"});
}
bool is_promise(std::string_view word) {
  return one_of(word, {"vowed", "promised", "pledged", "planned"});
}
bool is_past_verb(std::string_view word) {
  return one_of(word, {"was",   "were", "had", "did",  "said",   "told", "met", "held",  "made", "took", "went",    "came",
                       "began", "left", "won", "lost", "became", "gave", "saw", "found", "led",  "sent", "brought", "announced"}) ||
         (word.size() > 4 && word.ends_with("ed") && word != "need" && word != "united" && word != "indeed");
}

/// Past or future by the verb that a word hangs on: its modal, its tense, or the plan that governs it.
Direction by_parse(const Sentence& sentence, const TimeWords& words, int i) {
  const std::vector<Word>& all = sentence.words;
  int verb = i;
  for (int steps = 0;
       steps < 12 && verb >= 0 && all[static_cast<size_t>(verb)].upos != Upos::kVerb && all[static_cast<size_t>(verb)].upos != Upos::kAux;
       ++steps)
    verb = all[static_cast<size_t>(verb)].head;
  auto has_have = [&](int modal) { return words[modal + 1] == "have" || words[modal + 2] == "have"; };
  for (int depth = 0; depth < 3 && verb >= 0; ++depth) {
    const Word& head = all[static_cast<size_t>(verb)];
    bool infinitive = false;
    for (int k = 0; k < words.size(); ++k) {
      if (all[static_cast<size_t>(k)].head != verb) continue;
      if (is_modal(words[k])) return Direction::kFuture;
      if (one_of(words[k], {"would", "could", "may", "might", "can"})) return has_have(k) ? Direction::kPast : Direction::kFuture;
      bool helped = one_of(words[k], {"was", "were", "had", "did", "have", "has"});
      if (helped && (!is_plan(words[verb]) || (depth == 0 && is_promise(words[verb])))) return Direction::kPast;
      if (words[k] == "to" && k < verb) infinitive = true;
    }
    // *promised on Monday*: the day of the promise.
    if (depth == 0 && head.xpos == "VBD" && is_promise(words[verb])) return Direction::kPast;
    if (is_plan(words[verb])) return Direction::kFuture;
    if (head.xpos == "VBD") return infinitive ? Direction::kUnknown : Direction::kPast;
    if (!infinitive && head.xpos != "VBG" && head.xpos != "VB") break;
    verb = head.head;
    while (verb >= 0 && all[static_cast<size_t>(verb)].upos != Upos::kVerb && all[static_cast<size_t>(verb)].upos != Upos::kAux)
      verb = all[static_cast<size_t>(verb)].head;
    if (verb >= 0 && is_plan(words[verb])) return Direction::kFuture;
  }
  return Direction::kUnknown;
}

/// The same from the words around: the nearest verb-like word to the left, else to the right.
Direction by_words(const TimeWords& words, int i) {
  for (int k = i - 1; k >= 0 && k >= i - 14; --k) {
    if (words.is(k, {";", "\""}) && k < i - 1) break;
    if (is_modal(words[k]) || is_plan(words[k])) return Direction::kFuture;
    if (one_of(words[k], {"would", "could", "may", "might", "can"})) return words[k + 1] == "have" ? Direction::kPast : Direction::kFuture;
    if (words[k] == "to" && words.is(k - 1, {"is", "are", "was", "were", "due", "going"})) return Direction::kFuture;
    if (is_past_verb(words[k])) return Direction::kPast;
  }
  for (int k = i + 1; k < words.size() && k <= i + 10; ++k) {
    if (is_modal(words[k])) return Direction::kFuture;
    if (is_past_verb(words[k])) return Direction::kPast;
  }
  return Direction::kUnknown;
}

/// *get around Wednesday's ruling* looks back, *will attend Friday's summit* ahead: its own verb tells, not one further up.
Direction by_owner(const Sentence& sentence, const TimeWords& words, int i) {
  const std::vector<Word>& all = sentence.words;
  int up = i;
  for (int steps = 0; steps < 12 && up >= 0 && all[static_cast<size_t>(up)].upos != Upos::kVerb; ++steps)
    up = all[static_cast<size_t>(up)].head;
  for (int k = 0; up >= 0 && k < words.size(); ++k)
    if (all[static_cast<size_t>(k)].head == up && is_modal(words[k])) return Direction::kFuture;
  return Direction::kPast;
}

Direction guess(const Sentence& sentence, const TimeWords& words, int day) {
  int i = day;
  // *until 9 a.m. Tuesday*
  while (i > 0 && day - i < 4 &&
         (words.is_number(i - 1) || words.is(i - 1, {"a.m.", "p.m.", "am", "pm", "noon", "midnight", "est", "gmt"})))
    --i;
  if (words.is(i - 1, {"upcoming", "coming", "next"})) return Direction::kFuture;
  if (words.is(i - 1, {"since", "last"})) return Direction::kPast;
  // A date in a limit (by, as soon as, between now and) is ahead unless the report looks back on it (had ... by).
  bool limit = words[i - 1] == "by" || (words[i - 1] == "as" && words.is(i - 2, {"soon", "early", "late"})) ||
               (words[i - 1] == "and" && words[i - 2] == "now") || words.is(day + 1, {"deadline"}) || words.is(day + 2, {"deadline"});
  if (limit || words.is(i - 1, {"until", "till"})) {
    for (int k = std::max(0, i - 10); k < std::min(words.size(), i + 8); ++k)
      if (words[k] == "had" || (!limit && words[k] == "was")) return Direction::kPast;
    return Direction::kFuture;
  }
  bool parsed = std::ranges::any_of(sentence.words, [](const Word& word) { return word.head >= 0; });
  if (parsed && words.is(day + 1, {"'s", "’s"})) return by_owner(sentence, words, day);
  if (parsed)
    if (Direction way = by_parse(sentence, words, day); way != Direction::kUnknown) return way;
  return by_words(words, day);
}

/// The words of a sentence that lie in a range of bytes, as they were written.
std::string words_between(const Sentence& sentence, uint32_t begin, uint32_t end) {
  std::string text;
  for (const Word& word : sentence.words) {
    if (word.span.begin < begin || word.span.end > end) continue;
    text += word.form;
    if (word.space_after && word.span.end < end) text += ' ';
  }
  return text;
}

TimeExpression expression(const Sentence& sentence, size_t number, const TimeMatch& match) {
  auto span = [&](int begin, int end) {
    return end > begin ? Span{sentence.words[static_cast<size_t>(begin)].span.begin, sentence.words[static_cast<size_t>(end - 1)].span.end}
                       : Span{};
  };
  TimeExpression found;
  found.sentence = number;
  found.first = match.begin;
  found.last = match.end - 1;
  found.span = span(match.begin, match.end);
  found.type = match.type;
  found.value = match.value;
  found.mod = match.mod;
  found.days = match.days;
  found.relative = match.relative;
  found.anchor_span = span(match.anchor_begin, match.anchor_end);
  found.anchor = words_between(sentence, found.anchor_span.begin, found.anchor_span.end);
  found.event = match.event;
  for (const TimeMatch::End& end : match.ends) found.ends.push_back({span(end.begin, end.end), end.value});
  return found;
}

std::string weekday_name(Date day) {
  static constexpr std::array<std::string_view, 7> kNames = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  return std::string(kNames[day.weekday()]);
}

std::string counting(std::string_view text, const DatedEvent& event, Date day) {
  return fmt::format("\"{}\" counts from {} ({}) to {}", text, event.name, event.when.start.iso(), day.iso());
}

/// A date with its year in the dateline: `KYIV, Feb. 24, 2025 (Agency) —` at the top of the report.
std::optional<InferredDate> from_dateline(const std::vector<Sentence>& sentences) {
  for (size_t i = 0; i < std::min<size_t>(sentences.size(), 3); ++i) {
    const Sentence& sentence = sentences[i];
    if (sentence.size() < 4 || sentence.size() > 18) continue;
    std::string_view last = sentence.words.back().form;
    bool dash = last == "-" || last == "--" || last == "_" || last == "\u2013" || last == "\u2014" || last == "\u2015";
    if (!dash) continue;
    std::string text = words_between(sentence, sentence.words.front().span.begin, sentence.words.back().span.end);
    if (auto day = parse_written_date(text)) return InferredDate{*day, fmt::format("the dateline says {}", day->iso()), sentence.span};
  }
  return std::nullopt;
}

/// *Russia invaded Ukraine three years ago today*: the event stands before the count.
std::optional<InferredDate> years_ago_today(const Sentence& sentence, const TimeWords& words, const TimeExpression& expression,
                                            const DatedEvents& events) {
  bool today = words[expression.last] == "ago" &&
               (words[expression.last + 1] == "today" || (words.is(expression.last + 1, {"to"}) && words.is(expression.last + 3, {"day"})));
  bool years = expression.value.size() > 2 && expression.value[0] == 'P' && expression.value.back() == 'Y';
  if (!today || !years || expression.value[1] == 'X') return std::nullopt;
  const DatedEvent* event = events.match(sentence, std::max(0, expression.first - 14), expression.first);
  if (event == nullptr) return std::nullopt;
  int count = 0;
  for (char c : expression.value.substr(1, expression.value.size() - 2)) count = count * 10 + (c - '0');
  if (count < 1 || count > 200) return std::nullopt;
  Date day = event->when.start.plus_months(count * 12);
  std::string text = words_between(sentence, expression.span.begin, sentence.words[static_cast<size_t>(expression.last + 1)].span.end);
  return InferredDate{day, counting(text, *event, day), expression.span};
}

/// A bare weekday that tells when the report's own events happened.
struct NamedDay {
  int weekday = 0;
  Span span;
};

std::vector<NamedDay> bare_weekdays(const std::vector<Sentence>& sentences) {
  std::vector<NamedDay> days;
  for (const Sentence& sentence : sentences) {
    TimeWords words(sentence);
    for (int i = 0; i < words.size(); ++i) {
      int day = weekday_from_name(words[i]);
      if (day < 0 || words[i].size() < 6 || !words.capital(i) || words.is(i - 1, {"last", "next", "every", "until", "each", "coming"}))
        continue;
      days.push_back({day, sentence.words[static_cast<size_t>(i)].span});
    }
  }
  return days;
}

}  // namespace

std::string_view name(TimeType type) {
  switch (type) {
    case TimeType::kDate:
      return "DATE";
    case TimeType::kTime:
      return "TIME";
    case TimeType::kDuration:
      return "DURATION";
    case TimeType::kSet:
      return "SET";
  }
  return "DATE";
}

std::vector<TimeExpression> TemporalTagger::find(const std::vector<Sentence>& sentences, std::optional<Date> published,
                                                 const DirectionHint& hint) const {
  std::vector<TimeExpression> found;
  TimeContext context;
  context.published = published;
  context.events = events_.get();
  size_t told_in = 0;
  for (size_t number = 0; number < sentences.size(); ++number) {
    const Sentence& sentence = sentences[number];
    TimeWords words(sentence);
    context.direction = [&](int i) {
      Direction told = hint ? hint(sentence, i) : Direction::kUnknown;
      return told != Direction::kUnknown ? told : guess(sentence, words, i);
    };
    TimeGrammar grammar(words, context);
    if (number > told_in + 1) context.told_year.reset();
    for (int i = 0; i < words.size();) {
      std::optional<TimeMatch> match = grammar.at(i);
      if (!match || match->end <= i) {
        ++i;
        continue;
      }
      found.push_back(expression(sentence, number, *match));
      bool named = match->type == TimeType::kDate && match->days && match->days->start == match->days->end;
      if (named) context.mentioned = match->days->start;
      if (match->type == TimeType::kDate && match->days) context.period = match->days->start;
      if (match->type == TimeType::kDate && match->days && !match->relative && match->value.size() >= 7 &&
          match->days->start.year() == match->days->end.year()) {
        context.told_year = match->days->start.year();
        told_in = number;
      }
      i = match->end;
    }
  }
  return found;
}

std::optional<InferredDate> TemporalTagger::infer_date(const std::vector<Sentence>& sentences) const {
  if (auto stated = from_dateline(sentences)) return stated;
  std::vector<NamedDay> weekdays = bare_weekdays(sentences);
  for (const TimeExpression& expression : find(sentences, std::nullopt)) {
    const Sentence& sentence = sentences[expression.sentence];
    TimeWords words(sentence);
    if (expression.event == nullptr && events_ != nullptr)
      if (auto told = years_ago_today(sentence, words, expression, *events_)) return told;
    bool single = expression.days && expression.days->start == expression.days->end;
    if (!single) continue;
    Date day = expression.days->start;
    std::string text = words_between(sentence, expression.span.begin, std::max(expression.span.end, expression.anchor_span.end));
    if (expression.event != nullptr && expression.relative) {
      bool fits = weekdays.empty() ||
                  std::ranges::any_of(weekdays, [&](const NamedDay& named) { return named.weekday == static_cast<int>(day.weekday()); });
      if (!fits) continue;
      std::string check = weekdays.empty() ? "" : fmt::format(", a {} as the report says", weekday_name(day));
      return InferredDate{day, counting(text, *expression.event, day) + check, cover(expression.span, expression.anchor_span)};
    }
    bool beside_today =
        words[expression.first - 1] == "today" || (words[expression.first - 1] == "," && words[expression.first - 2] == "today");
    if (beside_today && !expression.relative) return InferredDate{day, fmt::format("the report calls {} today", text), expression.span};
  }
  return std::nullopt;
}

}  // namespace demarche

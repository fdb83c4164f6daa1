#include "engine/cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "base/strings.h"
#include "language/conllu.h"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 8> kKinds{"event", "condition", "order", "consequence", "content", "contrast", "actor", "published"};
constexpr std::array<std::string_view, 9> kEventKeys{"status", "date",    "trigger", "voice", "innermost",
                                                     "cameo",  "context", "negated", "place"};
constexpr std::array<std::string_view, 3> kRelationKeys{"sense", "force", "holder"};

// The name is that of one of the enumeration's values, `last` included.
template <class Enum>
bool names_one(std::string_view text, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (name(static_cast<Enum>(i)) == text) return true;
  return false;
}

// The word between the two sides of a relation: *condition "OF" if "ON"*.
std::string_view joint(std::string_view kind) {
  if (kind == "condition") return "if";
  if (kind == "order") return "then";
  if (kind == "consequence") return "to";
  return kind == "content" ? "of" : "from";
}

bool is_day(std::string_view text) {
  auto day = parse_date(text);
  return day && day->start == day->end;
}

// What no expectation of its kind can hold: a mistyped one would never be met, and its `no` always. "" if all is well.
std::string event_fault(const Expectation& made) {
  if (made.words.size() < 2 || made.words.size() > 3) return "an event reads SOURCE TYPE[/MODE] [TARGET] key=value...";
  const std::string& wanted = made.words[1];
  std::string type = wanted.substr(0, wanted.find('/'));
  if (type != "null" && type != "*" && !event_type_from(type)) return "unknown event type `" + type + "`";
  if (size_t slash = wanted.find('/'); slash != std::string::npos && !mode_from(wanted.substr(slash + 1)))
    return "unknown mode `" + wanted.substr(slash + 1) + "`";
  for (const auto& [key, value] : made.keys) {
    if (!among(kEventKeys, key)) return "unknown key `" + key + "`";
    bool fits = true;
    if (key == "status") fits = event_status_from(value).has_value();
    if (key == "negated") fits = value == "true" || value == "false";
    if (key == "context") fits = context_from(value).has_value();
    if (key == "date" && value != "none")
      fits = is_day(value.substr(0, value.find(".."))) &&
             (value.find("..") == std::string::npos || is_day(value.substr(value.find("..") + 2)));
    if (!fits) return "`" + value + "` is no " + key;
  }
  return {};
}

std::string relation_fault(const Expectation& made) {
  std::string_view between = joint(made.kind);
  bool list = made.kind == "condition";
  if (made.words.size() < 3 || (!list && made.words.size() > 3) || made.words[1] != between)
    return "a " + made.kind + " reads \"A\" " + std::string(between) + " \"B\"";
  for (const auto& [key, value] : made.keys) {
    if (!among(kRelationKeys, key)) return "unknown key `" + key + "`";
    if (key == "sense" && !names_one(value, ConditionSense::kInExchange)) return "`" + value + "` is no sense";
    if (key == "force" && !names_one(value, Force::kPredicted)) return "`" + value + "` is no force";
  }
  return {};
}

std::string fault_of(const Expectation& made) {
  if (made.kind == "event") return event_fault(made);
  if (made.kind != "actor" && made.kind != "published") return relation_fault(made);
  if (!made.keys.empty()) return "unknown key `" + made.keys.begin()->first + "`";
  if (made.kind == "actor") return made.words.size() == 2 ? "" : "an actor reads CODE \"WORDS\"";
  return made.words.size() == 1 && is_day(made.words[0]) ? "" : "published takes one day: YYYY-MM-DD";
}

// `word "quoted words" key=value key="quoted value"`
Result<Expectation> parse_expectation(std::string_view text, const std::string& file, int line) {
  Expectation made;
  made.line = line;
  made.text = std::string(text);
  auto fault = [&](std::string message) { return Error{ErrorCode::kBadInput, std::move(message), file + ":" + std::to_string(line)}; };
  if (std::count(text.begin(), text.end(), '"') % 2 != 0) return fault("`" + std::string(text) + "`: a quotation mark is missing");
  size_t at = 0;
  auto quoted = [&]() {
    size_t end = text.find('"', at + 1);
    std::string inside(text.substr(at + 1, end == std::string_view::npos ? end : end - at - 1));
    at = end == std::string_view::npos ? text.size() : end + 1;
    return inside;
  };
  while (at < text.size()) {
    if (text[at] == ' ') {
      ++at;
    } else if (text[at] == '"') {
      made.words.push_back(quoted());
    } else {
      size_t end = text.find_first_of(" =", at);
      std::string word(text.substr(at, end == std::string_view::npos ? end : end - at));
      at = end == std::string_view::npos ? text.size() : end;
      if (at < text.size() && text[at] == '=') {
        ++at;
        if (at < text.size() && text[at] == '"') {
          made.keys[word] = quoted();
        } else {
          size_t stop = text.find(' ', at);
          made.keys[word] = std::string(text.substr(at, stop == std::string_view::npos ? stop : stop - at));
          at = stop == std::string_view::npos ? text.size() : stop;
        }
      } else {
        made.words.push_back(word);
      }
    }
  }
  if (!made.words.empty() && made.words[0] == "no") {
    made.forbidden = true;
    made.words.erase(made.words.begin());
  }
  if (made.words.empty() || !among(kKinds, made.words[0]))
    return fault("`" + std::string(text) +
                 "` is no expectation: event, condition, order, consequence, content, contrast, actor or published");
  made.kind = made.words[0];
  made.words.erase(made.words.begin());
  if (std::string wrong = fault_of(made); !wrong.empty()) return fault("`" + std::string(text) + "`: " + wrong);
  return made;
}

// Splits the file into cases; holds the block that is open.
class CaseReader {
 public:
  explicit CaseReader(const std::string& file) : file_(file) {}

  Result<std::vector<Case>> run(std::string_view text) {
    int number = 0;
    for (std::string_view raw : split(text, '\n')) {
      ++number;
      if (raw.ends_with('\r')) raw.remove_suffix(1);
      if (Status status = line(raw, number); !status) return status.error();
    }
    finish();
    return std::move(cases_);
  }

 private:
  Error fault(int number, std::string message) const {
    return {ErrorCode::kBadInput, std::move(message), file_ + ":" + std::to_string(number)};
  }

  Status line(std::string_view raw, int number) {
    if (raw.starts_with("===")) {
      finish();
      cases_.emplace_back();
      cases_.back().title = std::string(trim(raw.substr(3)));
      cases_.back().file = file_;
      cases_.back().line = number;
      cases_.back().document.id = cases_.back().title;
      return success();
    }
    bool indented = raw.starts_with(' ') || raw.starts_with('\t');
    if (indented || (trim(raw).empty() && !block_.empty())) {
      if (block_ == "expect") {
        if (trim(raw).empty() || trim(raw).starts_with('#')) return success();
        auto made = parse_expectation(trim(raw), file_, number);
        if (!made) return made.error();
        cases_.back().expectations.push_back(std::move(*made));
      } else {
        lines_.emplace_back(raw);
      }
      return success();
    }
    if (trim(raw).empty() || raw.starts_with('#')) return success();
    if (cases_.empty()) return fault(number, "a case file begins with `=== TITLE`");
    close_block();
    return keyword(raw, number);
  }

  Status keyword(std::string_view raw, int number) {
    std::string_view word = raw.substr(0, raw.find(' '));
    std::string rest(trim(raw.substr(word.size())));
    Document& doc = cases_.back().document;
    if (word == "text" || word == "expect" || word == "lexicon" || word == "parse") {
      block_ = std::string(word);
    } else if (word == "date") {
      auto day = parse_date(rest);
      if (!day || day->start != day->end) return fault(number, "`" + rest + "` is no day: YYYY-MM-DD");
      doc.published = day->start;
    } else if (word == "publisher") {
      doc.publisher = rest;
    } else if (word == "title") {
      doc.title = rest;
    } else {
      return fault(number, "unknown word `" + std::string(word) + "`: date, publisher, title, text, lexicon, parse or expect");
    }
    return success();
  }

  void close_block() {
    size_t indent = SIZE_MAX;
    while (!lines_.empty() && trim(lines_.back()).empty()) lines_.pop_back();
    for (const std::string& one : lines_)
      if (!trim(one).empty()) indent = std::min(indent, one.find_first_not_of(" \t"));
    std::string joined;
    for (size_t i = 0; i < lines_.size(); ++i)
      joined += (i ? "\n" : "") + (lines_[i].size() > indent ? lines_[i].substr(indent) : std::string());
    if (!cases_.empty()) {
      if (block_ == "text") cases_.back().document.text = joined;
      if (block_ == "lexicon") cases_.back().lexicon = joined + "\n";
      if (block_ == "parse") cases_.back().parse = joined + "\n\n";
    }
    lines_.clear();
    block_.clear();
  }

  void finish() { close_block(); }

  std::string file_;
  std::vector<Case> cases_;
  std::string block_;
  std::vector<std::string> lines_;
};

std::string codes(const Report& report, const std::vector<uint32_t>& list) {
  std::string text;
  for (uint32_t one : list) {
    const Actor& actor = report.actors.actors[one];
    text += (text.empty() ? "" : "+") + (actor.code.empty() ? "'" + actor.name + "'" : actor.code);
  }
  return text.empty() ? "-" : text;
}

// Judges the expectations of one case against its report.
class CaseJudge {
 public:
  CaseJudge(const Case& one, const Report& report) : case_(one), report_(report) {}

  std::vector<std::string> run() const {
    std::vector<std::string> failures;
    for (const Expectation& expected : case_.expectations) {
      if (std::string lost = not_in_text(expected); !lost.empty()) {
        failures.push_back(
            fmt::format("{}:{}: {}: the text has no \"{}\": `{}`", case_.file, expected.line, case_.title, lost, expected.text));
        continue;
      }
      bool met = holds(expected);
      if (met == expected.forbidden)
        failures.push_back(fmt::format("{}:{}: {}: {} `{}`\n{}", case_.file, expected.line, case_.title,
                                       expected.forbidden ? "forbidden but there:" : "not met:", expected.text, describe_events(report_)));
    }
    return failures;
  }

 private:
  // The first quoted words that the text lacks, or "".
  std::string not_in_text(const Expectation& expected) const {
    std::vector<std::string> quoted;
    if (auto trigger = expected.keys.find("trigger"); trigger != expected.keys.end()) quoted.push_back(trigger->second);
    if (expected.kind == "actor") quoted.push_back(expected.words[1]);
    bool relation = expected.kind != "event" && expected.kind != "actor" && expected.kind != "published";
    for (size_t i = 0; relation && i < expected.words.size(); ++i)
      if (i != 1 && expected.words[i] != "any" && expected.words[i] != "all") quoted.push_back(expected.words[i]);
    for (const std::string& one : quoted)
      if (find(one).empty()) return one;
    return {};
  }

  bool holds(const Expectation& expected) const {
    if (expected.kind == "event")
      return std::any_of(report_.events.begin(), report_.events.end(), [&](const Event& event) { return fits(expected, event); });
    if (expected.kind == "actor") return actor(expected);
    if (expected.kind == "published") return report_.day() && report_.day()->iso() == expected.words[0];
    return std::any_of(report_.relations.begin(), report_.relations.end(),
                       [&](const Relation& relation) { return fits(expected, relation); });
  }

  // `"word#2"` is the second place where the word stands.
  Span find(std::string words) const {
    int nth = 1;
    if (size_t hash = words.rfind('#'); hash != std::string::npos && hash + 2 == words.size() && is_digit(words[hash + 1])) {
      nth = words[hash + 1] - '0';
      words.resize(hash);
    }
    size_t at = std::string::npos;
    for (int i = 0; i < nth; ++i) {
      at = report_.document->text.find(words, i == 0 ? 0 : at + 1);
      if (at == std::string::npos) return {};
    }
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  }

  bool is(const Actor& actor, std::string_view wanted) const {
    return actor.code.starts_with(wanted) || actor.name == wanted ||
           (actor.name.size() > wanted.size() && actor.name.find(wanted) != std::string::npos);
  }

  bool sides(const std::vector<uint32_t>& list, const std::string& wanted) const {
    if (wanted == "*") return true;
    if (wanted == "-") return list.empty();
    auto pieces = split(wanted, '+');
    auto matches = [&](uint32_t one, std::string_view code) { return is(report_.actors.actors[one], code); };
    bool each_wanted = std::all_of(pieces.begin(), pieces.end(), [&](std::string_view code) {
      return std::any_of(list.begin(), list.end(), [&](uint32_t one) { return matches(one, code); });
    });
    bool no_other = std::all_of(list.begin(), list.end(), [&](uint32_t one) {
      return std::any_of(pieces.begin(), pieces.end(), [&](std::string_view code) { return matches(one, code); });
    });
    return each_wanted && no_other;
  }

  bool fits(const Expectation& expected, const Event& event) const {
    const std::string& wanted = expected.words[1];
    std::string type = wanted.substr(0, wanted.find('/'));
    if (type == "null" ? event.type != EventType::kNone : type != "*" && type != name(event.type)) return false;
    if (size_t slash = wanted.find('/'); slash != std::string::npos && wanted.substr(slash + 1) != name(event.mode)) return false;
    if (!sides(event.source, expected.words[0]) || (expected.words.size() > 2 && !sides(event.target, expected.words[2]))) return false;
    return std::all_of(expected.keys.begin(), expected.keys.end(), [&](const auto& one) { return key(one.first, one.second, event); });
  }

  bool key(const std::string& key, const std::string& value, const Event& event) const {
    if (key == "status") return name(event.status) == value;
    if (key == "trigger") return find(value).overlaps(event.trigger);
    if (key == "cameo") return event.cameo.starts_with(value);
    if (key == "negated") return event.negated == (value == "true");
    if (key == "context") return context_from(value) && event.contexts.has(*context_from(value));
    if (key == "place") return event.place && event.place->name == value;
    if (key == "date") return date(event, value);
    if (key == "voice") return voice(event, value, true);
    if (key == "innermost") return voice(event, value, false);
    return false;
  }

  static bool date(const Event& event, const std::string& value) {
    if (value == "none") return !event.date;
    if (!event.date) return false;
    size_t dots = value.find("..");
    std::string from = value.substr(0, dots), to = dots == std::string::npos ? value : value.substr(dots + 2);
    return event.date->range.start.iso() == from && event.date->range.end.iso() == to;
  }

  bool voice(const Event& event, const std::string& value, bool outermost) const {
    if (value == "none") return event.attribution.empty();
    if (event.attribution.empty()) return false;
    const Voice& one = outermost ? event.attribution.front() : event.attribution.back();
    return std::any_of(one.source.begin(), one.source.end(), [&](uint32_t actor) { return is(report_.actors.actors[actor], value); });
  }

  bool actor(const Expectation& expected) const {
    Span place = find(expected.words[1]);
    for (const Mention& mention : report_.actors.mentions) {
      if (!mention.span.overlaps(place)) continue;
      for (uint32_t one : mention.actors) {
        const std::string& code = report_.actors.actors[one].code;
        if (expected.words[0] == "-" ? code.empty() : code.starts_with(expected.words[0])) return true;
      }
    }
    return false;
  }

  bool at(uint32_t event, const std::string& words) const { return report_.events[event].trigger.overlaps(find(words)); }

  bool fits(const Expectation& expected, const Relation& relation) const {
    if (name(relation.type) != expected.kind) return false;
    const auto& words = expected.words;  // "A" if|then|to|of|from "B" ["C"...] [any|all]
    auto among_others = [&](const std::string& one) {
      return std::any_of(relation.others.begin(), relation.others.end(), [&](uint32_t other) { return at(other, one); });
    };
    switch (relation.type) {
      case RelationType::kCondition: {
        if (!at(relation.a, words[0])) return false;
        for (size_t i = 2; i < words.size(); ++i) {
          if (words[i] == "any" || words[i] == "all") {
            if (relation.any != (words[i] == "any")) return false;
          } else if (!among_others(words[i])) {
            return false;
          }
        }
        break;
      }
      case RelationType::kConsequence:
        if (!among_others(words[0]) || !at(relation.b, words[2])) return false;
        break;
      default:
        if (!at(relation.a, words[0]) || !at(relation.b, words[2])) return false;
    }
    for (const auto& [key, value] : expected.keys) {
      if (key == "sense" && name(relation.sense) != value) return false;
      if (key == "force" && name(relation.force) != value) return false;
      if (key == "holder" && !sides(relation.holder, value)) return false;
    }
    return true;
  }

  const Case& case_;
  const Report& report_;
};

}  // namespace

std::string describe_events(const Report& report) {
  std::string text;
  for (const Event& event : report.events) {
    std::string type(event.type == EventType::kNone ? "null" : name(event.type));
    if (event.mode != Mode::kNone) type += "/" + std::string(name(event.mode));
    std::string date = event.date ? event.date->range.start.iso() +
                                        (event.date->range.start == event.date->range.end ? "" : ".." + event.date->range.end.iso())
                                  : "-";
    text +=
        fmt::format("    {} {} {} {} {} '{}' ({})\n", codes(report, event.source), type, codes(report, event.target), name(event.status),
                    date, std::string_view(report.document->text).substr(event.trigger.begin, event.trigger.size()), event.why.rule);
  }
  for (const Relation& relation : report.relations) {
    auto words = [&](uint32_t event) {
      return std::string_view(report.document->text).substr(report.events[event].trigger.begin, report.events[event].trigger.size());
    };
    std::string others;
    for (uint32_t other : relation.others)
      others += fmt::format("{}'{}'", others.empty() ? "" : relation.any ? " or " : " and ", words(other));
    if (relation.type == RelationType::kCondition)
      text += fmt::format("    condition '{}' {} {} ({})\n", words(relation.a), name(relation.sense), others, relation.rule);
    else if (relation.type == RelationType::kConsequence)
      text += fmt::format("    consequence {} to '{}' {} ({})\n", others, words(relation.b), name(relation.force), relation.rule);
    else
      text += fmt::format("    {} '{}' '{}' {} ({})\n", name(relation.type), words(relation.a), words(relation.b), name(relation.force),
                          relation.rule);
  }
  return text;
}

Result<std::vector<Case>> parse_cases(std::string_view text, const std::string& file) {
  return CaseReader(file).run(text);
}

std::vector<std::string> run_case(const Engine& engine, const Case& one) {
  auto place = [&](const std::string& message) {
    return std::vector<std::string>{fmt::format("{}:{}: {}: {}", one.file, one.line, one.title, message)};
  };
  if (one.expectations.empty()) return place("nothing is expected");
  if (one.document.text.empty() && one.parse.empty()) return place("there is neither text nor parse");
  std::shared_ptr<const Engine> extended;
  if (!one.lexicon.empty()) {
    auto made = engine.with_entries(one.lexicon);
    if (!made) return place(made.error().text());
    extended = *made;
  }
  const Engine& coder = extended ? *extended : engine;
  if (one.parse.empty()) return CaseJudge(one, coder.code(one.document)).run();
  auto parse = parse_conllu(one.parse, one.file);
  if (!parse) return place(parse.error().text());
  return CaseJudge(one, coder.code_conllu(one.document, *parse)).run();
}

}  // namespace demarche

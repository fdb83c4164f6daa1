#include "language/dated_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "base/strings.h"

namespace demarche {

namespace {

using Macros = std::map<std::string, std::vector<std::string>, std::less<>>;

/// One group of a pattern: alternatives parted by '|', `@NAME` standing for a macro's words.
Result<std::vector<std::string>> read_group(std::string_view text, const Macros& macros) {
  std::vector<std::string> words;
  for (std::string_view word : split(text, '|')) {
    if (word.empty()) return Error{ErrorCode::kBadLexicon, "an empty alternative in the pattern", ""};
    if (word[0] != '@') {
      words.emplace_back(word);
      continue;
    }
    auto macro = macros.find(word.substr(1));
    if (macro == macros.end())
      return Error{ErrorCode::kBadLexicon, fmt::format("no words are given for {}; add a line that begins with it", word), ""};
    words.insert(words.end(), macro->second.begin(), macro->second.end());
  }
  return words;
}

/// The first letter as a bit; all other beginnings share one.
uint32_t initial(std::string_view word) {
  return word.empty() || !is_lower_ascii(word[0]) ? 1U << 26 : 1U << (word[0] - 'a');
}

bool meets(std::string_view word, const std::string& alternative) {
  if (alternative.ends_with('*')) return word.starts_with(std::string_view(alternative).substr(0, alternative.size() - 1));
  return word == alternative || (word.size() == alternative.size() + 1 && word.ends_with('s') && word.starts_with(alternative));
}

}  // namespace

Result<std::shared_ptr<const DatedEvents>> DatedEvents::load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kIo, "cannot be read", path};
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return parse(bytes.str(), path);
}

Result<std::shared_ptr<const DatedEvents>> DatedEvents::parse(std::string_view table, const std::string& name) {
  auto events = std::make_shared<DatedEvents>();
  Macros macros;
  size_t number = 0;
  for (std::string_view line : split(table, '\n')) {
    ++number;
    auto bad = [&](std::string message) { return Error{ErrorCode::kBadLexicon, std::move(message), fmt::format("{}:{}", name, number)}; };
    if (trim(line).empty() || line[0] == '#') continue;
    std::vector<std::string_view> fields = split(line, '\t');
    if (line[0] == '@') {
      if (fields.size() != 2) return bad("a line of words has two fields, the name and the words");
      std::vector<std::string>& words = macros[std::string(fields[0].substr(1))];
      for (std::string_view word : words_of(fields[1])) words.emplace_back(word);
      continue;
    }
    if (fields.size() != 6)
      return bad(fmt::format("an event has six fields (id, start, end, actors, pattern, name), this line {}", fields.size()));
    auto start = parse_date(fields[1]);
    auto end = fields[2].empty() ? start : parse_date(fields[2]);
    if (!start || !end || end->end < start->start) return bad(fmt::format("no interval: \"{}\" to \"{}\"", fields[1], fields[2]));
    for (std::string_view alternative : split(fields[4], ';')) {
      Pattern pattern;
      pattern.event = events->events_.size();
      for (std::string_view group : words_of(alternative)) {
        auto words = read_group(group, macros);
        if (!words) return bad(words.error().message);
        uint32_t& initials = pattern.initials.emplace_back(0);
        for (const std::string& word : words.value()) initials |= initial(word);
        pattern.groups.push_back(std::move(words.value()));
      }
      if (pattern.groups.empty()) return bad("the pattern is empty: everything would speak of this event");
      events->patterns_.push_back(std::move(pattern));
    }
    events->events_.push_back({std::string(fields[0]), std::string(fields[5]), {start->start, end->end}, std::string(fields[3])});
  }
  return std::shared_ptr<const DatedEvents>(std::move(events));
}

bool DatedEvents::met(const Pattern& pattern, const std::vector<std::string>& words, uint32_t initials) {
  if (std::ranges::any_of(pattern.initials, [&](uint32_t group) { return (group & initials) == 0; })) return false;
  auto said = [&](const std::string& alternative) {
    return std::ranges::any_of(words, [&](const std::string& word) { return meets(word, alternative); });
  };
  return std::ranges::all_of(pattern.groups, [&](const Group& group) { return std::ranges::any_of(group, said); });
}

const DatedEvent* DatedEvents::match(const Sentence& sentence, int begin, int end, std::optional<Date> by) const {
  std::vector<std::string> words;
  for (int i = std::max(begin, 0); i < std::min(end, static_cast<int>(sentence.words.size())); ++i) {
    std::string_view form = sentence.words[static_cast<size_t>(i)].form;
    words.push_back(form == "US" ? "u.s." : lower_ascii(form));
  }
  uint32_t initials = 0;
  for (const std::string& word : words) initials |= initial(word);
  // A year among the words must be one of the event's.
  std::optional<int> year;
  for (const std::string& word : words)
    if (word.size() == 4 && std::ranges::all_of(word, is_digit)) year = std::stoi(word);
  const DatedEvent* best = nullptr;
  size_t best_size = 0;
  for (const Pattern& pattern : patterns_) {
    const DatedEvent& event = events_[pattern.event];
    if (year && (*year < event.when.start.year() || *year > event.when.end.year())) continue;
    if (by && event.when.start > *by) continue;
    size_t size = pattern.groups.size();
    bool better = best == nullptr || size > best_size || (size == best_size && event.when.start > best->when.start);
    if (!better || !met(pattern, words, initials)) continue;
    best = &event;
    best_size = size;
  }
  return best;
}

}  // namespace demarche

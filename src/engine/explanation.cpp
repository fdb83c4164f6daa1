#include "engine/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "engine/wording.h"
#include "lexicon/lines.h"

namespace demarche {

namespace {

// A stretch of the sentence with what it is.
struct Mark {
  Span span;
  std::string label;
  const char* colour;
};

class Explainer {
 public:
  Explainer(const Engine& engine, const Report& report, uint32_t number, bool colour)
      : engine_(engine), report_(report), number_(number), event_(report.events[number]), colour_(colour) {}

  std::string run() {
    line(fmt::format("{}  {}", bold(event_id(number_)), std::string(trim(event_line(report_, event_)))));
    sentence();
    parse();
    rule();
    circumstances();
    relations();
    return std::move(out_);
  }

 private:
  std::string bold(std::string_view text) const { return colour_ ? fmt::format("\033[1m{}\033[0m", text) : std::string(text); }
  void line(std::string_view text) { out_ += std::string(text) + "\n"; }
  void title(std::string_view text) { line("\n" + bold(text)); }
  void entry(std::string_view key, std::string_view text) {
    if (!text.empty()) line(fmt::format("  {:<10} {}", key, text));
  }

  const Sentence& home() const { return report_.sentences[event_.sentence]; }

  void add_actors(std::vector<Mark>& marks, const std::vector<uint32_t>& actors, const char* label, const char* colour) const {
    for (const Mention& mention : report_.actors.mentions)
      for (uint32_t one : mention.actors)
        if (std::find(actors.begin(), actors.end(), one) != actors.end()) marks.push_back({mention.span, label, colour});
  }

  std::vector<Mark> marks() const {
    std::vector<Mark> marks{{event_.trigger, "trigger", "1;31"}};
    add_actors(marks, event_.source, "source", "1;34");
    add_actors(marks, event_.target, "target", "1;36");
    for (const Voice& voice : event_.attribution) {
      add_actors(marks, voice.source, "voice", "1;35");
      if (!voice.cue.empty()) marks.push_back({voice.cue, "cue", "35"});
    }
    for (Span cue : event_.why.cues) marks.push_back({cue, "cue", "33"});
    if (event_.date && !event_.date->text.empty()) marks.push_back({event_.date->text, "date", "32"});
    if (event_.place && !event_.place->text.empty()) marks.push_back({event_.place->text, "place", "32"});
    return marks;
  }

  // Marks of the sentence that do not overlap: the one named first wins.
  std::vector<Mark> visible() const {
    std::vector<Mark> chosen;
    for (Mark& mark : marks()) {
      bool free = std::none_of(chosen.begin(), chosen.end(), [&](const Mark& other) { return other.span.overlaps(mark.span); });
      if (free && home().span.contains(mark.span)) chosen.push_back(std::move(mark));
    }
    std::sort(chosen.begin(), chosen.end(), [](const Mark& a, const Mark& b) { return a.span < b.span; });
    return chosen;
  }

  void sentence() {
    title(fmt::format("Sentence {}", event_.sentence + 1));
    std::string text;
    uint32_t at = home().span.begin;
    for (const Mark& mark : visible()) {
      text += words_at(report_, {at, mark.span.begin});
      std::string_view words = words_at(report_, mark.span);
      text += colour_ ? fmt::format("[\033[{}m{}\033[0m: {}]", mark.colour, words, mark.label) : fmt::format("[{}: {}]", words, mark.label);
      at = mark.span.end;
    }
    text += words_at(report_, {at, home().span.end});
    line("  " + flat(text));
  }

  void parse() {
    if (event_.sentence >= report_.trees.size() || home().words.empty()) return;
    title("Parse");
    const Tree& tree = report_.trees[event_.sentence];
    for (int i = 0; i < tree.size(); ++i)
      if (tree.head(i) < 0) branch(tree, i, 0);
  }

  void branch(const Tree& tree, int i, int depth) {
    const Word& word = tree.word(i);
    bool marked = event_.trigger.overlaps(word.span);
    std::string form = marked ? bold(word.form) : std::string(word.form);
    line(fmt::format("  {:{}}{}  {} {} {}{}", "", 2 * depth, form, name(word.rel), word.xpos, word.lemma,
                     marked && !colour_ ? "  <- trigger" : ""));
    if (depth > 200) return;
    for (uint16_t child : tree.children(i)) branch(tree, child, depth + 1);
  }

  void rule() {
    title("Rule");
    line("  " + event_.why.rule);
    for (const std::string& one : rule_lines(engine_.data_directory(), event_.why.rule)) line("    " + one);
    entry("path", event_.why.path);
  }

  std::string cue_words(const std::vector<Span>& cues) const {
    std::string text;
    for (Span cue : cues) text += fmt::format("{}\"{}\"", text.empty() ? "" : ", ", flat(words_at(report_, cue)));
    return text;
  }

  void circumstances() {
    std::string status(name(event_.status));
    if (event_.negated) status += ", negated";
    if (!event_.why.status.empty()) status += fmt::format(", because of \"{}\"", event_.why.status);
    title("Circumstances");
    entry("type", type_text(event_) + (event_.type == EventType::kNone ? "" : fmt::format(", {}", name(quad_class(event_.type)))));
    entry("source", actor_list(report_, event_.source));
    entry("target", actor_list(report_, event_.target));
    entry("about", actor_list(report_, event_.about));
    entry("status", fmt::format("{}; certainty {:.2f}", status, event_.certainty));
    entry("cues", cue_words(event_.why.cues));
    date();
    if (event_.place) entry("place", event_.place->name + (event_.place->country.empty() ? "" : ", " + event_.place->country));
    for (const Voice& voice : event_.attribution)
      entry("voice", fmt::format("{}{}", voice.source.empty() ? "someone unnamed" : actor_list(report_, voice.source),
                                 voice.cue.empty() ? "" : ": " + cue_words({voice.cue})));
    std::string contexts;
    for (Context context : event_.contexts.list()) contexts += (contexts.empty() ? "" : ", ") + std::string(name(context));
    entry("contexts", contexts);
  }

  void date() {
    if (!event_.date) return;
    std::string text = date_text(event_);
    if (!event_.date->text.empty()) text += ", from " + cue_words({event_.date->text});
    if (!event_.date->how.empty()) text += ": " + event_.date->how;
    entry("date", text);
  }

  void relations() {
    bool first = true;
    for (const Relation& relation : report_.relations) {
      if (!takes_part(relation, number_)) continue;
      if (first) title("Relations");
      first = false;
      line(fmt::format("  {:<12} {}{}", name(relation.type), relation_text(report_, relation),
                       relation.rule.empty() ? "" : "  [" + relation.rule + "]"));
    }
  }

  const Engine& engine_;
  const Report& report_;
  uint32_t number_;
  const Event& event_;
  bool colour_;
  std::string out_;
};

}  // namespace

std::vector<std::string> rule_lines(const std::string& data_directory, const std::string& rule) {
  size_t colon = rule.rfind(':');
  int number = 0;
  if (colon == std::string::npos) return {};
  auto [end, fault] = std::from_chars(rule.data() + colon + 1, rule.data() + rule.size(), number);
  if (fault != std::errc() || end != rule.data() + rule.size()) return {};
  auto files = read_dictionaries(data_directory + "/frames", ".frames");
  if (!files) return {};
  std::string wanted = rule.substr(0, colon);
  for (const DictionaryFile& file : *files) {
    if (file.name != wanted && !file.name.ends_with("/" + wanted)) continue;
    std::string head;
    for (const Line& line : file.lines) {
      if (!line.indented) head = line.text;
      if (line.number == number) return {head, "  " + line.text};
    }
  }
  return {};
}

std::string explanation(const Engine& engine, const Report& report, uint32_t event, bool colour) {
  return Explainer(engine, report, event, colour).run();
}

}  // namespace demarche

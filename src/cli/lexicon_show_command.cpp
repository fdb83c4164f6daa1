#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "base/strings.h"
#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output.h"
#include "cli/terminal.h"

namespace demarche {

namespace {

// The lines of the frame files by "accuse.frames:12".
class FrameLines {
 public:
  explicit FrameLines(const LexiconOptions& sources) : files_(or_fail(read_dictionaries(sources.data_directory + "/frames", ".frames"))) {
    for (const std::string& directory : sources.added)
      for (DictionaryFile& file : or_fail(read_dictionaries(directory, ".frames"))) files_.push_back(std::move(file));
  }

  std::string at(const std::string& place) const {
    for (const DictionaryFile& file : files_)
      for (const Line& line : file.lines)
        if (place == fmt::format("{}:{}", file.name, line.number)) return line.text;
    return {};
  }

 private:
  std::vector<DictionaryFile> files_;
};

class Entry {
 public:
  Entry(const Lexicon& lexicon, const LexiconOptions& sources, std::string word)
      : lexicon_(lexicon), frame_lines_(sources), word_(std::move(word)), lower_(lower_ascii(word_)) {}

  std::string run() {
    predicates();
    classes();
    agent();
    actors();
    return std::move(out_);
  }

 private:
  template <class... Values>
  void line(fmt::format_string<Values...> format, Values&&... values) {
    out_ += fmt::format(format, std::forward<Values>(values)...) + "\n";
  }

  void predicates() {
    std::vector<const Predicate*> found;
    for (const auto& [key, predicate] : lexicon_.frames().all())
      if (predicate.lemma == lower_ || predicate.lemma.starts_with(lower_ + " ")) found.push_back(&predicate);
    std::sort(found.begin(), found.end(),
              [](const Predicate* a, const Predicate* b) { return std::pair(a->lemma, a->kind) < std::pair(b->lemma, b->kind); });
    for (const Predicate* one : found) {
      line("{} {}", one->kind == PredicateKind::kVerb ? "verb" : one->kind == PredicateKind::kNoun ? "noun" : "adj", one->lemma);
      for (const auto& frame : one->frames) line("  {:<24} {}", frame->place, frame_lines_.at(frame->place));
    }
  }

  void classes() {
    std::string list;
    for (ClassId id : lexicon_.classes().of(lower_)) list += " " + lexicon_.classes().name(id);
    if (!list.empty()) line("classes{}", list);
  }

  void agent() {
    const Agent* agent = lexicon_.agents().find(lower_);
    if (agent)
      line("role noun: {}{}{}", agent->code.empty() ? "no code" : agent->code, agent->title ? ", title" : "",
           agent->elite ? ", elite" : "");
  }

  void actors() {
    auto pieces = name_pieces(word_);
    auto match = lexicon_.actors().names().longest(pieces, 0);
    if (pieces.empty() || match.count != pieces.size()) return;
    std::set<uint32_t> seen;
    for (uint32_t id : *match.ids)
      if (uint32_t entry = lexicon_.actors().use(id).entry; seen.insert(entry).second) actor(lexicon_.actors().entries()[entry]);
  }

  void actor(const ActorEntry& entry) {
    line("{}: {}{}{}", entry.name, name(entry.kind), entry.code.empty() ? "" : ", ", entry.code);
    for (const DatedRole& role : entry.roles) {
      auto day = [](Date date) { return date.days == INT32_MIN || date.days == INT32_MAX ? std::string() : date.iso(); };
      line("  {:>10}..{:<10}  {}{}{}", day(role.term.start), day(role.term.end), role.code, role.title.empty() ? "" : "  ", role.title);
    }
  }

  const Lexicon& lexicon_;
  FrameLines frame_lines_;
  std::string word_, lower_;
  std::string out_;
};

// The events of all reports, one line each with where it stands.
std::vector<std::string> event_lines(const Engine& engine, const CommandLine& line, const std::function<void(const Error&)>& failed) {
  std::vector<std::string> lines;
  JobSource source(line);
  CodingSteps steps;
  steps.render = [&](const Report& report) {
    std::string text;
    for (const Event& event : report.events) {
      if (event.type == EventType::kNone) continue;
      auto codes = [&](const std::vector<uint32_t>& list) {
        std::string joined;
        for (uint32_t one : list)
          joined += (joined.empty() ? "" : "+") +
                    (report.actors.actors[one].code.empty() ? report.actors.actors[one].name : report.actors.actors[one].code);
        return joined.empty() ? std::string("-") : joined;
      };
      text += fmt::format("{}:{}  {} {}{}{} {} {}  \"{}\"\n", report.document->id, event.trigger.begin, codes(event.source),
                          name(event.type), event.mode == Mode::kNone ? "" : "/", name(event.mode), codes(event.target), name(event.status),
                          std::string_view(report.document->text).substr(event.trigger.begin, event.trigger.size()));
    }
    return text;
  };
  steps.take = [&](Result<Coded> coded) {
    if (!coded) return failed(coded.error());
    for (std::string_view one : split(coded->text, '\n'))
      if (!one.empty()) lines.emplace_back(one);
  };
  code_all(engine, source, line.jobs, steps);
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::string with_line_feeds(const std::string& text) {
  std::string made;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n') {
      made += '\n';
      ++i;
    } else {
      made += text[i];
    }
  }
  return made;
}

// The place of an event: lines of one place are one event that changed.
std::string_view place_of(const std::string& line) {
  return std::string_view(line).substr(0, line.find("  "));
}

}  // namespace

int run_lexicon_show(const CommandLine& line) {
  auto engine = load_engine(line);
  std::string text = Entry(engine->lexicon(), engine->sources(), line.word).run();
  if (text.empty())
    throw Failure{{ErrorCode::kUsage, "no dictionary has it; a verb or noun is asked for by its base form", line.word}, kExitFailure};
  Output output("");
  output.write(text);
  output.flush();
  return kExitOk;
}

int run_lexicon_try(const CommandLine& line) {
  if (trim(line.lines).empty())
    throw Failure{
        {ErrorCode::kUsage, "no entry in LINES; write one as in our files: 'verb snub\\n obj=T => REJECT', 'Blue Front : KENREB'", ""}};
  auto engine = load_engine(line);
  std::string lines = with_line_feeds(line.lines) + "\n";
  // An entry needs an example; for a trial nobody wants to write one.
  bool predicate = lines.starts_with("verb ") || lines.starts_with("noun ") || lines.starts_with("adj ");
  if (predicate && lines.find("\n>") == std::string::npos && lines.find(" >") == std::string::npos)
    lines += "  > Nothing happened. | null\n";
  auto wider = or_fail(engine->with_entries(lines));
  Failures failures(line.strict);
  auto before = event_lines(*engine, line, [&](const Error& error) { failures.add(error); });
  auto after = event_lines(*wider, line, [](const Error&) {});  // the same faults once more
  std::vector<std::string> gone, come;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone));
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(come));
  Output output("");
  size_t changed = 0;
  for (const std::string& old : gone) {
    auto same = std::find_if(come.begin(), come.end(), [&](const std::string& one) { return place_of(one) == place_of(old); });
    output.write("- " + old + "\n");
    if (same == come.end()) continue;
    output.write("+ " + *same + "\n");
    come.erase(same);
    ++changed;
  }
  for (const std::string& one : come) output.write("+ " + one + "\n");
  output.write(fmt::format("{} events before, {} after: {} gained, {} lost, {} changed\n", before.size(), after.size(), come.size(),
                           gone.size() - changed, changed));
  output.flush();
  return failures.exit_code();
}

}  // namespace demarche

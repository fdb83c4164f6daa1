#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <set>

#include "base/strings.h"
#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "engine/cases.h"

namespace demarche {

namespace {

bool side_fits(const Report& report, const std::vector<uint32_t>& side, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return side.empty();
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& code) {
    return std::any_of(side.begin(), side.end(), [&](uint32_t actor) { return report.actors.actors[actor].code.starts_with(code); });
  });
}

bool fits(const Report& report, const Event& event, const ExpectedEvent& wanted) {
  return event.type == wanted.type && (wanted.mode == Mode::kNone || event.mode == wanted.mode) &&
         side_fits(report, event.source, wanted.source) && side_fits(report, event.target, wanted.target);
}

bool holds(const Report& report, const Example& example) {
  if (example.events.empty())
    return std::none_of(report.events.begin(), report.events.end(), [](const Event& event) { return event.type != EventType::kNone; });
  return std::all_of(example.events.begin(), example.events.end(), [&](const ExpectedEvent& wanted) {
    return std::any_of(report.events.begin(), report.events.end(), [&](const Event& event) { return fits(report, event, wanted); });
  });
}

std::string describe(const Example& example) {
  if (example.events.empty()) return "null";
  std::string text;
  for (const ExpectedEvent& one : example.events) {
    text += fmt::format("{}{} {}", text.empty() ? "" : "; ", one.source.empty() ? "-" : join(one.source, "+"), name(one.type));
    if (one.mode != Mode::kNone) text += "/" + std::string(name(one.mode));
    text += " " + (one.target.empty() ? std::string("-") : join(one.target, "+"));
  }
  return text;
}

// What the frames of a kind amount to: a frame is a pattern as it is written, whatever the number of synonyms that share it.
struct FrameCounts {
  std::set<std::string> lemmas;
  std::set<std::string> all, events, fine;  ///< places; `fine`: with a CAMEO code of four digits, or one that the embedded act tells
};

std::string count_frames(const Frames& frames, PredicateKind kind, std::string_view label) {
  FrameCounts counts;
  for (const auto& [key, predicate] : frames.all()) {
    if (predicate.kind != kind) continue;
    counts.lemmas.insert(predicate.lemma);
    for (const auto& frame : predicate.frames) {
      counts.all.insert(frame->place);
      if (frame->result == FrameResult::kNull) continue;
      counts.events.insert(frame->place);
      if (frame->cameo.size() == 4 || frame->grid || frame->result == FrameResult::kSame) counts.fine.insert(frame->place);
    }
  }
  return fmt::format("{:<10} {:>5} lemmas, {:>5} frames as written, {:>5} of them events, {:>5} with CAMEO to four digits or by the act\n",
                     label, counts.lemmas.size(), counts.all.size(), counts.events.size(), counts.fine.size());
}

// What one example came to.
struct Outcome {
  std::string failure;              ///< what to say of it, "" if it holds
  std::vector<std::string> proven;  ///< places of the frames that gave its events
};

std::vector<Outcome> run_examples(const Engine& engine, const std::vector<Example>& examples) {
  std::vector<Outcome> outcomes(examples.size());
  tbb::parallel_for(size_t{0}, examples.size(), [&](size_t i) {
    if (interrupted()) return;
    Document doc;
    doc.id = "example";
    doc.text = examples[i].sentence;
    Report report = engine.code(std::move(doc));
    if (!holds(report, examples[i]))
      outcomes[i].failure = fmt::format("{}:{}: {}\n    wanted: {}\n{}", examples[i].file, examples[i].line, examples[i].sentence,
                                        describe(examples[i]), describe_events(report));
    else
      for (const Event& event : report.events) outcomes[i].proven.push_back(event.why.rule);
  });
  return outcomes;
}

// The frames that code events and that no example holds up, by where they stand: "accuse.frames:12 denounce".
std::vector<std::string> unproven_frames(const Frames& frames, const std::vector<Outcome>& outcomes) {
  std::set<std::string> proven;
  for (const Outcome& outcome : outcomes) proven.insert(outcome.proven.begin(), outcome.proven.end());
  std::map<std::pair<std::string, int>, std::set<std::string>> lemmas;
  for (const auto& [key, predicate] : frames.all()) {
    for (const auto& frame : predicate.frames) {
      if (frame->result != FrameResult::kEvent || proven.contains(frame->place)) continue;
      size_t colon = frame->place.rfind(':');
      lemmas[{frame->place.substr(0, colon), std::atoi(frame->place.c_str() + colon + 1)}].insert(predicate.lemma);
    }
  }
  std::vector<std::string> lines;
  for (const auto& [place, words] : lemmas) lines.push_back(fmt::format("{}:{} {}", place.first, place.second, fmt::join(words, ", ")));
  return lines;
}

int check_examples(const CommandLine& line, Output& output) {
  auto engine = load_engine(line);
  const std::vector<Example>& examples = engine->lexicon().frames().examples();
  auto outcomes = run_examples(*engine, examples);
  if (interrupted()) return kExitInterrupted;
  std::map<std::string, std::pair<size_t, size_t>> files;
  size_t failed = 0;
  for (size_t i = 0; i < examples.size(); ++i) {
    auto& [count, bad] = files[examples[i].file];
    ++count;
    if (outcomes[i].failure.empty()) continue;
    ++bad;
    ++failed;
    output.write(outcomes[i].failure);
  }
  for (const auto& [file, counts] : files)
    output.write(fmt::format("{:<28} {:>5} examples, {:>4} fail\n", file, counts.first, counts.second));
  double percent = examples.empty() ? 0 : 100.0 * static_cast<double>(failed) / static_cast<double>(examples.size());
  output.write(fmt::format("{:<28} {:>5} examples, {:>4} fail: {:.2f} %, allowed {:.2f} %\n", "all", examples.size(), failed, percent,
                           line.allowed));
  auto unproven = unproven_frames(engine->lexicon().frames(), outcomes);
  output.write(fmt::format("{} frames that code an event are proven by no example{}\n", unproven.size(),
                           line.unproven || unproven.empty() ? "" : "; --unproven lists them"));
  if (line.unproven)
    for (const std::string& one : unproven) output.write(one + "\n");
  output.flush();
  return percent > line.allowed ? kExitLexicon : kExitOk;
}

}  // namespace

int run_lexicon_check(const CommandLine& line) {
  Output output("");
  Faults faults;
  std::string data = line.data.empty() ? or_fail(find_data_directory()) : line.data;
  auto lexicon = or_fail(Lexicon::read(LexiconOptions{data, line.dictionaries, line.only, {}}, faults));
  for (const Error& fault : faults.list()) output.write(fault.text() + "\n");
  output.write(fmt::format("{} predicates, {} frames, {} actors, {} agents, {} classes; {} faults\n", lexicon->frames().predicates(),
                           lexicon->frames().frames(), lexicon->actors().entries().size(), lexicon->agents().size(),
                           lexicon->classes().size(), faults.list().size()));
  output.write(count_frames(lexicon->frames(), PredicateKind::kVerb, "verbs"));
  output.write(count_frames(lexicon->frames(), PredicateKind::kNoun, "nouns"));
  output.write(count_frames(lexicon->frames(), PredicateKind::kAdjective, "adjectives"));
  output.flush();
  if (!faults.empty()) return kExitLexicon;
  return line.examples ? check_examples(line, output) : kExitOk;
}

}  // namespace demarche

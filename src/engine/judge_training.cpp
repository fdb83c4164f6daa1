#include "engine/judge_training.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/hash.h"
#include "base/strings.h"

namespace demarche {

namespace {

namespace fs = std::filesystem;

// News is mostly plain: hard sentences teach the judge what the act between two sides is, plain ones how often nothing else is told. The
// share of each kind in a round was chosen by what is held out of both.
constexpr int kPlainTimes = 12;
constexpr int kExampleTimes = 4;

bool same_reading(EventType a, EventType b) {
  auto yields = [](EventType type) { return type == EventType::kConcede || type == EventType::kRetreat; };
  return a == b || (yields(a) && yields(b));
}

Result<JudgeSentence> read_line(std::string_view line, const std::string& place) {
  auto cells = split(line, '\t');
  if (cells.size() != 3) return Error{ErrorCode::kBadInput, "three cells, type, mode, marked sentence", place};
  auto type = event_type_from(trim(cells[0]));
  if (!type) return Error{ErrorCode::kBadInput, "unknown event type `" + std::string(cells[0]) + "`", place};
  MarkedSentence marked = parse_marked(cells[2]);
  if (marked.source.empty() || marked.target.empty())
    return Error{ErrorCode::kBadInput, "the sentence needs one <s>...</s> and one <t>...</t>", place};
  return JudgeSentence{*type, std::string(cells[2]), place, place.starts_with("plain"), fnv1a(cells[2]) % 10 == 0};
}

// The first mention of an actor whose code begins so.
Span mention_of(const Report& report, const std::string& code) {
  for (const Mention& mention : report.actors.mentions)
    for (uint32_t one : mention.actors)
      if (report.actors.actors[one].code.starts_with(code)) return mention.span;
  return {};
}

// An example of a frame as a marked sentence; nothing if its sides cannot be told by their codes.
std::optional<std::pair<MarkedSentence, EventType>> from_example(const Engine& engine, const Example& example) {
  if (example.events.size() != 1 || example.events[0].source.size() != 1 || example.events[0].target.size() != 1) return std::nullopt;
  Document doc;
  doc.text = example.sentence;
  Report report = engine.code(std::move(doc));
  MarkedSentence marked;
  marked.text = example.sentence;
  marked.source = mention_of(report, example.events[0].source[0]);
  marked.target = mention_of(report, example.events[0].target[0]);
  if (marked.source.empty() || marked.target.empty() || marked.source.overlaps(marked.target)) return std::nullopt;
  return std::pair{marked, example.events[0].type};
}

void measure(const Engine& engine, const Judge& judge, const JudgeSentence& sentence, const JudgeExample& held, JudgeShares& shares) {
  MarkedSentence marked = parse_marked(sentence.marked);
  ++shares.sentences;
  shares.frames += same_reading(engine.code_by_rule(marked).type, held.type);
  shares.judge += same_reading(judge.judge(held.features).best(), held.type);
  shares.both += same_reading(engine.code_with(judge, marked).type, held.type);
}

void finish(JudgeShares& shares) {
  if (shares.sentences == 0) return;
  for (double* share : {&shares.frames, &shares.judge, &shares.both}) *share /= static_cast<double>(shares.sentences);
}

}  // namespace

Result<std::vector<JudgeSentence>> read_judge_sentences(const std::string& directory) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error))
    if (it->path().extension() == ".tsv") paths.push_back(it->path());
  if (error || paths.empty()) return Error{ErrorCode::kIo, "no marked sentences (*.tsv) here", directory};
  std::sort(paths.begin(), paths.end());
  std::vector<JudgeSentence> sentences;
  for (const fs::path& path : paths) {
    std::ifstream in(path);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      if (number == 1 || trim(line).empty()) continue;
      auto made = read_line(line, path.filename().string() + ":" + std::to_string(number));
      if (!made) return made.error();
      sentences.push_back(std::move(*made));
    }
  }
  return sentences;
}

Result<JudgeScores> train_judge(const Engine& engine, const std::string& directory, const std::string& path, const JudgeTraining& options) {
  auto sentences = read_judge_sentences(directory);
  if (!sentences) return sentences.error();
  JudgeScores scores;
  scores.sentences = sentences->size();
  std::vector<JudgeExample> learned, held;
  std::vector<const JudgeSentence*> measured;
  for (const JudgeSentence& one : *sentences) {
    JudgeExample example = engine.marked_example(parse_marked(one.marked), one.type);
    example.times = one.plain ? kPlainTimes : 1;
    if (one.held_out) measured.push_back(&one);
    (one.held_out ? held : learned).push_back(std::move(example));
  }
  for (const Example& example : engine.lexicon().frames().examples())
    if (auto made = from_example(engine, example)) {
      learned.push_back(engine.marked_example(made->first, made->second));
      learned.back().times = kExampleTimes;
      ++scores.examples;
    }
  Judge trial = Judge::train(learned, options);
  for (size_t i = 0; i < held.size(); ++i) measure(engine, trial, *measured[i], held[i], measured[i]->plain ? scores.plain : scores.hard);
  finish(scores.hard);
  finish(scores.plain);
  learned.insert(learned.end(), held.begin(), held.end());
  if (Status saved = Judge::train(learned, options).save(path); !saved) return saved.error();
  return scores;
}

}  // namespace demarche

#include <fmt/format.h>

#include "base/strings.h"
#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "engine/engine.h"
#include "engine/judge_training.h"
#include "language/trainer.h"

namespace demarche {

namespace {

int run_judge_training(const CommandLine& line) {
  auto engine = load_engine(line);
  JudgeTraining options;
  options.seed = line.seed;
  std::string path = line.output.empty() ? engine->data_directory() + "/model/judge.model" : line.output;
  JudgeScores scores = or_fail(train_judge(*engine, engine->data_directory() + "/judge", path, options));
  Output output("");
  output.write(fmt::format("{}: {} sentences and {} examples\n", path, scores.sentences, scores.examples));
  for (auto [kind, shares] : {std::pair{"hard", &scores.hard}, std::pair{"plain", &scores.plain}})
    output.write(fmt::format("held out, {}: {} sentences; right by frames alone {:.2f} %, judge alone {:.2f} %, both {:.2f} %\n", kind,
                             shares->sentences, 100 * shares->frames, 100 * shares->judge, 100 * shares->both));
  output.flush();
  return kExitOk;
}

}  // namespace

int run_train(const CommandLine& line) {
  exit_on_interrupt();  // the model is written beside its place and moved there at the end
  if (line.judge) return run_judge_training(line);
  if (line.train.empty())
    throw Failure{{ErrorCode::kUsage, "what to learn from? name treebanks with --train FILE.conllu, or --judge", "train"}};
  TrainOptions options;
  options.train = line.train;
  options.dev = line.dev;
  options.teachers = line.teachers;
  options.unlabelled = line.unlabelled;
  options.model = line.output.empty() ? or_fail(find_data_directory()) + "/model/english.model" : line.output;
  options.seed = line.seed;
  if (line.epochs > 0) options.epochs = static_cast<size_t>(line.epochs);
  if (!line.quiet) options.log = [](const std::string& text) { complain(text); };
  options.command = "demarche train";
  for (auto [name, files] : {std::pair{"--train", &options.train}, std::pair{"--unlabelled", &options.unlabelled},
                             std::pair{"--teacher", &options.teachers}, std::pair{"--dev", &options.dev}})
    if (!files->empty()) options.command += fmt::format(" {} {}", name, join(*files, " "));
  options.command += fmt::format(" --seed {}", options.seed);
  auto scores = or_fail(train(options));
  Output output("");
  for (size_t i = 0; i < scores.size(); ++i) {
    const ParseScores& one = scores[i];
    output.write(fmt::format("{}: {} words, UPOS {:.2f} XPOS {:.2f} lemma {:.2f} UAS {:.2f} LAS {:.2f}\n", options.dev[i], one.words,
                             one.percent(one.upos), one.percent(one.xpos), one.percent(one.lemma), one.percent(one.attached),
                             one.percent(one.labelled)));
  }
  output.flush();
  return kExitOk;
}

}  // namespace demarche

// parser-tool score MODEL FILE.conllu...      accuracy by set, genre and sentence length, and from the raw text that each file rebuilds
// parser-tool train OUT.model [NAME=VALUE]... TRAIN.conllu... [--dev FILE...] [--teacher FILE...] [--unlabelled FILE...]   trains with
// other settings than the shipped model's
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include "language/parser_report.h"
#include "language/trainer.h"

namespace {

using namespace demarche;

int fail(const Error& error) {
  fmt::print(stderr, "{}\n", error.text());
  return 1;
}

int score(const std::string& model, const std::vector<std::string>& files) {
  auto analyzer = Analyzer::load(model);
  if (!analyzer) return fail(analyzer.error());
  fmt::print("{}\n", (*analyzer)->hash());
  for (const std::string& file : files) {
    Result<ParserReport> report = report_parser(**analyzer, file);
    if (!report) return fail(report.error());
    Result<RawTextReport> raw = report_raw_text(**analyzer, file);
    if (!raw) return fail(raw.error());
    fmt::print("\n{}\n{}{}", file, format_report(*report), format_report(*raw));
  }
  return 0;
}

int run_training(const std::vector<std::string>& args) {
  TrainOptions options;
  options.model = args[1];
  options.command = "parser-tool train";
  std::vector<std::string>* files = &options.train;
  for (size_t i = 2; i < args.size(); ++i) {
    const std::string& arg = args[i];
    options.command += " " + arg.substr(arg.find_last_of('/') + 1);
    size_t equals = arg.find('=');
    if (arg == "--dev" || arg == "--teacher" || arg == "--unlabelled") {
      files = arg == "--dev" ? &options.dev : arg == "--teacher" ? &options.teachers : &options.unlabelled;
    } else if (equals != std::string::npos) {
      if (Status status = set_option(options, arg.substr(0, equals), arg.substr(equals + 1)); !status) return fail(status.error());
    } else {
      files->push_back(arg);
    }
  }
  options.log = [](const std::string& line) {
    fmt::print("{}\n", line);
    std::fflush(stdout);
  };
  auto scores = train(options);
  return scores ? 0 : fail(scores.error());
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() >= 3 && args[0] == "score") return score(args[1], {args.begin() + 2, args.end()});
  if (args.size() >= 3 && args[0] == "train") return run_training(args);
  fmt::print(stderr,
             "parser-tool score MODEL FILE.conllu... | parser-tool train OUT.model [NAME=VALUE]... TRAIN.conllu... [--dev FILE...] "
             "[--teacher FILE...] [--unlabelled FILE...]\n");
  return 2;
}

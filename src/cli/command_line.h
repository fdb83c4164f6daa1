#pragma once
#include <string>
#include <vector>

namespace demarche {

/// The command line, read. Fields that a command does not have keep their defaults.
struct CommandLine {
  std::string command;  ///< "code", "lexicon check" ...
  std::vector<std::string> files;
  std::string data;             ///< --data
  std::string model;            ///< --model
  std::string from = "auto";    ///< auto text html jsonl conllu
  std::string format = "text";  ///< text jsonl html
  std::string date;             ///< --date
  std::string publisher;
  std::string output;  ///< -o; "" is standard output
  std::string pairs;   ///< code --pairs
  std::string db;
  int jobs = 0;  ///< 0: one a core
  bool strict = false;
  bool quiet = false;
  bool verbose = false;
  std::string colour = "auto";
  // show
  std::string actor, source, target, type, status, since, until, report;
  bool all = false;
  bool json = false;
  long limit = 0;
  // explain
  std::string event, in;
  // lexicon
  std::string word, lines;
  std::vector<std::string> dictionaries;  ///< --dictionaries
  bool only = false;                      ///< --only
  std::string kind, other;                ///< lexicon import --kind, list KIND; diff's second directory
  bool examples = true;
  bool unproven = false;  ///< lexicon check: list the frames that no example proves
  double allowed = 0;     ///< lexicon check --allow: percent of examples that may fail
  // train
  std::vector<std::string> train, dev, teachers, unlabelled;
  unsigned long long seed = 1;
  int epochs = 0;
  bool judge = false;
  // eval
  std::string gold, predictions, against;
  std::string form = "auto";  ///< auto reports plv plover
  bool misses = false;
  // export
  std::string purpose;  ///< export --for
};

/// What came of reading the command line.
struct ParsedCommandLine {
  CommandLine line;
  bool run = false;  ///< false: `message` says it all (help, a usage error)
  int exit_code = 0;
  std::string message;  ///< for standard output if exit_code is 0, else an error for standard error; ends in a line feed
};

/// Reads the command line. Never prints or exits.
ParsedCommandLine parse_command_line(int argc, const char* const* argv);

}  // namespace demarche

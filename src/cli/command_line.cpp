#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include "cli/exit_codes.h"

namespace demarche {

namespace {

constexpr const char* kDescription =
    "Reads news of diplomacy and conflict and says who did what to whom, when, according to whom, on what condition, in which order.\n\n"
    "  demarche code report.txt                     an account of one report\n"
    "  demarche code --format jsonl news.jsonl      one record a report, for programs\n"
    "  demarche code --format html page.html        a page with the text marked\n"
    "  demarche read news.jsonl && demarche show --actor UKR --type CONSULT\n"
    "  demarche explain e3@REPORT                   why the engine says so";

constexpr const char* kExitHelp =
    "\nExit codes: 0 ok; 1 failure; 2 usage; 3 some input was bad and skipped; 4 dictionary or model unusable; 5 input/output; 6 database; 130 interrupted.";

// One function a command: its options, bound to the line.
class Commands {
 public:
  Commands(CLI::App& app, CommandLine& line) : app_(app), a_(line) {}

  void add_all() {
    code();
    parse();
    train();
    lexicon();
    test();
    add("version", "Version, with the hashes of model and lexicon");
    app_.add_subcommand("help", "This text; `demarche COMMAND --help` for one command");
  }

 private:
  CLI::App* add(const char* name, const char* help) { return add(app_, name, help); }

  CLI::App* add(CLI::App& parent, const char* name, const char* help) {
    CLI::App* command = parent.add_subcommand(name, help);
    command->add_option("--data", a_.data, "Data directory with dictionaries and model")->type_name("DIR");
    command->add_option("--model", a_.model, "Trained model instead of the data directory's")->type_name("FILE");
    command->add_flag("-q,--quiet", a_.quiet, "Errors only");
    command->add_flag("-v,--verbose", a_.verbose, "Say more");
    return command;
  }

  void input(CLI::App* command) {
    command->add_option("FILE", a_.files, "Files to read; - or none is standard input");
    command->add_option("--from", a_.from, "What the input is")->check(CLI::IsMember({"auto", "text", "html", "jsonl", "conllu"}))->capture_default_str();
    command->add_option("--date", a_.date, "Date of reports that carry none")->type_name("YYYY-MM-DD");
    command->add_option("--publisher", a_.publisher, "Publisher of reports that name none");
    command->add_flag("--strict", a_.strict, "Stop at the first bad document, with exit code 1");
    command->add_option("-j,--jobs", a_.jobs, "Worker threads; 0 is one a core")->check(CLI::Range(0, 256));
  }

  void code() {
    CLI::App* command = add("code", "Code reports and print what they say");
    input(command);
    command->add_option("--format", a_.format, "text for people, jsonl for programs (one record a line)")->check(CLI::IsMember({"text", "jsonl"}))->capture_default_str();
    command->add_option("-o,--output", a_.output, "Write here instead of standard output")->type_name("FILE");
    command->add_option("--pairs", a_.pairs, "Code marked sentences of a TSV file (columns uid, marked_sentence): uid, type, mode, CAMEO, probability")->type_name("FILE.tsv");
    command->add_option("--colour,--color", a_.colour, "Colours in text")->check(CLI::IsMember({"auto", "always", "never"}));
  }

  void parse() {
    CLI::App* command = add("parse", "Tag and parse text; CoNLL-U comes out");
    input(command);
    command->add_option("-o,--output", a_.output, "Write here instead of standard output")->type_name("FILE");
  }

  void train() {
    CLI::App* command = add("train", "Train the tagger and parser on CoNLL-U treebanks");
    command->add_option("--train", a_.train, "Treebanks to learn from")->type_name("FILE")->required();
    command->add_option("--dev", a_.dev, "Treebanks to measure on")->type_name("FILE");
    command->add_option("-o,--output", a_.output, "Where the model goes; default the data directory's")->type_name("FILE");
    command->add_option("--seed", a_.seed, "Seed; the same seed and data give the same bytes")->capture_default_str();
    command->add_option("--epochs", a_.epochs, "Rounds over the data; 0 is the shipped model's number");
  }

  void lexicon() {
    CLI::App* group = app_.add_subcommand("lexicon", "Check, search and try dictionaries");
    group->require_subcommand(1);
    CLI::App* check = add(*group, "check", "Read every dictionary, report all faults with file:line, then code every example sentence");
    check->add_flag("!--no-examples", a_.examples, "Only read, do not code the examples");
    check->add_option("--allow", a_.tolerance, "Percent of examples that may fail before the check does")->check(CLI::Range(0.0, 100.0))->capture_default_str();
  }

  void test() {
    CLI::App* command = add("test", "Run case files (docs/formats/cases.md)");
    command->add_option("FILE", a_.files, "Case files or directories of them")->required();
  }

  CLI::App& app_;
  CommandLine& a_;
};

}  // namespace

ParsedCommandLine parse_command_line(int argc, const char* const* argv) {
  ParsedCommandLine parsed;
  CLI::App app(kDescription, "demarche");
  app.footer(kExitHelp);
  bool version = false;
  app.add_flag("--version", version, "Version, with the hashes of model and lexicon");
  Commands(app, parsed.line).add_all();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, err;
    int code = app.exit(error, out, err);
    parsed.exit_code = code == 0 ? kExitOk : kExitUsage;
    parsed.message = code == 0 ? out.str() : "demarche: " + err.str();
    return parsed;
  }
  if (version) parsed.line.command = "version";
  for (CLI::App* command : app.get_subcommands()) {
    parsed.line.command = command->get_name();
    for (CLI::App* inner : command->get_subcommands()) parsed.line.command += " " + inner->get_name();
  }
  if (parsed.line.command.empty() || parsed.line.command == "help") {
    parsed.message = app.help();
    parsed.exit_code = parsed.line.command.empty() && argc > 1 ? kExitUsage : kExitOk;
    return parsed;
  }
  parsed.run = true;
  return parsed;
}

}  // namespace demarche

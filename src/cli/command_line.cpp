#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>

#include "base/strings.h"
#include "cli/exit_codes.h"

namespace demarche {

namespace {

constexpr const char* kDescription =
    "Reads news of diplomacy and conflict and says who did what to whom, when, according to whom, on what condition, in which order.\n\n"
    "  demarche code report.txt                                    an account of one report\n"
    "  demarche code --format jsonl news.jsonl                     one record a report, for programs\n"
    "  demarche code --format html report.txt -o page.html         a page with the text marked\n"
    "  demarche read news.jsonl                                    into the store\n"
    "  demarche show --actor UKR --type CONSULT --since 2025-02    what the store holds\n"
    "  demarche explain e3@REPORT                                  why the engine says so\n"
    "  demarche eval gold.jsonl                                    how often it is right\n";

constexpr const char* kExitHelp =
    "Exit codes: 0 ok; 1 failure; 2 usage; 3 some input was bad and skipped; 4 dictionary or model unusable; 5 input or output; 6 "
    "database; 130 interrupted.\n"
    "Environment: DEMARCHE_DATA (dictionaries and model), DEMARCHE_DB (store), NO_COLOR.";

// One function a command: its options, bound to the line.
class Commands {
 public:
  Commands(CLI::App& app, CommandLine& line) : app_(app), a_(line) {}

  void add_all() {
    code();
    read();
    show();
    explain();
    parse();
    train();
    lexicon();
    test();
    eval();
    export_benchmark();
    add(app_, "version", "Version, with the hashes of model and lexicon");
    CLI::App* help = app_.add_subcommand("help", "Help; `demarche help COMMAND` for one command");
    help->add_option("COMMAND", a_.files, "A command: show, or lexicon try")->type_name("");
  }

 private:
  static CLI::Option* one_of(CLI::Option* option, std::vector<std::string> values) {
    auto check = [values = std::move(values)](const std::string& value) {
      if (std::find(values.begin(), values.end(), value) != values.end()) return std::string();
      std::string meant = closest(value, values);
      return "`" + value + "` is none of " + join(values, ", ") + (meant.empty() ? "" : "; did you mean " + meant + "?");
    };
    return option->check(CLI::Validator(check, ""))->type_name("WHAT");
  }

  CLI::App* add(CLI::App& parent, const char* name, const char* help) {
    CLI::App* command = parent.add_subcommand(name, help);
    command->footer("");
    command->add_option("--data", a_.data, "Data directory with dictionaries and model")->type_name("DIR");
    command->add_option("--model", a_.model, "Trained model instead of the data directory's")->type_name("FILE");
    command->add_flag("-q,--quiet", a_.quiet, "Errors only");
    command->add_flag("-v,--verbose", a_.verbose, "Say more");
    return command;
  }

  void input(CLI::App* command) {
    command->add_option("FILE", a_.files, "Files to read; - or none is standard input")->type_name("");
    one_of(command->add_option("--from", a_.from, "What the input is: auto (by its content), text, html, jsonl, conllu"),
           {"auto", "text", "html", "jsonl", "conllu"});
    dates(command);
    command->add_flag("--strict", a_.strict, "Stop at the first bad document, with exit code 1");
    jobs(command);
  }

  void jobs(CLI::App* command) {
    command->add_option("-j,--jobs", a_.jobs, "Worker threads; 0 is one a core")->check(CLI::Range(0, 256).description(""))->type_name("N");
  }

  void dictionaries(CLI::App* command) {
    CLI::Option* added =
        command
            ->add_option("--dictionaries", a_.dictionaries,
                         "More dictionaries in our formats beside ours (`demarche lexicon import` makes them of the field's)")
            ->type_name("DIR")
            ->allow_extra_args(false);
    command->add_flag("--only", a_.only, "Actors, role nouns, verbs and lists of --dictionaries instead of ours, each kind that it holds")
        ->needs(added);
  }

  void dates(CLI::App* command) {
    command->add_option("--date", a_.date, "Date of reports that carry none")->type_name("YYYY-MM-DD");
    command->add_option("--publisher", a_.publisher, "Publisher of reports that name none")->type_name("NAME");
  }

  void output(CLI::App* command) {
    command->add_option("-o,--output", a_.output, "Write here instead of standard output")->type_name("FILE");
  }

  void colour(CLI::App* command) {
    one_of(command->add_option("--colour,--color", a_.colour, "Colours: auto, always or never"), {"auto", "always", "never"});
  }

  void database(CLI::App* command) {
    command->add_option("--db", a_.db, "Store; else DEMARCHE_DB, else demarche/demarche.db in the user's data directory")
        ->type_name("PATH");
  }

  void code() {
    CLI::App* command = add(app_, "code", "Code reports and print what they say");
    input(command);
    one_of(command->add_option("--format,--to", a_.format, "text for people, jsonl for programs (a record a line), html for one page"),
           {"text", "jsonl", "html"});
    output(command);
    command->add_option("--pairs", a_.pairs, "Code the marked sentences of a table (columns uid, marked_sentence); with -v why")
        ->type_name("FILE.tsv");
    dictionaries(command);
    colour(command);
    command->footer(
        "Examples:\n"
        "  demarche code report.txt page.html                            accounts for people\n"
        "  demarche code --format jsonl news.jsonl > records.jsonl       records for programs (docs/formats/report.md)\n"
        "  curl -s URL | demarche code --date 2024-05-06 -               from standard input");
  }

  void read() {
    CLI::App* command = add(app_, "read", "Code reports into the store; what is there already is known by its content");
    input(command);
    database(command);
    dictionaries(command);
  }

  void show() {
    CLI::App* command = add(app_, "show", "Show what the store holds: its reports, one report's account, or events by filter");
    database(command);
    command->add_option("REPORT", a_.report, "A report's id or key, or its beginning")->type_name("");
    command->add_option("--actor", a_.actor, "Code prefix of source or target: UKR, USAGOV")->type_name("CODE");
    command->add_option("--source", a_.source, "Code prefix of a source")->type_name("CODE");
    command->add_option("--target", a_.target, "Code prefix of a target")->type_name("CODE");
    command->add_option("--type", a_.type, "PLOVER type: CONSULT")->type_name("TYPE");
    command->add_option("--status", a_.status, "occurred habitual planned offered requested threatened possible denied")
        ->type_name("STATUS");
    command->add_option("--since", a_.since, "Events that end on or after")->type_name("DATE");
    command->add_option("--until", a_.until, "Events that begin on or before")->type_name("DATE");
    command->add_option("--limit", a_.limit, "At most so many events")->check(CLI::Range(1, 1000000000).description(""))->type_name("N");
    command->add_flag("--all", a_.all, "The account of every report");
    command->add_flag("--json", a_.json, "JSON Lines instead of text (docs/formats/show.md)");
    colour(command);
    command->footer(
        "Examples:\n"
        "  demarche show                                                 the reports\n"
        "  demarche show aukus                                           the account of the report whose id begins so\n"
        "  demarche show --source FRA --type SANCTION --since 2024       events");
  }

  void explain() {
    CLI::App* command =
        add(app_, "explain", "Explain an event: the sentence with its words marked, the parse that was used, the rule that fired");
    database(command);
    command->add_option("EVENT", a_.event, "e3@REPORT (the beginning of the report's id or key will do), or e3 with --in")
        ->required()
        ->type_name("");
    command->add_option("--in", a_.in, "Code this file instead of looking into the store")->type_name("FILE");
    command->footer(
        "Examples:\n"
        "  demarche explain e3@aukus                                     an event that `demarche show` printed\n"
        "  demarche explain e3 --in report.txt                           one that `demarche code report.txt` printed");
    one_of(command->add_option("--from", a_.from, "What the file is: auto, text, html, jsonl, conllu"),
           {"auto", "text", "html", "jsonl", "conllu"});
    dates(command);
    dictionaries(command);
    colour(command);
  }

  void parse() {
    CLI::App* command =
        add(app_, "parse", "Tag and parse text; CoNLL-U comes out. --from conllu keeps sentences and words and predicts the rest anew");
    input(command);
    output(command);
  }

  void train() {
    CLI::App* command =
        add(app_, "train", "Train the tagger and parser on CoNLL-U treebanks, or with --judge the judge of marked sentences");
    command->add_flag("--judge", a_.judge, "Train the judge on the data directory's judge/*.tsv (docs/formats/judge.md)");
    command->add_option("--train", a_.train, "Treebanks to learn from")->type_name("FILE");
    command->add_option("--dev", a_.dev, "Treebanks to measure on")->type_name("FILE");
    command->add_option("--teacher", a_.teachers, "Models of the same treebanks whose beliefs are learned beside the labels")
        ->type_name("FILE");
    command->add_option("--unlabelled", a_.unlabelled, "CoNLL-U of which only the words are read; the teachers label it")
        ->type_name("FILE");
    command->add_option("-o,--output", a_.output, "Where the model goes; default the data directory's")->type_name("FILE");
    command->add_option("--seed", a_.seed, "Seed; the same seed and data give the same bytes")->type_name("N");
    command->add_option("--epochs", a_.epochs, "Rounds over the data; 0 is the shipped model's number")
        ->check(CLI::Range(0, 10000).description(""))
        ->type_name("N");
  }

  void lexicon() {
    CLI::App* group = app_.add_subcommand("lexicon", "Check, search, try, import and compare dictionaries");
    group->require_subcommand(1);
    CLI::App* check = add(*group, "check", "Read every dictionary, say all faults with file:line, then code every example sentence");
    check->add_flag("!--no-examples", a_.examples, "Only read, do not code the examples");
    check->add_option("--allow", a_.allowed, "Percent of examples that may fail before the check does")
        ->check(CLI::Range(0.0, 100.0).description(""))
        ->type_name("PERCENT");
    check->add_flag("--unproven", a_.unproven, "List the frames that code an event and that no example proves");
    dictionaries(check);
    CLI::App* entry = add(*group, "show", "What the dictionaries say of a word or a name");
    entry->add_option("WORD", a_.word, "A verb, noun or adjective, a role noun, or the name of an actor")->required()->type_name("");
    dictionaries(entry);
    CLI::App* attempt = add(*group, "try", "Add dictionary lines for once and see which events they change");
    attempt
        ->add_option("LINES", a_.lines,
                     "An entry as in our files: 'verb snub\\n obj=T => REJECT', 'Blue Front : KENREB', 'beekeeper : AGR'")
        ->required()
        ->type_name("");
    attempt->add_option("--on", a_.files, "Reports to code with and without them")->required()->type_name("FILE");
    dates(attempt);
    one_of(attempt->add_option("--from", a_.from, "What the files are: auto, text, html, jsonl, conllu"),
           {"auto", "text", "html", "jsonl", "conllu"});
    dictionaries(attempt);
    import(*group);
    compare(*group);
  }

  void import(CLI::App& group) {
    CLI::App* command = add(group, "import", "Turn dictionaries of PETRARCH, TABARI and Phoenix into our formats; say what cannot be read");
    command->add_option("FILE", a_.files, "Their files, or directories of them (*.txt and the like)")->required()->type_name("");
    command->add_option("-o,--output", a_.output, "Directory for the dictionaries made")->required()->type_name("DIR");
    one_of(command->add_option("--kind", a_.kind,
                               "What the files are, where name and lines do not tell: actors, agents, verbs, discards, issues"),
           {"actors", "agents", "verbs", "discards", "issues"});
    command->add_flag("--strict", a_.strict, "Write nothing if a single line cannot be read, with exit code 4");
    command->footer(
        "  demarche lexicon import CAMEO.2.0.txt Phoenix.agents.txt -o theirs    what was read, and each line that was not, with its "
        "reason\n"
        "  demarche lexicon check --no-examples --dictionaries theirs            that it loads\n"
        "  demarche code --dictionaries theirs report.txt                        beside ours\n"
        "  demarche code --dictionaries theirs --only report.txt                 instead of ours\n"
        "  demarche lexicon diff data theirs                                     how the two differ\n"
        "Codes of verbs become PLOVER types through CAMEO's table; codes of actors stay as they are, with their dates.\n"
        "What is understood and what is not: docs/formats/community.md. Exit code 3: some lines were left out.");
  }

  void compare(CLI::App& group) {
    CLI::App* list = add(group, "list", "How many entries each dictionary has; or all entries of a kind");
    one_of(list->add_option("KIND", a_.kind, "actors, offices, agents, classes, frames, discards or issues"),
           {"actors", "offices", "agents", "classes", "frames", "discards", "issues"});
    dictionaries(list);
    list->footer(
        "  demarche lexicon list                 the files with their numbers\n  demarche lexicon list agents | head   KEY <tab> WHAT IT "
        "SAYS <tab> FILE:LINE");
    CLI::App* grep = add(group, "grep", "The dictionary lines that hold a text; * stands for anything, letter case does not count");
    grep->add_option("PATTERN", a_.word, "'ceasefire', 'verb*veto', 'KENREB'")->required()->type_name("");
    dictionaries(grep);
    grep->footer("  demarche lexicon grep 'obj=*with=* => AGREE'\n  demarche lexicon grep SYRREB --dictionaries theirs --only");
    CLI::App* diff = add(group, "diff", "What changes between two directories of dictionaries: - lost, + gained, ~ said otherwise");
    diff->add_option("A", a_.word, "A directory: a data directory, or one that import made")->required()->type_name("");
    diff->add_option("B", a_.other, "The other")->required()->type_name("");
    one_of(diff->add_option("--kind", a_.kind, "One kind alone: actors, offices, agents, classes, frames, discards, issues"),
           {"actors", "offices", "agents", "classes", "frames", "discards", "issues"});
    diff->footer(
        "  demarche lexicon diff theirs.2014 theirs.2019 --kind actors\n  demarche lexicon diff data theirs -q    the numbers alone");
  }

  void test() {
    CLI::App* command = add(app_, "test", "Run case files (docs/formats/cases.md)");
    command->add_option("FILE", a_.files, "Case files or directories of them")->required()->type_name("");
  }

  void eval() {
    CLI::App* command =
        add(app_, "eval", "Measure against gold: precision, recall and F1 by type, confusions, and what two runs differ in");
    command->add_option("GOLD", a_.gold, "Gold: records of reports, PLV's table or PLOVER's gold standard; - is standard input")
        ->required()
        ->type_name("");
    command
        ->add_option("PREDICTIONS", a_.predictions, "What a coder said of it (`code --format jsonl`, `code --pairs`); else it is coded now")
        ->type_name("");
    command->add_option("--against", a_.against, "Another run: what is gained, lost and changed since then")->type_name("FILE");
    one_of(command->add_option("--form", a_.form, "What gold is: auto (by its content), reports, plv, plover"),
           {"auto", "reports", "plv", "plover"});
    one_of(command->add_option("--format,--to", a_.format, "text for people, json for programs"), {"text", "json"});
    command->add_flag("--misses", a_.misses, "Every event and relation that was missed or made up, with its sentence");
    output(command);
    jobs(command);
    command->footer(
        "Examples:\n"
        "  demarche eval gold.jsonl                                      code gold's own texts and measure\n"
        "  demarche eval gold.jsonl run.jsonl --misses                   measure a run that is there\n"
        "  demarche code --format jsonl gold.jsonl > before.jsonl        keep a run, change a dictionary, then:\n"
        "  demarche eval gold.jsonl --against before.jsonl               what the change brought, event by event\n"
        "  demarche eval plv.tsv --format json | jq .root.macro_f1       one figure\n"
        "What the figures mean: docs/formats/eval.md.");
  }

  void export_benchmark() {
    CLI::App* command =
        add(app_, "export",
            "Answer the questions of public benchmarks: JSON Lines with a text each in, predictions in the benchmark's form out");
    command->add_option("FILE", a_.files, "Files to read; - is standard input")->required()->type_name("");
    one_of(command->add_option("--for", a_.purpose, "What is asked: attribution, relations, cause, order, factuality, conflict, coref"),
           {"attribution", "relations", "cause", "order", "factuality", "conflict", "coref"})
        ->required();
    output(command);
    command->add_flag("--strict", a_.strict, "Stop at the first bad line, with exit code 1");
    jobs(command);
  }

  CLI::App& app_;
  CommandLine& a_;
};

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* one : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(one->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names{"--help"};
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

// The command that the line got to before it went wrong.
CLI::App* reached(CLI::App& app) {
  CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return at;
}

// "demarche lexicon check".
std::string full_name(const CLI::App* command) {
  std::string name = command->get_name();
  for (const CLI::App* up = command->get_parent(); up; up = up->get_parent()) name = up->get_name() + " " + name;
  return name;
}

std::string help_of(const CLI::App* command) {
  std::string name = full_name(command);
  size_t blank = name.rfind(' ');
  return command->help(blank == std::string::npos ? "" : name.substr(0, blank));
}

// What is wrong, and what was probably meant.
std::string complaint(CLI::App& app, const CLI::ParseError& error) {
  CLI::App* command = reached(app);
  constexpr std::string_view kNoNumber = "Could not convert: ";
  std::string text = error.what(), meant;
  std::vector<std::string> rest = app.remaining(true), commands = command_names(*command);
  // An option that is not known also keeps what is required from being there: it is the mistake to name.
  bool missing = dynamic_cast<const CLI::RequiredError*>(&error), extra = dynamic_cast<const CLI::ExtrasError*>(&error);
  if (!rest.empty() && (extra || missing)) {
    const std::string& word = rest.front();
    bool option = word.starts_with("-");
    text = option ? "no such option: " + word : !commands.empty() ? "no such command: " + word : "one argument too many: " + word;
    meant = closest(word.substr(0, word.find('=')), option ? option_names(*command) : commands);
  } else if (missing && !commands.empty()) {
    text = full_name(command) + " what? " + join(commands, ", ");
  } else if (text.starts_with(kNoNumber)) {
    text = text.substr(kNoNumber.size()) + " is no number";
  }
  return "demarche: " + text + (meant.empty() ? "" : "; did you mean " + meant + "?") + "\nTry `" + full_name(command) + " --help`.\n";
}

void describe(CLI::App& app, CommandLine& line, bool& version) {
  app.footer(kExitHelp);
  app.require_subcommand(0, 1);  // or a file named like a command would be taken for a second one
  app.add_flag("--version", version, "Version, with the hashes of model and lexicon");
  Commands(app, line).add_all();
}

// From an app that has read nothing yet: one that has speaks only of the command that it read.
ParsedCommandLine help(ParsedCommandLine parsed) {
  CLI::App app(kDescription, "demarche");
  CommandLine ignored;
  bool version = false;
  describe(app, ignored, version);
  CLI::App* at = &app;
  for (const std::string& wanted : parsed.line.files) {
    auto names = command_names(*at);
    if (std::find(names.begin(), names.end(), wanted) == names.end()) {
      std::string meant = closest(wanted, names);
      parsed.exit_code = kExitUsage;
      parsed.message = "demarche: no such command: " + wanted + (meant.empty() ? "" : "; did you mean " + meant + "?") + "\n";
      return parsed;
    }
    at = at->get_subcommand(wanted);
  }
  parsed.message = at == &app ? app.help() : help_of(at);
  return parsed;
}

}  // namespace

ParsedCommandLine parse_command_line(int argc, const char* const* argv) {
  ParsedCommandLine parsed;
  CLI::App app(kDescription, "demarche");
  bool version = false;
  describe(app, parsed.line, version);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    parsed.message = help_of(reached(app));
    return parsed;
  } catch (const CLI::ParseError& error) {
    parsed.exit_code = kExitUsage;
    parsed.message = complaint(app, error);
    return parsed;
  }
  for (CLI::App* command = &app; !command->get_subcommands().empty();) {
    command = command->get_subcommands().front();
    parsed.line.command += (parsed.line.command.empty() ? "" : " ") + command->get_name();
  }
  if (version) parsed.line.command = "version";
  if (parsed.line.command.empty() || parsed.line.command == "help") return help(std::move(parsed));
  parsed.run = true;
  return parsed;
}

}  // namespace demarche

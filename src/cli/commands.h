#pragma once
#include "cli/command_line.h"

namespace demarche {

/// Each runs one command and gives the exit code (exit_codes.h). Data goes to standard output, messages to standard error. What a command
/// cannot go on without throws Failure (terminal.h).
int run_code(const CommandLine& line);
int run_read(const CommandLine& line);
int run_show(const CommandLine& line);
int run_explain(const CommandLine& line);
int run_parse(const CommandLine& line);
int run_train(const CommandLine& line);
int run_lexicon_check(const CommandLine& line);
int run_lexicon_show(const CommandLine& line);
int run_lexicon_try(const CommandLine& line);
int run_eval(const CommandLine& line);
int run_lexicon_import(const CommandLine& line);
int run_lexicon_list(const CommandLine& line);
int run_lexicon_grep(const CommandLine& line);
int run_lexicon_diff(const CommandLine& line);
int run_export(const CommandLine& line);
int run_test(const CommandLine& line);
int run_version(const CommandLine& line);

}  // namespace demarche

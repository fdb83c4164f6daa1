#include <array>
#include <cstdio>
#include <exception>
#include <new>
#include <string_view>
#include <utility>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"

namespace demarche {

namespace {

int dispatch(const CommandLine& line) {
  using Run = int (*)(const CommandLine&);
  static constexpr std::array<std::pair<std::string_view, Run>, 17> kCommands{{{"code", run_code},
                                                                               {"read", run_read},
                                                                               {"show", run_show},
                                                                               {"explain", run_explain},
                                                                               {"parse", run_parse},
                                                                               {"train", run_train},
                                                                               {"lexicon check", run_lexicon_check},
                                                                               {"lexicon show", run_lexicon_show},
                                                                               {"lexicon try", run_lexicon_try},
                                                                               {"lexicon import", run_lexicon_import},
                                                                               {"lexicon list", run_lexicon_list},
                                                                               {"lexicon grep", run_lexicon_grep},
                                                                               {"lexicon diff", run_lexicon_diff},
                                                                               {"test", run_test},
                                                                               {"eval", run_eval},
                                                                               {"export", run_export},
                                                                               {"version", run_version}}};
  for (const auto& [name, run] : kCommands)
    if (line.command == name) return run(line);
  return kExitUsage;
}

int run(int argc, char** argv) {
  ParsedCommandLine parsed = parse_command_line(argc, argv);
  if (!parsed.run) {
    std::fputs(parsed.message.c_str(), parsed.exit_code == kExitOk ? stdout : stderr);
    return parsed.exit_code;
  }
  try {
    return dispatch(parsed.line);
  } catch (const Failure& failure) {
    complain(failure.error.text());
    return failure.exit >= 0 ? failure.exit : exit_code(failure.error.code);
  } catch (const ReaderGone&) {
    return kExitOk;
  } catch (const std::bad_alloc&) {
    complain("out of memory; try fewer --jobs or smaller documents");
  } catch (const std::exception& error) {
    complain(error.what());
  }
  return kExitFailure;
}

}  // namespace

}  // namespace demarche

int main(int argc, char** argv) {
  demarche::watch_interrupts();
  return demarche::run(argc, argv);
}

#pragma once
#include "base/result.h"

namespace demarche {

/// What the program gives back to the shell; stable, stated in `demarche help`.
enum ExitCode : int {
  kExitOk = 0,
  kExitFailure = 1,
  kExitUsage = 2,
  kExitPartly = 3,   ///< some input was bad and skipped
  kExitLexicon = 4,  ///< a dictionary, model or configuration is unusable
  kExitIo = 5,
  kExitDatabase = 6,
  kExitInterrupted = 130
};

ExitCode exit_code(ErrorCode code);

}  // namespace demarche

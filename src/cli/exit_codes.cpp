#include "cli/exit_codes.h"

namespace demarche {

ExitCode exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBadInput:
      return kExitPartly;
    case ErrorCode::kBadLexicon:
    case ErrorCode::kBadModel:
      return kExitLexicon;
    case ErrorCode::kIo:
      return kExitIo;
    case ErrorCode::kDatabase:
      return kExitDatabase;
    case ErrorCode::kUsage:
      return kExitUsage;
    case ErrorCode::kInterrupted:
      return kExitInterrupted;
  }
  return kExitFailure;
}

}  // namespace demarche

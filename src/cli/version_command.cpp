#include <fmt/format.h>

#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "engine/version.h"

namespace demarche {

int run_version(const CommandLine& line) {
  Output output("");
  output.write(fmt::format("demarche {}\n", kVersion));
  output.flush();
  auto engine = load_engine(line);
  const EngineIdentity& identity = engine->identity();
  output.write(fmt::format("model     {}\ncodebook  {}\nactors    {}\n", identity.model, identity.codebook, identity.actors));
  output.flush();
  return kExitOk;
}

}  // namespace demarche

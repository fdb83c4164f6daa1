#include <cstdlib>
#include <filesystem>

#include "base/strings.h"
#include "engine/engine.h"

namespace demarche {

namespace fs = std::filesystem;

namespace {

bool holds_data(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path / "ontology", error) && fs::is_directory(path / "frames", error);
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// Beside the program: an installed tree (bin/../share/demarche), then a source tree that holds a build folder.
std::vector<fs::path> beside_program() {
  std::error_code error;
  fs::path program = fs::read_symlink("/proc/self/exe", error);
  std::vector<fs::path> places;
  if (error) return places;
  fs::path at = program.parent_path();
  places.push_back(at.parent_path() / "share" / "demarche");
  for (int up = 0; up < 4 && at.has_parent_path(); ++up, at = at.parent_path()) places.push_back(at / "data");
  return places;
}

}  // namespace

Result<std::string> find_data_directory() {
  if (std::string set = environment("DEMARCHE_DATA"); !set.empty()) {
    if (holds_data(set)) return set;
    return Error{ErrorCode::kIo, "DEMARCHE_DATA names no data directory (it needs ontology/ and frames/)", set};
  }
  std::vector<fs::path> places = beside_program();
  std::string home = environment("XDG_DATA_HOME");
  if (!home.starts_with('/')) home = environment("HOME") + "/.local/share";
  places.push_back(fs::path(home) / "demarche");
  std::string system = environment("XDG_DATA_DIRS");
  if (system.empty()) system = "/usr/local/share:/usr/share";
  for (std::string_view one : split(system, ':'))
    if (one.starts_with('/')) places.push_back(fs::path(one) / "demarche");
  std::string searched;
  for (const fs::path& place : places) {
    if (holds_data(place)) return place.string();
    searched += (searched.empty() ? "" : ", ") + place.string();
  }
  return Error{ErrorCode::kIo, "no dictionaries found (searched " + searched + "): pass --data or set DEMARCHE_DATA", ""};
}

}  // namespace demarche

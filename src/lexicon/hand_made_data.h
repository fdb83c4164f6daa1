#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace demarche {

/// For tests: a data directory with a given ontology and dictionaries that the test writes. Lives under the temporary directory and goes
/// with the object.
class HandMadeData {
 public:
  explicit HandMadeData(const std::filesystem::path& ontology) {
    static int made = 0;
    folder_ = std::filesystem::temp_directory_path() / ("demarche_test_" + std::to_string(::getpid()) + "_" + std::to_string(made++));
    for (const char* one : {"classes", "frames", "actors", "agents"}) std::filesystem::create_directories(folder_ / one);
    std::filesystem::create_directory_symlink(ontology, folder_ / "ontology");
  }
  ~HandMadeData() {
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
  }
  HandMadeData(const HandMadeData&) = delete;
  HandMadeData& operator=(const HandMadeData&) = delete;

  /// Writes a file: "frames/a.frames".
  void write(const std::string& name, std::string_view text) const { std::ofstream(folder_ / name) << text; }
  std::string path() const { return folder_.string(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace demarche

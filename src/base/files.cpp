#include "base/files.h"

#include <array>
#include <filesystem>
#include <fstream>

namespace demarche {

Result<std::unique_ptr<std::istream>> open_file(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return Error{ErrorCode::kIo, "is a directory; name the files in it", path};
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file)
    return Error{ErrorCode::kIo, std::filesystem::exists(path, ignored) ? "cannot be read; check its permissions" : "no such file", path};
  return std::unique_ptr<std::istream>(std::move(file));
}

Result<std::string> read_all(std::istream& in, const std::string& name, size_t limit) {
  std::string content;
  std::array<char, 65536> piece{};
  while (true) {
    in.read(piece.data(), piece.size());
    auto got = static_cast<size_t>(in.gcount());
    if (content.size() + got > limit)
      return Error{ErrorCode::kBadInput, "has more than " + std::to_string(limit >> 20) + " MiB; split it", name};
    content.append(piece.data(), got);
    if (in.bad()) return Error{ErrorCode::kIo, "reading failed half-way", name};
    if (!in) return content;
  }
}

Result<std::string> read_file(const std::string& path, size_t limit) {
  auto file = open_file(path);
  if (!file) return file.error();
  return read_all(**file, path, limit);
}

}  // namespace demarche

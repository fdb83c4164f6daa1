#pragma once
#include <istream>
#include <memory>
#include <string>

#include "base/result.h"

namespace demarche {

/// A file opened for reading bytes. kIo, with the path as place, says what keeps it shut: "no such file", "is a directory; name the files
/// in it", "cannot be read; check its permissions".
Result<std::unique_ptr<std::istream>> open_file(const std::string& path);

/// All that is left in a stream. kBadInput with `name` as place if that is more than `limit` bytes (never holds more than that), kIo if
/// reading breaks off.
Result<std::string> read_all(std::istream& in, const std::string& name, size_t limit);

/// open_file and read_all.
Result<std::string> read_file(const std::string& path, size_t limit);

}  // namespace demarche

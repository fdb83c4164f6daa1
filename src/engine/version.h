#pragma once

namespace demarche {

/// The program's version; CMakeLists.txt states the same and the build compares them.
inline constexpr const char* kVersion = "0.1.0";

}  // namespace demarche

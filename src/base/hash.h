#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace demarche {

/// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// FNV-1a's mixing, 64 bits, from a start value of our own: stable over machines and versions, for feature hashing and short ids, not
/// against an adversary. Model files hold these hashes, so neither the start value nor the mixing may ever change.
constexpr uint64_t fnv1a(std::string_view bytes, uint64_t seed = 1469598103934665603ULL) {
  for (char c : bytes) {
    seed ^= static_cast<unsigned char>(c);
    seed *= 1099511628211ULL;
  }
  return seed;
}

}  // namespace demarche

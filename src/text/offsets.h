#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace demarche {

/// Byte offsets of a text as code points and back. Bytes are the engine's measure, code points the contract's; they meet only where records
/// leave or enter. Built in one pass over the text, constant-time lookups after; an ASCII text costs no memory.
class Offsets {
 public:
  explicit Offsets(std::string_view text);

  /// Code points before the byte. A byte inside a character counts as that character's first; beyond the end gives the length.
  uint32_t points(uint32_t byte) const;
  Span points(Span bytes) const { return {points(bytes.begin), points(bytes.end)}; }
  /// The byte at which the code point begins; the text's size beyond the end.
  uint32_t bytes(uint32_t point) const;
  Span bytes(Span points) const { return {bytes(points.begin), bytes(points.end)}; }
  uint32_t length() const { return ascii_ ? size_ : static_cast<uint32_t>(starts_.size()); }

 private:
  bool ascii_ = true;
  uint32_t size_ = 0;
  std::vector<uint32_t> starts_;  // byte of each code point, empty for ASCII
  std::vector<uint32_t> counts_;  // code points before every 64th byte
  std::string_view text_;
};

}  // namespace demarche

#include "text/offsets.h"

#include <algorithm>

namespace demarche {

namespace {
bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}
}  // namespace

Offsets::Offsets(std::string_view text) : size_(static_cast<uint32_t>(text.size())), text_(text) {
  ascii_ = std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (ascii_) return;
  for (uint32_t i = 0; i < size_; ++i) {
    if (i % 64 == 0) counts_.push_back(static_cast<uint32_t>(starts_.size()));
    if (!continues(text[i])) starts_.push_back(i);
  }
}

uint32_t Offsets::points(uint32_t byte) const {
  if (ascii_) return std::min(byte, size_);
  if (byte >= size_) return length();
  uint32_t at = byte / 64 * 64, count = counts_[byte / 64];
  for (uint32_t i = at; i < byte; ++i) count += !continues(text_[i]);
  // A byte inside a character belongs to the character already counted.
  return continues(text_[byte]) && count > 0 ? count - 1 : count;
}

uint32_t Offsets::bytes(uint32_t point) const {
  if (ascii_) return std::min(point, size_);
  return point < starts_.size() ? starts_[point] : size_;
}

}  // namespace demarche

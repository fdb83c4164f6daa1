#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace demarche {

/// Strings to values, made once and searched often: a key that is not there, the usual answer, costs one look into one line of memory.
/// Entries are in the order of insertion and stay where they are. Nothing can be taken out. Used like std::unordered_map.
template <class Value>
class StringMap {
 public:
  using value_type = std::pair<const std::string, Value>;
  using iterator = typename std::deque<value_type>::iterator;
  using const_iterator = typename std::deque<value_type>::const_iterator;

  const_iterator begin() const { return entries_.begin(); }
  const_iterator end() const { return entries_.end(); }
  iterator begin() { return entries_.begin(); }
  iterator end() { return entries_.end(); }
  size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }

  const_iterator find(std::string_view key) const {
    uint32_t index = index_of(key, hash(key));
    return index == kNone ? entries_.end() : entries_.begin() + index;
  }
  iterator find(std::string_view key) {
    uint32_t index = index_of(key, hash(key));
    return index == kNone ? entries_.end() : entries_.begin() + index;
  }
  bool contains(std::string_view key) const { return index_of(key, hash(key)) != kNone; }

  /// Adds the key with a value made of the arguments, if it is new; the entry, and whether it was.
  template <class... Arguments>
  std::pair<iterator, bool> try_emplace(std::string_view key, Arguments&&... arguments) {
    uint64_t hashed = hash(key);
    if (uint32_t index = index_of(key, hashed); index != kNone) return {entries_.begin() + index, false};
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    place(hashed, static_cast<uint32_t>(entries_.size()));
    entries_.emplace_back(std::piecewise_construct, std::forward_as_tuple(key),
                          std::forward_as_tuple(std::forward<Arguments>(arguments)...));
    return {entries_.end() - 1, true};
  }
  Value& operator[](std::string_view key) { return try_emplace(key).first->second; }

 private:
  struct Slot {
    uint32_t tag = 0;
    uint32_t index = kNone;
  };
  static constexpr uint32_t kNone = 0xFFFFFFFF;

  static uint64_t hash(std::string_view key) {
    constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;
    uint64_t state = key.size() * kMultiplier;
    const char* at = key.data();
    size_t left = key.size();
    for (; left >= 8; at += 8, left -= 8) {
      uint64_t eight = 0;
      std::memcpy(&eight, at, 8);
      state = std::rotl((state ^ eight) * kMultiplier, 29);
    }
    uint64_t rest = 0;
    for (size_t i = 0; i < left; ++i) rest = rest << 8 | static_cast<unsigned char>(at[i]);
    state = (state ^ rest) * kMultiplier;
    state ^= state >> 32;
    return state * kMultiplier;
  }

  uint32_t index_of(std::string_view key, uint64_t hashed) const {
    if (slots_.empty()) return kNone;
    const size_t mask = slots_.size() - 1;
    for (size_t at = hashed & mask;; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.index == kNone) return kNone;
      if (slot.tag == hashed >> 32 && entries_[slot.index].first == key) return slot.index;
    }
  }

  void place(uint64_t hashed, uint32_t index) {
    const size_t mask = slots_.size() - 1;
    size_t at = hashed & mask;
    while (slots_[at].index != kNone) at = (at + 1) & mask;
    slots_[at] = {static_cast<uint32_t>(hashed >> 32), index};
  }

  void grow() {
    slots_.assign(slots_.empty() ? 16 : 2 * slots_.size(), Slot());
    for (uint32_t i = 0; i < entries_.size(); ++i) place(hash(entries_[i].first), i);
  }

  std::deque<value_type> entries_;
  std::vector<Slot> slots_;  ///< as many as a power of two, half of them empty
};

/// 64-bit numbers to 32-bit ones, as StringMap; the key 0xFFFFFFFFFFFFFFFF is none.
class NumberMap {
 public:
  size_t size() const { return size_; }

  /// The value, or null.
  const uint32_t* find(uint64_t key) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[slot_of(key)];
    return slot.key == key ? &slot.value : nullptr;
  }

  /// Adds the pair if the key is new; its value, and whether it was.
  std::pair<uint32_t, bool> try_emplace(uint64_t key, uint32_t value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[slot_of(key)];
    if (slot.key == key) return {slot.value, false};
    slot = {key, value};
    ++size_;
    return {value, true};
  }

 private:
  static constexpr uint64_t kFree = ~uint64_t{0};
  struct Slot {
    uint64_t key = kFree;
    uint32_t value = 0;
  };

  size_t slot_of(uint64_t key) const {
    const size_t mask = slots_.size() - 1;
    uint64_t hashed = (key ^ key >> 32) * 0x9E3779B97F4A7C15ULL;
    size_t at = (hashed >> 20) & mask;
    while (slots_[at].key != key && slots_[at].key != kFree) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> before(slots_.empty() ? 16 : 2 * slots_.size());
    before.swap(slots_);
    for (const Slot& slot : before)
      if (slot.key != kFree) slots_[slot_of(slot.key)] = slot;
  }

  std::vector<Slot> slots_;
  size_t size_ = 0;
};

}  // namespace demarche

#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace demarche {

/// One paragraph as the boundary classifier sees it: what each word looks like, worked out once.
class BoundaryContext {
 public:
  BoundaryContext(std::string_view text, const std::vector<Token>& tokens);

  /// True if a sentence could end after token `i` at all: most gaps (a small letter follows a word) are never looked at.
  bool is_candidate(size_t i) const;

  /// Hashes of the features of the gap after token `i` for a sentence that began at token `begin`. Overwrites `features`.
  /// Training and inference both come through here.
  void features(size_t begin, size_t i, std::vector<uint32_t>& features) const;

  size_t size() const { return words_.size(); }

 private:
  /// Looks of a word; the order is part of the model.
  enum Shape : uint8_t {
    kNone,
    kLower,
    kCapital,
    kAllCapitals,
    kInitial,
    kMixed,
    kNumber,
    kOrdinal,
    kAbbreviated,
    kTitleAbbreviation,
    kDottedCapitals,
    kStop,
    kEllipsis,
    kQuestion,
    kComma,
    kColon,
    kSemicolon,
    kOpenQuote,
    kCloseQuote,
    kOpenBracket,
    kCloseBracket,
    kDash,
    kHyphen,
    kSymbol,
    kAddress,
    kEmoticon,
    kItemMark,
    kClitic
  };
  struct Word {
    uint32_t form = 0;  ///< hash of the small-letter form, digits as 0
    Shape shape = kNone;
    bool glued = false;  ///< no space after it
    bool inner = false;  ///< a later word of a multi-word token
    uint8_t run = 0;     ///< capitalised words up to and including it, unbroken
  };

  static Shape shape_of(std::string_view form, bool quote_open, bool space_after);
  const Word& word(size_t i, int offset) const;

  std::vector<Word> words_;
  static const Word kOutside;
};

/// The trained weights in an open-addressed table: a score is the sum over features of their weights; positive means a boundary.
struct BoundaryModel {
  /// A power of two of slots: the feature hash's upper 16 bits << 8 | the weight as an unsigned byte; 0 is an empty slot. The lower bits of
  /// the hash say where to start looking; a feature that meets an empty slot has no weight.
  std::span<const uint32_t> slots;
  int bias = 0;

  int weight(uint32_t feature) const {
    for (size_t at = feature;; ++at) {
      uint32_t slot = slots[at & (slots.size() - 1)];
      if (slot == 0) return 0;
      if (slot >> 8 == feature >> 16) return static_cast<int8_t>(slot & 0xFF);
    }
  }
  int score(const std::vector<uint32_t>& features) const {
    int sum = bias;
    for (uint32_t feature : features) sum += weight(feature);
    return sum;
  }
};

/// The model that ships with the program (sentence_weights.cpp).
const BoundaryModel& boundary_model();

}  // namespace demarche

#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat_maps.h"
#include "base/span.h"
#include "base/strings.h"

namespace demarche {

/// A run of letters and digits in a text, folded for comparison: Latin letters lose their accents, case is kept.
struct NamePiece {
  Span span;         ///< bytes of the text it came from
  std::string text;  ///< folded
};

/// The pieces of a text. Apostrophes, hyphens, full stops and all other signs separate (*U.S.* gives U and S, *al-Assad* al and Assad);
/// a possessive *'s* is a piece of its own, written `'s`.
std::vector<NamePiece> name_pieces(std::string_view text);

/// Many names, each with the number of what it names, found in a text by longest match. Names are matched by their pieces, so hyphens, full
/// stops and accents do not matter. A name all in lower case matches any case; another one matches its own case, or a text all in capitals.
/// Immutable after the last add.
class NameIndex {
 public:
  /// Adds a name for `id`. One name may stand for several ids; adding a pair twice is harmless.
  void add(std::string_view name, uint32_t id);

  struct Match {
    size_t first = 0;                            ///< index of the first piece
    size_t count = 0;                            ///< number of pieces, at least one
    const std::vector<uint32_t>* ids = nullptr;  ///< at least one; owned by the index
  };
  /// The longest name that starts at piece `at`; count 0 if none does.
  Match longest(const std::vector<NamePiece>& pieces, size_t at) const;
  size_t size() const { return names_; }

 private:
  struct Trie {
    NumberMap edges;
    std::vector<int32_t> ends{-1};
    uint32_t step(uint32_t node, uint32_t piece) const;
    uint32_t grow(uint32_t node, uint32_t piece);
  };
  Match walk(const Trie& trie, const std::vector<NamePiece>& pieces, size_t at, bool lower) const;
  uint32_t piece_id(std::string_view piece) const;
  uint32_t piece_for(const std::string& piece, bool lower) const;

  StringMap<uint32_t> ids_;
  Trie exact_;
  Trie lower_;
  std::vector<std::vector<uint32_t>> lists_;
  size_t names_ = 0;
};

/// Months and weekdays: capitalised, and nobody.
bool is_calendar_name(std::string_view word);

}  // namespace demarche

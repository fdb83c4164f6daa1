#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat_maps.h"
#include "base/result.h"
#include "base/strings.h"
#include "ontology/plover.h"
#include "ontology/table.h"

namespace demarche {

/// Words `[begin, end)` of a sentence that speak for a context; a weak cue needs another of its context to count.
struct ContextHit {
  Context context;
  bool strong = true;
  uint32_t begin = 0;
  uint32_t end = 0;
};

/// Cue words of PLOVER's contexts and their matcher. Immutable once loaded; threads may share it.
class ContextCues {
 public:
  /// Reads `contexts.tsv` from the folder (data/ontology). kBadLexicon lists every fault with its line; each context needs 15 strong cues.
  static Result<ContextCues> load(const std::filesystem::path& folder);

  /// What the sentence is about, by its lemmas in text order: contexts with a strong cue or two different weak ones, outside the words that
  /// rule them out. Upper case, hyphens (as tokens or inside them), possessive endings and the final s of words of five letters and more do
  /// not count, so forms serve where lemmas are missing. Crime gives way to corruption, illegal drugs and trafficking.
  ContextSet match(std::span<const std::string_view> lemmas) const;
  /// All cues found, the weak ones too, in text order; positions are indices into `lemmas`.
  std::vector<ContextHit> hits(std::span<const std::string_view> lemmas) const;
  /// Number of cues, those that rule out included.
  size_t size() const { return size_; }

 private:
  enum class Kind : uint8_t { kStrong, kWeak, kNot };
  struct Entry {
    std::vector<uint32_t> rest;  // ids of the words after the first
    Context context;
    Kind kind;
    uint32_t number;
  };
  struct Unit {
    uint32_t id;  // 0: in no cue
    uint32_t word;
  };

  void add(std::string_view cue, Context context, Kind kind, const std::string& place, Faults& faults);
  std::vector<Unit> units(std::span<const std::string_view> lemmas) const;
  template <class Visit>
  void scan(std::span<const std::string_view> lemmas, Visit visit) const;

  StringMap<uint32_t> ids_;
  std::vector<std::vector<Entry>> by_first_;  // index: id of the first word
  size_t size_ = 0;
};

}  // namespace demarche

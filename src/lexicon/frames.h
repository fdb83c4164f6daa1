#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/faults.h"
#include "base/flat_maps.h"
#include "base/strings.h"
#include "lexicon/lines.h"
#include "lexicon/word_classes.h"
#include "ontology/cameo.h"
#include "ontology/plover.h"

namespace demarche {

/// Which argument of a predicate a slot speaks of; kPrep slots carry the preposition.
enum class SlotKey : uint8_t { kSubject, kObject, kClause, kInfinitive, kPossessor, kPrep };
/// What the filler of a slot is to the event.
enum class SlotRole : uint8_t { kNone, kSource, kTarget, kBoth, kAbout };

/// One restriction on a filler.
struct Filter {
  enum class Kind : uint8_t { kClass, kEvent, kWords };
  Kind kind = Kind::kClass;
  bool negated = false;
  ClassId class_id = 0;
  EventType type = EventType::kNone;  ///< kEvent: kNone is any type
  Mode mode = Mode::kNone;            ///< kEvent: kNone is any mode
  std::vector<std::string> words;     ///< kWords: lemmas in lower case
};

struct Slot {
  SlotKey key = SlotKey::kObject;
  std::string preposition;  ///< kPrep: "with"
  SlotRole role = SlotRole::kNone;
  bool optional = false;
  std::vector<Filter> filters;

  bool takes_event() const {
    for (const Filter& filter : filters)
      if (filter.kind == Filter::Kind::kEvent && !filter.negated) return true;
    return false;
  }
};

/// What a frame makes of its predicate.
enum class FrameResult : uint8_t {
  kEvent,  ///< an event of `type`
  kNull,   ///< recognised, and no event
  kSame,   ///< a light verb: the event is that of the embedded filler
};

struct Frame {
  std::vector<Slot> slots;
  FrameResult result = FrameResult::kEvent;
  EventType type = EventType::kNone;
  Mode mode = Mode::kNone;
  std::string cameo;  ///< "" where the type's default holds
  ContextSet contexts;
  std::optional<GridAct> grid;
  bool mutual = false;
  std::string place;  ///< "accuse.frames:12", for `why`
  const Slot* slot(SlotKey key) const {
    for (const Slot& slot : slots)
      if (slot.key == key) return &slot;
    return nullptr;
  }
};

enum class PredicateKind : uint8_t { kVerb, kNoun, kAdjective };

/// All frames of one lemma (with its particle), in the order of the files.
struct Predicate {
  PredicateKind kind = PredicateKind::kVerb;
  std::string lemma;  ///< "step down"
  std::vector<std::shared_ptr<const Frame>> frames;
};

/// One expectation of an example sentence: code prefixes, "-" alone for none.
struct ExpectedEvent {
  std::vector<std::string> source;
  EventType type = EventType::kNone;
  Mode mode = Mode::kNone;
  std::vector<std::string> target;
};

struct Example {
  std::string sentence;
  std::vector<ExpectedEvent> events;
  std::string file;
  int line = 0;
};

/// The predicates of all `*.frames`. Immutable once built.
class Frames {
 public:
  /// Reads entries; a fault spoils its frame only. Entries without an example are faults.
  static Frames build(const std::vector<DictionaryFile>& files, const WordClasses& classes, const Cameo& cameo, Faults& faults);

  /// The predicate of a lemma ("accuse", "step down"), or none.
  const Predicate* find(PredicateKind kind, std::string_view lemma) const;
  /// Particles that some verb of this first word takes, for a quick look: true if any "lemma particle" entry exists.
  bool has_particles(std::string_view first_word) const { return particle_verbs_.contains(std::string(first_word)); }
  /// The number of words of the longest noun entry that ends in this lemma; 0 if none does.
  int longest_noun_ending_in(std::string_view lemma) const;
  const std::vector<Example>& examples() const { return examples_; }
  size_t predicates() const { return predicates_.size(); }
  size_t frames() const { return frames_; }
  /// All predicates, in no particular order.
  const StringMap<Predicate>& all() const { return predicates_; }

 private:
  friend class FrameReader;
  StringMap<Predicate> predicates_;  ///< key: "v:accuse"
  StringMap<int> longest_noun_;
  StringMap<bool> particle_verbs_;
  std::vector<Example> examples_;
  size_t frames_ = 0;
};

}  // namespace demarche

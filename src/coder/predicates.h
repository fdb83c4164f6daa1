#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "language/tree.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// What fills a slot of a frame: the head words of the phrases (conjuncts listed), and the slot.
struct Filler {
  const Slot* slot = nullptr;
  std::vector<int> words;
};

/// A predicate of a sentence with the frame that won.
struct MatchedPredicate {
  int head = -1;           ///< the verb, noun or adjective
  std::vector<int> words;  ///< head, particle, light noun: ascending
  PredicateKind kind = PredicateKind::kVerb;
  const Frame* frame = nullptr;       ///< never null; result kNull is kept so that an outer predicate sees it
  EventType type = EventType::kNone;  ///< after light verbs are resolved
  Mode mode = Mode::kNone;
  std::string cameo;  ///< of the frame, or of the grid; "" if the type's default is to be taken
  ContextSet contexts;
  std::vector<int> source, target, about;  ///< head words
  bool mutual = false;
  bool passive = false;
  int embedded = -1;      ///< head word of the act that a speech act or light verb is about
  bool absorbed = false;  ///< the outer predicate speaks for it (the noun of *held talks*)
};

/// Arguments of a predicate as the parse gives them, control and coordination followed.
struct Arguments {
  std::vector<int> subject, object, clause, possessor;
  std::vector<int> purpose;  ///< infinitives that the parse hangs on as adverbials: *undertook in May to destroy*, *met to discuss*
  std::vector<std::pair<std::string, std::vector<int>>> prepositions;
  bool passive = false;
  const std::vector<int>* preposition(std::string_view name) const;
};

/// The arguments of the verb, noun or adjective at `head`.
Arguments arguments_of(const Tree& tree, int head);

/// Looks through *one of, dozens of, a series of, members of* to the noun that is meant.
int semantic_head(const Tree& tree, int head);

/// True for a finite complement clause that says what another is to do: *told it that it must leave*, *suggested that Mali leave*.
bool says_what_to_do(const Tree& tree, int clause);

/// Matches the frames of a lexicon against the predicates of a sentence.
class PredicateMatcher {
 public:
  /// `lexicon` must outlive the matcher.
  explicit PredicateMatcher(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// All predicates that have a matching frame, in order of their heads.
  std::vector<MatchedPredicate> match(const Tree& tree) const;

 private:
  const Lexicon& lexicon_;
};

}  // namespace demarche

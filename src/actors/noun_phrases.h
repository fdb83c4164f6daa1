#pragma once
#include <string>
#include <vector>

#include "actors/actor.h"
#include "actors/named_entities.h"
#include "language/tree.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// What a pronoun asks of what it stands for.
enum class PronounForm : uint8_t { kNone, kI, kWe, kYou, kHe, kShe, kIt, kThey, kDemonstrative };

/// A phrase that can stand for something.
struct NounPhrase {
  uint32_t sentence = 0;
  uint16_t first = 0, last = 0, head = 0;  ///< word indices; first and last inclusive
  Span span;
  PronounForm pronoun = PronounForm::kNone;
  EntityKind kind = EntityKind::kOther;
  int name = -1;    ///< index of the name that heads it
  int actor = -1;   ///< the one actor of the mention with that head
  char gender = 0;  ///< 'm', 'f' or 0
  bool plural = false;
  bool collective = false;  ///< a body, which may be *it* and *they*
  bool definite = false;    ///< the, this, a possessive
  bool indefinite = false;  ///< a, some, every, no ...
  bool subject = false;
  bool joint = false;                  ///< several that are named together: *A and B*
  bool clause = false;                 ///< no noun: the predicate of a whole sentence, which *this* may mean
  bool quoted = false;                 ///< inside quotation marks
  std::string lemma;                   ///< of the head, lower case
  std::string key;                     ///< the words without determiner and possessive mark, lower case
  std::vector<std::string> modifiers;  ///< adjectives, compounds and numbers before the head, lower case
};

/// The phrases of a report by sentence and first word, the shorter first: those that hold a name, a common noun or a pronoun as head.
/// Phrases in apposition belong to what they explain and are not listed.
std::vector<NounPhrase> noun_phrases(const std::vector<Tree>& trees, const Lexicon& lexicon, const ActorTable& actors,
                                     const std::vector<NamedEntity>& names);

}  // namespace demarche

#pragma once
#include "language/sentence.h"

namespace demarche {

/// True if a noun, name or pronoun stands there.
inline bool nominal(const Word& word) {
  return word.upos == Upos::kNoun || word.upos == Upos::kPropn || word.upos == Upos::kPron;
}

/// The same, or a number that stands for what it counts.
inline bool nominal_or_number(const Word& word) {
  return nominal(word) || word.upos == Upos::kNum;
}

}  // namespace demarche

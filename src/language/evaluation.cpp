#include "language/evaluation.h"

#include <algorithm>

namespace demarche {

ParseScores& ParseScores::operator+=(const ParseScores& other) {
  sentences += other.sentences;
  words += other.words;
  upos += other.upos;
  xpos += other.xpos;
  feats += other.feats;
  lemma += other.lemma;
  attached += other.attached;
  labelled += other.labelled;
  labelled_full += other.labelled_full;
  whole += other.whole;
  return *this;
}

ParseScores compare(const Sentence& gold, const Sentence& predicted) {
  ParseScores scores;
  scores.sentences = 1;
  scores.words = std::min(gold.size(), predicted.size());
  for (size_t i = 0; i < scores.words; ++i) {
    const Word& right = gold.words[i];
    const Word& guess = predicted.words[i];
    bool attached = right.head == guess.head;
    scores.upos += right.upos == guess.upos;
    scores.xpos += right.xpos == guess.xpos;
    scores.feats += right.feats == guess.feats;
    scores.lemma += right.lemma.empty() || right.lemma == "_" || right.lemma == guess.lemma;
    scores.attached += attached;
    scores.labelled += attached && base(right.rel) == base(guess.rel);
    scores.labelled_full += attached && right.rel == guess.rel;
  }
  scores.whole = scores.labelled == scores.words;
  return scores;
}

}  // namespace demarche

#pragma once
#include <vector>

#include "coder/attribution.h"

namespace demarche {

/// The voices that the grammar of one sentence shows, quotation marks aside: verbs, nouns, adjectives, prepositions and adverbs with what
/// hangs on them. In the order of the cues. `actors` may be empty.
std::vector<Quotation> find_cues(size_t sentence, const Tree& tree, const ActorTable& actors, const Lexicon& lexicon);

/// A voice with the cue and the source at these words (-1: none) and no content yet.
Quotation voice_at(size_t sentence, const Tree& tree, int cue, int source);

/// Who says, thinks or does what the verb names, if the sentence says so; else -1. Expletives are nobody.
int speaker_of(const Tree& tree, int verb);

/// The words of the clause headed by `clause` in at most two stretches, around the subtree of `hole`.
std::vector<Span> stretches_around(const Tree& tree, int clause, int hole);

}  // namespace demarche

#pragma once
#include <vector>

#include "coder/report.h"
#include "language/tree.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// How words are somebody's: said, written or thought as a clause or a quotation; or a stand that is taken, wanted or felt towards what a
/// phrase names.
enum class VoiceKind : uint8_t { kSpeech, kStance };

/// Somebody's words in a text: who, the cue, and what is said, as spans and as the words that a parse can use.
struct Quotation {
  VoiceKind kind = VoiceKind::kSpeech;
  uint32_t sentence = 0;  ///< of the cue
  int cue = -1;           ///< head word of the cue
  int source = -1;        ///< head word of who speaks, in the cue's sentence; -1 where the text names none
  Span source_span;  ///< with titles and appositions, without relative clauses (but up to the pronoun where the cue stands in one); empty
                     ///< if none
  Span cue_span;
  std::vector<Span> content;  ///< in order, not overlapping; several for a quotation split around its cue or over sentences
  bool clause = true;         ///< what is said is a clause or more, not a bare phrase
};

/// All voices of a document: direct, indirect, mixed and free quotation, *according to*, passive and agentless cues, nouns and adjectives,
/// quotations that run over sentences. In the order of the cues' sentences, in one sentence outermost first. `actors` may be empty: then an
/// attribute before a noun (*Russian claims*) names no source.
std::vector<Quotation> find_quotations(const Document& doc, const std::vector<Tree>& trees, const ActorTable& actors,
                                       const Lexicon& lexicon);

/// Sets the chain of voices of every event, from the reporter inwards, and the holders of relations that have none yet; adds actors for
/// speakers that nothing resolved.
void attribute(Report& report, const Lexicon& lexicon);

}  // namespace demarche

#pragma once
#include <vector>

#include "coder/report.h"
#include "language/tree.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Somebody's words in a text: who, the cue, and what is said, as spans and as the words that a parse can use.
struct Quotation {
  uint32_t sentence = 0;      ///< of the cue
  int cue = -1;               ///< head word of the cue; -1 for a quotation that only its marks show
  int source = -1;            ///< head word of who speaks, in the cue's sentence; -1 where the text names none
  int32_t source_mention = -1;  ///< where the speaker is taken from another sentence (a quotation that runs on): index into ActorTable::mentions
  Span source_span;           ///< empty if none
  Span cue_span;
  std::vector<Span> content;  ///< in order; several for a quotation split around its cue
  bool direct = false;        ///< in quotation marks throughout
  bool clause = true;         ///< what is said is a clause or more, not a bare noun phrase
};

/// All voices of a document: direct, indirect, mixed and free quotation, *according to*, passive and agentless cues, quotations that run over sentences.
/// `actors` may be empty (then no source is taken from another sentence). Nested voices are listed outermost first.
std::vector<Quotation> find_quotations(const Document& doc, const std::vector<Tree>& trees, const ActorTable& actors, const Lexicon& lexicon);

/// Sets the chain of voices of every event, from the reporter inwards, and the holders of relations that have none yet; adds actors for speakers that nothing resolved.
void attribute(Report& report, const Lexicon& lexicon);

}  // namespace demarche

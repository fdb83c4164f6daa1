#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coder/judge.h"
#include "coder/report.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// A sentence whose source and target are marked: "<s>Kenya</s> sent troops to <t>Somalia</t>".
struct MarkedSentence {
  std::string text;  ///< without the marks
  Span source;       ///< bytes of `text`; empty if the mark is missing
  Span target;
};

/// Takes the marks off, in one pass from the left. Unbalanced or missing marks leave their span empty; of several pairs the first counts.
MarkedSentence parse_marked(std::string_view marked);

/// What one side did to the other, in PLOVER's reading of given pairs: a future CONSULT, SUPPORT, COOPERATE, AID, CONCEDE or RETREAT is
/// AGREE, and withheld it is REJECT, one's own hostile act to come is THREATEN, a refused act REJECT.
struct PairCode {
  EventType type = EventType::kNone;
  Mode mode = Mode::kNone;
  std::string cameo;
  double probability = 0;
  std::string why;  ///< the rule, or "judge"
};

/// Replaces the actors of a report by the two marked sides (actors 0 and 1), so that events are found between them. Needs sentences and
/// trees; call before find_events.
void mark_sides(Report& report, const MarkedSentence& marked);

/// The features that a judge sees of a report whose sides are marked and whose events have been found and have their status.
JudgeFeatures pair_features(const Report& report, const MarkedSentence& marked, const Lexicon& lexicon);

/// Codes the pair by the event between the sides, by the judge where no frame decides; without a judge, by rule alone.
PairCode code_pair(const Report& report, const MarkedSentence& marked, const Lexicon& lexicon, const Judge* judge);

}  // namespace demarche

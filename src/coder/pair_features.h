#pragma once
#include "coder/judge.h"
#include "coder/pair_sides.h"
#include "coder/report.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// What a judge sees of a report whose sides are marked and whose events have been found and have their status: the events with the sides
/// in their places, the words between the sides with their classes and the types that the lexicon knows them by, what modifies and governs
/// them, and the words of the sentence.
JudgeFeatures pair_features(const Report& report, const Side& source, const Side& target, const Lexicon& lexicon);

}  // namespace demarche

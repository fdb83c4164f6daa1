#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "coder/report.h"
#include "language/tree.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// What a certainty answers. Both are 1 for what is told as a fact and near 0 for what is left open; they part over what is to come.
enum class FactQuestion : uint8_t {
  kBelieved,  ///< does the text take it that it is, was or will be so?
  kRealised   ///< has it come about by the time of writing?
};

/// How a text presents the act that a word names.
struct StatusReading {
  EventStatus status = EventStatus::kOccurred;
  bool negated = false;
  double certainty =
      1;  ///< -1 the text says it is not so ... 0 it leaves it open ... 1 it says it is so; as the text's outermost voice puts it
  std::string reason;      ///< the cue words that decided: "willing to", "will not"; empty for a plain past or present
  std::vector<Span> cues;  ///< their places
};

/// Reads the status of the verb, noun or adjective at `head` from tense, modals, negation, embedding predicates, conditionals, questions
/// and adverbials, composed from the outside in along the parse. Total on any tree.
StatusReading read_status(const Tree& tree, int head, const Lexicon& lexicon, FactQuestion question = FactQuestion::kBelieved);

/// True for acts that harm another: who would do one on a condition threatens it, where other acts are offered.
bool does_harm(const Event& event);

/// Sets status, negation and certainty of every event of the report.
void read_statuses(Report& report, const Lexicon& lexicon);

}  // namespace demarche

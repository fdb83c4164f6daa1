#include "coder/propositions.h"

#include <algorithm>

#include "actors/resolver.h"
#include "coder/predicates.h"
#include "coder/status.h"

namespace demarche {

namespace {

void add_known(const Report& report, const WordRef& ref, std::vector<uint32_t>& into) {
  if (const auto* own = actors_of(report.actors, ref.sentence, ref.word))
    for (uint32_t one : *own)
      if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
}

}  // namespace

uint32_t add_proposition(Report& report, const WordRef& ref, const Lexicon& lexicon) {
  const Tree& t = report.trees[ref.sentence];
  Event made;
  made.sentence = ref.sentence;
  made.head = static_cast<uint16_t>(ref.word);
  made.trigger = t.word(ref.word).span;
  for (uint16_t c : t.children(ref.word))
    if (t.word(c).rel == Deprel::kCompoundPrt) made.trigger = cover(made.trigger, t.word(c).span);
  Arguments arguments = arguments_of(t, ref.word);
  for (int word : arguments.subject) add_known(report, {ref.sentence, word}, made.source);
  for (int word : arguments.object) add_known(report, {ref.sentence, word}, made.target);
  if (made.source.empty())
    for (int word : arguments.possessor) add_known(report, {ref.sentence, word}, made.source);
  StatusReading reading = read_status(t, ref.word, lexicon);
  made.status = reading.status;
  made.negated = reading.negated;
  made.certainty = reading.certainty;
  made.why.rule = "proposition";
  made.why.status = reading.reason;
  made.why.cues = reading.cues;
  report.events.push_back(std::move(made));
  return static_cast<uint32_t>(report.events.size() - 1);
}

}  // namespace demarche

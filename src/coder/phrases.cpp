#include "coder/phrases.h"

#include <algorithm>

namespace demarche {

namespace {

using Use = PhraseLists::Use;

std::vector<PhraseLists::Hit> hits_in(const Report& report, const Sentence& sentence, const Lexicon& lexicon) {
  auto hits = lexicon.phrases().find(std::string_view(report.document->text).substr(sentence.span.begin, sentence.span.size()));
  for (PhraseLists::Hit& hit : hits) hit.span = {hit.span.begin + sentence.span.begin, hit.span.end + sentence.span.begin};
  return hits;
}

// Drops the events that are not kept, and relations that speak of one of them.
void keep(Report& report, const std::vector<bool>& kept) {
  std::vector<uint32_t> moved(report.events.size(), 0);
  std::vector<Event> events;
  for (size_t i = 0; i < report.events.size(); ++i) {
    moved[i] = static_cast<uint32_t>(events.size());
    if (kept[i]) events.push_back(std::move(report.events[i]));
  }
  report.events = std::move(events);
  std::erase_if(report.relations, [&](const Relation& one) {
    bool a = one.type != RelationType::kConsequence && !kept[one.a], b = one.type != RelationType::kCondition && !kept[one.b];
    return a || b || std::any_of(one.others.begin(), one.others.end(), [&](uint32_t other) { return !kept[other]; });
  });
  for (Relation& one : report.relations) {
    one.a = moved[one.a];
    one.b = moved[one.b];
    for (uint32_t& other : one.others) other = moved[other];
  }
}

}  // namespace

void discard_events(Report& report, const Lexicon& lexicon) {
  if (lexicon.phrases().empty()) return;
  std::vector<bool> discarded(report.sentences.size(), false);
  bool all = false;
  for (size_t s = 0; s < report.sentences.size(); ++s)
    for (const auto& hit : hits_in(report, report.sentences[s], lexicon)) {
      if (hit.use != Use::kDiscardSentence && hit.use != Use::kDiscardReport) continue;
      discarded[s] = true;
      all = all || hit.use == Use::kDiscardReport;
      report.notes.push_back({"discarded", report.document->text.substr(hit.span.begin, hit.span.size()), hit.span});
    }
  std::vector<bool> kept(report.events.size());
  for (size_t i = 0; i < kept.size(); ++i) kept[i] = !all && !discarded[report.events[i].sentence];
  if (std::find(kept.begin(), kept.end(), false) != kept.end()) keep(report, kept);
}

void note_issues(Report& report, const Lexicon& lexicon) {
  if (lexicon.phrases().empty()) return;
  for (const Sentence& sentence : report.sentences) {
    auto hits = hits_in(report, sentence, lexicon);
    bool ruled_out = std::any_of(hits.begin(), hits.end(), [](const auto& hit) { return hit.use == Use::kNoIssue; });
    for (const auto& hit : hits)
      if (hit.use == Use::kIssue && !ruled_out) report.notes.push_back({"issue", std::string(hit.code), hit.span});
  }
}

}  // namespace demarche

#include "coder/pairs.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "coder/pair_features.h"
#include "coder/pair_reading.h"
#include "coder/pair_sides.h"

namespace demarche {

namespace {

constexpr const char* kSaid = "said of the target";
// How much likelier the frames' type is than the judge thinks, by which sides their best event has in their places: none, the source, the
// target, both.
constexpr std::array<float, 4> kTrust{2, 1, 1, 1.5f};

void put_side(Report& report, uint32_t actor, Span span) {
  Side side = find_side(report, span);
  if (!side.found()) return;
  ActorTable& table = report.actors;
  Mention mention;
  mention.sentence = static_cast<uint32_t>(side.sentence);
  mention.head = static_cast<uint16_t>(side.head);
  mention.span = span;
  mention.actors = {actor};
  const Tree& tree = report.trees[static_cast<size_t>(side.sentence)];
  int first = -1;
  auto at = static_cast<int32_t>(table.mentions.size());
  for (int w = 0; w < tree.size(); ++w) {
    if (!tree.word(w).span.overlaps(span)) continue;
    if (first < 0) first = w;
    mention.last = static_cast<uint16_t>(w);
    // Whatever word of the side a frame reaches is the side.
    table.headed_by[static_cast<size_t>(side.sentence)][static_cast<size_t>(w)] = at;
    table.covering[static_cast<size_t>(side.sentence)][static_cast<size_t>(w)] = at;
  }
  mention.first = static_cast<uint16_t>(first);
  table.mentions.push_back(std::move(mention));
}

// *Kenya said it would leave*: the pronoun that is the subject of what the source says is the source.
void put_pronouns(Report& report) {
  Side side = find_side(report, report.actors.mentions.back().span);
  const auto s = static_cast<size_t>(side.sentence);
  const Tree& tree = report.trees[s];
  int first = tree.first_conjunct(side.head), verb = tree.head(first);
  if (verb < 0 || base(tree.word(first).rel) != Deprel::kNsubj) return;
  auto at = static_cast<int32_t>(report.actors.mentions.size()) - 1;
  for (uint16_t c : tree.children(verb)) {
    if (base(tree.word(c).rel) != Deprel::kCcomp) continue;
    for (int clause : tree.conjuncts(c))
      for (uint16_t d : tree.children(clause)) {
        const Word& word = tree.word(d);
        bool personal = word.lemma == "it" || word.lemma == "he" || word.lemma == "she" || word.lemma == "they" || word.lemma == "we";
        if (base(word.rel) != Deprel::kNsubj || !personal || report.actors.covering[s][d] >= 0) continue;
        report.actors.headed_by[s][d] = at;
        report.actors.covering[s][d] = at;
      }
  }
}

}  // namespace

MarkedSentence parse_marked(std::string_view marked) {
  MarkedSentence made;
  uint32_t open_s = UINT32_MAX, open_t = UINT32_MAX;
  for (size_t at = 0; at < marked.size();) {
    std::string_view rest = marked.substr(at);
    auto here = static_cast<uint32_t>(made.text.size());
    if (rest.starts_with("<s>"))
      open_s = here, at += 3;
    else if (rest.starts_with("<t>"))
      open_t = here, at += 3;
    else if (rest.starts_with("</s>")) {
      if (open_s != UINT32_MAX && made.source.empty()) made.source = {open_s, here};
      at += 4;
    } else if (rest.starts_with("</t>")) {
      if (open_t != UINT32_MAX && made.target.empty()) made.target = {open_t, here};
      at += 4;
    } else {
      made.text += marked[at++];
    }
  }
  return made;
}

void mark_sides(Report& report, const MarkedSentence& marked) {
  ActorTable& table = report.actors;
  table = {};
  table.actors.resize(2);
  table.actors[kSourceSide].name = marked.text.substr(marked.source.begin, marked.source.size());
  table.actors[kTargetSide].name = marked.text.substr(marked.target.begin, marked.target.size());
  for (const Tree& tree : report.trees) {
    table.headed_by.emplace_back(static_cast<size_t>(tree.size()), -1);
    table.covering.emplace_back(static_cast<size_t>(tree.size()), -1);
  }
  put_side(report, kTargetSide, marked.target);
  put_side(report, kSourceSide, marked.source);
  if (!table.mentions.empty() && table.mentions.back().actors.front() == kSourceSide) put_pronouns(report);
}

JudgeFeatures pair_features(const Report& report, const MarkedSentence& marked, const Lexicon& lexicon) {
  return pair_features(report, find_side(report, marked.source), find_side(report, marked.target), lexicon);
}

PairCode code_pair(const Report& report, const MarkedSentence& marked, const Lexicon& lexicon, const Judge* judge) {
  PairCode code;
  Side source = find_side(report, marked.source), target = find_side(report, marked.target);
  auto ranked = rank_events(report, source, target);
  if (!ranked.empty()) {
    const Event& best = report.events[ranked.front().index];
    code.type = plover_reading(report, ranked.front().index, kTargetSide);
    code.mode = code.type == best.type ? best.mode : Mode::kNone;
    code.cameo = code.type == best.type && !best.cameo.empty()
                     ? best.cameo
                     : std::string(lexicon.cameo().default_code(code.type, code.mode, best.contexts));
    code.probability = ranked.front().score >= 11 ? 0.8 : 0.5;
    code.why = best.why.rule;
  }
  if (ranked.empty() || ranked.front().places != 3) {
    if (EventType said = said_of(report, source, target); said != EventType::kNone) {
      code = {said, Mode::kNone, std::string(lexicon.cameo().default_code(said, Mode::kNone, {})), 0.6, kSaid};
    }
  }
  // Without sides there is nothing to judge.
  if (!judge || code.why == kSaid || (!source.found() && !target.found())) return code;
  Judgement judgement = judge->judge(pair_features(report, marked, lexicon));
  if (code.type != EventType::kNone) {
    double total = 0;
    judgement.probability[static_cast<size_t>(code.type)] *= kTrust[ranked.empty() ? 0 : static_cast<size_t>(ranked.front().places)];
    for (float one : judgement.probability) total += one;
    for (float& one : judgement.probability) one = static_cast<float>(one / total);
  }
  EventType type = judgement.best();
  if (type != code.type) {
    // The frame that the judge agrees with keeps its mode and code.
    code.type = type;
    code.mode = Mode::kNone;
    code.cameo = std::string(lexicon.cameo().default_code(type, Mode::kNone, {}));
    code.why = "judge";
    for (const RankedEvent& one : ranked)
      if (const Event& event = report.events[one.index]; event.type == type) {
        code.mode = event.mode;
        if (!event.cameo.empty()) code.cameo = event.cameo;
        code.why = "judge over " + event.why.rule;
        break;
      }
  }
  code.probability = judgement.probability[static_cast<size_t>(type)];
  return code;
}

}  // namespace demarche

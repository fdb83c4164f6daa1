#include "coder/attribution.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "actors/resolver.h"
#include "base/strings.h"
#include "coder/predicates.h"
#include "coder/quotation_marks.h"
#include "coder/voice_cues.h"

namespace demarche {

namespace {

// Chains of voices for the events of a report.
class Attributor {
 public:
  Attributor(Report& report, const Lexicon& lexicon)
      : report_(report), quotations_(find_quotations(*report.document, report.trees, report.actors, lexicon)) {}

  void run() {
    for (const Quotation& one : quotations_) voices_.push_back(voice(one));
    for (Event& event : report_.events) chain(event);
    for (size_t i = 0; i < report_.events.size(); ++i) speech_acts(i);
    for (const Relation& relation : report_.relations) same_words(relation);
    for (Relation& relation : report_.relations) holder(relation);
    // *the minister says the duty will be lifted only if ...*: what is offered without naming who would do it, the speaker offers.
    for (Event& event : report_.events)
      if (event.source.empty() && event.type != EventType::kNone && event.status == EventStatus::kOffered && !event.attribution.empty())
        event.source = event.attribution.back().source;
  }

 private:
  Voice voice(const Quotation& one) {
    Voice made;
    made.cue = one.cue_span;
    if (one.source >= 0) {
      const Tree& tree = report_.trees[one.sentence];
      int head = semantic_head(tree, one.source);
      if (const auto* own = actors_of(report_.actors, one.sentence, head))
        made.source = *own;
      else if (const auto* outer = actors_of(report_.actors, one.sentence, one.source))
        made.source = *outer;
      else if (auto owners = owners_of(report_.actors, one.sentence, tree, head); !owners.empty())
        made.source = owners;
      else if (tree.word(head).upos != Upos::kPron)
        made.source = {add_unknown_actor(report_.actors, one.sentence, tree, head)};
    }
    return made;
  }

  // *"...," said the envoy, who flew in*: told of the speaker, not said.
  bool of_the_speaker(const Event& event, const Quotation& one) const {
    if (one.source < 0 || event.sentence != one.sentence) return false;
    const Tree& tree = report_.trees[one.sentence];
    return event.head != one.source && tree.under(event.head, one.source) && !tree.under(one.cue, one.source);
  }

  // Outermost first: who speaks over a longer stretch holds the words of who speaks within it.
  void chain(Event& event) {
    std::vector<size_t> held;
    for (size_t q = 0; q < quotations_.size(); ++q) {
      const Quotation& one = quotations_[q];
      if (one.kind != VoiceKind::kSpeech) continue;
      bool inside = std::any_of(one.content.begin(), one.content.end(), [&](Span span) { return span.contains(event.trigger.begin); });
      if (inside && !event.trigger.overlaps(one.cue_span) && !of_the_speaker(event, one)) held.push_back(q);
    }
    auto holds = [&](size_t outer, size_t inner) {
      const auto& pieces = quotations_[outer].content;
      return std::any_of(pieces.begin(), pieces.end(), [&](Span piece) { return piece.contains(quotations_[inner].cue_span); });
    };
    for (size_t i = 1; i < held.size(); ++i)
      for (size_t k = i; k > 0 && holds(held[k], held[k - 1]) && !holds(held[k - 1], held[k]); --k) std::swap(held[k], held[k - 1]);
    for (size_t q : held) event.attribution.push_back(voices_[q]);
  }

  // What is asked, threatened, alleged or offered stands inside the words of the one who does so.
  void speech_acts(size_t i) {
    const Event& act = report_.events[i];
    if (act.type != EventType::kRequest && act.type != EventType::kAccuse && act.type != EventType::kThreaten && !one_sided_offer(act))
      return;
    if (act.source.empty()) return;
    const Tree& tree = report_.trees[act.sentence];
    for (Event& event : report_.events) {
      if (&event == &act || event.sentence != act.sentence || !tree.under(event.head, act.head) || event.head == act.head) continue;
      if (!complement(tree, event.head, act.head)) continue;
      bool there =
          std::any_of(event.attribution.begin(), event.attribution.end(), [&](const Voice& one) { return one.cue.overlaps(act.trigger); });
      if (!there) event.attribution.push_back({act.source, act.trigger});
    }
  }

  // A condition stands in the same words as what depends on it.
  void same_words(const Relation& relation) {
    if (relation.type != RelationType::kCondition) return;
    const Event& of = report_.events[relation.a];
    for (uint32_t on : relation.others)
      if (Event& event = report_.events[on]; event.attribution.empty() && event.sentence == of.sentence) event.attribution = of.attribution;
  }

  // A condition, demand or warning belongs to the innermost voice that its event stands in.
  void holder(Relation& relation) const {
    bool held = relation.type == RelationType::kCondition || relation.type == RelationType::kConsequence ||
                (relation.type == RelationType::kOrder && relation.force != Force::kStated);
    if (!held || !relation.holder.empty()) return;
    const Event& event = report_.events[relation.type == RelationType::kCondition ? relation.a : relation.b];
    if (!event.attribution.empty())
      relation.holder = event.attribution.back().source;
    else if (const Event* act = act_about(relation); act && !act->source.empty())
      relation.holder = act->source;
    else if (relation.type == RelationType::kCondition && event.status != EventStatus::kOccurred)
      relation.holder = event.source;
    else if (relation.force == Force::kDemanded)
      relation.holder = speaker_of(event);
  }

  // *refused to receive them until ...*: who refuses, agrees or threatens sets the condition.
  const Event* act_about(const Relation& condition) const {
    if (condition.type != RelationType::kCondition) return nullptr;
    for (const Relation& one : report_.relations)
      if (one.type == RelationType::kContent && one.b == condition.a) return &report_.events[one.a];
    return nullptr;
  }

  // *He addressed X, ... requesting that ...*: where the parse leaves the demand outside its verb, the subject of the sentence demands.
  std::vector<uint32_t> speaker_of(const Event& event) const {
    const Tree& tree = report_.trees[event.sentence];
    int root = tree.sentence().root();
    const auto* subject = root < 0 ? nullptr : actors_of(report_.actors, event.sentence, tree.child(root, Deprel::kNsubj));
    if (!subject || *subject == event.source) return {};
    return *subject;
  }

  bool one_sided_offer(const Event& act) const {
    // What both sides agreed to, the report tells.
    if (act.why.rule != "proposition" && report_.trees[act.sentence].word(act.head).lemma == "agree") return false;
    return act.type == EventType::kAgree && act.source != act.target && act.cameo != "030" && act.cameo.starts_with("03");
  }

  // Below the act through its complement, not through its subject or a time clause.
  static bool complement(const Tree& tree, int word, int act) {
    while (tree.head(word) >= 0 && tree.head(word) != act) word = tree.head(word);
    Deprel rel = base(tree.word(word).rel);
    return rel == Deprel::kXcomp || rel == Deprel::kCcomp || rel == Deprel::kObj || rel == Deprel::kAcl || rel == Deprel::kObl ||
           rel == Deprel::kNmod || (rel == Deprel::kAdvcl && (tree.mark_lemma(word) == "of" || tree.mark_lemma(word) == "to"));
  }

  Report& report_;
  std::vector<Quotation> quotations_;
  std::vector<Voice> voices_;
};

}  // namespace

std::vector<Quotation> find_quotations(const Document&, const std::vector<Tree>& trees, const ActorTable& actors, const Lexicon& lexicon) {
  std::vector<Quotation> voices;
  for (size_t s = 0; s < trees.size(); ++s) {
    auto here = find_cues(s, trees[s], actors, lexicon);
    std::move(here.begin(), here.end(), std::back_inserter(voices));
  }
  join_quoted(trees, lexicon, voices);
  auto extent = [](const Quotation& one) { return one.content.back().end - one.content.front().begin; };
  std::stable_sort(voices.begin(), voices.end(), [&](const Quotation& a, const Quotation& b) {
    return a.sentence != b.sentence ? a.sentence < b.sentence : extent(a) > extent(b);
  });
  return voices;
}

void attribute(Report& report, const Lexicon& lexicon) {
  Attributor(report, lexicon).run();
}

}  // namespace demarche

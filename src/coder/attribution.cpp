#include "coder/attribution.h"

#include <algorithm>

#include "actors/resolver.h"
#include "base/strings.h"
#include "coder/predicates.h"

namespace demarche {

namespace {

bool is_quote(std::string_view form) { return form == "\"" || form == "“" || form == "”" || form == "``" || form == "''" || form == "«" || form == "»" || form == "„"; }

// The voices of one document, sentence by sentence.
class QuotationFinder {
 public:
  QuotationFinder(const std::vector<Tree>& trees, const ActorTable& actors, const Lexicon& lexicon) : trees_(trees), actors_(actors), lexicon_(lexicon) {}

  std::vector<Quotation> run() {
    for (size_t s = 0; s < trees_.size(); ++s) sentence(s);
    return std::move(found_);
  }

 private:
  bool is(const Tree& tree, int i, std::string_view class_name) const {
    auto id = lexicon_.classes().find(class_name);
    return id && lexicon_.classes().has(lower_ascii(tree.word(i).lemma), *id);
  }

  void sentence(size_t s) {
    const Tree& tree = trees_[s];
    if (tree.size() == 0) return;
    size_t before = found_.size();
    for (int i = 0; i < tree.size(); ++i) {
      if (tree.word(i).upos == Upos::kVerb && is(tree, i, "say_verb")) verb(s, tree, i);
      else if (tree.word(i).upos == Upos::kNoun && is(tree, i, "say_noun")) noun(s, tree, i);
      preposition(s, tree, i);
    }
    running_quotation(s, tree, before);
    std::stable_sort(found_.begin() + static_cast<ptrdiff_t>(before), found_.end(), [](const Quotation& a, const Quotation& b) { return extent(a).size() > extent(b).size(); });
  }

  static Span extent(const Quotation& quotation) {
    Span all;
    for (Span one : quotation.content) all = cover(all, one);
    return all;
  }

  Quotation make(size_t s, const Tree& tree, int cue, int source) const {
    Quotation made;
    made.sentence = static_cast<uint32_t>(s);
    made.cue = cue;
    made.source = source;
    made.cue_span = tree.word(cue).span;
    if (source >= 0) made.source_span = noun_phrase(tree, source);
    return made;
  }

  // The source without relative clauses and what else trails behind it.
  static Span noun_phrase(const Tree& tree, int head) {
    Span span = tree.word(head).span;
    for (uint16_t c : tree.children(head)) {
      Deprel rel = base(tree.word(c).rel);
      if (tree.word(c).rel == Deprel::kAclRelcl || rel == Deprel::kPunct || rel == Deprel::kParataxis || rel == Deprel::kCase || rel == Deprel::kConj || rel == Deprel::kCc) continue;
      span = cover(span, tree.span(c));
    }
    return span;
  }

  void verb(size_t s, const Tree& tree, int i) {
    Arguments arguments = arguments_of(tree, i);
    int source = arguments.subject.empty() ? -1 : arguments.subject.front();
    // *is said to*, *it is feared that*: no source, or the by-phrase.
    if (source >= 0 && tree.word(source).rel == Deprel::kExpl) source = -1;
    std::vector<Span> content;
    for (uint16_t c : tree.children(i)) {
      Deprel rel = base(tree.word(c).rel);
      if (rel == Deprel::kCcomp || (rel == Deprel::kXcomp && arguments.passive)) content.push_back(tree.span(c));
      else if (rel == Deprel::kParataxis && quoted(tree, c)) content.push_back(tree.span(c));
    }
    const Word& word = tree.word(i);
    int up = tree.head(i);
    bool parenthetical = up >= 0 && (base(word.rel) == Deprel::kParataxis || (word.rel == Deprel::kAdvcl && tree.mark_lemma(i) == "as"));
    if (content.empty() && parenthetical && source >= 0) content = without(tree, up, i);
    if (content.empty()) return;
    Quotation made = make(s, tree, i, source);
    made.content = std::move(content);
    made.direct = !made.content.empty() && starts_quoted(tree, made.content.front());
    found_.push_back(std::move(made));
  }

  bool quoted(const Tree& tree, int c) const {
    for (int w = tree.first(c); w <= tree.last(c); ++w)
      if (is_quote(tree.word(w).form)) return true;
    return false;
  }

  static bool starts_quoted(const Tree& tree, Span span) {
    for (int w = 0; w < tree.size(); ++w)
      if (tree.word(w).span.begin >= span.begin) return is_quote(tree.word(w).form) || (w > 0 && is_quote(tree.word(w - 1).form));
    return false;
  }

  // The clause of `clause` without the subtree of `hole`.
  static std::vector<Span> without(const Tree& tree, int clause, int hole) {
    std::vector<Span> pieces;
    int from = tree.first(clause), to = tree.last(clause), a = tree.first(hole), b = tree.last(hole);
    if (from < a) pieces.push_back({tree.word(from).span.begin, tree.word(a - 1).span.end});
    if (b < to) pieces.push_back({tree.word(b + 1).span.begin, tree.word(to).span.end});
    return pieces;
  }

  void noun(size_t s, const Tree& tree, int i) {
    std::vector<Span> content;
    for (uint16_t c : tree.children(i)) {
      Deprel rel = base(tree.word(c).rel);
      bool clause = rel == Deprel::kCcomp || (tree.word(c).rel == Deprel::kAcl && tree.mark_lemma(c) == "that");
      if (clause) content.push_back(tree.span(c));
    }
    if (content.empty()) return;
    Arguments arguments = arguments_of(tree, i);
    int source = -1;
    for (int one : arguments.possessor)
      if (actors_of(actors_, s, one)) source = one;
    if (source < 0 && !arguments.subject.empty()) source = arguments.subject.front();
    Quotation made = make(s, tree, i, source);
    made.content = std::move(content);
    found_.push_back(std::move(made));
  }

  // *According to CCTV, ...*
  void preposition(size_t s, const Tree& tree, int i) {
    std::string_view name = tree.case_lemma(i);
    if (name != "accord to" && name != "according to") return;
    int up = tree.head(i);
    if (up < 0) return;
    int cue = tree.child(i, Deprel::kCase);
    Quotation made = make(s, tree, cue >= 0 ? cue : i, i);
    if (cue >= 0) made.cue_span = cover(tree.word(cue).span, tree.word(std::max(cue, std::min(cue + 1, i - 1))).span);
    while (tree.head(up) >= 0 && tree.word(up).upos != Upos::kVerb) up = tree.head(up);
    made.content = without(tree, up, i);
    found_.push_back(std::move(made));
  }

  // A sentence inside quotation marks that opened before it, or that follows quoted words of a speaker, is that speaker's.
  void running_quotation(size_t s, const Tree& tree, size_t before) {
    int marks = 0;
    for (int w = 0; w < tree.size(); ++w) marks += is_quote(tree.word(w).form);
    bool starts = is_quote(tree.word(0).form);
    bool has_cue = std::any_of(found_.begin() + static_cast<ptrdiff_t>(before), found_.end(), [](const Quotation& one) { return one.source >= 0; });
    bool inside = open_ && !starts;
    if (!has_cue && speaker_ >= 0 && (inside || starts) && trees_[s].sentence().span.begin > 0) {
      Quotation made;
      made.sentence = static_cast<uint32_t>(s);
      made.source_mention = speaker_;
      made.direct = true;
      made.content.push_back(tree.sentence().span);
      found_.push_back(std::move(made));
    }
    if (marks % 2 == 1) open_ = !open_;
    for (size_t q = before; q < found_.size(); ++q)
      if (found_[q].source >= 0 && marks > 0) speaker_ = actors_.headed_by.empty() ? -1 : actors_.headed_by[s][static_cast<size_t>(found_[q].source)];
    // A paragraph without quotation marks ends the speech.
    if (marks == 0 && tree.sentence().paragraph_start && !inside) {
      open_ = false;
      speaker_ = -1;
    }
  }

  const std::vector<Tree>& trees_;
  const ActorTable& actors_;
  const Lexicon& lexicon_;
  std::vector<Quotation> found_;
  bool open_ = false;
  int32_t speaker_ = -1;
};

// Chains of voices for the events of a report.
class Attributor {
 public:
  Attributor(Report& report, const Lexicon& lexicon) : report_(report), quotations_(find_quotations(*report.document, report.trees, report.actors, lexicon)) {}

  void run() {
    for (const Quotation& one : quotations_) voices_.push_back(voice(one));
    for (Event& event : report_.events) chain(event);
    for (size_t i = 0; i < report_.events.size(); ++i) speech_acts(i);
    for (Relation& relation : report_.relations) holder(relation);
    // *the minister says the duty will be lifted only if ...*: what is offered without naming who would do it, the speaker offers.
    for (Event& event : report_.events)
      if (event.source.empty() && event.type != EventType::kNone && event.status == EventStatus::kOffered && !event.attribution.empty()) event.source = event.attribution.back().source;
  }

 private:
  Voice voice(const Quotation& one) {
    Voice made;
    made.cue = one.cue_span;
    if (one.source_mention >= 0) made.source = report_.actors.mentions[static_cast<size_t>(one.source_mention)].actors;
    if (one.source >= 0) {
      const Tree& tree = report_.trees[one.sentence];
      int head = semantic_head(tree, one.source);
      if (const auto* own = actors_of(report_.actors, one.sentence, head)) made.source = *own;
      else if (const auto* outer = actors_of(report_.actors, one.sentence, one.source)) made.source = *outer;
      else if (auto owners = owners_of(report_.actors, one.sentence, tree, head); !owners.empty()) made.source = owners;
      else if (tree.word(head).upos != Upos::kPron) made.source = {add_unknown_actor(report_.actors, one.sentence, tree, head)};
    }
    return made;
  }

  void chain(Event& event) {
    for (size_t q = 0; q < quotations_.size(); ++q) {
      const Quotation& one = quotations_[q];
      bool inside = std::any_of(one.content.begin(), one.content.end(), [&](Span span) { return span.contains(event.trigger.begin); });
      if (!inside || event.trigger.overlaps(one.cue_span)) continue;
      if (voices_[q].source.empty() && one.cue < 0) continue;
      event.attribution.push_back(voices_[q]);
    }
  }

  // What is asked, threatened, alleged or offered stands inside the words of the one who does so.
  void speech_acts(size_t i) {
    const Event& act = report_.events[i];
    if (act.type != EventType::kRequest && act.type != EventType::kAccuse && act.type != EventType::kThreaten && !one_sided_offer(act)) return;
    if (act.source.empty()) return;
    const Tree& tree = report_.trees[act.sentence];
    for (Event& event : report_.events) {
      if (&event == &act || event.sentence != act.sentence || !tree.under(event.head, act.head) || event.head == act.head) continue;
      if (!complement(tree, event.head, act.head)) continue;
      bool there = std::any_of(event.attribution.begin(), event.attribution.end(), [&](const Voice& one) { return one.cue.overlaps(act.trigger); });
      if (!there) event.attribution.push_back({act.source, act.trigger});
    }
  }

  // A condition, demand or warning belongs to the innermost voice that its event stands in.
  void holder(Relation& relation) const {
    bool held = relation.type == RelationType::kCondition || relation.type == RelationType::kConsequence || (relation.type == RelationType::kOrder && relation.force != Force::kStated);
    if (!held || !relation.holder.empty()) return;
    const Event& event = report_.events[relation.type == RelationType::kCondition ? relation.a : relation.b];
    if (!event.attribution.empty()) relation.holder = event.attribution.back().source;
    else if (relation.type == RelationType::kCondition && event.status != EventStatus::kOccurred) relation.holder = event.source;
  }

  static bool one_sided_offer(const Event& act) { return act.type == EventType::kAgree && act.source != act.target && act.cameo != "030" && act.cameo.starts_with("03"); }

  // Below the act through its complement, not through its subject or a time clause.
  static bool complement(const Tree& tree, int word, int act) {
    while (tree.head(word) >= 0 && tree.head(word) != act) word = tree.head(word);
    Deprel rel = base(tree.word(word).rel);
    return rel == Deprel::kXcomp || rel == Deprel::kCcomp || rel == Deprel::kObj || rel == Deprel::kAcl || rel == Deprel::kObl || rel == Deprel::kNmod || (rel == Deprel::kAdvcl && (tree.mark_lemma(word) == "of" || tree.mark_lemma(word) == "to"));
  }

  Report& report_;
  std::vector<Quotation> quotations_;
  std::vector<Voice> voices_;
};

}  // namespace

std::vector<Quotation> find_quotations(const Document&, const std::vector<Tree>& trees, const ActorTable& actors, const Lexicon& lexicon) {
  return QuotationFinder(trees, actors, lexicon).run();
}

void attribute(Report& report, const Lexicon& lexicon) { Attributor(report, lexicon).run(); }

}  // namespace demarche

#include "coder/contents.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "actors/resolver.h"
#include "base/lists.h"
#include "base/strings.h"
#include "coder/predicates.h"
#include "coder/propositions.h"

namespace demarche {

namespace {

class ContentLinker {
 public:
  ContentLinker(Report& report, const Lexicon& lexicon) : report_(report), lexicon_(lexicon) {}

  void run() {
    for (uint32_t s = 0; s < report_.trees.size(); ++s)
      for (int w = 0; w < report_.trees[s].size(); ++w) own_warning(s, w);
    const size_t acts = report_.events.size();
    for (uint32_t i = 0; i < acts; ++i)
      if (speaks(report_.events[i].type)) link(i);
  }

 private:
  static bool speaks(EventType type) {
    return type == EventType::kAgree || type == EventType::kRequest || type == EventType::kReject || type == EventType::kThreaten ||
           type == EventType::kAccuse || type == EventType::kSupport;
  }

  const Tree& tree(uint32_t event) const { return report_.trees[report_.events[event].sentence]; }

  std::optional<uint32_t> event_at(uint32_t sentence, int word) const {
    Span span = report_.trees[sentence].word(word).span;
    for (uint32_t i = 0; i < report_.events.size(); ++i)
      if (report_.events[i].sentence == sentence && (report_.events[i].head == word || report_.events[i].trigger.overlaps(span))) return i;
    return std::nullopt;
  }

  bool linked(uint32_t act) const {
    return std::any_of(report_.relations.begin(), report_.relations.end(),
                       [&](const Relation& one) { return one.type == RelationType::kContent && one.a == act; });
  }

  void put(uint32_t act, uint32_t of, const std::string& rule) {
    bool there = std::any_of(report_.relations.begin(), report_.relations.end(), [&](const Relation& one) {
      return one.type == RelationType::kContent && ((one.a == act && one.b == of) || (one.a == of && one.b == act));
    });
    if (there || act == of) return;
    Relation made;
    made.type = RelationType::kContent;
    made.a = act;
    made.b = of;
    made.rule = rule;
    report_.relations.push_back(std::move(made));
  }

  // ---- what an act is about

  void link(uint32_t act) {
    if (linked(act)) return share(act);
    const Tree& t = tree(act);
    std::vector<int> words = trigger_words(act);
    // *signed, ratified*: done to a document.
    if (report_.events[act].type == EventType::kSupport && (lemma_of(act) == "sign" || lemma_of(act) == "ratify")) return;
    bool stand = std::any_of(words.begin(), words.end(), [&](int w) { return takes_stand(t, w); });
    for (int w : words)
      for (uint16_t c : t.children(w)) {
        bool inside = std::find(words.begin(), words.end(), c) != words.end();
        // *signed the accord, reached a deal*: nothing is said there, whatever the object names.
        bool noun = t.word(c).upos == Upos::kNoun;
        if (inside || (noun && !stand) || !complement(t, c, w, report_.events[act].type)) continue;
        if (tie(act, c)) return share(act);
      }
    // *accused Rwanda of arming them*, hung on the name.
    for (uint16_t object : t.children(report_.events[act].head))
      if (base(t.word(object).rel) == Deprel::kObj || base(t.word(object).rel) == Deprel::kIobj)
        for (uint16_t c : t.children(object))
          if (base(t.word(c).rel) == Deprel::kAcl && (t.mark_lemma(c) == "of" || t.mark_lemma(c) == "to") && tie(act, c)) return share(act);
  }

  std::string lemma_of(uint32_t event) const { return lower_ascii(tree(event).word(report_.events[event].head).lemma); }

  // A word of saying, wanting or feeling.
  bool takes_stand(const Tree& t, int w) const {
    static constexpr std::array<std::string_view, 7> kClasses{"say_verb",    "stance_verb", "want_verb",       "say_noun",
                                                              "stance_noun", "think_verb",  "stance_adjective"};
    const std::string lemma = lower_ascii(t.word(w).lemma);
    return std::any_of(kClasses.begin(), kClasses.end(), [&](std::string_view name) { return in_class(lemma, name); });
  }

  bool in_class(const std::string& lemma, std::string_view name) const { return lexicon_.classes().has(lemma, name); }

  std::vector<int> trigger_words(uint32_t act) const {
    const Event& event = report_.events[act];
    const Tree& t = tree(act);
    std::vector<int> words{event.head};
    for (int w = 0; w < t.size(); ++w)
      if (w != event.head && event.trigger.contains(t.word(w).span) && t.word(w).upos != Upos::kDet) words.push_back(w);
    return words;
  }

  // What an act's word can be about: infinitives, clauses, objects and phrases with *for, of, on, to, about, against*.
  static bool complement(const Tree& t, int c, int up, EventType type) {
    static constexpr std::array<std::string_view, 9> kAbout{"for", "of", "on", "to", "about", "against", "over", "with", "towards"};
    Deprel rel = base(t.word(c).rel);
    if (c < up) return t.word(c).rel == Deprel::kNsubjPass && t.word(c).upos == Upos::kNoun;
    if (rel == Deprel::kXcomp) return true;
    if (rel == Deprel::kCcomp) return type != EventType::kAgree || t.mark_lemma(c) == "that" || t.mark_lemma(c) == "to";
    if (rel == Deprel::kObj) return t.word(c).upos == Upos::kNoun;
    if (rel == Deprel::kAcl) return t.mark_lemma(c) == "to" || t.mark_lemma(c) == "of" || t.mark_lemma(c) == "that";
    if (rel == Deprel::kAdvcl)
      return (t.mark_lemma(c) == "of" || t.mark_lemma(c) == "for" || t.mark_lemma(c) == "on") && type != EventType::kSupport;
    if (rel == Deprel::kObl || rel == Deprel::kNmod)
      return t.word(c).upos == Upos::kNoun && among(kAbout, t.case_lemma(c)) && !in_exchange(t, c);
    return false;
  }

  // *in return for guarantees*: a price, not what the act is about.
  static bool in_exchange(const Tree& t, int c) {
    int preposition = t.child(c, Deprel::kCase);
    return preposition > 0 && (t.word(preposition - 1).lemma == "return" || t.word(preposition - 1).lemma == "exchange");
  }

  // The act at the complement or, of a noun that names none, below it; a clause without one is a proposition.
  bool tie(uint32_t act, int c) {
    const Event& event = report_.events[act];
    const Tree& t = tree(act);
    const uint32_t sentence = event.sentence;
    if (auto own = event_at(sentence, c)) {
      // *turned down the proposal*: the noun points back at what was told.
      bool thing = t.word(c).upos == Upos::kNoun && report_.events[*own].head == c && points_back(t, c);
      if (*own == act || thing) return false;
      put(act, *own, "complement");
      return true;
    }
    if (t.word(c).upos == Upos::kNoun) {
      for (uint16_t below : t.children(c)) {
        bool inside = base(t.word(below).rel) == Deprel::kNmod && t.case_lemma(below) == "of" && t.word(below).upos == Upos::kNoun;
        if (!inside) continue;
        if (auto inner = event_at(sentence, below); inner && *inner != act) {
          put(act, *inner, "complement");
          return true;
        }
      }
      return false;
    }
    bool clause = t.word(c).upos == Upos::kVerb && event.type != EventType::kSupport;
    if (!clause) return false;
    for (uint16_t below : t.children(c))
      if (base(t.word(below).rel) == Deprel::kXcomp || base(t.word(below).rel) == Deprel::kObj || t.word(below).rel == Deprel::kOblAgent)
        if (auto inner = event_at(sentence, below); inner && *inner != act) {
          put(act, *inner, "complement");
          return true;
        }
    put(act, add_proposition(report_, {sentence, c}, lexicon_), "complement");
    return true;
  }

  // *the proposal, that bargain*, without saying whose or of what.
  bool points_back(const Tree& t, int noun) const {
    if (!in_class(lower_ascii(t.word(noun).lemma), "act_reference")) return false;
    for (uint16_t c : t.children(noun)) {
      Deprel rel = base(t.word(c).rel);
      if (rel == Deprel::kNmod || rel == Deprel::kAcl || rel == Deprel::kCcomp) return false;
    }
    return true;
  }

  // *agreed to sign and to withdraw*: what is joined to the content is content too.
  void share(uint32_t act) {
    std::vector<uint32_t> contents;
    for (const Relation& one : report_.relations)
      if (one.type == RelationType::kContent && one.a == act) contents.push_back(one.b);
    const Tree& t = tree(act);
    for (uint32_t of : contents) {
      const Event inner = report_.events[of];
      if (inner.sentence != report_.events[act].sentence || t.word(inner.head).upos != Upos::kVerb) continue;
      for (int other : t.conjuncts(inner.head)) {
        if (other == inner.head || t.word(other).upos != Upos::kVerb) continue;
        // A finite verb behind an infinitive goes on with the sentence: *threatened to leave and stayed*.
        if (t.word(other).xpos != t.word(inner.head).xpos) continue;
        if (auto own = event_at(inner.sentence, other); own && *own != act) put(act, *own, "complement");
      }
    }
  }

  // ---- *warned that it would evict them*: who warns would act

  void own_warning(uint32_t s, int w) {
    const Tree& t = report_.trees[s];
    static constexpr std::array<std::string_view, 4> kWarns{"warn", "caution", "vow", "hint"};
    if (t.word(w).upos != Upos::kVerb || !among(kWarns, t.word(w).lemma) || event_at(s, w)) return;
    int clause = t.child(w, Deprel::kCcomp), speaker = t.child(w, Deprel::kNsubj);
    if (clause < w || speaker < 0) return;
    int subject = t.child(clause, Deprel::kNsubj);
    if (subject < 0 || t.word(subject).rel == Deprel::kNsubjPass || !ahead(t, clause)) return;
    const auto* who = actors_of(report_.actors, s, speaker);
    const auto* doer = actors_of(report_.actors, s, subject);
    bool same = who && doer && *who == *doer;
    if (!same) return;
    auto act = event_at(s, clause);
    if (act && !harms(report_.events[*act].type)) return;
    Event made;
    made.sentence = s;
    made.head = static_cast<uint16_t>(w);
    made.trigger = t.word(w).span;
    made.type = EventType::kThreaten;
    made.cameo = "130";
    made.source = *who;
    if (act) made.target = report_.events[*act].target;
    made.why.rule = "warned of its own act";
    report_.events.push_back(std::move(made));
    if (act) report_.events[*act].status = EventStatus::kThreatened;
  }

  static bool harms(EventType type) {
    return type == EventType::kAssault || type == EventType::kCoerce || type == EventType::kSanction || type == EventType::kMobilize ||
           type == EventType::kReject || type == EventType::kProtest;
  }

  static bool ahead(const Tree& t, int clause) {
    for (uint16_t c : t.children(clause))
      if (t.word(c).xpos == "MD" && (t.word(c).lemma == "will" || t.word(c).lemma == "would")) return true;
    return false;
  }

  Report& report_;
  const Lexicon& lexicon_;
};

}  // namespace

void link_contents(Report& report, const Lexicon& lexicon) {
  ContentLinker(report, lexicon).run();
}

}  // namespace demarche

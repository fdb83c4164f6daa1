#include "coder/condition_phrases.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "base/strings.h"
#include "coder/clause_view.h"
#include "coder/predicates.h"

namespace demarche {

namespace {

class ConditionFinder : ClauseView {
 public:
  using ClauseView::ClauseView;

  std::vector<ClauseRelation> run() {
    for (size_t s = 0; s < trees_.size(); ++s) {
      enter(s);
      for (int i = 0; i < tree_->size(); ++i) word_at(i);
      in_return();
      otherwise();
    }
    return std::move(found_);
  }

 private:
  void word_at(int i) {
    static constexpr std::array<std::string_view, 7> kConditions{"condition",     "precondition",  "prerequisite", "proviso",
                                                                 "pre-condition", "understanding", "stipulation"};
    static constexpr std::array<std::string_view, 6> kDepends{"conditional", "contingent", "dependent", "depend", "hinge", "conditioned"};
    Deprel rel = base(word(i).rel);
    std::string name = lemma(i);
    if (rel == Deprel::kObl || rel == Deprel::kNmod) nominal(i);
    if (rel == Deprel::kAdvcl && tree_->mark_lemma(i) == "without") without(i, tree_->head(i), tree_->child(i, Deprel::kMark));
    if (among(kConditions, name) && word(i).upos == Upos::kNoun) conditions(i);
    if (among(kDepends, name)) depends(i);
    if (name == "subject" && word(i).upos != Upos::kVerb) subject_to(i);
  }

  void put(WordRef of, std::vector<WordRef> on, const std::string& rule, ConditionSense sense, int cue_word) {
    if (of.word < 0 || on.empty() || std::find(on.begin(), on.end(), of) != on.end()) return;
    ClauseRelation& made = add(ClauseRelationType::kCondition, of, rule);
    made.a = std::move(on);
    made.sense = sense;
    made.holder = of.sentence == sentence_ ? holder(of.word) : WordRef{};
    if (cue_word >= 0) cue(made, cue_word);
  }

  // ---- prepositions: in exchange for, until, without, in the event of

  void nominal(int i) {
    int up = tree_->head(i);
    if (up < 0) return;
    std::string preposition(tree_->case_lemma(i));
    int cue_word = tree_->child(i, Deprel::kCase);
    if (preposition == "in exchange for" || preposition == "in return for") return exchange(i, up, cue_word);
    // The parser hangs the thing given on the noun or, beside it, on the verb.
    if (preposition == "for" && cue_word > 1 && (lemma(cue_word - 1) == "exchange" || lemma(cue_word - 1) == "return") &&
        lemma(cue_word - 2) == "in")
      return exchange(i, up == cue_word - 1 ? tree_->head(up) : up, cue_word - 1);
    bool any = false;
    if (preposition == "until" || preposition == "till") {
      std::vector<WordRef> on = refs(i, any);
      put(ref(up), std::move(on), "until", ConditionSense::kUntil, cue_word);
      if (any && !found_.empty()) found_.back().any = true;
    } else if (preposition == "in case of" || preposition == "in case") {
      put(ref(up), refs(i, any), preposition, ConditionSense::kIf, cue_word);
    } else if (preposition == "in" && (lemma(i) == "event" || lemma(i) == "case")) {
      event_of(i, up);
    } else if (preposition == "without") {
      without(i, up, cue_word);
    }
  }

  void exchange(int i, int matrix, int cue_word) {
    if (matrix < 0) return;
    bool any = false;
    std::vector<WordRef> on = refs(i, any);
    put(ref(matrix), std::move(on), "in exchange for", ConditionSense::kInExchange, cue_word);
    if (!found_.empty() && found_.back().b == ref(matrix)) found_.back().any = any;
  }

  // *in the event of an attack, in the event that they attack*
  void event_of(int i, int up) {
    for (uint16_t c : tree_->children(i)) {
      bool nominal =
          base(word(c).rel) == Deprel::kNmod && tree_->case_lemma(c) == "of" && word(c).upos == Upos::kNoun && lemma(i) == "event";
      bool clause = (base(word(c).rel) == Deprel::kAcl || base(word(c).rel) == Deprel::kCcomp) && tree_->mark_lemma(c) == "that";
      if (!nominal && !clause) continue;
      bool any = false;
      return put(ref(up), refs(c, any), "in the event", ConditionSense::kIf, i);
    }
    if (i + 1 >= tree_->size() || lemma(i + 1) != "that") return;
    if (int verb = tree_->head(i + 1); verb > i + 1 && predicate(verb)) put(ref(up), {ref(verb)}, "in the event", ConditionSense::kIf, i);
  }

  // *no talks without a truce, cannot sign without seeing proof*: a clause that denies, and may come true.
  void without(int i, int up, int cue_word) {
    int clause = up;
    while (clause >= 0 && !predicate(clause)) clause = tree_->head(clause);
    if (clause < 0) return;
    std::string helper = modal(clause);
    bool open = helper == "will" || helper == "would" || helper == "can" || helper == "could" || helper == "shall" || helper == "must" ||
                helper == "should" || helper == "may" || word(clause).xpos == "VBZ" || word(clause).xpos == "VBP";
    int denied = denied_in(clause, i);
    if (denied < 0 || !open) return;
    bool thing = word(i).upos == Upos::kNoun || word(i).upos == Upos::kVerb;
    if (!thing || is(i, "time_noun")) return;
    bool any = false;
    std::vector<WordRef> on = refs(i, any);
    put(ref(denied), std::move(on), "no ... without", ConditionSense::kUnless, cue_word);
  }

  // What a clause says there is none of: the noun behind *no*, or the verb with *not*, *never* or *nobody*; -1 if it denies nothing.
  int denied_in(int clause, int but) const {
    for (uint16_t c : tree_->children(clause)) {
      if (c == but || tree_->under(but, c)) {
        if (c != but && has_no(c)) return c;
        continue;
      }
      if (base(word(c).rel) == Deprel::kAdvmod && (lemma(c) == "not" || lemma(c) == "never" || lemma(c) == "n't")) return clause;
      Deprel rel = base(word(c).rel);
      if (rel != Deprel::kNsubj && rel != Deprel::kObj) continue;
      if (among(std::array<std::string_view, 4>{"none", "nobody", "nothing", "neither"}, lemma(c))) return clause;
      if (has_no(c)) return lemma(clause) == "be" ? static_cast<int>(c) : clause;
    }
    // *there can be no peace*, where the parse parts the two.
    if (lemma(clause) != "be")
      for (uint16_t c : tree_->children(clause))
        if (base(word(c).rel) == Deprel::kCcomp && c != but) return has_no(c) ? static_cast<int>(c) : denied_in(c, but);
    return -1;
  }

  bool has_no(int noun) const {
    for (uint16_t c : tree_->children(noun))
      if (c < noun && (lemma(c) == "no" || lemma(c) == "neither") && base(word(c).rel) == Deprel::kDet) return true;
    return false;
  }

  // ---- nouns: two conditions: either A or B; a condition for X; X as a condition for Y

  void conditions(int i) {
    // *on the understanding that*, but not *reached an understanding that*.
    if (lemma(i) == "understanding" && tree_->case_lemma(i) != "on") return;
    std::vector<WordRef> on;
    bool any = false;
    for (uint16_t c : tree_->children(i)) {
      Deprel rel = base(word(c).rel);
      bool lists = rel == Deprel::kAppos || rel == Deprel::kParataxis || rel == Deprel::kDep ||
                   (rel == Deprel::kAcl && tree_->mark_lemma(c) == "that") || rel == Deprel::kCcomp;
      if (c > i && lists) on = refs(c, any);
    }
    int colon = colon_behind(i);
    if (std::vector<WordRef> either = either_or(colon); either.size() > 1) {
      on = std::move(either);
      any = true;
    }
    if (on.empty()) on = after_colon(colon, any);
    if (on.empty()) on = that_clause(i);
    int of = governed_act(i);
    if (on.empty() && (as_condition(i, of) || is_condition(i, of))) return;
    if (on.empty() && set_out(i)) on = next_sentences(i, any);
    if (on.empty() || of < 0) return;
    ClauseRelation& made = add(ClauseRelationType::kCondition, ref(of), "condition");
    made.a = std::move(on);
    made.any = any;
    made.holder = holder(of);
    // *Turkey set two conditions*: they are Turkey's.
    if (int up = tree_->head(i); made.holder.word < 0 && set_out(i))
      if (int subject = tree_->child(up, Deprel::kNsubj); subject >= 0 && word(subject).rel != Deprel::kNsubjPass)
        made.holder = ref(subject);
    cue(made, i);
  }

  // *on condition that they leave*, the clause hung elsewhere: its verb is the first that has the conjunction.
  std::vector<WordRef> that_clause(int i) const {
    if (i + 1 >= tree_->size() || lemma(i + 1) != "that") return {};
    if (tree_->case_lemma(i) != "on" && tree_->case_lemma(i) != "under" && tree_->case_lemma(i) != "with") return {};
    int verb = tree_->head(i + 1);
    if (verb <= i + 1 || !predicate(verb)) return {};
    return {ref(verb)};
  }

  int colon_behind(int i) const {
    constexpr int kNear = 8;
    for (int w = i + 1; w < tree_->size() && w < i + kNear; ++w)
      if (word(w).form == ":" || word(w).form == "—" || word(w).form == "–" || word(w).form == "--") return w;
    return -1;
  }

  // The heads of two clauses or phrases that *either* and *or* join behind a colon, wherever the parser hangs the second.
  std::vector<WordRef> either_or(int colon) const {
    if (colon < 0 || colon + 2 >= tree_->size() || lemma(colon + 1) != "either") return {};
    int first = tree_->head(colon + 1), second = -1;
    if (first < colon) return {};
    for (int w = first + 1; w < tree_->size() && second < 0; ++w)
      if (lemma(w) == "or" && word(w).upos == Upos::kCconj) second = tree_->head(w);
    if (second < first) return {};
    // *frees the men or Israel halts*: of a clause, its verb, whose subject may have been joined to the noun before.
    if (verbal(first) && !verbal(second))
      for (int w = second + 1; w < tree_->size(); ++w)
        if (word(w).xpos == "VBZ" || word(w).xpos == "VBP" || word(w).xpos == "VBD") return {ref(first), ref(w)};
    return {ref(first), ref(second)};
  }

  // What is listed behind the colon that follows.
  std::vector<WordRef> after_colon(int colon, bool& any) const {
    if (colon < 0) return {};
    for (int w = colon + 1; w < tree_->size(); ++w) {
      bool top = tree_->head(w) < colon;
      if (!top || word(w).upos == Upos::kPunct || word(w).upos == Upos::kCconj || word(w).upos == Upos::kDet) continue;
      auto list = refs(w, any);
      // *A must be done, and B must be done*, joined loosely.
      for (int other = w + 1; other < tree_->size() && list.size() == 1; ++other)
        if (verbal(w) && verbal(other) && joined_loosely(w, other, colon)) list.push_back(ref(other));
      for (uint16_t c : tree_->children(w))
        if (lemma(c) == "either") any = true;
      return list;
    }
    return {};
  }

  bool joined_loosely(int first, int other, int colon) const {
    Deprel rel = base(word(other).rel);
    int up = tree_->head(other);
    return (up == first && rel == Deprel::kParataxis) || (up >= 0 && up < colon && (rel == Deprel::kConj || rel == Deprel::kParataxis));
  }

  // What the conditions are set for: *conditions to any renewal, for approving the bid*, else the clause that has them.
  int governed_act(int i) const {
    if (int named = named_act(i); named >= 0) return named;
    int up = tree_->head(i);
    // *free the sailors on the understanding that*, hung on the noun before it.
    bool terms = tree_->case_lemma(i) == "on" || tree_->case_lemma(i) == "under";
    while (terms && up >= 0 && !predicate(up) && tree_->head(up) >= 0 && tree_->head(up) < up) up = tree_->head(up);
    if (up >= 0 && base(word(i).rel) == Deprel::kObj)
      for (uint16_t c : tree_->children(up))
        if (base(word(c).rel) == Deprel::kObl && c > i && (tree_->case_lemma(c) == "for" || tree_->case_lemma(c) == "to")) return c;
    return up;
  }

  int named_act(int i) const {
    for (uint16_t c : tree_->children(i)) {
      if (c < i) continue;
      Deprel rel = base(word(c).rel);
      std::string_view by = rel == Deprel::kAcl || rel == Deprel::kAdvcl ? tree_->mark_lemma(c) : tree_->case_lemma(c);
      if ((rel == Deprel::kNmod || rel == Deprel::kAcl || rel == Deprel::kAdvcl) && (by == "for" || by == "to" || by == "of")) return c;
    }
    return -1;
  }

  // *demanded a withdrawal as a condition for talks*
  bool as_condition(int i, int of) {
    int up = tree_->head(i);
    if (tree_->case_lemma(i) != "as" || up < 0 || named_act(i) < 0 || of == up) return false;
    int on = tree_->child(up, Deprel::kObj);
    if (on < 0) on = up;
    put(ref(of), {ref(on)}, "condition", ConditionSense::kOnlyIf, i);
    if (int subject = verbal(up) ? tree_->child(up, Deprel::kNsubj) : -1; subject >= 0) found_.back().holder = ref(subject);
    return true;
  }

  // *a truce is a condition for talks, made a truce a condition for talks*
  bool is_condition(int i, int of) {
    int goal = named_act(i);
    if (goal < 0 || goal != of) return false;
    int on = -1;
    if (tree_->has_child(i, Deprel::kCop)) on = tree_->child(i, Deprel::kNsubj);
    int up = tree_->head(i);
    if (on < 0 && up >= 0 && (lemma(up) == "make" || lemma(up) == "consider" || lemma(up) == "call") && base(word(i).rel) == Deprel::kXcomp)
      on = tree_->child(up, Deprel::kObj);
    if (on < 0 && up >= 0 && lemma(up) == "remain") on = tree_->child(up, Deprel::kNsubj);
    if (on < 0) return false;
    put(ref(of), {ref(on)}, "condition", ConditionSense::kOnlyIf, i);
    return true;
  }

  // *set, laid down, attached three conditions*
  bool set_out(int i) const {
    static constexpr std::array<std::string_view, 14> kSet{"set",  "list",   "name",   "put",     "lay",      "attach", "impose",
                                                           "make", "demand", "impose", "outline", "announce", "have",   "spell"};
    int up = tree_->head(i);
    return up >= 0 && base(word(i).rel) == Deprel::kObj && among(kSet, lemma(up));
  }

  // The demands of the sentences that follow, as many as are announced: *First, Sweden must ...*.
  std::vector<WordRef> next_sentences(int i, bool& any) const {
    if (word(i).xpos != "NNS") return {};
    size_t most = 6;
    for (uint16_t c : tree_->children(i))
      if (base(word(c).rel) == Deprel::kNummod) most = number(lemma(c), most);
    std::vector<WordRef> list;
    for (size_t s = sentence_ + 1; s < trees_.size() && list.size() < most; ++s) {
      const Tree& next = trees_[s];
      int root = next.sentence().root();
      if (root < 0 || !demands(next, root)) break;
      for (int one : next.conjuncts(root))
        if (next.word(one).upos == Upos::kVerb && list.size() < most) list.push_back({static_cast<uint32_t>(s), one});
      if (lower_ascii(next.word(0).form) == "alternatively" || lower_ascii(next.word(0).form) == "or") any = true;
    }
    return list;
  }

  static size_t number(const std::string& numeral, size_t otherwise) {
    static constexpr std::array<std::string_view, 7> kNumbers{"zero", "one", "two", "three", "four", "five", "six"};
    auto at = std::find(kNumbers.begin(), kNumbers.end(), numeral);
    return at == kNumbers.end() || at == kNumbers.begin() ? otherwise : static_cast<size_t>(at - kNumbers.begin());
  }

  // *must leave, would have to leave, has to leave, should be freed*
  static bool demands(const Tree& tree, int root) {
    if (tree.word(root).lemma == "have" || tree.word(root).lemma == "need") return tree.has_child(root, Deprel::kXcomp);
    for (uint16_t c : tree.children(root))
      if (tree.word(c).xpos == "MD" && (tree.word(c).lemma == "must" || tree.word(c).lemma == "should")) return true;
    return false;
  }

  // ---- *is conditional on X, depends on X, depends on whether they leave, made aid conditional on reform*

  void depends(int i) {
    int of = -1;
    Arguments arguments = arguments_of(*tree_, i);
    if (!arguments.subject.empty()) of = arguments.subject.front();
    int up = tree_->head(i);
    if (base(word(i).rel) == Deprel::kXcomp && up >= 0 && tree_->child(up, Deprel::kObj) >= 0) of = tree_->child(up, Deprel::kObj);
    // *made recognition conditional*, read as one phrase.
    for (int over = up, steps = 0; over >= 0 && steps < 3; over = tree_->head(over), ++steps)
      if (lemma(i) != "depend" && lemma(i) != "hinge" && (lemma(over) == "make" || lemma(over) == "keep") &&
          tree_->child(over, Deprel::kObj) >= 0)
        of = tree_->child(over, Deprel::kObj);
    if (of < 0) return;
    for (uint16_t c : tree_->children(i)) {
      if (c < i) continue;
      Deprel rel = base(word(c).rel);
      bool nominal = tree_->case_lemma(c) == "on" || tree_->case_lemma(c) == "upon";
      bool clause = (rel == Deprel::kAdvcl || rel == Deprel::kCcomp) &&
                    (tree_->mark_lemma(c) == "whether" || tree_->mark_lemma(c) == "on" || tree_->mark_lemma(c) == "upon" || nominal);
      if (!nominal && !clause) continue;
      bool any = false;
      std::vector<WordRef> on = refs(c, any);
      put(ref(of), std::move(on), lemma(i) + " on", ConditionSense::kIf, i);
      found_.back().any = any;
      found_.back().holder = holder(i);
      return;
    }
    // *made recognition conditional on X*, with the phrase hung elsewhere.
    if (i + 2 >= tree_->size() || (lemma(i + 1) != "on" && lemma(i + 1) != "upon")) return;
    if (int on = tree_->head(i + 1); on > i && word(on).upos == Upos::kNoun)
      put(ref(of), {ref(on)}, lemma(i) + " on", ConditionSense::kIf, i);
  }

  // *subject to parliament's approval*: not *subject to fines*.
  void subject_to(int i) {
    for (uint16_t c : tree_->children(i)) {
      if (c < i || tree_->case_lemma(c) != "to" || !is(c, "assent_noun")) continue;
      int of = tree_->child(i, Deprel::kNsubj);
      if (of < 0) of = tree_->head(i);
      if (of < 0) return;
      return put(ref(of), {ref(c)}, "subject to", ConditionSense::kIf, i);
    }
  }

  // ---- over clauses and sentences

  // *In return, X* speaks of the sentence before; *would free them and in return get food* of the clause before.
  void in_return() {
    for (int i = 0; i + 2 < tree_->size(); ++i) {
      if (form(i) != "in" || (lemma(i + 1) != "return" && lemma(i + 1) != "exchange") || lemma(i + 2) == "for") continue;
      int here = tree_->head(i + 1);
      if (i < 2) here = tree_->sentence().root();
      if (here < 0 || !verbal(here)) continue;
      int before = tree_->head(here);
      bool joined = before >= 0 && before < here && base(word(here).rel) == Deprel::kConj && verbal(before);
      if (i >= 2 && joined) {
        put(ref(here), {ref(before)}, "in return", ConditionSense::kInExchange, i + 1);
        continue;
      }
      constexpr int kNearHead = 7;
      if (sentence_ == 0 || i > kNearHead) continue;
      returned(i, here);
    }
  }

  void returned(int i, int here) {
    int before = trees_[sentence_ - 1].sentence().root();
    if (before < 0) return;
    // *agreed to A and to B*: both are what is given.
    int given = tree_->child(here, Deprel::kXcomp);
    std::vector<int> all = tree_->conjuncts(given >= 0 && is(here, "cue_planned") ? given : here);
    for (int one : all) {
      if (!verbal(one)) continue;
      ClauseRelation& made = add(ClauseRelationType::kCondition, ref(one), "in return");
      made.a = {{sentence_ - 1, before}};
      made.sense = ConditionSense::kInExchange;
      made.cues.push_back(cover(word(i).span, word(i + 1).span));
    }
  }

  // *They must leave; otherwise we will strike*
  void otherwise() {
    for (int i = 0; i < tree_->size(); ++i) {
      if (form(i) != "otherwise" && !(form(i) == "else" && i > 0 && form(i - 1) == "or")) continue;
      int here = tree_->head(i);
      if (here < 0 || i > here || !verbal(here)) continue;
      std::string helper = modal(here);
      if (helper.empty()) continue;
      int before = tree_->head(here);
      bool joined = before >= 0 && before < i && (base(word(here).rel) == Deprel::kConj || base(word(here).rel) == Deprel::kParataxis);
      constexpr int kNearHead = 2;
      WordRef on = joined && verbal(before) ? ref(before) : WordRef{};
      if (!joined && i <= kNearHead && sentence_ > 0) on = {sentence_ - 1, trees_[sentence_ - 1].sentence().root()};
      if (on.word < 0 || !demands(trees_[on.sentence], on.word)) continue;
      bool forecast = helper != "will" && helper != "would" && helper != "shall";
      if (forecast) continue;
      put(ref(here), {on}, "otherwise", ConditionSense::kUnless, i);
    }
  }
};

}  // namespace

std::vector<ClauseRelation> find_condition_phrases(const std::vector<Tree>& trees, const Lexicon& lexicon) {
  return ConditionFinder(trees, lexicon).run();
}

}  // namespace demarche

#include "coder/sequences.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/lists.h"
#include "base/strings.h"
#include "coder/clause_view.h"
#include "coder/predicates.h"

namespace demarche {

namespace {

class SequenceFinder : ClauseView {
 public:
  using ClauseView::ClauseView;

  std::vector<ClauseRelation> run() {
    for (size_t s = 0; s < trees_.size(); ++s) {
      enter(s);
      if (tree_->size() == 0) continue;
      for (int i = 0; i < tree_->size(); ++i) word_at(i);
      if (!verbs_in_turn()) nouns_in_turn();
      later();
      next_sentence();
    }
    return std::move(found_);
  }

 private:
  void word_at(int i) {
    std::string name = lemma(i);
    if (verbal(i)) {
      if (name == "precede" || name == "follow" || name == "predate") return precedes(i, name);
      if (name == "come" || name == "happen" || name == "take") return comes_before(i);
      leads_up(i, name);
    }
    if (form(i) == "preceding" && base(word(i).rel) == Deprel::kAmod) preceding(i);
    if (name == "prelude" || name == "precursor" || name == "curtain-raiser") prelude(i);
    if (base(word(i).rel) == Deprel::kObl || base(word(i).rel) == Deprel::kNmod) time_noun(i);
  }

  // ---- verbs and nouns: precede, follow, come before, a prelude to, pave the way for, on the eve of

  void precedes(int i, const std::string& name) {
    Arguments arguments = arguments_of(*tree_, i);
    // *the building of trust preceding full disarmament*, the noun behind hung on the one before.
    if (word(i).xpos == "VBG" && base(word(i).rel) == Deprel::kAcl) {
      if (arguments.subject.empty()) arguments.subject = {tree_->head(i)};
      if (int behind = phrase_behind(i + 1); arguments.object.empty() && behind >= 0) arguments.object = {behind};
    }
    if (arguments.object.empty() || arguments.subject.empty()) return;
    bool follow = name == "follow";
    // *follow suit, follow its example*: nothing comes after anything.
    if (follow && is(arguments.object.front(), "example_noun")) return;
    WordRef subject = ref(arguments.subject.front()), object = ref(arguments.object.front());
    ClauseRelation& made =
        add(ClauseRelationType::kOrder, follow ? subject : object, arguments.passive ? name + (follow ? "ed by" : "d by") : name);
    made.a = {follow ? object : subject};
    std::string helper = modal(i);
    bool subjunctive = word(i).xpos == "VB" || (arguments.passive && subjunctive_passive(i));
    made.force = requested(i) || helper == "must" || helper == "should" || subjunctive ? Force::kDemanded
                 : helper == "will" || helper == "would"                               ? Force::kPlanned
                                                                                       : Force::kStated;
    if (cue_requests(i)) made.force = Force::kDemanded;
    made.holder = holder(i);
    cue(made, i);
  }

  // *with the building of trust preceding disarmament*: between two noun phrases it is a verb, whatever the parser says.
  void preceding(int i) {
    int then = tree_->head(i);
    if (i == 0 || then < i || word(i - 1).upos != Upos::kNoun) return;
    int first = i - 1;
    while (base(word(first).rel) == Deprel::kNmod && tree_->head(first) >= 0 && tree_->head(first) < first) first = tree_->head(first);
    if (tree_->under(then, first)) first = i - 1;
    ClauseRelation& made = add(ClauseRelationType::kOrder, ref(then), "preceding");
    made.a = {ref(first)};
    int clause = first;
    while (tree_->head(clause) >= 0 && !verbal(clause)) clause = tree_->head(clause);
    std::string helper = modal(clause);
    made.force = helper == "must" || helper == "should" || cue_requests(clause) ? Force::kDemanded
                 : helper == "will" || helper == "would"                        ? Force::kPlanned
                                                                                : Force::kStated;
    made.holder = holder(clause);
    cue(made, i);
  }

  // *be preceded by*
  bool subjunctive_passive(int i) const {
    for (uint16_t c : tree_->children(i))
      if (word(c).rel == Deprel::kAuxPass && lower_ascii(word(c).form) == "be" && modal(i).empty()) return true;
    return false;
  }

  bool cue_requests(int i) const {
    int above = cue_above(i);
    return above >= 0 && (is(above, "cue_requested") && (lemma(above) == "insist" || lemma(above) == "demand" || lemma(above) == "stress" ||
                                                         lemma(above) == "ask" || lemma(above) == "request" || lemma(above) == "urge"));
  }

  // *a visit must come before any summit*
  void comes_before(int i) {
    int subject = tree_->child(i, Deprel::kNsubj);
    if (subject < 0) return;
    for (uint16_t c : tree_->children(i)) {
      if (base(word(c).rel) != Deprel::kObl || word(c).upos == Upos::kPron || word(c).upos == Upos::kDet) continue;
      std::string_view preposition = tree_->case_lemma(c);
      if (preposition == "before" || preposition == "ahead of" || preposition == "prior to")
        order(ref(subject), ref(c), false, "come before", i);
      else if (preposition == "after")
        order(ref(c), ref(subject), before_word(tree_->child(c, Deprel::kCase), "only"), "come after", i);
    }
  }

  // *served as a prelude to talks*
  void prelude(int i) {
    int of = -1;
    for (uint16_t c : tree_->children(i))
      if (tree_->case_lemma(c) == "to" || tree_->case_lemma(c) == "of" || tree_->mark_lemma(c) == "to") of = c;
    int first = tree_->child(i, Deprel::kNsubj);
    if (first < 0) first = tree_->head(i);
    // *signed the truce as a prelude to talks*: the act, or its object where the parser hangs the phrase on that.
    if (of >= 0 && first >= 0 && verbal(first) && tree_->case_lemma(i) != "as" && tree_->child(first, Deprel::kNsubj) >= 0)
      first = tree_->child(first, Deprel::kNsubj);
    if (of >= 0 && first >= 0) order(ref(first), ref(of), false, lemma(i), i);
  }

  // *the truce paved the way for talks*
  void leads_up(int i, const std::string& name) {
    static constexpr std::array<std::string_view, 6> kVerbs{"pave", "clear", "open", "set", "smooth", "prepare"};
    static constexpr std::array<std::string_view, 6> kWays{"way", "door", "stage", "path", "ground", "road"};
    int object = tree_->child(i, Deprel::kObj), subject = tree_->child(i, Deprel::kNsubj);
    if (!among(kVerbs, name) || object < 0 || !among(kWays, lemma(object))) return;
    // *agreed a truce, paving the way for talks*
    if (subject < 0 && word(i).xpos == "VBG" && base(word(i).rel) == Deprel::kAdvcl) subject = tree_->head(i);
    if (subject < 0 || word(subject).upos == Upos::kPropn || word(subject).upos == Upos::kPron) return;
    for (int over : {object, i})
      for (uint16_t c : tree_->children(over)) {
        bool goal = c > object && (tree_->case_lemma(c) == "for" || tree_->case_lemma(c) == "to") && word(c).upos == Upos::kNoun;
        if (goal) return order(ref(subject), ref(c), false, name + " the " + lemma(object), object);
      }
  }

  // *on the eve of the summit, in the aftermath of the raid, in the run-up to the vote*
  void time_noun(int i) {
    static constexpr std::array<std::string_view, 4> kBefore{"eve", "run-up", "runup", "lead-up"};
    static constexpr std::array<std::string_view, 3> kAfter{"aftermath", "wake", "heel"};
    int up = tree_->head(i);
    bool before = among(kBefore, lemma(i)), after = among(kAfter, lemma(i));
    if (up < 0 || (!before && !after)) return;
    if (tree_->case_lemma(i) != "on" && tree_->case_lemma(i) != "in") return;
    for (uint16_t c : tree_->children(i))
      if (c > i && (tree_->case_lemma(c) == "of" || tree_->case_lemma(c) == "to"))
        return before ? order(ref(up), ref(c), false, lemma(i) + " of", i) : order(ref(c), ref(up), false, lemma(i) + " of", i);
  }

  // ---- adverbs

  static bool thereupon(const std::string& adverb) {
    return adverb == "then" || adverb == "afterwards" || adverb == "afterward" || adverb == "later" || adverb == "finally" ||
           adverb == "subsequently" || adverb == "thereafter" || adverb == "second" || adverb == "secondly" || adverb == "third" ||
           adverb == "next" || adverb == "lastly";
  }

  // *would first suspend ..., would then end ..., and would meet only after that*
  bool verbs_in_turn() {
    std::vector<int> steps;
    bool then = false, only = false;
    for (int i = 0; i < tree_->size(); ++i) {
      if (!verbal(i)) continue;
      for (uint16_t c : tree_->children(i)) {
        if (base(word(c).rel) != Deprel::kAdvmod && base(word(c).rel) != Deprel::kObl) continue;
        std::string adverb = lemma(c);
        if ((adverb == "first" || adverb == "initially") && word(c).upos == Upos::kAdv && steps.empty())
          steps.push_back(i);
        else if (!steps.empty() && (thereupon(adverb) || (adverb == "that" && tree_->case_lemma(c) == "after"))) {
          steps.push_back(i);
          then = true;
          only = only || before_word(tree_->first(c), "only");
        }
      }
    }
    if (!then || steps.front() == steps.back()) return false;
    for (size_t k = 0; k + 1 < steps.size(); ++k)
      if (steps[k] != steps[k + 1]) order(ref(steps[k]), ref(steps[k + 1]), only && k + 2 == steps.size(), "first ... then", -1);
    return true;
  }

  bool thing(int i) const { return word(i).upos == Upos::kNoun && !is(i, "time_noun"); }

  // The head of the noun phrase that ends at `i`, or -1.
  int phrase_before(int i) const {
    if (i < 0 || (word(i).upos != Upos::kNoun && word(i).upos != Upos::kPropn)) return -1;
    int head = i;
    while (tree_->head(head) >= 0 && tree_->head(head) < head &&
           (base(word(head).rel) == Deprel::kNmod || base(word(head).rel) == Deprel::kCompound || base(word(head).rel) == Deprel::kFlat))
      head = tree_->head(head);
    return thing(head) ? head : -1;
  }

  // The head of the noun phrase that begins at `i`, or -1: its last noun before anything else.
  int phrase_behind(int i) const {
    int head = -1;
    for (int w = i; w < tree_->size(); ++w) {
      Upos upos = word(w).upos;
      if (upos == Upos::kNoun || upos == Upos::kPropn)
        head = w;
      else if (head >= 0 || (upos != Upos::kDet && upos != Upos::kAdj && upos != Upos::kNum && word(w).rel != Deprel::kNmodPoss))
        break;
    }
    return head >= 0 && thing(head) ? head : -1;
  }

  // *wants a truce first and talks later, first a truce, then talks*
  void nouns_in_turn() {
    int first = -1, at = -1;
    for (int i = 0; i < tree_->size(); ++i) {
      if (form(i) == "first" && word(i).upos != Upos::kNum && first < 0) {
        bool attribute = i > 0 && (word(i - 1).upos == Upos::kDet || word(i - 1).rel == Deprel::kNmodPoss);
        first = attribute ? -1 : phrase_before(i - 1);
        if (first < 0 && !attribute && i + 1 < tree_->size() && base(word(i).rel) != Deprel::kAmod) first = phrase_behind(i + 1);
        at = i;
      } else if (first >= 0 && (form(i) == "then" || form(i) == "later" || form(i) == "afterwards" || form(i) == "second")) {
        int then = form(i) == "then" ? phrase_behind(i + 1) : phrase_before(i - 1);
        if (then < 0 && form(i) != "then") then = phrase_behind(i + 1);
        if (then > at && then != first) return in_turn(first, then, at, i);
      }
    }
  }

  void in_turn(int first, int then, int first_cue, int then_cue) {
    order(ref(first), ref(then), false, "first ... then", first_cue);
    ClauseRelation& made = found_.back();
    cue(made, then_cue);
    int clause = first;
    while (clause >= 0 && !verbal(clause)) clause = tree_->head(clause);
    if (clause < 0) return;
    std::string helper = modal(clause);
    bool asked = is(clause, "cue_requested") || lemma(clause) == "favour" || lemma(clause) == "favor" || lemma(clause) == "prefer";
    if (asked || helper == "must" || helper == "should" || requested(clause)) made.force = Force::kDemanded;
    if (asked)
      if (int subject = tree_->child(clause, Deprel::kNsubj); subject >= 0) made.holder = ref(subject);
  }

  // *..., and four days later it came back*: after the clause before it.
  void later() {
    for (int i = 1; i < tree_->size(); ++i) {
      if (form(i) != "later" && form(i) != "afterwards") continue;
      int then = tree_->head(i);
      // The parser may hang the measure on the subject behind it.
      while (then >= 0 && !verbal(then)) then = tree_->head(then);
      if (!is(i - 1, "time_noun") || then < 0) continue;
      int first = clause_before(then, i);
      constexpr int kNearHead = 5;
      if (first >= 0)
        order(ref(first), ref(then), false, "later", i);
      else if (sentence_ > 0 && tree_->head(then) < 0 && i < kNearHead && i < then && !timed(then))
        over_sentences(then, "later", i, i);
    }
  }

  // Whether the clause says itself after what it comes.
  bool timed(int verb) const {
    for (uint16_t c : tree_->children(verb))
      if (tree_->mark_lemma(c) == "after" || tree_->case_lemma(c) == "after" || tree_->case_lemma(c) == "following") return true;
    return false;
  }

  // The clause that `verb` is joined to, or the last one joined to that before `i`.
  int clause_before(int verb, int i) const {
    int first = tree_->head(verb);
    Deprel rel = base(word(verb).rel);
    if (first < 0 || first > verb || !verbal(first) || (rel != Deprel::kConj && rel != Deprel::kParataxis)) return -1;
    for (uint16_t c : tree_->children(first))
      if (c < i && c != verb && verbal(c) && (base(word(c).rel) == Deprel::kConj || base(word(c).rel) == Deprel::kParataxis)) first = c;
    return first;
  }

  // *Then ..., After that ..., Only then ...* at the head of a sentence.
  void next_sentence() {
    if (sentence_ == 0 || tree_->size() < 4) return;
    int root = tree_->sentence().root();
    if (root < 0) return;
    int last = opening();
    if (last < 0 || last > root) return;
    if (trees_[sentence_ - 1].size() > 0) over_sentences(root, "then", 0, last);
  }

  // The last word of the adverbial that opens the sentence and points at what was told before, -1 if there is none.
  int opening() const {
    static constexpr std::array<std::string_view, 8> kOne{"then",       "afterwards", "afterward", "subsequently",
                                                          "thereafter", "thereupon",  "finally",   "lastly"};
    std::string first = form(0), second = form(1);
    if (among(kOne, first)) return 0;
    if (first == "only" && (second == "then" || second == "afterwards")) return 1;
    if (first == "only" && second == "after" && (form(2) == "that" || form(2) == "this") && word(3).upos != Upos::kNoun) return 2;
    if ((first == "after" || first == "following") && (second == "that" || second == "this") && form(2) == ",") return 1;
    bool numbered =
        (first == "second" || first == "secondly" || first == "third" || first == "thirdly" || first == "next") && second == ",";
    return numbered && counted() ? 0 : -1;
  }

  // Whether a count of steps is under way: the sentences before open with *First*.
  bool counted() const {
    for (size_t back = 1; back <= 3 && back <= sentence_; ++back) {
      const Tree& before = trees_[sentence_ - back];
      for (int w = 0; w < std::min(3, before.size()); ++w)
        if (std::string name = lower_ascii(before.word(w).form); name == "first" || name == "firstly") return true;
    }
    return false;
  }

  // What a clause tells of: of *agreed to go* the going, else itself; nothing where it only says.
  static int main_act(const Tree& tree, int root) {
    if (int inner = tree.child(root, Deprel::kXcomp); inner > root && tree.mark_lemma(inner) == "to") return inner;
    return root;
  }

  void over_sentences(int root, const std::string& rule, int from, int to) {
    const Tree& before = trees_[sentence_ - 1];
    int first = before.sentence().root();
    if (first < 0 || (before.word(first).upos != Upos::kVerb && !before.has_child(first, Deprel::kCop))) return;
    // Of several acts told in turn, the last.
    int last = before.conjuncts(first).back();
    if (before.word(last).upos == Upos::kVerb) first = last;
    ClauseRelation& made = add(ClauseRelationType::kOrder, ref(main_act(*tree_, root)), rule);
    made.a = {{sentence_ - 1, main_act(before, first)}};
    std::string helper = modal(root);
    bool fact = helper.empty() && (word(root).xpos == "VBD" || had(root));
    made.force = (form(0) == "only" && !fact) || helper == "must" || helper == "should" ? Force::kDemanded
                 : helper == "will" || helper == "would" || helper == "shall"           ? Force::kPlanned
                                                                                        : Force::kStated;
    made.holder = holder(root);
    made.cues.push_back(cover(word(from).span, word(to).span));
  }
};

}  // namespace

std::vector<ClauseRelation> find_sequences(const std::vector<Tree>& trees, const Lexicon& lexicon) {
  return SequenceFinder(trees, lexicon).run();
}

}  // namespace demarche

#include "coder/clause_relations.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/strings.h"
#include "coder/causes.h"
#include "coder/clause_view.h"
#include "coder/condition_phrases.h"
#include "coder/predicates.h"
#include "coder/sequences.h"

namespace demarche {

namespace {

// The relations of one sentence (and of its start to the sentence before).
class RelationFinder : ClauseView {
 public:
  using ClauseView::ClauseView;

  std::vector<ClauseRelation> run() {
    for (size_t s = 0; s < trees_.size(); ++s) {
      enter(s);
      for (int i = 0; i < tree_->size(); ++i) word_at(i);
    }
    return std::move(found_);
  }

 private:
  void word_at(int i) {
    Deprel rel = base(word(i).rel);
    if (rel == Deprel::kAdvcl)
      clause(i);
    else if (rel == Deprel::kCcomp && second_complement(i))
      clause(i);
    else if (rel == Deprel::kConj && conditional_conjunct(i))
      clause(i);
    else if (loose_condition(i, rel))
      clause(i);
    else if (lower_ascii(word(i).form) == "provided" && i + 1 < tree_->size() && lemma(i + 1) == "that" && tree_->head(i) >= 0 &&
             rel != Deprel::kRoot)
      given(i, inside_words(i, tree_->head(i)));
    if (rel == Deprel::kObl || rel == Deprel::kNmod) nominal(i);
    if (verbal(i)) verb(i);
    if (is(i, "depart_noun") && word(i).upos == Upos::kNoun) departure(i);
  }

  // *cut it if necessary, ready if they come*: *if* makes a clause, whatever the parser hangs it as.
  bool loose_condition(int i, Deprel rel) const {
    if (tree_->mark_lemma(i) != "if" && tree_->mark_lemma(i) != "unless") return false;
    // *a passionate, if discreet, letter*; *if only for a day*
    static constexpr std::array<std::string_view, 6> kBare{"necessary", "possible", "need", "needed", "applicable", "require"};
    if (!predicate(i) && std::find(kBare.begin(), kBare.end(), lemma(i)) == kBare.end()) return false;
    return rel == Deprel::kDep || rel == Deprel::kObl || rel == Deprel::kNmod || rel == Deprel::kAdvmod || rel == Deprel::kAcl ||
           rel == Deprel::kParataxis || rel == Deprel::kAmod;
  }

  // *would leave, but only if they stay*: joined by the parser, hung by its conjunction.
  bool conditional_conjunct(int i) const {
    std::string_view mark = tree_->mark_lemma(i);
    int up = tree_->head(i);
    if (up < 0 || up > i || (mark != "if" && mark != "unless" && mark != "until" && mark != "once")) return false;
    return tree_->mark_lemma(up) != mark && base(word(up).rel) != Deprel::kAdvcl;
  }

  // *said that A, if B*: the clause behind belongs to A, though the parser takes it for something said too.
  bool second_complement(int i) const {
    std::string_view mark = tree_->mark_lemma(i);
    if (mark != "if" && mark != "unless" && mark != "once" && mark != "until" && mark != "as long as") return false;
    int up = tree_->head(i);
    if (up < 0) return false;
    auto siblings = tree_->children(up);
    return std::any_of(siblings.begin(), siblings.end(),
                       [&](uint16_t c) { return c < i && c > up && base(word(c).rel) == Deprel::kCcomp; });
  }

  // ---- clauses: if, unless, until, before, after ...
  void clause(int i) {
    int matrix = tree_->head(i);
    if (matrix < 0) return;
    std::string mark = introducer(i);
    // *following an attack*, read as a participle.
    if (lemma(i) == "follow" && word(i).xpos == "VBG" && mark.empty() && tree_->child(i, Deprel::kObj) > i &&
        !tree_->has_child(i, Deprel::kNsubj)) {
      order(ref(tree_->child(i, Deprel::kObj)), ref(matrix), false, "following", i);
      return;
    }
    if (mark == "as" && lemma(matrix) == "soon" && tree_->head(matrix) >= 0) {
      order(ref(i), ref(inside_words(i, tree_->head(matrix))), false, "as soon as", matrix);
      return;
    }
    int mark_word = tree_->child(i, Deprel::kMark);
    if (mark == "as" && mark_word > 1 && form(mark_word - 1) == "long" && (form(mark_word - 2) == "as" || form(mark_word - 2) == "so")) {
      mark = "as long as";
      if (lemma(matrix) == "long" && tree_->head(matrix) >= 0) matrix = tree_->head(matrix);
    }
    matrix = same_segment(i, inside_words(i, matrix));
    if (mark.empty() && (lemma(i) == "provide" || lemma(i) == "assume") && word(i).xpos != "VBD") return given(i, matrix);
    bool only = false, even = false;
    for (uint16_t c : tree_->children(i)) {
      if (base(word(c).rel) == Deprel::kAdvmod && lemma(c) == "only" && c < i) only = true;
      if (base(word(c).rel) == Deprel::kAdvmod && lemma(c) == "even" && c < i) even = true;
      // *only after that*, *when*: adverbs that the treebanks hang as advmod rather than mark.
      if (mark.empty() && base(word(c).rel) == Deprel::kAdvmod && (lemma(c) == "when" || lemma(c) == "whenever")) {
        mark = lemma(c);
        mark_word = c;
      }
    }
    int first = tree_->first(i);
    only = only || (first > 0 && lemma(first) == "only") || (first > 0 && lemma(first - 1) == "only");
    even = even || lemma(first) == "even" || (first > 0 && lemma(first - 1) == "even");
    // *last year, when they vetoed it*: says which year.
    if (mark == "when" && i > matrix && first > 1) {
      int before = word(first).form == "," || word(first - 1).form == "," ? (word(first).form == "," ? first - 1 : first - 2) : first - 1;
      if (is(before, "time_noun") || word(before).upos == Upos::kNum) return;
    }
    if (mark.empty() && inverted(i)) {
      mark = "should";
      if (i > matrix) matrix = nearest_clause(i, matrix);
    }
    if (mark == "before" || mark == "after") matrix = named_thing(matrix);
    if (mark == "if" && asks_whether(i, tree_->head(i))) return;
    // *if they do not*: the clause says nothing of its own.
    if (int subject = tree_->child(i, Deprel::kNsubj);
        lemma(i) == "do" && subject >= 0 && word(subject).upos == Upos::kPron && !tree_->has_child(i, Deprel::kObj) && !does_so(i))
      return;
    if (mark == "if" || mark == "unless" || mark.starts_with("provid") || mark == "until" || mark == "till" || mark == "as long as" ||
        mark == "so long as" || mark == "assuming" || mark == "should" || mark == "in case" || mark == "lest") {
      if (!(even && mark == "if"))
        condition(i, i > matrix ? timed_by(i, matrix).front() : matrix, mark, only, mark_word);
      else
        concession(i, matrix, mark_word);
    } else if (mark == "after" || mark == "once" || mark == "as soon as" || (mark == "when" && (only || had(i)))) {
      for (int one : timed_by(i, matrix)) order(ref(i), ref(one), only, mark, mark_word);
    } else if (mark == "before" || mark == "prior to" || mark == "ahead of") {
      // *will not sign before they leave*: the leaving comes first.
      if (denied(matrix))
        order(ref(i), ref(matrix), false, "not " + mark, mark_word);
      else
        order(ref(matrix), ref(i), false, mark, mark_word);
    } else if (mark == "because" || mark == "since" || mark == "as") {
      if (mark != "as" && !(mark == "since" && word(i).xpos == "VBG")) {
        ClauseRelation& made = add(ClauseRelationType::kCause, ref(matrix), mark);
        made.a = {ref(i)};
        if (mark_word >= 0) cue(made, mark_word);
      }
    } else if (mark == "although" || mark == "though" || mark == "while" || mark == "despite") {
      if (mark != "while") concession(i, matrix, mark_word);
    } else if ((mark == "to" || mark == "in order to" || mark == "so that") && word(i).xpos == "VB" &&
               !(mark == "to" && asked_or_arranged(i, matrix))) {
      ClauseRelation& made = add(ClauseRelationType::kPurpose, ref(matrix), mark);
      made.a = {ref(i)};
    }
  }

  // *will not, never would, none would, no deal will be*: what the clause says does not come.
  bool denied(int i) const {
    if (i < 0 || !verbal(i)) return false;
    for (uint16_t c : tree_->children(i)) {
      std::string name = lemma(c);
      Deprel rel = base(word(c).rel);
      if (rel == Deprel::kAdvmod && (name == "not" || name == "n't" || name == "never")) return true;
      if (rel != Deprel::kNsubj && rel != Deprel::kObj) continue;
      if (name == "none" || name == "nobody" || name == "neither" || (name == "no" && rel == Deprel::kNsubj)) return true;
      if (int det = tree_->child(c, Deprel::kDet); det >= 0 && lemma(det) == "no") return true;
    }
    return false;
  }

  bool does_so(int i) const {
    auto children = tree_->children(i);
    return std::any_of(children.begin(), children.end(), [&](uint16_t c) { return c > i && lemma(c) == "so"; });
  }

  // *asked the men to leave, where they were to appear*: no goal of an act.
  bool asked_or_arranged(int i, int matrix) const {
    return tree_->has_child(i, Deprel::kNsubj) || (is(matrix, "want_verb") && i > matrix && lemma(matrix) != "protest");
  }

  // *what both termed a pact before the war began*: what is named, not the naming.
  int named_thing(int matrix) const {
    static constexpr std::array<std::string_view, 7> kNaming{"term", "call", "dub", "describe", "label", "brand", "name"};
    bool naming = matrix >= 0 && std::find(kNaming.begin(), kNaming.end(), lemma(matrix)) != kNaming.end();
    Deprel rel = matrix >= 0 ? base(word(matrix).rel) : Deprel::kRoot;
    if (!naming || tree_->head(matrix) < 0 || (rel != Deprel::kAcl && rel != Deprel::kNmod && rel != Deprel::kObl && rel != Deprel::kCcomp))
      return matrix;
    int up = tree_->head(matrix);
    return lemma(up) == "what" && tree_->head(up) >= 0 ? tree_->head(up) : up;
  }

  // Of a clause without a conjunction behind its main clause (*should it attack again*), the clause that it follows.
  int nearest_clause(int i, int matrix) const {
    int first = tree_->first(i);
    for (int w = first - 1; w > matrix; --w)
      if (word(w).upos == Upos::kVerb && tree_->has_child(w, Deprel::kNsubj) && tree_->under(w, matrix) && !tree_->under(w, i)) return w;
    return matrix;
  }

  // *ask if, see if, wonder if*: an open question right behind its verb, whatever the parser calls it.
  bool asks_whether(int i, int up) const {
    if (up < 0 || !is(up, "whether_word") || i < up || second_complement(i)) return false;
    int first = tree_->first(i);
    while (first < i && base(word(first).rel) != Deprel::kMark) ++first;
    int object = tree_->child(up, Deprel::kObj);
    return first == up + 1 || (object > up && first == tree_->last(object) + 1 && (lemma(up) == "ask" || lemma(up) == "tell"));
  }

  // The conjunction of a clause, also where the parser takes it for a preposition of the clause's first noun phrase (*after its bid
  // failed*).
  std::string introducer(int i) const {
    std::string mark(tree_->mark_lemma(i));
    if (mark.empty()) mark = std::string(tree_->case_lemma(i));
    if (!mark.empty() || !verbal(i) || word(i).xpos == "VBG") return mark;
    const Word& first = word(tree_->first(i));
    std::string lower = lower_ascii(first.lemma);
    bool preposition = first.rel == Deprel::kCase && (lower == "after" || lower == "before" || lower == "until");
    return preposition ? lower : mark;
  }

  // A clause that the parser hangs on *said* mostly belongs to what is said: the clause between the two, or, of one that comes first, the
  // one behind.
  int inside_words(int i, int matrix) const {
    if (!is(matrix, "say_verb") && !is(matrix, "warn_word")) return matrix;
    // *if they come, we shall see that ...; if they come, tell them ...*: nobody is quoted.
    int subject = tree_->child(matrix, Deprel::kNsubj);
    bool anybody = subject >= 0 && (lemma(subject) == "we" || lemma(subject) == "you" || lemma(subject) == "one");
    if (i < matrix && (anybody || (subject < 0 && word(matrix).xpos == "VB"))) return matrix;
    int best = -1;
    for (int w = 0; w < tree_->size(); ++w) {
      bool predicate = verbal(w) || (word(w).upos == Upos::kAdj && tree_->has_child(w, Deprel::kCop));
      if (!predicate || w == i || w == matrix || !tree_->under(w, matrix) || tree_->under(w, i)) continue;
      bool between = matrix < i ? w > matrix && w < i : w > matrix;
      Deprel rel = base(word(w).rel);
      bool said = rel == Deprel::kCcomp || rel == Deprel::kParataxis || rel == Deprel::kAcl || rel == Deprel::kXcomp ||
                  (rel == Deprel::kAdvcl && tree_->mark_lemma(w) == "that");
      if (between && said && (best < 0 || tree_->depth(w) < tree_->depth(best))) best = w;
    }
    return best >= 0 ? best : matrix;
  }

  // A semicolon ends what a clause can belong to: of the words on the clause's side of it, the highest predicate.
  int same_segment(int i, int matrix) const {
    int from = 0, to = tree_->size() - 1;
    for (int w = 0; w < tree_->size(); ++w) {
      if (word(w).form != ";") continue;
      if (w < i)
        from = w + 1;
      else
        to = std::min(to, w - 1);
    }
    if (matrix >= from && matrix <= to) return matrix;
    int best = -1;
    for (int w = from; w <= to; ++w) {
      bool predicate =
          verbal(w) && base(word(w).rel) != Deprel::kAux && base(word(w).rel) != Deprel::kCop && base(word(w).rel) != Deprel::kAcl;
      if (predicate && !tree_->under(w, i) && (best < 0 || tree_->depth(w) < tree_->depth(best))) best = w;
    }
    return best >= 0 ? best : matrix;
  }

  // *after A, B and C* times both; *B and C after A* the one beside it.
  std::vector<int> timed_by(int clause, int matrix) const {
    std::vector<int> all;
    for (int one : tree_->conjuncts(matrix))
      if ((verbal(one) || tree_->has_child(one, Deprel::kCop)) && one != clause && !tree_->under(one, clause)) all.push_back(one);
    if (all.empty()) return {matrix};
    if (clause < matrix) return all;
    // *A and B, after C*: behind a comma it times what was first said.
    if (int first = tree_->first(clause); first > 0 && (word(first).form == "," || word(first - 1).form == ",")) return {all.front()};
    int nearest = all.front();
    for (int one : all)
      if (one < clause) nearest = one;
    return {nearest};
  }

  // *provided that it first restored ...*, read as a participle.
  void given(int i, int matrix) {
    int inner = tree_->child(i, Deprel::kCcomp);
    if (inner < 0) return;
    condition(inner, matrix, "provided", false, i);
  }

  void concession(int i, int matrix, int mark_word) {
    ClauseRelation& made = add(ClauseRelationType::kConcession, ref(matrix), mark_word >= 0 ? lemma(mark_word) : "");
    made.a = {ref(i)};
    if (mark_word >= 0) cue(made, mark_word);
  }

  bool inverted(int i) const {
    for (uint16_t c : tree_->children(i)) {
      if (base(word(c).rel) == Deprel::kNsubj) return false;
      if (word(c).rel == Deprel::kAux) {
        std::string form = lower_ascii(word(c).form);
        return c == tree_->first(i) && (form == "should" || (form == "had" && word(i).xpos == "VBN") || form == "were");
      }
    }
    return false;
  }

  void condition(int i, int matrix, const std::string& mark, bool only, int mark_word) {
    std::string helper = modal(matrix);
    bool forecast = helper == "could" || helper == "may" || helper == "might" || helper == "can" ||
                    ((helper == "would" || helper == "will") && forecast_verb(matrix));
    // *warned that it would evict them unless ...* is a threat on a condition: the one who warns would act.
    int subject = tree_->child(matrix, Deprel::kNsubj);
    bool own_act = subject >= 0 && word(subject).upos == Upos::kPron && helper != "could" && helper != "may" && helper != "might";
    bool warned = forecast_force(matrix) == Force::kWarned && !own_act;
    // *analysts expect them to return* forecasts without a modal.
    if (lemma(matrix) == "expect" || lemma(matrix) == "predict" || lemma(matrix) == "forecast") {
      int inner = tree_->child(matrix, Deprel::kXcomp);
      if (inner < 0) inner = tree_->child(matrix, Deprel::kCcomp);
      if (inner >= 0) {
        matrix = inner;
        forecast = true;
      }
    }
    if (int up = tree_->head(matrix);
        up >= 0 && base(word(matrix).rel) == Deprel::kXcomp && (lemma(up) == "expect" || lemma(up) == "predict" || lemma(up) == "forecast"))
      forecast = true;
    // *thousands will flee, the agency predicted*
    if (int above = cue_above(matrix); above >= 0 && !helper.empty())
      forecast =
          forecast || lemma(above) == "predict" || lemma(above) == "forecast" || lemma(above) == "foresee" || lemma(above) == "project";
    bool consequence = (mark == "if" || mark == "should" || mark == "unless") && !only && (warned || forecast);
    ClauseRelation& made =
        add(consequence ? ClauseRelationType::kConsequence : ClauseRelationType::kCondition, ref(matrix), only ? "only " + mark : mark);
    made.a = refs(i, made.any);
    // *if they confess, and could face prison if not*: a clause with a modal of its own goes on with the sentence.
    std::erase_if(made.a, [&](const WordRef& one) { return one.word != i && modal(i).empty() && own_modal(one.word); });
    further_conditions(i, matrix, made);
    if (!made.any && two_sided(i)) made.any = true;
    made.any = made.any && made.a.size() > 1;
    made.conditional = consequence;
    made.sense = mark == "unless"                    ? ConditionSense::kUnless
                 : mark == "until" || mark == "till" ? ConditionSense::kUntil
                 : only                              ? ConditionSense::kOnlyIf
                                                     : ConditionSense::kIf;
    made.force = warned ? Force::kWarned : Force::kPredicted;
    made.holder = holder(matrix);
    if (mark_word >= 0) cue(made, mark_word);
    // *provided that it first restored*: a condition and a demanded order.
    for (uint16_t c : tree_->children(i))
      if (base(word(c).rel) == Deprel::kAdvmod && lemma(c) == "first" && !consequence) order(ref(i), ref(matrix), true, "first", c);
  }

  // *will go if Chad leaves and Niger stays*: the second clause hung beside the first or joined to what depends on both.
  void further_conditions(int i, int matrix, ClauseRelation& made) const {
    if (modal(matrix).empty() || !modal(i).empty()) return;
    for (uint16_t c : tree_->children(matrix)) {
      Deprel rel = base(word(c).rel);
      bool beside = rel == Deprel::kAdvcl || rel == Deprel::kConj;
      bool present = word(c).xpos == "VBZ" || word(c).xpos == "VBP";
      if (c <= i || !beside || !present || !tree_->mark_lemma(c).empty() || own_modal(c) || !tree_->has_child(c, Deprel::kNsubj)) continue;
      int first = tree_->first(c);
      if (word(first).upos != Upos::kCconj || word(first - 1).form == ",") continue;
      made.a.push_back(ref(c));
      made.any = lemma(first) == "or";
    }
  }

  bool own_modal(int i) const {
    auto children = tree_->children(i);
    return std::any_of(children.begin(), children.end(), [&](uint16_t c) { return word(c).rel == Deprel::kAux && word(c).xpos == "MD"; });
  }

  // *either ... or* inside the clause.
  bool two_sided(int i) const {
    for (int one : tree_->conjuncts(i))
      for (uint16_t c : tree_->children(one))
        if (lemma(c) == "either") return tree_->conjuncts(i).size() > 1;
    return false;
  }

  // A verb of effect whose subject is no one who acts: *the design could unravel, prices would rise*.
  bool forecast_verb(int i) const {
    int subject = tree_->child(i, Deprel::kNsubj);
    bool thing = subject >= 0 && word(subject).upos == Upos::kNoun;
    return is(i, "effect_verb") && thing;
  }

  // ---- noun phrases: after the talks, in exchange for
  // *Before any talks, they want him to leave*: what is timed is what is wanted.
  int wanted(int up) const {
    for (uint16_t c : tree_->children(up))
      if (requested(c)) return c;
    return up;
  }

  void nominal(int i) {
    int up = timed_word(tree_->head(i));
    if (up > i) up = wanted(up);
    std::string preposition(tree_->case_lemma(i));
    int cue_word = tree_->child(i, Deprel::kCase);
    if (preposition == "after" || preposition == "following" || preposition == "follow" || preposition == "since") {
      if (preposition != "since") order(ref(i), ref(up), before_word(cue_word, "only"), preposition, cue_word);
    } else if (preposition == "before" || preposition == "prior to" || preposition == "ahead of") {
      if (denied(up))
        order(ref(i), ref(up), false, "not " + preposition, cue_word);
      else
        order(ref(up), ref(i), false, preposition, cue_word);
    } else if (preposition == "because of" || preposition == "due to") {
      ClauseRelation& made = add(ClauseRelationType::kCause, ref(up), preposition);
      made.a = {ref(i)};
      if (cue_word >= 0) cue(made, cue_word);
    } else if (preposition == "unlike" || preposition == "in contrast to") {
      ClauseRelation& made = add(ClauseRelationType::kContrast, ref(up), preposition);
      made.a = {ref(i)};
    } else if (preposition == "in" && lemma(i) == "contrast" && up >= 0) {
      for (uint16_t c : tree_->children(i))
        if (c > i && (tree_->case_lemma(c) == "to" || tree_->case_lemma(c) == "with")) {
          ClauseRelation& made = add(ClauseRelationType::kContrast, ref(up), "in contrast to");
          made.a = {ref(c)};
          cue(made, i);
        }
    }
  }

  // *no later than sixty days after*: what is timed, not the measure.
  int timed_word(int up) const {
    while (up >= 0 && tree_->head(up) >= 0 && (word(up).upos == Upos::kAdv || is(up, "time_noun"))) up = tree_->head(up);
    return up;
  }

  // ---- verbs: lead to, damage
  void verb(int i) {
    std::string name = lemma(i);
    if (is(i, "depart_verb") || far_off(i)) departs(i);
    if (is(i, "cause_verb") && cause(i)) return;
    effect(i);
  }

  // Verbs whose object is what happens.
  static bool names_effect(const std::string& verb) {
    static constexpr std::array<std::string_view, 8> kVerbs{"cause", "trigger", "spark", "provoke", "prompt", "bring", "mean", "produce"};
    return std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end();
  }

  // *X led to Y, X could trigger Y*
  bool cause(int i) {
    Arguments arguments = arguments_of(*tree_, i);
    int effect = -1;
    for (std::string_view preposition : {"to", "in", "about"})
      if (const auto* words = arguments.preposition(preposition); words && effect < 0) effect = words->front();
    std::string name = lemma(i);
    // Of the others the verb itself says what happens (*would push up prices*); only *cause, trigger, spark* and the like name it in their
    // object.
    if (name != "lead" && name != "result" && name != "contribute")
      effect = names_effect(name) && !arguments.object.empty() ? arguments.object.front() : -1;
    // *seized the ship, prompting a protest*: the deed, rather than who did it.
    int matrix = tree_->head(i);
    bool follows = word(i).xpos == "VBG" && base(word(i).rel) == Deprel::kAdvcl && matrix >= 0 && matrix < i && verbal(matrix) &&
                   !tree_->has_child(i, Deprel::kNsubj) && tree_->mark_lemma(i).empty();
    if (effect < 0 || arguments.subject.empty()) return false;
    Upos who = word(arguments.subject.front()).upos;
    if (!follows && (who == Upos::kPropn || who == Upos::kPron)) return false;
    ClauseRelation& made = add(ClauseRelationType::kConsequence, ref(effect), name);
    made.a = {follows ? ref(matrix) : ref(arguments.subject.front())};
    std::string helper = modal(i);
    made.force = helper.empty() && word(i).xpos != "VB" ? Force::kClaimed : forecast_force(i);
    made.holder = holder(i);
    cue(made, i);
    return true;
  }

  // *a longer stoppage would push up prices*: a thing as subject, a modal, a verb of effect.
  void effect(int i) {
    std::string helper = modal(i);
    if (helper != "could" && helper != "would" && helper != "may" && helper != "might" && helper != "will" && helper != "can") return;
    if (!is(i, "effect_verb") && !is(i, "cause_verb")) return;
    int subject = tree_->child(i, Deprel::kNsubj);
    // *if he leaves, the plan could unravel*: what unravels brings nothing about.
    if (tree_->child(i, Deprel::kObj) < 0)
      for (uint16_t c : tree_->children(i))
        if (base(word(c).rel) == Deprel::kAdvcl && (tree_->mark_lemma(c) == "if" || tree_->mark_lemma(c) == "unless")) return;
    // *by closing the strait they would provoke a war*: the deed rather than who does it.
    for (uint16_t c : tree_->children(i))
      if (word(c).xpos == "VBG" && (tree_->mark_lemma(c) == "by" || tree_->case_lemma(c) == "by")) subject = c;
    if (subject < 0 || word(subject).rel == Deprel::kNsubjPass || (word(subject).upos != Upos::kNoun && !verbal(subject))) return;
    bool warned = forecast_force(i) == Force::kWarned;
    bool spoken = cue_above(i) >= 0;
    if (!warned && !spoken) return;
    // *provoke a war*: the object is what comes of it.
    int object = tree_->child(i, Deprel::kObj);
    bool named = names_effect(lemma(i)) && object > i && word(object).upos == Upos::kNoun;
    ClauseRelation& made = add(ClauseRelationType::kConsequence, ref(named ? object : i), helper + " " + lemma(i));
    made.a = {ref(subject)};
    made.force = warned ? Force::kWarned : Force::kPredicted;
    made.holder = holder(i);
    cue(made, i);
  }

  // *X represents a departure from Y*
  void departure(int i) {
    int from = -1;
    for (uint16_t c : tree_->children(i))
      if (tree_->case_lemma(c) == "from" || tree_->case_lemma(c) == "with") from = c;
    int up = tree_->head(i);
    // The phrase behind the noun may hang on its verb.
    if (from < 0 && up >= 0 && up < i)
      for (uint16_t c : tree_->children(up))
        if (tree_->first(c) == i + 1 && (tree_->case_lemma(c) == "from" || tree_->case_lemma(c) == "with")) from = c;
    if (from < 0) return;
    int of = tree_->child(i, Deprel::kNsubj);
    if (of < 0 && up >= 0 && verbal(up)) of = tree_->child(up, Deprel::kNsubj);
    if (of < 0) of = up;
    // *floated a swap, a break with the past*: the act, not its object.
    if (of >= 0 && base(word(i).rel) == Deprel::kAppos && base(word(of).rel) == Deprel::kObj && tree_->head(of) >= 0) of = tree_->head(of);
    if (of < 0) return;
    ClauseRelation& made = add(ClauseRelationType::kContrast, ref(of), lemma(i) + " from");
    made.a = {ref(from)};
    cue(made, i);
  }

  // *stands far from the days when ...*
  bool far_off(int i) const {
    if (lemma(i) != "stand" && lemma(i) != "be") return false;
    for (uint16_t c : tree_->children(i))
      if (c > i && (lemma(c) == "far" || lemma(c) == "apart") && base(word(c).rel) == Deprel::kAdvmod) return true;
    return false;
  }

  // *reverses a policy under which ...; abandoning its policy of isolation, it opened ...*
  void turns_from(int i) {
    int object = tree_->child(i, Deprel::kObj);
    if (object < i || !is(object, "course_noun")) return;
    int of = tree_->child(i, Deprel::kNsubj);
    if (of < 0 && word(i).xpos == "VBG" && base(word(i).rel) == Deprel::kAdvcl) of = tree_->head(i);
    int from = -1;
    for (uint16_t c : tree_->children(object))
      if (c > object && (base(word(c).rel) == Deprel::kAcl || (tree_->case_lemma(c) == "of" && word(c).upos != Upos::kPropn))) from = c;
    if (of < 0 || from < 0 || word(of).upos == Upos::kPropn || word(of).upos == Upos::kPron) return;
    ClauseRelation& made = add(ClauseRelationType::kContrast, ref(of), lemma(i) + " " + lemma(object));
    made.a = {ref(from)};
    cue(made, i);
  }

  void departs(int i) {
    if (lemma(i) == "abandon" || lemma(i) == "reverse" || lemma(i) == "overturn" || lemma(i) == "ditch") return turns_from(i);
    Arguments arguments = arguments_of(*tree_, i);
    const auto* from = arguments.preposition("from");
    if (!from) from = arguments.preposition("with");
    if (!from || arguments.subject.empty() ||
        (lemma(i) != "break" && lemma(i) != "depart" && lemma(i) != "deviate" && lemma(i) != "diverge" && lemma(i) != "contrast" &&
         !far_off(i)))
      return;
    ClauseRelation& made = add(ClauseRelationType::kContrast, ref(arguments.subject.front()), lemma(i) + " from");
    made.a = {ref(from->front())};
    cue(made, i);
  }
};

}  // namespace

std::vector<ClauseRelation> find_clause_relations(const Document&, const std::vector<Tree>& trees, const Lexicon& lexicon) {
  std::vector<ClauseRelation> found = RelationFinder(trees, lexicon).run();
  for (auto finder : {find_condition_phrases, find_sequences, find_causes}) {
    std::vector<ClauseRelation> more = finder(trees, lexicon);
    std::move(more.begin(), more.end(), std::back_inserter(found));
  }
  return found;
}

}  // namespace demarche

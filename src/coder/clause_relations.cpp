#include "coder/clause_relations.h"

#include <algorithm>
#include <iterator>

#include "base/strings.h"
#include "coder/causes.h"
#include "coder/predicates.h"

namespace demarche {

namespace {

bool verbal(const Word& word) {
  return word.upos == Upos::kVerb || word.upos == Upos::kAux;
}

// The relations of one sentence (and of its start to the sentence before).
class RelationFinder {
 public:
  RelationFinder(const std::vector<Tree>& trees, const Lexicon& lexicon) : trees_(trees), lexicon_(lexicon) {}

  std::vector<ClauseRelation> run() {
    for (size_t s = 0; s < trees_.size(); ++s) {
      sentence_ = static_cast<uint32_t>(s);
      tree_ = &trees_[s];
      for (int i = 0; i < tree_->size(); ++i) word_at(i);
      sequence();
      later();
      in_return();
    }
    return std::move(found_);
  }

 private:
  const Word& word(int i) const { return tree_->word(i); }
  std::string lemma(int i) const { return lower_ascii(word(i).lemma); }
  bool is(int i, std::string_view class_name) const {
    auto id = lexicon_.classes().find(class_name);
    return id && lexicon_.classes().has(lemma(i), *id);
  }
  WordRef ref(int i) const { return {sentence_, i}; }

  std::vector<WordRef> refs(int head, bool& any) const {
    std::vector<WordRef> list;
    for (int one : tree_->conjuncts(head)) list.push_back(ref(one));
    any = list.size() > 1 && coordinator(head) == "or";
    return list;
  }

  // *and* or *or* of a coordination; "" if there is none.
  std::string coordinator(int head) const {
    for (int one : tree_->conjuncts(head))
      for (uint16_t c : tree_->children(one))
        if (word(c).rel == Deprel::kCc && (lemma(c) == "or" || lemma(c) == "and")) return lemma(c);
    return {};
  }

  ClauseRelation& add(ClauseRelationType type, WordRef b, std::string rule) {
    ClauseRelation made;
    made.type = type;
    made.b = b;
    made.rule = std::move(rule);
    found_.push_back(std::move(made));
    return found_.back();
  }

  void cue(ClauseRelation& relation, int i) const { relation.cues.push_back(word(i).span); }

  void word_at(int i) {
    Deprel rel = base(word(i).rel);
    if (rel == Deprel::kAdvcl)
      clause(i);
    else if (rel == Deprel::kCcomp && second_complement(i))
      clause(i);
    else if (lower_ascii(word(i).form) == "provided" && i + 1 < tree_->size() && lemma(i + 1) == "that" && tree_->head(i) >= 0 &&
             rel != Deprel::kRoot)
      given(i, inside_words(i, tree_->head(i)));
    if (rel == Deprel::kObl || rel == Deprel::kNmod) nominal(i);
    if (lemma(i) == "condition" || lemma(i) == "precondition" || lemma(i) == "prerequisite") conditions(i);
    if (lemma(i) == "conditional" || lemma(i) == "contingent" || lemma(i) == "dependent" || lemma(i) == "depend" || lemma(i) == "hinge")
      depends(i);
    if (verbal(word(i))) verb(i);
    if (is(i, "depart_noun") && word(i).upos == Upos::kNoun) departure(i);
    if (lower_ascii(word(i).form) == "preceding" && base(word(i).rel) == Deprel::kAmod) preceding(i);
    if (lemma(i) == "prelude" || lemma(i) == "precursor") prelude(i);
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
    matrix = same_segment(i, inside_words(i, matrix));
    if (mark.empty() && (lemma(i) == "provide" || lemma(i) == "assume") && word(i).xpos != "VBD") return given(i, matrix);
    bool only = false, even = false;
    int mark_word = tree_->child(i, Deprel::kMark);
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
    if (mark.empty() && inverted(i)) mark = "should";
    if (mark == "if" && asks_whether(i, tree_->head(i))) return;
    // *if they do not*: the clause says nothing of its own.
    if (int subject = tree_->child(i, Deprel::kNsubj);
        lemma(i) == "do" && subject >= 0 && word(subject).upos == Upos::kPron && !tree_->has_child(i, Deprel::kObj))
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
      order(ref(matrix), ref(i), false, mark, mark_word);
    } else if (mark == "because" || mark == "since" || mark == "as") {
      if (mark != "as" && !(mark == "since" && word(i).xpos == "VBG")) {
        ClauseRelation& made = add(ClauseRelationType::kCause, ref(matrix), mark);
        made.a = {ref(i)};
        if (mark_word >= 0) cue(made, mark_word);
      }
    } else if (mark == "although" || mark == "though" || mark == "while" || mark == "despite") {
      if (mark != "while") concession(i, matrix, mark_word);
    } else if ((mark == "to" || mark == "in order to" || mark == "so that") && word(i).xpos == "VB") {
      ClauseRelation& made = add(ClauseRelationType::kPurpose, ref(matrix), mark);
      made.a = {ref(i)};
    }
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
    if (!mark.empty() || !verbal(word(i)) || word(i).xpos == "VBG") return mark;
    const Word& first = word(tree_->first(i));
    std::string lower = lower_ascii(first.lemma);
    bool preposition = first.rel == Deprel::kCase && (lower == "after" || lower == "before" || lower == "until");
    return preposition ? lower : mark;
  }

  // A clause that the parser hangs on *said* mostly belongs to what is said: the clause between the two, or, of one that comes first, the
  // one behind.
  int inside_words(int i, int matrix) const {
    if (!is(matrix, "say_verb") && !is(matrix, "warn_word")) return matrix;
    int best = -1;
    for (int w = 0; w < tree_->size(); ++w) {
      bool predicate = verbal(word(w)) || (word(w).upos == Upos::kAdj && tree_->has_child(w, Deprel::kCop));
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
          verbal(word(w)) && base(word(w).rel) != Deprel::kAux && base(word(w).rel) != Deprel::kCop && base(word(w).rel) != Deprel::kAcl;
      if (predicate && !tree_->under(w, i) && (best < 0 || tree_->depth(w) < tree_->depth(best))) best = w;
    }
    return best >= 0 ? best : matrix;
  }

  // *after A, B and C* times both; *B and C after A* the one beside it.
  std::vector<int> timed_by(int clause, int matrix) const {
    std::vector<int> all;
    for (int one : tree_->conjuncts(matrix))
      if ((verbal(word(one)) || tree_->has_child(one, Deprel::kCop)) && one != clause && !tree_->under(one, clause)) all.push_back(one);
    if (all.empty()) return {matrix};
    if (clause < matrix) return all;
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

  bool had(int i) const {
    for (uint16_t c : tree_->children(i))
      if (word(c).rel == Deprel::kAux && lower_ascii(word(c).form) == "had") return true;
    return false;
  }

  // The modal of a clause, "" if none; of a conjunct, its own or the first one's.
  std::string modal(int i) const {
    for (uint16_t c : tree_->children(i))
      if (word(c).rel == Deprel::kAux && word(c).xpos == "MD") return lower_ascii(word(c).lemma);
    if (word(i).rel == Deprel::kConj && tree_->head(i) >= 0) return modal(tree_->head(i));
    return {};
  }

  // The say-word that a clause stands under, -1 if none.
  int cue_above(int i) const {
    for (int steps = 0; i >= 0 && steps < 30; ++steps) {
      Deprel rel = base(word(i).rel);
      int up = tree_->head(i);
      if (up < 0) return -1;
      if ((rel == Deprel::kCcomp || rel == Deprel::kAcl || rel == Deprel::kXcomp ||
           (rel == Deprel::kParataxis && up < i && tree_->mark_lemma(i) == "that")) &&
          (is(up, "warn_word") || is(up, "say_verb") || is(up, "say_noun")))
        return up;
      for (uint16_t c : tree_->children(i))
        if (base(word(c).rel) == Deprel::kParataxis && is(c, "say_verb") && tree_->has_child(c, Deprel::kNsubj)) return c;
      i = up;
    }
    return -1;
  }

  Force forecast_force(int i) const {
    int above = cue_above(i);
    if (above >= 0 && is(above, "warn_word")) return Force::kWarned;
    return Force::kPredicted;
  }

  WordRef holder(int i) const {
    int above = cue_above(i);
    if (above < 0) return {sentence_, -1};
    Arguments arguments = arguments_of(*tree_, above);
    return {sentence_, arguments.subject.empty() ? -1 : arguments.subject.front()};
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
    bool consequence = (mark == "if" || mark == "should" || mark == "unless") && !only && (warned || forecast);
    ClauseRelation& made =
        add(consequence ? ClauseRelationType::kConsequence : ClauseRelationType::kCondition, ref(matrix), only ? "only " + mark : mark);
    made.a = refs(i, made.any);
    if (!made.any && two_sided(i)) made.any = true;
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
  void nominal(int i) {
    int up = tree_->head(i);
    std::string preposition(tree_->case_lemma(i));
    int cue_word = tree_->child(i, Deprel::kCase);
    if (preposition == "in exchange for" || preposition == "in return for") return exchange(i, up, cue_word);
    if (preposition == "for" && cue_word > 1 && (lemma(cue_word - 1) == "exchange" || lemma(cue_word - 1) == "return") &&
        lemma(cue_word - 2) == "in") {
      // The parser hangs the thing given on the noun or, beside it, on the verb.
      return exchange(i, up == cue_word - 1 ? tree_->head(up) : up, cue_word - 1);
    }
    if (preposition == "after" || preposition == "following" || preposition == "follow" || preposition == "since") {
      if (preposition != "since") order(ref(i), ref(up), before_word(cue_word, "only"), preposition, cue_word);
    } else if (preposition == "before" || preposition == "prior to" || preposition == "ahead of") {
      order(ref(up), ref(i), false, preposition, cue_word);
    } else if (preposition == "until" && up >= 0) {
      ClauseRelation& made = add(ClauseRelationType::kCondition, ref(up), "until");
      made.a = refs(i, made.any);
      made.sense = ConditionSense::kUntil;
      made.holder = holder(up);
      if (cue_word >= 0) cue(made, cue_word);
    } else if (preposition == "because of" || preposition == "due to") {
      ClauseRelation& made = add(ClauseRelationType::kCause, ref(up), preposition);
      made.a = {ref(i)};
      if (cue_word >= 0) cue(made, cue_word);
    } else if (preposition == "unlike" || preposition == "in contrast to") {
      ClauseRelation& made = add(ClauseRelationType::kContrast, ref(up), preposition);
      made.a = {ref(i)};
    }
  }

  bool before_word(int i, std::string_view what) const { return i > 0 && lemma(i - 1) == what; }

  void exchange(int i, int matrix, int cue_word) {
    if (matrix < 0) return;
    ClauseRelation& made = add(ClauseRelationType::kCondition, ref(matrix), "in exchange for");
    made.a = refs(i, made.any);
    made.sense = ConditionSense::kInExchange;
    made.holder = holder(matrix);
    if (cue_word >= 0) cue(made, cue_word);
  }

  // *..., and four days later it came back*: after the clause before it.
  void later() {
    for (int i = 1; i < tree_->size(); ++i) {
      if (lemma(i) != "later" && lemma(i) != "afterwards" && lower_ascii(word(i).form) != "later") continue;
      bool measured = is(i - 1, "time_noun");
      int then = tree_->head(i);
      if (then >= 0 && is(then, "time_noun")) then = tree_->head(then);
      if (!measured || then < 0 || !verbal(word(then))) continue;
      int first = tree_->head(then);
      bool joined = first >= 0 && first < then && verbal(word(first)) &&
                    (base(word(then).rel) == Deprel::kConj || base(word(then).rel) == Deprel::kParataxis);
      if (joined) order(ref(first), ref(then), false, "later", i);
    }
  }

  // *In return, X* speaks of the sentence before.
  void in_return() {
    if (sentence_ == 0 || tree_->size() < 3) return;
    bool starts = lower_ascii(word(0).form) == "in" && (lemma(1) == "return" || lemma(1) == "exchange") && lemma(2) != "for";
    int before = trees_[sentence_ - 1].sentence().root(), here = tree_->sentence().root();
    if (!starts || before < 0 || here < 0) return;
    // *agreed to A and to B*: both are what is given.
    int given = tree_->child(here, Deprel::kXcomp);
    std::vector<int> all = tree_->conjuncts(given >= 0 && is(here, "cue_planned") ? given : here);
    for (int one : all) {
      if (!verbal(word(one))) continue;
      ClauseRelation& made = add(ClauseRelationType::kCondition, ref(one), "in return");
      made.a = {{sentence_ - 1, before}};
      made.sense = ConditionSense::kInExchange;
      made.cues.push_back(cover(word(0).span, word(1).span));
    }
  }

  void order(WordRef first, WordRef then, bool only, const std::string& rule, int cue_word) {
    if (first.word < 0 || then.word < 0) return;
    ClauseRelation& made = add(ClauseRelationType::kOrder, then, only ? "only " + rule : rule);
    made.a = {first};
    int matrix = tree_->under(first.word, then.word) ? then.word : first.word;
    std::string helper = modal(matrix);
    bool fact = helper.empty() && (word(matrix).xpos == "VBD" || had(matrix));
    if ((only && !fact) || helper == "must" || helper == "should" || requested(matrix))
      made.force = Force::kDemanded;
    else if (helper == "will" || helper == "would" || helper == "shall" || planned(matrix))
      made.force = Force::kPlanned;
    made.holder = holder(matrix);
    if (cue_word >= 0) cue(made, cue_word);
  }

  bool requested(int i) const {
    int up = tree_->head(i);
    bool content = base(word(i).rel) == Deprel::kCcomp || base(word(i).rel) == Deprel::kXcomp;
    return up >= 0 && content && is(up, "cue_requested") && lemma(up) != "seek" && lemma(up) != "want";
  }
  bool planned(int i) const {
    int up = tree_->head(i);
    return up >= 0 && base(word(i).rel) == Deprel::kXcomp && is(up, "cue_planned");
  }

  // ---- nouns: two conditions: either A or B; a condition for X
  void conditions(int i) {
    std::vector<WordRef> on;
    bool any = false;
    for (uint16_t c : tree_->children(i)) {
      Deprel rel = base(word(c).rel);
      bool lists = rel == Deprel::kAppos || rel == Deprel::kParataxis || rel == Deprel::kDep ||
                   (rel == Deprel::kAcl && tree_->mark_lemma(c) == "that") || rel == Deprel::kCcomp;
      if (c > i && lists) on = refs(c, any);
    }
    if (on.empty()) on = after_colon(i, any);
    if (on.empty()) return;
    int of = governed_act(i);
    if (of < 0) return;
    ClauseRelation& made = add(ClauseRelationType::kCondition, ref(of), "condition");
    made.a = std::move(on);
    made.any = any;
    made.holder = holder(of);
    cue(made, i);
  }

  // What is listed behind the colon that follows.
  std::vector<WordRef> after_colon(int i, bool& any) const {
    int colon = -1;
    for (int w = i + 1; w < tree_->size() && w < i + 8; ++w)
      if (word(w).form == ":" || word(w).form == "—" || word(w).form == "–" || word(w).form == "--") {
        colon = w;
        break;
      }
    if (colon < 0) return {};
    for (int w = colon + 1; w < tree_->size(); ++w) {
      int up = tree_->head(w);
      bool top = up < colon;
      if (top && word(w).upos != Upos::kPunct && word(w).upos != Upos::kCconj && word(w).upos != Upos::kDet) {
        auto list = refs(w, any);
        // *A must be done, and B must be done*, joined loosely.
        for (int other = w + 1; other < tree_->size() && list.size() == 1; ++other)
          if (verbal(word(w)) && verbal(word(other)) && tree_->head(other) == w && base(word(other).rel) == Deprel::kParataxis)
            list.push_back(ref(other));
        for (uint16_t c : tree_->children(w))
          if (lemma(c) == "either" || (word(c).rel == Deprel::kCcPreconj && lemma(c) == "either")) any = true;
        return list;
      }
    }
    return {};
  }

  // What the conditions are set for: *conditions to any renewal*, else the clause that has them.
  int governed_act(int i) const {
    for (uint16_t c : tree_->children(i))
      if (base(word(c).rel) == Deprel::kNmod && c > i &&
          (tree_->case_lemma(c) == "for" || tree_->case_lemma(c) == "to" || tree_->case_lemma(c) == "of"))
        return c;
    int up = tree_->head(i);
    if (up >= 0 && base(word(i).rel) == Deprel::kObj)
      for (uint16_t c : tree_->children(up))
        if (base(word(c).rel) == Deprel::kObl && c > i && (tree_->case_lemma(c) == "for" || tree_->case_lemma(c) == "to")) return c;
    return up;
  }

  // *is conditional on X, depends on X*
  void depends(int i) {
    for (uint16_t c : tree_->children(i)) {
      std::string_view preposition = tree_->case_lemma(c);
      if (preposition != "on" && preposition != "upon") continue;
      Arguments arguments = arguments_of(*tree_, i);
      int of = !arguments.subject.empty() ? arguments.subject.front() : -1;
      if (of < 0) return;
      ClauseRelation& made = add(ClauseRelationType::kCondition, ref(of), lemma(i) + " on");
      made.a = refs(c, made.any);
      made.holder = holder(i);
      cue(made, i);
    }
  }

  // ---- verbs: precede, follow, lead to, damage
  void verb(int i) {
    std::string name = lemma(i);
    if (name == "precede" || name == "follow" || name == "predate") return precedes(i, name);
    if (name == "come" || name == "happen" || name == "take") return comes_before(i);
    if (is(i, "depart_verb")) departs(i);
    if (is(i, "cause_verb") && cause(i)) return;
    effect(i);
  }

  void precedes(int i, const std::string& name) {
    Arguments arguments = arguments_of(*tree_, i);
    if (arguments.object.empty() || arguments.subject.empty()) return;
    bool follow = name == "follow";
    WordRef subject = ref(arguments.subject.front()), object = ref(arguments.object.front());
    ClauseRelation& made = add(ClauseRelationType::kOrder, follow ? subject : object, arguments.passive ? name + "ed by" : name);
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
    while (tree_->head(clause) >= 0 && !verbal(word(clause))) clause = tree_->head(clause);
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
      if (base(word(c).rel) != Deprel::kObl) continue;
      std::string_view preposition = tree_->case_lemma(c);
      if (preposition == "before" || preposition == "ahead of" || preposition == "prior to")
        order(ref(subject), ref(c), false, "come before", i);
      else if (preposition == "after")
        order(ref(c), ref(subject), before_word(tree_->child(c, Deprel::kCase), "only"), "come after", i);
    }
  }

  void prelude(int i) {
    int of = -1;
    for (uint16_t c : tree_->children(i))
      if (tree_->case_lemma(c) == "to" || tree_->case_lemma(c) == "of") of = c;
    int first = tree_->child(i, Deprel::kNsubj);
    if (first < 0) first = tree_->head(i);
    if (of >= 0 && first >= 0) order(ref(first), ref(of), false, lemma(i), i);
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
    bool names_effect = name == "cause" || name == "trigger" || name == "spark" || name == "provoke" || name == "prompt" ||
                        name == "bring" || name == "mean" || name == "produce";
    if (name != "lead" && name != "result" && name != "contribute")
      effect = names_effect && !arguments.object.empty() ? arguments.object.front() : -1;
    if (effect < 0 || arguments.subject.empty() || word(arguments.subject.front()).upos == Upos::kPropn ||
        word(arguments.subject.front()).upos == Upos::kPron)
      return false;
    ClauseRelation& made = add(ClauseRelationType::kConsequence, ref(effect), name);
    made.a = {ref(arguments.subject.front())};
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
    if (subject < 0 || word(subject).rel == Deprel::kNsubjPass || (word(subject).upos != Upos::kNoun && !verbal(word(subject)))) return;
    bool warned = forecast_force(i) == Force::kWarned;
    bool spoken = cue_above(i) >= 0;
    if (!warned && !spoken) return;
    ClauseRelation& made = add(ClauseRelationType::kConsequence, ref(i), helper + " " + lemma(i));
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
    if (from < 0) return;
    int up = tree_->head(i);
    int of = tree_->child(i, Deprel::kNsubj);
    if (of < 0 && up >= 0 && verbal(word(up))) of = tree_->child(up, Deprel::kNsubj);
    if (of < 0) of = up;
    if (of < 0) return;
    ClauseRelation& made = add(ClauseRelationType::kContrast, ref(of), lemma(i) + " from");
    made.a = {ref(from)};
    cue(made, i);
  }

  void departs(int i) {
    Arguments arguments = arguments_of(*tree_, i);
    const auto* from = arguments.preposition("from");
    if (!from) from = arguments.preposition("with");
    if (!from || arguments.subject.empty() ||
        (lemma(i) != "break" && lemma(i) != "depart" && lemma(i) != "deviate" && lemma(i) != "diverge" && lemma(i) != "contrast"))
      return;
    ClauseRelation& made = add(ClauseRelationType::kContrast, ref(arguments.subject.front()), lemma(i) + " from");
    made.a = {ref(from->front())};
    cue(made, i);
  }

  // *would first suspend ..., would then end ..., and would meet only after that*
  void sequence() {
    std::vector<int> steps;
    bool then = false;
    for (int i = 0; i < tree_->size(); ++i) {
      if (!verbal(word(i))) continue;
      for (uint16_t c : tree_->children(i)) {
        if (base(word(c).rel) != Deprel::kAdvmod && base(word(c).rel) != Deprel::kObl) continue;
        std::string adverb = lemma(c);
        if (adverb == "first" && steps.empty())
          steps.push_back(i);
        else if (!steps.empty() && (adverb == "then" || adverb == "afterwards" || adverb == "later" || adverb == "finally" ||
                                    (adverb == "that" && tree_->case_lemma(c) == "after"))) {
          steps.push_back(i);
          then = true;
        }
      }
    }
    if (!then) return;
    for (size_t k = 0; k + 1 < steps.size(); ++k)
      if (steps[k] != steps[k + 1]) order(ref(steps[k]), ref(steps[k + 1]), false, "first ... then", -1);
  }

  const std::vector<Tree>& trees_;
  const Lexicon& lexicon_;
  uint32_t sentence_ = 0;
  const Tree* tree_ = nullptr;
  std::vector<ClauseRelation> found_;
};

}  // namespace

std::vector<ClauseRelation> find_clause_relations(const Document&, const std::vector<Tree>& trees, const Lexicon& lexicon) {
  std::vector<ClauseRelation> found = RelationFinder(trees, lexicon).run();
  std::vector<ClauseRelation> causes = find_causes(trees, lexicon);
  std::move(causes.begin(), causes.end(), std::back_inserter(found));
  return found;
}

}  // namespace demarche

#include "coder/causes.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "base/strings.h"

namespace demarche {

namespace {

class CauseFinder {
 public:
  CauseFinder(const std::vector<Tree>& trees, const Lexicon& lexicon) : trees_(trees), lexicon_(lexicon) {}

  std::vector<ClauseRelation> run() {
    for (size_t s = 0; s < trees_.size(); ++s) {
      sentence_ = static_cast<uint32_t>(s);
      tree_ = &trees_[s];
      for (int i = 0; i < tree_->size(); ++i) word_at(i);
    }
    return std::move(found_);
  }

 private:
  const Word& word(int i) const { return tree_->word(i); }
  std::string lemma(int i) const { return lower_ascii(word(i).lemma); }
  Deprel rel(int i) const { return base(word(i).rel); }

  bool is(int i, std::string_view class_name) const { return lexicon_.classes().has(lemma(i), class_name); }

  bool is_phrase(const std::string& phrase, std::string_view class_name) const { return lexicon_.classes().has(phrase, class_name); }

  void add(ClauseRelationType type, WordRef a, WordRef b, std::string rule, int cue) {
    if (a.word < 0 || b.word < 0 || a == b) return;
    ClauseRelation made;
    made.type = type;
    made.a = {a};
    made.b = b;
    made.rule = std::move(rule);
    if (cue >= 0) made.cues.push_back(word(cue).span);
    found_.push_back(std::move(made));
  }

  WordRef ref(int i) const { return {sentence_, i}; }

  void word_at(int i) {
    if (word(i).upos == Upos::kVerb) {
      participle(i);
      violence(i);
      had_to(i);
      goal(i);
      protested(i);
    }
    if (word(i).upos == Upos::kAdj && rel(i) == Deprel::kAdvcl && is(i, "protest_word") && tree_->head(i) > i)
      add(ClauseRelationType::kCause, ref(i), ref(tree_->head(i)), lemma(i), i);
    if (rel(i) == Deprel::kObl || rel(i) == Deprel::kNmod) nominal(i);
    if (rel(i) == Deprel::kAdvcl || rel(i) == Deprel::kAcl) clause(i);
    if (word(i).upos == Upos::kAdv || word(i).upos == Upos::kCconj || word(i).upos == Upos::kSconj) adverb(i);
  }

  // ---- participles: a march demanding talks; it rained, forcing them to stop; angered by the vote, they left

  void participle(int i) {
    bool hangs = rel(i) == Deprel::kAdvcl || rel(i) == Deprel::kAcl || (rel(i) == Deprel::kXcomp && tree_->mark_lemma(i).empty());
    int up = tree_->head(i);
    if (!hangs || up < 0 || word(i).rel == Deprel::kAclRelcl) return;
    // *arrested nine residents following protests*
    if (lemma(i) == "follow" && word(i).xpos == "VBG" && !tree_->has_child(i, Deprel::kNsubj)) {
      int object = tree_->child(i, Deprel::kObj);
      while (up >= 0 && word(up).upos != Upos::kVerb) up = tree_->head(up);
      if (object > i && word(object).upos == Upos::kNoun) add(ClauseRelationType::kCause, ref(object), ref(up), "following", i);
      return;
    }
    // *With the talks failing, they went on*
    if (int noun = up; rel(i) == Deprel::kAcl && word(i).xpos == "VBG" && introduced_by_with(noun) && tree_->head(noun) > noun) {
      add(ClauseRelationType::kCause, ref(i), ref(tree_->head(noun)), "with", tree_->first(noun));
      return;
    }
    bool bare = tree_->mark_lemma(i).empty() && tree_->case_lemma(i).empty();
    if (word(i).xpos == "VBG" && bare) {
      if (is(i, "motive_verb") && (i > up || rel(i) == Deprel::kAdvcl))
        add(ClauseRelationType::kPurpose, ref(i), ref(up), lemma(i), i);
      else if (is(i, "outcome_verb") && i > up && rel(i) != Deprel::kAcl)
        add(ClauseRelationType::kCause, ref(up), ref(i), lemma(i), i);
    } else if (word(i).xpos == "VBN" && bare && rel(i) == Deprel::kAdvcl && is(i, "affect_verb")) {
      add(ClauseRelationType::kCause, ref(i), ref(up), lemma(i), i);
    }
  }

  // *is protesting the rise in fares*
  void protested(int i) {
    int object = tree_->child(i, Deprel::kObj);
    if (word(i).xpos == "VBG" && (rel(i) == Deprel::kAdvcl || rel(i) == Deprel::kAcl)) return;
    bool protest = lemma(i) == "protest" || lemma(i) == "oppose" || lemma(i) == "resent" || lemma(i) == "decry";
    if (protest && object > i && matter(object)) add(ClauseRelationType::kCause, ref(object), ref(i), lemma(i), i);
  }

  bool introduced_by_with(int noun) const {
    int first = tree_->first(noun);
    return lemma(first) == "with" && (rel(first) == Deprel::kMark || rel(first) == Deprel::kCase);
  }

  // ---- *the blast killed nine, nine were killed in the blast*

  void violence(int i) {
    if (!is(i, "outcome_verb")) return;
    for (uint16_t c : tree_->children(i)) {
      Deprel child = rel(c);
      bool subject = child == Deprel::kNsubj && word(c).rel != Deprel::kNsubjPass;
      bool agent = word(c).rel == Deprel::kOblAgent;
      bool place = child == Deprel::kObl && (tree_->case_lemma(c) == "in" || tree_->case_lemma(c) == "during") && word(i).xpos == "VBN";
      if ((subject || agent || place) && word(c).upos == Upos::kNoun && is(c, "upheaval_noun"))
        add(ClauseRelationType::kCause, ref(c), ref(i), lemma(i), i);
    }
  }

  // ---- prepositions

  void nominal(int i) {
    int up = tree_->head(i);
    if (up < 0) return;
    std::string preposition(tree_->case_lemma(i));
    int cue = tree_->child(i, Deprel::kCase);
    if (preposition.empty()) return;
    if (is_phrase(preposition, "cause_preposition") || (preposition == "follow" && word(up).upos == Upos::kVerb))
      return add(ClauseRelationType::kCause, ref(i), ref(up), preposition, cue);
    // *in the wake of X, in protest against X, in connection with X*: the noun inside belongs to the cue.
    if (preposition == "in" || preposition == "on" || preposition == "as" || preposition == "under") {
      for (uint16_t c : tree_->children(i)) {
        bool phrase = rel(c) == Deprel::kNmod &&
                      is_phrase(preposition + " " + lemma(i) + " " + std::string(tree_->case_lemma(c)), "cause_preposition");
        if (phrase) return add(ClauseRelationType::kCause, ref(c), ref(up), preposition + " " + lemma(i), i);
        bool goal =
            rel(c) == Deprel::kAcl && tree_->mark_lemma(c) == "to" && is_phrase(preposition + " " + lemma(i) + " to", "cause_preposition");
        if (goal) return add(ClauseRelationType::kPurpose, ref(c), ref(up), preposition + " " + lemma(i), i);
      }
    }
    bool time = word(i).upos == Upos::kNum || tree_->has_child(i, Deprel::kNummod) || is(i, "time_noun");
    if (time && word(i).rel != Deprel::kOblAgent) return;
    bool protest = is(up, "protest_word");
    // *raised slogans against the decision*
    for (uint16_t c : tree_->children(up))
      protest = protest || (c < i && rel(c) == Deprel::kObj && preposition == "against" && is(c, "protest_word"));
    if (preposition == "against" && !matter(i)) return;
    if (protest && (preposition == "against" || preposition == "over" || preposition == "for" || preposition == "about")) {
      add(ClauseRelationType::kCause, ref(i), ref(up), preposition, cue);
    } else if (is(up, "blame_verb") && word(up).upos == Upos::kVerb && lemma(up) != "blame" && lemma(up) != "hold" &&
               (preposition == "for" || preposition == "over" || (preposition == "with" && lemma(up) == "charge"))) {
      add(ClauseRelationType::kCause, ref(i), ref(up), preposition, cue);
    } else if (preposition == "for" && is(i, "reason_noun")) {
      add(ClauseRelationType::kCause, ref(i), ref(up), "for", cue);
    } else if (preposition == "over" && word(up).upos == Upos::kVerb && word(i).upos == Upos::kNoun && is(i, "quarrel_noun")) {
      add(ClauseRelationType::kCause, ref(i), ref(up), preposition, cue);
    } else if (word(i).rel == Deprel::kOblAgent && word(i).upos == Upos::kNoun && is(i, "upheaval_noun") && !is(up, "outcome_verb")) {
      add(ClauseRelationType::kCause, ref(i), ref(up), "by", cue);
    }
  }

  // A thing done, planned or disputed, not a party.
  bool matter(int i) const {
    if (is(i, "quarrel_noun") || is(i, "upheaval_noun") || word(i).upos == Upos::kVerb) return true;
    if (word(i).upos != Upos::kNoun || is(i, "body_noun")) return false;
    static constexpr std::array<std::string_view, 10> kEndings{"tion", "sion", "ment", "ing", "al", "ure", "ance", "ence", "age", "ism"};
    const std::string name = lemma(i);
    return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view one) { return name.ends_with(one); });
  }

  // ---- clauses

  // *was arrested when he tried to cross, killed when the police opened fire*: what came of what was done.
  void when(int i, int up) {
    int adverb = tree_->first(i);
    bool past = word(i).xpos == "VBD" && (word(up).xpos == "VBD" || word(up).xpos == "VBN");
    if (lemma(adverb) != "when" || !past || !tree_->has_child(i, Deprel::kNsubj) || tree_->has_child(i, Deprel::kCop)) return;
    add(ClauseRelationType::kCause, ref(i), ref(up), "when", adverb);
  }

  // *was sacked for losing it; raised slogans against them for coming*: the act that a participle with *for* is the reason of.
  void reason(int i, int up, int cue) {
    while (up >= 0 && word(up).upos != Upos::kVerb && word(up).upos != Upos::kAdj && tree_->head(up) >= 0) up = tree_->head(up);
    // *used for cooking, responsible for stopping them*: what a thing or somebody is there for.
    static constexpr std::array<std::string_view, 8> kMeans{"use", "need", "responsible", "pay", "allow", "opt", "call", "prepare"};
    if (!among(kMeans, lemma(up))) add(ClauseRelationType::kCause, ref(i), ref(up), "for", cue);
  }

  // *stones were thrown, and the road had to be closed*
  void had_to(int i) {
    int up = tree_->head(i), inner = tree_->child(i, Deprel::kXcomp);
    bool must = lemma(i) == "have" && inner > i && tree_->mark_lemma(inner) == "to";
    if (rel(i) == Deprel::kConj && up >= 0 && up < i && word(up).upos == Upos::kVerb && must && tree_->has_child(i, Deprel::kNsubj))
      add(ClauseRelationType::kCause, ref(up), ref(i), "had to", i);
  }

  // *a move to close the port, a campaign to free him, gathered to mourn*: what they are for.
  void goal(int i) {
    static constexpr std::array<std::string_view, 8> kAims{"move", "attempt", "effort", "campaign", "drive", "conspiracy", "plot", "fight"};
    static constexpr std::array<std::string_view, 9> kComing{"march", "gather", "arrive",   "assemble", "rush",
                                                             "land",  "meet",   "converge", "protest"};
    int up = tree_->head(i);
    if (up < 0 || tree_->mark_lemma(i) != "to" || word(i).xpos != "VB" || i < up) return;
    if (rel(i) == Deprel::kAcl && word(up).upos == Upos::kNoun && (among(kAims, lemma(up)) || is(up, "protest_word")))
      add(ClauseRelationType::kPurpose, ref(i), ref(up), "to", -1);
    else if (rel(i) == Deprel::kXcomp && among(kComing, lemma(up)))
      add(ClauseRelationType::kPurpose, ref(i), ref(up), "to", -1);
  }

  void clause(int i) {
    int up = tree_->head(i);
    if (up < 0) return;
    if (rel(i) == Deprel::kAdvcl) when(i, up);
    std::string mark(tree_->mark_lemma(i));
    int cue = tree_->child(i, Deprel::kMark);
    bool finite = word(i).xpos == "VBD" || word(i).xpos == "VBZ" || word(i).xpos == "VBP" || tree_->has_child(i, Deprel::kAux) ||
                  tree_->has_child(i, Deprel::kCop);
    if (mark.empty()) mark = std::string(tree_->case_lemma(i));
    if (mark == "as" && finite && rel(i) == Deprel::kAdvcl && tree_->has_child(i, Deprel::kNsubj) && !reports(i) && !even(i) &&
        word(up).upos == Upos::kVerb) {
      add(ClauseRelationType::kCause, ref(i), ref(up), "as", cue);
    } else if (word(i).xpos == "VBG" && mark == "for") {
      reason(i, up, cue);
    } else if (mark == "so" && finite) {
      add(ClauseRelationType::kCause, ref(up), ref(i), "so", cue);
    }
  }

  // *even as they marched*: at odds, not for that reason.
  bool even(int i) const {
    int first = tree_->first(i);
    return lemma(first) == "even" || (first > 0 && lemma(first - 1) == "even");
  }

  // *as he said*: a voice, not a cause.
  bool reports(int i) const { return is(i, "say_verb") && !tree_->has_child(i, Deprel::kObj); }

  // ---- *so, therefore, as a result*: what stands before is the cause

  void adverb(int i) {
    static constexpr std::array<std::string_view, 7> kThence{"so", "therefore", "thus", "hence", "consequently", "thereby", "accordingly"};
    if (!among(kThence, lemma(i))) return;
    int here = tree_->head(i);
    if (here < 0 || (word(here).upos != Upos::kVerb && lemma(i) == "so" && !tree_->has_child(here, Deprel::kCop))) return;
    bool first = i == tree_->first(here) || (i == tree_->first(here) + 1 && word(tree_->first(here)).upos != Upos::kVerb);
    if (lemma(i) == "so" && !first) return;
    int up = tree_->head(here);
    if (up >= 0 && (rel(here) == Deprel::kConj || rel(here) == Deprel::kParataxis || rel(here) == Deprel::kAdvcl) && up < here)
      return add(ClauseRelationType::kCause, ref(up), ref(here), lemma(i), i);
    if (up >= 0 || sentence_ == 0) return;
    int before = trees_[sentence_ - 1].sentence().root();
    add(ClauseRelationType::kCause, {sentence_ - 1, before}, ref(here), lemma(i), i);
  }

  const std::vector<Tree>& trees_;
  const Lexicon& lexicon_;
  uint32_t sentence_ = 0;
  const Tree* tree_ = nullptr;
  std::vector<ClauseRelation> found_;
};

}  // namespace

std::vector<ClauseRelation> find_causes(const std::vector<Tree>& trees, const Lexicon& lexicon) {
  return CauseFinder(trees, lexicon).run();
}

}  // namespace demarche

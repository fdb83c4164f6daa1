#include "coder/condition_clauses.h"

#include <algorithm>

#include "base/strings.h"
#include "language/tree.h"

namespace demarche {

namespace {

bool nominal(const Word& word) {
  return word.upos == Upos::kNoun || word.upos == Upos::kPropn || word.upos == Upos::kPron;
}

class ConditionMender {
 public:
  explicit ConditionMender(Sentence& sentence) : sentence_(sentence) {}

  void run() {
    for (int i = 1; i + 2 < size(); ++i)
      if (std::string form = lower_ascii(word(i).form); form == "provided" || form == "providing") provided(i);
    inverted();
  }

 private:
  int size() const { return static_cast<int>(sentence_.words.size()); }
  Word& word(int i) { return sentence_.words[static_cast<size_t>(i)]; }
  void hang(int i, int head, Deprel rel) {
    word(i).head = static_cast<int16_t>(head);
    word(i).rel = rel;
  }

  // ---- *ready to sign, provided that they withdraw*

  void provided(int i) {
    Tree tree(sentence_);
    // *the law provided that*, *funds were provided*: a verb with a subject or an auxiliary. A mark already is what it should be.
    if (word(i).upos != Upos::kVerb || word(i - 1).form != "," || tree.has_child(i, Deprel::kNsubj) || tree.has_child(i, Deprel::kAux))
      return;
    int clause = -1, before = -1;
    for (uint16_t c : tree.children(i)) {
      if (base(word(c).rel) != Deprel::kCcomp && base(word(c).rel) != Deprel::kAdvcl) continue;
      (c > i ? clause : before) = c;
    }
    if (clause < 0) return;
    int matrix = before >= 0 ? before : tree.head(i);
    if (matrix < 0 || matrix > i) return;
    if (before >= 0) {
      hang(before, tree.head(i),
           word(i).rel == Deprel::kRoot   ? Deprel::kRoot
           : word(i).rel == Deprel::kConj ? Deprel::kCcomp
                                          : word(i).rel);
    } else {
      // Of *said that they would go*, what is said depends on it, not the saying.
      for (uint16_t c : tree.children(matrix))
        if (c < i && c > matrix && (base(word(c).rel) == Deprel::kCcomp || tree.mark_lemma(c) == "that")) matrix = c;
    }
    for (uint16_t c : tree.children(i))
      if (c != clause && c != before) hang(c, word(c).form == "," ? matrix : clause, word(c).rel);
    hang(clause, matrix, Deprel::kAdvcl);
    hang(i, clause, Deprel::kMark);
    word(i).upos = Upos::kSconj;
    word(i).lemma = lower_ascii(word(i).form);
    if (word(i + 1).lemma == "that") hang(i + 1, i, Deprel::kFixed);
  }

  // ---- *Should the truce hold, they expect ...*

  void inverted() {
    if (size() < 7 || word(size() - 1).form == "?" || lower_ascii(word(0).form) != "should") return;
    int root = sentence_.root();
    int comma = 1;
    while (comma < size() && word(comma).form != ",") ++comma;
    if (root <= comma || comma < 3) return;
    Tree tree(sentence_);
    if (tree.head(0) < comma && tree.head(0) >= 0 && word(tree.head(0)).upos == Upos::kVerb) return;
    int verb = lost_verb(comma);
    if (verb < 2) return;
    word(verb).upos = Upos::kVerb;
    word(verb).xpos = "VB";
    word(verb).lemma = lower_ascii(word(verb).form);
    std::vector<int> loose;
    int subject = -1;
    for (int w = 1; w < comma; ++w) {
      if (w == verb) continue;
      int up = tree.head(w);
      bool outside = up <= 0 || up >= comma || up == verb || (w < verb) != (up < verb);
      if (outside) loose.push_back(w);
    }
    for (int w : loose) {
      if (w < verb && subject < 0 && nominal(word(w)))
        hang(subject = w, verb, Deprel::kNsubj);
      else if (w < verb)
        hang(w, subject >= 0 ? subject : verb, Deprel::kDep);
      else if (nominal(word(w)))
        hang(w, verb, tree.case_lemma(w).empty() ? Deprel::kObj : Deprel::kObl);
      else
        hang(w, verb, Deprel::kAdvmod);
    }
    hang(0, verb, Deprel::kAux);
    hang(comma, verb, Deprel::kPunct);
    hang(verb, root, Deprel::kAdvcl);
  }

  // The verb between *should* and the comma: one that the tagger knows, else a small word that it took for a name, else a noun before a
  // preposition or the comma.
  int lost_verb(int comma) {
    for (int w = 2; w < comma; ++w)
      if (word(w).upos == Upos::kVerb) return w;
    auto small = [&](int w) { return !word(w).form.empty() && word(w).form.front() >= 'a' && word(w).form.front() <= 'z'; };
    for (int w = 2; w < comma; ++w)
      if (word(w).upos == Upos::kPropn && small(w)) return w;
    for (int w = 2; w < comma; ++w)
      if (word(w).upos == Upos::kNoun && small(w) &&
          (w + 1 == comma || word(w + 1).upos == Upos::kAdp || word(w + 1).upos == Upos::kPropn || word(w + 1).upos == Upos::kDet))
        return w;
    return -1;
  }

  Sentence& sentence_;
};

}  // namespace

void mend_conditions(Sentence& sentence) {
  ConditionMender(sentence).run();
}

}  // namespace demarche

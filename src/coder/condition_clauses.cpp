#include "coder/condition_clauses.h"

#include <algorithm>

#include "base/strings.h"
#include "coder/word_kinds.h"
#include "language/tree.h"

namespace demarche {

namespace {

class ConditionMender {
 public:
  explicit ConditionMender(Sentence& sentence) : sentence_(sentence) {}

  void run() {
    for (int i = 1; i + 2 < size(); ++i)
      if (std::string form = lower_ascii(word(i).form); form == "provided" || form == "providing") provided(i);
    opening_provided();
    hinges();
    bare_names();
    joined_subjects();
    for (int i = 0; i + 4 < size(); ++i)
      if (word(i).lemma == "condition" || word(i).lemma == "understanding" || word(i).lemma == "proviso") verbless(i + 1);
    for (int i = 1; i + 5 < size(); ++i)
      if (std::string form = lower_ascii(word(i).form); form == "until" || form == "unless" || form == "if" || form == "once")
        alternatives(i);
    for (int i = 1; i + 2 < size(); ++i)
      if (std::string form = lower_ascii(word(i).form); form == "after" || form == "before" || form == "until" || form == "as") {
        timed(i);
        finite_attribute(i);
      }
    inverted();
    for (int i = 3; i + 3 < size(); ++i)
      if (lower_ascii(word(i).form) == "should") inverted_behind(i);
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
    if (word(i).rel == Deprel::kAcl && tree.children(i).empty()) return bare_provided(i);
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

  // *would sign the pact provided it kept its rights*: the participle taken for an attribute of the noun before it
  void bare_provided(int i) {
    Tree tree(sentence_);
    int matrix = tree.head(i);
    while (matrix >= 0 && word(matrix).upos != Upos::kVerb) matrix = tree.head(matrix);
    if (matrix < 0 || i + 2 >= size() || word(i + 1).upos == Upos::kAdp) return;
    for (int w = i + 2; w < size(); ++w) {
      if (word(w).form == "," || word(w).form == ";") return;
      bool clause = word(w).upos == Upos::kVerb && tree.child(w, Deprel::kNsubj) > i && tree.head(w) < i;
      if (!clause) continue;
      hang(w, matrix, Deprel::kAdvcl);
      hang(i, w, Deprel::kMark);
      word(i).upos = Upos::kSconj;
      word(i).lemma = lower_ascii(word(i).form);
      return;
    }
  }

  // ---- *if Libya attacks*, the name taken for part of a compound verb

  void bare_names() {
    for (int i = 0; i + 1 < size(); ++i) {
      int up = word(i).head;
      bool compound = word(i).upos == Upos::kPropn && base(word(i).rel) == Deprel::kCompound && word(i).rel != Deprel::kCompoundPrt;
      if (!compound || up <= i || up >= size() || word(up).upos != Upos::kVerb) continue;
      bool finite = word(up).xpos == "VBZ" || word(up).xpos == "VBP" || word(up).xpos == "VBD";
      if (finite && !Tree(sentence_).has_child(up, Deprel::kNsubj)) word(i).rel = Deprel::kNsubj;
    }
  }

  // ---- *if Chad withdraws its troops or Niger reopens the border*: a subject joined to the noun before *or*

  void joined_subjects() {
    for (int verb = 3; verb < size(); ++verb) {
      int subject = verb - 1;
      bool finite = word(verb).upos == Upos::kVerb && (word(verb).xpos == "VBZ" || word(verb).xpos == "VBP");
      Deprel rel = base(word(verb).rel);
      if (!finite || (rel != Deprel::kAdvcl && rel != Deprel::kConj && rel != Deprel::kParataxis)) continue;
      if (!nominal(word(subject)) || base(word(subject).rel) != Deprel::kConj || word(verb).head > subject) continue;
      Tree tree(sentence_);
      int conjunction = tree.child(subject, Deprel::kCc);
      if (conjunction < 0 || conjunction != tree.first(subject) || tree.has_child(verb, Deprel::kNsubj)) continue;
      hang(subject, verb, Deprel::kNsubj);
      hang(conjunction, verb, Deprel::kCc);
    }
  }

  // ---- *the visit hinges on his consent*, read as a heap of nouns

  void hinges() {
    for (int i = 1; i + 1 < size(); ++i) {
      std::string form = lower_ascii(word(i).form);
      if ((form != "hinges" && form != "depends") || word(i).upos != Upos::kNoun ||
          (word(i + 1).lemma != "on" && word(i + 1).lemma != "upon"))
        continue;
      Tree tree(sentence_);
      std::vector<int> before;
      int subject = -1;
      for (uint16_t c : tree.children(i)) {
        if (c > i) continue;
        if (nominal(word(c)) && c + 1 == i) subject = c;
        before.push_back(c);
      }
      if (subject < 0) continue;
      for (int c : before) hang(c, subject, word(c).rel);
      hang(subject, i, Deprel::kNsubj);
      word(i).upos = Upos::kVerb;
      word(i).xpos = "VBZ";
      word(i).lemma = form.substr(0, form.size() - 1);
    }
  }

  // ---- *imposed a duty after its bid to join had failed*: the clause's subject taken for all there is behind the preposition

  void timed(int i) {
    Tree tree(sentence_);
    int subject = tree.head(i), up = subject >= 0 ? tree.head(subject) : -1;
    if (word(i).rel != Deprel::kCase || subject <= i || up < 0 || !nominal(word(subject))) return;
    // The subject may already hang on its verb, as if it were a time of it.
    bool own = up > tree.last(subject) && word(up).upos == Upos::kVerb && base(word(up).rel) == Deprel::kAdvcl &&
               tree.mark_lemma(up).empty() && !tree.has_child(up, Deprel::kNsubj) && tree.has_child(up, Deprel::kAux);
    if (own) {
      hang(subject, up, Deprel::kNsubj);
      hang(i, up, Deprel::kMark);
      return;
    }
    if (up > i) return;
    for (uint16_t c : tree.children(up)) {
      if (c <= tree.last(subject) || word(c).upos != Upos::kVerb || base(word(c).rel) != Deprel::kConj) continue;
      bool finite = word(c).xpos == "VBD" || word(c).xpos == "VBZ" || word(c).xpos == "VBP" || tree.has_child(c, Deprel::kAux);
      bool beside = tree.first(c) == tree.last(subject) + 1;
      if (!finite || !beside || tree.has_child(c, Deprel::kNsubj) || tree.has_child(c, Deprel::kCc)) continue;
      hang(subject, c, Deprel::kNsubj);
      hang(i, c, Deprel::kMark);
      hang(c, up, Deprel::kAdvcl);
      return;
    }
  }

  // ---- *as rioters burned lorries*: a verb with an object, taken for a participle of its subject

  void finite_attribute(int i) {
    Tree tree(sentence_);
    int subject = tree.head(i), up = subject >= 0 ? tree.head(subject) : -1;
    bool joint = base(word(i).rel) == Deprel::kCase || base(word(i).rel) == Deprel::kMark;
    if (!joint || subject <= i || up < 0 || !nominal(word(subject)) || base(word(subject).rel) != Deprel::kObl) return;
    for (uint16_t c : tree.children(subject)) {
      bool past = word(c).upos == Upos::kVerb && (word(c).xpos == "VBD" || word(c).xpos == "VBN");
      if (!past || word(c).rel != Deprel::kAcl || tree.first(c) != c || c < subject || !tree.has_child(c, Deprel::kObj)) continue;
      // *as leaders called heroes*: a name given, not an act.
      if (word(c - 1).form == "," || tree.has_child(c, Deprel::kAux)) continue;
      hang(c, up, Deprel::kAdvcl);
      hang(subject, c, Deprel::kNsubj);
      hang(i, c, Deprel::kMark);
      word(c).xpos = "VBD";
      return;
    }
  }

  // ---- *until Mali either jails or hands over the men*: verbs taken for nouns in the plural

  void alternatives(int mark) {
    Tree tree(sentence_);
    int either = mark + 2;
    while (either + 3 < size() && either < mark + 6 && lower_ascii(word(either).form) != "either") ++either;
    if (either + 3 >= size() || lower_ascii(word(either).form) != "either") return;
    int first = either + 1, subject = either - 1, up = tree.head(subject);
    if (word(first).xpos != "NNS" || !nominal(word(subject)) || up < 0 || up > mark || tree.head(mark) != subject) return;
    int second = first + 1;
    while (second < size() && lower_ascii(word(second).form) != "or") ++second;
    if (++second + 1 >= size() || word(second).xpos != "NNS") return;
    for (int verb : {first, second}) {
      word(verb).upos = Upos::kVerb;
      word(verb).xpos = "VBZ";
    }
    hang(first, up, Deprel::kAdvcl);
    hang(subject, first, Deprel::kNsubj);
    hang(mark, first, Deprel::kMark);
    hang(either, first, Deprel::kCcPreconj);
    hang(second, first, Deprel::kConj);
    hang(second - 1, second, Deprel::kCc);
    // *hands over the militants*: what follows is its object.
    for (int w = second + 1; w < size(); ++w) {
      if (tree.head(w) != up || !nominal(word(w))) continue;
      int preposition = tree.child(w, Deprel::kCase);
      if (preposition == second + 1) hang(preposition, second, Deprel::kCompoundPrt);
      hang(w, second, preposition < 0 || preposition == second + 1 ? Deprel::kObj : Deprel::kObl);
    }
  }

  // ---- *Provided that they withdraw, the others are ready to sign*: the second clause is the sentence's

  void opening_provided() {
    if (size() < 7 || word(0).upos != Upos::kVerb || word(0).rel != Deprel::kRoot) return;
    std::string form = lower_ascii(word(0).form);
    if (form != "provided" && form != "providing" && form != "assuming" && form != "supposing") return;
    Tree tree(sentence_);
    int clause = -1, matrix = -1;
    for (uint16_t c : tree.children(0)) {
      Deprel rel = base(word(c).rel);
      if (rel != Deprel::kCcomp && rel != Deprel::kAdvcl && rel != Deprel::kParataxis && rel != Deprel::kConj) continue;
      (clause < 0 ? clause : matrix) = c;
    }
    if (clause < 0 || matrix < 0 || word(tree.last(clause) + 1).form != ",") return;
    for (uint16_t c : tree.children(0))
      if (c != clause && c != matrix) hang(c, c < clause ? clause : matrix, word(c).rel);
    hang(matrix, -1, Deprel::kRoot);
    hang(clause, matrix, Deprel::kAdvcl);
    hang(0, clause, Deprel::kMark);
    word(0).upos = Upos::kSconj;
    word(0).lemma = form;
    if (word(1).lemma == "that") hang(1, 0, Deprel::kFixed);
  }

  // ---- *on condition that Mali hands over the men*: a clause whose verb was taken for a noun in the plural

  void verbless(int that) {
    if (word(that).lemma != "that" || word(that).upos != Upos::kSconj) return;
    Tree tree(sentence_);
    int verb = -1, end = size() - 1;
    for (int w = that + 1; w < size() && verb < 0; ++w) {
      const Word& one = word(w);
      if (one.upos == Upos::kVerb || one.upos == Upos::kAux) return;
      if (one.upos == Upos::kPunct) return;
      bool plural = one.xpos == "NNS" && w > that + 1 && nominal(word(w - 1)) && word(w - 1).xpos != "NNS";
      bool object = w + 1 < end && (word(w + 1).upos == Upos::kDet || word(w + 1).upos == Upos::kAdp || word(w + 1).upos == Upos::kAdv ||
                                    word(w + 1).upos == Upos::kPron || word(w + 1).upos == Upos::kAdj || word(w + 1).upos == Upos::kPropn);
      if (plural && object && word(w + 1).lemma != "of") verb = w;
    }
    if (verb < 0) return;
    int subject = verb - 1;
    while (base(word(subject).rel) == Deprel::kFlat && tree.head(subject) > that) subject = tree.head(subject);
    word(verb).upos = Upos::kVerb;
    word(verb).xpos = "VBZ";
    std::vector<int> loose;
    for (int w = that; w < size(); ++w)
      if (w != verb && (tree.head(w) == verb || tree.head(w) == that - 1)) loose.push_back(w);
    for (int w : loose) {
      if (w == subject || w > verb) continue;
      if (w < subject && w != that) hang(w, subject, word(w).rel);
    }
    hang(subject, verb, Deprel::kNsubj);
    hang(that, verb, Deprel::kMark);
    hang(verb, that - 1, Deprel::kAcl);
    // *hands over the men*: the preposition is a particle, the noun an object.
    for (int w : loose) {
      if (w <= verb) continue;
      int preposition = tree.child(w, Deprel::kCase);
      bool particle = preposition == verb + 1 &&
                      (word(preposition).lemma == "over" || word(preposition).lemma == "back" || word(preposition).lemma == "up" ||
                       word(preposition).lemma == "out" || word(preposition).lemma == "down" || word(preposition).lemma == "off");
      if (particle) hang(preposition, verb, Deprel::kCompoundPrt);
      if (nominal(word(w)) && (particle || preposition < 0))
        hang(w, verb, Deprel::kObj);
      else if (nominal(word(w)))
        hang(w, verb, Deprel::kObl);
    }
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

  // *will strike should the alliance deploy troops*, the verb read as part of a compound
  void inverted_behind(int should) {
    Tree tree(sentence_);
    int head = tree.head(should);
    if (word(should).xpos != "MD" || head <= should || !nominal(word(head)) || !nominal(word(should - 1))) return;
    int subject = should + 1;
    while (subject + 2 < size() && (word(subject).upos == Upos::kDet || word(subject).upos == Upos::kAdj)) ++subject;
    int verb = subject + 1;
    if (verb + 1 >= size() || !nominal(word(subject)) || word(verb).xpos != "NN" || !nominal(word(verb))) return;
    for (int w = should + 1; w < size() && word(w).upos != Upos::kPunct; ++w)
      if (word(w).upos == Upos::kVerb) return;
    int matrix = should - 1;
    while (matrix >= 0 && word(matrix).upos != Upos::kVerb) --matrix;
    if (matrix < 0) return;
    word(verb).upos = Upos::kVerb;
    word(verb).xpos = "VB";
    for (int w = should; w < size(); ++w) {
      if (w == verb) continue;
      int up = tree.head(w);
      bool loose = up < should || up == verb || (w <= subject && up > verb);
      if (!loose || word(w).upos == Upos::kPunct) continue;
      if (w == should)
        hang(w, verb, Deprel::kAux);
      else if (w < subject)
        hang(w, subject, word(w).rel);
      else if (w == subject)
        hang(w, verb, Deprel::kNsubj);
      else if (nominal(word(w)))
        hang(w, verb, tree.case_lemma(w).empty() ? Deprel::kObj : Deprel::kObl);
      else
        hang(w, verb, Deprel::kAdvmod);
    }
    hang(verb, matrix, Deprel::kAdvcl);
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

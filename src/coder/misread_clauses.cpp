#include "coder/misread_clauses.h"

#include <array>

#include "base/strings.h"
#include "coder/slips.h"
#include "coder/word_kinds.h"
#include "language/tree.h"

namespace demarche {

namespace {

class MisreadClauses {
 public:
  explicit MisreadClauses(const SlipWords& words) : words_(words) {}

  void run() const {
    for (int i = 1; i < words_.size(); ++i) {
      if (word(i).lemma == "either" && word(i).upos == Upos::kCconj) either_verbs(i);
      if (word(i).upos != Upos::kVerb) continue;
      Deprel rel = word(i).rel;
      if (base(rel) == Deprel::kAcl) {
        that_proposed(i);
        if (word(i).rel == Deprel::kAclRelcl) relative_that(i);
        if (rel == Deprel::kAcl && word(i).xpos == "VB") first_to(i);
      }
      if (rel == Deprel::kConj) joined_subject(i);
      if (rel == Deprel::kAdvcl && word(i).xpos == "VBZ") noun_for_clause(i);
      bare_subject(i);
    }
  }

 private:
  Word& word(int i) const { return words_.word(i); }

  bool finite(int i) const { return word(i).xpos == "VBD" || word(i).xpos == "VBZ" || word(i).xpos == "VBP"; }

  int child(int of, Deprel rel, int from, int to) const {
    for (int c = from; c < to; ++c)
      if (word(c).head == of && base(word(c).rel) == rel) return c;
    return -1;
  }

  // *talks that Carter had convened*: with a subject of its own and no object, the verb has the pronoun for one.
  void relative_that(int verb) const {
    int noun = word(verb).head;
    if (noun < 0 || noun > verb) return;
    int that = child(verb, Deprel::kMark, noun + 1, verb);
    if (that < 0 || word(that).lemma != "that") return;
    int subject = child(verb, Deprel::kNsubj, that + 1, verb);
    if (subject < 0 || word(subject).rel == Deprel::kNsubjPass || words_.noun_with_clause(noun)) return;
    for (int c = verb + 1; c < words_.size(); ++c)
      if (word(c).head == verb && (word(c).rel == Deprel::kObj || word(c).rel == Deprel::kXcomp || word(c).rel == Deprel::kCcomp)) return;
    word(that).upos = Upos::kPron;
    word(that).xpos = "WDT";
    word(that).rel = Deprel::kObj;
  }

  // *proposed, in a letter to the king, that they be freed*: between commas the letter is no part of what is proposed.
  void that_proposed(int verb) const {
    static constexpr std::array<std::string_view, 16> kProposing{"propose", "suggest",  "demand",    "ask",  "request", "insist",
                                                                 "urge",    "announce", "recommend", "say",  "add",     "warn",
                                                                 "declare", "write",    "promise",   "claim"};
    int noun = word(verb).head;
    if (noun < 0 || noun > verb) return;
    int that = child(verb, Deprel::kMark, noun + 1, verb);
    if (that < 2 || word(that).lemma != "that" || word(that - 1).form != "," || child(verb, Deprel::kNsubj, that + 1, verb) < 0) return;
    int up = word(noun).head;
    while (up >= 0 && nominal(word(up))) up = word(up).head;
    if (up < 0 || up > noun || !among(kProposing, word(up).lemma)) return;
    for (int c = up + 1; c < words_.size(); ++c)
      if (word(c).head == up && (word(c).rel == Deprel::kObj || word(c).rel == Deprel::kCcomp)) return;
    words_.hang(verb, up, Deprel::kCcomp);
  }

  // *became the first leader to visit Seoul*: who became it visited.
  void first_to(int verb) const {
    int noun = word(verb).head;
    if (noun < 0 || noun > verb || (word(noun).rel != Deprel::kXcomp && word(noun).rel != Deprel::kObj)) return;
    int up = word(noun).head;
    if (up < 0 || up > noun || word(up).lemma != "become") return;
    for (int c = up + 1; c < noun; ++c)
      if (word(c).head == noun &&
          (word(c).lemma == "first" || word(c).lemma == "last" || word(c).lemma == "only" || word(c).lemma == "latest"))
        return words_.hang(verb, up, Deprel::kXcomp);
  }

  // *condemned the ban, and the envoy, Ana Sol, accused Lima*: the noun between *, and* and a verb without a subject is its subject.
  void joined_subject(int verb) const {
    int before = word(verb).head;
    if (before < 0 || before > verb - 4 || word(before).upos != Upos::kVerb || !finite(verb)) return;
    if (child(verb, Deprel::kNsubj, before + 1, verb) >= 0 || child(verb, Deprel::kCc, before + 1, verb) >= 0) return;
    Tree tree(words_.sentence);
    int end = verb - 1;
    if (word(end).form == ",") --end;
    for (int noun = end; noun > before && noun >= 0; noun = word(noun).head) {
      if (word(noun).rel != Deprel::kConj || !nominal(word(noun))) continue;
      int conjunction = tree.first(noun);
      bool joined = conjunction > before + 1 && word(conjunction).head == noun && word(conjunction).upos == Upos::kCconj;
      // The comma may stand within the phrase or before it.
      if (!joined && word(conjunction).form == "," && word(conjunction + 1).upos == Upos::kCconj) ++conjunction, joined = true;
      if (!joined || word(conjunction - 1).form != "," || tree.last(noun) < end) return;
      words_.hang(noun, verb, Deprel::kNsubj);
      word(conjunction).head = static_cast<int16_t>(verb);
      return;
    }
  }

  // *restores its safety guarantees, they will stay*: no clause begins with the possessive right behind a verb that lacks its object.
  void noun_for_clause(int i) const {
    int verb = word(i).head;
    if (verb < 0 || verb > i - 2 || word(verb).upos != Upos::kVerb || !words_.noun(i)) return;
    const Word& next = word(verb + 1);
    if (next.rel != Deprel::kNmodPoss && next.rel != Deprel::kDet) return;
    if (next.head < 0 || (next.head != i && word(next.head).head != i) || child(verb, Deprel::kObj, verb + 1, words_.size()) >= 0) return;
    if (child(i, Deprel::kMark, verb + 1, i) >= 0 || child(i, Deprel::kObj, i + 1, words_.size()) >= 0) return;
    word(i).rel = Deprel::kObj;
  }

  // *in 1999 NATO bombed it*: a name right before its verb, without a preposition and in the subject's stead.
  void bare_subject(int verb) const {
    int name = verb - 1;
    if (word(name).rel != Deprel::kObl || word(name).head != verb || word(name).upos != Upos::kPropn || !finite(verb)) return;
    if (names_time(word(name)) || child(verb, Deprel::kNsubj, 0, verb) >= 0 || child(name, Deprel::kCase, 0, name) >= 0) return;
    word(name).rel = Deprel::kNsubj;
  }

  // ---- *until Kabul either jails or deports the men*: behind a name and *either*, plurals that are verbs

  void either_verbs(int either) const {
    int i = either + 1, name = either - 1;
    if (name < 1 || i + 2 >= words_.size() || word(name).upos != Upos::kPropn || word(i).xpos != "NNS") return;
    std::string lemma = words_.third_person(i);
    int up = word(i).head;
    while (up >= 0 && (up >= name || word(up).upos != Upos::kVerb)) up = word(up).head;
    if (lemma.empty() || up < 0) return;
    int mark = name - 1;
    while (mark > up && word(mark).rel != Deprel::kCase && word(mark).rel != Deprel::kMark) --mark;
    if (mark <= up) return;
    make_verb(i, lemma);
    words_.hang(i, up, Deprel::kAdvcl);
    words_.hang(either, i, Deprel::kCcPreconj);
    words_.hang(name, i, Deprel::kNsubj);
    words_.hang(mark, i, Deprel::kMark);
    word(mark).upos = Upos::kSconj;
    int last = second_verb(i);
    int next = last + 1;
    if (next + 1 < words_.size() && word(next).upos == Upos::kAdp && words_.verb_with(last, lower_ascii(word(next).form))) {
      words_.hang(next, last, Deprel::kCompoundPrt);
      word(next).xpos = "RP";
      ++next;
    }
    if (next >= words_.size()) return;
    int object = word(next).rel == Deprel::kDet || word(next).rel == Deprel::kNmodPoss ? word(next).head : next;
    if (object >= next && nominal(word(object))) words_.hang(object, last, Deprel::kObj);
  }

  // The verb joined to the first by *or*, made one if it is none; the first where there is none.
  int second_verb(int first) const {
    int conjunction = first + 1, second = first + 2;
    if (word(conjunction).upos != Upos::kCconj || second >= words_.size()) return first;
    if (word(second).xpos != "NNS" && word(second).xpos != "VBZ") return first;
    if (word(second).xpos == "NNS") {
      std::string lemma = words_.third_person(second);
      if (lemma.empty()) return first;
      make_verb(second, lemma);
    }
    words_.hang(second, first, Deprel::kConj);
    words_.hang(conjunction, second, Deprel::kCc);
    return second;
  }

  void make_verb(int i, const std::string& lemma) const {
    word(i).upos = Upos::kVerb;
    word(i).xpos = "VBZ";
    word(i).lemma = lemma;
    for (int c = i + 1; c < words_.size(); ++c)
      if (word(c).head == i && base(word(c).rel) == Deprel::kNmod) word(c).rel = Deprel::kObl;
  }

  const SlipWords& words_;
};

}  // namespace

void mend_misread_clauses(const SlipWords& words) {
  MisreadClauses(words).run();
}

}  // namespace demarche

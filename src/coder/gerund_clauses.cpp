#include "coder/gerund_clauses.h"

#include <array>
#include <string_view>

#include "base/lists.h"
#include "base/strings.h"
#include "language/tree.h"

namespace demarche {

namespace {

class GerundClauses {
 public:
  explicit GerundClauses(const SlipWords& words) : words_(words) {}

  void run() const {
    for (int i = 2; i + 1 < words_.size(); ++i) {
      if (word(i).upos == Upos::kNoun && word(i).form.ends_with("ing")) noun_with_object(i);
      if (word(i).xpos != "VBG" || word(i).upos != Upos::kVerb) continue;
      attribute(i);
      joined_attribute(i);
      object_above(i);
      joined_object(i);
    }
  }

 private:
  Word& word(int i) const { return words_.word(i); }

  // *of harbouring/NOUN rebels*: a noun has no object.
  void noun_with_object(int i) const {
    if (word(i - 1).head != i || word(i + 1).head < 0) return;
    Tree tree(words_.sentence);
    if (tree.child(i, Deprel::kObj) <= i || tree.mark_lemma(i).empty()) return;
    word(i).upos = Upos::kVerb;
    word(i).xpos = "VBG";
    word(i).lemma = words_.verb_lemma(i);
  }

  // *accused Seoul of deploying missiles*: behind a verb that tells somebody's deeds by this preposition.
  void attribute(int i) const {
    int noun = word(i).head, preposition = i - 1;
    if ((word(i).rel != Deprel::kAmod && word(i).rel != Deprel::kCompound) || noun <= i || !nominal(word(noun))) return;
    if (word(preposition).rel != Deprel::kCase || word(preposition).head != noun) return;
    int verb = word(noun).head;
    if (verb >= 0 && verb < i && base(word(noun).rel) == Deprel::kNmod && base(word(verb).rel) == Deprel::kObj) verb = word(verb).head;
    if (verb < 0 || verb > i || word(verb).upos != Upos::kVerb || !tells_deeds(verb, word(preposition).form)) return;
    std::string lemma = words_.verb_lemma(i);
    if (!words_.verb(lemma)) return;
    for (int c = preposition + 2; c < noun; ++c)
      if (word(c).head < i && word(c).head >= 0) return;
    words_.hang(i, verb, Deprel::kAdvcl);
    words_.hang(preposition, i, Deprel::kMark);
    word(preposition).upos = Upos::kSconj;
    words_.hang(noun, i, Deprel::kObj);
    word(i).lemma = lemma;
    for (int c = noun + 1; c < words_.size(); ++c)
      if (word(c).head == noun && base(word(c).rel) == Deprel::kNmod && c - noun > 1) place_of_deed(noun, c, i);
  }

  // *funding militants in Khuzestan*
  void place_of_deed(int noun, int phrase, int deed) const {
    for (int c = noun + 1; c < phrase; ++c)
      if (word(c).head == phrase && word(c).rel == Deprel::kCase && word(c).lemma != "of") return words_.hang(phrase, deed, Deprel::kObl);
  }

  bool tells_deeds(int verb, std::string_view preposition) const {
    static constexpr std::array<std::string_view, 6> kOf{"accuse", "suspect", "convict", "acquit", "clear", "absolve"};
    static constexpr std::array<std::string_view, 14> kFor{"blame", "thank",   "criticise", "criticize", "condemn", "praise", "punish",
                                                           "fault", "commend", "denounce",  "rebuke",    "censure", "chide",  "sanction"};
    if (preposition == "of") return among(kOf, words_.verb_lemma(verb));
    if (preposition == "with") return words_.verb_lemma(verb) == "charge";
    return preposition == "for" && among(kFor, words_.verb_lemma(verb));
  }

  // *denied arming/XCOMP rebels/OBJ*: what follows the gerund is its own object.
  void object_above(int i) const {
    int verb = word(i).head;
    static constexpr std::array<std::string_view, 16> kTakeGerunds{"deny",     "admit",  "stop",  "consider", "suspend", "resume",
                                                                   "continue", "avoid",  "begin", "start",    "halt",    "finish",
                                                                   "keep",     "oppose", "risk",  "quit"};
    if (word(i).rel != Deprel::kXcomp || verb != i - 1 || word(verb).upos != Upos::kVerb || !among(kTakeGerunds, words_.verb_lemma(verb)))
      return;
    for (int c = i + 1; c < words_.size(); ++c)
      if (word(c).head == verb && word(c).rel == Deprel::kObj) return words_.hang(c, i, Deprel::kObj);
  }

  // *jamming signals and flying/AMOD drones/CONJ*
  void joined_attribute(int i) const {
    int noun = word(i).head;
    if (word(i).rel != Deprel::kAmod || noun != i + 1 || word(i - 1).rel != Deprel::kCc || word(noun).rel != Deprel::kConj) return;
    int first = word(noun).head, deed = first >= 0 && first < i && word(first).rel == Deprel::kObj ? word(first).head : -1;
    if (deed < 0 || word(deed).xpos != "VBG" || !words_.verb(words_.verb_lemma(i))) return;
    words_.hang(i, deed, Deprel::kConj);
    words_.hang(i - 1, i, Deprel::kCc);
    words_.hang(noun, i, Deprel::kObj);
  }

  // *harbouring rebels and arming/CONJ militias/CONJ*
  void joined_object(int i) const {
    if (word(i).rel != Deprel::kConj || word(i - 1).rel != Deprel::kCc || word(i - 1).head != i) return;
    Tree tree(words_.sentence);
    if (tree.has_child(i, Deprel::kObj)) return;
    for (int c = i + 1; c < words_.size(); ++c) {
      if (word(c).rel != Deprel::kConj || !nominal(word(c)) || word(c).head >= i || word(c).head < 0) continue;
      if (tree.first(c) == i + 1 && word(word(c).head).rel == Deprel::kObj) words_.hang(c, i, Deprel::kObj);
      return;
    }
  }

  const SlipWords& words_;
};

}  // namespace

void mend_gerund_clauses(const SlipWords& words) {
  GerundClauses(words).run();
}

}  // namespace demarche

#include "coder/predicative_nouns.h"

#include <array>
#include <string_view>

#include "base/lists.h"
#include "language/tree.h"

namespace demarche {

namespace {

class PredicativeNouns {
 public:
  explicit PredicativeNouns(const SlipWords& words) : words_(words) {}

  void run() const {
    for (int i = 2; i < words_.size(); ++i) {
      int verb = word(i).head;
      if (verb < 0 || verb >= i || word(verb).upos != Upos::kVerb || !says_state(i, verb)) continue;
      if (word(i).form.starts_with("persona") && i + 2 < words_.size() && word(i + 1).form == "non") join_non_grata(i, verb);
      predicative(i, verb);
    }
    for (int i = 2; i + 2 < words_.size(); ++i)
      if (word(i).form.starts_with("persona") && word(i + 1).form == "non" && word(i).head > i) non_grata_of_its_last_word(i);
  }

 private:
  Word& word(int i) const { return words_.word(i); }

  bool says_state(int i, int verb) const {
    static constexpr std::array<std::string_view, 3> kCaptives{"hostage", "prisoner", "captive"};
    static constexpr std::array<std::string_view, 6> kTaking{"take", "hold", "seize", "keep", "make", "bring"};
    static constexpr std::array<std::string_view, 5> kJudging{"find", "declare", "judge", "pronounce", "rule"};
    std::string_view form = word(i).form;
    if (among(kCaptives, form)) return among(kTaking, words_.verb_lemma(verb));
    bool judged = form == "guilty" || form == "persona" || form == "personae" || form == "personas";
    return judged && among(kJudging, words_.verb_lemma(verb));
  }

  void predicative(int i, int verb) const {
    Tree tree(words_.sentence);
    if (word(i).rel == Deprel::kXcomp || (i > 0 && word(i - 1).upos == Upos::kDet)) return;
    if (tree.has_child(verb, Deprel::kNsubjPass) || tree.has_child(verb, Deprel::kAuxPass)) {
      if (tree.first(i) == i) word(i).rel = Deprel::kXcomp;
      return;
    }
    // *whom rebels held hostage*
    if (int fronted = tree.child(verb, Deprel::kObj); fronted >= 0 && fronted < verb && tree.first(i) == i) {
      word(i).rel = Deprel::kXcomp;
      return;
    }
    int other = i - 1;
    while (other > verb && word(other).head != verb && word(other).head != i) other = word(other).head >= 0 ? word(other).head : verb;
    bool object = other > verb && word(other).head == verb && (base(word(other).rel) == Deprel::kObj || word(other).rel == Deprel::kIobj);
    if (object) {
      word(other).rel = Deprel::kObj;
      word(i).rel = Deprel::kXcomp;
    } else if (person_before(tree, i)) {
      part(tree, i, verb);
    }
  }

  // *the mayor hostage*, *the general guilty*: nothing but the person can have the article. *a Belgian hostage* is one, *a Belgian guilty*
  // not.
  bool person_before(const Tree& tree, int i) const {
    const Word& before = word(i - 1);
    if (before.head != i) return false;
    bool articled = tree.has_child(i, Deprel::kDet);
    if (word(i).form == "guilty" || word(i).form.starts_with("persona")) return nominal(before) || (before.upos == Upos::kAdj && articled);
    if (word(i).xpos == "NNS") return false;
    return before.upos == Upos::kNoun || (before.upos == Upos::kPropn && !articled);
  }

  void part(const Tree& tree, int i, int verb) const {
    int person = i - 1;
    for (uint16_t c : tree.children(i)) {
      if (c < person) word(c).head = static_cast<int16_t>(person);
      bool phrase = c > i && base(word(c).rel) == Deprel::kNmod;
      if (phrase) words_.hang(c, tree.case_lemma(c) == "of" ? i : verb, Deprel::kObl);
    }
    if (!nominal(word(person))) word(person).upos = Upos::kNoun;
    words_.hang(person, verb, Deprel::kObj);
    words_.hang(i, verb, Deprel::kXcomp);
  }

  void join_non_grata(int persona, int verb) const {
    for (int c : {persona + 1, persona + 2}) words_.hang(c, persona, Deprel::kFlat);
    // What was hung on *grata* is the verb's or, before it, of the persona.
    for (int c = verb + 1; c < words_.size(); ++c)
      if (word(c).head == persona + 2 || word(c).head == persona + 1) word(c).head = static_cast<int16_t>(c < persona ? persona : verb);
  }

  // *persona/COMPOUND non/COMPOUND grata/OBJ*
  void non_grata_of_its_last_word(int persona) const {
    int last = persona + 2, verb = word(last).head;
    if (word(persona).head != last || verb < 0 || verb >= persona || word(verb).upos != Upos::kVerb || !says_state(persona, verb)) return;
    words_.hang(persona, verb, word(last).rel);
    join_non_grata(persona, verb);
    predicative(persona, verb);
  }

  const SlipWords& words_;
};

}  // namespace

void mend_predicative_nouns(const SlipWords& words) {
  PredicativeNouns(words).run();
}

}  // namespace demarche

#include "coder/lost_verbs.h"

#include <array>
#include <vector>

#include "base/lists.h"
#include "base/strings.h"
#include "language/tree.h"

namespace demarche {

namespace {

class LostVerbs {
 public:
  explicit LostVerbs(const SlipWords& words) : words_(words) {}

  void run() {
    for (int i = 1; i + 1 < size(); ++i) attributive_past(i);
    behind_participle();
    with_objects();
    perfects();
    for (int i = 3; i + 1 < size(); ++i) demanded(i);
    int root = words_.sentence.root();
    if (!words_.full_sentence() || root < 0 || !nominal(word(root)) || word(root).upos == Upos::kPron) return;
    if (root_is_verb(root)) return;
    if (int verb = verb_beside(root); verb >= 0) promote(verb);
  }

 private:
  int size() const { return words_.size(); }
  Word& word(int i) const { return words_.word(i); }

  void make_past(int i) const {
    if (std::string lemma = words_.past(word(i).form); !lemma.empty()) word(i).lemma = lemma;
    word(i).upos = Upos::kVerb;
    word(i).xpos = "VBD";
  }

  // ---- *Belgium froze/AMOD aid to Burundi*, *and Togo freed/AMOD prisoners*: a past tense is no attribute

  static bool only_past(std::string_view form) {
    static constexpr std::array<std::string_view, 32> kPasts{
        "froze",  "broke",  "gave", "took",  "drew",     "flew",    "fled",    "began",     "shook",   "stole",    "struck",
        "threw",  "told",   "tore", "wrote", "spoke",    "swore",   "chose",   "drove",     "fought",  "brought",  "bought",
        "sought", "caught", "kept", "came",  "withdrew", "forgave", "forbade", "undertook", "forsook", "overthrew"};
    return among(kPasts, form);
  }

  void attributive_past(int i) {
    Deprel rel = word(i).rel;
    int noun = word(i).head, subject = i - 1;
    if ((rel != Deprel::kAmod && rel != Deprel::kCompound) || noun <= i || !nominal(word(noun)) || word(i).xpos == "VBN") return;
    if (word(subject).upos != Upos::kPropn && word(subject).xpos != "NNS" && word(subject).head != i && word(subject).head != noun) return;
    if (word(i).xpos != "VBD" && !only_past(word(i).form)) return;
    char initial = word(subject).form.front();
    bool lone = nominal(word(subject)) || (word(subject).upos == Upos::kAdj && initial >= 'A' && initial <= 'Z');
    int place = noun_place(noun);
    if (!lone || place == kNoPlace) return;
    while (word(subject).head >= 0 && word(subject).head < i && nominal(word(word(subject).head)) &&
           (word(subject).rel == Deprel::kCompound || base(word(subject).rel) == Deprel::kFlat))
      subject = word(subject).head;
    clause_of(i, subject, noun, place);
  }

  // *Kenya, backed by Uganda, accused/AMOD Somalia*: the name is the subject, what follows the second comma the verb.
  void behind_participle() const {
    int name = words_.sentence.root();
    if (name < 0 || name + 6 >= size() || word(name).upos != Upos::kPropn || word(name + 1).form != "," || word(name + 2).xpos != "VBN" ||
        word(name + 2).head != name || !words_.full_sentence())
      return;
    int verb = name + 4;
    while (verb + 1 < size() && word(verb - 1).form != ",") ++verb;
    int noun = word(verb).head;
    bool past = word(verb).xpos == "VBN" || word(verb).xpos == "VBD" || only_past(word(verb).form);
    if (!past || noun <= verb || !nominal(word(noun)) || (word(verb).rel != Deprel::kAmod && word(verb).rel != Deprel::kCompound) ||
        words_.past(word(verb).form).empty())
      return;
    for (int c = 0; c < size(); ++c)
      if (word(c).head == name && (base(word(c).rel) == Deprel::kNsubj || word(c).rel == Deprel::kCop || base(word(c).rel) == Deprel::kAux))
        return;
    for (int c = verb + 1; c < size(); ++c)
      if (word(c).head >= 0 && word(c).head < verb) word(c).head = static_cast<int16_t>(verb);
    words_.hang(verb, -1, Deprel::kRoot);
    words_.hang(name, verb, Deprel::kNsubj);
    words_.hang(noun, verb, Deprel::kObj);
    make_past(verb);
  }

  static constexpr int kNoPlace = -2;

  // What the clause hangs on whose object has been read as a noun beside others: -1 where it is the sentence; kNoPlace if it is an
  // argument.
  int noun_place(int noun) const {
    Deprel rel = base(word(noun).rel);
    if (rel == Deprel::kRoot || rel == Deprel::kCcomp || rel == Deprel::kParataxis || rel == Deprel::kAdvcl) return word(noun).head;
    if (rel != Deprel::kConj && rel != Deprel::kAppos) return kNoPlace;
    int up = word(noun).head;
    while (word(up).upos != Upos::kVerb && word(up).head >= 0) up = word(up).head;
    // *Tuvalu and Fiji established ties*, a list of names: all of them are the subject.
    return word(up).upos == Upos::kPropn ? kNoPlace : up;
  }

  void clause_of(int verb, int subject, int noun, int place) const {
    Deprel rel = word(noun).rel;
    bool joined = base(rel) == Deprel::kConj || base(rel) == Deprel::kAppos;
    words_.hang(verb, place, joined ? Deprel::kConj : rel);
    words_.hang(noun, verb, Deprel::kObj);
    for (int c = 0; c < verb; ++c) {
      if (c == subject || (word(c).head != noun && word(c).head != subject)) continue;
      Deprel own = base(word(c).rel);
      bool modifier =
          own == Deprel::kDet || own == Deprel::kAmod || own == Deprel::kCompound || own == Deprel::kNummod || own == Deprel::kFlat;
      if (own == Deprel::kCc || (word(c).head == noun && !modifier))
        word(c).head = static_cast<int16_t>(verb);
      else if (word(c).head == noun)
        word(c).head = static_cast<int16_t>(subject);
    }
    words_.hang(subject, verb, Deprel::kNsubj);
    make_past(verb);
    if (word(subject).upos == Upos::kAdj) word(subject).upos = Upos::kPropn;
  }

  // *the government lent/ADJ two million*: what has an object is a verb. The article before *frigate shot two drones* is the frigate's.
  void with_objects() {
    Tree tree(words_.sentence);
    for (int i = 1; i < size(); ++i) {
      if (word(i).upos != Upos::kAdj && word(i).upos != Upos::kNoun) continue;
      if (tree.has_child(i, Deprel::kDet) && (word(i - 1).rel != Deprel::kCompound || word(i - 1).head != i)) continue;
      int object = tree.child(i, Deprel::kObj);
      if (object < i || words_.past(word(i).form).empty()) continue;
      become_verb(tree, i);
    }
  }

  // *Chinese soldiers shot/NOUN at herders*
  bool root_is_verb(int root) {
    Tree tree(words_.sentence);
    if (word(root).upos != Upos::kNoun || root == 0 || tree.has_child(root, Deprel::kCop) || tree.has_child(root, Deprel::kNsubj) ||
        words_.past(word(root).form).empty())
      return false;
    const Word& before = word(root - 1);
    bool plural = before.xpos == "NNS" || words_.person(root - 1);
    if (!plural && tree.has_child(root, Deprel::kDet)) return false;
    if (before.head != root || before.rel != Deprel::kCompound || (!plural && before.upos != Upos::kPropn)) return false;
    if (!plural && words_.noun(root)) return false;
    become_verb(tree, root);
    return true;
  }

  void become_verb(const Tree& tree, int i) {
    make_past(i);
    bool subject = tree.has_child(i, Deprel::kNsubj);
    for (uint16_t c : tree.children(i)) {
      Deprel rel = word(c).rel;
      if (c < i && !subject && tree.last(c) == i - 1 && nominal(word(c)) && tree.case_lemma(c).empty()) {
        word(c).rel = Deprel::kNsubj;
        subject = true;
      } else if (rel == Deprel::kNmod && !tree.case_lemma(c).empty()) {
        word(c).rel = Deprel::kObl;
      }
    }
    if (!subject) return;
    int noun = tree.child(i, Deprel::kNsubj);
    if (noun < 0) return;
    for (uint16_t c : tree.children(i))
      if (c < noun && (word(c).rel == Deprel::kAmod || word(c).rel == Deprel::kCompound || word(c).rel == Deprel::kDet))
        word(c).head = static_cast<int16_t>(noun);
  }

  // *Bolivia has severed relations with Israel*, as if it had severed ones.
  void perfects() {
    for (int i = 0; i + 2 < size(); ++i) {
      std::string form = lower_ascii(word(i).form);
      if ((word(i).upos != Upos::kVerb && word(i).upos != Upos::kAux) || (form != "has" && form != "have" && form != "had")) continue;
      Tree tree(words_.sentence);
      int object = tree.child(i, Deprel::kObj), verb = i + 1;
      while (verb < size() && word(verb).upos == Upos::kAdv) ++verb;
      if (object < 0 || verb >= object || word(verb).xpos != "VBN" || word(verb).rel != Deprel::kAmod || word(verb).head != object ||
          words_.past(word(verb).form).empty())
        continue;
      words_.hang(verb, word(i).head, word(i).rel);
      for (uint16_t c : tree.children(i))
        if (c != verb) word(c).head = static_cast<int16_t>(verb);
      words_.hang(i, verb, Deprel::kAux);
      word(i).upos = Upos::kAux;
    }
  }

  // *insisted that Niger strike/NOUN the clause*, *asked that Mali free/ADJ the men*: what is demanded in a clause of its own is a verb.
  void demanded(int i) const {
    static constexpr std::array<std::string_view, 11> kDemands{"demand", "ask",       "insist",  "request", "urge",     "propose",
                                                               "order",  "recommend", "require", "suggest", "stipulate"};
    int verb = word(i).head, subject = i - 1;
    bool misread = word(i).rel == Deprel::kCcomp && (word(i).upos == Upos::kNoun || word(i).upos == Upos::kAdj) && verb >= 0 && verb < i;
    if (!misread || word(i).xpos == "NNS" || word(subject).head != i || !nominal(word(subject)) ||
        (word(subject).rel != Deprel::kCompound && base(word(subject).rel) != Deprel::kNsubj) ||
        !among(kDemands, words_.verb_lemma(verb)) || !words_.verb(word(i).form))
      return;
    Tree tree(words_.sentence);
    if (tree.mark_lemma(i) != "that" || tree.has_child(i, Deprel::kCop) || tree.has_child(i, Deprel::kAux)) return;
    int object = tree.child(i, Deprel::kObj), phrase = tree.child(i, Deprel::kNmod);
    bool particle = phrase == tree.last(i) && tree.first(phrase) == i + 1 && words_.verb_with(i, word(i + 1).form);
    // *demanded that the mayor step down*: no noun has a particle.
    if (object < i && !particle && !tree.has_child(i, Deprel::kCompoundPrt)) return;
    word(i).upos = Upos::kVerb;
    word(i).xpos = "VB";
    word(i).lemma = std::string(word(i).form);
    for (uint16_t c : tree.children(i)) {
      bool modifier = word(c).rel == Deprel::kDet || word(c).rel == Deprel::kAmod || word(c).rel == Deprel::kCompound;
      if (c < subject && modifier) word(c).head = static_cast<int16_t>(subject);
    }
    words_.hang(subject, i, Deprel::kNsubj);
    if (object > i || !particle) return;
    words_.hang(i + 1, i, Deprel::kCompoundPrt);
    words_.hang(phrase, i, Deprel::kObj);
  }

  // The past that should be the verb of a sentence whose root is a noun without a predicate; -1 if there is none.
  int verb_beside(int root) const {
    Tree tree(words_.sentence);
    for (uint16_t c : tree.children(root)) {
      Deprel rel = base(word(c).rel);
      if (rel == Deprel::kCop || rel == Deprel::kAux || rel == Deprel::kNsubj || rel == Deprel::kCcomp || rel == Deprel::kParataxis)
        return -1;
      // *Trade between Zambia and Congo passes*, joined to the names without an *and* of its own.
      bool joined = rel == Deprel::kConj && word(c).upos == Upos::kVerb;
      bool finite = word(c).xpos == "VBZ" || word(c).xpos == "VBD" || word(c).xpos == "VBP";
      if (joined) return finite && c > root && !tree.has_child(c, Deprel::kCc) && !tree.has_child(c, Deprel::kNsubj) ? c : -1;
    }
    for (int i = 1; i < size(); ++i)
      if (i != root && may_be_verb(tree, i, root)) return i;
    return -1;
  }

  bool may_be_verb(const Tree& tree, int i, int root) const {
    const Word& one = word(i);
    bool past = one.upos == Upos::kVerb && (one.xpos == "VBD" || one.xpos == "VBN");
    if (!past && (one.upos != Upos::kAdj || one.rel != Deprel::kAmod)) return false;
    if (words_.past(one.form).empty() && one.xpos != "VBD") return false;
    int before = i - 1;
    while (before > 0 && word(before).upos == Upos::kAdv) --before;
    if (word(before).upos != Upos::kNoun && word(before).upos != Upos::kPropn) return false;
    for (uint16_t c : tree.children(i)) {
      Deprel rel = word(c).rel;
      if (base(rel) == Deprel::kNsubj || base(rel) == Deprel::kAux || rel == Deprel::kMark || rel == Deprel::kOblAgent) return false;
    }
    if (one.rel == Deprel::kAcl)
      return one.head >= 0 && one.head < i && nominal_chain(tree, one.head, root) &&
             (one.xpos == "VBD" || tree.has_child(i, Deprel::kObj) || words_.may_lack_object(i));
    if (one.rel != Deprel::kAmod || one.head < i) return false;
    for (int up = one.head; up != root && up >= 0; up = tree.head(up)) {
      Deprel rel = base(word(up).rel);
      if (rel == Deprel::kAdvcl || rel == Deprel::kAcl || rel == Deprel::kCcomp || rel == Deprel::kXcomp) return false;
    }
    return true;
  }

  // *villagers in the plains agitated*: the verb may hang on the last noun of the phrase.
  bool nominal_chain(const Tree& tree, int noun, int root) const {
    while (noun != root && noun >= 0 && base(word(noun).rel) == Deprel::kNmod) noun = tree.head(noun);
    return noun == root;
  }

  // ---- The verb becomes the root; what stood before it is its subject's phrase, what stands behind it its object and adverbials.

  void promote(int verb) {
    std::vector<int> left, right;
    Tree tree(words_.sentence);
    for (int w = 0; w < verb; ++w)
      if (tree.head(w) < 0 || tree.head(w) >= verb) left.push_back(w);
    for (int w = verb + 1; w < size(); ++w)
      if (tree.head(w) <= verb) right.push_back(w);
    gather(left);
    int subject = subject_of(left);
    if (subject < 0) return;
    if (word(verb).xpos != "VBZ" && word(verb).xpos != "VBP") make_past(verb);
    words_.hang(verb, -1, Deprel::kRoot);
    for (int w : left) hang_left(w, subject, verb);
    bool object = false;
    for (int w : right) object = hang_right(w, verb, object) || object;
  }

  bool introduced(int w) const {
    for (int c = 0; c < w; ++c)
      if (word(c).head == w && (word(c).rel == Deprel::kCase || word(c).rel == Deprel::kCc)) return true;
    return false;
  }

  // Words that belonged to a noun behind the verb go with the next noun before it.
  void gather(std::vector<int>& left) const {
    int next = -1;
    for (size_t k = left.size(); k-- > 0;) {
      int w = left[k];
      Deprel rel = base(word(w).rel);
      bool loose =
          rel == Deprel::kDet || rel == Deprel::kCase || rel == Deprel::kAmod || rel == Deprel::kNummod || rel == Deprel::kCompound;
      bool joined = next >= 0 && rel == Deprel::kCompound && introduced(next);
      if (nominal(word(w)) && (next < 0 || rel != Deprel::kCompound || joined)) {
        next = w;
      } else if (loose && next >= 0) {
        word(w).head = static_cast<int16_t>(next);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(k));
      }
    }
  }

  int subject_of(const std::vector<int>& left) const {
    int subject = -1;
    for (int w : left)
      if (nominal(word(w)) && !introduced(w)) subject = w;
    return subject;
  }

  void hang_left(int w, int subject, int verb) const {
    Deprel rel = word(w).rel;
    if (w == subject) return words_.hang(w, verb, Deprel::kNsubj);
    if (!nominal(word(w))) return words_.hang(w, verb, rel == Deprel::kRoot ? Deprel::kDep : rel);
    if (w < subject) return words_.hang(w, verb, introduced(w) ? Deprel::kObl : Deprel::kOblUnmarked);
    bool conjunct = false;
    for (int c = subject; c < w; ++c) conjunct = conjunct || (word(c).head == w && word(c).rel == Deprel::kCc);
    words_.hang(w, subject, conjunct ? Deprel::kConj : introduced(w) ? Deprel::kNmod : Deprel::kAppos);
  }

  // True if the word becomes the object.
  bool hang_right(int w, int verb, bool object) const {
    Deprel rel = base(word(w).rel);
    word(w).head = static_cast<int16_t>(verb);
    if (nominal(word(w)) || word(w).upos == Upos::kNum || word(w).upos == Upos::kSym) {
      if (rel == Deprel::kObj) return true;
      if (introduced(w)) return word(w).rel = Deprel::kObl, false;
      if (object || word(w).rel == Deprel::kOblUnmarked || word(w).rel == Deprel::kNmodUnmarked)
        return word(w).rel = Deprel::kOblUnmarked, false;
      return word(w).rel = Deprel::kObj, true;
    }
    if (rel == Deprel::kAcl) word(w).rel = Deprel::kAdvcl;
    if (rel == Deprel::kAmod) word(w).rel = Deprel::kXcomp;
    return false;
  }

  const SlipWords& words_;
};

}  // namespace

void mend_lost_verbs(const SlipWords& words) {
  LostVerbs(words).run();
}

}  // namespace demarche

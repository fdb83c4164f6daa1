#include "coder/past_verbs.h"

#include <string_view>
#include <vector>

#include "coder/word_kinds.h"
#include "language/tree.h"

namespace demarche {

namespace {

class PastVerbMender {
 public:
  explicit PastVerbMender(Sentence& sentence) : sentence_(sentence) {}

  void run() {
    for (int i = 1; i < size(); ++i) active(i);
    clause_of_root();
    verb_among_names();
    behind_relative();
    told_behind();
  }

 private:
  int size() const { return static_cast<int>(sentence_.words.size()); }
  Word& word(int i) { return sentence_.words[static_cast<size_t>(i)]; }
  void hang(int i, int head, Deprel rel) {
    word(i).head = static_cast<int16_t>(head);
    word(i).rel = rel;
  }

  // A nominal behind the verb that no preposition introduces.
  int bare_nominal(const Tree& tree, int verb) {
    for (uint16_t c : tree.children(verb)) {
      Deprel rel = base(word(c).rel);
      bool argument = rel == Deprel::kObj || (rel == Deprel::kObl && tree.case_lemma(c).empty() && word(c).rel != Deprel::kOblUnmarked);
      if (c > verb && nominal(word(c)) && argument) return c;
    }
    return -1;
  }

  // *Fighters killed three men*: a participle with a subject of its own and an object is no passive.
  void active(int verb) {
    if (word(verb).xpos != "VBN" || word(verb).upos != Upos::kVerb) return;
    Tree tree(sentence_);
    int subject = -1;
    for (uint16_t c : tree.children(verb)) {
      if (base(word(c).rel) == Deprel::kAux || word(c).rel == Deprel::kOblAgent) return;
      if (base(word(c).rel) == Deprel::kNsubj) subject = c;
    }
    if (subject < 0 || subject > verb) return;
    int object = bare_nominal(tree, verb);
    if (object < 0) return;
    word(verb).xpos = "VBD";
    word(subject).rel = Deprel::kNsubj;
    word(object).rel = Deprel::kObj;
  }

  // *The league called on both sides to stop*: a noun for a sentence, whose participle has what only an active verb has.
  void clause_of_root() {
    int root = sentence_.root();
    if (root < 0 || !nominal(word(root)) || word(size() - 1).form != ".") return;
    Tree tree(sentence_);
    if (tree.has_child(root, Deprel::kCop) || tree.has_child(root, Deprel::kNsubj)) return;
    int verb = -1;
    for (uint16_t c : tree.children(root)) {
      if (base(word(c).rel) == Deprel::kParataxis || base(word(c).rel) == Deprel::kConj) return;
      bool attribute = word(c).rel == Deprel::kAcl || word(c).rel == Deprel::kAmod;
      if (attribute && word(c).xpos == "VBN" && c > root && verb < 0) verb = c;
    }
    if (verb < 0 || tree.has_child(verb, Deprel::kAux) || tree.has_child(verb, Deprel::kOblAgent)) return;
    bool clause = tree.has_child(verb, Deprel::kCcomp);
    bool calls = word(verb).lemma == "call" && word(verb + 1).lemma == "on";
    if (bare_nominal(tree, verb) < 0 && !clause && !calls) return;
    promote(tree, root, verb, Deprel::kNsubj);
    if (int object = bare_nominal(tree, verb); object >= 0) word(object).rel = Deprel::kObj;
    word(verb).xpos = "VBD";
  }

  // *Lithuania, Latvia and Estonia jointly sanctioned two officials*, read as a list: the participle in it is the verb, what follows its
  // object.
  void verb_among_names() {
    int root = sentence_.root();
    if (root < 0 || word(root).upos != Upos::kPropn) return;
    Tree tree(sentence_);
    int verb = -1, object = -1;
    for (uint16_t c : tree.children(root)) {
      if (base(word(c).rel) != Deprel::kConj) continue;
      bool past = word(c).upos == Upos::kVerb && (word(c).xpos == "VBN" || word(c).xpos == "VBD");
      if (past && verb < 0 && !tree.has_child(c, Deprel::kCc) && !tree.has_child(c, Deprel::kNsubj)) verb = c;
      if (verb >= 0 && c > verb && nominal(word(c)) && !tree.has_child(c, Deprel::kCc) && object < 0) object = c;
    }
    if (verb < 0 || object < 0) return;
    promote(tree, root, verb, Deprel::kNsubj);
    hang(object, verb, Deprel::kObj);
    word(verb).xpos = "VBD";
  }

  // *China, which borders both, offered to mediate*: a verb behind the comma that ends the relative clause is the sentence's own.
  void behind_relative() {
    int root = sentence_.root();
    if (root < 0 || !nominal(word(root))) return;
    Tree tree(sentence_);
    for (uint16_t verb : tree.children(root)) {
      if (word(verb).rel != Deprel::kAclRelcl || word(verb).upos != Upos::kVerb || word(verb - 1).form != ",") continue;
      if (word(verb).xpos != "VBD" && word(verb).xpos != "VBZ" && word(verb).xpos != "VBP") continue;
      int relative = -1;
      for (uint16_t c : tree.children(verb))
        if (c < verb - 2 && c > root && (word(c).lemma == "which" || word(c).lemma == "who")) relative = c;
      if (relative < 0) continue;
      // What stood before the verb belongs to the relative clause.
      std::vector<int> before;
      for (uint16_t c : tree.children(verb))
        if (c < verb && c != relative && base(word(c).rel) != Deprel::kAux) before.push_back(c);
      promote(tree, root, verb, Deprel::kNsubj);
      hang(relative, root, Deprel::kDep);
      for (int c : before) hang(c, relative, Deprel::kDep);
      return;
    }
  }

  // *Fighters killed three men when they stormed it, survivors told us*: of two subjects of telling the first acts in what is told.
  void told_behind() {
    Tree tree(sentence_);
    int told = sentence_.root();
    if (told < 0 || word(told).upos != Upos::kVerb) return;
    int first = -1, teller = -1;
    for (uint16_t c : tree.children(told))
      if (base(word(c).rel) == Deprel::kNsubj && c < told) (first < 0 ? first : teller) = c;
    if (teller < 0 || tree.last(teller) != told - 1 || tree.first(teller) == 0 || word(tree.first(teller) - 1).form != ",") return;
    int deed = -1;
    for (uint16_t c : tree.children(first))
      if (c > first && word(c).upos == Upos::kVerb && base(word(c).rel) == Deprel::kAcl && deed < 0) deed = c;
    if (deed < 0) return;
    for (uint16_t c : tree.children(told))
      if (c > deed && c < tree.first(teller) - 1) hang(c, deed, word(c).rel);
    hang(deed, told, Deprel::kCcomp);
    hang(first, deed, Deprel::kNsubj);
    if (word(deed).xpos == "VBN" && !tree.has_child(deed, Deprel::kAux)) word(deed).xpos = "VBD";
    for (uint16_t c : tree.children(deed))
      if (c > deed && nominal(word(c)) && base(word(c).rel) == Deprel::kObl && counted(tree, deed, c)) word(c).rel = Deprel::kObj;
  }

  // *at least 200 civilians*: what stands right behind the verb but for words of measure is no oblique.
  bool counted(const Tree& tree, int verb, int noun) {
    return tree.first(noun) == verb + 1 && word(verb + 1).lemma == "at" && word(verb + 2).lemma == "least";
  }

  // The verb becomes the root and the old root its argument; what stands behind the verb is the verb's.
  void promote(const Tree& tree, int root, int verb, Deprel rel) {
    std::vector<int> later;
    for (uint16_t c : tree.children(root))
      if (c > verb) later.push_back(c);
    for (int c : later) hang(c, verb, word(c).rel);
    hang(verb, -1, Deprel::kRoot);
    hang(root, verb, rel);
  }

  Sentence& sentence_;
};

}  // namespace

void mend_past_verbs(Sentence& sentence) {
  PastVerbMender(sentence).run();
}

}  // namespace demarche

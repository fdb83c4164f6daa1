#include "coder/spoken_clauses.h"

#include "base/strings.h"
#include "language/tree.h"

namespace demarche {

namespace {

bool nominal(const Word& word) {
  return word.upos == Upos::kNoun || word.upos == Upos::kPropn || word.upos == Upos::kPron || word.upos == Upos::kNum;
}

class SpokenMender {
 public:
  SpokenMender(Sentence& sentence, ClassId says, const Lexicon& lexicon) : sentence_(sentence), says_(says), lexicon_(lexicon) {}

  void run() {
    for (int i = 3; i < size(); ++i)
      if (finite(i) && lexicon_.classes().has(lower_ascii(word(i).lemma), says_)) tagged(i);
  }

 private:
  int size() const { return static_cast<int>(sentence_.words.size()); }
  Word& word(int i) { return sentence_.words[static_cast<size_t>(i)]; }
  bool finite(int i) { return word(i).upos == Upos::kVerb && (word(i).xpos == "VBD" || word(i).xpos == "VBZ" || word(i).xpos == "VBP"); }

  static bool closing(std::string_view form) { return form == "”" || form == "\"" || form == "''" || form == "’" || form == "'"; }

  // The comma that ends what is said before *the minister said* or *said the minister*; -1 where the verb stands otherwise.
  int comma_before(int verb) {
    Tree tree(sentence_);
    int at = verb - 1;
    while (at >= 0 && closing(word(at).form)) --at;
    if (at >= 0 && word(at).form == ",") return at;
    // A noun phrase between the comma and the verb, perhaps with an apposition between commas of its own.
    if (!nominal(word(verb - 1)) && word(verb - 1).form != ",") return -1;
    int subject = -1;
    for (uint16_t c : tree.children(verb))
      if (c < verb && word(c).rel == Deprel::kNsubj) subject = c;
    if (subject < 0) return -1;
    at = tree.first(subject) - 1;
    while (at >= 0 && closing(word(at).form)) --at;
    return at >= 0 && word(at).form == "," ? at : -1;
  }

  void tagged(int verb) {
    int comma = comma_before(verb);
    if (comma < 2) return;
    Tree tree(sentence_);
    int said = -1;
    for (uint16_t c : tree.children(verb)) {
      if (c > comma || base(word(c).rel) != Deprel::kCcomp) continue;
      bool better = said < 0 || (word(c).upos == Upos::kVerb && word(said).upos != Upos::kVerb);
      if (better) said = c;
    }
    if (said < 0) return;
    bool subject = tree.has_child(said, Deprel::kNsubj);
    const bool there = tree.has_child(said, Deprel::kExpl);
    for (uint16_t c : tree.children(verb)) {
      Deprel rel = base(word(c).rel);
      if (c == said || c > comma || tree.last(c) > comma || rel == Deprel::kCc || rel == Deprel::kPunct || rel == Deprel::kAux) continue;
      word(c).head = static_cast<int16_t>(said);
      if (rel == Deprel::kNsubj && subject) word(c).rel = Deprel::kDep;
      if (rel == Deprel::kCcomp) word(c).rel = there && !subject && nominal(word(c)) ? Deprel::kNsubj : Deprel::kParataxis;
      subject = subject || rel == Deprel::kNsubj;
    }
  }

  Sentence& sentence_;
  ClassId says_;
  const Lexicon& lexicon_;
};

}  // namespace

void mend_spoken_clauses(std::vector<Sentence>& sentences, const Lexicon& lexicon) {
  auto says = lexicon.classes().find("say_verb");
  if (!says) return;
  for (Sentence& sentence : sentences) SpokenMender(sentence, *says, lexicon).run();
}

}  // namespace demarche

#include "coder/spoken_clauses.h"

#include "base/strings.h"
#include "coder/word_kinds.h"
#include "language/tree.h"

namespace demarche {

namespace {

class SpokenMender {
 public:
  SpokenMender(Sentence& sentence, ClassId says, const Lexicon& lexicon) : sentence_(sentence), says_(says), lexicon_(lexicon) {}

  void run() {
    last_word();
    opening_question();
    for (int i = 2; i < size(); ++i)
      if (says(i)) close_to(i);
    for (int i = 2; i < size(); ++i) {
      if (word(i).xpos == "VBG") joined_participle(i);
      if (word(i).xpos == "VB" && base(word(i).rel) == Deprel::kObl && word(i - 1).xpos == "TO" && word(i).head < i)
        word(i).rel = Deprel::kXcomp;
      if (lower_ascii(word(i).form) == "that") that_clause(i);
    }
    for (int i = 1; i < size(); ++i) {
      if (word(i).form == ";") semicolon(i);
      if (!says(i)) continue;
      lost_speaker(i);
      active(i);
      apposed(i);
      named_behind(i);
      parenthesis(i);
      interrupted(i);
      joined_saying(i);
    }
    for (int i = 3; i < size(); ++i)
      if (finite(i) && lexicon_.classes().has(lower_ascii(word(i).lemma), says_)) tagged(i);
  }

 private:
  int size() const { return static_cast<int>(sentence_.words.size()); }
  Word& word(int i) { return sentence_.words[static_cast<size_t>(i)]; }
  bool finite(int i) { return word(i).upos == Upos::kVerb && (word(i).xpos == "VBD" || word(i).xpos == "VBZ" || word(i).xpos == "VBP"); }

  bool says(int i) { return word(i).upos == Upos::kVerb && lexicon_.classes().has(lower_ascii(word(i).lemma), says_); }
  void hang(int i, int head, Deprel rel) {
    word(i).head = static_cast<int16_t>(head);
    word(i).rel = rel;
  }

  // ---- *seeking to close a deal and asking that they leave*: participles go together
  void joined_participle(int i) {
    Tree tree(sentence_);
    int infinitive = tree.head(i), above = infinitive >= 0 ? tree.head(infinitive) : -1;
    bool joined = base(word(i).rel) == Deprel::kConj && infinitive >= 0 && word(infinitive).xpos == "VB" &&
                  tree.mark_lemma(infinitive) == "to" && above >= 0 && above < infinitive && word(above).xpos == "VBG";
    if (joined) word(i).head = static_cast<int16_t>(above);
  }

  // ---- *promised him on Friday that aid would come*: a whole clause behind *that*, hung on the noun before it or joined to something

  void that_clause(int that) {
    Tree tree(sentence_);
    int clause = tree.head(that), up = clause >= 0 ? tree.head(clause) : -1;
    if (clause < that || up < 0 || up > that || tree.first(clause) != that || !whole(tree, clause, that)) return;
    Deprel rel = base(word(clause).rel);
    int verb = -1;
    bool also = false;
    if (rel == Deprel::kConj && says(that - 1) && !tree.has_child(that - 1, Deprel::kCcomp))
      verb = that - 1;
    else if ((rel == Deprel::kConj || rel == Deprel::kAdvcl) && says(up) && (also = true))
      verb = up;  // *told them that they lost, and that they must go; repeated a week ago that he would go*
    else if (rel == Deprel::kAcl)
      verb = teller(tree, up);
    if (verb < 0 || (!also && tree.has_child(verb, Deprel::kCcomp)) || tree.under(verb, clause)) return;
    hang(clause, verb, Deprel::kCcomp);
    hang(that, clause, Deprel::kMark);
    word(that).upos = Upos::kSconj;
    word(that).xpos = "IN";
  }

  // Has a subject besides *that*, so that *that* stands for nothing in it.
  bool whole(const Tree& tree, int clause, int that) {
    bool subject = false;
    for (uint16_t c : tree.children(clause)) {
      Deprel rel = base(word(c).rel);
      subject = subject || (c != that && (rel == Deprel::kNsubj || rel == Deprel::kExpl || rel == Deprel::kCsubj));
    }
    if (!subject) return false;
    // *the day that they arrived*, *the offer that he made*: a gap that *that* fills.
    return word(that).upos == Upos::kSconj || base(word(that).rel) == Deprel::kNsubj || word(clause).xpos == "VBN" ||
           tree.has_child(clause, Deprel::kObj);
  }

  // The verb of saying that a noun is a time of or that it tells the noun: *said on Monday, told the assembly*.
  int teller(const Tree& tree, int noun) {
    int verb = tree.head(noun);
    if (verb < 0 || verb > noun || !says(verb)) return -1;
    Deprel rel = base(word(noun).rel);
    static constexpr std::string_view kTells[] = {"tell", "inform", "assure", "remind", "warn", "promise", "notify", "advise"};
    bool tells = false;
    for (std::string_view one : kTells) tells = tells || word(verb).lemma == one;
    if (rel == Deprel::kObl || (tells && (rel == Deprel::kObj || rel == Deprel::kIobj))) return verb;
    return -1;
  }

  // ---- *Asked about the strike, she said ...*: the question hangs on the answer, not the other way
  void opening_question() {
    if (size() < 6 || word(0).lemma != "ask" || word(0).upos != Upos::kVerb) return;
    Tree tree(sentence_);
    int answer = tree.head(0);
    if (answer > 0) {
      if (base(word(0).rel) == Deprel::kCcomp || base(word(0).rel) == Deprel::kParataxis) word(0).rel = Deprel::kAdvcl;
      word(0).xpos = "VBN";
      return;
    }
    for (uint16_t c : tree.children(0)) {
      bool clause =
          (base(word(c).rel) == Deprel::kCcomp || base(word(c).rel) == Deprel::kConj || base(word(c).rel) == Deprel::kParataxis) &&
          tree.has_child(c, Deprel::kNsubj) && tree.mark_lemma(c).empty() && word(tree.first(c) - 1).form == ",";
      if (clause) answer = c;
    }
    if (answer <= 0) return;
    for (uint16_t c : tree.children(0))
      if (c > answer) hang(c, answer, word(c).rel);
    hang(answer, -1, Deprel::kRoot);
    hang(0, answer, Deprel::kAdvcl);
    word(0).xpos = "VBN";
  }

  // ---- *"..., " Ana Sol notes.*, the verb at the end read as a noun in the plural
  void last_word() {
    int verb = size() - 2;
    if (verb < 4 || word(verb).xpos != "NNS" || word(size() - 1).form != "." || !nominal_or_number(word(verb - 1))) return;
    std::string form = lower_ascii(word(verb).form);
    if (!form.ends_with("s") || !lexicon_.classes().has(form.substr(0, form.size() - 1), says_)) return;
    int first = verb - 1;
    while (first > 0 && (nominal_or_number(word(first - 1)) || word(first - 1).upos == Upos::kDet || word(first - 1).upos == Upos::kAdj))
      --first;
    if (first < 3 || (word(first - 1).form != "," && !closing(word(first - 1).form))) return;
    Tree tree(sentence_);
    int root = sentence_.root();
    if (root < 0 || (root >= first && root != verb)) return;
    for (int w = first; w < verb; ++w)
      if (int up = tree.head(w); w == verb - 1)
        hang(w, verb, Deprel::kNsubj);
      else if (up < first || up >= verb)
        hang(w, verb - 1, Deprel::kCompound);
    if (root != verb) {
      hang(verb, -1, Deprel::kRoot);
      hang(root, verb, Deprel::kCcomp);
    }
    word(verb).upos = Upos::kVerb;
    word(verb).xpos = "VBZ";
    word(verb).lemma = form.substr(0, form.size() - 1);
  }

  // ---- *sources close to the talks told*: an adjective behind the speaker that was taken for what is said
  void close_to(int verb) {
    Tree tree(sentence_);
    int subject = tree.child(verb, Deprel::kNsubj);
    if (subject < 0 || subject > verb) return;
    for (uint16_t c : tree.children(verb))
      if (c > subject && c < verb && base(word(c).rel) == Deprel::kCcomp && word(c).upos == Upos::kAdj && tree.first(c) == subject + 1 &&
          tree.last(c) == verb - 1)
        hang(c, subject, Deprel::kAmod);
  }

  // ---- *the envoy, who had come early, warned of famine*, read as a passive without its auxiliary
  void active(int verb) {
    if (word(verb).xpos != "VBN" || word(verb - 1).form != ",") return;
    Tree tree(sentence_);
    if (tree.has_child(verb, Deprel::kAux)) return;
    for (uint16_t c : tree.children(verb))
      if (word(c).rel == Deprel::kNsubjPass && c < verb) {
        word(c).rel = Deprel::kNsubj;
        word(verb).xpos = "VBD";
      }
  }

  // ---- *the reverse, a former envoy cautioned, would be worse*, read as an apposition
  void apposed(int verb) {
    if ((word(verb).xpos != "VBN" && word(verb).xpos != "VBD") || base(word(verb).rel) != Deprel::kAppos || verb + 1 >= size() ||
        word(verb + 1).form != ",")
      return;
    int speaker = verb - 1;
    if (word(speaker).upos != Upos::kNoun && word(speaker).upos != Upos::kPropn) return;
    Tree tree(sentence_);
    int clause = tree.head(verb);
    // The speaker under the verb, or beside it under the same noun.
    bool beside = tree.head(speaker) == clause && base(word(speaker).rel) == Deprel::kAppos;
    int first = tree.first(beside ? speaker : verb);
    bool comma = word(first).form == "," || (first > 0 && word(first - 1).form == ",");
    if ((tree.head(speaker) != verb && !beside) || !comma) return;
    while (clause >= 0 && word(clause).upos != Upos::kVerb) clause = tree.head(clause);
    if (clause < 0) return;
    for (uint16_t c : tree.children(verb))
      if (c < speaker && word(c).upos != Upos::kPunct) word(c).head = static_cast<int16_t>(speaker);
    hang(speaker, verb, Deprel::kNsubj);
    hang(verb, clause, Deprel::kParataxis);
    word(verb).xpos = "VBD";
  }

  static bool capital(std::string_view form) { return !form.empty() && form.front() >= 'A' && form.front() <= 'Z'; }

  // ---- *"..., " said Relief Watch President Ana Sol*: names behind the verb, one of them taken for a verb
  void named_behind(int verb) {
    if (!finite(verb) || (word(verb - 1).form != "," && !closing(word(verb - 1).form))) return;
    Tree tree(sentence_);
    int end = verb + 1;
    bool lost = false;
    while (end < size() && capital(word(end).form) && word(end).upos != Upos::kPunct) {
      lost = lost || word(end).upos == Upos::kVerb;
      ++end;
    }
    if (!lost || end < size() - 1 + (word(size() - 1).upos == Upos::kPunct ? 0 : 1)) {
      if (!lost || end >= size() || word(end).upos != Upos::kPunct) return;
    }
    int head = -1;
    for (int w = verb + 1; w < end; ++w)
      if (word(w).upos == Upos::kPropn && base(word(w).rel) != Deprel::kFlat && base(word(w).rel) != Deprel::kCompound &&
          word(w).rel != Deprel::kNmodDesc)
        head = w;
    if (head < 0) head = end - 1;
    for (int w = verb + 1; w < end; ++w) {
      if (word(w).upos == Upos::kVerb) word(w).upos = Upos::kPropn;
      int up = tree.head(w);
      bool stays =
          w != head && up > verb && up < end && word(w).rel != Deprel::kObj && tree.head(up) != w && base(word(up).rel) != Deprel::kCcomp;
      if (w == head)
        hang(w, verb, Deprel::kNsubj);
      else if (!stays)
        hang(w, head, w < head ? Deprel::kCompound : Deprel::kFlat);
    }
  }

  // ---- *Kim, the agency reported, had told them ...*: between commas it is no clause of the other's
  void parenthesis(int verb) {
    if (!finite(verb) || verb + 2 >= size() || word(verb + 1).form != ",") return;
    Tree tree(sentence_);
    int subject = tree.child(verb, Deprel::kNsubj), up = tree.head(verb);
    if (subject < 0 || subject > verb || up < 0 || up < verb || base(word(verb).rel) != Deprel::kCcomp) return;
    int first = tree.first(subject);
    if (first < 1 || word(first - 1).form != "," || tree.has_child(verb, Deprel::kCcomp) || tree.has_child(verb, Deprel::kObj)) return;
    word(verb).rel = Deprel::kParataxis;
  }

  // ---- *If they went, he warned, the alliance would leave*: what stands on both sides of the warning is one clause
  void interrupted(int verb) {
    if (!finite(verb) || verb + 3 >= size() || word(verb + 1).form != ",") return;
    Tree tree(sentence_);
    int subject = tree.child(verb, Deprel::kNsubj), said = -1;
    for (uint16_t c : tree.children(verb))
      if (c > verb && base(word(c).rel) == Deprel::kCcomp) said = c;
    if (subject < 1 || subject > verb || said < 0) return;
    int first = tree.first(subject);
    if (first < 2 || word(first - 1).form != ",") return;
    for (uint16_t c : tree.children(verb)) {
      Deprel rel = base(word(c).rel);
      if (c < first && (rel == Deprel::kAdvcl || rel == Deprel::kObl)) word(c).head = static_cast<int16_t>(said);
      if (c > verb && c < said && rel == Deprel::kObj && !tree.has_child(said, Deprel::kNsubj)) hang(c, said, Deprel::kNsubj);
    }
  }

  // ---- *"If they sign," one diplomat said, "it can be settled"*, with the diplomat for a second subject of the settling
  void lost_speaker(int verb) {
    if (!finite(verb) || verb + 3 >= size()) return;
    int clause = -1;
    for (int c = verb + 1; c < size() && clause < 0; ++c)
      if (word(c).head == verb && base(word(c).rel) == Deprel::kCcomp) clause = c;
    if (clause < 0) return;
    int speaker = -1, other = -1;
    for (int c = 0; c < clause; ++c) {
      if (word(c).head == verb && base(word(c).rel) == Deprel::kNsubj) return;
      if (word(c).head == clause && base(word(c).rel) == Deprel::kNsubj) (speaker < 0 ? speaker : other) = c;
    }
    if (other < verb) return;
    Tree tree(sentence_);
    int first = tree.first(speaker), last = tree.last(speaker);
    bool before = last == verb - 1 && first > 0 && (word(first - 1).form == "," || closing(word(first - 1).form));
    bool behind = first == verb + 1 && word(last + 1).form == ",";
    if (before || behind) hang(speaker, verb, Deprel::kNsubj);
  }

  // ---- *said that the bridge had been hit but added that ..., they are leaving, and one in ten said ...*: saying goes on from saying
  void joined_saying(int verb) {
    if (word(verb).xpos != "VBD" || base(word(verb).rel) != Deprel::kConj) return;
    Tree tree(sentence_);
    int joined = tree.head(verb), outer = joined >= 0 ? tree.head(joined) : -1;
    if (joined < 0 || outer < 0 || joined > verb || outer > joined || base(word(joined).rel) != Deprel::kCcomp) return;
    if (!says(outer) || word(outer).xpos != "VBD" || says(joined) || !tree.has_child(verb, Deprel::kCc)) return;
    bool own = tree.has_child(verb, Deprel::kNsubj);
    int conjunction = tree.child(verb, Deprel::kCc);
    // With a subject of its own, it must stand behind a comma: *said they are late, and some said they would stay away*.
    if (own && word(conjunction - 1).form != ",") return;
    word(verb).head = static_cast<int16_t>(outer);
  }

  // ---- *asked that it be closed; he said ...*: nothing hangs over a semicolon
  void semicolon(int at) {
    opening_behind(at);
    Tree tree(sentence_);
    for (int c = 1; c < at; ++c) {
      int up = tree.head(c);
      if (up < at || base(word(c).rel) != Deprel::kCcomp || tree.last(c) > at) continue;
      int verb = tree.head(up);
      if (verb < 0 || verb > c || word(verb).upos != Upos::kVerb || tree.has_child(verb, Deprel::kCcomp)) continue;
      word(c).head = static_cast<int16_t>(verb);
    }
  }

  // *it can be settled; if they stay away, it will fail*: what opens the clause behind is of that clause.
  void opening_behind(int at) {
    int clause = -1;
    for (int w = at + 1; w < size() && clause < 0; ++w)
      if (word(w).head >= 0 && word(w).head < at && word(w).upos == Upos::kVerb &&
          (word(w).rel == Deprel::kParataxis || word(w).rel == Deprel::kConj))
        clause = w;
    if (clause < 0) return;
    for (int w = at + 1; w < clause; ++w)
      if (word(w).head >= 0 && word(w).head < at && (word(w).rel == Deprel::kAdvcl || word(w).rel == Deprel::kObl))
        word(w).head = static_cast<int16_t>(clause);
  }

  static bool closing(std::string_view form) { return form == "”" || form == "\"" || form == "''" || form == "’" || form == "'"; }

  // The comma that ends what is said before *the minister said* or *said the minister*; -1 where the verb stands otherwise.
  int comma_before(int verb) {
    Tree tree(sentence_);
    int at = verb - 1;
    while (at >= 0 && closing(word(at).form)) --at;
    if (at >= 0 && word(at).form == ",") return at;
    // A noun phrase between the comma and the verb, perhaps with an apposition between commas of its own.
    if (!nominal_or_number(word(verb - 1)) && word(verb - 1).form != ",") return -1;
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
    // *..., she said, adding that ...*: who said goes on.
    for (int w = verb + 1; w < size(); ++w)
      if (word(w).xpos == "VBG" && says(w) && word(w - 1).form == "," && tree.head(w) >= 0 && tree.head(w) < comma && !tree.under(verb, w))
        hang(w, verb, Deprel::kAdvcl);
    // *Chile and Peru agreed to go, their chiefs said*: the clause taken for a circumstance of saying.
    bool own = tree.child(verb, Deprel::kXcomp) > verb || tree.child(verb, Deprel::kCcomp) > verb || tree.child(verb, Deprel::kObj) > verb;
    if (said < 0 && !own)
      for (uint16_t c : tree.children(verb))
        if (c < comma && base(word(c).rel) == Deprel::kAdvcl && word(c).upos == Upos::kVerb && tree.mark_lemma(c).empty() &&
            (word(c).xpos == "VBD" || word(c).xpos == "VBZ" || word(c).xpos == "VBP" || tree.has_child(c, Deprel::kAux))) {
          said = c;
          word(c).rel = Deprel::kCcomp;
        }
    // The clause may be the sentence's, with its speaker beside it.
    if (said < 0 && base(word(verb).rel) == Deprel::kParataxis && tree.head(verb) >= 0 && tree.head(verb) < comma) said = tree.head(verb);
    if (said < 0) return;
    bool subject = tree.has_child(said, Deprel::kNsubj);
    const bool there = tree.has_child(said, Deprel::kExpl);
    for (uint16_t c : tree.children(verb)) {
      Deprel rel = base(word(c).rel);
      if (c == said || c > comma || tree.last(c) > comma || rel == Deprel::kCc || rel == Deprel::kPunct || rel == Deprel::kAux) continue;
      word(c).head = static_cast<int16_t>(said);
      if (rel == Deprel::kNsubj && subject) word(c).rel = Deprel::kDep;
      if (rel == Deprel::kCcomp) word(c).rel = there && !subject && nominal_or_number(word(c)) ? Deprel::kNsubj : Deprel::kParataxis;
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

#include "coder/slips.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "coder/attachments.h"
#include "coder/gerund_clauses.h"
#include "coder/lemmas.h"
#include "coder/lost_verbs.h"
#include "coder/misread_clauses.h"
#include "coder/predicative_nouns.h"
#include "coder/slip_words.h"
#include "coder/split_names.h"
#include "language/tree.h"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 12> kParticles{"up",   "down", "off", "out",   "back",  "away",
                                                      "over", "in",   "on",  "apart", "aside", "through"};

class SlipMender {
 public:
  SlipMender(Sentence& sentence, const Lexicon& lexicon) : sentence_(sentence), words_{sentence, lexicon} {}

  void run() {
    if (size() < 3 || sentence_.root() < 0) return;
    names();
    mend_split_names(words_);
    mend_attachments(words_);
    mend_misread_clauses(words_);
    infinitives();
    shared_names();
    nouns();
    subjects_in_objects();
    prepositional_subjects();
    lent_subjects();
    mend_lost_verbs(words_);
    actives();
    no_agents();
    obliques();
    complements();
    particles();
    mend_predicative_nouns(words_);
    mend_gerund_clauses(words_);
    objects();
    told();
  }

 private:
  int size() const { return static_cast<int>(sentence_.words.size()); }
  Word& word(int i) { return words_.word(i); }

  // *Castro and Obama*, joined as the parts of one name; a known name at the head of the sentence, tagged as a common noun.
  void names() {
    if (word(0).upos == Upos::kNoun && word(0).xpos == "NN" && base(word(0).rel) == Deprel::kNsubj && word(0).form.front() >= 'A' &&
        word(0).form.front() <= 'Z' && !words_.noun(0) && !words_.person(0) && words_.name(0)) {
      word(0).upos = Upos::kPropn;
      word(0).xpos = "NNP";
      word(0).lemma = std::string(word(0).form);
    }
    // *Aid to Somalia*, *Withdrawal from the accord*: a capital at the head of a sentence makes no name.
    bool alone = std::none_of(sentence_.words.begin(), sentence_.words.end(), [](const Word& one) {
      return one.head == 0 && (base(one.rel) == Deprel::kFlat || one.rel == Deprel::kCompound);
    });
    if (word(0).upos == Upos::kPropn && alone && word(0).rel != Deprel::kCompound && word(1).upos == Upos::kAdp && words_.noun(0) &&
        !words_.name(0)) {
      word(0).upos = Upos::kNoun;
      word(0).lemma = lower_ascii(word(0).form);
      word(0).xpos = word(0).lemma.ends_with("s") ? "NNS" : "NN";
    }
    for (int i = 1; i < size(); ++i) {
      if (base(word(i).rel) != Deprel::kFlat || word(i - 1).rel != Deprel::kCc || word(i - 1).head != i || word(i).head >= i) continue;
      int first = word(i).head;
      word(i).rel = Deprel::kConj;
      for (int k = i + 1; k < size(); ++k)
        if (word(k).head == first && base(word(k).rel) == Deprel::kFlat) words_.hang(k, i, Deprel::kFlat);
    }
  }

  // *to Cape Verde*, read as an infinitive.
  void capital_infinitive(int i) {
    auto capital = [&](int w) { return word(w).form.front() >= 'A' && word(w).form.front() <= 'Z'; };
    bool misread = word(i).xpos == "VB" && capital(i) && word(i - 1).form == "to" && word(i - 1).head == i && word(i + 1).head == i &&
                   word(i + 1).upos == Upos::kPropn && capital(i + 1) && word(i).head >= 0 && word(i).head < i;
    if (!misread) return;
    word(i).upos = Upos::kPropn;
    word(i).xpos = "NNP";
    word(i).lemma = std::string(word(i).form);
    word(i).rel = word(word(i).head).upos == Upos::kVerb ? Deprel::kObl : Deprel::kNmod;
    words_.hang(i - 1, i, Deprel::kCase);
    words_.hang(i + 1, i, Deprel::kFlat);
  }

  // *asked India to hand over a banker*: tagged as a noun after a preposition.
  void infinitives() {
    for (int i = 1; i + 1 < size(); ++i) {
      capital_infinitive(i);
      if (word(i).upos != Upos::kNoun || word(i).xpos != "NN" || word(i - 1).form != "to" || word(i - 1).head != i ||
          !among(kParticles, word(i + 1).form) || word(i).head < 0 || word(i).head > i)
        continue;
      std::string form = lower_ascii(word(i).form);
      if (!words_.lexicon.frames().find(PredicateKind::kVerb, form + " " + std::string(word(i + 1).form))) continue;
      word(i).upos = Upos::kVerb;
      word(i).xpos = "VB";
      word(i).lemma = form;
      word(i).rel = word(word(i).head).upos == Upos::kVerb ? Deprel::kXcomp : Deprel::kAcl;
      words_.hang(i - 1, i, Deprel::kMark);
      int object = word(i + 1).rel == Deprel::kCase ? word(i + 1).head : -1;
      words_.hang(i + 1, i, Deprel::kCompoundPrt);
      if (object > i) words_.hang(object, i, Deprel::kObj);
      int verb = word(i).head;
      for (Word& one : sentence_.words)
        if (one.rel == Deprel::kIobj && one.head == verb) one.rel = Deprel::kObj;
    }
  }

  // *rallied against Serzh Sargsyan*, *money for Greece and Turkey*: the preposition belongs to the whole name, and names join names.
  void shared_names() {
    for (int i = 0; i < size(); ++i) {
      int head = word(i).head;
      // *massed near the border with Guyana*
      if (base(word(i).rel) == Deprel::kObl && head >= 0 && head < i) border_with(i);
      // *patrol boats to Kenya*, hung on the patrol.
      if (base(word(i).rel) == Deprel::kNmod && head >= 0 && word(head).rel == Deprel::kCompound && word(head).head > head &&
          word(head).head < i)
        head = word(i).head = word(head).head;
      if (word(i).rel == Deprel::kCase && head > i && word(head).rel == Deprel::kCompound && word(head).upos == Upos::kPropn &&
          one_name(head, word(head).head)) {
        word(i).head = word(head).head;
      } else if (word(i).upos == Upos::kPropn && word(i).rel == Deprel::kConj && head >= 0 && head < i && word(head).upos != Upos::kPropn &&
                 !words_.person(head)) {
        Tree tree(sentence_);
        int name = tree.first(i) - 1;
        if (name > head && word(name).upos == Upos::kPropn && tree.under(name, head) && word(tree.first(i)).rel == Deprel::kCc &&
            tree.last(name) == name && base(word(name).rel) == Deprel::kNmod)
          word(i).head = static_cast<int16_t>(name);
      }
    }
  }

  void border_with(int i) {
    static constexpr std::array<std::string_view, 8> kShared{"border", "frontier", "boundary", "line", "tie", "ties", "relations", "talks"};
    int with = i;
    while (with > 0 && word(with).rel != Deprel::kCase) --with;
    if (with < 2 || word(with).head != i || word(with).form != "with") return;
    int noun = with - 1;
    if (among(kShared, lower_ascii(word(noun).form)) && word(noun).upos == Upos::kNoun && word(noun).head == word(i).head)
      words_.hang(i, noun, Deprel::kNmod);
  }

  // *Serzh Sargsyan, Papua New Guinea*: capitals all along.
  bool one_name(int first, int last) {
    if (last <= first || last > first + 3) return false;
    for (int i = first; i <= last; ++i)
      if (word(i).form.front() < 'A' || word(i).form.front() > 'Z') return false;
    return true;
  }

  // ---- *Ecuador imposed tariffs*, *Argentina cut ties*: the name before a finite verb, hung on the object, is its subject

  void subjects_in_objects() {
    for (int i = 1; i + 1 < size(); ++i) {
      int subject = i - 1, noun = word(subject).head;
      if (word(i).upos != Upos::kVerb || (word(i).xpos != "VBD" && word(i).xpos != "VBN" && word(i).xpos != "VBZ") ||
          word(subject).upos != Upos::kPropn || noun <= i || word(noun).head != i || word(noun).rel != Deprel::kObj)
        continue;
      Tree tree(sentence_);
      if (tree.has_child(i, Deprel::kNsubj) || tree.has_child(i, Deprel::kAux)) continue;
      words_.hang(subject, i, Deprel::kNsubj);
      if (word(i).xpos == "VBN") word(i).xpos = "VBD";
    }
  }

  // ---- *its refusal*, *Nixon's visit to China*, *the visa ban*: tagged as adjectives or verbs

  void nouns() {
    Tree tree(sentence_);
    for (int i = 0; i < size(); ++i) {
      Deprel rel = base(word(i).rel);
      if (no_participle(tree, i)) compound_head(tree, i);
      if (noun_behind_adjective(tree, i)) {
        compound_head(tree, i);
        word(i - 1).rel = Deprel::kAmod;
      }
      if (leading_gerund(tree, i)) {
        make_noun(tree, i);
        word(i).rel = Deprel::kNsubj;
      }
      if (rel != Deprel::kNsubj && rel != Deprel::kObj && rel != Deprel::kObl && rel != Deprel::kNmod && rel != Deprel::kCsubj) continue;
      if (word(i).upos == Upos::kVerb || word(i).upos == Upos::kAdj) {
        if (noun_by_its_phrase(tree, i)) make_noun(tree, i);
      } else if (nominal(word(i)) && !tree.has_child(i, Deprel::kCop)) {
        for (uint16_t c : tree.children(i))
          if (c < i && word(c).rel == Deprel::kNsubj && tree.last(c) == i - 1 && nominal(word(c))) word(c).rel = Deprel::kCompound;
      }
    }
  }

  // *in a cattle raid by herders*: a participle that does not look like one, behind the noun it hangs on.
  bool no_participle(const Tree& tree, int i) {
    static constexpr std::array<std::string_view, 22> kUnchanged{
        "cut", "hit",   "put",  "set",  "shut", "spread", "split",  "quit",  "bid",    "beat",      "cast",
        "let", "burst", "cost", "hurt", "rid",  "shed",   "thrust", "upset", "offset", "broadcast", "forecast"};
    std::string form = lower_ascii(word(i).form);
    return i > 0 && word(i).upos == Upos::kVerb && word(i).xpos == "VBN" &&
           (word(i).head == i - 1 || (word(i).head == word(i - 1).head && tree.last(i - 1) == i - 1)) && word(i - 1).upos == Upos::kNoun &&
           !form.ends_with("ed") && !among(kUnchanged, form) && irregular_lemma(form).empty() && words_.noun(i);
  }

  // *exposed Russian espionage*: the adjective taken for the object, the noun for an adverb.
  bool noun_behind_adjective(const Tree& tree, int i) {
    return i > 0 && (word(i).upos == Upos::kAdj || word(i).upos == Upos::kAdv) && word(i).head == word(i - 1).head && word(i).head >= 0 &&
           word(i - 1).upos == Upos::kAdj && (word(i - 1).rel == Deprel::kObj || base(word(i - 1).rel) == Deprel::kObl) &&
           tree.last(i - 1) == i - 1 && words_.noun(i);
  }

  void compound_head(const Tree& tree, int i) {
    make_noun(tree, i);
    int modifier = i - 1;
    words_.hang(i, word(modifier).head, word(modifier).rel);
    for (uint16_t c : tree.children(modifier))
      if (c != i) word(c).head = static_cast<int16_t>(i);
    words_.hang(modifier, i, Deprel::kCompound);
  }

  // *Fighting between two armies killed dozens*, read as *while they fought*.
  bool leading_gerund(const Tree& tree, int i) {
    int verb = word(i).head;
    if (word(i).xpos != "VBG" || word(i).rel != Deprel::kAdvcl || verb < i || tree.last(i) != verb - 1 || !words_.noun(i)) return false;
    if (tree.has_child(i, Deprel::kObj) || tree.has_child(i, Deprel::kMark) || !tree.has_child(i, Deprel::kObl)) return false;
    return word(verb).upos == Upos::kVerb && !tree.has_child(verb, Deprel::kNsubj) && !tree.has_child(verb, Deprel::kCsubj);
  }

  bool noun_by_its_phrase(const Tree& tree, int i) {
    bool counted = tree.has_child(i, Deprel::kNummod) || tree.has_child(i, Deprel::kDet);
    bool plain = word(i).upos == Upos::kVerb && (word(i).xpos == "VBZ" || word(i).xpos == "VBP" || word(i).xpos == "VB");
    if (tree.has_child(i, Deprel::kObj) || tree.has_child(i, Deprel::kCop) || tree.has_child(i, Deprel::kAux)) return false;
    if (plain && counted && !tree.has_child(i, Deprel::kNsubj)) return true;
    if (!words_.noun(i)) return false;
    bool verb = word(i).upos == Upos::kVerb;
    for (uint16_t c : tree.children(i)) {
      Deprel rel = word(c).rel;
      if (rel == Deprel::kMark) return false;
      if (c < i && (rel == Deprel::kNmodPoss || rel == Deprel::kDet)) return true;
      if (!verb && c < i && rel == Deprel::kCase) return true;
      if (verb && c < i && tree.last(c) == i - 1 && rel == Deprel::kNsubj && word(c).upos == Upos::kNoun) return true;
    }
    return false;
  }

  void make_noun(const Tree& tree, int i) {
    word(i).upos = Upos::kNoun;
    word(i).lemma = lower_ascii(word(i).form);
    word(i).xpos = word(i).lemma.ends_with("s") && !word(i).lemma.ends_with("ss") ? "NNS" : "NN";
    if (word(i).rel == Deprel::kCsubj) word(i).rel = Deprel::kNsubj;
    if (word(i).rel == Deprel::kCsubjPass) word(i).rel = Deprel::kNsubjPass;
    for (uint16_t c : tree.children(i)) {
      Deprel rel = base(word(c).rel);
      if (rel == Deprel::kNsubj) word(c).rel = Deprel::kCompound;
      if (rel == Deprel::kObl) word(c).rel = Deprel::kNmod;
      if (rel == Deprel::kXcomp || rel == Deprel::kAdvcl) word(c).rel = Deprel::kAcl;
    }
  }

  // ---- *the exercise with Brunei opened*: a subject has no preposition; the noun before it is the subject

  void prepositional_subjects() {
    for (int i = 2; i < size(); ++i)
      if (base(word(i).rel) == Deprel::kNsubj && word(i).head > i && nominal(word(i))) prepositional_subject(i);
  }

  void prepositional_subject(int i) {
    static constexpr std::array<std::string_view, 12> kOfNouns{"of", "between", "with", "for", "on",   "in",
                                                               "to", "against", "by",   "at",  "from", "into"};
    Tree tree(sentence_);
    int verb = word(i).head, first = tree.first(i);
    if (first < 1 || word(first).rel != Deprel::kCase || word(first).head != i || !among(kOfNouns, tree.case_lemma(i))) return;
    if (word(first + 1).upos == Upos::kNum || word(verb).upos != Upos::kVerb) return;
    int noun = first - 1;
    if (!nominal(word(noun))) return;
    while (tree.head(noun) >= 0 && tree.head(noun) < first && nominal(word(tree.head(noun)))) noun = tree.head(noun);
    if (tree.under(verb, noun) && word(verb).head != noun) return;
    bool beside = word(noun).head == verb;
    bool above = word(verb).head == noun;
    bool before = word(noun).head >= 0 && word(verb).head == word(noun).head && base(word(verb).rel) == Deprel::kAdvcl;
    if (!beside && !above && !before) return;
    if (beside && base(word(noun).rel) != Deprel::kNsubj) return;
    if (above) words_.hang(verb, word(noun).head, word(noun).rel);
    if (above && word(verb).xpos == "VBN" && !tree.has_child(verb, Deprel::kAuxPass) && !tree.has_child(verb, Deprel::kAux))
      word(verb).xpos = "VBD";
    for (uint16_t c : tree.children(noun)) {
      if (above && base(word(c).rel) == Deprel::kPunct && c > verb) word(c).head = static_cast<int16_t>(verb);
      if (before && word(c).rel == Deprel::kCase && c < noun) words_.hang(c, verb, Deprel::kMark);
    }
    words_.hang(noun, verb, word(i).rel);
    words_.hang(i, noun, Deprel::kNmod);
  }

  // ---- *Rockets wounded four children, the governor said*, with both subjects on the saying; *according to the files, Bonn paid*, with
  // Bonn for an apposition: what closes no apposition by a comma is the subject

  void lent_subjects() {
    Tree tree(sentence_);
    for (int i = 1; i < size(); ++i) {
      if (word(i).upos == Upos::kVerb && word(i).rel == Deprel::kAcl && fronted(tree, i)) {
        int noun = word(i).head, saying = word(noun).head;
        words_.hang(i, saying, Deprel::kCcomp);
        words_.hang(noun, i, Deprel::kNsubj);
        word(i).xpos = "VBD";
        continue;
      }
      if (word(i).upos != Upos::kVerb || tree.has_child(i, Deprel::kNsubj) || tree.has_child(i, Deprel::kNsubjPass) ||
          tree.has_child(i, Deprel::kCsubj))
        continue;
      bool finite = word(i).xpos == "VBD" || word(i).xpos == "VBZ" || word(i).xpos == "VBP" || tree.has_child(i, Deprel::kAux);
      if (!finite) continue;
      int verb = word(i).head, before = tree.first(i) - 1;
      if (word(i).rel == Deprel::kCcomp && verb > i && before >= 0 && other_subject(tree, verb, i)) {
        for (uint16_t c : tree.children(verb))
          if (base(word(c).rel) == Deprel::kNsubj && tree.last(c) == before)
            words_.hang(c, i, tree.has_child(i, Deprel::kAuxPass) ? Deprel::kNsubjPass : Deprel::kNsubj);
        continue;
      }
      for (int top = i - 1; top > 0 && nominal(word(top)); top = word(top).head) {
        if (word(top).rel == Deprel::kAppos && tree.last(top) == i - 1 && word(tree.first(top) - 1).form == "," && word(top).head < top &&
            word(word(top).head).head == i)
          words_.hang(top, i, Deprel::kNsubj);
        if (word(top).head < 0 || word(top).head > i) break;
      }
    }
  }

  // *Pakistani aircraft killed fourteen, the governor said*, with the aircraft for a second subject of the saying.
  bool fronted(const Tree& tree, int i) {
    int noun = word(i).head;
    if (word(i).xpos != "VBN" && word(i).xpos != "VBD") return false;
    if (noun < 0 || noun > i || base(word(noun).rel) != Deprel::kNsubj || word(noun).head <= i || tree.first(i) != i) return false;
    for (uint16_t c : tree.children(i))
      if (word(c).rel == Deprel::kOblAgent) return false;
    return other_subject(tree, word(noun).head, i);
  }

  bool other_subject(const Tree& tree, int verb, int clause) {
    for (uint16_t c : tree.children(verb))
      if (base(word(c).rel) == Deprel::kNsubj && c > clause && c < verb) return true;
    return false;
  }

  // ---- *soldiers clashed with troops*: no passive without its auxiliary

  void actives() {
    if (!words_.full_sentence()) return;
    Tree tree(sentence_);
    for (int i = 1; i < size(); ++i) {
      int subject = tree.child(i, Deprel::kNsubjPass);
      if (subject < 0 || subject > i || word(i).upos != Upos::kVerb || (word(i).xpos != "VBN" && word(i).xpos != "VBD")) continue;
      if (!active(tree, i)) continue;
      word(subject).rel = Deprel::kNsubj;
      word(i).xpos = "VBD";
      for (uint16_t c : tree.children(i))
        if (word(c).rel == Deprel::kOblAgent) word(c).rel = Deprel::kObl;
    }
  }

  bool active(const Tree& tree, int i) {
    for (uint16_t c : tree.children(i))
      if (word(c).rel == Deprel::kAuxPass || word(c).rel == Deprel::kAux) return false;
    Deprel rel = base(word(i).rel);
    if (rel == Deprel::kAcl && word(i).rel != Deprel::kAclRelcl) return false;
    if (rel == Deprel::kAdvcl && !tree.has_child(i, Deprel::kMark)) return false;
    // *ten were killed and five wounded*
    if (rel == Deprel::kConj && tree.has_child(tree.first_conjunct(i), Deprel::kAuxPass)) return false;
    if (tree.has_child(i, Deprel::kObj)) return true;
    return words_.may_lack_object(i);
  }

  // ---- *stood by Venezuela*, *called by phone*, *freed by Tuesday*: an agent needs a passive, and no time is one

  void no_agents() {
    for (int i = 2; i < size(); ++i) {
      int verb = word(i).head;
      if (word(i).rel != Deprel::kOblAgent || verb < 0 || verb > i) continue;
      bool finite = word(verb).xpos == "VBD" || word(verb).xpos == "VBZ" || word(verb).xpos == "VBP" || word(verb).xpos == "VB";
      if (names_time(word(i)) || (finite && active_subject(verb))) word(i).rel = Deprel::kObl;
    }
  }

  bool active_subject(int verb) {
    bool subject = false;
    for (int c = 0; c < size(); ++c) {
      if (word(c).head != verb) continue;
      if (word(c).rel == Deprel::kAuxPass || word(c).rel == Deprel::kNsubjPass) return false;
      subject = subject || word(c).rel == Deprel::kNsubj;
    }
    return subject;
  }

  // ---- *reduced the town to rubble*, *dedicated itself to talks*: a noun with a preposition is no clause

  void obliques() {
    static constexpr std::array<std::string_view, 5> kDestinies{"trial", "court", "task", "heel", "ransom"};
    Tree tree(sentence_);
    for (int i = 1; i < size(); ++i) {
      Deprel rel = base(word(i).rel);
      if ((rel != Deprel::kAdvcl && rel != Deprel::kXcomp) || word(i).head < 0) continue;
      int to = -1;
      bool clause = tree.has_child(i, Deprel::kObj) || tree.has_child(i, Deprel::kNsubj) || tree.has_child(i, Deprel::kCop);
      for (uint16_t c : tree.children(i))
        if (c < i && (word(c).rel == Deprel::kCase || (word(c).rel == Deprel::kMark && lower_ascii(word(c).form) == "to"))) to = c;
      if (to < 0 || clause) continue;
      bool noun = nominal(word(i));
      // *brought him to trial*: tagged as a verb.
      if (!noun && word(i).xpos == "VB" && among(kDestinies, lower_ascii(word(i).form))) {
        make_noun(tree, i);
        noun = true;
      }
      if (!noun) continue;
      word(to).rel = Deprel::kCase;
      word(to).upos = Upos::kAdp;
      word(i).rel = word(word(i).head).upos == Upos::kVerb ? Deprel::kObl : Deprel::kNmod;
    }
  }

  // ---- *wept after the deal to withdraw from Hebron*: the infinitive right behind a noun that takes one

  void complements() {
    for (int i = 2; i < size(); ++i) {
      if (word(i).rel != Deprel::kAdvcl || word(i).upos != Upos::kVerb || word(i).xpos != "VB" || word(i).head < 0 || word(i).head > i)
        continue;
      Tree tree(sentence_);
      int first = tree.first(i), noun = first - 1, verb = word(i).head;
      if (tree.mark_lemma(i) != "to" || word(noun).upos != Upos::kNoun || word(noun).head != verb || base(word(noun).rel) != Deprel::kObl ||
          tree.last(noun) != noun || !words_.noun_with_clause(noun))
        continue;
      words_.hang(i, noun, Deprel::kAcl);
    }
  }

  // ---- *caved in to demands*, *shot a jet down above the border*: of two prepositions the first is the verb's particle

  void particles() {
    Tree tree(sentence_);
    for (int i = 1; i + 1 < size(); ++i) {
      std::string form = lower_ascii(word(i).form);
      if (!among(kParticles, form)) continue;
      int verb = -1;
      if (word(i).rel == Deprel::kCase && word(i + 1).rel == Deprel::kCase && word(i).head == word(i + 1).head &&
          word(i + 1).lemma != "of" && !(form == "up" && word(i + 1).lemma == "to") && !(form == "in" && word(i + 1).lemma == "between"))
        verb = word(word(i).head).head;
      else if (word(i).rel == Deprel::kAdvmod && tree.first(i) == tree.last(i))
        verb = word(i).head;
      if (verb < 0 || verb > i || word(verb).upos != Upos::kVerb || !words_.verb_with(verb, form)) continue;
      int object = tree.child(verb, Deprel::kObj);
      if (verb != i - 1 && (object < 0 || tree.last(object) != i - 1)) continue;
      words_.hang(i, verb, Deprel::kCompoundPrt);
      word(i).xpos = "RP";
      word(i).lemma = form;
    }
  }

  // ---- *censured South Africa*, *insulted Obama hours before the summit*: a bare name right behind a verb is its object

  void objects() {
    for (int i = 0; i + 1 < size(); ++i) {
      if (word(i).upos != Upos::kVerb) continue;
      Tree tree(sentence_);
      compound_object(tree, i);
      object_renamed(tree, i);
      predicative(tree, i);
      if (tree.has_child(i, Deprel::kObj) || tree.has_child(i, Deprel::kAuxPass) || tree.has_child(i, Deprel::kNsubjPass)) continue;
      if (word(i).xpos == "VBN" && !tree.has_child(i, Deprel::kAux)) continue;
      int object = bare_object(tree, i);
      if (object >= 0) words_.hang(object, i, Deprel::kObj);
    }
  }

  // *will visit Portugal, his first trip to Lisbon*: behind a comma the object is named once more.
  void object_renamed(const Tree& tree, int verb) {
    int object = tree.child(verb, Deprel::kObj);
    for (uint16_t c : tree.children(verb))
      if (object > verb && c > object && word(c).rel == Deprel::kObj &&
          (word(tree.first(c)).form == "," || word(tree.first(c) - 1).form == ","))
        words_.hang(c, object, Deprel::kAppos);
  }

  // *held a candlelight vigil*, as if there were two objects.
  void compound_object(const Tree& tree, int verb) {
    for (uint16_t c : tree.children(verb)) {
      if (word(c).rel != Deprel::kObj || word(c).xpos != "NN" || c + 1 >= size()) continue;
      if (word(c + 1).rel == Deprel::kObj && word(c + 1).head == verb && tree.first(c + 1) == c + 1 && word(c + 1).upos == Upos::kNoun) {
        words_.hang(c, c + 1, Deprel::kCompound);
        for (uint16_t d : tree.children(c)) word(d).head = static_cast<int16_t>(c + 1);
      }
    }
  }

  // *declared three diplomats unwelcome*: an adjective behind the object.
  void predicative(const Tree& tree, int verb) {
    static constexpr std::array<std::string_view, 13> kNaming{"declare", "call", "consider", "deem", "find",  "hold", "leave",
                                                              "render",  "make", "keep",     "rule", "judge", "set"};
    int object = tree.child(verb, Deprel::kObj);
    if (object < verb || object + 1 >= size() || !among(kNaming, words_.verb_lemma(verb))) return;
    int adjective = object + 1;
    if (word(adjective).upos == Upos::kAdj && word(adjective).rel == Deprel::kAmod && word(adjective).head == object)
      words_.hang(adjective, verb, Deprel::kXcomp);
  }

  int bare_object(const Tree& tree, int verb) {
    for (uint16_t c : tree.children(verb)) {
      if (c < verb || base(word(c).rel) != Deprel::kObl || !nominal(word(c)) || !tree.case_lemma(c).empty()) continue;
      if (tree.first(c) != verb + 1) return -1;
      if (!names_time(word(c)))
        return word(c).upos == Upos::kPropn || tree.has_child(c, Deprel::kDet) || word(c).xpos == "NNS" ? checked(c) : -1;
      bool spans = tree.last(c) == c && c + 1 < size() && (word(c + 1).lemma == "before" || word(c + 1).lemma == "after");
      for (uint16_t d : tree.children(c))
        if (spans && d < c && tree.first(d) == verb + 1 && word(d).upos == Upos::kPropn) return d;
      return -1;
    }
    return -1;
  }

  // *met numerous times*, *rose two per cent*: measures are no objects.
  int checked(int object) {
    static constexpr std::array<std::string_view, 10> kMeasures{"time",  "mile",    "kilometre", "kilometer", "metre",
                                                                "meter", "percent", "foot",      "way",       "round"};
    std::string form = lower_ascii(word(object).form);
    bool measure = among(kMeasures, form) || (form.ends_with("s") && among(kMeasures, std::string_view(form).substr(0, form.size() - 1)));
    return measure ? -1 : object;
  }

  // *ordered a diplomat to leave*: what people are told to do is no attribute of theirs, and a participle behind a comma is of who tells.
  void told() {
    static constexpr std::array<std::string_view, 20> kTellers{
        "order",  "ask",  "urge", "tell",    "force",   "instruct",  "direct",   "compel",  "persuade", "press",
        "oblige", "warn", "beg",  "implore", "command", "encourage", "pressure", "request", "require",  "allow"};
    for (int done = 1; done < size(); ++done) {
      if (word(done).xpos != "VB" || word(done).head < 0 || word(done).head > done) continue;
      int verb = word(done).head;
      if (base(word(done).rel) == Deprel::kAcl && base(word(verb).rel) == Deprel::kObj && word(done - 1).lemma == "to" &&
          (word(verb).upos == Upos::kPropn || words_.person(verb)))
        verb = word(verb).head;
      else if (base(word(done).rel) != Deprel::kXcomp)
        continue;
      if (!among(kTellers, word(verb).lemma)) continue;
      words_.hang(done, verb, Deprel::kXcomp);
      for (int late = done + 1; late < size(); ++late)
        if (word(late).head == done && word(late).xpos == "VBG" && base(word(late).rel) == Deprel::kAdvcl && word(late - 1).form == ",")
          words_.hang(late, verb, word(late).rel);
    }
  }

  Sentence& sentence_;
  SlipWords words_;
};

}  // namespace

void mend_slips(std::vector<Sentence>& sentences, const Lexicon& lexicon) {
  for (Sentence& sentence : sentences) SlipMender(sentence, lexicon).run();
}

bool names_time(const Word& word) {
  static constexpr std::array<std::string_view, 39> kTimes{
      "second",   "minute",  "hour",      "day",     "night",     "week",      "weekend", "month",    "year",    "decade",
      "century",  "morning", "afternoon", "evening", "midnight",  "noon",      "dawn",    "dusk",     "spring",  "summer",
      "autumn",   "winter",  "monday",    "tuesday", "wednesday", "thursday",  "friday",  "saturday", "sunday",  "january",
      "february", "april",   "june",      "july",    "august",    "september", "october", "november", "december"};
  std::string lemma = lower_ascii(word.lemma), form = lower_ascii(word.form);
  if (among(kTimes, lemma) || among(kTimes, form)) return true;
  if (word.form == "March" || word.form == "May" || form == "today" || form == "yesterday" || form == "tomorrow" || form == "tonight")
    return true;
  if (form.ends_with("s") && among(kTimes, std::string_view(form).substr(0, form.size() - 1))) return true;
  bool digits = form.size() == 4 && std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && word.upos == Upos::kNum && (form[0] == '1' || form[0] == '2');
}

}  // namespace demarche

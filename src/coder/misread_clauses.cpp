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
      if (word(i - 1).xpos == "TO" && word(i - 1).head == i && word(i).upos != Upos::kVerb && word(i).upos != Upos::kAux) infinitive(i);
      if (word(i).upos != Upos::kVerb) continue;
      if (word(i).rel == Deprel::kAmod && word(i).head < i) word(i).rel = Deprel::kAcl;
      Deprel rel = word(i).rel;
      if (rel == Deprel::kAmod) adjective_with_subject(i);
      if (base(rel) == Deprel::kAcl || rel == Deprel::kXcomp) behind_clause(i);
      if (rel == Deprel::kAdvcl && word(i).head > i) within_participle(i);
      if (base(rel) == Deprel::kAcl) {
        that_proposed(i);
        if (word(i).rel == Deprel::kAclRelcl) relative_that(i);
        if (rel == Deprel::kAcl && word(i).xpos == "VB") first_to(i);
      }
      if (rel == Deprel::kConj) {
        joined_past(i);
        joined_subject(i);
      }
      if (rel == Deprel::kAdvcl && word(i).xpos == "VBZ") noun_for_clause(i);
      if (rel == Deprel::kAdvcl && word(i).xpos == "VBG") introduced_subject(i);
      if ((rel == Deprel::kAdvcl || rel == Deprel::kXcomp) && word(i).xpos == "VB") purpose_of_object(i);
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
    static constexpr std::array<std::string_view, 20> kTold{
        "claim",  "report", "statement", "announcement", "news",   "fact",   "allegation", "warning",   "fear", "hope",
        "belief", "sign",   "threat",    "promise",      "pledge", "demand", "evidence",   "suspicion", "idea", "condition"};
    int noun = word(verb).head;
    if (noun < 0 || noun > verb) return;
    int that = child(verb, Deprel::kMark, noun + 1, verb);
    if (that < 0 || word(that).lemma != "that") return;
    int subject = child(verb, Deprel::kNsubj, that + 1, verb);
    if (subject < 0 || word(subject).rel == Deprel::kNsubjPass) return;
    // *the claim that troops had withdrawn*
    if (among(kTold, word(noun).lemma)) return;
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

  // ---- *The strikes that Iran launched killed ten*: without a comma, the verb behind a noun's clause is the noun's own

  void behind_clause(int verb) const {
    int up = word(verb).head, first = -1;
    if (up < 0 || up > verb) return;
    if (word(verb).rel == Deprel::kXcomp) {
      // *that the king had convened ended*
      if (up != verb - 1 || base(word(up).rel) != Deprel::kAcl || (word(verb).xpos != "VBN" && word(verb).xpos != "VBD")) return;
      first = up;
      up = word(up).head;
    } else {
      for (int w = up + 1; w < verb; ++w)
        if (word(w).upos == Upos::kVerb && base(word(w).rel) == Deprel::kAcl && word(w).head >= up && word(w).head < w) first = w;
    }
    if (first < 0 || up < 0 || !nominal(word(up)) || !own_verb(verb, first)) return;
    int top = up;
    while (base(word(top).rel) == Deprel::kNmod && word(top).head >= 0 && word(top).head < top) top = word(top).head;
    int outer = word(top).head;
    bool root = outer < 0;
    bool told = outer >= 0 && outer < top && word(top).rel == Deprel::kObj && word(outer).lemma == "say";
    if ((root || told) && nominal(word(top))) take_over(verb, first, top);
  }

  // A finite verb, or a past form that could be one, with nothing of its own between the clause and itself but helpers.
  bool own_verb(int verb, int first) const {
    bool finite_verb = finite(verb);
    if (word(verb).xpos == "VBG" || word(verb).xpos == "VB") {
      if (child(verb, Deprel::kAux, first + 1, verb) < 0) return false;
    }
    for (int w = first + 1; w < verb; ++w) {
      if (word(w).upos == Upos::kPunct || word(w).upos == Upos::kCconj || word(w).xpos == "WDT" || word(w).xpos == "WP") return false;
      if (word(w).head != verb) continue;
      Deprel rel = base(word(w).rel);
      if (rel == Deprel::kMark || rel == Deprel::kNsubj || rel == Deprel::kCase) return false;
      finite_verb = finite_verb || rel == Deprel::kAux;
    }
    bool by = false;
    for (int w = verb + 1; w < words_.size(); ++w) by = by || (word(w).head == verb && word(w).rel == Deprel::kOblAgent);
    return finite_verb || (word(verb).xpos == "VBN" && !by && !words_.past(word(verb).form).empty());
  }

  void take_over(int verb, int first, int top) const {
    bool passive = false;
    for (int w = top + 1; w < verb; ++w) {
      if (word(w).head != verb) continue;
      if (word(w).rel == Deprel::kAuxPass) passive = true;
      if (w < first) word(w).head = static_cast<int16_t>(first);
    }
    words_.hang(verb, word(top).head, word(top).head < 0 ? Deprel::kRoot : Deprel::kCcomp);
    for (int w = 0; w < words_.size(); ++w) {
      if (word(w).head != top || w == verb) continue;
      Deprel rel = base(word(w).rel);
      bool outside = rel == Deprel::kCc || rel == Deprel::kPunct || rel == Deprel::kObl || rel == Deprel::kAdvcl || rel == Deprel::kMark;
      if (w > verb || (w < top && outside)) word(w).head = static_cast<int16_t>(verb);
    }
    words_.hang(top, verb, passive ? Deprel::kNsubjPass : Deprel::kNsubj);
    if (word(verb).xpos == "VBN" && child(verb, Deprel::kAux, first, verb) < 0) word(verb).xpos = "VBD";
  }

  // *The accord, signed after they met, collapsed*: what follows the participle up to its comma belongs to it.
  void within_participle(int verb) const {
    int first = verb;
    for (int c = verb - 1; c > 1 && first == verb; --c)
      if (word(c).head == verb && (word(c).rel == Deprel::kMark || word(c).xpos == "WRB")) first = c;
    int participle = first - 1;
    if (first == verb || word(participle).rel != Deprel::kAcl || (word(participle).xpos != "VBN" && word(participle).xpos != "VBG")) return;
    Tree tree(words_.sentence);
    if (tree.first(verb) != first || participle < 1 || word(participle - 1).form != ",") return;
    int next = tree.last(verb) + 1;
    bool ends = next < words_.size() && word(next).form == ",";
    if (ends || word(next - 1).form == ",") word(verb).head = static_cast<int16_t>(participle);
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

  // *The army accused rebels of killing*, read as accused rebels that have a subject.
  void adjective_with_subject(int verb) const {
    int noun = word(verb).head;
    if (noun < verb || (word(verb).xpos != "VBN" && word(verb).xpos != "VBD") || child(verb, Deprel::kNsubj, 0, verb) < 0) return;
    for (int w = verb + 1; w < noun; ++w)
      if (word(w).upos == Upos::kVerb || word(w).upos == Upos::kPunct) return;
    words_.hang(verb, word(noun).head, word(noun).rel);
    words_.hang(noun, verb, Deprel::kObj);
    word(verb).xpos = "VBD";
    for (int w = 0; w < words_.size(); ++w) {
      if (word(w).head != noun) continue;
      if (w < verb || (w > noun && (base(word(w).rel) == Deprel::kPunct || word(w).rel == Deprel::kAdvcl)))
        word(w).head = static_cast<int16_t>(verb);
      if (w > noun && word(w).rel == Deprel::kAcl) words_.hang(w, verb, Deprel::kAdvcl);
    }
  }

  // *offered to mediate*, tagged as an adjective or noun.
  void infinitive(int i) const {
    std::string form = lower_ascii(word(i).form);
    int up = word(i).head;
    bool object = i + 1 < words_.size() && (word(i + 1).rel == Deprel::kDet || word(i + 1).rel == Deprel::kNmodPoss);
    bool noun = word(i).upos == Upos::kNoun || word(i).upos == Upos::kPropn;
    if (up < 0 || up > i || (noun && !object) || word(i).form != form || !words_.verb(form)) return;
    word(i).upos = Upos::kVerb;
    word(i).xpos = "VB";
    word(i).lemma = form;
    word(i - 1).rel = Deprel::kMark;
    if (base(word(i).rel) == Deprel::kObl || base(word(i).rel) == Deprel::kNmod)
      word(i).rel = word(up).upos == Upos::kVerb ? Deprel::kXcomp : Deprel::kAcl;
    for (int c = i + 1; c < words_.size(); ++c)
      if (word(c).head == i && base(word(c).rel) == Deprel::kNmod) word(c).rel = Deprel::kObl;
  }

  // *withdrew troops from Sinai allowing him to mass his own*: what has a preposition does not allow.
  void introduced_subject(int verb) const {
    int noun = verb - 1, up = word(verb).head;
    if (!nominal(word(noun)) || word(noun).head != verb || word(noun).rel != Deprel::kNsubj || up < 0 || up >= noun) return;
    int preposition = child(noun, Deprel::kCase, up + 1, noun);
    if (preposition >= 0 && word(preposition).lemma != "with") words_.hang(noun, up, Deprel::kObl);
  }

  // *challenged a plan to arrest them*: what the plan is, not what the challenge is for.
  void purpose_of_object(int verb) const {
    static constexpr std::array<std::string_view, 17> kPlans{"plan",   "decision", "order",   "bid",      "attempt", "effort",
                                                             "threat", "proposal", "promise", "pledge",   "vow",     "offer",
                                                             "move",   "request",  "refusal", "campaign", "deal"};
    int to = verb - 1, noun = verb - 2;
    if (noun < 1 || word(to).xpos != "TO" || word(to).head != verb || !among(kPlans, word(noun).lemma)) return;
    if (word(noun).upos != Upos::kNoun || word(noun).rel != Deprel::kObj || word(noun).head != word(verb).head) return;
    // *dropped its plan to attack*: who drops it would have attacked.
    for (int c = word(noun).head + 1; c < noun; ++c)
      if (word(c).xpos == "PRP$") return;
    words_.hang(verb, noun, Deprel::kAcl);
  }

  // *urged them to return and offered to host them*: no past goes on with an infinitive, nor with what would be.
  void joined_past(int verb) const {
    int up = word(verb).head;
    if (word(verb).xpos != "VBD" || up < 0 || up > verb || word(up).xpos != "VB") return;
    if (child(verb, Deprel::kNsubj, up + 1, verb) >= 0) return;
    while (up >= 0 && (word(up).upos != Upos::kVerb || word(up).xpos == "VB" || word(up).xpos == "VBG")) up = word(up).head;
    if (up >= 0 && up < verb && (word(up).xpos == "VBD" || child(up, Deprel::kAux, 0, up) >= 0)) word(verb).head = static_cast<int16_t>(up);
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

#include "coder/attachments.h"

#include <array>

#include "base/strings.h"
#include "coder/slips.h"
#include "coder/word_kinds.h"
#include "language/tree.h"

namespace demarche {

namespace {

class Attachments {
 public:
  explicit Attachments(const SlipWords& words) : words_(words) {}

  void run() const {
    for (int i = 1; i + 1 < words_.size(); ++i) {
      switch (word(i).upos) {
        case Upos::kNoun:
          if (word(i).xpos == "NNS" && plural_for_verb(i)) break;
          in_case_of(i);
          if (word(i).rel == Deprel::kConj) own_object(i);
          if (base(word(i).rel) == Deprel::kObl) goal_of_noun(i);
          if (word(i).rel == Deprel::kObj || word(i).rel == Deprel::kOblUnmarked) second_object(i);
          break;
        case Upos::kPropn:
          if (word(i).rel == Deprel::kConj) own_object(i);
          if (base(word(i).rel) == Deprel::kObl) {
            goal_of_noun(i);
            place_of_object(i);
          }
          break;
        case Upos::kVerb:
          if (base(word(i).rel) == Deprel::kCsubj) said_of_it(i);
          if (word(i).xpos == "VBG") close_to(i);
          if (word(i).rel == Deprel::kAcl) voiced_will(i);
          if (word(i).rel == Deprel::kConj) joined_to_object(i);
          break;
        default:
          break;
      }
    }
  }

 private:
  Word& word(int i) const { return words_.word(i); }

  // *in case of a flood*: one preposition, whatever the parse makes of its three words.
  void in_case_of(int i) const {
    if (word(i).lemma != "case" || word(i + 1).lemma != "of" || lower_ascii(word(i - 1).form) != "in") return;
    int thing = word(i + 1).head;
    if (thing <= i + 1 || word(i + 1).rel != Deprel::kCase) return;
    if (word(thing).head == i) words_.hang(thing, word(i).head, word(i).rel);
    words_.hang(i - 1, thing, Deprel::kCase);
    words_.hang(i, i - 1, Deprel::kFixed);
    words_.hang(i + 1, i - 1, Deprel::kFixed);
  }

  // *expressed willingness to resign*: who voices the will to act says that he will, in two words; the act is what he says.
  void voiced_will(int act) const {
    static constexpr std::array<std::string_view, 6> kVoiced{"express", "voice", "signal", "declare", "indicate", "announce"};
    static constexpr std::array<std::string_view, 6> kWills{"willingness", "readiness", "preparedness", "intention", "intent", "desire"};
    int will = word(act).head;
    if (will < 1 || will >= act || word(will).rel != Deprel::kObj || !among(kWills, word(will).lemma)) return;
    int verb = word(will).head;
    if (verb < 0 || verb > will || word(will + 1).form != "to" || word(will + 1).head != act || !among(kVoiced, word(verb).lemma)) return;
    words_.hang(act, verb, Deprel::kXcomp);
  }

  // *expelled the envoy and suspended trade*, with trade joined to the envoy: the verb between them has no other object.
  void own_object(int i) const {
    int first = word(i).head;
    if (first < 0 || first > i - 3 || word(first).head < 0) return;
    int verb = i - 1;
    while (verb > first && word(verb).upos != Upos::kVerb && word(verb).rel != Deprel::kCase && word(verb).upos != Upos::kPunct &&
           word(verb).head == i)
      --verb;
    int outer = word(first).head;
    if (verb <= first + 1 || word(verb).upos != Upos::kVerb || outer > first || word(outer).upos != Upos::kVerb) return;
    int conjunction = verb - 1;
    while (conjunction > first && word(conjunction).upos == Upos::kAdv) --conjunction;
    if (word(conjunction).rel != Deprel::kCc || (word(conjunction).head != i && word(conjunction).head != verb)) return;
    if (word(verb).rel == Deprel::kAmod ? word(verb).head != i || !acts(verb, first) : word(verb).rel != Deprel::kConj) return;
    for (int c = verb + 1; c < words_.size(); ++c)
      if (word(c).head == verb && word(c).rel == Deprel::kObj) return;
    word(conjunction).head = static_cast<int16_t>(verb);
    words_.hang(verb, outer, Deprel::kConj);
    if (word(verb).xpos == "VBN" && word(outer).xpos == "VBD") word(verb).xpos = "VBD";
    words_.hang(i, verb, Deprel::kObj);
  }

  // *released the sailors and imposed tariffs*: read as an adjective, though a finite verb, or a participle that describes nothing.
  bool acts(int verb, int first) const {
    static constexpr std::array<std::string_view, 19> kActs{"impose", "suspend",  "expel",    "recall", "sever",  "withdraw", "cut",
                                                            "halt",   "condemn",  "announce", "cancel", "summon", "launch",   "reject",
                                                            "blame",  "denounce", "lift",     "resume", "restore"};
    if (word(verb).xpos == "VBD") return true;
    return word(first).rel == Deprel::kObj && word(word(first).head).xpos == "VBD" && among(kActs, words_.past(word(verb).form));
  }

  // *expelled the attache and cut aid*, with the second verb joined to the first one's object.
  void joined_to_object(int verb) const {
    int first = word(verb).head, object = verb + 1;
    if (first < 1 || first > verb || word(first).rel != Deprel::kObj || !nominal(word(first)) || word(verb - 1).rel != Deprel::kCc) return;
    int outer = word(first).head;
    if (word(object).rel == Deprel::kDet || word(object).rel == Deprel::kNmodPoss) object = word(object).head;
    if (object <= verb || outer < 0 || word(object).head != outer || word(object).rel != Deprel::kObj || word(outer).upos != Upos::kVerb)
      return;
    words_.hang(verb, outer, Deprel::kConj);
    words_.hang(object, verb, Deprel::kObj);
    if (word(verb).xpos == "VBN" && word(outer).xpos == "VBD") word(verb).xpos = "VBD";
  }

  // *began preparations for an attack*: what the noun before names the goal of, hung on the verb.
  void goal_of_noun(int i) const {
    static constexpr std::array<std::string_view, 29> kWithGoals{
        "preparation",  "plan",      "call",     "demand", "appeal",   "bid",      "request",      "basis",     "condition", "ground",
        "precondition", "reason",    "pretext",  "excuse", "need",     "proposal", "deadline",     "timetable", "roadmap",   "schedule",
        "support",      "blueprint", "campaign", "chance", "prospect", "apology",  "prerequisite", "exchange",  "return"};
    int verb = word(i).head;
    if (verb < 0 || verb > i || word(verb).upos != Upos::kVerb) return;
    int at = i - 1;
    while (at > verb && word(at).head == i && word(at).rel != Deprel::kCase) --at;
    int noun = at - 1;
    if (noun <= verb || word(at).rel != Deprel::kCase || word(at).head != i || word(at).lemma != "for") return;
    if (word(noun).upos != Upos::kNoun || word(noun).head != verb || !among(kWithGoals, word(noun).lemma)) return;
    if (word(noun).rel != Deprel::kObj && base(word(noun).rel) != Deprel::kObl && base(word(noun).rel) != Deprel::kNsubj) return;
    if (names_time(word(i))) return;
    words_.hang(i, noun, Deprel::kNmod);
  }

  // *shelled a village in Bhutan*: the country is where the village is.
  void place_of_object(int i) const {
    int verb = word(i).head, in = i - 1, noun = i - 2;
    if (verb < 0 || noun <= verb || word(i).rel != Deprel::kObl || word(verb).upos != Upos::kVerb) return;
    if (word(in).head != i || word(in).rel != Deprel::kCase || word(noun).rel != Deprel::kObj || word(noun).head != verb) return;
    if (word(in).lemma != "in" && word(in).lemma != "near" && word(in).lemma != "inside") return;
    if (word(noun).upos == Upos::kNoun && !names_time(word(i)) && words_.place(noun) && !words_.verb_takes(verb, word(in).lemma))
      words_.hang(i, noun, Deprel::kNmod);
  }

  // *made a truce a condition for talks*, as if there were two objects.
  void second_object(int i) const {
    static constexpr std::array<std::string_view, 6> kMaking{"make", "consider", "call", "deem", "declare", "name"};
    int verb = word(i).head, article = i - 1;
    if (verb < 0 || verb > i || !among(kMaking, word(verb).lemma)) return;
    while (article > verb && (word(article).rel == Deprel::kAmod || word(article).rel == Deprel::kAdvmod) &&
           word(article).upos != Upos::kPunct)
      --article;
    if (word(article).head != i || (word(article).lemma != "a" && word(article).lemma != "an")) return;
    int first = article - 1;
    // *called the envoy to Peru a spy*: the object has words of its own behind it.
    while (first > verb && (word(first).rel != Deprel::kObj || word(first).head != verb) && word(first).upos != Upos::kPunct &&
           word(verb).lemma == "call")
      --first;
    if (first <= verb || word(first).head != verb || word(first).rel != Deprel::kObj || !nominal(word(first)) || names_time(word(i)))
      return;
    word(i).rel = Deprel::kXcomp;
  }

  // *It is feared that Libya attacked*: what is feared, behind the verb, is no subject.
  void said_of_it(int i) const {
    int verb = word(i).head;
    if (word(i).rel != Deprel::kCsubjPass || verb < 0 || verb > i) return;
    for (int c = verb - 1; c >= 0; --c)
      if (word(c).head == verb && base(word(c).rel) == Deprel::kNsubj) word(i).rel = Deprel::kCcomp;
  }

  // *came close to breaking off relations*: what was close, hung on the coming, or its verb read as an adjective.
  void close_to(int i) const {
    int to = i - 1;
    if (to < 2 || word(to).lemma != "to" || word(to - 1).lemma != "close" || word(to - 1).head == i) return;
    int close = to - 1, up = word(i).head;
    if (word(i).rel == Deprel::kAmod && up > i && nominal(word(up))) {
      int outer = word(up).head;
      words_.hang(i, outer, Deprel::kAdvcl);
      words_.hang(up, i, Deprel::kObj);
      words_.hang(to, i, Deprel::kMark);
      up = outer;
    }
    if (word(to).head != i || word(i).rel != Deprel::kAdvcl || up == close || up != word(close).head) return;
    words_.hang(i, close, Deprel::kAdvcl);
    if (word(up).upos == Upos::kVerb) word(close).rel = Deprel::kXcomp;
  }

  // *The visit hinges on whether*, *Hamas frees the men*: a plural that is no noun the dictionaries know.
  bool plural_for_verb(int i) const {
    static constexpr std::array<std::string_view, 5> kHinges{"hinges", "depends", "rests", "turns", "rides"};
    bool whether = word(i + 1).lemma == "on" && i + 2 < words_.size() && word(i + 2).lemma == "whether" && among(kHinges, word(i).form);
    bool object = word(i - 1).upos == Upos::kPropn && (word(i + 1).rel == Deprel::kDet || word(i + 1).rel == Deprel::kNmodPoss) &&
                  word(i + 1).head > i + 1;
    if ((!whether && !object) || word(i - 1).rel != Deprel::kCompound || word(i - 1).head != i) return false;
    std::string lemma = whether ? std::string(word(i).form.substr(0, word(i).form.size() - 1)) : words_.third_person(i);
    if (lemma.empty() || (!whether && words_.noun(i))) return false;
    int noun = object ? word(i + 1).head : -1;
    word(i).upos = Upos::kVerb;
    word(i).xpos = "VBZ";
    word(i).lemma = lemma;
    words_.hang(i - 1, i, Deprel::kNsubj);
    for (int c = 0; c < i - 1; ++c)
      if (word(c).head == i && word(c).upos != Upos::kPunct && word(c).rel != Deprel::kCcPreconj && word(c).rel != Deprel::kCc)
        word(c).head = static_cast<int16_t>(i - 1);
    for (int c = i + 1; c < words_.size(); ++c)
      if (word(c).head == i && base(word(c).rel) == Deprel::kAcl) word(c).rel = Deprel::kAdvcl;
    if (noun >= 0) clear_object(i, noun);
    return true;
  }

  // *frees the men or Israel halts*: the men are no subject of halting.
  void clear_object(int verb, int noun) const {
    int other = word(noun).head;
    if (other > noun && base(word(noun).rel) == Deprel::kNsubj && other > noun + 2 && nominal(word(other - 1)) &&
        word(other - 2).rel == Deprel::kCc) {
      words_.hang(other - 1, other, Deprel::kNsubj);
      word(other - 2).head = static_cast<int16_t>(other);
    }
    words_.hang(noun, verb, Deprel::kObj);
  }

  const SlipWords& words_;
};

}  // namespace

void mend_attachments(const SlipWords& words) {
  Attachments(words).run();
}

}  // namespace demarche

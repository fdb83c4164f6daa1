#include "coder/clauses.h"

#include <algorithm>
#include <array>

#include "coder/condition_clauses.h"
#include "coder/past_verbs.h"
#include "coder/word_kinds.h"
#include "language/tree.h"

namespace demarche {

namespace {

// *jailed officers and Togo freed prisoners*: what is joined has a subject of its own.
bool joined_clause(const Tree& tree, int verb) {
  return base(tree.word(verb).rel) == Deprel::kConj && tree.word(verb).upos == Upos::kVerb && tree.has_child(verb, Deprel::kNsubj);
}

// The participle that should be the verb of a sentence whose root is `root`, or -1.
int lost_verb(const Tree& tree, int root) {
  if (!nominal(tree.word(root)) || tree.size() < 4) return -1;
  int verb = -1;
  for (uint16_t c : tree.children(root)) {
    const Word& child = tree.word(c);
    bool joined = base(child.rel) == Deprel::kConj && !joined_clause(tree, c);
    if (child.rel == Deprel::kCop || base(child.rel) == Deprel::kAux || joined || child.rel == Deprel::kAclRelcl) return -1;
    bool past = child.xpos == "VBN" || child.xpos == "VBD";
    if (c < root && child.upos == Upos::kVerb && past && base(child.rel) == Deprel::kAmod) verb = verb < 0 ? c : -2;
  }
  return std::max(verb, -1);
}

// The nominal whose phrase ends just before the verb, or -1.
int lost_subject(const Tree& tree, int root, int verb) {
  for (uint16_t c : tree.children(root)) {
    if (c >= verb || !nominal(tree.word(c)) || tree.last(c) >= verb) continue;
    if (tree.word(c).rel != Deprel::kNmodPoss && base(tree.word(c).rel) != Deprel::kNmod && tree.last(c) == verb - 1) return c;
  }
  // *Washington imposed sanctions*: or it hangs on the participle.
  for (uint16_t c : tree.children(verb))
    if (c < verb && tree.last(c) == verb - 1 && tree.word(c).upos == Upos::kPropn && tree.case_lemma(c).empty()) return c;
  return -1;
}

void mend(Sentence& sentence) {
  Tree tree(sentence);
  int root = sentence.root();
  if (root < 0) return;
  int verb = lost_verb(tree, root);
  if (verb < 0) return;
  int subject = lost_subject(tree, root, verb);
  if (subject < 0) return;
  std::vector<int> children(tree.children(root).begin(), tree.children(root).end());
  auto hang = [&](int word, int head, Deprel rel) {
    sentence.words[static_cast<size_t>(word)].head = static_cast<int16_t>(head);
    sentence.words[static_cast<size_t>(word)].rel = rel;
  };
  for (int c : children) {
    Deprel rel = sentence.words[static_cast<size_t>(c)].rel;
    if (c == verb || c == subject) continue;
    if (c < subject)
      hang(c, subject, rel);
    else if (c < verb || base(rel) == Deprel::kPunct || base(rel) == Deprel::kAdvmod || joined_clause(tree, c))
      hang(c, verb, rel);
  }
  hang(verb, -1, Deprel::kRoot);
  hang(subject, verb, Deprel::kNsubj);
  hang(root, verb, Deprel::kObj);
  sentence.words[static_cast<size_t>(verb)].xpos = "VBD";
}

// *bombed cities, kidnapped children and jailed critics*, the verb in the middle read as an attribute: between two verbs of one list it is
// a third. *South Africa, Chile and Peru*: a name beside a name that others join is no apposition.
void mend_listed(Sentence& sentence) {
  Tree tree(sentence);
  for (int i = 2; i + 1 < tree.size(); ++i) {
    Word& word = sentence.words[static_cast<size_t>(i)];
    if (word.rel == Deprel::kAppos && word.upos == Upos::kPropn && word.head >= 0 && tree.word(i - 1).form == "," &&
        tree.word(word.head).upos == Upos::kPropn && tree.has_child(i, Deprel::kConj) && !tree.has_child(word.head, Deprel::kConj) &&
        tree.last(tree.child(i, Deprel::kConj)) >= i + 2 && tree.first(i) > word.head)
      word.rel = Deprel::kConj;
    if (word.xpos != "VBN" || base(word.rel) != Deprel::kAmod || tree.word(i - 1).form != ",") continue;
    Word& noun = sentence.words[static_cast<size_t>(i) + 1];
    // Hung on its own noun or on the object before.
    if (base(noun.rel) != Deprel::kConj || noun.upos != Upos::kNoun || (word.head != i + 1 && word.head != noun.head)) continue;
    int object = noun.head;
    int verb = object >= 0 && base(tree.word(object).rel) == Deprel::kObj ? tree.head(object) : -1;
    if (verb < 0 || tree.word(verb).upos != Upos::kVerb) continue;
    bool listed = false;
    for (uint16_t c : tree.children(verb))
      listed = listed || (c > i && base(tree.word(c).rel) == Deprel::kConj && tree.word(c).upos == Upos::kVerb);
    if (!listed) continue;
    word.head = static_cast<int16_t>(verb);
    word.rel = Deprel::kConj;
    noun.head = static_cast<int16_t>(i);
    noun.rel = Deprel::kObj;
  }
}

// *expelled the envoy and suspended trade*, the second verb read as an attribute of its object: a finite past behind *and* is a verb.
void mend_joined(Sentence& sentence) {
  mend_listed(sentence);
  for (size_t i = 1; i < sentence.words.size(); ++i) {
    Word& word = sentence.words[i];
    // *shut* and *cut*, tagged as plain forms, are pasts as well.
    bool verb = word.xpos == "VBD" || word.xpos == "VBN" || word.xpos == "VB" || word.xpos == "VBP";
    if (!verb || base(word.rel) != Deprel::kAmod || sentence.words[i - 1].upos != Upos::kCconj || word.head <= static_cast<int16_t>(i))
      continue;
    Word& object = sentence.words[static_cast<size_t>(word.head)];
    if (object.upos != Upos::kNoun || object.head < 0 || object.head >= static_cast<int16_t>(i)) continue;
    // *cut lines and shut airports*; a participle may be an attribute there.
    const Word& listed = sentence.words[static_cast<size_t>(object.head)];
    if (base(listed.rel) == Deprel::kObj && nominal(listed) && word.xpos != "VBN" && listed.head >= 0) object.head = listed.head;
    const Word& first = sentence.words[static_cast<size_t>(object.head)];
    if (first.upos != Upos::kVerb || (first.xpos != "VBD" && first.xpos != "VBN" && first.xpos != "VBP")) continue;
    // What stands before *and* belongs to the first verb's phrase, not to the second verb's object.
    int16_t noun_at = word.head, before = -1;
    for (size_t w = i - 1; w-- > static_cast<size_t>(object.head);)
      if (sentence.words[w].head == noun_at && nominal(sentence.words[w]) && before < 0) {
        before = static_cast<int16_t>(w);
        sentence.words[w].head = object.head;
        sentence.words[w].rel = Deprel::kObl;
      }
    for (size_t w = static_cast<size_t>(object.head); before >= 0 && w < i - 1; ++w)
      if (sentence.words[w].head == noun_at) sentence.words[w].head = before;
    word.head = object.head;
    word.rel = Deprel::kConj;
    object.head = static_cast<int16_t>(i);
    object.rel = Deprel::kObj;
    sentence.words[i - 1].head = static_cast<int16_t>(i);
    sentence.words[i - 1].rel = Deprel::kCc;
  }
}

// *to resume, to halt* behind a verb of asking, tagged as nouns.
bool noun_like_verb(const Sentence& sentence, size_t at) {
  static constexpr std::array<std::string_view, 16> kBase{"resume", "halt",   "end",    "stop", "lift",   "release", "restart", "pause",
                                                          "attack", "supply", "export", "back", "review", "freeze",  "curb",    "restore"};
  static constexpr std::array<std::string_view, 14> kAsking{"urge", "ask",   "tell", "press",  "order",   "call",   "want",
                                                            "push", "agree", "vow",  "refuse", "promise", "pledge", "persuade"};
  const Word& word = sentence.words[at];
  if (word.xpos != "NN" || std::find(kBase.begin(), kBase.end(), word.form) == kBase.end() || word.head < 0) return false;
  int16_t above = sentence.words[static_cast<size_t>(word.head)].head;
  return above >= 0 && std::find(kAsking.begin(), kAsking.end(), sentence.words[static_cast<size_t>(above)].lemma) != kAsking.end();
}

// *urged them to resume negotiations* read as a phrase about resume negotiations: a base form behind *to* and before its noun is an
// infinitive of the verb above, the noun its object.
void mend_infinitives(Sentence& sentence) {
  for (size_t i = 1; i < sentence.words.size(); ++i) {
    Word& word = sentence.words[i];
    Word& to = sentence.words[i - 1];
    // *offered to mediate*, as if mediate were a thing.
    if (word.xpos == "VB" && base(to.rel) == Deprel::kMark && to.lemma == "to" && to.head == static_cast<int16_t>(i) &&
        base(word.rel) == Deprel::kObl && word.head >= 0 && word.head + 2 == static_cast<int16_t>(i))
      word.rel = Deprel::kXcomp;
    if ((word.xpos != "VB" && !noun_like_verb(sentence, i)) || to.lemma != "to" || base(to.rel) != Deprel::kCase ||
        word.head <= static_cast<int16_t>(i))
      continue;
    if (base(word.rel) != Deprel::kCompound && base(word.rel) != Deprel::kAmod) continue;
    int16_t noun_at = word.head;
    Word& noun = sentence.words[static_cast<size_t>(noun_at)];
    if (to.head != noun_at || noun.head < 0 || noun.head >= static_cast<int16_t>(i) || !nominal(noun)) continue;
    const Word& above = sentence.words[static_cast<size_t>(noun.head)];
    word.head = noun.head;
    word.rel = above.upos == Upos::kVerb ? Deprel::kXcomp : Deprel::kAcl;
    word.upos = Upos::kVerb;
    word.xpos = "VB";
    noun.head = static_cast<int16_t>(i);
    noun.rel = Deprel::kObj;
    to.head = static_cast<int16_t>(i);
    to.rel = Deprel::kMark;
  }
}

// *either the handover of an airfield or Kuwait's consent*: *either* says where the first of the two begins, so the second hangs there and
// not on the last noun of the first.
void mend_correlatives(Sentence& sentence) {
  Tree tree(sentence);
  for (int first = 0; first < tree.size(); ++first) {
    int both = tree.child(first, Deprel::kCcPreconj);
    if (both < 0 || !nominal(tree.word(first)) || tree.has_child(first, Deprel::kConj)) continue;
    std::string_view pair = tree.word(both).lemma;
    std::string_view joined_by = pair == "either" ? "or" : pair == "neither" ? "nor" : "and";
    for (int second = first + 1; second <= tree.last(first); ++second) {
      if (base(tree.word(second).rel) != Deprel::kConj || !nominal(tree.word(second))) continue;
      int joint = tree.child(second, Deprel::kCc);
      if (joint < 0 || tree.word(joint).lemma != joined_by) continue;
      sentence.words[static_cast<size_t>(second)].head = static_cast<int16_t>(first);
      break;
    }
  }
}

// *wants the tariffs removed*: a participle behind the object of wanting is what is wanted.
void mend_wishes(Sentence& sentence) {
  for (Word& word : sentence.words) {
    if (word.xpos != "VBN" || word.rel != Deprel::kAcl || word.head < 0) continue;
    const Word& object = sentence.words[static_cast<size_t>(word.head)];
    bool argument = base(object.rel) == Deprel::kObj || base(object.rel) == Deprel::kObl;
    if (!argument || object.head < 0 || sentence.words[static_cast<size_t>(object.head)].lemma != "want") continue;
    word.head = object.head;
    word.rel = Deprel::kXcomp;
  }
}

// *said it was ready to*: who is ready, willing or prepared is somebody, and no expletive.
void mend_expletives(Sentence& sentence) {
  static constexpr std::array<std::string_view, 14> kOfSomebody{"ready",   "willing",  "prepared",  "unwilling",  "able",
                                                                "unable",  "open",     "committed", "determined", "confident",
                                                                "hopeful", "grateful", "keen",      "eager"};
  for (Word& word : sentence.words) {
    if (base(word.rel) != Deprel::kExpl || word.upos != Upos::kPron || word.head < 0) continue;
    const std::string& head = sentence.words[static_cast<size_t>(word.head)].lemma;
    if (std::find(kOfSomebody.begin(), kOfSomebody.end(), head) != kOfSomebody.end()) word.rel = Deprel::kNsubj;
  }
}

// *is due to visit*: an infinitive that *due* governs, where the parser saw the *due to* of causes.
void mend_due(Sentence& sentence) {
  for (size_t i = 0; i + 2 < sentence.words.size(); ++i) {
    Word& due = sentence.words[i];
    Word& to = sentence.words[i + 1];
    Word& verb = sentence.words[i + 2];
    if (due.lemma != "due" || to.lemma != "to" || verb.xpos != "VB") continue;
    const auto at = static_cast<int16_t>(i), verb_at = static_cast<int16_t>(i + 2);
    if (verb.head == at && verb.rel == Deprel::kXcomp) continue;
    if (due.head == verb_at) {
      due.head = verb.head;
      due.rel = verb.rel;
    } else if (verb.head != at) {
      continue;
    }
    due.upos = Upos::kAdj;
    verb.head = at;
    verb.rel = Deprel::kXcomp;
    to.head = verb_at;
    to.rel = Deprel::kMark;
    to.upos = Upos::kPart;
    // Subject, auxiliaries and marks before it are the adjective's.
    for (size_t c = 0; c < i; ++c)
      if (Word& child = sentence.words[c]; child.head == verb_at) {
        child.head = at;
        if (child.rel == Deprel::kNsubjOuter) child.rel = Deprel::kNsubj;
      }
  }
}

}  // namespace

void mend_clauses(std::vector<Sentence>& sentences) {
  for (Sentence& sentence : sentences) {
    mend(sentence);
    mend_past_verbs(sentence);
    mend_joined(sentence);
    mend_correlatives(sentence);
    mend_due(sentence);
    mend_infinitives(sentence);
    mend_expletives(sentence);
    mend_wishes(sentence);
    mend_conditions(sentence);
  }
}

}  // namespace demarche

#include "coder/hyphen_verbs.h"

#include <string>
#include <string_view>

#include "base/strings.h"
#include "coder/lemmas.h"
#include "coder/word_kinds.h"

namespace demarche {

namespace {

bool touch(const Word& left, const Word& right) {
  return !left.space_after && left.form.data() + left.form.size() == right.form.data();
}

// The lemma with the hyphen that the dictionaries know, "" if none: *test-fire* of *test* and *fired*.
std::string joined_lemma(const Word& first, const Word& last, const Lexicon& lexicon) {
  std::string head = lower_ascii(first.form) + "-";
  auto known = [&](std::string_view verb) { return lexicon.frames().find(PredicateKind::kVerb, head + std::string(verb)) != nullptr; };
  std::string verb = mended_lemma(last.form, Upos::kVerb, last.lemma, known);
  return known(verb) ? head + verb : std::string();
}

// One word stands where `at`, its hyphen and the verb stood.
void join(Sentence& sentence, int at, std::string lemma) {
  auto& words = sentence.words;
  Word& first = words[static_cast<size_t>(at)];
  const Word& last = words[static_cast<size_t>(at) + 2];
  auto inside = [&](int head) { return head >= at && head <= at + 2; };
  const Word& above = first.upos == Upos::kVerb || inside(last.head) ? first : last;
  Word one = first;
  one.form = std::string_view(first.form.data(), static_cast<size_t>(last.form.data() + last.form.size() - first.form.data()));
  one.span.end = last.span.end;
  one.lemma = std::move(lemma);
  one.xpos = first.upos == Upos::kVerb ? first.xpos : last.xpos;
  one.upos = Upos::kVerb;
  one.feats = last.feats;
  one.head = above.head;
  one.rel = above.rel;
  one.space_after = last.space_after;
  first = one;
  words.erase(words.begin() + at + 1, words.begin() + at + 3);
  for (Word& word : words) {
    if (inside(word.head)) word.head = static_cast<int16_t>(at);
    if (word.head > at + 2) word.head = static_cast<int16_t>(word.head - 2);
  }
}

// *North Korea test/OBL - fired*: what hung on the first part is who fires.
void find_subject(Sentence& sentence, int verb) {
  auto& words = sentence.words;
  Word& made = words[static_cast<size_t>(verb)];
  if (verb == 0 || made.xpos == "VB" || made.xpos == "VBG") return;
  for (const Word& word : words)
    if (word.head == verb && (base(word.rel) == Deprel::kNsubj || base(word.rel) == Deprel::kAux)) return;
  Word& subject = words[static_cast<size_t>(verb) - 1];
  if (subject.head != verb || !nominal(subject)) return;
  subject.rel = Deprel::kNsubj;
  if (made.xpos == "VBN") made.xpos = "VBD";
  for (int c = 0; c < verb - 1; ++c) {
    Word& word = words[static_cast<size_t>(c)];
    Deprel rel = base(word.rel);
    bool modifier = rel == Deprel::kDet || rel == Deprel::kAmod || rel == Deprel::kCompound || rel == Deprel::kNummod;
    if (word.head == verb && modifier) word.head = static_cast<int16_t>(verb - 1);
  }
}

}  // namespace

void mend_hyphen_verbs(std::vector<Sentence>& sentences, const Lexicon& lexicon) {
  for (Sentence& sentence : sentences)
    for (size_t i = 1; i + 1 < sentence.words.size(); ++i) {
      const auto& words = sentence.words;
      if (words[i].form != "-" || !touch(words[i - 1], words[i]) || !touch(words[i], words[i + 1])) continue;
      if (words[i + 1].upos != Upos::kVerb && words[i - 1].upos != Upos::kVerb) continue;
      std::string lemma = joined_lemma(words[i - 1], words[i + 1], lexicon);
      if (lemma.empty()) continue;
      join(sentence, static_cast<int>(i) - 1, std::move(lemma));
      find_subject(sentence, static_cast<int>(i) - 1);
    }
}

}  // namespace demarche

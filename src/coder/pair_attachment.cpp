#include "coder/pair_attachment.h"

namespace demarche {

bool joined(const Report& report) {
  for (const RankedEvent& one : rank_events(report, {}, {}))
    if (one.places == 3) return true;
  return false;
}

std::vector<int> other_governors(const Report& report, const Side& source, const Side& target) {
  std::vector<int> verbs;
  if (!source.found() || !target.found() || source.sentence != target.sentence) return verbs;
  const Tree& tree = report.trees[static_cast<size_t>(target.sentence)];
  bool bare = tree.case_lemma(target.head).empty();
  int governor = tree.head(target.head);
  if (governor < 0) return verbs;
  for (int up = tree.head(governor), steps = 0; up >= 0 && steps < 12; up = tree.head(up), ++steps) {
    if (tree.word(up).upos != Upos::kVerb || up > target.head) continue;
    if (!bare || !tree.has_child(up, Deprel::kObj)) verbs.push_back(up);
  }
  return verbs;
}

void rehang(Sentence& sentence, const Side& target, int verb, bool object) {
  Word& word = sentence.words[static_cast<size_t>(target.head)];
  word.head = static_cast<int16_t>(verb);
  word.rel = object ? Deprel::kObj : Deprel::kObl;
}

}  // namespace demarche

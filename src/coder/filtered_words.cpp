#include "coder/filtered_words.h"

#include <algorithm>

#include "base/strings.h"

namespace demarche {

void NounPhraseText::prepend(const Word& word) {
  lemmas = lower_ascii(word.lemma) + " " + lemmas;
  forms = lower_ascii(word.form) + " " + forms;
}

FilteredWords::FilteredWords(const Tree& tree, const Lexicon& lexicon)
    : tree_(tree), lexicon_(lexicon), known_(static_cast<size_t>(tree.size())), actor_class_(lexicon.classes().find("actor")) {}

bool FilteredWords::in_class(int word, ClassId id) {
  if (id == actor_class_ && tree_.word(word).upos == Upos::kPropn) return true;
  const std::vector<ClassId>& classes = known(word).classes;
  return std::binary_search(classes.begin(), classes.end(), id);
}

bool FilteredWords::says(const std::vector<std::string>& words, int word) {
  const Known& one = known(word);
  return std::any_of(words.begin(), words.end(), [&](const std::string& said) { return said == one.lemma || said == one.pair; });
}

const FilteredWords::Known& FilteredWords::known(int word) {
  Known& one = known_[static_cast<size_t>(word)];
  if (!one.lemma.empty() || tree_.word(word).lemma.empty()) return one;
  one.lemma = lower_ascii(tree_.word(word).lemma);
  one.pair = word > 0 ? lower_ascii(tree_.word(word - 1).lemma) + " " + one.lemma : one.lemma;
  add_classes(word, one);
  return one;
}

void FilteredWords::add_classes(int word, Known& one) const {
  const WordClasses& classes = lexicon_.classes();
  auto add = [&](const std::string& text) {
    const std::vector<ClassId>& more = classes.of(text);
    one.classes.insert(one.classes.end(), more.begin(), more.end());
  };
  add(one.lemma);
  NounPhraseText phrase(one.lemma);
  int longest = std::min(classes.longest_ending_in(one.lemma), word + 1);
  for (int length = 2; length <= longest; ++length) {
    phrase.prepend(tree_.word(word - length + 1));
    // The phrase's head is another word.
    if (length > 2 && tree_.word(word - length + 2).upos == Upos::kAdp) continue;
    add(phrase.lemmas);
    add(phrase.forms);
  }
  // *crimes against humanity, abuse of power*: the head of the phrase is its first word.
  int headed = std::min(classes.longest_headed_by(one.lemma), tree_.size() - word);
  std::string lemmas = one.lemma, forms = one.lemma;
  for (int length = 2; length <= headed; ++length) {
    const Word& next = tree_.word(word + length - 1);
    add(lemmas.append(" ").append(lower_ascii(next.lemma)));
    add(forms.append(" ").append(lower_ascii(next.form)));
  }
  if (longest > 1 || headed > 1) std::sort(one.classes.begin(), one.classes.end());
}

}  // namespace demarche

#pragma once
#include <optional>
#include <string>
#include <vector>

#include "language/tree.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// A run of words that ends in a noun, by lemmas and with the words before the noun as they stand, in lower case: *arms deal* is "arm deal"
/// and "arms deal".
struct NounPhraseText {
  explicit NounPhraseText(const std::string& head) : lemmas(head), forms(head) {}
  void prepend(const Word& word);
  std::string lemmas, forms;
};

/// What the filters of frames ask of a sentence's words. They ask the same of the same words over and over, so it is kept; not for threads
/// to share.
class FilteredWords {
 public:
  /// Both must outlive it.
  FilteredWords(const Tree& tree, const Lexicon& lexicon);

  /// True if the word, a phrase that ends in it or one that it heads from the left is in the class; names are in the class of actors.
  bool in_class(int word, ClassId id);
  /// True if its lemma, alone or with the one before it, is among the words.
  bool says(const std::vector<std::string>& words, int word);
  bool is_actor_class(ClassId id) const { return id == actor_class_; }

 private:
  struct Known {
    std::string lemma;             ///< in lower case
    std::string pair;              ///< with the word before it
    std::vector<ClassId> classes;  ///< ascending
  };
  const Known& known(int word);
  void add_classes(int word, Known& one) const;

  const Tree& tree_;
  const Lexicon& lexicon_;
  std::vector<Known> known_;  ///< filled when asked for
  std::optional<ClassId> actor_class_;
};

}  // namespace demarche

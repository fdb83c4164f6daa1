#pragma once
#include <forward_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/sentence.h"

namespace demarche {

/// The dependency tree of one sentence with its children at hand. Views the sentence, which must outlive it and not change.
/// Total on any heads: a word whose head is out of range counts as a root. Copies share what was made; so does a new tree of a sentence
/// that has not changed since the thread last made one of it, which makes asking for one again cheap.
class Tree {
 public:
  explicit Tree(const Sentence& sentence);

  const Sentence& sentence() const { return *sentence_; }
  const Word& word(int i) const { return sentence_->words[static_cast<size_t>(i)]; }
  int size() const { return static_cast<int>(sentence_->words.size()); }

  /// Children of a word in text order.
  std::span<const uint16_t> children(int i) const {
    return {shape_->children.data() + shape_->begin[static_cast<size_t>(i)],
            shape_->children.data() + shape_->begin[static_cast<size_t>(i) + 1]};
  }
  /// The first child with the relation (subtypes count if `rel` is a base relation), or -1.
  int child(int i, Deprel rel) const;
  bool has_child(int i, Deprel rel) const { return child(i, rel) >= 0; }
  /// The head of a word, -1 for a root.
  int head(int i) const;
  /// True if `i` is `ancestor` or stands below it.
  bool under(int i, int ancestor) const;
  /// First and last word of the subtree, inclusive.
  int first(int i) const { return shape_->first[static_cast<size_t>(i)]; }
  int last(int i) const { return shape_->last[static_cast<size_t>(i)]; }
  /// Bytes from the first to the last word of the subtree.
  Span span(int i) const { return {word(first(i)).span.begin, word(last(i)).span.end}; }
  /// The lemma of the preposition or marker that introduces a word (its `case` or `mark` child, fixed expressions joined by blanks: "out
  /// of"), or "".
  std::string_view case_lemma(int i) const { return shape_->cases[static_cast<size_t>(i)]; }
  /// As case_lemma for `mark`.
  std::string_view mark_lemma(int i) const { return shape_->marks[static_cast<size_t>(i)]; }
  /// All conjuncts coordinated with a word, itself first.
  std::vector<int> conjuncts(int i) const;
  /// The first conjunct of the chain that a word belongs to.
  int first_conjunct(int i) const;
  /// Number of edges to the root; cycles are cut.
  int depth(int i) const;

 private:
  struct Shape {
    std::vector<uint16_t> children;
    std::vector<uint32_t> begin;
    std::vector<int> first, last;
    std::vector<std::string_view> cases, marks;  ///< views of lemmas and of `joined`
    std::forward_list<std::string> joined;
  };
  struct Made;
  std::shared_ptr<const Shape> make() const;
  std::string_view introducer(int marker, Shape& shape) const;

  const Sentence* sentence_;
  std::shared_ptr<const Shape> shape_;
};

}  // namespace demarche

#pragma once
#include <forward_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/sentence.h"

namespace demarche {

/// The dependency tree of one sentence with its children at hand. Views the sentence, which must outlive it and not change.
/// Total on any heads: a word whose head is out of range counts as a root.
class Tree {
 public:
  explicit Tree(const Sentence& sentence);
  Tree(Tree&&) noexcept = default;
  Tree& operator=(Tree&&) noexcept = default;
  Tree(const Tree&) = delete;  // the copy would view what the original holds
  Tree& operator=(const Tree&) = delete;

  const Sentence& sentence() const { return *sentence_; }
  const Word& word(int i) const { return sentence_->words[static_cast<size_t>(i)]; }
  int size() const { return static_cast<int>(sentence_->words.size()); }

  /// Children of a word in text order.
  std::span<const uint16_t> children(int i) const {
    return {children_.data() + begin_[static_cast<size_t>(i)], children_.data() + begin_[static_cast<size_t>(i) + 1]};
  }
  /// The first child with the relation (subtypes count if `rel` is a base relation), or -1.
  int child(int i, Deprel rel) const;
  bool has_child(int i, Deprel rel) const { return child(i, rel) >= 0; }
  /// The head of a word, -1 for a root.
  int head(int i) const;
  /// True if `i` is `ancestor` or stands below it.
  bool under(int i, int ancestor) const;
  /// First and last word of the subtree, inclusive.
  int first(int i) const { return first_[static_cast<size_t>(i)]; }
  int last(int i) const { return last_[static_cast<size_t>(i)]; }
  /// Bytes from the first to the last word of the subtree.
  Span span(int i) const { return {word(first(i)).span.begin, word(last(i)).span.end}; }
  /// The lemma of the preposition or marker that introduces a word (its `case` or `mark` child, fixed expressions joined by blanks: "out
  /// of"), or "".
  std::string_view case_lemma(int i) const { return case_[static_cast<size_t>(i)]; }
  /// As case_lemma for `mark`.
  std::string_view mark_lemma(int i) const { return mark_[static_cast<size_t>(i)]; }
  /// All conjuncts coordinated with a word, itself first.
  std::vector<int> conjuncts(int i) const;
  /// The first conjunct of the chain that a word belongs to.
  int first_conjunct(int i) const;
  /// Number of edges to the root; cycles are cut.
  int depth(int i) const;

 private:
  std::string_view introducer(int marker);

  const Sentence* sentence_;
  std::vector<uint16_t> children_;
  std::vector<uint32_t> begin_;
  std::vector<int> first_, last_;
  std::vector<std::string_view> case_, mark_;  ///< views of lemmas and of `joined_`
  std::forward_list<std::string> joined_;
};

}  // namespace demarche

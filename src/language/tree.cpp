#include "language/tree.h"

#include <algorithm>

namespace demarche {

Tree::Tree(const Sentence& sentence) : sentence_(&sentence) {
  size_t n = sentence.words.size();
  begin_.assign(n + 1, 0);
  for (size_t i = 0; i < n; ++i)
    if (int h = head(static_cast<int>(i)); h >= 0) ++begin_[static_cast<size_t>(h) + 1];
  for (size_t i = 0; i < n; ++i) begin_[i + 1] += begin_[i];
  children_.resize(begin_[n]);
  std::vector<uint32_t> at(begin_.begin(), begin_.end());
  for (size_t i = 0; i < n; ++i)
    if (int h = head(static_cast<int>(i)); h >= 0) children_[at[static_cast<size_t>(h)]++] = static_cast<uint16_t>(i);

  first_.resize(n);
  last_.resize(n);
  for (size_t i = 0; i < n; ++i) first_[i] = last_[i] = static_cast<int>(i);
  for (size_t i = 0; i < n; ++i) {
    int up = head(static_cast<int>(i));
    for (size_t steps = 0; up >= 0 && steps < n; ++steps, up = head(up)) {
      first_[static_cast<size_t>(up)] = std::min(first_[static_cast<size_t>(up)], static_cast<int>(i));
      last_[static_cast<size_t>(up)] = std::max(last_[static_cast<size_t>(up)], static_cast<int>(i));
    }
  }
  case_.resize(n);
  mark_.resize(n);
  for (size_t c = 0; c < n; ++c) {
    Deprel rel = sentence.words[c].rel;
    int up = rel == Deprel::kCase || rel == Deprel::kMark ? head(static_cast<int>(c)) : -1;
    // The possessive 's is a case marker too, but introduces nothing.
    if (up < 0 || (rel == Deprel::kCase && static_cast<int>(c) > up)) continue;
    std::string_view& first = (rel == Deprel::kCase ? case_ : mark_)[static_cast<size_t>(up)];
    if (first.data() == nullptr) first = introducer(static_cast<int>(c));
  }
}

int Tree::head(int i) const {
  int h = word(i).head;
  return h >= 0 && h < size() && h != i ? h : -1;
}

int Tree::child(int i, Deprel rel) const {
  for (uint16_t c : children(i))
    if (word(c).rel == rel || base(word(c).rel) == rel) return c;
  return -1;
}

bool Tree::under(int i, int ancestor) const {
  for (int steps = 0; i >= 0 && steps <= size(); ++steps, i = head(i))
    if (i == ancestor) return true;
  return false;
}

std::string_view Tree::introducer(int marker) {
  std::string_view lemma = word(marker).lemma;
  // The parser sometimes leaves *according* outside the phrase.
  if (lemma == "to" && marker > 0 && (word(marker - 1).lemma == "accord" || word(marker - 1).lemma == "according")) return "according to";
  std::string* joined = nullptr;
  for (uint16_t f : children(marker)) {
    if (word(f).rel != Deprel::kFixed) continue;
    if (joined == nullptr) joined = &joined_.emplace_front(lemma);
    joined->append(" ").append(word(f).lemma);
  }
  return joined == nullptr ? lemma : *joined;
}

std::vector<int> Tree::conjuncts(int i) const {
  std::vector<int> all{i};
  for (size_t at = 0; at < all.size() && all.size() < 64; ++at)
    for (uint16_t c : children(all[at]))
      if (word(c).rel == Deprel::kConj) all.push_back(c);
  std::sort(all.begin() + 1, all.end());
  return all;
}

int Tree::first_conjunct(int i) const {
  for (int steps = 0; steps < size() && word(i).rel == Deprel::kConj && head(i) >= 0; ++steps) i = head(i);
  return i;
}

int Tree::depth(int i) const {
  int depth = 0;
  for (int up = head(i); up >= 0 && depth <= size(); up = head(up)) ++depth;
  return depth;
}

}  // namespace demarche

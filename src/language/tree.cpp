#include "language/tree.h"

#include <algorithm>
#include <array>

#include "base/hash.h"

namespace demarche {

/// A tree made before and what it was made from.
struct Tree::Made {
  const Word* words = nullptr;
  std::vector<uint64_t> prints;
  std::shared_ptr<const Shape> shape;
};

namespace {

constexpr size_t kKeptTrees = 64;

/// What a tree takes from a word: its head and relation, and the lemma of what introduces phrases. A change of it changes the number.
uint64_t print_of(const std::vector<Word>& words, size_t i) {
  const Word& word = words[i];
  uint64_t print = static_cast<uint64_t>(static_cast<uint16_t>(word.head)) << 8 | static_cast<uint64_t>(word.rel);
  if (word.rel != Deprel::kCase && word.rel != Deprel::kMark && word.rel != Deprel::kFixed) return print;
  print = fnv1a(word.lemma, print ^ reinterpret_cast<uintptr_t>(word.lemma.data()));
  return i > 0 ? fnv1a(words[i - 1].lemma, print) : print;
}

/// True if the prints are the words'; else they are made so.
bool refresh(const std::vector<Word>& words, std::vector<uint64_t>& prints) {
  bool same = prints.size() == words.size();
  prints.resize(words.size());
  for (size_t i = 0; i < words.size(); ++i) {
    uint64_t print = print_of(words, i);
    same = same && prints[i] == print;
    prints[i] = print;
  }
  return same;
}

}  // namespace

Tree::Tree(const Sentence& sentence) : sentence_(&sentence) {
  thread_local std::array<Made, kKeptTrees> kept;
  Made& made = kept[reinterpret_cast<uintptr_t>(&sentence) / sizeof(Sentence) % kKeptTrees];
  bool same = refresh(sentence.words, made.prints) && made.words == sentence.words.data() && made.shape != nullptr;
  if (!same) made.shape = make();
  made.words = sentence.words.data();
  shape_ = made.shape;
}

std::shared_ptr<const Tree::Shape> Tree::make() const {
  auto shape = std::make_shared<Shape>();
  const size_t n = sentence_->words.size();
  std::vector<uint32_t>& begin = shape->begin;
  begin.assign(n + 1, 0);
  for (size_t i = 0; i < n; ++i)
    if (int h = head(static_cast<int>(i)); h >= 0) ++begin[static_cast<size_t>(h) + 1];
  for (size_t i = 0; i < n; ++i) begin[i + 1] += begin[i];
  shape->children.resize(begin[n]);
  std::vector<uint32_t> at(begin.begin(), begin.end());
  for (size_t i = 0; i < n; ++i)
    if (int h = head(static_cast<int>(i)); h >= 0) shape->children[at[static_cast<size_t>(h)]++] = static_cast<uint16_t>(i);

  shape->first.resize(n);
  shape->last.resize(n);
  for (size_t i = 0; i < n; ++i) shape->first[i] = shape->last[i] = static_cast<int>(i);
  for (size_t i = 0; i < n; ++i) {
    int up = head(static_cast<int>(i));
    for (size_t steps = 0; up >= 0 && steps < n; ++steps, up = head(up)) {
      int& first = shape->first[static_cast<size_t>(up)];
      int& last = shape->last[static_cast<size_t>(up)];
      first = std::min(first, static_cast<int>(i));
      last = std::max(last, static_cast<int>(i));
    }
  }
  shape->cases.resize(n);
  shape->marks.resize(n);
  for (size_t c = 0; c < n; ++c) {
    Deprel rel = sentence_->words[c].rel;
    int up = rel == Deprel::kCase || rel == Deprel::kMark ? head(static_cast<int>(c)) : -1;
    // The possessive 's is a case marker too, but introduces nothing.
    if (up < 0 || (rel == Deprel::kCase && static_cast<int>(c) > up)) continue;
    std::string_view& first = (rel == Deprel::kCase ? shape->cases : shape->marks)[static_cast<size_t>(up)];
    if (first.data() == nullptr) first = introducer(static_cast<int>(c), *shape);
  }
  return shape;
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

std::string_view Tree::introducer(int marker, Shape& shape) const {
  std::string_view lemma = word(marker).lemma;
  // The parser sometimes leaves *according* outside the phrase.
  if (lemma == "to" && marker > 0 && (word(marker - 1).lemma == "accord" || word(marker - 1).lemma == "according")) return "according to";
  std::string* joined = nullptr;
  auto at = static_cast<size_t>(marker);
  for (uint32_t c = shape.begin[at]; c < shape.begin[at + 1]; ++c) {
    const Word& part = word(shape.children[c]);
    if (part.rel != Deprel::kFixed) continue;
    if (joined == nullptr) joined = &shape.joined.emplace_front(lemma);
    joined->append(" ").append(part.lemma);
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

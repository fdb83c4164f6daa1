#include "coder/split_names.h"

#include <array>

#include "base/lists.h"
#include "base/strings.h"
#include "coder/word_kinds.h"

namespace demarche {

namespace {

class SplitNames {
 public:
  explicit SplitNames(const SlipWords& words) : words_(words) {}

  void run() const {
    for (int i = 0; i + 1 < words_.size(); ++i) {
      if (word(i).upos != Upos::kPropn && word(i).upos != Upos::kNoun) continue;
      if (word(i + 1).lemma == "general" && word(i + 1).upos == Upos::kNoun) general_behind(i);
      if (!name_part(i + 1)) continue;
      if (!title_over_name(i)) beside(i);
    }
  }

 private:
  Word& word(int i) const { return words_.word(i); }

  static bool capital(const Word& one) { return one.form.front() >= 'A' && one.form.front() <= 'Z'; }

  bool name_part(int i) const { return word(i).upos == Upos::kPropn && capital(word(i)); }

  bool title(int i) const {
    static constexpr std::array<std::string_view, 32> kTitles{
        "captain", "major", "lieutenant", "sergeant", "brigadier", "admiral",  "commodore", "marshal", "general",   "colonel", "commander",
        "senator", "judge", "justice",    "bishop",   "cardinal",  "pope",     "sheikh",    "imam",    "ayatollah", "prince",  "princess",
        "king",    "queen", "emir",       "sultan",   "professor", "governor", "mayor",     "premier", "cleric",    "envoy"};
    return capital(word(i)) && (words_.person(i) || among(kTitles, lower_ascii(word(i).form)));
  }

  static bool argument(Deprel rel) {
    return base(rel) == Deprel::kNsubj || rel == Deprel::kObj || rel == Deprel::kIobj || base(rel) == Deprel::kObl ||
           rel == Deprel::kNmod || rel == Deprel::kConj || rel == Deprel::kAppos || rel == Deprel::kRoot;
  }

  // The last word of the capitals that begin at `first`.
  int end_of_name(int first) const {
    constexpr int kLongest = 4;
    int last = first;
    while (last + 1 < words_.size() && last < first + kLongest && name_part(last + 1) && word(last).space_after) ++last;
    return last;
  }

  // *Captain Daniel Okoro*: the title as the head, the name flat behind it.
  bool title_over_name(int i) const {
    if (word(i + 1).head != i || !title(i)) return false;
    int last = end_of_name(i + 1), up = word(i).head;
    // *President Yameen Abdul Gayoom*, with one name under the title and one above it.
    if (word(i).rel == Deprel::kNmodDesc && up > i + 1 && up <= last) {
      words_.hang(i, word(up).head, word(up).rel);
      lower(i, i + 1, last);
      return true;
    }
    if (base(word(i + 1).rel) != Deprel::kFlat || !argument(word(i).rel)) return false;
    lower(i, i + 1, end_of_name(i + 1));
    return true;
  }

  // *General, Tomas, Arriaga*: side by side under one head.
  void beside(int i) const {
    if (!argument(word(i).rel) || word(i).rel == Deprel::kConj || word(i).head < 0) return;
    int last = end_of_name(i + 1);
    int twin = -1;
    for (int w = i + 1; w <= last && twin < 0; ++w)
      if (word(w).head == word(i).head && word(w).rel == word(i).rel) twin = w;
    if (twin < 0) return;
    if (title(i)) return lower(i, i + 1, last);
    if (name_part(i) && twin == i + 1 && (base(word(i).rel) == Deprel::kNsubj || word(i).rel == Deprel::kObj)) gather(i, i + 1, last);
  }

  // *two directors general spoke*: an adjective behind its noun.
  void general_behind(int i) const {
    if (word(i).upos != Upos::kNoun || word(i + 1).head != word(i).head || word(i + 1).rel != word(i).rel || !argument(word(i).rel)) return;
    words_.hang(i + 1, i, Deprel::kAmod);
    word(i + 1).upos = Upos::kAdj;
    for (int w = i + 2; w < words_.size(); ++w)
      if (word(w).head == i + 1) word(w).head = static_cast<int16_t>(i);
  }

  // The name takes its title's place; what follows the title is the name's.
  void lower(int at, int first, int last) const {
    words_.hang(first, word(at).head, word(at).rel);
    words_.hang(at, first, Deprel::kNmodDesc);
    for (int w = last + 1; w < words_.size(); ++w)
      if (word(w).head == at) word(w).head = static_cast<int16_t>(first);
    gather(first, first + 1, last);
  }

  // Words `from` to `last` become the rest of the name that begins at `first`.
  void gather(int first, int from, int last) const {
    for (int w = from; w <= last; ++w) {
      for (int c = last + 1; c < words_.size(); ++c)
        if (word(c).head == w) word(c).head = static_cast<int16_t>(first);
      words_.hang(w, first, Deprel::kFlat);
    }
  }

  const SlipWords& words_;
};

}  // namespace

void mend_split_names(const SlipWords& words) {
  SplitNames(words).run();
}

}  // namespace demarche

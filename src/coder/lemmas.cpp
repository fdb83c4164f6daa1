#include "coder/lemmas.h"

#include <array>

#include "base/strings.h"

namespace demarche {

namespace {

struct Ending {
  std::string_view suffix;
  std::string_view replacement;
  bool doubled = false;  ///< the letter before the suffix was doubled: *kidnapped*
};

// The likelier readings first: *invaded* is of "invade" before it is of "invad", and only what a dictionary knows counts.
constexpr std::array<Ending, 13> kVerbEndings{{{"ied", "y"}, {"aid", "ay"}, {"ed", "e"}, {"ed", ""}, {"ed", "", true}, {"ying", "ie"}, {"ing", "e"}, {"ing", ""}, {"ing", "", true}, {"ies", "y"}, {"es", "e"}, {"es", ""}, {"s", ""}}};
constexpr std::array<Ending, 5> kNounEndings{{{"men", "man"}, {"ies", "y"}, {"s", ""}, {"es", ""}, {"es", "is"}}};

// The form with the ending replaced, "" if it does not end so.
std::string without(std::string_view form, const Ending& ending) {
  if (!form.ends_with(ending.suffix) || form.size() <= ending.suffix.size()) return {};
  std::string stem(form.substr(0, form.size() - ending.suffix.size()));
  if (ending.doubled) {
    if (stem.size() < 3 || stem.back() != stem[stem.size() - 2]) return {};
    stem.pop_back();
  }
  return stem.append(ending.replacement);
}

}  // namespace

std::string mended_lemma(std::string_view form, Upos upos, const std::string& lemma, const std::function<bool(std::string_view)>& known) {
  if ((upos != Upos::kVerb && upos != Upos::kNoun) || known(lemma)) return lemma;
  std::string lower = lower_ascii(form);
  if (known(lower)) return lower;
  auto try_all = [&](const auto& endings) -> std::string {
    for (const Ending& ending : endings)
      if (std::string candidate = without(lower, ending); !candidate.empty() && known(candidate)) return candidate;
    return lemma;
  };
  return upos == Upos::kVerb ? try_all(kVerbEndings) : try_all(kNounEndings);
}

void mend_lemmas(std::vector<Sentence>& sentences, const Lexicon& lexicon) {
  auto verb = [&](std::string_view lemma) { return lexicon.frames().find(PredicateKind::kVerb, lemma) || lexicon.frames().has_particles(lemma); };
  auto noun = [&](std::string_view lemma) {
    return lexicon.frames().longest_noun_ending_in(lemma) > 0 || !lexicon.classes().of(lemma).empty() || lexicon.classes().longest_ending_in(lemma) > 1;
  };
  for (Sentence& sentence : sentences)
    for (Word& word : sentence.words) {
      if (word.upos == Upos::kVerb) word.lemma = mended_lemma(word.form, word.upos, word.lemma, verb);
      if (word.upos == Upos::kNoun) word.lemma = mended_lemma(word.form, word.upos, word.lemma, noun);
    }
}

}  // namespace demarche

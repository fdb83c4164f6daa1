#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "language/sentence.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// The verb of an irregular past tense or participle (*withdrew*: "withdraw"), "" if the form is none of them.
std::string irregular_lemma(std::string_view past);

/// The lemma that the dictionaries know, if the trained one is no word of theirs and a regular ending taken off the form gives one that is
/// (*invaded*: "invad" becomes "invade"; *gunmen*: "gunme" becomes "gunman"); else `lemma` as it is. `known` says whether a lemma is in a
/// dictionary.
std::string mended_lemma(std::string_view form, Upos upos, const std::string& lemma, const std::function<bool(std::string_view)>& known);

/// Mends the lemmas of verbs (irregular pasts first) and nouns, and makes a noun of a gerund that stands as one (*fighting between X and Y
/// erupted*). The trained lemmatiser writes endings by rule and misses verbs that its treebanks do not hold; frames and word classes are
/// found by lemma.
void mend_lemmas(std::vector<Sentence>& sentences, const Lexicon& lexicon);

}  // namespace demarche

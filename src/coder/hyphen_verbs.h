#pragma once
#include <vector>

#include "language/sentence.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Makes one word of a verb with a hyphen that the dictionaries know (*test-fired*, *air-dropped*) where the tokenizer, as the treebanks
/// do, makes three: *test* would be who fires. The noun before it that hung on one of the three is its subject. Words whose forms do not
/// stand beside each other in one text stay apart.
void mend_hyphen_verbs(std::vector<Sentence>& sentences, const Lexicon& lexicon);

}  // namespace demarche

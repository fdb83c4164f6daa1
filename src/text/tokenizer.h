#pragma once
#include <vector>

#include "text/document.h"

namespace demarche {

/// Splits a document's text into sentences and words after the conventions of the English UD treebanks (*do* + *n't*, *Russia* + *'s*,
/// *U.S.*, *al-Assad*; hyphenated alliances split so that both sides can be found: *Trump*, *-*, *Putin*). Spans are bytes of `doc.text`,
/// in order, disjoint. Total on any valid UTF-8; a sentence never spans two paragraphs; sentences longer than 400 words are cut.
std::vector<SentenceTokens> tokenize(const Document& doc);

}  // namespace demarche

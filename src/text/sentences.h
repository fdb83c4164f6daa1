#pragma once
#include <string_view>
#include <vector>

#include "text/document.h"

namespace demarche {

/// Where the sentences of one paragraph end: for each sentence the index past its last token, ascending, the last being `tokens.size()`.
/// Empty for no tokens. A sentence of more than 400 tokens is cut.
std::vector<size_t> sentence_ends(std::string_view text, const std::vector<Token>& tokens);

/// Number of tokens of the dateline that opens the paragraph (`KYIV, Feb 24 (Agency) —`), its dash included; 0 if none does.
size_t dateline_length(std::string_view text, const std::vector<Token>& tokens);

}  // namespace demarche

#pragma once
#include <string_view>
#include <vector>

#include "base/span.h"

namespace demarche {

/// The paragraphs of a text: trimmed, non-empty, in order. Blank lines always part paragraphs. A single line break parts them too unless
/// the text is hard-wrapped (wire copy at some 72 columns): then only a line that ends well before the margin, or a following indent or
/// bullet, does. Paragraphs of a wrapped text hold their line breaks. Requires valid UTF-8.
std::vector<Span> paragraphs(std::string_view text);

/// True if the text's line breaks come from wrapping at a margin rather than from its author.
bool is_hard_wrapped(std::string_view text);

}  // namespace demarche

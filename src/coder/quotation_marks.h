#pragma once
#include <vector>

#include "coder/attribution.h"

namespace demarche {

/// Words between quotation marks, over any number of sentences of one paragraph.
struct QuotedStretch {
  Span span;  ///< with its marks
  uint32_t first_sentence = 0, last_sentence = 0;
  int first_word = 0;  ///< the opening mark, in the first sentence
  int last_word = 0;   ///< the closing mark (or the paragraph's last word), in the last sentence
  int words = 0;       ///< between the marks
  bool closed = true;  ///< false: the paragraph ends before a closing mark
};

/// The stretches of a document in order. Marks without a direction (" and '') open and close in turns; every paragraph begins outside.
std::vector<QuotedStretch> find_quoted_stretches(const std::vector<Tree>& trees);

/// Gives the quoted words of a document to the voices that the grammar found: a quotation that overlaps a stretch takes all of it, a
/// stretch that nobody has yet goes to a verb of saying beside it, to the sentence that announces it with a colon, or to whoever was just
/// quoted. `voices` are in the order of their sentences and stay so.
void join_quoted(const std::vector<Tree>& trees, const Lexicon& lexicon, std::vector<Quotation>& voices);

}  // namespace demarche

#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/sentence.h"

namespace demarche {

/// A surface token of several syntactic words (*don't* = *do* + *n't*), as its line in the file gives it.
struct ConlluMultiword {
  size_t first = 0;  ///< index of its first word
  size_t last = 0;   ///< index of its last word
  std::string_view form;
  std::string_view misc;
};

/// One sentence of a CoNLL-U file. All views point into the file's text.
struct ConlluSentence {
  Sentence sentence;                       ///< spans are empty: a CoNLL-U file has no running text
  std::vector<std::string_view> comments;  ///< whole lines, `#` included, in order
  std::vector<std::string_view> misc;      ///< the tenth column, one per word
  std::vector<ConlluMultiword> multiwords;
  std::string_view sent_id;  ///< "" if the file names none
  std::string_view text;     ///< "" if the file gives none
  size_t line = 0;           ///< where it starts, from 1
};

/// A CoNLL-U file. Owns the text that its sentences' views point into; movable, the views stay valid.
struct Conllu {
  std::shared_ptr<const std::string> content;
  std::vector<ConlluSentence> sentences;
};

/// Reads CoNLL-U. Empty nodes (`8.1`) and the ninth column are dropped; tags and relations that the engine does not know become kX and the
/// relation without its subtype or kDep. kBadInput with `place:line` if the text is not UTF-8, a line has not ten columns, ids are out of
/// order, a head is no word of its sentence, heads form a cycle, or a sentence has more than 32,767 words. `_` as head leaves the word
/// without one (head -1, kNone).
Result<Conllu> parse_conllu(std::string content, std::string_view place);
/// The same from a file; kIo if it cannot be read.
Result<Conllu> read_conllu(const std::string& path);

/// Appends the sentence with its comments, multi-word tokens and MISC column, and what `sentence` says of each word.
void append_conllu(std::string& out, const ConlluSentence& sentence);

/// Appends a sentence of running text: `# newpar` where a paragraph starts, `# sent_id`, `# text`, multi-word tokens, `SpaceAfter=No`.
/// `text` is the document's text that the sentence's spans point into.
void append_conllu(std::string& out, const Sentence& sentence, std::string_view sent_id, std::string_view text);

}  // namespace demarche

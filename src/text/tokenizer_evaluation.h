#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/document.h"

namespace demarche {

/// A document rebuilt from CoNLL-U: its raw text and the sentences that the file says it has. A multi-word token's words divide its letters
/// where their forms allow it; otherwise all of them carry the whole token's span.
struct GoldDocument {
  Document doc;
  std::vector<SentenceTokens> sentences;
};

/// Rebuilds raw text: documents from `# newdoc`, paragraphs from `# newpar` parted by a blank line, sentences by a space (or by their own
/// SpaceAfter/SpacesAfter). kBadInput with the line for a line that is not CoNLL-U.
Result<std::vector<GoldDocument>> read_gold(std::string_view conllu, const std::string& name);

/// Hits, guesses and gold items of one figure.
struct BoundaryScore {
  size_t hits = 0;
  size_t predicted = 0;
  size_t gold = 0;
  double precision() const { return predicted == 0 ? 0 : 100.0 * static_cast<double>(hits) / static_cast<double>(predicted); }
  double recall() const { return gold == 0 ? 0 : 100.0 * static_cast<double>(hits) / static_cast<double>(gold); }
  double f1() const { return predicted + gold == 0 ? 0 : 200.0 * static_cast<double>(hits) / static_cast<double>(predicted + gold); }
  void add(const BoundaryScore& other);
};

/// Exact-span scores as the CoNLL 2018 shared task defines them: surface tokens, syntactic words, sentences.
struct TokenizerScore {
  BoundaryScore tokens;
  BoundaryScore words;
  BoundaryScore sentences;
  void add(const TokenizerScore& other);
};

/// Tokenizes the document's raw text anew and compares. If `differences` is given, one line is appended to it for each stretch that came
/// out otherwise.
TokenizerScore score_tokenizer(const GoldDocument& gold, std::string* differences = nullptr);

}  // namespace demarche

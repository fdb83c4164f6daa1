#pragma once
#include <string_view>
#include <vector>

#include "text/chars.h"
#include "text/document.h"

namespace demarche {

/// Splits running text into words after the conventions of the English UD treebanks. Not for sharing between threads: it remembers whether
/// a single quotation mark is open, which decides between *the leaders'* and *'the leaders'*.
class WordSplitter {
 public:
  /// `text` must be valid UTF-8 and outlive the splitter.
  explicit WordSplitter(std::string_view text) : text_(text) {}

  /// Appends the words of `range` to `tokens`. Total: every byte that is not white space ends up in exactly one token.
  void split(Span range, std::vector<Token>& tokens);

 private:
  void chunk(uint32_t begin, uint32_t end);
  bool plain_word(uint32_t begin, uint32_t end);
  uint32_t web_address(uint32_t begin, uint32_t end) const;
  uint32_t number_group(uint32_t begin, uint32_t end) const;
  uint32_t scan_word(uint32_t begin, uint32_t end) const;
  bool joins_over_dot(uint32_t begin, uint32_t dot, uint32_t end) const;
  bool joins_over_hyphen(uint32_t begin, uint32_t hyphen, uint32_t end) const;
  uint32_t apostrophe_end(uint32_t begin, uint32_t at, uint32_t end) const;
  bool takes_full_stop(uint32_t begin, uint32_t dot, uint32_t end) const;
  uint32_t scan_marks(uint32_t begin, uint32_t end, bool chunk_start);
  uint32_t scan_apostrophe(uint32_t at, uint32_t end, bool chunk_start);
  void emit_word(uint32_t begin, uint32_t end);
  bool emit_contraction(uint32_t begin, uint32_t end);
  bool emit_clitics(uint32_t begin, uint32_t end);
  void emit(uint32_t begin, uint32_t end, uint8_t multiword = 0) { tokens_->push_back({{begin, end}, false, multiword}); }
  Char next_chunk_char(uint32_t chunk_end) const;

  std::string_view text_;
  std::vector<Token>* tokens_ = nullptr;
  uint32_t range_end_ = 0;
  bool single_quote_open_ = false;
};

}  // namespace demarche

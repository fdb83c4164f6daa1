// Words cover every visible byte of any text once, in order, on character borders, inside their sentences.
#include <cstdint>
#include <cstdlib>

#include "text/chars.h"
#include "text/tokenizer.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace demarche;
  Document doc;
  doc.text = clean_text({reinterpret_cast<const char*>(data), size}, LineBreaks::kKeep).text;
  uint32_t at = 0;
  auto expect_blank = [&](uint32_t until) {
    while (at < until) {
      Char c = char_at(doc.text, at);
      if (c.kind != CharClass::kSpace && c.kind != CharClass::kNewline) std::abort();
      at += c.size;
    }
    if (at != until) std::abort();
  };
  for (const SentenceTokens& sentence : tokenize(doc)) {
    if (sentence.tokens.empty() || sentence.tokens.size() > 401) std::abort();
    if (sentence.span.begin != sentence.tokens.front().span.begin || sentence.span.end != sentence.tokens.back().span.end) std::abort();
    for (const Token& token : sentence.tokens) {
      if (token.span.empty()) std::abort();
      expect_blank(token.span.begin);
      at = token.span.end;
    }
  }
  expect_blank(static_cast<uint32_t>(doc.text.size()));
  return 0;
}

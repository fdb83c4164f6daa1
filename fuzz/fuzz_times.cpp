// Expressions of time lie in their sentences, do not overlap, and name days that exist, with and without a report's date.
#include <cstdint>
#include <cstdlib>

#include "language/temporal.h"
#include "text/tokenizer.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace demarche;
  Document doc;
  doc.text = clean_text({reinterpret_cast<const char*>(data), size}).text;
  std::vector<Sentence> sentences;
  for (const SentenceTokens& tokens : tokenize(doc)) {
    Sentence& sentence = sentences.emplace_back();
    for (const Token& token : tokens.tokens) {
      Word& word = sentence.words.emplace_back();
      word.span = token.span;
      word.form = std::string_view(doc.text).substr(token.span.begin, token.span.size());
      word.space_after = token.space_after;
    }
  }
  static const auto events = DatedEvents::parse("a\t1990-01-01\t1992-01-01\t\twar ; coup ruritania*\tthe war\n", "fuzz").value();
  TemporalTagger tagger(events);
  for (std::optional<Date> published : {std::optional<Date>{}, std::optional<Date>{Date::of(2024, 2, 29)}}) {
    uint32_t at = 0;
    for (const TimeExpression& time : tagger.find(sentences, published)) {
      if (time.span.empty() || time.span.begin < at || time.value.empty()) std::abort();
      if (time.days && time.days->end < time.days->start) std::abort();
      at = time.span.end;
    }
  }
  (void)tagger.infer_date(sentences);
  return 0;
}

#include "text/tokenizer.h"

#include "text/abbreviations.h"
#include "text/chars.h"
#include "text/paragraphs.h"
#include "text/sentences.h"
#include "text/words.h"

namespace demarche {

namespace {

constexpr size_t kLongestHeadline = 25;

bool ends_like_prose(std::string_view text, Span paragraph) {
  uint32_t end = paragraph.end;
  while (end > paragraph.begin) {
    Char c = char_before(text, end);
    if (c.kind == CharClass::kStop || c.code == ':' || c.code == ';' || c.code == ',') return true;
    if (c.kind != CharClass::kQuote && c.kind != CharClass::kApostrophe && c.kind != CharClass::kClose) return false;
    end -= c.size;
  }
  return false;
}

struct Capitals {
  size_t words = 0;
  size_t capital = 0;
  size_t all_capital = 0;
};

Capitals count_capitals(std::string_view text, const std::vector<Token>& tokens) {
  Capitals counts;
  for (const Token& token : tokens) {
    Char first = char_at(text, token.span.begin);
    if (first.kind != CharClass::kLetter) continue;
    ++counts.words;
    if (is_capital(first.code)) ++counts.capital;
    if (is_capital(first.code) && is_capital(char_before(text, token.span.end).code)) ++counts.all_capital;
  }
  return counts;
}

/// Gives the full stop of an abbreviation that ends a sentence a token of its own (*etc* + *.*), as the treebanks do; *U.S.* keeps it.
void part_final_stop(std::string_view text, SentenceTokens& sentence) {
  Token& last = sentence.tokens.back();
  std::string_view form = text.substr(last.span.begin, last.span.size());
  if (form.size() < 3 || last.multiword != 0 || !form.ends_with('.') || form.find('.') + 1 != form.size()) return;
  if (abbreviation(form.substr(0, form.size() - 1)) == kNotAbbreviation) return;
  Token stop{{last.span.end - 1, last.span.end}, last.space_after, 0};
  last.span.end -= 1;
  last.space_after = false;
  sentence.tokens.push_back(stop);
}

/// A title line: the document's own title, or a short line without a full stop that stands first or is set in capitals.
bool is_headline(const Document& doc, Span paragraph, const std::vector<Token>& tokens, bool first_of_several) {
  std::string_view line = std::string_view(doc.text).substr(paragraph.begin, paragraph.size());
  if (!doc.title.empty() && line == doc.title) return true;
  if (tokens.size() > kLongestHeadline || ends_like_prose(doc.text, paragraph)) return false;
  Capitals counts = count_capitals(doc.text, tokens);
  if (counts.words == 0) return false;
  if (counts.all_capital == counts.words && counts.words > 1) return true;
  return first_of_several || (counts.words > 1 && counts.capital * 10 >= counts.words * 6);
}

}  // namespace

std::vector<SentenceTokens> tokenize(const Document& doc) {
  std::vector<SentenceTokens> sentences;
  WordSplitter splitter(doc.text);
  std::vector<Token> tokens;
  std::vector<Span> parts = paragraphs(doc.text);
  for (size_t p = 0; p < parts.size(); ++p) {
    tokens.clear();
    splitter.split(parts[p], tokens);
    if (tokens.empty()) continue;
    bool headline = is_headline(doc, parts[p], tokens, p == 0 && parts.size() > 1);
    size_t begin = 0;
    for (size_t end : sentence_ends(doc.text, tokens)) {
      SentenceTokens sentence;
      sentence.tokens.assign(tokens.begin() + static_cast<ptrdiff_t>(begin), tokens.begin() + static_cast<ptrdiff_t>(end));
      sentence.span = {sentence.tokens.front().span.begin, sentence.tokens.back().span.end};
      sentence.paragraph_start = begin == 0;
      sentence.headline = headline;
      if (!headline) part_final_stop(doc.text, sentence);
      sentences.push_back(std::move(sentence));
      begin = end;
    }
  }
  return sentences;
}

}  // namespace demarche

#include "text/tokenizer_evaluation.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <set>

#include "base/strings.h"
#include "text/tokenizer.h"

namespace demarche {

namespace {

/// Builds the documents line by line.
class GoldReader {
 public:
  Status line(std::string_view text) {
    if (text.empty()) return end_sentence();
    if (text[0] == '#') return comment(text);
    std::vector<std::string_view> fields = split(text, '\t');
    if (fields.size() != 10)
      return Error{ErrorCode::kBadInput, fmt::format("a CoNLL-U line has 10 fields, this one {}", fields.size()), ""};
    if (fields[0].find('.') != std::string_view::npos) return success();
    size_t dash = fields[0].find('-');
    if (dash != std::string_view::npos) {
      int first = 0;
      int last = 0;
      std::from_chars(fields[0].data(), fields[0].data() + dash, first);
      std::from_chars(fields[0].data() + dash + 1, fields[0].data() + fields[0].size(), last);
      begin_token(fields[1]);
      inside_left_ = last - first + 1;
      inside_size_ = inside_left_;
      spaces_ = spaces(fields[9]);
      return success();
    }
    if (inside_left_ > 0) return word_of_token(fields[1]);
    begin_token(fields[1]);
    sentence_.tokens.push_back({token_, true, 0});
    end_token(spaces(fields[9]));
    return success();
  }

  Status end_sentence() {
    if (sentence_.tokens.empty()) return success();
    sentence_.span = {sentence_.tokens.front().span.begin, sentence_.tokens.back().span.end};
    documents_.back().sentences.push_back(std::move(sentence_));
    sentence_ = {};
    return success();
  }

  std::vector<GoldDocument> take() { return std::move(documents_); }

 private:
  static std::string spaces(std::string_view misc) { return misc.find("SpaceAfter=No") != std::string_view::npos ? "" : " "; }

  Status comment(std::string_view text) {
    if (text.starts_with("# newdoc") || documents_.empty()) {
      documents_.emplace_back();
      pending_.clear();
      size_t id = text.find("id = ");
      if (id != std::string_view::npos) documents_.back().doc.id = std::string(text.substr(id + 5));
    }
    if (text.starts_with("# newpar") && !documents_.back().doc.text.empty()) {
      pending_ = "\n\n";
      sentence_.paragraph_start = true;
    }
    return success();
  }

  void begin_token(std::string_view form) {
    if (documents_.empty()) documents_.emplace_back();
    std::string& text = documents_.back().doc.text;
    if (!text.empty()) text += pending_;
    token_ = {static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size() + form.size())};
    word_begin_ = token_.begin;
    text += form;
  }

  void end_token(std::string after) {
    sentence_.tokens.back().space_after = !after.empty();
    pending_ = std::move(after);
  }

  Status word_of_token(std::string_view form) {
    bool first = inside_left_ == inside_size_;
    --inside_left_;
    std::string_view rest = std::string_view(documents_.back().doc.text).substr(word_begin_, token_.end - word_begin_);
    Span span = token_;
    if (rest.starts_with(form) && word_begin_ < token_.end) span = {word_begin_, word_begin_ + static_cast<uint32_t>(form.size())};
    word_begin_ = span.end;
    sentence_.tokens.push_back({span, false, static_cast<uint8_t>(first ? inside_size_ : 1)});
    if (inside_left_ == 0) end_token(spaces_);
    return success();
  }

  std::vector<GoldDocument> documents_;
  SentenceTokens sentence_;
  std::string pending_;
  std::string spaces_;
  Span token_;
  uint32_t word_begin_ = 0;
  int inside_left_ = 0;
  int inside_size_ = 0;
};

std::set<Span> surface_tokens(const std::vector<SentenceTokens>& sentences) {
  std::set<Span> spans;
  for (const SentenceTokens& sentence : sentences)
    for (size_t i = 0; i < sentence.tokens.size();) {
      size_t count = std::max<size_t>(1, sentence.tokens[i].multiword);
      Span span = sentence.tokens[i].span;
      for (size_t k = 1; k < count && i + k < sentence.tokens.size(); ++k) span = cover(span, sentence.tokens[i + k].span);
      spans.insert(span);
      i += count;
    }
  return spans;
}

std::set<Span> syntactic_words(const std::vector<SentenceTokens>& sentences) {
  std::set<Span> spans;
  for (const SentenceTokens& sentence : sentences)
    for (const Token& token : sentence.tokens) spans.insert(token.span);
  return spans;
}

std::set<Span> sentence_spans(const std::vector<SentenceTokens>& sentences) {
  std::set<Span> spans;
  for (const SentenceTokens& sentence : sentences) spans.insert(sentence.span);
  return spans;
}

BoundaryScore compare(const std::set<Span>& gold, const std::set<Span>& guess) {
  BoundaryScore score{0, guess.size(), gold.size()};
  for (Span span : guess) score.hits += gold.count(span);
  return score;
}

void list_differences(std::string_view kind, std::string_view text, const std::set<Span>& gold, const std::set<Span>& guess,
                      std::string& out) {
  for (Span span : gold)
    if (guess.count(span) == 0)
      fmt::format_to(std::back_inserter(out), "{} missed {}: {}\n", kind, span.begin, text.substr(span.begin, span.size()));
  for (Span span : guess)
    if (gold.count(span) == 0)
      fmt::format_to(std::back_inserter(out), "{} invented {}: {}\n", kind, span.begin, text.substr(span.begin, span.size()));
}

}  // namespace

void BoundaryScore::add(const BoundaryScore& other) {
  hits += other.hits;
  predicted += other.predicted;
  gold += other.gold;
}

void TokenizerScore::add(const TokenizerScore& other) {
  tokens.add(other.tokens);
  words.add(other.words);
  sentences.add(other.sentences);
}

Result<std::vector<GoldDocument>> read_gold(std::string_view conllu, const std::string& name) {
  GoldReader reader;
  size_t number = 0;
  while (!conllu.empty()) {
    size_t stop = std::min(conllu.find('\n'), conllu.size());
    ++number;
    Status status = reader.line(conllu.substr(0, stop));
    if (!status) return Error{status.error().code, status.error().message, fmt::format("{}:{}", name, number)};
    conllu.remove_prefix(std::min(stop + 1, conllu.size()));
  }
  (void)reader.end_sentence();
  return reader.take();
}

TokenizerScore score_tokenizer(const GoldDocument& gold, std::string* differences) {
  std::vector<SentenceTokens> guess = tokenize(gold.doc);
  std::set<Span> gold_tokens = surface_tokens(gold.sentences);
  std::set<Span> guess_tokens = surface_tokens(guess);
  std::set<Span> gold_words = syntactic_words(gold.sentences);
  std::set<Span> guess_words = syntactic_words(guess);
  std::set<Span> gold_sentences = sentence_spans(gold.sentences);
  std::set<Span> guess_sentences = sentence_spans(guess);
  if (differences != nullptr) {
    list_differences("token", gold.doc.text, gold_tokens, guess_tokens, *differences);
    list_differences("word", gold.doc.text, gold_words, guess_words, *differences);
    list_differences("sentence", gold.doc.text, gold_sentences, guess_sentences, *differences);
  }
  return {compare(gold_tokens, guess_tokens), compare(gold_words, guess_words), compare(gold_sentences, guess_sentences)};
}

}  // namespace demarche

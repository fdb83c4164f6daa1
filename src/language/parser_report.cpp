#include "language/parser_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "language/conllu.h"
#include "text/tokenizer.h"
#include "text/tokenizer_evaluation.h"

namespace demarche {
namespace {

constexpr size_t kLengthBins[] = {1, 11, 21, 31, 41, 61};

size_t bin_of(size_t length) {
  size_t bin = kLengthBins[0];
  for (size_t least : kLengthBins)
    if (length >= least) bin = least;
  return bin;
}

std::string row(std::string_view label, const ParseScores& s) {
  return fmt::format("{:<14}{:>8}{:>9}{:>8.2f}{:>8.2f}{:>8.2f}{:>8.2f}{:>8.2f}{:>8.2f}{:>10.1f}\n", label, s.sentences, s.words,
                     s.percent(s.upos), s.percent(s.xpos), s.percent(s.feats), s.percent(s.lemma), s.percent(s.attached),
                     s.percent(s.labelled),
                     s.sentences == 0 ? 0.0 : 100.0 * static_cast<double>(s.whole) / static_cast<double>(s.sentences));
}

uint64_t key_of(Span span) {
  return uint64_t{span.begin} << 32 | span.end;
}

/// The words of a document's sentences by their place in its text.
std::unordered_map<uint64_t, std::pair<const Sentence*, size_t>> places_of(const std::vector<Sentence>& sentences) {
  std::unordered_map<uint64_t, std::pair<const Sentence*, size_t>> places;
  for (const Sentence& sentence : sentences)
    for (size_t i = 0; i < sentence.size(); ++i) places.emplace(key_of(sentence.words[i].span), std::pair(&sentence, i));
  return places;
}

Span head_span(const Sentence& sentence, size_t i) {
  int head = sentence.words[i].head;
  return head < 0 ? Span{} : sentence.words[static_cast<size_t>(head)].span;
}

struct RawCounts {
  size_t gold = 0, predicted = 0;
  size_t upos = 0, xpos = 0, lemma = 0, attached = 0, labelled = 0;

  void add(const std::vector<Sentence>& right, const std::vector<Sentence>& guess) {
    for (const Sentence& sentence : right) gold += sentence.size();
    auto places = places_of(right);
    for (const Sentence& sentence : guess) {
      predicted += sentence.size();
      for (size_t i = 0; i < sentence.size(); ++i) {
        auto found = places.find(key_of(sentence.words[i].span));
        if (found != places.end()) match(*found->second.first, found->second.second, sentence, i);
      }
    }
  }

  double f1(size_t hits) const {
    return gold + predicted == 0 ? 0.0 : 200.0 * static_cast<double>(hits) / static_cast<double>(gold + predicted);
  }

 private:
  void match(const Sentence& right, size_t r, const Sentence& guess, size_t g) {
    const Word &a = right.words[r], &b = guess.words[g];
    bool head = (a.head < 0) == (b.head < 0) && head_span(right, r) == head_span(guess, g);
    upos += a.upos == b.upos;
    xpos += a.xpos == b.xpos;
    lemma += a.lemma.empty() || a.lemma == "_" || a.lemma == b.lemma;
    attached += head;
    labelled += head && base(a.rel) == base(b.rel);
  }
};

}  // namespace

std::string genre_of(std::string_view sent_id) {
  size_t first = sent_id.starts_with("GUM_") ? 4 : 0;
  size_t end = sent_id.find_first_of(first == 0 ? "-_" : "_", first);
  std::string_view genre = end == std::string_view::npos ? std::string_view() : sent_id.substr(first, end - first);
  return genre.empty() ? "other" : std::string(genre);
}

Result<ParserReport> report_parser(const Analyzer& analyzer, const std::string& treebank) {
  Result<Conllu> file = read_conllu(treebank);
  if (!file) return file.error();
  std::vector<Sentence> sentences;
  for (const ConlluSentence& gold : file->sentences) sentences.push_back(gold.sentence);
  analyzer.annotate(sentences);
  ParserReport report;
  for (size_t i = 0; i < sentences.size(); ++i) {
    const ConlluSentence& gold = file->sentences[i];
    ParseScores scores = compare(gold.sentence, sentences[i]);
    report.all += scores;
    report.by_genre[genre_of(gold.sent_id)] += scores;
    report.by_length[bin_of(sentences[i].size())] += scores;
  }
  return report;
}

Result<RawTextReport> report_raw_text(const Analyzer& analyzer, const std::string& treebank) {
  Result<Conllu> file = read_conllu(treebank);
  if (!file) return file.error();
  Result<std::vector<GoldDocument>> documents = read_gold(*file->content, treebank);
  if (!documents) return documents.error();
  TokenizerScore boundaries;
  RawCounts counts;
  size_t next = 0;
  for (const GoldDocument& document : *documents) {
    boundaries.add(score_tokenizer(document));
    std::vector<Sentence> right;
    for (const SentenceTokens& tokens : document.sentences) {
      if (next == file->sentences.size() || file->sentences[next].sentence.size() != tokens.tokens.size())
        return Error{ErrorCode::kBadInput, "its sentences cannot be rebuilt", treebank};
      right.push_back(file->sentences[next++].sentence);
      for (size_t i = 0; i < tokens.tokens.size(); ++i) right.back().words[i].span = tokens.tokens[i].span;
    }
    counts.add(right, analyzer.analyze(document.doc, tokenize(document.doc)));
  }
  return RawTextReport{boundaries.sentences.f1(), boundaries.tokens.f1(),  boundaries.words.f1(),      counts.f1(counts.upos),
                       counts.f1(counts.xpos),    counts.f1(counts.lemma), counts.f1(counts.attached), counts.f1(counts.labelled)};
}

std::string format_report(const ParserReport& report) {
  std::string out = fmt::format("{:<14}{:>8}{:>9}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>10}\n", "", "sents", "words", "UPOS", "XPOS", "feats",
                                "lemma", "UAS", "LAS", "all right");
  out += row("all", report.all);
  for (const auto& [genre, scores] : report.by_genre) out += row(genre, scores);
  for (auto at = report.by_length.begin(); at != report.by_length.end(); ++at) {
    auto next = std::find(std::begin(kLengthBins), std::end(kLengthBins), at->first) + 1;
    out += row(next == std::end(kLengthBins) ? fmt::format("{}+ words", at->first) : fmt::format("{}-{} words", at->first, *next - 1),
               at->second);
  }
  return out;
}

std::string format_report(const RawTextReport& r) {
  return fmt::format(
      "from raw text: sentences {:.2f}  tokens {:.2f}  words {:.2f}  UPOS {:.2f}  XPOS {:.2f}  lemma {:.2f}  UAS {:.2f}  LAS {:.2f}\n",
      r.sentences, r.tokens, r.words, r.upos, r.xpos, r.lemma, r.attached, r.labelled);
}

}  // namespace demarche

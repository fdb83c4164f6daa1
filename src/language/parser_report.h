#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/analyzer.h"
#include "language/evaluation.h"

namespace demarche {

/// Accuracy on one treebank file.
struct ParserReport {
  ParseScores all;                              ///< gold sentences and words, everything else predicted
  std::map<std::string, ParseScores> by_genre;  ///< as the sentence ids tell: *news* of GUM_news_..., *email* of email-...
  std::map<size_t, ParseScores> by_length;      ///< key: the least number of words of the bin
};

/// F1 from raw text, each in per cent, with words matched by their place in the text as in CoNLL 2018.
struct RawTextReport {
  double sentences = 0, tokens = 0, words = 0, upos = 0, xpos = 0, lemma = 0, attached = 0, labelled = 0;
};

/// "news" of "GUM_news_election-3", "weblog" of "weblog-...-0001"; "other" if there is none.
std::string genre_of(std::string_view sent_id);

/// Analyses the file's sentences anew and compares. Errors as read_conllu().
Result<ParserReport> report_parser(const Analyzer& analyzer, const std::string& treebank);
/// Splits, analyses and compares the raw text that the file's sentences make. Errors as read_conllu().
Result<RawTextReport> report_raw_text(const Analyzer& analyzer, const std::string& treebank);

/// A table for people, ending in a line feed.
std::string format_report(const ParserReport& report);
std::string format_report(const RawTextReport& report);

}  // namespace demarche

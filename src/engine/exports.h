#pragma once
#include <string>
#include <vector>

#include "engine/engine.h"

namespace demarche {

/// A line of a benchmark: a text and, where the benchmark names them, the words that it asks about.
struct Question {
  Document document;
  std::vector<Span> words;  ///< bytes of the document's text; may be empty
  std::string corpus;       ///< name of the benchmark that the line belongs to; empty if it names none
  std::string speaker;      ///< country that speaks, by any of its names with blanks or underscores; empty if the line names none
};

/// Each answers one question with one line of JSON, without its line feed, in the form that the benchmark's scorer reads
/// (docs/formats/benchmarks.md). Offsets are code points of the text. Total on any text.

/// Who says what: `{doc_id, attributions: [{source, cue, content}]}`. The outermost voices only, as the benchmark has it: none inside
/// quotation marks or another's words.
std::string export_attribution(const Question& question, const Engine& engine);
/// How clauses are tied to each other, attribution included: `{doc_id, relations: [{type, a, b, cue}]}`.
std::string export_relations(const Question& question, const Engine& engine);
/// As export_relations, with every tie of cause and effect as type "cause": purposes, demands, reasons, results, conditions.
std::string export_causes(const Question& question, const Engine& engine);
/// Whether it happened: `{sent_id, predicates: [{start, end, factuality, why}]}` for the words asked about, or for every verb, noun and
/// adjective where none are; from -3 (certainly not) to 3.
std::string export_factuality(const Question& question, const Engine& engine);
/// Which words stand for the same actor: `{doc_id, clusters: [[[start, end], ...], ...]}`, whole noun phrases, clusters of two mentions and
/// more.
std::string export_coref(const Question& question, const Engine& engine);
/// Whether the speaker blames, contradicts or condemns somebody: `{doc_id, conflict: [{target, why}]}`, one element at most; `target` is
/// the country whose conduct is meant, or null; `why` the words that decided.
std::string export_conflict(const Question& question, const Engine& engine);

/// When things happen: `{doc_id, order: [{a, b, rel}], dct: [{start, end, rel}], timex: [{start, end, value}]}`, for the question's words
/// or, where it names none, for all verbs. Pairs stand at most two sentences apart; `dct` is against the day of the report.
std::string export_order(const Question& question, const Engine& engine);

}  // namespace demarche

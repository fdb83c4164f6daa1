#include "engine/engine.h"

#include "actors/named_entities.h"
#include "actors/resolver.h"
#include "coder/attribution.h"
#include "coder/circumstances.h"
#include "coder/clause_relations.h"
#include "coder/clauses.h"
#include "coder/completion.h"
#include "coder/dates.h"
#include "coder/events.h"
#include "coder/fronted_times.h"
#include "coder/hyphen_verbs.h"
#include "coder/lemmas.h"
#include "coder/pair_attachment.h"
#include "coder/pair_features.h"
#include "coder/pair_reading.h"
#include "coder/phrases.h"
#include "coder/slips.h"
#include "coder/spoken_clauses.h"
#include "coder/status.h"
#include "coder/tidy.h"
#include "engine/version.h"
#include "text/tokenizer.h"

namespace demarche {

namespace {

// A part that a data directory may lack: null where its file is missing; a damaged one is an error.
template <class T>
Result<std::shared_ptr<const T>> optional_part(Result<std::shared_ptr<const T>> loaded) {
  if (!loaded && loaded.error().code == ErrorCode::kIo) return std::shared_ptr<const T>();
  return loaded;
}

}  // namespace

Engine::Engine(LexiconOptions sources, std::shared_ptr<const Lexicon> lexicon, std::shared_ptr<const Analyzer> analyzer,
               TemporalTagger temporal)
    : sources_(std::move(sources)), lexicon_(std::move(lexicon)), analyzer_(std::move(analyzer)), temporal_(std::move(temporal)) {
  identity_ = {kVersion, analyzer_->hash(), lexicon_->codebook_hash(), lexicon_->actors_hash()};
}

Result<std::shared_ptr<const Engine>> Engine::load(const EngineOptions& options) {
  std::string data = options.data_directory;
  if (data.empty()) {
    auto found = find_data_directory();
    if (!found) return found.error();
    data = *found;
  }
  LexiconOptions sources{data, options.dictionaries, options.only_added, {}};
  auto lexicon = Lexicon::load(sources);
  if (!lexicon) return lexicon.error();
  auto analyzer = Analyzer::load(options.model_path.empty() ? data + "/model/english.model" : options.model_path);
  if (!analyzer) return analyzer.error();
  // Without the table nothing is counted from well-known events; without a judge pairs are coded by frames alone.
  auto events = optional_part(DatedEvents::load(data + "/ontology/dated_events.tsv"));
  if (!events) return events.error();
  auto judge = optional_part(Judge::load(data + "/model/judge.model"));
  if (!judge) return judge.error();
  std::shared_ptr<Engine> engine(new Engine(sources, *lexicon, *analyzer, TemporalTagger(*events)));
  engine->judge_ = *judge;
  return std::shared_ptr<const Engine>(std::move(engine));
}

Report Engine::code(Document doc) const {
  auto shared = std::make_shared<const Document>(std::move(doc));
  std::vector<Sentence> sentences = parse(*shared);
  return code_parsed(std::move(shared), std::move(sentences), nullptr);
}

std::vector<Sentence> Engine::parse(const Document& doc) const {
  // 1. Text to sentences and words, then tags, lemmas and dependency trees.
  std::vector<Sentence> sentences = analyzer_->analyze(doc, tokenize(doc));
  mend_hyphen_verbs(sentences, *lexicon_);
  mend_fronted_times(sentences);
  mend_slips(sentences, *lexicon_);
  mend_clauses(sentences);
  mend_lemmas(sentences, *lexicon_);
  mend_spoken_clauses(sentences, *lexicon_);
  return sentences;
}

Report Engine::read(Document doc) const {
  Report report;
  report.document = std::make_shared<const Document>(std::move(doc));
  report.sentences = parse(*report.document);
  report.trees.reserve(report.sentences.size());
  for (const Sentence& sentence : report.sentences) report.trees.emplace_back(sentence);
  find_actors(report);
  relate_names(report.trees, report.actors, report.names);
  return report;
}

Report Engine::marked_report(const MarkedSentence& marked) const {
  Document doc;
  doc.text = marked.text;
  auto shared = std::make_shared<const Document>(std::move(doc));
  Report report = marked_events(shared, parse(*shared), marked);
  if (joined(report)) return report;
  // Who marked the target knew that it belongs to an act; where the parse hangs it elsewhere, another governor may tell which.
  Side source = find_side(report, marked.source), target = find_side(report, marked.target);
  for (int verb : other_governors(report, source, target)) {
    std::vector<Sentence> sentences = report.sentences;
    auto at = static_cast<size_t>(target.sentence);
    rehang(sentences[at], target, verb, report.trees[at].case_lemma(target.head).empty());
    Report other = marked_events(shared, std::move(sentences), marked);
    if (joined(other)) return other;
  }
  return report;
}

Report Engine::marked_events(std::shared_ptr<const Document> doc, std::vector<Sentence> sentences, const MarkedSentence& marked) const {
  Report report;
  report.document = std::move(doc);
  report.sentences = std::move(sentences);
  report.trees.reserve(report.sentences.size());
  for (const Sentence& sentence : report.sentences) report.trees.emplace_back(sentence);
  mark_sides(report, marked);
  find_events(report, *lexicon_);
  read_statuses(report, *lexicon_);
  return report;
}

PairCode Engine::code_marked(std::string_view marked_sentence) const {
  MarkedSentence marked = parse_marked(marked_sentence);
  Report report = marked_report(marked);
  return code_pair(report, marked, *lexicon_, judge_.get());
}

PairCode Engine::code_by_rule(const MarkedSentence& marked) const {
  return code_pair(marked_report(marked), marked, *lexicon_, nullptr);
}

PairCode Engine::code_with(const Judge& judge, const MarkedSentence& marked) const {
  return code_pair(marked_report(marked), marked, *lexicon_, &judge);
}

JudgeExample Engine::marked_example(const MarkedSentence& marked, EventType type) const {
  Report report = marked_report(marked);
  Side source = find_side(report, marked.source), target = find_side(report, marked.target);
  return {pair_features(report, source, target, *lexicon_), reading_of_label(report, rank_events(report, source, target), type)};
}

Result<std::shared_ptr<const Engine>> Engine::with_entries(const std::string& lines) const {
  LexiconOptions sources = sources_;
  sources.extra_lines = lines;
  auto lexicon = Lexicon::load(sources);
  if (!lexicon) return lexicon.error();
  std::shared_ptr<Engine> engine(new Engine(sources_, *lexicon, analyzer_, temporal_));
  engine->judge_ = judge_;
  return std::shared_ptr<const Engine>(std::move(engine));
}

Report Engine::code_conllu(Document doc, const Conllu& parse) const {
  doc.text.clear();
  std::vector<Sentence> sentences;
  for (const ConlluSentence& one : parse.sentences) {
    sentences.push_back(one.sentence);
    Sentence& sentence = sentences.back();
    if (!doc.text.empty()) doc.text += sentence.paragraph_start ? '\n' : ' ';
    sentence.span.begin = static_cast<uint32_t>(doc.text.size());
    for (Word& word : sentence.words) {
      word.span.begin = static_cast<uint32_t>(doc.text.size());
      doc.text += word.form;
      word.span.end = static_cast<uint32_t>(doc.text.size());
      if (word.space_after && &word != &sentence.words.back()) doc.text += ' ';
    }
    sentence.span.end = static_cast<uint32_t>(doc.text.size());
  }
  // The forms that the caller's parse owns may be gone before the report is.
  auto shared = std::make_shared<const Document>(std::move(doc));
  for (Sentence& sentence : sentences)
    for (Word& word : sentence.words) word.form = std::string_view(shared->text).substr(word.span.begin, word.span.size());
  return code_parsed(std::move(shared), std::move(sentences), parse.content);
}

Report Engine::code_parsed(std::shared_ptr<const Document> doc, std::vector<Sentence> sentences,
                           std::shared_ptr<const std::string> source) const {
  Report report;
  report.parse_source = std::move(source);
  report.document = std::move(doc);
  report.sentences = std::move(sentences);
  report.trees.reserve(report.sentences.size());
  for (const Sentence& sentence : report.sentences) report.trees.emplace_back(sentence);
  run_stages(report);
  return report;
}

void Engine::find_actors(Report& report) const {
  // 2. When it was written, where the document does not say.
  date_report(report, temporal_);
  // 3. Who is in the report: names by date, role nouns, persons, pronouns.
  report.actors = ActorResolver(*lexicon_).resolve(*report.document, report.trees, report.day(), report.names);
}

void Engine::run_stages(Report& report) const {
  find_actors(report);
  // 4. What they do to whom: triggers, frames, sources and targets, codes.
  find_events(report, *lexicon_);
  discard_events(report, *lexicon_);
  complete_sides(report, *lexicon_);
  // 5. How the text presents it: occurred, planned, offered, denied ...
  read_statuses(report, *lexicon_);
  // 6. On what it depends, in which order, with what consequence.
  relate(report, *lexicon_);
  // 7. According to whom: the chain of voices from the reporter inwards.
  attribute(report, *lexicon_);
  // 8. When and where it happens, and what it is about.
  date_events(report, temporal_, *lexicon_);
  place_events(report, *lexicon_);
  set_contexts(report, *lexicon_);
  // 9. Which names stand in the text, whoever bears them.
  relate_names(report.trees, report.actors, report.names);
  // 10. Leave what the record needs, in the order of the text, and say what is odd.
  prune(report);
  tidy(report);
  note_oddities(report);
  note_issues(report, *lexicon_);
}

}  // namespace demarche

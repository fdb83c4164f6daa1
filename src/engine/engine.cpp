#include "engine/engine.h"

#include "actors/resolver.h"
#include "coder/events.h"
#include "coder/tidy.h"
#include "engine/version.h"
#include "text/tokenizer.h"

namespace demarche {

Engine::Engine(std::shared_ptr<const Lexicon> lexicon, std::shared_ptr<const Analyzer> analyzer) : lexicon_(std::move(lexicon)), analyzer_(std::move(analyzer)) {
  identity_ = {kVersion, analyzer_->hash(), lexicon_->codebook_hash(), lexicon_->actors_hash()};
}

Result<std::shared_ptr<const Engine>> Engine::load(const EngineOptions& options) {
  std::string data = options.data_directory;
  if (data.empty()) {
    auto found = find_data_directory();
    if (!found) return found.error();
    data = *found;
  }
  auto lexicon = Lexicon::load(data);
  if (!lexicon) return lexicon.error();
  auto analyzer = Analyzer::load(options.model_path.empty() ? data + "/model/english.model" : options.model_path);
  if (!analyzer) return analyzer.error();
  return std::shared_ptr<const Engine>(new Engine(*lexicon, *analyzer));
}

Report Engine::code(Document doc) const {
  auto shared = std::make_shared<const Document>(std::move(doc));
  // 1. Text to sentences and words, then tags, lemmas and dependency trees.
  std::vector<Sentence> sentences = analyzer_->analyze(*shared, tokenize(*shared));
  return code_parsed(std::move(shared), std::move(sentences));
}

Report Engine::code_parsed(std::shared_ptr<const Document> doc, std::vector<Sentence> sentences) const {
  Report report;
  report.document = std::move(doc);
  report.sentences = std::move(sentences);
  report.trees.reserve(report.sentences.size());
  for (const Sentence& sentence : report.sentences) report.trees.emplace_back(sentence);
  run_stages(report);
  return report;
}

void Engine::run_stages(Report& report) const {
  // 2. Who is in the report: names by date, role nouns, persons, pronouns.
  report.actors = ActorResolver(*lexicon_).resolve(*report.document, report.trees, report.day());
  // 3. What they do to whom: triggers, frames, sources and targets, codes.
  find_events(report, *lexicon_);
  // 4. Leave what the record needs, in the order of the text.
  tidy(report);
}

}  // namespace demarche

#pragma once
#include <memory>
#include <string>
#include <vector>

#include "coder/pairs.h"
#include "coder/report.h"
#include "coder/report_json.h"
#include "language/analyzer.h"
#include "language/conllu.h"
#include "language/temporal.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// Where the engine finds what it knows.
struct EngineOptions {
  std::string data_directory;  ///< dictionaries and ontology tables; "" looks in DEMARCHE_DATA, beside the program, then in the XDG data
                               ///< directories
  std::vector<std::string> dictionaries;  ///< directories of more dictionaries (LexiconOptions::added)
  bool only_added = false;                ///< LexiconOptions::only_added
  std::string model_path;                 ///< trained model; "" is `model/english.model` of the data directory
};

/// The data directory that an empty option stands for; kIo with the places searched if there is none.
Result<std::string> find_data_directory();

/// From a document to a report. Immutable after loading; any number of threads may share one.
class Engine {
 public:
  /// Loads lexicon and model. kBadLexicon, kBadModel or kIo say what is unusable.
  static Result<std::shared_ptr<const Engine>> load(const EngineOptions& options);

  /// Codes one document: the stages of engine.cpp in order. Total on any valid document.
  Report code(Document doc) const;

  /// As code, for a text that was parsed elsewhere: `doc.text` is made from the forms, the rest of `doc` is kept.
  Report code_conllu(Document doc, const Conllu& parse) const;

  /// The first stages alone: parse, date and actors, without events.
  Report read(Document doc) const;

  /// Codes what a marked source did to a marked target (coder/pairs.h).
  PairCode code_marked(std::string_view marked_sentence) const;
  /// The same by frames alone, whether a judge is loaded or not.
  PairCode code_by_rule(const MarkedSentence& marked) const;
  /// The same with another judge than the loaded one.
  PairCode code_with(const Judge& judge, const MarkedSentence& marked) const;
  /// A marked sentence that an annotator gave a type, for training a judge: its features, and the type as PLOVER reads it between sides.
  JudgeExample marked_example(const MarkedSentence& marked, EventType type) const;

  /// The same engine with more entries (verbs, nouns, adjectives, actors, role nouns; lines as in our files), which win over nothing and
  /// lose to nothing: they are read last. kBadLexicon names the faulty line.
  Result<std::shared_ptr<const Engine>> with_entries(const std::string& lines) const;

  /// The record of the contract, one line.
  std::string json(const Report& report) const { return to_json(report, identity_, lexicon_->cameo()); }

  /// Where the dictionaries were read from.
  const std::string& data_directory() const { return sources_.data_directory; }
  const LexiconOptions& sources() const { return sources_; }
  const EngineIdentity& identity() const { return identity_; }
  const Lexicon& lexicon() const { return *lexicon_; }
  const Analyzer& analyzer() const { return *analyzer_; }
  const TemporalTagger& temporal() const { return temporal_; }

 private:
  Engine(LexiconOptions sources, std::shared_ptr<const Lexicon> lexicon, std::shared_ptr<const Analyzer> analyzer, TemporalTagger temporal);
  Report code_parsed(std::shared_ptr<const Document> doc, std::vector<Sentence> sentences, std::shared_ptr<const std::string> source) const;
  std::vector<Sentence> parse(const Document& doc) const;
  void find_actors(Report& report) const;
  void run_stages(Report& report) const;
  Report marked_report(const MarkedSentence& marked) const;
  Report marked_events(std::shared_ptr<const Document> doc, std::vector<Sentence> sentences, const MarkedSentence& marked) const;

  LexiconOptions sources_;
  std::shared_ptr<const Lexicon> lexicon_;
  std::shared_ptr<const Analyzer> analyzer_;
  std::shared_ptr<const Judge> judge_;  ///< null where the data directory has none
  TemporalTagger temporal_;
  EngineIdentity identity_;
};

}  // namespace demarche

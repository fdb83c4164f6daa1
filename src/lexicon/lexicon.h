#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/faults.h"
#include "base/result.h"
#include "lexicon/actor_dictionary.h"
#include "lexicon/agents.h"
#include "lexicon/frames.h"
#include "lexicon/name_words.h"
#include "lexicon/phrase_lists.h"
#include "lexicon/word_classes.h"
#include "ontology/ontology.h"

namespace demarche {

/// Which dictionaries make a lexicon.
struct LexiconOptions {
  std::string data_directory;      ///< the ontology's tables, and our dictionaries
  std::vector<std::string> added;  ///< directories of more dictionaries in our formats, searched in depth
  bool only_added = false;         ///< actors, role nouns, frames, issues, discards: ours are left out where an added directory has any
  std::string extra_lines;         ///< entries of verbs, nouns and adjectives, actors or role nouns as in our files, read after all others
                                   ///< (file name "(added)" in faults)
};

/// The knowledge of the engine, read from the dictionaries under a data directory. Immutable; any number of threads may share one.
class Lexicon {
 public:
  /// Reads every dictionary (docs/formats/lexicon.md) and gives the lexicon; faults go to `faults`, and what is faulty is left out. Ours
  /// come before added ones and win where both know a thing. kIo if a directory is missing or a file cannot be read.
  static Result<std::shared_ptr<const Lexicon>> read(const LexiconOptions& options, Faults& faults);
  static Result<std::shared_ptr<const Lexicon>> read(const std::string& data_directory, Faults& faults) {
    return read(LexiconOptions{data_directory, {}, false, {}}, faults);
  }
  /// As `read`, but a fault is an error (kBadLexicon) that lists the first ones: nothing is half loaded.
  static Result<std::shared_ptr<const Lexicon>> load(const LexiconOptions& options);
  static Result<std::shared_ptr<const Lexicon>> load(const std::string& data_directory) {
    return load(LexiconOptions{data_directory, {}, false, {}});
  }

  const Ontology& ontology() const { return *ontology_; }
  const Cameo& cameo() const { return ontology_->cameo; }
  const WordClasses& classes() const { return classes_; }
  const Frames& frames() const { return frames_; }
  const ActorDictionary& actors() const { return actors_; }
  const Agents& agents() const { return agents_; }
  const PhraseLists& phrases() const { return phrases_; }
  const NameWords& name_words() const { return name_words_; }
  /// "sha256:..." over classes, frames and the tables of the ontology, and over actors, agents and the words of names.
  const std::string& codebook_hash() const { return codebook_hash_; }
  const std::string& actors_hash() const { return actors_hash_; }

 private:
  void add_countries();

  explicit Lexicon(std::shared_ptr<const Ontology> ontology) : ontology_(std::move(ontology)) {}

  std::shared_ptr<const Ontology> ontology_;
  WordClasses classes_;
  Frames frames_;
  ActorDictionary actors_;
  Agents agents_;
  PhraseLists phrases_;
  NameWords name_words_;
  std::string codebook_hash_;
  std::string actors_hash_;
};

}  // namespace demarche

#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "language/sentence.h"
#include "text/document.h"

namespace demarche {

/// The trained tagger, lemmatizer and parser. Immutable after loading; any number of threads may share one, each with a Workspace of its
/// own.
class Analyzer {
 public:
  /// Maps the model file into memory. A damaged, foreign or newer file is kBadModel, an unreadable one kIo.
  static Result<std::shared_ptr<const Analyzer>> load(const std::string& path);
  virtual ~Analyzer() = default;

  /// "sha256:..." of the model file's bytes.
  virtual const std::string& hash() const = 0;

  /// Tags, lemmatises and parses tokenised sentences of `doc`. The words view `doc.text`, which must outlive the result.
  virtual std::vector<Sentence> analyze(const Document& doc, const std::vector<SentenceTokens>& sentences) const = 0;

  /// Predicts tags, features, lemmas, heads and relations of given words anew (only `form`, `span`, `space_after`, `multiword` are read).
  virtual void annotate(std::vector<Sentence>& sentences) const = 0;
};

}  // namespace demarche

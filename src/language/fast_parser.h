#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "language/inventory.h"
#include "language/model_file.h"
#include "language/quantised.h"
#include "language/recurrence.h"
#include "language/sentence.h"

namespace demarche {

/// Scratch memory of one thread. What the first layer makes of a form depends on the form alone, so it is kept here for forms met again;
/// that changes the time, never the result.
class ParserWorkspace {
 public:
  ParserWorkspace() = default;

 private:
  friend class FastParser;
  struct Piece {
    Word* words = nullptr;
    size_t count = 0;
    size_t row = 0;     ///< its first row
    size_t offset = 0;  ///< index of its first word in the sentence
  };
  std::vector<Piece> pieces;
  size_t rows = 0;
  std::vector<std::string_view> forms;  ///< what is read for each row
  std::deque<std::string> lowered;      ///< where those of headlines live
  EncodedSentence encoded;
  std::vector<float> embedding, input_hidden, gates, input, output, state;
  std::vector<uint64_t> cached_forms, missed_forms;
  std::vector<float> first_gates;                   ///< of the cached forms, then of those that this block has and the cache had not
  std::vector<uint32_t> first_rows;                 ///< where in `first_gates` each row's are
  std::vector<std::pair<Word*, size_t>> lemmaless;  ///< words whose lemma is still to be told, with the numbers of their XPOS
  std::vector<size_t> lemmaless_rows;
  QuantisedRows quantised, quantised_hidden;
  std::vector<float> hidden, labels, lemmas, arc, product, scores, relation, relation_hidden, relation_labels;
  std::vector<int16_t> heads;
};

/// The tagger, lemmatizer and parser for use: matrices in 8 bits, activations quantised row by row. Computes what Network computes, but for
/// rounding. A sentence's result does not depend on what is parsed with it. Immutable; threads may share it, each with its own workspace.
class FastParser {
 public:
  /// kBadModel if the file lacks a tensor. `inventory` must outlive the parser and the words' views.
  static Result<std::unique_ptr<const FastParser>> load(std::shared_ptr<const ModelFile> file, const Inventory& inventory);

  void annotate(std::vector<Sentence>& sentences, ParserWorkspace& workspace) const;

 private:
  struct Layer {
    QuantisedMatrix gates;
    std::span<const float> peephole, bias;
  };
  FastParser(std::shared_ptr<const ModelFile> file, const Inventory& inventory, const NetworkShape& shape);
  Status read();
  Status read_matrix(const std::string& weight, std::string_view bias, QuantisedMatrix& matrix) const;
  Status read_labels();

  void run_block(ParserWorkspace& workspace) const;
  void embed(std::string_view form, size_t row, ParserWorkspace& workspace) const;
  void first_gates(ParserWorkspace& workspace) const;
  void run_layer(size_t layer, ParserWorkspace& workspace) const;
  void keep_first_gates(ParserWorkspace& workspace) const;
  void weigh_tags(ParserWorkspace& workspace) const;
  void tag(ParserWorkspace& workspace) const;
  void lemmatise(ParserWorkspace& workspace) const;
  void attach(ParserWorkspace& workspace) const;
  void relate(ParserWorkspace& workspace) const;

  std::shared_ptr<const ModelFile> file_;
  const Inventory& inventory_;
  NetworkShape shape_;
  Encoder encoder_;
  std::span<const int8_t> words_, surface_;
  std::span<const float> word_scales_, surface_scales_;
  std::vector<Layer> layers_;
  QuantisedMatrix input_, tag_, labels_, lemma_, arc_, arc_product_, relation_, relation_out_;
  std::span<const float> arc_root_, relation_root_;
};

}  // namespace demarche

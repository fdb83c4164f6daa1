#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "language/random.h"
#include "language/recurrence.h"

namespace demarche {

/// The sizes of the network. `hidden`, `word_size` and `surface_size` are multiples of 16.
struct NetworkShape {
  uint32_t words = 1;     ///< rows of the word table; row 0 is the unknown word
  uint32_t surfaces = 1;  ///< rows of the surface table
  uint32_t word_size = 128;
  uint32_t surface_size = 128;
  uint32_t hidden = 192;  ///< units of a layer, each direction
  uint32_t layers = 3;
  uint32_t tag_size = 160;
  uint32_t arc_size = 128;
  uint32_t relation_size = 96;
  uint32_t upos = 17;
  uint32_t xpos = 1;
  uint32_t feats = 1;
  uint32_t lemmas = 1;
  uint32_t relations = 1;
};

/// Learned numbers with what the optimiser keeps of them.
struct Tensor {
  std::string name;
  size_t rows = 0;
  size_t columns = 0;
  bool sparse = false;  ///< a table of which a batch touches few rows
  std::vector<float> value;
  std::vector<float> gradient;
  std::vector<float> mean, square;  ///< running moments of the gradient
  std::vector<uint8_t> is_touched;  ///< rows with a gradient, if sparse
  std::vector<uint32_t> touched;
};

/// Labels that somebody holds possible, with their probabilities: those of row i of a sentence are [begin[i], begin[i + 1]).
struct Beliefs {
  std::vector<uint32_t> begin;
  std::vector<int16_t> label;
  std::vector<float> share;
};

/// What teachers believe of a sentence's words. `relation` is believed of the heads that the encoded sentence has.
struct Lesson {
  Beliefs upos, xpos, feats, lemma, head, relation;
};

/// A sentence as the network reads it. Labels are indices; -1 stands for one that no table holds (it is not learned from).
struct EncodedSentence {
  std::vector<uint32_t> word;
  std::vector<uint32_t> surface;                                  ///< rows of the surface table, all words' one after the other
  std::vector<uint32_t> surface_begin;                            ///< size() + 1 offsets into `surface`
  std::vector<int16_t> upos, xpos, feats, lemma, head, relation;  ///< `head` 0 is the root, i + 1 the word i
  const Lesson* lesson = nullptr;  ///< learned from beside the labels if there is one; of at least as many words; outlives the learning
  float trust = 0;                 ///< how much of what is learned is the lesson's; where there is no label it is all
  size_t size() const { return word.size(); }
};

/// What a batch costs by task, and how many words it had.
struct Losses {
  double upos = 0, xpos = 0, feats = 0, lemma = 0, arc = 0, relation = 0;
  size_t words = 0;
  double mean() const;  ///< what training makes small: the weighted sum, a word
};

/// Log-odds of one batch: rows are words. `arc[s]` holds a row of `size + 1` for each word of sentence s; `relation` is given for `heads`.
struct Scores {
  std::vector<float> upos, xpos, feats, lemma;
  std::vector<std::vector<float>> arc;
};

/// How hard the network is disturbed while it learns.
struct Noise {
  float input = 0.25F;
  float layer = 0.33F;
  float hidden = 0.33F;
};

/// The tagger, lemmatizer and parser with its derivatives: the definition that training runs and that the fast scorer is checked against.
/// Embeddings of word and surface, with a residual layer over them, run through `layers` bidirectional recurrences; the last but one feeds
/// the tags and lemmas, the last the arcs (a biaffine product) and relations. Deterministic.
class Network {
 public:
  Network(const NetworkShape& shape, uint64_t seed);

  const NetworkShape& shape() const { return shape_; }
  std::vector<Tensor>& tensors() { return tensors_; }
  const std::vector<Tensor>& tensors() const { return tensors_; }

  /// Forward and backward; leaves the gradients of the batch's mean loss in the tensors.
  Losses learn(const std::vector<const EncodedSentence*>& batch, const Noise& noise, Random& random);

  /// Log-odds without noise.
  void score(const std::vector<const EncodedSentence*>& batch, Scores& scores);
  /// Log-odds of the relations of the batch scored last, with these heads (local, 0 the root), all sentences' one after the other.
  void score_relations(const std::vector<int16_t>& heads, std::vector<float>& relations);

 private:
  using Buffer = std::vector<float>;
  struct Layer {
    Buffer input, dropped, gates, output, mask;
    Buffer state, forget, reset, squashed;
  };
  struct Task {
    std::vector<int16_t> EncodedSentence::*gold;
    Beliefs Lesson::*beliefs;
    float importance;
  };
  enum Index : size_t {
    kWord,
    kSurface,
    kInputWeight,
    kInputBias,
    kTagWeight,
    kTagBias,
    kUpos,
    kUposBias,
    kXpos,
    kXposBias,
    kFeats,
    kFeatsBias,
    kLemma,
    kLemmaBias,
    kArcWeight,
    kArcBias,
    kArcProduct,
    kArcHead,
    kArcRoot,
    kRelationWeight,
    kRelationBias,
    kRelationRoot,
    kRelationOut,
    kRelationOutBias,
    kFirstLayer
  };

  Tensor& add(const std::string& name, size_t rows, size_t columns);
  float* value(size_t index) { return tensors_[index].value.data(); }
  float* gradient(size_t index) { return tensors_[index].gradient.data(); }
  size_t width() const { return 2 * shape_.hidden; }
  size_t gates_per_unit(size_t layer) const { return layer == 0 ? 4 : 3; }

  void begin(const std::vector<const EncodedSentence*>& batch);
  void forward(const Noise* noise, Random* random);
  void embed();
  void embed_backward(Buffer gradient);
  void forward_layer(size_t layer, bool trace);
  Buffer backward_layer(size_t layer, const Buffer& output_gradient);
  void forward_heads(const Noise* noise, Random* random);
  void mask_rows(Buffer& mask, size_t columns, float rate, Random* random) const;
  void mask_elements(Buffer& values, Buffer& mask, float rate, Random* random) const;
  void linear(const Buffer& input, size_t in, size_t weight, size_t bias, Buffer& output);
  void linear_backward(const Buffer& input, size_t in, size_t weight, const Buffer& output_gradient, Buffer& input_gradient);
  double learn_rows(float* odds, size_t size, const Task& task) const;
  double learn_arc_rows(std::vector<Buffer>& scores);
  double learn_labels(const Task& task, size_t weight);
  double learn_arcs(Buffer& arc_gradient);
  double learn_relations(Buffer& relation_gradient);
  void gather_relations(const std::vector<int16_t>& heads);
  void arc_scores(size_t sentence, Buffer& scores);
  Buffer backward_tags(Losses& losses);
  Buffer backward_parse(Losses& losses);
  RecurrenceView view(size_t layer, size_t sentence, size_t direction);

  NetworkShape shape_;
  std::vector<Tensor> tensors_;
  std::vector<const EncodedSentence*> batch_;
  std::vector<size_t> begin_;  ///< first row of each sentence, and the number of rows
  size_t rows_ = 0;
  std::vector<Layer> layers_;
  Buffer embedded_, embedded_mask_, input_hidden_;
  Buffer tag_input_, tag_mask_, parse_input_, parse_mask_;
  Buffer tag_hidden_, tag_hidden_mask_, tag_gradient_;
  Buffer arc_, arc_mask_, arc_product_, relation_, relation_hidden_, relation_mask_;
  std::vector<int16_t> heads_;
  Buffer carry_;
};

}  // namespace demarche

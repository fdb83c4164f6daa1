#include "language/fast_parser.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "language/fast_math.h"
#include "language/gemm.h"
#include "language/labels.h"
#include "language/spanning_tree.h"

namespace demarche {
namespace {

constexpr size_t kBlockWords = 128;  // enough rows to feed the matrix kernels, few enough to stay in the second-level cache
constexpr size_t kCachedForms = 4096;
constexpr float kLeak = 0.1F;

Error missing(const std::string& name) {
  return Error{ErrorCode::kBadModel, "lacks the tensor " + name, ""};
}

[[gnu::always_inline]] inline void add_scaled(const int8_t* from, float scale, size_t count, float* to) {
  typedef int8_t Bytes __attribute__((vector_size(16), aligned(1)));
  for (size_t i = 0; i < count; i += kLanes)
    floats_at(to + i) += scale * __builtin_convertvector(*reinterpret_cast<const Bytes*>(from + i), Floats);
}

[[gnu::always_inline]] inline void leak(float* values, size_t count) {
  for (size_t i = 0; i < count; i += kLanes) {
    Floats x = floats_at(values + i);
    floats_at(values + i) = x > 0.0F ? x : kLeak * x;
  }
}

[[gnu::always_inline]] inline void add(const float* from, size_t count, float* to) {
  for (size_t i = 0; i < count; i += kLanes) floats_at(to + i) += floats_at(from + i);
}

[[gnu::always_inline]] inline void add_and_leak(const float* a, const float* b, size_t count, float* to) {
  for (size_t i = 0; i < count; i += kLanes) {
    Floats x = floats_at(a + i) + floats_at(b + i);
    floats_at(to + i) = x > 0.0F ? x : kLeak * x;
  }
}

}  // namespace

FastParser::FastParser(std::shared_ptr<const ModelFile> file, const Inventory& inventory, const NetworkShape& shape)
    : file_(std::move(file)), inventory_(inventory), shape_(shape), encoder_(inventory), layers_(shape.layers) {}

Result<std::unique_ptr<const FastParser>> FastParser::load(std::shared_ptr<const ModelFile> file, const Inventory& inventory) {
  Result<NetworkShape> shape = read_shape(*file);
  if (!shape) return shape.error();
  std::unique_ptr<FastParser> parser(new FastParser(std::move(file), inventory, *shape));
  if (Status status = parser->read(); !status) return status.error();
  return std::unique_ptr<const FastParser>(std::move(parser));
}

Status FastParser::read_matrix(const std::string& weight, std::string_view bias, QuantisedMatrix& matrix) const {
  auto weights = file_->numbers<int8_t>(weight);
  auto scales = file_->numbers<float>(weight + ".scale");
  auto biases = file_->numbers<float>(bias);
  if (scales.empty() || weights.size() % (4 * scales.size()) != 0 || weights.empty()) return missing(weight);
  if (!bias.empty() && biases.size() != scales.size()) return missing(std::string(bias));
  matrix = QuantisedMatrix(weights, scales, biases);
  return success();
}

/// The three kinds of tags are columns of one matrix, so that they cost one product. Few words need the odds of their lemma.
Status FastParser::read_labels() {
  const size_t kinds[] = {shape_.upos, shape_.xpos, shape_.feats};
  const char* names[] = {"upos", "xpos", "feats"};
  size_t total = 0;
  for (size_t count : kinds) total += count;
  std::vector<int8_t> weights(shape_.tag_size * total);
  std::vector<float> scales(total), bias(total);
  size_t first = 0;
  for (size_t kind = 0; kind < 3; ++kind) {
    std::string name = names[kind];
    auto from = file_->numbers<int8_t>(name + ".weight");
    auto from_scales = file_->numbers<float>(name + ".weight.scale");
    auto from_bias = file_->numbers<float>(name + ".bias");
    const size_t count = kinds[kind];
    if (from.size() != shape_.tag_size * count || from_scales.size() != count || from_bias.size() != count) return missing(name);
    for (size_t k = 0; k < shape_.tag_size; ++k) std::copy_n(from.begin() + k * count, count, weights.begin() + k * total + first);
    std::copy_n(from_scales.begin(), count, scales.begin() + first);
    std::copy_n(from_bias.begin(), count, bias.begin() + first);
    first += count;
  }
  labels_ = QuantisedMatrix(weights, scales, bias);
  return success();
}

Status FastParser::read() {
  words_ = file_->numbers<int8_t>("word");
  word_scales_ = file_->numbers<float>("word.scale");
  surface_ = file_->numbers<int8_t>("surface");
  surface_scales_ = file_->numbers<float>("surface.scale");
  arc_root_ = file_->numbers<float>("arc.root");
  relation_root_ = file_->numbers<float>("relation.root");
  if (words_.size() != size_t{shape_.words} * shape_.word_size || word_scales_.size() != shape_.words) return missing("word");
  if (surface_.size() != size_t{shape_.surfaces} * shape_.surface_size || surface_scales_.size() != shape_.surfaces)
    return missing("surface");
  if (arc_root_.size() != shape_.arc_size) return missing("arc.root");
  if (relation_root_.size() != shape_.relation_size) return missing("relation.root");
  struct Wanted {
    const char* weight;
    const char* bias;
    QuantisedMatrix* matrix;
    size_t inputs, outputs;
  };
  const size_t wide = 2 * shape_.hidden;
  const size_t embedding = shape_.word_size + shape_.surface_size;
  for (const Wanted& wanted : {Wanted{"input.weight", "input.bias", &input_, embedding, embedding},
                               {"tag.weight", "tag.bias", &tag_, wide, shape_.tag_size},
                               {"lemma.weight", "lemma.bias", &lemma_, shape_.tag_size, shape_.lemmas},
                               {"arc.weight", "arc.bias", &arc_, wide, 2 * shape_.arc_size},
                               {"arc.product", "arc.head", &arc_product_, shape_.arc_size, shape_.arc_size},
                               {"relation.weight", "relation.bias", &relation_, wide, 2 * shape_.relation_size},
                               {"relation.out.weight", "relation.out.bias", &relation_out_, shape_.relation_size, shape_.relations}}) {
    if (Status status = read_matrix(wanted.weight, wanted.bias, *wanted.matrix); !status) return status;
    if (wanted.matrix->inputs() != wanted.inputs || wanted.matrix->outputs() != wanted.outputs) return missing(wanted.weight);
  }
  for (size_t l = 0; l < layers_.size(); ++l) {
    std::string name = "layer" + std::to_string(l);
    Layer& layer = layers_[l];
    if (Status status = read_matrix(name + ".weight", "", layer.gates); !status) return status;
    layer.peephole = file_->numbers<float>(name + ".peephole");
    layer.bias = file_->numbers<float>(name + ".bias");
    size_t inputs = l == 0 ? embedding : wide;
    bool fits = layer.gates.inputs() == inputs && layer.gates.outputs() == (l == 0 ? 4 : 3) * wide;
    if (!fits || layer.peephole.size() != 2 * wide || layer.bias.size() != 2 * wide) return missing(name);
  }
  return read_labels();
}

void FastParser::annotate(std::vector<Sentence>& sentences, ParserWorkspace& workspace) const {
  for (Sentence& sentence : sentences) {
    for (size_t first = 0; first < sentence.size(); first += kLongestPiece) {
      size_t count = std::min(kLongestPiece, sentence.size() - first);
      workspace.pieces.push_back({sentence.words.data() + first, count, workspace.rows, first});
      encoder_.read_forms(std::span(sentence.words).subspan(first, count), workspace.forms, workspace.lowered);
      workspace.rows += count;
      if (workspace.rows >= kBlockWords) run_block(workspace);
    }
  }
  run_block(workspace);
  for (Sentence& sentence : sentences)
    if (sentence.size() > kLongestPiece) join_pieces(sentence.words);
}

void FastParser::run_block(ParserWorkspace& w) const {
  if (w.rows != 0) {
    first_gates(w);
    for (size_t l = 0; l < layers_.size(); ++l) {
      run_layer(l, w);
      if (l == 0) keep_first_gates(w);
      bool feeds_tags = l + 2 == layers_.size() || layers_.size() == 1;
      w.quantised.resize(w.rows, 2 * shape_.hidden);
      for (size_t t = 0; t < w.rows; ++t) w.quantised.set(t, w.output.data() + t * 2 * shape_.hidden);
      if (feeds_tags) weigh_tags(w);
      if (l + 1 == layers_.size()) break;
      w.gates.resize(std::max(w.gates.size(), w.rows * layers_[l + 1].gates.outputs()));
      layers_[l + 1].gates.multiply(w.quantised, 0, w.rows, w.gates.data());
      std::swap(w.input, w.output);
    }
    attach(w);
    relate(w);
    tag(w);
  }
  w.pieces.clear();
  w.forms.clear();
  w.lowered.clear();
  w.rows = 0;
}

void FastParser::embed(std::string_view form, size_t row, ParserWorkspace& w) const {
  const size_t wide = padded(shape_.word_size + shape_.surface_size);
  w.encoded.word.clear();
  w.encoded.surface.clear();
  w.encoded.surface_begin.clear();
  encoder_.add_word(form, w.encoded);
  float* embedding = w.embedding.data() + row * wide;
  std::fill_n(embedding, wide, 0.0F);
  size_t word = w.encoded.word[0];
  add_scaled(words_.data() + word * shape_.word_size, word_scales_[word], shape_.word_size, embedding);
  float scale = 1.0F / std::sqrt(static_cast<float>(std::max<size_t>(w.encoded.surface.size(), 1)));
  for (uint32_t surface : w.encoded.surface)
    add_scaled(surface_.data() + size_t{surface} * shape_.surface_size, scale * surface_scales_[surface], shape_.surface_size,
               embedding + shape_.word_size);
  w.quantised.set(row, embedding);
}

/// Finds or computes what the first layer makes of each row's form, and says in `first_rows` where it is.
void FastParser::first_gates(ParserWorkspace& w) const {
  const size_t out = layers_[0].gates.outputs(), in = shape_.word_size + shape_.surface_size;
  if (w.cached_forms.empty()) w.cached_forms.assign(kCachedForms, 0);
  w.missed_forms.clear();
  w.first_rows.clear();
  w.quantised.resize(w.rows, in);
  w.embedding.resize(std::max(w.embedding.size(), w.rows * padded(in)));
  w.input_hidden.resize(w.embedding.size());
  for (std::string_view form : w.forms) {
    uint64_t key = fnv1a(form) | 1;  // never the empty slot's 0
    size_t slot = (key >> 17) % kCachedForms;
    if (w.cached_forms[slot] == key) {
      w.first_rows.push_back(static_cast<uint32_t>(slot));
      continue;
    }
    embed(form, w.missed_forms.size(), w);
    w.first_rows.push_back(static_cast<uint32_t>(kCachedForms + w.missed_forms.size()));
    w.missed_forms.push_back(key);
  }
  const size_t missed = w.missed_forms.size();
  w.first_gates.resize(std::max(w.first_gates.size(), (kCachedForms + missed) * out));
  input_.multiply(w.quantised, 0, missed, w.input_hidden.data());
  for (size_t m = 0; m < missed; ++m) {
    leak(w.input_hidden.data() + m * padded(in), in);
    add(w.embedding.data() + m * padded(in), in, w.input_hidden.data() + m * padded(in));
    w.quantised.set(m, w.input_hidden.data() + m * padded(in));
  }
  layers_[0].gates.multiply(w.quantised, 0, missed, w.first_gates.data() + kCachedForms * out);
}

/// Puts what was computed for this block into the cache; after the last use of `first_rows`.
void FastParser::keep_first_gates(ParserWorkspace& w) const {
  const size_t out = layers_[0].gates.outputs();
  for (size_t m = 0; m < w.missed_forms.size(); ++m) {
    size_t slot = (w.missed_forms[m] >> 17) % kCachedForms;
    std::copy_n(w.first_gates.data() + (kCachedForms + m) * out, out, w.first_gates.data() + slot * out);
    w.cached_forms[slot] = w.missed_forms[m];
  }
}

void FastParser::run_layer(size_t layer, ParserWorkspace& w) const {
  const size_t hidden = shape_.hidden, wide = 2 * hidden, per_unit = layer == 0 ? 4 : 3, stride = per_unit * wide;
  w.output.resize(std::max(w.output.size(), w.rows * wide));
  w.state.resize(hidden);
  for (const ParserWorkspace::Piece& piece : w.pieces) {
    for (size_t direction = 0; direction < 2; ++direction) {
      RecurrenceView view;
      view.length = piece.count;
      view.size = hidden;
      view.backward = direction == 1;
      // The first layer's gates lie where their form's are; the others' row by row.
      view.rows = layer == 0 ? w.first_rows.data() + piece.row : nullptr;
      view.gates = (layer == 0 ? w.first_gates.data() : w.gates.data() + piece.row * stride) + direction * per_unit * hidden;
      view.gates_stride = stride;
      view.bypass = layer == 0 ? view.gates + 3 * hidden : w.input.data() + piece.row * wide + direction * hidden;
      view.bypass_stride = layer == 0 ? stride : wide;
      view.peephole = layers_[layer].peephole.data() + direction * wide;
      view.bias = layers_[layer].bias.data() + direction * wide;
      view.output = w.output.data() + piece.row * wide + direction * hidden;
      view.output_stride = wide;
      run_recurrence(view, w.state.data(), nullptr);
    }
  }
}

void FastParser::weigh_tags(ParserWorkspace& w) const {
  const size_t hidden = padded(shape_.tag_size), labels = padded(labels_.outputs());
  w.hidden.resize(std::max(w.hidden.size(), w.rows * hidden));
  w.labels.resize(std::max(w.labels.size(), w.rows * labels));
  tag_.multiply(w.quantised, 0, w.rows, w.hidden.data());
  w.quantised_hidden.resize(w.rows, shape_.tag_size);
  for (size_t t = 0; t < w.rows; ++t) {
    leak(w.hidden.data() + t * hidden, shape_.tag_size);
    w.quantised_hidden.set(t, w.hidden.data() + t * hidden);
  }
  labels_.multiply(w.quantised_hidden, 0, w.rows, w.labels.data());
}

void FastParser::tag(ParserWorkspace& w) const {
  const size_t labels = padded(labels_.outputs());
  w.lemmaless.clear();
  w.lemmaless_rows.clear();
  for (const ParserWorkspace::Piece& piece : w.pieces) {
    for (size_t i = 0; i < piece.count; ++i) {
      const float* row = w.labels.data() + (piece.row + i) * labels;
      const float* xpos = row + shape_.upos;
      auto open = assign_all_but_lemma(inventory_, {row, xpos, xpos + shape_.xpos, nullptr}, w.forms[piece.row + i], piece.words[i]);
      if (!open) continue;
      w.lemmaless.emplace_back(&piece.words[i], *open);
      w.lemmaless_rows.push_back(piece.row + i);
    }
  }
  lemmatise(w);
}

void FastParser::lemmatise(ParserWorkspace& w) const {
  const size_t hidden = padded(shape_.tag_size), lemmas = padded(shape_.lemmas), count = w.lemmaless.size();
  w.lemmas.resize(std::max(w.lemmas.size(), count * lemmas));
  w.quantised_hidden.resize(count, shape_.tag_size);
  for (size_t i = 0; i < count; ++i) w.quantised_hidden.set(i, w.hidden.data() + w.lemmaless_rows[i] * hidden);
  lemma_.multiply(w.quantised_hidden, 0, count, w.lemmas.data());
  for (size_t i = 0; i < count; ++i)
    assign_lemma(inventory_, w.lemmas.data() + i * lemmas, w.lemmaless[i].second, w.forms[w.lemmaless_rows[i]], *w.lemmaless[i].first);
}

void FastParser::attach(ParserWorkspace& w) const {
  const size_t size = shape_.arc_size, wide = padded(2 * size), product = padded(size);
  w.arc.resize(std::max(w.arc.size(), w.rows * wide));
  w.product.resize(std::max(w.product.size(), w.rows * product));
  w.relation.resize(std::max(w.relation.size(), w.rows * padded(2 * shape_.relation_size)));
  arc_.multiply(w.quantised, 0, w.rows, w.arc.data());
  relation_.multiply(w.quantised, 0, w.rows, w.relation.data());
  w.quantised.resize(w.rows, size);
  for (size_t t = 0; t < w.rows; ++t) {
    leak(w.arc.data() + t * wide, 2 * size);
    w.quantised.set(t, w.arc.data() + t * wide);
  }
  arc_product_.multiply(w.quantised, 0, w.rows, w.product.data());
  w.heads.resize(std::max(w.heads.size(), w.rows));
  for (const ParserWorkspace::Piece& piece : w.pieces) {
    const size_t n = piece.count;
    const float* own = w.product.data() + piece.row * product;
    w.scores.resize(std::max(w.scores.size(), n * (n + 1)));
    gemm({n, 1, size}, {own, product, 1}, {arc_root_.data(), 1, 1}, w.scores.data(), n + 1, false);
    gemm({n, n, size}, {own, product, 1}, {w.arc.data() + piece.row * wide + size, 1, wide}, w.scores.data() + 1, n + 1, false);
    best_tree(w.scores.data(), n, w.heads.data() + piece.row);
  }
}

void FastParser::relate(ParserWorkspace& w) const {
  const size_t size = shape_.relation_size, wide = padded(2 * size), labels = padded(shape_.relations);
  w.relation_hidden.resize(size);
  w.relation_labels.resize(std::max(w.relation_labels.size(), w.rows * labels));
  w.quantised.resize(w.rows, size);
  for (const ParserWorkspace::Piece& piece : w.pieces) {
    for (size_t t = piece.row; t < piece.row + piece.count; ++t) {
      int16_t head = w.heads[t];
      const float* other =
          head == 0 ? relation_root_.data() : w.relation.data() + (piece.row + static_cast<size_t>(head) - 1) * wide + size;
      add_and_leak(w.relation.data() + t * wide, other, size, w.relation_hidden.data());
      w.quantised.set(t, w.relation_hidden.data());
    }
  }
  relation_out_.multiply(w.quantised, 0, w.rows, w.relation_labels.data());
  for (const ParserWorkspace::Piece& piece : w.pieces) {
    for (size_t i = 0; i < piece.count; ++i) {
      int16_t head = w.heads[piece.row + i];
      Word& word = piece.words[i];
      word.head = static_cast<int16_t>(head == 0 ? -1 : static_cast<int>(piece.offset) + head - 1);
      word.rel = best_relation(w.relation_labels.data() + (piece.row + i) * labels, head == 0);
    }
  }
}

}  // namespace demarche

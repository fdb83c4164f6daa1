#include "language/network.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "language/gemm.h"

namespace demarche {
namespace {

// The losses' weights; those of arcs and relations are 1.
constexpr float kTagImportance = 1.6F;
constexpr float kFormImportance = 0.5F;  // features and lemmas
constexpr float kLeak = 0.1F;

void activate(std::vector<float>& values) {
  for (float& v : values) v = v > 0 ? v : kLeak * v;
}

/// Turns the gradient of activate()'s output into that of its input, given the output.
void activate_backward(const std::vector<float>& output, std::vector<float>& gradient) {
  for (size_t i = 0; i < output.size(); ++i) gradient[i] *= output[i] > 0 ? 1.0F : kLeak;
}

/// One row of log-odds becomes probabilities; returns the logarithm of what they were divided by.
double softmax(float* row, size_t size) {
  float most = *std::max_element(row, row + size);
  double sum = 0;
  for (size_t i = 0; i < size; ++i) {
    row[i] = std::exp(row[i] - most);
    sum += row[i];
  }
  auto scale = static_cast<float>(1.0 / sum);
  for (size_t i = 0; i < size; ++i) row[i] *= scale;
  return std::log(sum) + most;
}

/// What one row should have come to: a label, or -1, and what a lesson says instead of it or beside it.
struct Target {
  int16_t gold = -1;
  float trust = 0;
  std::span<const int16_t> labels;
  std::span<const float> shares;
};

Target target_of(const EncodedSentence& sentence, const std::vector<int16_t>& gold, Beliefs Lesson::*beliefs, size_t row) {
  Target target = {gold[row], sentence.trust, {}, {}};
  if (sentence.lesson == nullptr) return target;
  const Beliefs& believed = sentence.lesson->*beliefs;
  size_t first = believed.begin[row], count = believed.begin[row + 1] - first;
  target.labels = std::span(believed.label).subspan(first, count);
  target.shares = std::span(believed.share).subspan(first, count);
  return target;
}

/// One row of log-odds becomes the gradient of its cross-entropy times `factor`; returns the loss, unscaled. Where nothing is to be learned
/// both are 0.
double cross_entropy(float* row, size_t size, const Target& target, float factor) {
  float believed = 0;
  // A lesson may be of a longer sentence: a mark taken off its end is nobody's head.
  for (size_t i = 0; i < target.labels.size(); ++i)
    if (static_cast<size_t>(target.labels[i]) < size) believed += target.shares[i];
  const float on_gold = target.gold < 0 ? 0.0F : believed > 0 ? 1.0F - target.trust : 1.0F;
  const float on_beliefs = believed > 0 ? (1.0F - on_gold) / believed : 0.0F;
  if (on_gold <= 0 && on_beliefs <= 0) {
    std::fill_n(row, size, 0.0F);
    return 0;
  }
  auto each = [&](auto&& use) {
    if (target.gold >= 0) use(static_cast<size_t>(target.gold), on_gold);
    for (size_t i = 0; i < target.labels.size(); ++i)
      if (static_cast<size_t>(target.labels[i]) < size) use(static_cast<size_t>(target.labels[i]), on_beliefs * target.shares[i]);
  };
  double wanted = 0;
  each([&](size_t label, float share) { wanted += share * row[label]; });
  double loss = softmax(row, size) - wanted;
  for (size_t i = 0; i < size; ++i) row[i] *= factor;
  each([&](size_t label, float share) { row[label] -= share * factor; });
  return loss;
}

void multiply_by(std::vector<float>& values, const std::vector<float>& mask) {
  if (mask.empty()) return;
  for (size_t i = 0; i < values.size(); ++i) values[i] *= mask[i];
}

void add_row_sums(const std::vector<float>& rows, size_t columns, float* sums) {
  for (size_t at = 0; at < rows.size(); at += columns)
    for (size_t i = 0; i < columns; ++i) sums[i] += rows[at + i];
}

}  // namespace

double Losses::mean() const {
  return (kTagImportance * (upos + xpos) + kFormImportance * (feats + lemma) + arc + relation) / static_cast<double>(words);
}

Network::Network(const NetworkShape& shape, uint64_t seed) : shape_(shape) {
  size_t in = shape.word_size + shape.surface_size, wide = width();
  add("word", shape.words, shape.word_size).sparse = true;
  add("surface", shape.surfaces, shape.surface_size).sparse = true;
  add("input.weight", in, in);
  add("input.bias", 1, in);
  add("tag.weight", wide, shape.tag_size);
  add("tag.bias", 1, shape.tag_size);
  add("upos.weight", shape.tag_size, shape.upos);
  add("upos.bias", 1, shape.upos);
  add("xpos.weight", shape.tag_size, shape.xpos);
  add("xpos.bias", 1, shape.xpos);
  add("feats.weight", shape.tag_size, shape.feats);
  add("feats.bias", 1, shape.feats);
  add("lemma.weight", shape.tag_size, shape.lemmas);
  add("lemma.bias", 1, shape.lemmas);
  add("arc.weight", wide, 2 * shape.arc_size);
  add("arc.bias", 1, 2 * shape.arc_size);
  add("arc.product", shape.arc_size, shape.arc_size);
  add("arc.head", 1, shape.arc_size);
  add("arc.root", 1, shape.arc_size);
  add("relation.weight", wide, 2 * shape.relation_size);
  add("relation.bias", 1, 2 * shape.relation_size);
  add("relation.root", 1, shape.relation_size);
  add("relation.out.weight", shape.relation_size, shape.relations);
  add("relation.out.bias", 1, shape.relations);
  for (size_t l = 0; l < shape.layers; ++l) {
    std::string prefix = "layer" + std::to_string(l);
    add(prefix + ".weight", l == 0 ? in : wide, gates_per_unit(l) * wide);
    add(prefix + ".peephole", 2, 2 * shape.hidden);
    add(prefix + ".bias", 2, 2 * shape.hidden);
  }
  layers_.resize(shape.layers);
  Random random(seed);
  for (Tensor& tensor : tensors_) {
    bool bias = tensor.name.ends_with("bias");
    float range = tensor.sparse ? 0.1F : std::sqrt(3.0F / static_cast<float>(tensor.rows));
    if (tensor.name.ends_with("peephole")) range = 0.1F;
    if (tensor.rows == 1) range = 0.1F;
    for (float& v : tensor.value) v = bias ? 0.0F : range * (2.0F * random.uniform() - 1.0F);
  }
}

Tensor& Network::add(const std::string& name, size_t rows, size_t columns) {
  Tensor& tensor = tensors_.emplace_back();
  tensor.name = name;
  tensor.rows = rows;
  tensor.columns = columns;
  tensor.value.resize(rows * columns);
  tensor.gradient.resize(rows * columns);
  return tensor;
}

void Network::begin(const std::vector<const EncodedSentence*>& batch) {
  batch_ = batch;
  begin_.clear();
  rows_ = 0;
  for (const EncodedSentence* sentence : batch) {
    begin_.push_back(rows_);
    rows_ += sentence->size();
  }
  begin_.push_back(rows_);
}

void Network::embed() {
  const size_t word_size = shape_.word_size, surface_size = shape_.surface_size, in = word_size + surface_size;
  Buffer& x = embedded_;
  x.assign(rows_ * in, 0.0F);
  size_t t = 0;
  for (const EncodedSentence* sentence : batch_) {
    for (size_t i = 0; i < sentence->size(); ++i, ++t) {
      float* row = x.data() + t * in;
      std::copy_n(value(kWord) + sentence->word[i] * word_size, word_size, row);
      size_t first = sentence->surface_begin[i], last = sentence->surface_begin[i + 1];
      float scale = 1.0F / std::sqrt(static_cast<float>(std::max<size_t>(last - first, 1)));
      for (size_t k = first; k < last; ++k) {
        const float* from = value(kSurface) + sentence->surface[k] * surface_size;
        for (size_t d = 0; d < surface_size; ++d) row[word_size + d] += scale * from[d];
      }
    }
  }
}

void Network::embed_backward(Buffer gradient_in) {
  const size_t wide = shape_.word_size + shape_.surface_size;
  Buffer hidden = gradient_in;
  activate_backward(input_hidden_, hidden);
  linear_backward(embedded_, wide, kInputWeight, hidden, gradient_in);
  multiply_by(gradient_in, embedded_mask_);
  auto touch = [](Tensor& tensor, uint32_t row) {
    if (tensor.is_touched[row]) return;
    tensor.is_touched[row] = 1;
    tensor.touched.push_back(row);
  };
  const size_t word_size = shape_.word_size, surface_size = shape_.surface_size;
  size_t t = 0;
  for (const EncodedSentence* sentence : batch_) {
    for (size_t i = 0; i < sentence->size(); ++i, ++t) {
      const float* row = gradient_in.data() + t * wide;
      touch(tensors_[kWord], sentence->word[i]);
      float* word = gradient(kWord) + sentence->word[i] * word_size;
      for (size_t d = 0; d < word_size; ++d) word[d] += row[d];
      size_t first = sentence->surface_begin[i], last = sentence->surface_begin[i + 1];
      float scale = 1.0F / std::sqrt(static_cast<float>(std::max<size_t>(last - first, 1)));
      for (size_t k = first; k < last; ++k) {
        touch(tensors_[kSurface], sentence->surface[k]);
        float* to = gradient(kSurface) + sentence->surface[k] * surface_size;
        for (size_t d = 0; d < surface_size; ++d) to[d] += scale * row[word_size + d];
      }
    }
  }
}

void Network::mask_rows(Buffer& mask, size_t columns, float rate, Random* random) const {
  mask.clear();
  if (random == nullptr || rate <= 0) return;
  mask.resize(rows_ * columns);
  float keep = 1.0F / (1.0F - rate);
  for (size_t s = 0; s < batch_.size(); ++s) {
    float* first = mask.data() + begin_[s] * columns;
    if (begin_[s] == begin_[s + 1]) continue;
    for (size_t i = 0; i < columns; ++i) first[i] = random->uniform() < rate ? 0.0F : keep;
    for (size_t t = begin_[s] + 1; t < begin_[s + 1]; ++t) std::copy_n(first, columns, mask.data() + t * columns);
  }
}

void Network::mask_elements(Buffer& values, Buffer& mask, float rate, Random* random) const {
  mask.clear();
  if (random == nullptr || rate <= 0) return;
  mask.resize(values.size());
  float keep = 1.0F / (1.0F - rate);
  for (float& m : mask) m = random->uniform() < rate ? 0.0F : keep;
  multiply_by(values, mask);
}

RecurrenceView Network::view(size_t layer, size_t sentence, size_t direction) {
  Layer& at = layers_[layer];
  const size_t hidden = shape_.hidden, wide = width(), per_unit = gates_per_unit(layer), stride = per_unit * wide;
  size_t row = begin_[sentence];
  RecurrenceView view;
  view.length = begin_[sentence + 1] - row;
  view.size = hidden;
  view.backward = direction == 1;
  view.gates = at.gates.data() + row * stride + direction * per_unit * hidden;
  view.gates_stride = stride;
  view.bypass = per_unit == 4 ? view.gates + 3 * hidden : at.input.data() + row * wide + direction * hidden;
  view.bypass_stride = per_unit == 4 ? stride : wide;
  view.peephole = value(kFirstLayer + 3 * layer + 1) + direction * 2 * hidden;
  view.bias = value(kFirstLayer + 3 * layer + 2) + direction * 2 * hidden;
  view.output = at.output.data() + row * wide + direction * hidden;
  view.output_stride = wide;
  return view;
}

void Network::forward_layer(size_t layer, bool trace) {
  Layer& at = layers_[layer];
  const size_t wide = width(), in = at.input.size() / std::max<size_t>(rows_, 1), out = gates_per_unit(layer) * wide;
  at.dropped = at.input;
  multiply_by(at.dropped, at.mask);
  at.gates.resize(rows_ * out);
  gemm({rows_, out, in}, {at.dropped.data(), in, 1}, {value(kFirstLayer + 3 * layer), out, 1}, at.gates.data(), out, false);
  at.output.resize(rows_ * wide);
  if (trace)
    for (Buffer* buffer : {&at.state, &at.forget, &at.reset, &at.squashed}) buffer->resize(rows_ * wide);
  carry_.resize(2 * wide);
  for (size_t s = 0; s < batch_.size(); ++s) {
    for (size_t direction = 0; direction < 2; ++direction) {
      size_t offset = begin_[s] * wide + direction * shape_.hidden;
      RecurrenceTrace traced = {at.state.data() + offset, at.forget.data() + offset, at.reset.data() + offset, at.squashed.data() + offset};
      run_recurrence(view(layer, s, direction), carry_.data(), trace ? &traced : nullptr);
    }
  }
}

Network::Buffer Network::backward_layer(size_t layer, const Buffer& output_gradient) {
  Layer& at = layers_[layer];
  const size_t wide = width(), hidden = shape_.hidden, per_unit = gates_per_unit(layer), out = per_unit * wide;
  const size_t in = at.input.size() / std::max<size_t>(rows_, 1);
  Buffer gates(rows_ * out, 0.0F), bypass(per_unit == 4 ? 0 : rows_ * wide, 0.0F);
  for (size_t s = 0; s < batch_.size(); ++s) {
    for (size_t direction = 0; direction < 2; ++direction) {
      size_t offset = begin_[s] * wide + direction * hidden;
      RecurrenceTrace traced = {at.state.data() + offset, at.forget.data() + offset, at.reset.data() + offset, at.squashed.data() + offset};
      RecurrenceGradient to;
      to.output = output_gradient.data() + offset;
      to.gates = gates.data() + begin_[s] * out + direction * per_unit * hidden;
      to.bypass = per_unit == 4 ? to.gates + 3 * hidden : bypass.data() + offset;
      to.peephole = gradient(kFirstLayer + 3 * layer + 1) + direction * 2 * hidden;
      to.bias = gradient(kFirstLayer + 3 * layer + 2) + direction * 2 * hidden;
      differentiate_recurrence(view(layer, s, direction), traced, to, carry_.data());
    }
  }
  gemm({in, out, rows_}, {at.dropped.data(), 1, in}, {gates.data(), out, 1}, gradient(kFirstLayer + 3 * layer), out, true);
  Buffer input(rows_ * in);
  gemm({rows_, in, out}, {gates.data(), out, 1}, {value(kFirstLayer + 3 * layer), 1, out}, input.data(), in, false);
  multiply_by(input, at.mask);
  for (size_t i = 0; i < bypass.size(); ++i) input[i] += bypass[i];
  return input;
}

void Network::linear(const Buffer& input, size_t in, size_t weight, size_t bias, Buffer& output) {
  const size_t out = tensors_[weight].columns;
  output.resize(rows_ * out);
  for (size_t t = 0; t < rows_; ++t) std::copy_n(value(bias), out, output.data() + t * out);
  gemm({rows_, out, in}, {input.data(), in, 1}, {value(weight), out, 1}, output.data(), out, true);
}

/// The bias is the tensor after the weight.
void Network::linear_backward(const Buffer& input, size_t in, size_t weight, const Buffer& output_gradient, Buffer& input_gradient) {
  const size_t out = tensors_[weight].columns;
  add_row_sums(output_gradient, out, gradient(weight + 1));
  gemm({in, out, rows_}, {input.data(), 1, in}, {output_gradient.data(), out, 1}, gradient(weight), out, true);
  gemm({rows_, in, out}, {output_gradient.data(), out, 1}, {value(weight), 1, out}, input_gradient.data(), in, true);
}

void Network::forward(const Noise* noise, Random* random) {
  const size_t in = shape_.word_size + shape_.surface_size;
  embed();
  mask_rows(embedded_mask_, in, noise == nullptr ? 0.0F : noise->input, random);
  multiply_by(embedded_, embedded_mask_);
  linear(embedded_, in, kInputWeight, kInputBias, input_hidden_);
  activate(input_hidden_);
  layers_[0].input = embedded_;
  for (size_t i = 0; i < embedded_.size(); ++i) layers_[0].input[i] += input_hidden_[i];
  for (size_t l = 0; l < shape_.layers; ++l) {
    Layer& at = layers_[l];
    if (l > 0) at.input = layers_[l - 1].output;
    float rate = noise == nullptr || l == 0 ? 0.0F : noise->layer;
    mask_rows(at.mask, at.input.size() / std::max<size_t>(rows_, 1), rate, random);
    forward_layer(l, random != nullptr);
  }
  forward_heads(noise, random);
}

void Network::forward_heads(const Noise* noise, Random* random) {
  const size_t wide = width();
  float layer = noise == nullptr ? 0.0F : noise->layer, hidden = noise == nullptr ? 0.0F : noise->hidden;
  tag_input_ = layers_[shape_.layers < 2 ? 0 : shape_.layers - 2].output;
  mask_rows(tag_mask_, wide, layer, random);
  multiply_by(tag_input_, tag_mask_);
  linear(tag_input_, wide, kTagWeight, kTagBias, tag_hidden_);
  activate(tag_hidden_);
  mask_elements(tag_hidden_, tag_hidden_mask_, hidden, random);

  parse_input_ = layers_.back().output;
  mask_rows(parse_mask_, wide, layer, random);
  multiply_by(parse_input_, parse_mask_);
  linear(parse_input_, wide, kArcWeight, kArcBias, arc_);
  activate(arc_);
  mask_elements(arc_, arc_mask_, hidden, random);
  linear(parse_input_, wide, kRelationWeight, kRelationBias, relation_);
  const size_t size = shape_.arc_size;
  arc_product_.resize(rows_ * size);
  for (size_t t = 0; t < rows_; ++t) std::copy_n(value(kArcHead), size, arc_product_.data() + t * size);
  gemm({rows_, size, size}, {arc_.data(), 2 * size, 1}, {value(kArcProduct), size, 1}, arc_product_.data(), size, true);
}

void Network::arc_scores(size_t sentence, Buffer& scores) {
  const size_t size = shape_.arc_size, first = begin_[sentence], n = begin_[sentence + 1] - first;
  scores.resize(n * (n + 1));
  const float* product = arc_product_.data() + first * size;
  gemm({n, 1, size}, {product, size, 1}, {value(kArcRoot), 1, 1}, scores.data(), n + 1, false);
  gemm({n, n, size}, {product, size, 1}, {arc_.data() + first * 2 * size + size, 1, 2 * size}, scores.data() + 1, n + 1, false);
}

/// The hidden layer of the relations for these heads, before noise.
void Network::gather_relations(const std::vector<int16_t>& heads) {
  const size_t size = shape_.relation_size;
  relation_hidden_.resize(rows_ * size);
  for (size_t s = 0; s < batch_.size(); ++s) {
    for (size_t t = begin_[s]; t < begin_[s + 1]; ++t) {
      const float* own = relation_.data() + t * 2 * size;
      int16_t head = heads[t];
      const float* other = head <= 0 ? value(kRelationRoot) : relation_.data() + (begin_[s] + head - 1) * 2 * size + size;
      float* to = relation_hidden_.data() + t * size;
      for (size_t i = 0; i < size; ++i) to[i] = own[i] + other[i];
    }
  }
  activate(relation_hidden_);
}

void Network::score(const std::vector<const EncodedSentence*>& batch, Scores& scores) {
  begin(batch);
  forward(nullptr, nullptr);
  linear(tag_hidden_, shape_.tag_size, kUpos, kUposBias, scores.upos);
  linear(tag_hidden_, shape_.tag_size, kXpos, kXposBias, scores.xpos);
  linear(tag_hidden_, shape_.tag_size, kFeats, kFeatsBias, scores.feats);
  linear(tag_hidden_, shape_.tag_size, kLemma, kLemmaBias, scores.lemma);
  scores.arc.resize(batch.size());
  for (size_t s = 0; s < batch.size(); ++s) arc_scores(s, scores.arc[s]);
}

void Network::score_relations(const std::vector<int16_t>& heads, std::vector<float>& relations) {
  gather_relations(heads);
  linear(relation_hidden_, shape_.relation_size, kRelationOut, kRelationOutBias, relations);
}

double Network::learn_rows(float* odds, size_t size, const Task& task) const {
  const float factor = task.importance / static_cast<float>(rows_);
  double loss = 0;
  for (size_t s = 0; s < batch_.size(); ++s)
    for (size_t i = 0; i < batch_[s]->size(); ++i)
      loss += cross_entropy(odds + (begin_[s] + i) * size, size, target_of(*batch_[s], batch_[s]->*task.gold, task.beliefs, i), factor);
  return loss;
}

double Network::learn_labels(const Task& task, size_t weight) {
  Buffer odds;
  linear(tag_hidden_, shape_.tag_size, weight, weight + 1, odds);
  double loss = learn_rows(odds.data(), tensors_[weight].columns, task);
  linear_backward(tag_hidden_, shape_.tag_size, weight, odds, tag_gradient_);
  return loss;
}

Network::Buffer Network::backward_tags(Losses& losses) {
  tag_gradient_.assign(tag_hidden_.size(), 0.0F);
  losses.upos = learn_labels({&EncodedSentence::upos, &Lesson::upos, kTagImportance}, kUpos);
  losses.xpos = learn_labels({&EncodedSentence::xpos, &Lesson::xpos, kTagImportance}, kXpos);
  losses.feats = learn_labels({&EncodedSentence::feats, &Lesson::feats, kFormImportance}, kFeats);
  losses.lemma = learn_labels({&EncodedSentence::lemma, &Lesson::lemma, kFormImportance}, kLemma);
  multiply_by(tag_gradient_, tag_hidden_mask_);
  activate_backward(tag_hidden_, tag_gradient_);
  Buffer input(tag_input_.size(), 0.0F);
  linear_backward(tag_input_, width(), kTagWeight, tag_gradient_, input);
  multiply_by(input, tag_mask_);
  return input;
}

/// Every sentence's log-odds of arcs become their gradients.
double Network::learn_arc_rows(std::vector<Buffer>& scores) {
  const float factor = 1.0F / static_cast<float>(rows_);
  double loss = 0;
  for (size_t s = 0; s < batch_.size(); ++s) {
    const size_t wide = batch_[s]->size() + 1;
    for (size_t i = 0; i + 1 < wide; ++i)
      loss += cross_entropy(scores[s].data() + i * wide, wide, target_of(*batch_[s], batch_[s]->head, &Lesson::head, i), factor);
  }
  return loss;
}

double Network::learn_arcs(Buffer& arc_gradient) {
  const size_t size = shape_.arc_size;
  Buffer product_gradient(rows_ * size, 0.0F);
  std::vector<Buffer> gradients(batch_.size());
  for (size_t s = 0; s < batch_.size(); ++s) arc_scores(s, gradients[s]);
  double loss = learn_arc_rows(gradients);
  for (size_t s = 0; s < batch_.size(); ++s) {
    const size_t first = begin_[s], n = begin_[s + 1] - first;
    const float* scores = gradients[s].data();
    float* product = product_gradient.data() + first * size;
    const float* heads = arc_.data() + first * 2 * size + size;
    gemm({n, size, 1}, {scores, n + 1, 1}, {value(kArcRoot), size, 1}, product, size, false);
    gemm({n, size, n}, {scores + 1, n + 1, 1}, {heads, 2 * size, 1}, product, size, true);
    const float* own = arc_product_.data() + first * size;
    gemm({1, size, n}, {scores, 1, n + 1}, {own, size, 1}, gradient(kArcRoot), size, true);
    gemm({n, size, n}, {scores + 1, 1, n + 1}, {own, size, 1}, arc_gradient.data() + first * 2 * size + size, 2 * size, true);
  }
  add_row_sums(product_gradient, size, gradient(kArcHead));
  gemm({size, size, rows_}, {arc_.data(), 1, 2 * size}, {product_gradient.data(), size, 1}, gradient(kArcProduct), size, true);
  gemm({rows_, size, size}, {product_gradient.data(), size, 1}, {value(kArcProduct), 1, size}, arc_gradient.data(), 2 * size, true);
  return loss;
}

double Network::learn_relations(Buffer& relation_gradient) {
  const size_t size = shape_.relation_size;
  Buffer odds;
  linear(relation_hidden_, size, kRelationOut, kRelationOutBias, odds);
  double loss = learn_rows(odds.data(), shape_.relations, {&EncodedSentence::relation, &Lesson::relation, 1.0F});
  Buffer hidden(relation_hidden_.size(), 0.0F);
  linear_backward(relation_hidden_, size, kRelationOut, odds, hidden);
  multiply_by(hidden, relation_mask_);
  activate_backward(relation_hidden_, hidden);
  for (size_t s = 0; s < batch_.size(); ++s) {
    for (size_t t = begin_[s]; t < begin_[s + 1]; ++t) {
      const float* from = hidden.data() + t * size;
      int16_t head = heads_[t];
      float* own = relation_gradient.data() + t * 2 * size;
      float* other = head <= 0 ? gradient(kRelationRoot) : relation_gradient.data() + (begin_[s] + head - 1) * 2 * size + size;
      for (size_t i = 0; i < size; ++i) own[i] += from[i];
      for (size_t i = 0; i < size; ++i) other[i] += from[i];
    }
  }
  return loss;
}

Network::Buffer Network::backward_parse(Losses& losses) {
  Buffer input(parse_input_.size(), 0.0F), arc_gradient(arc_.size(), 0.0F), relation_gradient(relation_.size(), 0.0F);
  losses.arc = learn_arcs(arc_gradient);
  multiply_by(arc_gradient, arc_mask_);
  activate_backward(arc_, arc_gradient);
  linear_backward(parse_input_, width(), kArcWeight, arc_gradient, input);
  losses.relation = learn_relations(relation_gradient);
  linear_backward(parse_input_, width(), kRelationWeight, relation_gradient, input);
  multiply_by(input, parse_mask_);
  return input;
}

Losses Network::learn(const std::vector<const EncodedSentence*>& batch, const Noise& noise, Random& random) {
  for (Tensor& tensor : tensors_) {
    if (!tensor.sparse) std::fill(tensor.gradient.begin(), tensor.gradient.end(), 0.0F);
    if (tensor.sparse && tensor.is_touched.empty()) tensor.is_touched.resize(tensor.rows);
    for (uint32_t row : tensor.touched) {
      std::fill_n(tensor.gradient.data() + row * tensor.columns, tensor.columns, 0.0F);
      tensor.is_touched[row] = 0;
    }
    tensor.touched.clear();
  }
  begin(batch);
  forward(&noise, &random);
  heads_.clear();
  for (const EncodedSentence* sentence : batch) heads_.insert(heads_.end(), sentence->head.begin(), sentence->head.end());
  gather_relations(heads_);
  mask_elements(relation_hidden_, relation_mask_, noise.hidden, &random);

  Losses losses;
  losses.words = rows_;
  Buffer parse = backward_parse(losses), tags = backward_tags(losses);
  Buffer flow = parse;
  size_t tag_layer = shape_.layers < 2 ? 0 : shape_.layers - 2;
  for (size_t l = shape_.layers; l-- > 0;) {
    if (l == tag_layer)
      for (size_t i = 0; i < flow.size(); ++i) flow[i] += tags[i];
    flow = backward_layer(l, flow);
  }
  embed_backward(std::move(flow));
  return losses;
}

}  // namespace demarche

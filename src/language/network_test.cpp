#include "language/network.h"

#include <gtest/gtest.h>

#include <cmath>

namespace demarche {
namespace {

NetworkShape small_shape() {
  NetworkShape shape;
  shape.words = 7;
  shape.surfaces = 11;
  shape.word_size = shape.surface_size = shape.hidden = shape.tag_size = shape.arc_size = shape.relation_size = 16;
  shape.layers = 3;
  shape.upos = 3;
  shape.xpos = 4;
  shape.feats = 5;
  shape.lemmas = 3;
  shape.relations = 4;
  return shape;
}

EncodedSentence random_sentence(size_t size, const NetworkShape& shape, Random& random) {
  EncodedSentence sentence;
  sentence.surface_begin.push_back(0);
  auto label = [&](uint32_t count) { return static_cast<int16_t>(random.below(count)); };
  for (size_t i = 0; i < size; ++i) {
    sentence.word.push_back(static_cast<uint32_t>(random.below(shape.words)));
    for (size_t k = 0; k < 3; ++k) sentence.surface.push_back(static_cast<uint32_t>(random.below(shape.surfaces)));
    sentence.surface_begin.push_back(static_cast<uint32_t>(sentence.surface.size()));
    sentence.upos.push_back(label(shape.upos));
    sentence.xpos.push_back(label(shape.xpos));
    sentence.feats.push_back(i == 1 ? int16_t{-1} : label(shape.feats));
    sentence.lemma.push_back(label(shape.lemmas));
    sentence.head.push_back(static_cast<int16_t>(random.below(size + 1)));
    sentence.relation.push_back(label(shape.relations));
  }
  return sentence;
}

Beliefs random_beliefs(size_t rows, size_t labels, Random& random) {
  Beliefs beliefs;
  beliefs.begin.push_back(0);
  for (size_t i = 0; i < rows; ++i) {
    for (size_t label = i % 2; label < labels; label += 2) {
      beliefs.label.push_back(static_cast<int16_t>(label));
      beliefs.share.push_back(0.1F + static_cast<float>(random.uniform()));
    }
    beliefs.begin.push_back(static_cast<uint32_t>(beliefs.label.size()));
  }
  return beliefs;
}

Lesson random_lesson(size_t size, const NetworkShape& shape, Random& random) {
  return {random_beliefs(size, shape.upos, random),  random_beliefs(size, shape.xpos, random),
          random_beliefs(size, shape.feats, random), random_beliefs(size, shape.lemmas, random),
          random_beliefs(size, size + 1, random),    random_beliefs(size, shape.relations, random)};
}

double loss_of(Network& network, const std::vector<const EncodedSentence*>& batch) {
  Random random(5);
  return network.learn(batch, Noise{0.2F, 0.2F, 0.2F}, random).mean();
}

TEST(Network, DerivativesAreThoseOfTheLoss) {
  Random random(3);
  NetworkShape shape = small_shape();
  Network network(shape, 1);
  EncodedSentence first = random_sentence(5, shape, random), second = random_sentence(3, shape, random);
  Random other(11);
  Lesson lesson = random_lesson(first.size(), shape, other);
  first.lesson = &lesson;
  first.trust = 0.4F;
  std::vector<const EncodedSentence*> batch = {&first, &second};
  loss_of(network, batch);
  std::vector<std::vector<float>> gradients;
  for (const Tensor& tensor : network.tensors()) gradients.push_back(tensor.gradient);
  size_t unlike = 0;
  for (size_t t = 0; t < gradients.size(); ++t) {
    for (size_t trial = 0; trial < 6; ++trial) {
      size_t at = random.below(gradients[t].size());
      float& value = network.tensors()[t].value[at];
      float before = value, step = 1e-3F;
      value = before + step;
      double above = loss_of(network, batch);
      value = before - step;
      double below = loss_of(network, batch);
      value = before;
      double difference = std::fabs(gradients[t][at] - (above - below) / (2.0 * step));
      bool differs = difference > 2e-3 + 0.03 * std::fabs(gradients[t][at]);
      unlike += differs;
      EXPECT_FALSE(differs && difference > 0.02) << network.tensors()[t].name << " " << at << ": " << difference;
    }
  }
  // Where the activation has its kink the two sides differ.
  EXPECT_LE(unlike, 6U);
}

TEST(Network, ScoresOfASentenceDoNotDependOnTheBatch) {
  Random random(4);
  NetworkShape shape = small_shape();
  Network network(shape, 1);
  EncodedSentence first = random_sentence(9, shape, random), second = random_sentence(14, shape, random);
  Scores alone, together;
  network.score({&second}, alone);
  network.score({&first, &second}, together);
  EXPECT_EQ(alone.arc[0], together.arc[1]);
  EXPECT_EQ(alone.upos, std::vector<float>(together.upos.begin() + 9 * shape.upos, together.upos.end()));
}

}  // namespace
}  // namespace demarche

#include "language/quantised.h"

#include <gtest/gtest.h>

#include <cmath>

#include "language/random.h"

namespace demarche {
namespace {

struct Case {
  size_t rows, inputs, outputs;
};

class QuantisedProduct : public testing::TestWithParam<Case> {};

TEST_P(QuantisedProduct, EqualsTheObviousSum) {
  auto [rows, inputs, outputs] = GetParam();
  Random random(rows * 31 + outputs);
  std::vector<int8_t> weights(inputs * outputs);
  std::vector<float> scales(outputs), bias(outputs), x(rows * inputs);
  for (int8_t& w : weights) w = static_cast<int8_t>(static_cast<int>(random.below(255)) - 127);
  for (float& s : scales) s = random.uniform();
  for (float& b : bias) b = random.uniform() - 0.5F;
  for (float& v : x) v = random.uniform() * 4.0F - 2.0F;
  QuantisedRows quantised;
  quantised.resize(rows, inputs);
  for (size_t r = 0; r < rows; ++r) quantised.set(r, x.data() + r * inputs);
  std::vector<float> out(rows * padded(outputs), NAN);
  QuantisedMatrix(weights, scales, bias).multiply(quantised, 0, rows, out.data());
  for (size_t r = 0; r < rows; ++r) {
    for (size_t j = 0; j < outputs; ++j) {
      int64_t sum = 0;
      for (size_t k = 0; k < inputs; ++k) sum += (quantised.values[r * inputs + k] - 128) * weights[k * outputs + j];
      float expected = static_cast<float>(sum) * (quantised.scales[r] * scales[j]) + bias[j];
      ASSERT_NEAR(out[r * padded(outputs) + j], expected, 1e-5 * (1 + std::fabs(expected))) << r << " " << j;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, QuantisedProduct,
                         testing::Values(Case{1, 16, 1}, Case{5, 32, 17}, Case{12, 64, 32}, Case{13, 48, 33}, Case{40, 320, 200}));

TEST(QuantisedRows, AreWithinHalfAStepOfTheirFloats) {
  Random random(2);
  std::vector<float> x(64);
  for (float& v : x) v = random.uniform() * 6.0F - 3.0F;
  QuantisedRows rows;
  rows.resize(1, 64);
  rows.set(0, x.data());
  for (size_t i = 0; i < 64; ++i) EXPECT_NEAR((rows.values[i] - 128) * rows.scales[0], x[i], rows.scales[0] * 0.501F);
}

TEST(QuantisedRows, OfZerosAreZeros) {
  std::vector<float> x(16, 0.0F);
  QuantisedRows rows;
  rows.resize(1, 16);
  rows.set(0, x.data());
  for (size_t i = 0; i < 16; ++i) EXPECT_EQ(rows.values[i], 128);
}

}  // namespace
}  // namespace demarche

#include "language/quantised.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include <algorithm>
#include <cmath>
#include <cstring>

#include "language/fast_math.h"

namespace demarche {
namespace {

/// What a kernel needs to make some rows of one block of outputs.
struct Block {
  const uint8_t* rows;
  size_t stride;          ///< bytes between rows
  const int8_t* weights;  ///< [steps][kOutputBlock][4]
  size_t steps;           ///< inputs / 4
  const int32_t* correction;
  const float* row_scales;
  const float* column_scales;
  const float* bias;
  float* out;
  size_t out_stride;
};

[[gnu::always_inline]] inline void rows_portable(const Block& block, size_t count) {
  for (size_t r = 0; r < count; ++r) {
    int32_t sums[kOutputBlock] = {};
    const uint8_t* row = block.rows + r * block.stride;
    const int8_t* weights = block.weights;
    for (size_t k = 0; k < block.steps; ++k, row += 4, weights += 4 * kOutputBlock)
      for (size_t j = 0; j < kOutputBlock; ++j)
        sums[j] += row[0] * weights[4 * j] + row[1] * weights[4 * j + 1] + row[2] * weights[4 * j + 2] + row[3] * weights[4 * j + 3];
    float* out = block.out + r * block.out_stride;
    for (size_t j = 0; j < kOutputBlock; ++j)
      out[j] = static_cast<float>(sums[j] - block.correction[j]) * (block.row_scales[r] * block.column_scales[j]) + block.bias[j];
  }
}

using Kernel = void (*)(const Block&, size_t);

void kernel_portable(const Block& block, size_t count) {
  rows_portable(block, count);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void kernel_avx2(const Block& block, size_t count) {
  rows_portable(block, count);
}

/// The sums of one row with half a block's columns.
[[gnu::target("avx512f,avx512bw,avx512vnni"), gnu::always_inline]] inline void finish_row(const Block& block, size_t row, size_t column,
                                                                                          Ints sums) {
  Ints correction = *reinterpret_cast<const Ints*>(block.correction + column);
  Floats scale = floats_at(block.column_scales + column), bias = floats_at(block.bias + column);
  Floats exact = __builtin_convertvector(sums - correction, Floats);
  floats_at(block.out + row * block.out_stride + column) = exact * (block.row_scales[row] * scale) + bias;
}

/// Six rows at once. The sums are variables by name, because the compiler keeps arrays of them in memory.
[[gnu::target("avx512f,avx512bw,avx512vnni")]] void six_rows_vnni(const Block& block) {
  __m512i a0 = {}, a1 = {}, b0 = {}, b1 = {}, c0 = {}, c1 = {}, d0 = {}, d1 = {}, e0 = {}, e1 = {}, f0 = {}, f1 = {};
  const int8_t* weights = block.weights;
  const uint8_t* row = block.rows;
  const size_t stride = block.stride;
  for (size_t k = 0; k < block.steps; ++k, weights += 4 * kOutputBlock, row += 4) {
    __m512i left = _mm512_loadu_si512(weights), right = _mm512_loadu_si512(weights + 64);
    auto four = [](const uint8_t* at) __attribute__((always_inline)) {
      int32_t bytes;
      std::memcpy(&bytes, at, 4);
      return bytes;
    };
    __m512i x = _mm512_set1_epi32(four(row));
    a0 = _mm512_dpbusd_epi32(a0, x, left);
    a1 = _mm512_dpbusd_epi32(a1, x, right);
    x = _mm512_set1_epi32(four(row + stride));
    b0 = _mm512_dpbusd_epi32(b0, x, left);
    b1 = _mm512_dpbusd_epi32(b1, x, right);
    x = _mm512_set1_epi32(four(row + 2 * stride));
    c0 = _mm512_dpbusd_epi32(c0, x, left);
    c1 = _mm512_dpbusd_epi32(c1, x, right);
    x = _mm512_set1_epi32(four(row + 3 * stride));
    d0 = _mm512_dpbusd_epi32(d0, x, left);
    d1 = _mm512_dpbusd_epi32(d1, x, right);
    x = _mm512_set1_epi32(four(row + 4 * stride));
    e0 = _mm512_dpbusd_epi32(e0, x, left);
    e1 = _mm512_dpbusd_epi32(e1, x, right);
    x = _mm512_set1_epi32(four(row + 5 * stride));
    f0 = _mm512_dpbusd_epi32(f0, x, left);
    f1 = _mm512_dpbusd_epi32(f1, x, right);
  }
  finish_row(block, 0, 0, (Ints)a0);
  finish_row(block, 0, 16, (Ints)a1);
  finish_row(block, 1, 0, (Ints)b0);
  finish_row(block, 1, 16, (Ints)b1);
  finish_row(block, 2, 0, (Ints)c0);
  finish_row(block, 2, 16, (Ints)c1);
  finish_row(block, 3, 0, (Ints)d0);
  finish_row(block, 3, 16, (Ints)d1);
  finish_row(block, 4, 0, (Ints)e0);
  finish_row(block, 4, 16, (Ints)e1);
  finish_row(block, 5, 0, (Ints)f0);
  finish_row(block, 5, 16, (Ints)f1);
}

[[gnu::target("avx512f,avx512bw,avx512vnni")]] void one_row_vnni(const Block& block) {
  __m512i left = {}, right = {};
  const int8_t* weights = block.weights;
  for (size_t k = 0; k < block.steps; ++k, weights += 4 * kOutputBlock) {
    int32_t four;
    std::memcpy(&four, block.rows + 4 * k, 4);
    __m512i row = _mm512_set1_epi32(four);
    left = _mm512_dpbusd_epi32(left, row, _mm512_loadu_si512(weights));
    right = _mm512_dpbusd_epi32(right, row, _mm512_loadu_si512(weights + 64));
  }
  finish_row(block, 0, 0, (Ints)left);
  finish_row(block, 0, 16, (Ints)right);
}

void kernel_vnni(const Block& block, size_t count) {
  constexpr size_t kRows = 6;
  Block rest = block;
  auto advance = [&rest](size_t rows) {
    rest.rows += rows * rest.stride;
    rest.row_scales += rows;
    rest.out += rows * rest.out_stride;
  };
  size_t row = 0;
  for (; row + kRows <= count; row += kRows, advance(kRows)) six_rows_vnni(rest);
  // One row by itself costs what two and a half cost together: half a block and more is done as a whole one, some rows twice.
  if (row > 0 && 2 * (count - row) >= kRows) {
    rest = block;
    advance(count - kRows);
    return six_rows_vnni(rest);
  }
  for (; row < count; ++row, advance(1)) one_row_vnni(rest);
}
#endif

Kernel choose_kernel() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")) return kernel_vnni;
  if (__builtin_cpu_supports("avx2")) return kernel_avx2;
#endif
  return kernel_portable;
}

[[gnu::always_inline]] inline float largest(const float* from, size_t count) {
  Floats most = {};
  for (size_t i = 0; i < count; i += kLanes) {
    Floats x = floats_at(from + i);
    Floats magnitude = x < 0.0F ? -x : x;
    most = magnitude > most ? magnitude : most;
  }
  float result = 0;
  for (size_t i = 0; i < kLanes; ++i) result = std::max(result, most[i]);
  return result;
}

[[gnu::always_inline]] inline float quantise(const float* from, size_t count, uint8_t* to) {
  float most = largest(from, count);
  float inverse = most > 0 ? 127.0F / most : 0.0F;
  constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: adding it leaves the nearest whole number in the low bits
  typedef uint8_t Bytes __attribute__((vector_size(16), aligned(1)));
  for (size_t i = 0; i < count; i += kLanes) {
    Floats scaled = floats_at(from + i) * inverse;
    Ints whole = (Ints)(scaled + kRound) - (0x4B400000 - 128);
    *reinterpret_cast<Bytes*>(to + i) = __builtin_convertvector(whole, Bytes);
  }
  return most / 127.0F;
}

#if defined(__x86_64__)
[[gnu::target("avx512f,avx512bw,avx512dq")]] float quantise_avx512(const float* from, size_t count, uint8_t* to) {
  return quantise(from, count, to);
}
#endif

}  // namespace

void QuantisedRows::resize(size_t rows, size_t size) {
  columns = size;
  values.resize(std::max(values.size(), rows * size));
  scales.resize(std::max(scales.size(), rows));
}

void QuantisedRows::set(size_t row, const float* from) {
  uint8_t* to = values.data() + row * columns;
#if defined(__x86_64__)
  static const bool kWide = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq");
  scales[row] = kWide ? quantise_avx512(from, columns, to) : quantise(from, columns, to);
#else
  scales[row] = quantise(from, columns, to);
#endif
}

QuantisedMatrix::QuantisedMatrix(std::span<const int8_t> weights, std::span<const float> scales, std::span<const float> bias)
    : inputs_(scales.empty() ? 0 : weights.size() / scales.size()), outputs_(scales.size()) {
  const size_t wide = padded(outputs_);
  packed_.assign(inputs_ * wide, 0);
  correction_.assign(wide, 0);
  scales_.assign(wide, 0.0F);
  bias_.assign(wide, 0.0F);
  std::copy(scales.begin(), scales.end(), scales_.begin());
  std::copy(bias.begin(), bias.end(), bias_.begin());
  for (size_t k = 0; k < inputs_; ++k) {
    for (size_t j = 0; j < outputs_; ++j) {
      int8_t weight = weights[k * outputs_ + j];
      packed_[((j / kOutputBlock * (inputs_ / 4) + k / 4) * kOutputBlock + j % kOutputBlock) * 4 + k % 4] = weight;
      correction_[j] += 128 * weight;
    }
  }
}

void QuantisedMatrix::multiply(const QuantisedRows& rows, size_t first, size_t count, float* out) const {
  static const Kernel kernel = choose_kernel();
  const size_t wide = padded(outputs_);
  for (size_t j = 0; j < wide; j += kOutputBlock) {
    Block block = {rows.values.data() + first * rows.columns,
                   rows.columns,
                   packed_.data() + j * inputs_,
                   inputs_ / 4,
                   correction_.data() + j,
                   rows.scales.data() + first,
                   scales_.data() + j,
                   bias_.data() + j,
                   out + j,
                   wide};
    kernel(block, count);
  }
}

}  // namespace demarche

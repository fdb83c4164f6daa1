#include "language/gemm.h"

#include <algorithm>
#include <cstring>
#include <vector>

// A textbook blocked product: panels of A (kRows rows) and B (kVectors vectors of columns) are packed so that the kernel reads both
// without strides, and the kernel keeps one tile of C in registers. One kernel template is compiled for each instruction set.

namespace demarche {
namespace {

constexpr size_t kInnerBlock = 320;
constexpr size_t kRowBlock = 120;

template <size_t Lanes>
struct Vector {
  typedef float type __attribute__((vector_size(Lanes * 4), aligned(4)));
};

/// One tile: C[Rows x Vectors * Lanes] += packed A * packed B.
template <size_t Lanes, size_t Rows, size_t Vectors>
[[gnu::always_inline]] inline void tile(const float* a, const float* b, size_t inner, float* c, size_t c_stride) {
  using V = typename Vector<Lanes>::type;
  V sum[Rows][Vectors];
  for (size_t i = 0; i < Rows; ++i)
    for (size_t j = 0; j < Vectors; ++j) sum[i][j] = *reinterpret_cast<const V*>(c + i * c_stride + j * Lanes);
  for (size_t k = 0; k < inner; ++k) {
    V column[Vectors];
    for (size_t j = 0; j < Vectors; ++j) column[j] = *reinterpret_cast<const V*>(b + j * Lanes);
#pragma GCC unroll 16
    for (size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 4
      for (size_t j = 0; j < Vectors; ++j) sum[i][j] += a[i] * column[j];
    a += Rows;
    b += Vectors * Lanes;
  }
  for (size_t i = 0; i < Rows; ++i)
    for (size_t j = 0; j < Vectors; ++j) *reinterpret_cast<V*>(c + i * c_stride + j * Lanes) = sum[i][j];
}

using Tile = void (*)(const float*, const float*, size_t, float*, size_t);

struct Kernel {
  Tile tile;
  size_t rows;
  size_t columns;
};

void tile_portable(const float* a, const float* b, size_t inner, float* c, size_t c_stride) {
  tile<4, 4, 2>(a, b, inner, c, c_stride);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void tile_avx2(const float* a, const float* b, size_t inner, float* c, size_t c_stride) {
  tile<8, 6, 2>(a, b, inner, c, c_stride);
}
[[gnu::target("avx512f")]] void tile_avx512(const float* a, const float* b, size_t inner, float* c, size_t c_stride) {
  tile<16, 12, 2>(a, b, inner, c, c_stride);
}
#endif

Kernel choose_kernel() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return {tile_avx512, 12, 32};
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return {tile_avx2, 6, 16};
#endif
  return {tile_portable, 4, 8};
}

/// Panels of `width` rows (or columns) of a strided block, each stored inner-major, padded with zeros.
void pack(MatrixView from, size_t count, size_t inner, size_t width, float* to) {
  for (size_t first = 0; first < count; first += width) {
    size_t live = std::min(width, count - first);
    for (size_t k = 0; k < inner; ++k) {
      const float* at = from.data + first * from.row_stride + k * from.column_stride;
      if (from.row_stride == 1) {
        std::memcpy(to, at, live * sizeof(float));
      } else {
        for (size_t i = 0; i < live; ++i) to[i] = at[i * from.row_stride];
      }
      std::fill(to + live, to + width, 0.0F);
      to += width;
    }
  }
}

size_t round_up(size_t value, size_t to) {
  return (value + to - 1) / to * to;
}

/// C's block += packed A panels * packed B panels.
void multiply_block(const Kernel& kernel, const float* a, const float* b, const GemmShape& shape, float* c, size_t c_stride) {
  float edge[16 * 32];
  for (size_t j = 0; j < shape.columns; j += kernel.columns) {
    for (size_t i = 0; i < shape.rows; i += kernel.rows) {
      size_t rows = std::min(kernel.rows, shape.rows - i), columns = std::min(kernel.columns, shape.columns - j);
      float* target = c + i * c_stride + j;
      const float* panel_a = a + i * shape.inner;
      const float* panel_b = b + j * shape.inner;
      if (rows == kernel.rows && columns == kernel.columns) {
        kernel.tile(panel_a, panel_b, shape.inner, target, c_stride);
        continue;
      }
      std::fill(edge, edge + kernel.rows * kernel.columns, 0.0F);
      for (size_t r = 0; r < rows; ++r) std::copy_n(target + r * c_stride, columns, edge + r * kernel.columns);
      kernel.tile(panel_a, panel_b, shape.inner, edge, kernel.columns);
      for (size_t r = 0; r < rows; ++r) std::copy_n(edge + r * kernel.columns, columns, target + r * c_stride);
    }
  }
}

}  // namespace

void gemm(const GemmShape& shape, MatrixView a, MatrixView b, float* c, size_t c_stride, bool accumulate) {
  static const Kernel kernel = choose_kernel();
  thread_local std::vector<float> packed_a, packed_b;
  if (!accumulate)
    for (size_t i = 0; i < shape.rows; ++i) std::fill_n(c + i * c_stride, shape.columns, 0.0F);
  packed_a.resize(round_up(kRowBlock, kernel.rows) * kInnerBlock);
  packed_b.resize(std::max(packed_b.size(), round_up(shape.columns, kernel.columns) * kInnerBlock));
  for (size_t k = 0; k < shape.inner; k += kInnerBlock) {
    size_t inner = std::min(kInnerBlock, shape.inner - k);
    pack({b.data + k * b.row_stride, b.column_stride, b.row_stride}, shape.columns, inner, kernel.columns, packed_b.data());
    for (size_t i = 0; i < shape.rows; i += kRowBlock) {
      size_t rows = std::min(kRowBlock, shape.rows - i);
      pack({a.data + i * a.row_stride + k * a.column_stride, a.row_stride, a.column_stride}, rows, inner, kernel.rows, packed_a.data());
      multiply_block(kernel, packed_a.data(), packed_b.data(), {rows, shape.columns, inner}, c + i * c_stride, c_stride);
    }
  }
}

}  // namespace demarche

#pragma once
#include <cstddef>

namespace demarche {

/// A read-only matrix of floats with free strides; element (i, j) lies at `data[i * row_stride + j * column_stride]`.
struct MatrixView {
  const float* data = nullptr;
  size_t row_stride = 0;
  size_t column_stride = 1;
};

/// The sizes of `C[rows x columns] = A[rows x inner] * B[inner x columns]`.
struct GemmShape {
  size_t rows = 0;
  size_t columns = 0;
  size_t inner = 0;
};

/// C = A * B, or C += A * B. C is row-major with `c_stride` floats a row. Each element is summed in one fixed order, so on one machine a
/// row of C depends on nothing but its row of A, and B: neither on the other rows nor on threads.
void gemm(const GemmShape& shape, MatrixView a, MatrixView b, float* c, size_t c_stride, bool accumulate);

}  // namespace demarche

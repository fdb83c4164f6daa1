#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace demarche {

/// Row sizes of outputs are rounded up to this many floats.
constexpr size_t kOutputBlock = 32;
constexpr size_t padded(size_t columns) {
  return (columns + kOutputBlock - 1) / kOutputBlock * kOutputBlock;
}

/// Rows of activations in 8 bits, each with a scale of its own; element = (value - 128) * scale.
struct QuantisedRows {
  std::vector<uint8_t> values;
  std::vector<float> scales;
  size_t columns = 0;

  /// Makes room; keeps what memory it has.
  void resize(size_t rows, size_t size);
  /// Sets row `row` to the nearest of 255 steps between plus and minus its largest magnitude. Requires finite values.
  void set(size_t row, const float* from);
};

/// A weight matrix in 8 bits with a scale for each column, packed for the machine's dot product instructions. The sums are whole numbers,
/// so the result is the same on every instruction set and in every order.
class QuantisedMatrix {
 public:
  QuantisedMatrix() = default;
  /// `weights` is row-major [inputs x outputs]; `inputs` is a multiple of 4; `bias` may be empty.
  QuantisedMatrix(std::span<const int8_t> weights, std::span<const float> scales, std::span<const float> bias);

  size_t inputs() const { return inputs_; }
  size_t outputs() const { return outputs_; }

  /// out[row] = rows[row] * matrix + bias for `count` rows from `first` on; `out` has padded(outputs()) floats a row and begins with row
  /// `first`.
  void multiply(const QuantisedRows& rows, size_t first, size_t count, float* out) const;

 private:
  size_t inputs_ = 0;
  size_t outputs_ = 0;
  std::vector<int8_t> packed_;       ///< [block of outputs][inputs / 4][kOutputBlock][4]
  std::vector<int32_t> correction_;  ///< 128 times the column's sum: activations are stored 128 too high
  std::vector<float> scales_;
  std::vector<float> bias_;
};

}  // namespace demarche

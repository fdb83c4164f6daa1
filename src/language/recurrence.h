#pragma once
#include <cstddef>
#include <cstdint>

namespace demarche {

// One direction of a simple recurrent unit (SRU): all matrix work is done before, only these element-wise steps run along the sentence.
//   forget = sigmoid(f + vf * c[t-1] + bf)     c[t] = forget * c[t-1] + (1 - forget) * u
//   reset  = sigmoid(r + vr * c[t-1] + br)     h[t] = reset * tanh(c[t]) + (1 - reset) * bypass

/// Where one direction of one sentence lies in memory. Row t of each array starts at `pointer + t * stride`, but where `rows` is set it
/// names the rows of gates and bypass.
struct RecurrenceView {
  size_t length = 0;             ///< words
  size_t size = 0;               ///< units of this direction, a multiple of 16
  bool backward = false;         ///< runs from the last word to the first
  const float* gates = nullptr;  ///< u, f, r: three runs of `size`
  size_t gates_stride = 0;
  const float* bypass = nullptr;  ///< what the reset gate mixes in
  size_t bypass_stride = 0;
  const uint32_t* rows = nullptr;   ///< only for running, not for its derivatives
  const float* peephole = nullptr;  ///< vf, vr
  const float* bias = nullptr;      ///< bf, br
  float* output = nullptr;
  size_t output_stride = 0;
};

/// What the backward pass needs of the forward pass: four arrays with the output's stride.
struct RecurrenceTrace {
  float* state = nullptr;
  float* forget = nullptr;
  float* reset = nullptr;
  float* squashed = nullptr;  ///< tanh(c)
};

struct RecurrenceGradient {
  const float* output = nullptr;  ///< with the output's stride
  float* gates = nullptr;         ///< set; with the gates' stride
  float* bypass = nullptr;        ///< added to; with the bypass' stride
  float* peephole = nullptr;      ///< added to
  float* bias = nullptr;          ///< added to
};

/// Writes the output, and the trace if its pointers are set. `state` needs room for `size` floats.
void run_recurrence(const RecurrenceView& view, float* state, const RecurrenceTrace* trace);

/// Needs room for `2 * size` floats at `carry`.
void differentiate_recurrence(const RecurrenceView& view, const RecurrenceTrace& trace, const RecurrenceGradient& gradient, float* carry);

}  // namespace demarche

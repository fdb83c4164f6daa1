#include "language/recurrence.h"

#include <algorithm>

#include "language/fast_math.h"

namespace demarche {
namespace {

[[gnu::always_inline]] inline void run(const RecurrenceView& view, float* state, const RecurrenceTrace* trace) {
  const size_t size = view.size;
  std::fill_n(state, size, 0.0F);
  const float* vf = view.peephole;
  const float* bf = view.bias;
  for (size_t step = 0; step < view.length; ++step) {
    size_t t = view.backward ? view.length - 1 - step : step;
    const size_t row = view.rows == nullptr ? t : view.rows[t];
    const float* gates = view.gates + row * view.gates_stride;
    const float* bypass = view.bypass + row * view.bypass_stride;
    const size_t out = t * view.output_stride;
    // Rows that lie anywhere are asked for a word ahead: no machine guesses where the next one is.
    const size_t after = view.backward ? (t == 0 ? 0 : t - 1) : std::min(t + 1, view.length - 1);
    const float* next = view.rows == nullptr ? nullptr : view.gates + view.rows[after] * view.gates_stride;
    const float* next_bypass = view.rows == nullptr ? nullptr : view.bypass + view.rows[after] * view.bypass_stride;
    for (size_t i = 0; i < size; i += kLanes) {
      if (next != nullptr) {
        for (size_t run = 0; run < 3; ++run) __builtin_prefetch(next + run * size + i);
        __builtin_prefetch(next_bypass + i);
      }
      Floats u = floats_at(gates + i), before = floats_at(state + i), x = floats_at(bypass + i);
      Floats forget = floats_at(gates + size + i) + floats_at(vf + i) * before + floats_at(bf + i);
      Floats reset = floats_at(gates + 2 * size + i) + floats_at(vf + size + i) * before + floats_at(bf + size + i);
      sigmoid_in_place(forget);
      sigmoid_in_place(reset);
      Floats c = forget * (before - u) + u;
      floats_at(state + i) = c;
      Floats squashed = c;
      tanh_in_place(squashed);
      floats_at(view.output + out + i) = reset * (squashed - x) + x;
      if (trace == nullptr) continue;
      floats_at(trace->state + out + i) = c;
      floats_at(trace->forget + out + i) = forget;
      floats_at(trace->reset + out + i) = reset;
      floats_at(trace->squashed + out + i) = squashed;
    }
  }
}

/// The backward step of one word; `before` is the state it started from.
struct StepPointers {
  const float* u;
  const float* bypass;
  const float* before;
  const float* forget;
  const float* reset;
  const float* squashed;
  const float* output_gradient;
  float* gates_gradient;
  float* bypass_gradient;
};

[[gnu::always_inline]] inline void differentiate_step(const RecurrenceView& view, const RecurrenceGradient& gradient,
                                                      const StepPointers& at, float* carry) {
  const size_t size = view.size;
  for (size_t i = 0; i < size; i += kLanes) {
    Floats dh = floats_at(at.output_gradient + i), reset = floats_at(at.reset + i), forget = floats_at(at.forget + i);
    Floats g = floats_at(at.squashed + i), before = floats_at(at.before + i);
    Floats reset_in = dh * (g - floats_at(at.bypass + i)) * reset * (1.0F - reset);
    floats_at(at.bypass_gradient + i) += dh * (1.0F - reset);
    Floats dc = floats_at(carry + i) + dh * reset * (1.0F - g * g);
    Floats forget_in = dc * (before - floats_at(at.u + i)) * forget * (1.0F - forget);
    floats_at(at.gates_gradient + i) = dc * (1.0F - forget);
    floats_at(at.gates_gradient + size + i) = forget_in;
    floats_at(at.gates_gradient + 2 * size + i) = reset_in;
    floats_at(carry + i) = dc * forget + reset_in * floats_at(view.peephole + size + i) + forget_in * floats_at(view.peephole + i);
    floats_at(gradient.peephole + i) += forget_in * before;
    floats_at(gradient.peephole + size + i) += reset_in * before;
    floats_at(gradient.bias + i) += forget_in;
    floats_at(gradient.bias + size + i) += reset_in;
  }
}

[[gnu::always_inline]] inline void differentiate(const RecurrenceView& view, const RecurrenceTrace& trace,
                                                 const RecurrenceGradient& gradient, float* carry) {
  const size_t size = view.size;
  float* zeros = carry + size;
  std::fill_n(carry, 2 * size, 0.0F);
  for (size_t step = view.length; step-- > 0;) {
    size_t t = view.backward ? view.length - 1 - step : step;
    size_t previous = view.backward ? t + 1 : t - 1;
    size_t out = t * view.output_stride;
    StepPointers at = {view.gates + t * view.gates_stride,
                       view.bypass + t * view.bypass_stride,
                       step == 0 ? zeros : trace.state + previous * view.output_stride,
                       trace.forget + out,
                       trace.reset + out,
                       trace.squashed + out,
                       gradient.output + out,
                       gradient.gates + t * view.gates_stride,
                       gradient.bypass + t * view.bypass_stride};
    differentiate_step(view, gradient, at, carry);
  }
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void run_avx2(const RecurrenceView& view, float* state, const RecurrenceTrace* trace) {
  run(view, state, trace);
}
[[gnu::target("avx512f,avx512dq")]] void run_avx512(const RecurrenceView& view, float* state, const RecurrenceTrace* trace) {
  run(view, state, trace);
}
[[gnu::target("avx512f,avx512dq")]] void differentiate_avx512(const RecurrenceView& view, const RecurrenceTrace& trace,
                                                              const RecurrenceGradient& gradient, float* carry) {
  differentiate(view, trace, gradient, carry);
}
#endif

}  // namespace

void run_recurrence(const RecurrenceView& view, float* state, const RecurrenceTrace* trace) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512dq")) return run_avx512(view, state, trace);
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return run_avx2(view, state, trace);
#endif
  run(view, state, trace);
}

void differentiate_recurrence(const RecurrenceView& view, const RecurrenceTrace& trace, const RecurrenceGradient& gradient, float* carry) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512dq")) return differentiate_avx512(view, trace, gradient, carry);
#endif
  differentiate(view, trace, gradient, carry);
}

}  // namespace demarche

#pragma once
#include <cstddef>
#include <cstdint>

namespace demarche {

/// Sixteen floats. Each instruction set splits them as it needs; element-wise operators do the rest, so all sets give the same results
/// as far as they round alike.
typedef float Floats __attribute__((vector_size(64), aligned(4)));
typedef int32_t Ints __attribute__((vector_size(64), aligned(4)));
constexpr size_t kLanes = 16;

[[gnu::always_inline]] inline const Floats& floats_at(const float* at) {
  return *reinterpret_cast<const Floats*>(at);
}
[[gnu::always_inline]] inline Floats& floats_at(float* at) {
  return *reinterpret_cast<Floats*>(at);
}

// Relative error below 3e-7; the argument is cut to +-87, so results are finite.

[[gnu::always_inline]] inline void exp_in_place(Floats& x) {
  x = x < -87.0F ? Floats{} - 87.0F : x;
  x = x > 87.0F ? Floats{} + 87.0F : x;
  constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: adding it leaves the nearest whole number in the low bits
  Floats scaled = x * 1.44269504088896341F;
  Floats shifted = scaled + kRound;
  Floats rest = scaled - (shifted - kRound);
  Floats power = rest * 1.3333558e-3F + 9.6181291e-3F;
  power = power * rest + 5.5504109e-2F;
  power = power * rest + 2.4022651e-1F;
  power = power * rest + 6.9314718e-1F;
  power = power * rest + 1.0F;
  Ints exponent = ((Ints)shifted - 0x4B400000 + 127) << 23;
  x = power * (Floats)exponent;
}

[[gnu::always_inline]] inline void sigmoid_in_place(Floats& x) {
  x = -x;
  exp_in_place(x);
  x = 1.0F / (1.0F + x);
}

[[gnu::always_inline]] inline void tanh_in_place(Floats& x) {
  x = x * 2.0F;
  sigmoid_in_place(x);
  x = 2.0F * x - 1.0F;
}

}  // namespace demarche

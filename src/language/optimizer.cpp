#include "language/optimizer.h"

#include <cmath>

namespace demarche {
namespace {

struct Step {
  float rate, mean_decay, square_decay, shrink;
};

void update_range(Tensor& tensor, size_t from, size_t count, const Step& step) {
  float* value = tensor.value.data() + from;
  float* mean = tensor.mean.data() + from;
  float* square = tensor.square.data() + from;
  const float* gradient = tensor.gradient.data() + from;
  for (size_t i = 0; i < count; ++i) {
    float g = gradient[i];
    mean[i] = step.mean_decay * mean[i] + (1.0F - step.mean_decay) * g;
    square[i] = step.square_decay * square[i] + (1.0F - step.square_decay) * g * g;
    value[i] = value[i] * step.shrink - step.rate * mean[i] / (std::sqrt(square[i]) + 1e-8F);
  }
}

}  // namespace

void Optimizer::update(Network& network) {
  ++steps;
  auto t = static_cast<double>(steps);
  double correction = std::sqrt(1.0 - std::pow(square_decay, t)) / (1.0 - std::pow(mean_decay, t));
  Step step = {static_cast<float>(rate * correction), mean_decay, square_decay, 1.0F};
  for (Tensor& tensor : network.tensors()) {
    if (tensor.mean.empty()) {
      tensor.mean.resize(tensor.value.size());
      tensor.square.resize(tensor.value.size());
    }
    if (!tensor.sparse) {
      step.shrink = tensor.rows > 2 ? 1.0F - rate * weight_decay : 1.0F;
      update_range(tensor, 0, tensor.value.size(), step);
      continue;
    }
    step.shrink = 1.0F;
    for (uint32_t row : tensor.touched) update_range(tensor, row * tensor.columns, tensor.columns, step);
  }
}

}  // namespace demarche

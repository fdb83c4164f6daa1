#pragma once
#include <cstddef>

#include "language/network.h"

namespace demarche {

/// Adam. Tables are updated only where a batch touched them.
struct Optimizer {
  float rate = 2e-3F;
  float mean_decay = 0.9F;
  float square_decay = 0.98F;
  float weight_decay = 0.0F;  ///< of the matrices, times the rate
  size_t steps = 0;

  void update(Network& network);
};

}  // namespace demarche

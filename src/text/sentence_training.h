#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "text/sentence_model.h"
#include "text/tokenizer_evaluation.h"

namespace demarche {

struct BoundaryTraining {
  unsigned epochs = 12;
  float rate = 0.1F;
  unsigned cutoff = 3;  ///< features seen less often are left out
  uint32_t seed = 1;
};

/// A trained model that owns its table.
struct TrainedBoundaries {
  std::vector<uint32_t> slots;
  int bias = 0;
  BoundaryModel model() const { return {slots, bias}; }
};

/// Learns where sentences end from documents with known boundaries: logistic regression, seeded, the same bytes from the same input.
TrainedBoundaries train_boundaries(const std::vector<GoldDocument>& documents, const BoundaryTraining& options);

/// The C++ source of sentence_weights.cpp for a model. `command` names what made it, for line one.
std::string boundary_source(const TrainedBoundaries& trained, const std::string& command);

}  // namespace demarche

#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "ontology/cameo.h"
#include "ontology/contexts.h"
#include "ontology/countries.h"
#include "ontology/places.h"

namespace demarche {

/// All tables of data/ontology that the engine reads at start. Immutable; threads may share it.
struct Ontology {
  Cameo cameo;
  Countries countries;
  ContextCues contexts;
  Places places;
  std::string hash;  ///< SHA-256 of the tables' bytes in the order of their names, for the record's provenance

  /// Loads every table of the folder. The error is that of the first table that cannot be used, with all its faults.
  static Result<std::shared_ptr<const Ontology>> load(const std::filesystem::path& folder);

  /// The views in `places` point into `countries`, so it stays where it is.
  Ontology(Cameo cameo_tables, Countries country_tables, ContextCues cues);
  Ontology(const Ontology&) = delete;
  Ontology& operator=(const Ontology&) = delete;
};

}  // namespace demarche

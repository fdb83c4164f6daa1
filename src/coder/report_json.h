#pragma once
#include <string>

#include "coder/report.h"
#include "ontology/cameo.h"

namespace demarche {

/// Hashes and versions that every record carries.
struct EngineIdentity {
  std::string version;  ///< "0.1.0"
  std::string model;    ///< "sha256:..."
  std::string codebook;
  std::string actors;
};

/// The report as one JSON object without a line feed, after the contract of docs/formats/report.md: spans are half-open code points of
/// `document.text`, actors are "a1", "a2" ..., events "e1", "e2" ... in order. Same report, same bytes.
std::string to_json(const Report& report, const EngineIdentity& engine, const Cameo& cameo);

/// Ids as the record writes them.
std::string actor_id(uint32_t index);
std::string event_id(uint32_t index);

}  // namespace demarche

#pragma once
#include "coder/report.h"

namespace demarche {

/// PLOVER's reading of an act between given sides, where it departs from the type of the act itself: one's own favour or concession to come
/// is AGREE, withheld it is REJECT; one's own hostile act to come is THREATEN; and the codes that CAMEO's crosswalk reads otherwise than
/// PLOVER's chapters follow the crosswalk (docs/codebook/decisions.md).
///
/// `event` is an index into `report.events`, `target` the actor that the reading is asked for.
EventType plover_reading(const Report& report, size_t event, uint32_t target);

}  // namespace demarche

#pragma once
#include "coder/pair_sides.h"
#include "coder/report.h"

namespace demarche {

/// PLOVER's reading of an act between given sides, where it departs from the type of the act itself: one's own favour or concession to come
/// is AGREE, withheld it is REJECT; one's own hostile act to come is THREATEN; and the codes that CAMEO's crosswalk reads otherwise than
/// PLOVER's chapters follow the crosswalk (docs/codebook/decisions.md).
///
/// `event` is an index into `report.events`, `target` the actor that the reading is asked for.
EventType plover_reading(const Report& report, size_t event, uint32_t target);

/// The reading between the sides of an act that an annotator called `type` by PLOVER's chapters: that of the ranked event of this type with
/// a side in its place, if it is one of the crosswalk's or a concession to come; else `type`.
EventType reading_of_label(const Report& report, const std::vector<RankedEvent>& ranked, EventType type);

/// What the source says of the target, where no act between them is told: what it must do is REQUEST, the harm that it has done or its
/// guilt is ACCUSE; kNone where the source says nothing of the kind.
EventType said_of(const Report& report, const Side& source, const Side& target);

}  // namespace demarche

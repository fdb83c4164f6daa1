#pragma once
#include <vector>

#include "coder/pair_sides.h"
#include "coder/report.h"

namespace demarche {

/// True if an event stands between the sides, each in its place.
bool joined(const Report& report);

/// Verbs above the target's governor that its phrase may belong to instead, nearest first: parsers hang *to Benin* on the last noun before
/// it in *returned the thrones of three kings to Benin*. Empty where the sides stand in different sentences or the target follows no verb.
std::vector<int> other_governors(const Report& report, const Side& source, const Side& target);

/// Hangs the target's phrase on that verb: as its object where no preposition introduces it, else as an oblique.
void rehang(Sentence& sentence, const Side& target, int verb, bool object);

}  // namespace demarche

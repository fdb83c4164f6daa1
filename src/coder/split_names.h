#pragma once
#include "coder/slip_words.h"

namespace demarche {

/// Puts together names that the parse parts: *Captain Daniel Okoro* as two objects of one verb, *Minister Askar Zhumabekov* as two
/// subjects. The title hangs on the name, the rest of the name on its first word. Reads relations only; other names stay as they are.
void mend_split_names(const SlipWords& words);

}  // namespace demarche

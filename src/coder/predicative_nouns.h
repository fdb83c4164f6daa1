#pragma once
#include "coder/slip_words.h"

namespace demarche {

/// Tells whom a deed befalls from what it makes of them: in *held the mayor hostage*, *found Haradi guilty*, *declared the envoy persona
/// non grata* the person is the object, the word behind it a predicative (`xcomp`), which the parser takes for one compound or two objects.
void mend_predicative_nouns(const SlipWords& words);

}  // namespace demarche

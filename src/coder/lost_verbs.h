#pragma once
#include "coder/slip_words.h"

namespace demarche {

/// Gives a sentence back the verb that the parser took for something else: *the government lent/ADJ millions*, *soldiers shot/NOUN at
/// herders*, *has severed ties* as having severed ones, *planners prepared against Eritrea* as prepared planners.
void mend_lost_verbs(const SlipWords& words);

}  // namespace demarche

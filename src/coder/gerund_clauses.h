#pragma once
#include "coder/slip_words.h"

namespace demarche {

/// Makes clauses of gerunds that the parser took for attributes or lost the object of: *accused Seoul of deploying/AMOD missiles*, *thanked
/// Niger for freeing/AMOD hostages*, *denied arming rebels/OBJ of the denial*, *of harbouring/NOUN rebels and arming militias*.
void mend_gerund_clauses(const SlipWords& words);

}  // namespace demarche

#pragma once
#include "language/sentence.h"

namespace demarche {

/// Gives conditions back their clause where the parser lost it: *..., provided that S* read as a verb of its own (the clause S is hung on
/// what depends on it, *provided that* marks it), and *Should A do B, C* read as one clause (*do* becomes a clause of its own before the
/// main one). Other sentences stay as they are. The heads stay a tree.
void mend_conditions(Sentence& sentence);

}  // namespace demarche

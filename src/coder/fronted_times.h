#pragma once
#include <vector>

#include "language/sentence.h"

namespace demarche {

/// Parts a time phrase at the head of a clause from the subject behind it where no comma does: *In the winter of 2018 Turkey shelled ...*
/// (Turkey's winter), *On Sunday Eritrea warned ...* (one name). The time hangs on the verb as an oblique, what follows it as the subject.
/// Clauses with another subject, and those where the time qualifies a noun (*the 2014 Crimea crisis*), stay as they are.
void mend_fronted_times(std::vector<Sentence>& sentences);

}  // namespace demarche

#pragma once
#include "language/sentence.h"

namespace demarche {

/// Gives past tenses back that the tagger took for participles: *The league called on both sides to stop* read as a league that is called,
/// *Fighters killed three men* as fighters who were killed, *Lima imposed duties* as duties that were imposed, and the main verb behind a
/// relative clause read as part of it. Sentences that have such a verb already, and headlines in the passive, stay as they are.
void mend_past_verbs(Sentence& sentence);

}  // namespace demarche

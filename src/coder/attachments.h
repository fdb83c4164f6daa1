#pragma once
#include "coder/slip_words.h"

namespace demarche {

/// Hangs words where the words beside them say they belong: *in case of* as one preposition, *expelled the envoy and suspended trade* with
/// trade for what was suspended, *close to breaking off* under close, *preparations for an attack* as one phrase, *the visit hinges on
/// whether* with a verb, *it is feared that* with what is feared. Heads, relations and tags change; words and lemmas stay but where a noun
/// becomes a verb.
void mend_attachments(const SlipWords& words);

}  // namespace demarche

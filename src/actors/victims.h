#pragma once
#include <optional>
#include <vector>

#include "actors/drafts.h"
#include "language/tree.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// *Thirty governments, several ministers*: of as many states, and of none in particular.
bool of_many_states(const Tree& tree, const Draft& draft);

/// *The jihadists beheaded a Japanese, the army shot two Danish tourists*: true if what `doer` does is done to the people that `other`
/// names, so that `doer` is not of their country. Rebels may be: they fight their own state's forces.
bool suffers(const Tree& tree, const Lexicon& lexicon, const Draft& doer, const Draft& other);

/// *Chadian troops attacked and jets bombed*: the country (an entry of the dictionary) of those who fight before `draft` in its sentence.
std::optional<uint32_t> comrades_country(const Tree& tree, const std::vector<Draft>& drafts, const Draft& draft);

}  // namespace demarche

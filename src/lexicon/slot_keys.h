#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// True for an English preposition of one word, in lower case ("against").
bool is_preposition(std::string_view word);

/// What may stand before `=` in a frame: subj, obj, clause, inf, poss and the prepositions.
const std::vector<std::string>& slot_keys();

}  // namespace demarche

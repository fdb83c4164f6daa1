#pragma once
#include <string>
#include <string_view>

#include "language/tree.h"
#include "lexicon/actor_dictionary.h"

namespace demarche {

/// True for bodies that act as one: organisations, groups, parties, firms ...
bool is_organised(ActorKind kind);

/// Of the posts that somebody holds on a day, the one the press knows them by: the president who also leads the party is the president.
/// Null if none is held.
const DatedRole* chief_role(const ActorEntry& entry, Date day);

/// The country of a code: its first element; the United Nations stand under IGO in CAMEO and by themselves in PLOVER.
std::string country_of_code(std::string_view code);

/// True for the code of a body that belongs to no state, which keeps it whole: *U.N. officials* are IGOUNO.
bool generic(const std::string& code);

/// True for nouns that mean a group, a party or a firm by its kind: *the movement, the company, the rebels*.
bool names_a_body(std::string_view lemma);

/// True for those who keep a peace or plant a bomb: not of the place where they are.
bool of_no_place(std::string_view lemma);

/// True for names of bodies that any country may have: *Southern Front, National Army*.
bool of_common_words(std::string_view name);

/// True for verbs by which one orders his own: *instruct, sack, appoint*.
bool gives_orders(std::string_view verb);

/// A word with what hyphens join to it without a blank: "Haddad-Nouri" from either half.
std::string hyphenated(const Tree& tree, int word);

}  // namespace demarche

#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "actors/actor.h"
#include "language/tree.h"
#include "lexicon/lexicon.h"
#include "text/document.h"

namespace demarche {

enum class EntityKind : uint8_t { kOther, kPerson, kOrganisation, kPlace, kNationality };

/// "person", "organisation", "place", "nationality", "other".
std::string_view name(EntityKind kind);

/// A name in the text, whole, without title, article and possessive *'s*. *Other* is what bears a name and is none of the four: operations,
/// agreements, works.
struct NamedEntity {
  EntityKind kind = EntityKind::kOther;
  uint32_t sentence = 0;
  uint16_t first = 0;  ///< word indices, inclusive
  uint16_t last = 0;
  Span span;           ///< bytes of the document
  int actor = -1;      ///< index into ActorTable::actors where the name stands for an actor of the table
  int short_for = -1;  ///< index of the earlier name that an acronym or a last name abbreviates
};

/// The names of one sentence, by its own words alone: `actor` and `short_for` stay -1.
std::vector<NamedEntity> names_in(const Document& doc, uint32_t sentence, const Tree& tree, const Lexicon& lexicon);

/// Makes the names of a report's sentences, in text order and disjoint, those of the report: what the rest of it tells of their kinds, whom
/// they stand for and what they shorten. `trees` are those that `actors` was made from.
void relate_names(const std::vector<Tree>& trees, const ActorTable& actors, std::vector<NamedEntity>& names);

}  // namespace demarche

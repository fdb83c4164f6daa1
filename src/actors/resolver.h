#pragma once
#include <optional>
#include <vector>

#include "actors/actor.h"
#include "actors/named_entities.h"
#include "base/date.h"
#include "language/tree.h"
#include "lexicon/lexicon.h"
#include "text/document.h"

namespace demarche {

/// Finds the actors of a report: names from the dictionary by the day's roles, role nouns composed with countries, unknown persons by title
/// and apposition, and what refers back to them (parts of names, titles, pronouns, *the two sides*).
class ActorResolver {
 public:
  /// `lexicon` must outlive the resolver.
  explicit ActorResolver(const Lexicon& lexicon) : lexicon_(&lexicon) {}

  /// `trees` are those of the report's sentences, in order. Without a day, persons get the role they held last.
  /// `names` is set to what names_in() finds in the sentences.
  ActorTable resolve(const Document& doc, const std::vector<Tree>& trees, std::optional<Date> day, std::vector<NamedEntity>& names) const;

 private:
  const Lexicon* lexicon_;
};

/// The actors that the noun phrase headed by word `head` stands for, by its own mention; empty if it has none.
const std::vector<uint32_t>* actors_of(const ActorTable& table, size_t sentence, int head);

/// The actors that own the thing the noun phrase names: its possessor, nationality adjective, compound, *of* or place (*Peru's navy base, a
/// town in Chad*); empty if none.
std::vector<uint32_t> owners_of(const ActorTable& table, size_t sentence, const Tree& tree, int head);

/// Adds an actor without a code for a noun phrase that nothing resolved (*critics, traders*), and its mention; gives its index.
uint32_t add_unknown_actor(ActorTable& table, size_t sentence, const Tree& tree, int head);

}  // namespace demarche

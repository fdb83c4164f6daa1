#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/actor.h"
#include "language/tree.h"

namespace demarche {

/// What a report has spoken of so far, and which of it a pronoun or a role noun means. Feed it every mention in text order with `saw`.
/// Views the trees and the table that the resolver fills.
class Coreference {
 public:
  Coreference(const std::vector<Tree>& trees, const ActorTable& table) : trees_(trees), table_(table) {}

  /// Remembers a resolved mention; `role` is its title or head phrase in lower case.
  void saw(const Mention& mention, std::string_view role);

  /// The actors that *he, she, it, they ...* (any case form, lower case) stands for; empty if nothing fits.
  /// `speakers`: who says the quotation that the pronoun stands in, and would have said *I*.
  std::vector<uint32_t> pronoun(const Mention& mention, std::string_view form, const std::vector<uint32_t>& speakers = {}) const;
  /// *The two sides, both leaders, three states, the country*: as many actors as a plural says (two if it doesn't), one for a singular;
  /// empty if nothing fits.
  std::vector<uint32_t> group_word(const Mention& mention, std::string_view lemma, bool plural) const;
  /// The latest actor with that role, or all actors of the latest mention with it (*the president* after *President X*; *the army* after
  /// *the Israeli army*).
  std::vector<uint32_t> same_role(std::string_view role, bool plural) const;
  /// The latest organisation or group of the dictionary that has one of the sectors (*the group* after *Hezbollah*).
  std::optional<uint32_t> body(const Mention& mention, const std::vector<std::string>& sectors) const;
  /// The latest body of the dictionary whose name has the noun (*the court* after *the International Court of Justice*).
  std::optional<uint32_t> body_named(std::string_view lemma) const;
  /// The latest person within two sentences, for *the official, the politician*; empty if there is none.
  std::vector<uint32_t> latest_person(const Mention& mention) const;
  /// The persons of other countries each whose role is that noun (*the presidents* after *President A* and *President B*), the two latest.
  std::vector<uint32_t> holders_of(std::string_view role) const;
  /// How many the words say the noun is: 2 for *two, both*, up to five; 0 where they do not count it.
  size_t says_how_many(const Mention& mention) const;
  /// The latest person of another country than `own`, of `wanted` if that is not empty (*his counterpart, its Kenyan counterpart*).
  std::optional<uint32_t> counterpart(const Mention& mention, std::string_view own, std::string_view wanted) const;
  /// True for nouns that name one human being: *minister, leader, spokesman*.
  bool personal(std::string_view lemma) const;

 private:
  struct Seen {
    uint32_t actor = 0;
    uint32_t sentence = 0;
    uint16_t head = 0;
    bool subject = false;
    bool object = false;
    bool main = false;  // subject of the sentence's own verb
    std::string role;
  };
  template <class Fits>
  std::optional<uint32_t> best(const Mention& mention, Fits fits) const;
  std::vector<uint32_t> of_the_pair(const Mention& mention, bool first) const;
  std::vector<uint32_t> other_state(const Mention& mention) const;
  std::vector<uint32_t> one_of_group(const Mention& mention, std::string_view lemma) const;
  std::vector<uint32_t> pair_spoken_of(const Mention& mention, const std::vector<std::string>& without, bool persons) const;
  std::vector<uint32_t> two_latest(const Mention& mention, const std::vector<std::string>& without, bool persons) const;
  std::vector<uint32_t> other_side(const Mention& mention) const;
  std::vector<uint32_t> organisation(const Mention& mention, std::string_view lemma) const;
  std::vector<uint32_t> they(const Mention& mention, const std::vector<uint32_t>& speakers) const;
  size_t times_named(const Actor& actor) const;
  std::vector<uint32_t> main_pair(const std::vector<std::string>& without, bool persons) const;
  std::vector<uint32_t> same_group(const Mention& mention, std::string_view lemma) const;
  std::vector<uint32_t> under_warning(const Mention& mention) const;
  bool let_go(const Mention& mention) const;
  bool means_a_thing(const Mention& mention) const;
  bool done_to_others(const Mention& mention, const Seen& seen) const;
  std::vector<uint32_t> states_named(const Mention& mention, const std::vector<std::string>& without, size_t many) const;
  std::vector<std::string> countries_of_doers(const Mention& mention) const;
  int controller(const Mention& mention) const;
  bool same_clause_subject(const Mention& mention, const Seen& seen) const;

  const std::vector<Tree>& trees_;
  const ActorTable& table_;
  std::vector<Seen> seen_;
};

}  // namespace demarche

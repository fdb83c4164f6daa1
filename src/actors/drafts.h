#pragma once
#include <string>
#include <vector>

#include "actors/actor.h"
#include "actors/name_finder.h"
#include "actors/named_entities.h"

namespace demarche {

/// What a mention is made of before it is resolved to an actor.
struct Draft {
  enum class What : uint8_t {
    kPerson,
    kUnknownPerson,
    kEntry,
    kAgent,
    kAdjective,
    kPlace,
    kPronoun,
    kFirstPerson,
    kWhose,
    kGroupWord,
    kTwins,
    kNobody
  };
  What what = What::kEntry;
  Mention mention;
  std::vector<NameUse> uses;        ///< kPerson, kEntry, kAdjective
  std::vector<NameUse> others;      ///< kPerson: what else bears the name (*Ford* the firm)
  std::string name;                 ///< kUnknownPerson, kPlace: the name as written; kPerson: set if a bare surname is a city's name too
  std::vector<uint32_t> countries;  ///< dictionary entries of countries named inside (*Russian*, *of Peru*)
  std::vector<std::pair<size_t, uint32_t>> doubts;  ///< position in `countries` and another country of that name (*Korean*)
  std::vector<std::string> sectors;                 ///< from role nouns inside, in order
  std::string role;                                 ///< lower-case title or head phrase
  std::string supporter;                            ///< country code: *Turkish-backed*
  bool former = false;
  bool definite = false;  ///< the, this, his
  bool plural = false;
  std::string alias;   ///< kUnknownPerson: the acronym that stands behind the name in brackets
  bool body = false;   ///< kUnknownPerson: by its words the name is an organisation's
  bool joint = false;  ///< several countries share the noun: *Chinese and Russian leaders*
  int appos_of = -1;   ///< index of the draft that this one stands in apposition to
};

/// The drafts of one sentence, ordered by first word. `entities` are what names_in() finds in it.
std::vector<Draft> draft_mentions(const Document& doc, uint32_t sentence, const Tree& tree, const Lexicon& lexicon,
                                  std::vector<NamedEntity> entities);

/// True if a place stands beside what a draft names, so that it says whose that is, and not in another clause.
bool beside(const Tree& tree, const Draft& draft, const Draft& place);

/// True behind *in, near, at*.
bool locative_place(const Tree& tree, const Draft& draft);

/// *bombed a market in Lima*, parsed as bombed in Lima: what is built or camps somewhere is there. The place's word, or -1.
int place_behind(const Tree& tree, int head);

/// *the border with Niger*: true for the name of who is on the other side.
bool bordering(const Tree& tree, int name);

/// *foreign embassies*: of anybody but us.
bool of_others(const Tree& tree, const Draft& draft);

/// *The ministry summoned the Peruvian ambassador*: who is abroad tells nothing of where a report is.
bool sent_abroad(const Draft& draft);

/// Makes two mentions that nothing but a comma parts one: *the foreign minister, Sergei Lavrov*.
void widen(Mention& mention, const Mention& beside);

/// Adds the elements of a sector string ("GOVMIL") that the list lacks.
void add_sectors(std::vector<std::string>& sectors, std::string_view code);

}  // namespace demarche

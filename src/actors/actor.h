#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "lexicon/actor_dictionary.h"

namespace demarche {

enum class MentionKind : uint8_t {
  kName,     ///< a proper name, with its titles
  kNominal,  ///< a role noun phrase: *Kenyan soldiers, the minister*
  kPronoun,
  kPlace,     ///< a place, or a country where something happens: leads to the country, but is no mention of one who acts
  kAdjective  ///< *Russian* before a noun that is no actor: the country is named, but not as one who acts
};

/// Words of one sentence that stand for one or more actors.
struct Mention {
  uint32_t sentence = 0;
  uint16_t first = 0;  ///< word indices, inclusive
  uint16_t last = 0;
  uint16_t head = 0;  ///< the word that a parse attaches
  Span span;          ///< bytes of the document
  MentionKind kind = MentionKind::kName;
  std::vector<uint32_t> actors;  ///< indices into ActorTable::actors; several for *the two sides*
};

/// One resolved actor of a report.
struct Actor {
  std::string name;
  std::string code;                  ///< "UKRGOV"; empty if nothing is known (*critics*)
  std::string country;               ///< "UKR", "IGO" ... ; empty where there is none
  std::vector<std::string> sectors;  ///< "GOV", "MIL" ...
  std::string role;                  ///< "president"; as the text or the dictionary says
  std::string supporter;             ///< country that backs it: *Turkish-backed rebels*
  char gender = 0;                   ///< 'm', 'f', 0 unknown or not a person
  bool person = false;
  bool plural = false;
  bool named = false;  ///< false for role nouns without a name
  int entry = -1;      ///< index into the actor dictionary, -1 if not in it
  std::string note;    ///< what contradicts: "text says former president; dictionary says president since ..."
};

/// Who is in a report, and where. Mentions are ordered by sentence and first word; mentions of one sentence may nest but never cross.
struct ActorTable {
  std::vector<Actor> actors;
  std::vector<Mention> mentions;
  /// headed_by[sentence][word]: index into `mentions` of the mention headed by that word, else of the innermost one that holds it, or -1.
  std::vector<std::vector<int32_t>> headed_by;
  /// Index of the innermost mention that covers the word, or -1.
  std::vector<std::vector<int32_t>> covering;
};

}  // namespace demarche

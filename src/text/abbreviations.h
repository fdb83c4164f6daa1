#pragma once
#include <cstdint>
#include <string_view>

namespace demarche {

/// How a word that is often written with a full stop behaves before it. Flags.
enum AbbreviationFlags : uint8_t {
  kNotAbbreviation = 0,
  kAbbreviation = 1,
  kNeedsCapital = 2,  ///< *Gen.* but not *gen.*; without the capital it is an ordinary word
  kNeedsNumber = 4,   ///< *No. 10*, *p. 7*: only before a digit
  kBeforeName = 8,    ///< a title or the like: what follows with a capital continues the sentence
  kAmbiguous = 16,    ///< *Sun.*, *Mar.*: also a word at a sentence's end; only before a digit or a small letter
};

/// Flags of the word without its full stop, kNotAbbreviation if it is not in the table. Case is looked at only through kNeedsCapital.
uint8_t abbreviation(std::string_view word);

/// True for an Internet domain or file ending (*com*, *pdf*), in small letters.
bool is_domain_ending(std::string_view word);

/// True for prefixes that the English treebanks keep joined to their word over a hyphen (*pro-Beijing*, *e-mail*), in small letters.
bool is_joined_prefix(std::string_view word);

}  // namespace demarche

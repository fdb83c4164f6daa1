#pragma once
#include <string>
#include <string_view>

#include "base/lists.h"
#include "coder/word_kinds.h"
#include "language/sentence.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// A sentence whose parse is being mended, and what the dictionaries say of its words. Both must outlive it.
struct SlipWords {
  Sentence& sentence;
  const Lexicon& lexicon;

  Word& word(int i) const { return sentence.words[static_cast<size_t>(i)]; }
  int size() const { return static_cast<int>(sentence.words.size()); }
  void hang(int i, int head, Deprel rel) const {
    word(i).head = static_cast<int16_t>(head);
    word(i).rel = rel;
  }
  /// True if it ends in a full stop and is no headline.
  bool full_sentence() const;
  /// True if a verb entry, with or without particle, begins with this lemma.
  bool verb(std::string_view lemma) const;
  /// The lemma of the known verb whose past form this may be, "" if none.
  std::string past(std::string_view form) const;
  /// The lemma of the known verb whose form with -s this may be, "" if none.
  std::string third_person(int i) const;
  /// The lemma of a verb as the dictionaries write it.
  std::string verb_lemma(int i) const;
  /// True if an event noun entry has the word as it stands or its singular.
  bool noun(int i) const;
  /// True if some frame of the event noun takes a clause or infinitive.
  bool noun_with_clause(int i) const;
  /// True if the word alone is the name of an actor.
  bool name(int i) const;
  /// True if the word names a person by role or kind.
  bool person(int i) const;
  /// True if the word names a kind of place (*village, consulate*).
  bool place(int i) const;
  /// True if a frame of the verb has a slot for this preposition.
  bool verb_takes(int i, std::string_view preposition) const;
  /// True if the verb has an entry with this particle.
  bool verb_with(int i, std::string_view particle) const;
  /// True if the verb (or one with the particle behind it) is unknown or has an event frame that needs no object.
  bool may_lack_object(int i) const;
};

}  // namespace demarche

#pragma once
#include <string>
#include <string_view>

#include "language/sentence.h"

namespace demarche {

/// For tests: a word of a hand-made sentence, its form for its lemma; `head` is its head's index, -1 for the root.
inline Word hand_word(std::string_view form, Upos upos, std::string_view xpos, int head, Deprel rel) {
  Word made;
  made.form = form;
  made.lemma = std::string(form);
  made.upos = upos;
  made.xpos = xpos;
  made.head = static_cast<int16_t>(head);
  made.rel = rel;
  return made;
}

}  // namespace demarche

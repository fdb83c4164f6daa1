#pragma once
#include <string>

#include "coder/clause_relations.h"
#include "language/hand_parse.h"

namespace demarche {

/// For tests: the dictionaries of a data directory, the same at every call.
inline const Lexicon& lexicon_at(const std::string& directory) {
  static const auto loaded = Lexicon::load(directory);
  return **loaded;
}

/// For tests: "order visit < talks demanded; condition free <= withdraws|reopens any unless", by the forms of the words.
inline std::string relations_text(const HandParse& parse, const std::vector<ClauseRelation>& list) {
  static constexpr const char* kTypes[] = {"condition", "order", "consequence", "cause", "purpose", "concession", "contrast"};
  auto form = [&](const WordRef& ref) { return std::string(parse.trees.at(ref.sentence).word(ref.word).form); };
  std::string text;
  for (const ClauseRelation& one : list) {
    text += (text.empty() ? "" : "; ") + std::string(kTypes[static_cast<size_t>(one.type)]) + " ";
    std::string a;
    for (const WordRef& ref : one.a) a += (a.empty() ? "" : "|") + form(ref);
    if (one.type == ClauseRelationType::kCondition) {
      text += form(one.b) + " <= " + a + (one.any ? " any " : " ") + std::string(name(one.sense));
    } else {
      text += a + " < " + form(one.b);
      if (one.type == ClauseRelationType::kOrder || one.type == ClauseRelationType::kConsequence)
        text += " " + std::string(name(one.force));
    }
  }
  return text;
}

}  // namespace demarche

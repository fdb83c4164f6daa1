#include "language/sentence.h"

#include <array>

namespace demarche {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                         "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr size_t kRelations = static_cast<size_t>(Deprel::kCount);
constexpr std::array<std::string_view, kRelations> kDeprelNames = {
    "_",          "acl",        "acl:relcl", "advcl",       "advcl:relcl",   "advmod",   "amod",        "appos",
    "aux",        "aux:pass",   "case",      "cc",          "cc:preconj",    "ccomp",    "compound",    "compound:prt",
    "conj",       "cop",        "csubj",     "csubj:outer", "csubj:pass",    "dep",      "det",         "det:predet",
    "discourse",  "dislocated", "expl",      "fixed",       "flat",          "goeswith", "iobj",        "list",
    "mark",       "nmod",       "nmod:desc", "nmod:poss",   "nmod:unmarked", "nsubj",    "nsubj:outer", "nsubj:pass",
    "nummod",     "obj",        "obl",       "obl:agent",   "obl:unmarked",  "orphan",   "parataxis",   "punct",
    "reparandum", "root",       "vocative",  "xcomp"};

bool find_relation(std::string_view text, Deprel& rel) {
  for (size_t i = 0; i < kRelations; ++i) {
    if (kDeprelNames[i] == text) {
      rel = static_cast<Deprel>(i);
      return true;
    }
  }
  return false;
}

}  // namespace

std::string_view name(Upos upos) {
  auto at = static_cast<size_t>(upos);
  return at < kUposNames.size() ? kUposNames[at] : kUposNames.back();
}

std::string_view name(Deprel rel) {
  auto at = static_cast<size_t>(rel);
  return at < kRelations ? kDeprelNames[at] : kDeprelNames[static_cast<size_t>(Deprel::kDep)];
}

Upos upos_from(std::string_view text) {
  for (size_t i = 0; i < kUposNames.size(); ++i)
    if (kUposNames[i] == text) return static_cast<Upos>(i);
  return Upos::kX;
}

Deprel deprel_from(std::string_view text) {
  Deprel rel = Deprel::kDep;
  if (find_relation(text, rel)) return rel;
  if (size_t colon = text.find(':'); colon != std::string_view::npos && find_relation(text.substr(0, colon), rel)) return rel;
  return Deprel::kDep;
}

}  // namespace demarche

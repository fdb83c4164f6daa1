#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"

namespace demarche {

/// Universal part-of-speech tags (universaldependencies.org, v2), in alphabetical order.
enum class Upos : uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX
};

/// Universal relations with the subtypes that the English treebanks use. `kNone` stands where no parse is.
enum class Deprel : uint8_t {
  kNone,
  kAcl,
  kAclRelcl,
  kAdvcl,
  kAdvclRelcl,
  kAdvmod,
  kAmod,
  kAppos,
  kAux,
  kAuxPass,
  kCase,
  kCc,
  kCcPreconj,
  kCcomp,
  kCompound,
  kCompoundPrt,
  kConj,
  kCop,
  kCsubj,
  kCsubjOuter,
  kCsubjPass,
  kDep,
  kDet,
  kDetPredet,
  kDiscourse,
  kDislocated,
  kExpl,
  kFixed,
  kFlat,
  kGoeswith,
  kIobj,
  kList,
  kMark,
  kNmod,
  kNmodDesc,
  kNmodPoss,
  kNmodUnmarked,
  kNsubj,
  kNsubjOuter,
  kNsubjPass,
  kNummod,
  kObj,
  kObl,
  kOblAgent,
  kOblUnmarked,
  kOrphan,
  kParataxis,
  kPunct,
  kReparandum,
  kRoot,
  kVocative,
  kXcomp,
  kCount
};

/// "NOUN"; "nsubj:pass". `from` functions give kX and kDep for names they do not know (a subtype that is unknown falls back to its base).
std::string_view name(Upos upos);
std::string_view name(Deprel rel);
Upos upos_from(std::string_view text);
Deprel deprel_from(std::string_view text);
/// The relation without its subtype: kNsubjPass gives kNsubj.
constexpr Deprel base(Deprel rel) {
  switch (rel) {
    case Deprel::kAclRelcl:
      return Deprel::kAcl;
    case Deprel::kAdvclRelcl:
      return Deprel::kAdvcl;
    case Deprel::kAuxPass:
      return Deprel::kAux;
    case Deprel::kCcPreconj:
      return Deprel::kCc;
    case Deprel::kCompoundPrt:
      return Deprel::kCompound;
    case Deprel::kCsubjOuter:
    case Deprel::kCsubjPass:
      return Deprel::kCsubj;
    case Deprel::kDetPredet:
      return Deprel::kDet;
    case Deprel::kNmodDesc:
    case Deprel::kNmodPoss:
    case Deprel::kNmodUnmarked:
      return Deprel::kNmod;
    case Deprel::kNsubjOuter:
    case Deprel::kNsubjPass:
      return Deprel::kNsubj;
    case Deprel::kOblAgent:
    case Deprel::kOblUnmarked:
      return Deprel::kObl;
    case Deprel::kCount:
      return Deprel::kDep;
    default:
      return rel;
  }
}

/// A lemma: a string that is compared with a literal, as the coder does all day, by length and bytes and without a call.
class Lemma : public std::string {
 public:
  Lemma() = default;
  explicit Lemma(std::string_view text) : std::string(text) {}
  template <class Text>
  Lemma& operator=(Text&& text) {
    std::string::operator=(std::forward<Text>(text));
    return *this;
  }
  template <size_t N>
  friend bool operator==(const Lemma& lemma, const char (&literal)[N]) {
    return lemma.size() == N - 1 && std::memcmp(lemma.data(), literal, N - 1) == 0;
  }
};

/// A syntactic word. `form` points into the document's text (or the sentence's own storage when read from CoNLL-U).
struct Word {
  Span span;
  std::string_view form;
  Lemma lemma;
  Upos upos = Upos::kX;
  std::string_view xpos;   ///< Penn tag (NN, VBD ...); lives as long as the program or the model
  std::string_view feats;  ///< "Mood=Ind|Tense=Past" or ""; lives as long as the model
  int16_t head = -1;       ///< index of the head in the sentence, -1 for the root
  Deprel rel = Deprel::kNone;
  bool space_after = true;
  uint8_t multiword = 0;  ///< as Token::multiword
};

/// A tagged and parsed sentence. Words are in text order; exactly one word has head -1 in a parsed sentence.
struct Sentence {
  Span span;
  bool paragraph_start = false;
  bool headline = false;
  std::vector<Word> words;

  /// Index of the root, -1 if the sentence is not parsed or empty.
  int root() const {
    for (size_t i = 0; i < words.size(); ++i)
      if (words[i].head < 0) return static_cast<int>(i);
    return -1;
  }
  size_t size() const { return words.size(); }
};

}  // namespace demarche

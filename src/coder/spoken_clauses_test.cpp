#include "coder/spoken_clauses.h"

#include <gtest/gtest.h>

#include "coder/hand_relations.h"

namespace demarche {
namespace {

/// Head and relation of a word once the sentence is mended: "leave ccomp"; "- root" for a root.
std::string mended(std::string_view written, std::string_view form) {
  HandParse parse(written);
  int at = parse.word(form);
  mend_spoken_clauses(parse.sentences, lexicon_at(DEMARCHE_SOURCE_DIR "/data"));
  const Sentence& sentence = parse.sentences.at(0);
  const Word& word = sentence.words.at(static_cast<size_t>(at));
  std::string head = word.head < 0 ? "-" : std::string(sentence.words.at(static_cast<size_t>(word.head)).form);
  return head + " " + std::string(name(word.rel));
}

constexpr std::string_view kTagged = R"(
If if SCONJ IN 3 mark
they they PRON PRP 3 nsubj
attack attack VERB VBP 12 advcl
, , PUNCT , 3 punct
we we PRON PRP 7 nsubj
will will AUX MD 7 aux
stay stay VERB VB 12 ccomp
, , PUNCT , 12 punct
the the DET DT 11 det
Malian malian ADJ JJ 11 amod
minister minister NOUN NN 12 nsubj
said say VERB VBD 0 root
. . PUNCT . 12 punct
)";

TEST(SpokenClauses, AConditionBelongsToWhatIsSaid) {
  EXPECT_EQ(mended(kTagged, "attack"), "stay advcl");
}

TEST(SpokenClauses, TheSpeakerStaysWithTheVerb) {
  EXPECT_EQ(mended(kTagged, "minister"), "said nsubj");
}

TEST(SpokenClauses, AWholeClauseBehindThatIsToldNotOfTheDay) {
  EXPECT_EQ(mended(R"(
Chad Chad PROPN NNP 2 nsubj
said say VERB VBD 0 root
on on ADP IN 4 case
Friday Friday PROPN NNP 2 obl
that that SCONJ IN 8 mark
aid aid NOUN NN 8 nsubj
would would AUX MD 8 aux
come come VERB VB 4 acl:relcl
)",
                   "come"),
            "said ccomp");
}

TEST(SpokenClauses, ARelativeClauseStays) {
  EXPECT_EQ(mended(R"(
Chad Chad PROPN NNP 2 nsubj
told tell VERB VBD 0 root
a a DET DT 4 det
story story NOUN NN 2 obj
that that PRON WDT 6 nsubj
pleased please VERB VBD 4 acl:relcl
Mali Mali PROPN NNP 6 obj
)",
                   "pleased"),
            "story acl:relcl");
}

TEST(SpokenClauses, NothingHangsOverASemicolon) {
  EXPECT_EQ(mended(R"(
Chad Chad PROPN NNP 2 nsubj
asked ask VERB VBD 0 root
that that SCONJ IN 6 mark
it it PRON PRP 6 nsubj:pass
be be AUX VB 6 aux:pass
closed close VERB VBN 9 ccomp
; ; PUNCT : 9 punct
he he PRON PRP 9 nsubj
said say VERB VBD 2 parataxis
no no DET DT 9 obj
)",
                   "closed"),
            "asked ccomp");
}

TEST(SpokenClauses, APluralAtTheEndIsAVerbBehindMarks) {
  EXPECT_EQ(mended(R"(
They they PRON PRP 2 nsubj
left leave VERB VBD 0 root
, , PUNCT , 5 punct
Ana Ana PROPN NNP 5 compound
notes note NOUN NNS 2 obj
. . PUNCT . 2 punct
)",
                   "left"),
            "notes ccomp");
}

TEST(SpokenClauses, AQuestionHangsOnItsAnswer) {
  EXPECT_EQ(mended(R"(
Asked ask VERB VBD 0 root
whether whether SCONJ IN 4 mark
he he PRON PRP 4 nsubj
lied lie VERB VBD 1 ccomp
, , PUNCT , 1 punct
she she PRON PRP 7 nsubj
nodded nod VERB VBD 1 ccomp
)",
                   "Asked"),
            "nodded advcl");
}

}  // namespace
}  // namespace demarche

#include "coder/sequences.h"

#include <gtest/gtest.h>

#include "coder/hand_relations.h"

namespace demarche {
namespace {

std::string sequences(std::string_view written) {
  HandParse parse(written);
  return relations_text(parse, find_sequences(parse.trees, lexicon_at(DEMARCHE_SOURCE_DIR "/data")));
}

TEST(Sequences, OfAPassiveFollow) {
  EXPECT_EQ(sequences(R"(
A a DET DT 2 det
truce truce NOUN NN 5 nsubj:pass
must must AUX MD 5 aux
be be AUX VB 5 aux:pass
followed follow VERB VBN 0 root
by by ADP IN 7 case
talks talk NOUN NNS 5 obl:agent
)"),
            "order truce < talks demanded");
}

TEST(Sequences, OfNounsInTurn) {
  EXPECT_EQ(sequences(R"(
Chad Chad PROPN NNP 2 nsubj
wants want VERB VBZ 0 root
a a DET DT 4 det
truce truce NOUN NN 2 obj
first first ADV RB 2 advmod
and and CCONJ CC 7 cc
talks talk NOUN NNS 4 conj
later later ADV RB 2 advmod
)"),
            "order truce < talks demanded");
}

TEST(Sequences, NotOfARank) {
  EXPECT_EQ(sequences(R"(
The the DET DT 3 det
first first ADJ JJ 3 amod
visit visit NOUN NN 6 nsubj
and and CCONJ CC 5 cc
talks talk NOUN NNS 3 conj
failed fail VERB VBD 0 root
later later ADV RB 6 advmod
)"),
            "");
}

TEST(Sequences, OverSentences) {
  EXPECT_EQ(sequences(R"(
The the DET DT 2 det
army army NOUN NN 4 nsubj
will will AUX MD 4 aux
leave leave VERB VB 0 root

After after ADP IN 2 case
that that PRON DT 6 obl
, , PUNCT , 2 punct
police police NOUN NN 6 nsubj
will will AUX MD 6 aux
come come VERB VB 0 root
)"),
            "order leave < come planned");
}

TEST(Sequences, ThenInsideASentenceOpensNothing) {
  EXPECT_EQ(sequences(R"(
Troops troops NOUN NNS 2 nsubj
left leave VERB VBD 0 root

The the DET DT 3 det
then then ADJ JJ 3 amod
mayor mayor NOUN NN 4 nsubj
stayed stay VERB VBD 0 root
)"),
            "");
}

TEST(Sequences, AMeasureLater) {
  EXPECT_EQ(sequences(R"(
Chad Chad PROPN NNP 2 nsubj
left leave VERB VBD 0 root
, , PUNCT , 8 punct
and and CCONJ CC 8 cc
years year NOUN NNS 6 obl:unmarked
later later ADV RB 8 advmod
Niger Niger PROPN NNP 8 nsubj
returned return VERB VBD 2 conj
)"),
            "order left < returned stated");
}

TEST(Sequences, TheEveOfAnAct) {
  EXPECT_EQ(sequences(R"(
On on ADP IN 3 case
the the DET DT 3 det
eve eve NOUN NN 8 obl
of of ADP IN 6 case
the the DET DT 6 det
summit summit NOUN NN 3 nmod
Chad Chad PROPN NNP 8 nsubj
withdrew withdraw VERB VBD 0 root
)"),
            "order withdrew < summit stated");
}

}  // namespace
}  // namespace demarche

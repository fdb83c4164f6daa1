#include "coder/condition_phrases.h"

#include <gtest/gtest.h>

#include "coder/hand_relations.h"

namespace demarche {
namespace {

std::string conditions(std::string_view written) {
  HandParse parse(written);
  return relations_text(parse, find_condition_phrases(parse.trees, lexicon_at(DEMARCHE_SOURCE_DIR "/data")));
}

TEST(ConditionPhrases, NoTalksWithoutATruce) {
  EXPECT_EQ(conditions(R"(
There there PRON EX 3 expl
will will AUX MD 3 aux
be be VERB VB 0 root
no no DET DT 5 det
talks talk NOUN NNS 3 nsubj
without without ADP IN 8 case
a a DET DT 8 det
truce truce NOUN NN 5 nmod
)"),
            "condition talks <= truce unless");
}

TEST(ConditionPhrases, WithoutThatDeniesNothing) {
  EXPECT_EQ(conditions(R"(
Troops troops NOUN NNS 3 nsubj
will will AUX MD 3 aux
leave leave VERB VB 0 root
without without ADP IN 6 case
a a DET DT 6 det
truce truce NOUN NN 3 obl
)"),
            "");
}

TEST(ConditionPhrases, EitherOrBehindAColon) {
  EXPECT_EQ(conditions(R"(
Chad Chad PROPN NNP 2 nsubj
set set VERB VBD 0 root
conditions condition NOUN NNS 2 obj
for for ADP IN 5 case
talks talk NOUN NNS 3 nmod
: : PUNCT : 8 punct
either either CCONJ CC 8 cc:preconj
withdrawal withdrawal NOUN NN 3 appos
of of ADP IN 10 case
troops troops NOUN NNS 8 nmod
or or CCONJ CC 12 cc
release release NOUN NN 10 conj
)"),
            "condition talks <= withdrawal|release any if");
}

TEST(ConditionPhrases, AsManySentencesAsAreAnnounced) {
  EXPECT_EQ(conditions(R"(
Chad Chad PROPN NNP 2 nsubj
named name VERB VBD 0 root
two two NUM CD 4 nummod
conditions condition NOUN NNS 2 obj
for for ADP IN 6 case
talks talk NOUN NNS 4 nmod

Niger Niger PROPN NNP 3 nsubj
must must AUX MD 3 aux
leave leave VERB VB 0 root

It it PRON PRP 3 nsubj
must must AUX MD 3 aux
pay pay VERB VB 0 root

Mali Mali PROPN NNP 3 nsubj
must must AUX MD 3 aux
vote vote VERB VB 0 root
)"),
            "condition talks <= leave|pay if");
}

TEST(ConditionPhrases, OfWhatIsMadeACondition) {
  EXPECT_EQ(conditions(R"(
A a DET DT 2 det
truce truce NOUN NN 5 nsubj
is be AUX VBZ 5 cop
a a DET DT 5 det
condition condition NOUN NN 0 root
for for ADP IN 7 case
talks talk NOUN NNS 5 nmod
)"),
            "condition talks <= truce only-if");
}

TEST(ConditionPhrases, SubjectToApprovalNotToFines) {
  auto subject_to = [](const std::string& noun) {
    return conditions(
        "The the DET DT 2 det\nvisit visit NOUN NN 4 nsubj\nis be AUX VBZ 4 cop\nsubject subject ADJ JJ 0 root\n"
        "to to ADP IN 6 case\n" +
        noun + " " + noun + " NOUN NN 4 obl\n");
  };
  EXPECT_EQ(subject_to("approval"), "condition visit <= approval if");
  EXPECT_EQ(subject_to("tax"), "");
}

TEST(ConditionPhrases, OtherwiseNeedsADemand) {
  auto otherwise = [](const std::string& modal) {
    return conditions(
        "Chad Chad PROPN NNP 3 nsubj\n" + modal + " " + modal +
        " AUX MD 3 aux\npay pay VERB VB 0 root\n; ; PUNCT : 8 punct\n"
        "otherwise otherwise ADV RB 8 advmod\nMali Mali PROPN NNP 8 nsubj\nwill will AUX MD 8 aux\nleave leave VERB VB 3 parataxis\n");
  };
  EXPECT_EQ(otherwise("must"), "condition leave <= pay unless");
  EXPECT_EQ(otherwise("may"), "");
}

}  // namespace
}  // namespace demarche

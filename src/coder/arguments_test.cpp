#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coder/predicates.h"
#include "language/hand_parse.h"

namespace demarche {
namespace {

/// The arguments of a word in a parse, as forms: "subject: Kenya; object: Peru; with: Chad; passive".
std::string arguments(std::string_view written, std::string_view form) {
  HandParse parse(written);
  const Tree& tree = parse.trees.at(0);
  Arguments found = arguments_of(tree, parse.word(form));
  std::string text;
  auto list = [&](std::string_view label, const std::vector<int>& words) {
    if (words.empty()) return;
    text += (text.empty() ? "" : "; ") + std::string(label) + ":";
    for (int word : words) text += " " + std::string(tree.word(word).form);
  };
  list("subject", found.subject);
  list("object", found.object);
  list("clause", found.clause);
  list("purpose", found.purpose);
  list("possessor", found.possessor);
  for (const auto& [name, words] : found.prepositions) list(name, words);
  if (found.passive) text += text.empty() ? "passive" : "; passive";
  return text;
}

TEST(Arguments, OfAnActive) {
  EXPECT_EQ(arguments(R"(
Kenya Kenya PROPN NNP 2 nsubj
sent send VERB VBD 0 root
aid aid NOUN NN 2 obj
to to ADP IN 5 case
Peru Peru PROPN NNP 2 obl
)",
                      "sent"),
            "subject: Kenya; object: aid; to: Peru");
}

TEST(Arguments, OfAPassiveTurnRound) {
  EXPECT_EQ(arguments(R"(
Peru Peru PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
invaded invade VERB VBN 0 root
by by ADP IN 5 case
Chile Chile PROPN NNP 3 obl:agent
)",
                      "invaded"),
            "subject: Chile; object: Peru; passive");
}

TEST(Arguments, APassiveSubjectBesideAnObjectIsTheParsersSlip) {
  EXPECT_EQ(arguments(R"(
Peru Peru PROPN NNP 2 nsubj:pass
crossed cross VERB VBD 0 root
swords sword NOUN NNS 2 obj
)",
                      "crossed"),
            "subject: Peru; object: swords");
}

TEST(Arguments, AReceiverStandsUnderTo) {
  EXPECT_EQ(arguments(R"(
Kenya Kenya PROPN NNP 2 nsubj
gave give VERB VBD 0 root
Peru Peru PROPN NNP 2 iobj
aid aid NOUN NN 2 obj
)",
                      "gave"),
            "subject: Kenya; object: aid; to: Peru");
}

TEST(Arguments, OfTwoObjectsTheFirstReceives) {
  EXPECT_EQ(arguments(R"(
Kenya Kenya PROPN NNP 2 nsubj
offered offer VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
aid aid NOUN NN 2 obj
)",
                      "offered"),
            "subject: Kenya; object: aid; to: Peru");
}

TEST(Arguments, ListConjuncts) {
  EXPECT_EQ(arguments(R"(
Kenya Kenya PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
Chad Chad PROPN NNP 1 conj
warned warn VERB VBD 0 root
Peru Peru PROPN NNP 4 obj
and and CCONJ CC 7 cc
Chile Chile PROPN NNP 5 conj
)",
                      "warned"),
            "subject: Kenya Chad; object: Peru Chile");
}

constexpr std::string_view kUrged = R"(
Kenya Kenya PROPN NNP 2 nsubj
urged urge VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
to to PART TO 5 mark
sign sign VERB VB 2 xcomp
it it PRON PRP 5 obj
)";
TEST(Arguments, TheOneUrgedActs) {
  EXPECT_EQ(arguments(kUrged, "sign"), "subject: Peru; object: it");
}
TEST(Arguments, UrgingHasItsClause) {
  EXPECT_EQ(arguments(kUrged, "urged"), "subject: Kenya; object: Peru; clause: sign");
}

TEST(Arguments, ThePromiserActs) {
  EXPECT_EQ(arguments(R"(
Kenya Kenya PROPN NNP 2 nsubj
promised promise VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
to to PART TO 5 mark
leave leave VERB VB 2 xcomp
)",
                      "leave"),
            "subject: Kenya");
}

TEST(Arguments, TheOneCalledOnActs) {
  EXPECT_EQ(arguments(R"(
Kenya Kenya PROPN NNP 2 nsubj
called call VERB VBD 0 root
on on ADP IN 4 case
Peru Peru PROPN NNP 2 obl
to to PART TO 6 mark
leave leave VERB VB 2 xcomp
)",
                      "leave"),
            "subject: Peru");
}

TEST(Arguments, WhoIsWillingActs) {
  EXPECT_EQ(arguments(R"(
Kenya Kenya PROPN NNP 2 nsubj
expressed express VERB VBD 0 root
readiness readiness NOUN NN 2 obj
to to PART TO 5 mark
sign sign VERB VB 3 acl
)",
                      "sign"),
            "subject: Kenya");
}

TEST(Arguments, WhoseRefusalItIsActs) {
  EXPECT_EQ(arguments(R"(
Peru Peru PROPN NNP 3 nmod:poss
's 's PART POS 1 case
refusal refusal NOUN NN 6 nsubj
to to PART TO 5 mark
sign sign VERB VB 3 acl
angered anger VERB VBD 0 root
Chile Chile PROPN NNP 6 obj
)",
                      "sign"),
            "subject: Peru");
}

constexpr std::string_view kMetAndSigned = R"(
Kenya Kenya PROPN NNP 2 nsubj
met meet VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
and and CCONJ CC 5 cc
signed sign VERB VBD 2 conj
it it PRON PRP 5 obj
)";
TEST(Arguments, CoordinatedVerbsShareTheSubject) {
  EXPECT_EQ(arguments(kMetAndSigned, "signed"), "subject: Kenya; object: it");
}

TEST(Arguments, APassiveConjunctTakesTheSubjectAsItsObject) {
  EXPECT_EQ(arguments(R"(
Rebels rebel NOUN NNS 2 nsubj
fled flee VERB VBD 0 root
and and CCONJ CC 5 cc
were be AUX VBD 5 aux:pass
caught catch VERB VBN 2 conj
by by ADP IN 7 case
Peru Peru PROPN NNP 5 obl:agent
)",
                      "caught"),
            "subject: Peru; object: Rebels; passive");
}

TEST(Arguments, ASecondParticipleSharesThePassive) {
  EXPECT_EQ(arguments(R"(
Editors editor NOUN NNS 3 nsubj:pass
were be AUX VBD 3 aux:pass
arrested arrest VERB VBN 0 root
and and CCONJ CC 5 cc
deported deport VERB VBN 3 conj
by by ADP IN 7 case
Peru Peru PROPN NNP 5 obl:agent
)",
                      "deported"),
            "subject: Peru; object: Editors; passive");
  EXPECT_EQ(arguments(R"(
Editors editor NOUN NNS 3 nsubj:pass
were be AUX VBD 3 aux:pass
arrested arrest VERB VBN 0 root
and and CCONJ CC 5 cc
deported deport VERB VBN 3 conj
)",
                      "deported"),
            "object: Editors; passive");
}

TEST(Arguments, ARelativePronounStandsForItsNoun) {
  EXPECT_EQ(arguments(R"(
Rebels rebel NOUN NNS 5 nsubj
who who PRON WP 3 nsubj
attacked attack VERB VBD 1 acl:relcl
Peru Peru PROPN NNP 3 obj
fled flee VERB VBD 0 root
)",
                      "attacked"),
            "subject: Rebels; object: Peru");
}

TEST(Arguments, AGapIsTheNoun) {
  EXPECT_EQ(arguments(R"(
Rebels rebel NOUN NNS 4 nsubj
Peru Peru PROPN NNP 3 nsubj
attacked attack VERB VBD 1 acl:relcl
fled flee VERB VBD 0 root
)",
                      "attacked"),
            "subject: Peru; object: Rebels");
}

TEST(Arguments, AParticipleHasTheSubjectOfItsClause) {
  EXPECT_EQ(arguments(R"(
Kenya Kenya PROPN NNP 2 nsubj
left leave VERB VBD 0 root
, , PUNCT , 4 punct
accusing accuse VERB VBG 2 advcl
Peru Peru PROPN NNP 4 obj
)",
                      "accusing"),
            "subject: Kenya; object: Peru");
}

TEST(Arguments, APastParticipleAfterANounIsPassive) {
  EXPECT_EQ(arguments(R"(
Ships ship NOUN NNS 5 nsubj
seized seize VERB VBN 1 acl
by by ADP IN 4 case
Peru Peru PROPN NNP 2 obl:agent
sank sink VERB VBD 0 root
)",
                      "seized"),
            "subject: Peru; object: Ships; passive");
}

TEST(Arguments, APresentParticipleAfterANounIsActive) {
  EXPECT_EQ(arguments(R"(
Rebels rebel NOUN NNS 4 nsubj
fighting fight VERB VBG 1 acl
Peru Peru PROPN NNP 2 obj
fled flee VERB VBD 0 root
)",
                      "fighting"),
            "subject: Rebels; object: Peru");
}

TEST(Arguments, AGerundStandsUnderItsPreposition) {
  EXPECT_EQ(arguments(R"(
Kenya Kenya PROPN NNP 2 nsubj
accused accuse VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
of of SCONJ IN 5 mark
spying spy VERB VBG 2 advcl
)",
                      "accused"),
            "subject: Kenya; object: Peru; of: spying");
}

TEST(Arguments, OfANounAreOwnersAndPhrases) {
  EXPECT_EQ(arguments(R"(
Iraq Iraq PROPN NNP 3 nmod:poss
's 's PART POS 1 case
invasion invasion NOUN NN 0 root
of of ADP IN 5 case
Kuwait Kuwait PROPN NNP 3 nmod
)",
                      "invasion"),
            "possessor: Iraq; of: Kuwait");
}

TEST(Arguments, TheDoerOfANounMayHangOnTheVictim) {
  EXPECT_EQ(arguments(R"(
arrest arrest NOUN NN 0 root
of of ADP IN 3 case
bankers banker NOUN NNS 1 nmod
by by ADP IN 5 case
China China PROPN NNP 3 nmod
)",
                      "arrest"),
            "subject: China; of: bankers");
}

TEST(Arguments, AnAdjectiveHasTheSubjectOfItsCopula) {
  EXPECT_EQ(arguments(R"(
Peru Peru PROPN NNP 3 nsubj
is be AUX VBZ 3 cop
critical critical ADJ JJ 0 root
of of ADP IN 5 case
Chile Chile PROPN NNP 3 obl
)",
                      "critical"),
            "subject: Peru; of: Chile");
}

TEST(Arguments, EndOnALongChainOfControl) {
  std::string written = "Kenya Kenya PROPN NNP 2 nsubj\nwants want VERB VBZ 0 root\n";
  for (int i = 0; i < 300; ++i) written += "want" + std::to_string(i) + " want VERB VB " + std::to_string(i + 2) + " xcomp\n";
  EXPECT_EQ(arguments(written, "want5"), "subject: Kenya; clause: want6");
  EXPECT_EQ(arguments(written, "want299"), "") << "too deep to follow";
}

TEST(SemanticHead, LooksThroughQuantities) {
  HandParse parse(R"(
dozens dozen NOUN NNS 0 root
of of ADP IN 3 case
members member NOUN NNS 1 nmod
of of ADP IN 6 case
the the DET DT 6 det
army army NOUN NN 3 nmod
)");
  EXPECT_EQ(semantic_head(parse.trees[0], parse.word("dozens")), parse.word("army"));
  EXPECT_EQ(semantic_head(parse.trees[0], parse.word("army")), parse.word("army"));
}

TEST(SemanticHead, StaysWhereNothingFollows) {
  HandParse parse(R"(
Both both PRON DT 2 nsubj
left leave VERB VBD 0 root
)");
  EXPECT_EQ(semantic_head(parse.trees[0], 0), 0);
}

}  // namespace
}  // namespace demarche

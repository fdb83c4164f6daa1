#include "coder/condition_clauses.h"

#include <gtest/gtest.h>

#include "coder/hand_relations.h"

namespace demarche {
namespace {

/// Tag, head and relation of a word once the sentence is mended: "VERB reopen advcl".
std::string mended(std::string_view written, std::string_view form) {
  HandParse parse(written);
  int at = parse.word(form);
  mend_conditions(parse.sentences.at(0));
  const Sentence& sentence = parse.sentences.at(0);
  const Word& word = sentence.words.at(static_cast<size_t>(at));
  std::string head = word.head < 0 ? "-" : std::string(sentence.words.at(static_cast<size_t>(word.head)).form);
  return std::string(name(word.upos)) + " " + head + " " + std::string(name(word.rel));
}

TEST(ConditionClauses, APluralBehindConditionThatIsAVerb) {
  EXPECT_EQ(mended(R"(
Chad Chad PROPN NNP 3 nsubj
will will AUX MD 3 aux
stay stay VERB VB 0 root
on on ADP IN 5 case
condition condition NOUN NN 3 obl
that that SCONJ IN 8 mark
Mali Mali PROPN NNP 8 compound
hands hand NOUN NNS 3 obl
over over ADP IN 11 case
the the DET DT 11 det
men man NOUN NNS 8 nmod
. . PUNCT . 3 punct
)",
                   "hands"),
            "VERB condition acl");
}

TEST(ConditionClauses, ABareProvidedOpensAClause) {
  EXPECT_EQ(mended(R"(
Chad Chad PROPN NNP 3 nsubj
would would AUX MD 3 aux
sign sign VERB VB 0 root
the the DET DT 5 det
pact pact NOUN NN 3 obj
provided provide VERB VBN 5 acl
it it PRON PRP 8 nsubj
kept keep VERB VBD 3 ccomp
its its PRON PRP$ 10 nmod:poss
ports port NOUN NNS 8 obj
)",
                   "kept"),
            "VERB sign advcl");
}

TEST(ConditionClauses, ASubjectJoinedToTheNounBeforeOr) {
  EXPECT_EQ(mended(R"(
Chad Chad PROPN NNP 3 nsubj
will will AUX MD 3 aux
stay stay VERB VB 0 root
if if SCONJ IN 6 mark
Mali Mali PROPN NNP 6 nsubj
withdraws withdraw VERB VBZ 3 advcl
troops troops NOUN NNS 6 obj
or or CCONJ CC 9 cc
Niger Niger PROPN NNP 7 conj
votes vote VERB VBZ 3 advcl
)",
                   "Niger"),
            "PROPN votes nsubj");
}

TEST(ConditionClauses, AFiniteVerbBehindAsIsNoParticiple) {
  EXPECT_EQ(mended(R"(
Fear fear NOUN NN 2 nsubj
grew grow VERB VBD 0 root
as as ADP IN 4 case
rioters rioter NOUN NNS 2 obl
burned burn VERB VBD 4 acl
lorries lorry NOUN NNS 5 obj
)",
                   "burned"),
            "VERB grew advcl");
}

TEST(ConditionClauses, AnAttributeBehindAsStays) {
  EXPECT_EQ(mended(R"(
Ana Ana PROPN NNP 2 nsubj
served serve VERB VBD 0 root
as as ADP IN 4 case
commander commander NOUN NN 2 obl
chosen choose VERB VBN 4 acl
by by ADP IN 7 case
rebels rebel NOUN NNS 5 obl:agent
)",
                   "chosen"),
            "VERB commander acl");
}

}  // namespace
}  // namespace demarche

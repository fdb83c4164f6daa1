#include "coder/misread_clauses.h"

#include <gtest/gtest.h>

#include "coder/hand_relations.h"
#include "coder/slips.h"

namespace demarche {
namespace {

/// Parses as the parser gave them, and where a word of each belongs.
struct Misread {
  const char* name;
  const char* parse;
  const char* form;
  const char* head_and_relation;
};

const Misread kMisread[] = {
    {"CaseOfIsOnePreposition",
     R"(
The the DET DT 2 det
union union NOUN NN 3 nsubj
sent send VERB VBD 0 root
blankets blanket NOUN NNS 3 obj
in in ADP IN 6 case
case case NOUN NN 3 obl
of of ADP IN 9 case
a a DET DT 9 det
flood flood NOUN NN 3 obl
. . PUNCT . 3 punct
)",
     "case", "in fixed"},
    {"WhatWasSuspendedIsNotTheEnvoys",
     R"(
Bolivia Bolivia PROPN NNP 2 nsubj
expelled expel VERB VBD 0 root
the the DET DT 5 det
Chilean Chilean PROPN NNP 5 compound
envoy envoy NOUN NN 2 obj
and and CCONJ CC 8 cc
suspended suspend VERB VBD 2 conj
trade trade NOUN NN 5 conj
. . PUNCT . 2 punct
)",
     "trade", "suspended obj"},
    {"AnImposingParticipleActs",
     R"(
Mali Mali PROPN NNP 2 nsubj
suspended suspend VERB VBD 0 root
the the DET DT 4 det
talks talk NOUN NNS 2 obj
and and CCONJ CC 7 cc
imposed impose VERB VBN 7 amod
tariffs tariff NOUN NNS 4 conj
. . PUNCT . 2 punct
)",
     "imposed", "suspended conj"},
    {"AWoundedSoldierStaysOne",
     R"(
Aid aid NOUN NN 2 compound
workers worker NOUN NNS 3 nsubj
met meet VERB VBD 0 root
the the DET DT 5 det
refugees refugee NOUN NNS 3 obj
and and CCONJ CC 8 cc
wounded wound VERB VBN 8 amod
soldiers soldier NOUN NNS 5 conj
. . PUNCT . 3 punct
)",
     "wounded", "soldiers amod"},
    {"WhatPreparationsAreFor",
     R"(
Niger Niger PROPN NNP 2 nsubj
stepped step VERB VBD 0 root
up up ADP RP 2 compound:prt
preparations preparation NOUN NNS 2 obj
for for ADP IN 7 case
an a DET DT 7 det
invasion invasion NOUN NN 2 obl
of of ADP IN 9 case
Chad Chad PROPN NNP 7 nmod
. . PUNCT . 2 punct
)",
     "invasion", "preparations nmod"},
    {"WhatIsReportedIsNoSubject",
     R"(
It it PRON PRP 3 nsubj:pass
was be AUX VBD 3 aux:pass
announced announce VERB VBN 0 root
that that SCONJ IN 6 mark
Mali Mali PROPN NNP 6 nsubj
expelled expel VERB VBD 3 csubj:pass
two two NUM CD 8 nummod
envoys envoy NOUN NNS 6 obj
. . PUNCT . 3 punct
)",
     "expelled", "announced ccomp"},
    {"BreakingHangsOnClose",
     R"(
Ghana Ghana PROPN NNP 2 nsubj
came come VERB VBD 0 root
close close ADV RB 2 advmod
to to SCONJ IN 5 mark
breaking break VERB VBG 2 advcl
off off ADP RP 5 compound:prt
relations relation NOUN NNS 5 obj
with with ADP IN 9 case
Togo Togo PROPN NNP 7 nmod
. . PUNCT . 2 punct
)",
     "breaking", "close advcl"},
    {"SeveringIsNoAdjective",
     R"(
Kenya Kenya PROPN NNP 2 nsubj
came come VERB VBD 0 root
close close ADV RB 2 advmod
to to ADP IN 6 case
severing sever VERB VBG 6 amod
ties tie NOUN NNS 2 obl
with with ADP IN 8 case
Somalia Somalia PROPN NNP 6 nmod
. . PUNCT . 2 punct
)",
     "ties", "severing obj"},
    {"AidHinges",
     R"(
Aid aid NOUN NN 2 compound
hinges hinge NOUN NNS 0 root
on on ADP IN 6 mark
whether whether SCONJ IN 6 mark
Kabul Kabul PROPN NNP 6 nsubj
frees free VERB VBZ 2 acl
the the DET DT 8 det
detainees detainee NOUN NNS 6 obj
. . PUNCT . 1 punct
)",
     "Aid", "hinges nsubj"},
    {"ANameBeforeWhatFrees",
     R"(
Qatar Qatar PROPN NNP 2 nsubj
set set VERB VBD 0 root
two two NUM CD 4 nummod
conditions condition NOUN NNS 2 obj
for for ADP IN 6 case
talks talk NOUN NNS 4 nmod
: : PUNCT : 10 punct
either either CCONJ CC 10 cc:preconj
Hamas Hamas PROPN NNP 10 compound
frees free NOUN NNS 2 parataxis
the the DET DT 12 det
hostages hostage NOUN NNS 15 nsubj
or or CCONJ CC 14 cc
Israel Israel PROPN NNP 12 conj
halts halt VERB VBZ 2 conj
its its PRON PRP$ 17 nmod:poss
offensive offensive NOUN NN 15 obj
. . PUNCT . 2 punct
)",
     "Hamas", "frees nsubj"},
    {"ASecondObjectIsWhatItIsCalled",
     R"(
Egypt Egypt PROPN NNP 2 nsubj
made make VERB VBD 0 root
a a DET DT 4 det
ceasefire ceasefire NOUN NN 2 obj
a a DET DT 6 det
precondition precondition NOUN NN 2 obj
for for ADP IN 8 case
talks talk NOUN NNS 6 nmod
. . PUNCT . 2 punct
)",
     "precondition", "made xcomp"},
    {"ATitleHangsOnItsName",
     R"(
Colonel Colonel PROPN NNP 11 nsubj
Ibrahim Ibrahim PROPN NNP 1 flat
Dosso Dosso PROPN NNP 1 flat
, , PUNCT , 5 punct
head head NOUN NN 1 appos
of of ADP IN 9 case
the the DET DT 9 det
Ivorian Ivorian PROPN NNP 9 compound
gendarmerie gendarmerie NOUN NN 5 nmod
, , PUNCT , 1 punct
resigned resign VERB VBD 0 root
. . PUNCT . 11 punct
)",
     "Colonel", "Ibrahim nmod:desc"},
    {"ANameInTwoPartsIsOne",
     R"(
Deputy deputy NOUN NN 3 compound
Foreign foreign ADJ JJ 3 amod
Minister Minister PROPN NNP 8 nsubj
Askar Askar PROPN NNP 3 appos
Zhumabekov Zhumabekov PROPN NNP 8 nsubj
of of ADP IN 7 case
Kazakhstan Kazakhstan PROPN NNP 5 nmod
met meet VERB VBD 0 root
Chinese Chinese ADJ JJ 10 amod
envoys envoy NOUN NNS 8 obj
. . PUNCT . 8 punct
)",
     "Zhumabekov", "Askar flat"},
    {"TwoObjectsThatAreOnePerson",
     R"(
Police police NOUN NNS 2 nsubj
arrested arrest VERB VBD 0 root
Captain Captain PROPN NNP 2 obj
Daniel Daniel PROPN NNP 2 obj
Okoro Okoro PROPN NNP 4 flat
in in ADP IN 7 case
Lagos Lagos PROPN NNP 2 obl
. . PUNCT . 2 punct
)",
     "Daniel", "arrested obj"},
    {"DirectorsGeneral",
     R"(
The the DET DT 2 det
text text NOUN NN 17 nsubj
, , PUNCT , 4 punct
issued issue VERB VBN 2 acl
after after SCONJ IN 13 mark
the the DET DT 9 det
two two NUM CD 8 nummod
directors director NOUN NNS 13 nsubj
general general NOUN NN 13 nsubj
of of ADP IN 12 case
military military ADJ JJ 12 amod
operations operation NOUN NNS 9 nmod
spoke speak VERB VBD 17 advcl
by by ADP IN 15 case
hotline hotline NOUN NN 13 obl
, , PUNCT , 13 punct
took take VERB VBD 0 root
effect effect NOUN NN 17 obj
at at ADP IN 20 case
midnight midnight NOUN NN 17 obl
. . PUNCT . 17 punct
)",
     "general", "directors amod"},
    {"WhatFollowsAParticipleBelongsToIt",
     R"(
The the DET DT 2 det
accord accord NOUN NN 13 nsubj
, , PUNCT , 4 punct
signed sign VERB VBN 2 acl
after after SCONJ IN 9 mark
the the DET DT 8 det
two two NUM CD 8 nummod
chiefs chief NOUN NNS 9 nsubj
met meet VERB VBD 13 advcl
in in ADP IN 11 case
Oslo Oslo PROPN NNP 9 obl
, , PUNCT , 2 punct
collapsed collapse VERB VBD 0 root
within within ADP IN 15 case
days day NOUN NNS 13 obl
. . PUNCT . 13 punct
)",
     "met", "signed advcl"},
    {"WhatWasDemandedInALetter",
     R"(
Chad Chad PROPN NNP 2 nsubj
demanded demand VERB VBD 0 root
, , PUNCT , 6 punct
in in ADP IN 6 case
a a DET DT 6 det
letter letter NOUN NN 2 obl
to to ADP IN 9 case
the the DET DT 9 det
council council NOUN NN 6 nmod
, , PUNCT , 16 punct
that that SCONJ IN 16 mark
the the DET DT 14 det
two two NUM CD 14 nummod
officers officer NOUN NNS 16 nsubj:pass
be be AUX VB 16 aux:pass
released release VERB VBN 6 acl:relcl
. . PUNCT . 2 punct
)",
     "released", "demanded ccomp"},
    {"TheMinisterBehindACommaAccuses",
     R"(
Peru Peru PROPN NNP 2 nsubj
rejected reject VERB VBD 0 root
what what PRON WP 2 obj
it it PRON PRP 5 nsubj
called call VERB VBD 3 acl:relcl
an a DET DT 8 det
illegal illegal ADJ JJ 8 amod
ban ban NOUN NN 5 obj
, , PUNCT , 13 punct
and and CCONJ CC 13 cc
the the DET DT 13 det
Chilean Chilean ADJ NNP 13 amod
minister minister NOUN NN 3 conj
of of ADP IN 15 case
defence defence NOUN NN 13 nmod
, , PUNCT , 17 punct
Marta Marta PROPN NNP 13 appos
Rojas Rojas PROPN NNP 17 flat
, , PUNCT , 20 punct
accused accuse VERB VBD 2 conj
Lima Lima PROPN NNP 20 obj
of of ADP IN 24 case
bad bad ADJ JJ 24 amod
faith faith NOUN NN 21 nmod
. . PUNCT . 2 punct
)",
     "minister", "accused nsubj"},
    {"GuaranteesAreRestored",
     R"(
Until until SCONJ IN 3 mark
Oman Oman PROPN NNP 3 nsubj
restores restore VERB VBZ 11 advcl
its its PRON PRP$ 5 nmod:poss
border border NOUN NN 6 nsubj
guarantees guarantee VERB VBZ 3 obj
, , PUNCT , 3 punct
most most ADJ JJS 9 amod
traders trader NOUN NNS 11 nsubj
will will AUX MD 11 aux
stay stay VERB VB 0 root
home home ADV RB 11 advmod
. . PUNCT . 11 punct
)",
     "guarantees", "restores obj"},
    {"EitherPluralIsAVerb",
     R"(
Amman Amman PROPN NNP 3 nsubj
has have AUX VBZ 3 aux
refused refuse VERB VBN 0 root
talks talk NOUN NNS 3 obj
until until ADP IN 6 case
Damascus Damascus PROPN NNP 4 nmod
either either CCONJ CC 8 cc:preconj
frees free NOUN NNS 3 obl
or or CCONJ CC 10 cc
hands hand NOUN NNS 6 conj
over over ADP IN 13 case
the the DET DT 13 det
pilots pilot NOUN NNS 3 obl
. . PUNCT . 3 punct
)",
     "Damascus", "frees nsubj"},
    {"TheFirstLeaderVisits",
     R"(
Sadiq Sadiq PROPN NNP 2 nsubj
became become VERB VBD 0 root
the the DET DT 6 det
first first ADJ JJ 6 amod
African African ADJ JJ 6 amod
leader leader NOUN NN 2 xcomp
to to PART TO 8 mark
visit visit VERB VB 6 acl
Seoul Seoul PROPN NNP 8 obj
. . PUNCT . 2 punct
)",
     "visit", "became xcomp"},
    {"TheVerbBehindANounsClauseIsTheNouns",
     R"(
The the DET DT 2 det
strikes strike NOUN NNS 0 root
that that PRON WDT 5 obj
Iran Iran PROPN NNP 5 nsubj
launched launch VERB VBD 2 acl:relcl
killed kill VERB VBD 2 acl:relcl
ten ten NUM CD 6 obj
. . PUNCT . 2 punct
)",
     "strikes", "killed nsubj"},
    {"ThePassiveBehindANounsClause",
     R"(
But but CCONJ CC 9 cc
the the DET DT 3 det
deal deal NOUN NN 9 nsubj:pass
that that PRON WDT 9 nsubj:pass
the the DET DT 6 det
union union NOUN NN 7 nsubj
offered offer VERB VBD 3 acl:relcl
was be AUX VBD 9 aux:pass
rejected reject VERB VBN 0 root
by by ADP IN 11 case
Serbia Serbia PROPN NNP 9 obl:agent
. . PUNCT . 9 punct
)",
     "deal", "rejected nsubj:pass"},
    {"WhatIsSaidToHaveEnded",
     R"(
The the DET DT 2 det
minister minister NOUN NN 3 nsubj
said say VERB VBD 0 root
the the DET DT 5 det
war war NOUN NN 3 obj
that that PRON WDT 10 obj
Ethiopia Ethiopia PROPN NNP 10 nsubj
waged wage VERB VBD 5 acl:relcl
had have AUX VBD 10 aux
ended end VERB VBN 5 acl:relcl
. . PUNCT . 3 punct
)",
     "war", "ended nsubj"},
};

class MisreadClauses : public testing::TestWithParam<Misread> {};

TEST_P(MisreadClauses, AreMended) {
  HandParse parse(GetParam().parse);
  int at = parse.word(GetParam().form);
  mend_slips(parse.sentences, lexicon_at(DEMARCHE_SOURCE_DIR "/data"));
  const Sentence& sentence = parse.sentences.at(0);
  const Word& word = sentence.words.at(static_cast<size_t>(at));
  ASSERT_GE(word.head, 0);
  std::string found = std::string(sentence.words.at(static_cast<size_t>(word.head)).form) + " " + std::string(name(word.rel));
  EXPECT_EQ(found, GetParam().head_and_relation);
}

INSTANTIATE_TEST_SUITE_P(Parses, MisreadClauses, testing::ValuesIn(kMisread), [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace demarche

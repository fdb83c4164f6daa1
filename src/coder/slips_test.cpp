#include "coder/slips.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coder/events.h"
#include "coder/hand_report.h"
#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

/// Parses as the parser gives them, wrong in the way that each test names; the dictionaries are the test's own.
class SlipsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    HandMadeData data(std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology");
    data.write("classes/a.classes", "person: minister, official\nforce: soldier\n");
    data.write("frames/a.frames", R"(
verb clash, drill
  with=T => ASSAULT
  against=T => ASSAULT
  subj=S&force => ASSAULT 190
  > Kenya clashed with Peru. | KEN ASSAULT PER
verb sever, establish, lend, expose
  obj=* with=T? to=T? => SUPPORT
  > Kenya lent boats to Peru. | KEN SUPPORT PER
verb kill
  obj=T => ASSAULT
  > Kenya killed Peru. | KEN ASSAULT PER
verb shoot
  at=T => ASSAULT
  obj=T => ASSAULT
  > Kenya shot at Peru. | KEN ASSAULT PER
verb cave in
  to=T => CONCEDE
  > Kenya caved in to Peru. | KEN CONCEDE PER
verb hand over
  obj=* => COOPERATE
  > Kenya handed over a spy. | KEN COOPERATE -
verb appear
  - => CONSULT
  > Kenya appeared. | KEN CONSULT -
noun visit, refusal, exercise, raid, aid, espionage, deal
  to=T? with=T? on=T? by=S? => CONSULT
  inf=* => AGREE
  > Kenya's visit to Peru ended. | KEN CONSULT PER
)");
    data.write("agents/a.agents", "army : MIL\nsoldier : MIL\n");
    lexicon_ = *Lexicon::load(data.path());
  }
  static void TearDownTestSuite() { lexicon_.reset(); }

  /// The sentence mended: "head-relation" of each word asked for.
  std::string mended(std::string_view written, std::initializer_list<std::string_view> forms) {
    HandParse parse(written);
    std::vector<Sentence> sentences = parse.sentences;
    mend_slips(sentences, *lexicon_);
    std::string text;
    for (std::string_view form : forms) {
      const Word& word = sentences[0].words[static_cast<size_t>(parse.word(form))];
      std::string head = word.head < 0 ? "" : std::string(sentences[0].words[static_cast<size_t>(word.head)].form);
      text += (text.empty() ? "" : " ") + head + "-" + std::string(name(word.rel));
    }
    words_ = sentences[0].words;
    return text;
  }
  std::string events(std::string_view written) {
    Report report = hand_report(written, *lexicon_);
    find_events(report, *lexicon_);
    return events_of(report);
  }

  static std::shared_ptr<const Lexicon> lexicon_;
  std::vector<Word> words_;
};
std::shared_ptr<const Lexicon> SlipsTest::lexicon_;

TEST_F(SlipsTest, AnIntransitiveWithoutAuxiliaryIsActive) {
  std::string_view clashed = R"(
Soldiers soldier NOUN NNS 2 nsubj:pass
clashed clash VERB VBN 0 root
with with ADP IN 4 case
Peru Peru PROPN NNP 2 obl
. . PUNCT . 2 punct
)";
  EXPECT_EQ(mended(clashed, {"Soldiers"}), "clashed-nsubj");
  EXPECT_EQ(words_[1].xpos, "VBD");
}

TEST_F(SlipsTest, AVerbThatNeedsAnObjectStaysPassive) {
  EXPECT_EQ(mended("Ten ten NOUN NNS 2 nsubj:pass\nkilled kill VERB VBN 0 root\nin in ADP IN 4 case\nPeru Peru PROPN NNP 2 obl\n. . PUNCT "
                   ". 2 punct\n",
                   {"Ten"}),
            "killed-nsubj:pass");
}

TEST_F(SlipsTest, WithoutAFullStopAParticipleMayBeAHeadline) {
  EXPECT_EQ(
      mended("Soldiers soldier NOUN NNS 2 nsubj:pass\nclashed clash VERB VBN 0 root\nin in ADP IN 4 case\nPeru Peru PROPN NNP 2 obl\n",
             {"Soldiers"}),
      "clashed-nsubj:pass");
}

TEST_F(SlipsTest, APastTenseIsNoAttribute) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 3 compound
froze froze VERB VBP 3 amod
aid aid NOUN NN 0 root
. . PUNCT . 3 punct
)",
                   {"Kenya", "froze", "aid"}),
            "froze-nsubj -root froze-obj");
  EXPECT_EQ(words_[1].xpos, "VBD");
}

TEST_F(SlipsTest, APastTenseInAListIsAClause) {
  EXPECT_EQ(mended(R"(
Peru Peru PROPN NNP 2 nsubj
exposed expose VERB VBD 0 root
spies spy NOUN NNS 2 obj
and and CCONJ CC 7 cc
Kenya Kenya PROPN NNP 3 conj
severed sever VERB VBD 7 amod
ties tie NOUN NNS 3 conj
. . PUNCT . 2 punct
)",
                   {"and", "Kenya", "severed", "ties"}),
            "severed-cc severed-nsubj exposed-conj severed-obj");
}

TEST_F(SlipsTest, AParticipleStaysAnAttribute) {
  EXPECT_EQ(mended(R"(
Peru Peru PROPN NNP 2 nsubj
exposed expose VERB VBD 0 root
Kenya Kenya PROPN NNP 5 compound
severed sever VERB VBN 5 amod
ties tie NOUN NNS 2 obj
. . PUNCT . 2 punct
)",
                   {"severed"}),
            "ties-amod");
}

TEST_F(SlipsTest, AnOfficialsShotIsThePastOfShooting) {
  EXPECT_EQ(mended(R"(
An a DET DT 3 det
official official NOUN NN 3 compound
shot shot NOUN NN 0 root
at at ADP IN 5 case
soldiers soldier NOUN NNS 3 nmod
. . PUNCT . 3 punct
)",
                   {"An", "official", "soldiers"}),
            "official-det shot-nsubj shot-obl");
}

TEST_F(SlipsTest, WhoIsHeldHostageIsTheObject) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
held hold VERB VBD 0 root
a a DET DT 5 det
nurse nurse NOUN NN 5 compound
hostage hostage NOUN NN 2 obj
. . PUNCT . 2 punct
)",
                   {"a", "nurse", "hostage"}),
            "nurse-det held-obj held-xcomp");
}

TEST_F(SlipsTest, ANationsHostageIsOne) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
held hold VERB VBD 0 root
a a DET DT 5 det
Peruvian Peruvian ADJ JJ 5 amod
hostage hostage NOUN NN 2 obj
. . PUNCT . 2 punct
)",
                   {"Peruvian", "hostage"}),
            "hostage-amod held-obj");
}

TEST_F(SlipsTest, WhoIsFoundGuiltyIsTheSubjectOfThePassive) {
  EXPECT_EQ(mended(R"(
He he PRON PRP 3 nsubj:pass
was be AUX VBD 3 aux:pass
found find VERB VBN 0 root
guilty guilty NOUN NN 3 obj
. . PUNCT . 3 punct
)",
                   {"He", "guilty"}),
            "found-nsubj:pass found-xcomp");
}

TEST_F(SlipsTest, PersonaNonGrataSaysWhatTheEnvoyIs) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
declared declare VERB VBD 0 root
him he PRON PRP 2 obj
persona persona PROPN NNP 6 compound
non non X AFX 6 compound
grata grata PROPN NNP 2 obj
. . PUNCT . 2 punct
)",
                   {"him", "persona", "non", "grata"}),
            "declared-obj declared-xcomp persona-flat persona-flat");
}

TEST_F(SlipsTest, AGerundBehindAnAccusationIsADeed) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
accused accuse VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
of of ADP IN 6 case
killing kill VERB VBG 6 amod
soldiers soldier NOUN NNS 3 nmod
. . PUNCT . 2 punct
)",
                   {"of", "killing", "soldiers"}),
            "killing-mark accused-advcl killing-obj");
}

TEST_F(SlipsTest, AGerundElsewhereMayBeAnAttribute) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
told tell VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
of of ADP IN 6 case
killing kill VERB VBG 6 amod
fields field NOUN NNS 3 nmod
. . PUNCT . 2 punct
)",
                   {"killing"}),
            "fields-amod");
}

TEST_F(SlipsTest, WhatFollowsAGerundIsItsObject) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
denied deny VERB VBD 0 root
killing kill VERB VBG 2 xcomp
soldiers soldier NOUN NNS 2 obj
. . PUNCT . 2 punct
)",
                   {"soldiers"}),
            "killing-obj");
}

TEST_F(SlipsTest, WhatFollowsAJoinedGerundIsItsObject) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
accused accuse VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
of of SCONJ IN 5 mark
harbouring harbouring NOUN NN 3 acl
spies spy NOUN NNS 5 obj
and and CCONJ CC 8 cc
lending lend VERB VBG 5 conj
boats boat NOUN NNS 6 conj
. . PUNCT . 2 punct
)",
                   {"boats"}),
            "lending-obj");
  EXPECT_EQ(words_[4].upos, Upos::kVerb);
}

TEST_F(SlipsTest, AJoinedGerundIsASecondDeed) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
denied deny VERB VBD 0 root
killing kill VERB VBG 2 xcomp
spies spy NOUN NNS 3 obj
and and CCONJ CC 7 cc
lending lend VERB VBG 7 amod
boats boat NOUN NNS 4 conj
. . PUNCT . 2 punct
)",
                   {"and", "lending", "boats"}),
            "lending-cc killing-conj lending-obj");
}

TEST_F(SlipsTest, BehindAParticipleBetweenCommasStandsTheVerb) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 0 root
, , PUNCT , 3 punct
killed kill VERB VBN 1 acl
by by ADP IN 5 case
Uganda Uganda PROPN NNP 3 obl:agent
, , PUNCT , 3 punct
exposed expose VERB VBN 8 amod
Peru Peru PROPN NNP 1 appos
. . PUNCT . 1 punct
)",
                   {"Kenya", "exposed", "Peru", "killed"}),
            "exposed-nsubj -root exposed-obj Kenya-acl");
}

TEST_F(SlipsTest, AnActiveVerbHasNoAgent) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
shot shoot VERB VBD 0 root
by by ADP IN 4 case
mail mail NOUN NN 2 obl:agent
. . PUNCT . 2 punct
)",
                   {"mail"}),
            "shot-obl");
}

TEST_F(SlipsTest, WhomRebelsHoldHostageIsTheObject) {
  EXPECT_EQ(mended(R"(
whom who PRON WP 3 obj
Kenya Kenya PROPN NNP 3 nsubj
held hold VERB VBD 0 root
hostage hostage NOUN NN 3 obj
. . PUNCT . 3 punct
)",
                   {"whom", "hostage"}),
            "held-obj held-xcomp");
}

TEST_F(SlipsTest, WhatIsDemandedInAClauseIsAVerb) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
demanded demand VERB VBD 0 root
that that SCONJ IN 5 mark
Peru Peru PROPN NNP 5 compound
lend lend ADJ JJ 2 ccomp
boats boat NOUN NNS 5 obj
. . PUNCT . 2 punct
)",
                   {"Peru", "lend", "boats"}),
            "lend-nsubj demanded-ccomp lend-obj");
  EXPECT_EQ(words_[4].xpos, "VB");
}

TEST_F(SlipsTest, ANounTaggedAsAVerbBehindItsOwner) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 3 nmod:poss
's 's PART POS 1 case
visit visit VERB VB 6 nsubj
to to ADP IN 5 case
Peru Peru PROPN NNP 3 obl
ended end VERB VBD 0 root
)",
                   {"visit", "Peru"}),
            "ended-nsubj visit-nmod");
  EXPECT_EQ(words_[2].upos, Upos::kNoun);
}

TEST_F(SlipsTest, ASubjectHasNoPreposition) {
  EXPECT_EQ(mended(R"(
The the DET DT 2 det
exercise exercise NOUN NN 0 root
with with ADP IN 4 case
Peru Peru PROPN NNP 5 nsubj
opened open VERB VBD 2 acl
. . PUNCT . 2 punct
)",
                   {"exercise", "Peru", "opened"}),
            "opened-nsubj exercise-nmod -root");
}

TEST_F(SlipsTest, TwoPrepositionsMakeAParticle) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
caved cave VERB VBD 0 root
in in ADP IN 5 case
to to ADP IN 5 case
Peru Peru PROPN NNP 2 obl
)",
                   {"in", "to"}),
            "caved-compound:prt Peru-case");
}

TEST_F(SlipsTest, AKnownParticleVerbBehindToIsAnInfinitive) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
asked ask VERB VBD 0 root
Peru Peru PROPN NNP 2 iobj
to to ADP IN 5 case
hand hand NOUN NN 2 obl
over over ADP IN 8 case
a a DET DT 8 det
spy spy NOUN NN 2 obl
)",
                   {"hand", "over", "spy", "Peru"}),
            "asked-xcomp hand-compound:prt hand-obj asked-obj");
  EXPECT_EQ(words_[4].upos, Upos::kVerb);
}

TEST_F(SlipsTest, AnAdjectiveWithAnObjectIsAVerb) {
  EXPECT_EQ(mended("Kenya Kenya PROPN NNP 2 nsubj\nlent lent ADJ JJ 0 root\nboats boat NOUN NNS 2 obj\n", {"Kenya", "boats"}),
            "lent-nsubj lent-obj");
  EXPECT_EQ(words_[1].lemma, "lend");
  EXPECT_EQ(words_[1].upos, Upos::kVerb);
}

TEST_F(SlipsTest, HasBeforeAParticipleIsAnAuxiliary) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
has have VERB VBZ 0 root
severed sever VERB VBN 4 amod
ties tie NOUN NNS 2 obj
)",
                   {"Kenya", "has", "severed", "ties"}),
            "severed-nsubj severed-aux -root severed-obj");
}

TEST_F(SlipsTest, AVerbLostInAPhraseOfNames) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 0 root
and and CCONJ CC 3 cc
Peru Peru PROPN NNP 6 compound
established establish VERB VBN 6 amod
diplomatic diplomatic ADJ JJ 6 amod
relations relation NOUN NNS 1 conj
. . PUNCT . 1 punct
)",
                   {"Kenya", "Peru", "established", "relations"}),
            "established-nsubj Kenya-conj -root established-obj");
}

TEST_F(SlipsTest, AParticipleOfTheRootNounIsTheVerb) {
  EXPECT_EQ(mended("Soldiers soldier NOUN NNS 0 root\nclashed clash VERB VBN 1 acl\nwith with ADP IN 4 case\nPeru Peru PROPN NNP 2 obl\n. "
                   ". PUNCT . 1 punct\n",
                   {"Soldiers", "clashed", "Peru"}),
            "clashed-nsubj -root clashed-obl");
}

TEST_F(SlipsTest, TheSubjectOfWhatIsSaidStandsBeforeIt) {
  EXPECT_EQ(mended(R"(
Rockets rocket NOUN NNS 7 nsubj
killed kill VERB VBD 7 ccomp
ten ten NUM CD 2 obj
, , PUNCT , 2 punct
the the DET DT 6 det
army army NOUN NN 7 nsubj
said say VERB VBD 0 root
. . PUNCT . 7 punct
)",
                   {"Rockets", "army"}),
            "killed-nsubj said-nsubj");
}

TEST_F(SlipsTest, APrepositionBelongsToTheWholeName) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
clashed clash VERB VBD 0 root
with with ADP IN 4 case
Alan Alan PROPN NNP 5 compound
Garcia Garcia PROPN NNP 2 obl
)",
                   {"with"}),
            "Garcia-case");
}

TEST_F(SlipsTest, NamesJoinNames) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
lent lend VERB VBD 0 root
money money NOUN NN 2 obj
to to ADP IN 5 case
Peru Peru PROPN NNP 3 nmod
and and CCONJ CC 7 cc
Chad Chad PROPN NNP 3 conj
)",
                   {"Chad"}),
            "Peru-conj");
}

TEST_F(SlipsTest, ANounWithAPrepositionIsNoClause) {
  EXPECT_EQ(mended("Kenya Kenya PROPN NNP 2 nsubj\nlent lend VERB VBD 0 root\naid aid NOUN NN 2 obj\nto to ADP IN 5 case\nPeru Peru PROPN "
                   "NNP 2 advcl\n",
                   {"Peru"}),
            "lent-obl");
}

TEST_F(SlipsTest, AnEventNounAtTheHeadOfASentenceIsNoName) {
  mended("Aid Aid PROPN NNP 4 nsubj\nto to ADP IN 3 case\nPeru Peru PROPN NNP 1 nmod\nended end VERB VBD 0 root\n", {"Aid"});
  EXPECT_EQ(words_[0].upos, Upos::kNoun);
  EXPECT_EQ(words_[0].lemma, "aid");
}

TEST_F(SlipsTest, ANameRightBehindTheVerbIsItsObject) {
  EXPECT_EQ(mended("Kenya Kenya PROPN NNP 2 nsubj\nkilled kill VERB VBD 0 root\nPeru Peru PROPN NNP 2 obl:unmarked\n", {"Peru"}),
            "killed-obj");
  EXPECT_EQ(mended("Kenya Kenya PROPN NNP 2 nsubj\nkilled kill VERB VBD 0 root\nFriday Friday PROPN NNP 2 obl:unmarked\n", {"Friday"}),
            "killed-obl:unmarked")
      << "a day is none";
}

TEST_F(SlipsTest, NamesOfTimes) {
  auto time = [](std::string_view form, std::string_view lemma, Upos upos) {
    Word word;
    word.form = form;
    word.lemma = std::string(lemma);
    word.upos = upos;
    return names_time(word);
  };
  EXPECT_TRUE(time("Sunday", "Sunday", Upos::kPropn));
  EXPECT_TRUE(time("weeks", "week", Upos::kNoun));
  EXPECT_TRUE(time("1995", "1995", Upos::kNum));
  EXPECT_TRUE(time("May", "May", Upos::kPropn));
  EXPECT_FALSE(time("Peru", "Peru", Upos::kPropn));
  EXPECT_FALSE(time("4000", "4000", Upos::kNum));
}

TEST_F(SlipsTest, ANounIsLentThePhraseBehindItsOwn) {
  EXPECT_EQ(events(R"(
Prices price NOUN NNS 2 nsubj
rose rise VERB VBD 0 root
after after ADP IN 6 case
Kenya Kenya PROPN NNP 6 nmod:poss
's 's PART POS 4 case
visit visit NOUN NN 2 obl
to to ADP IN 8 case
Peru Peru PROPN NNP 2 obl
)"),
            "KEN CONSULT PER 'visit'");
}

TEST_F(SlipsTest, ADateFillsNoRole) {
  EXPECT_EQ(events(R"(
Kenya Kenya PROPN NNP 3 nmod:poss
's 's PART POS 1 case
visit visit NOUN NN 6 nsubj
on on ADP IN 5 case
Sunday Sunday PROPN NNP 3 nmod
ended end VERB VBD 0 root
)"),
            "KEN CONSULT - 'visit'");
}

TEST_F(SlipsTest, AFittingFrameOfTheSameTypeLendsItsTarget) {
  EXPECT_EQ(events(R"(
Kenyan Kenyan ADJ JJ 2 amod
soldiers soldier NOUN NNS 3 nsubj
drilled drill VERB VBD 0 root
against against ADP IN 5 case
Peru Peru PROPN NNP 3 obl
)"),
            "KENMIL ASSAULT PER 'drilled'");
}

TEST_F(SlipsTest, TheDoerOfAPassiveMayHangOnTheNounBeforeIt) {
  EXPECT_EQ(events(R"(
Peru Peru PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
killed kill VERB VBN 0 root
on on ADP IN 5 case
charges charge NOUN NNS 3 obl
by by ADP IN 7 case
Kenya Kenya PROPN NNP 5 nmod
)"),
            "KEN ASSAULT PER 'killed'");
}

TEST_F(SlipsTest, WhatPeopleAreToldToDoHangsOnTheTelling) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
ordered order VERB VBD 0 root
officials official NOUN NNS 2 obj
to to PART TO 5 mark
leave leave VERB VB 3 acl
, , PUNCT , 7 punct
citing cite VERB VBG 5 advcl
law law NOUN NN 7 obj
)",
                   {"leave", "citing"}),
            "ordered-xcomp ordered-advcl");
}

TEST_F(SlipsTest, ThePlanOfAThingStaysItsOwn) {
  EXPECT_EQ(mended(R"(
Kenya Kenya PROPN NNP 2 nsubj
ordered order VERB VBD 0 root
ships ship NOUN NNS 2 obj
to to PART TO 5 mark
leave leave VERB VB 3 acl
)",
                   {"leave"}),
            "ships-acl");
}

}  // namespace
}  // namespace demarche

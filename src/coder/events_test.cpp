#include "coder/events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coder/hand_report.h"
#include "coder/predicates.h"
#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

/// Frames of the test's own on hand-made parses: which frame wins, what it takes, and whom it finds.
class EventsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    HandMadeData data(std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology");
    data.write("classes/a.classes", "weapon: missile\nperson: critic, trader\nconflict_noun: war, conflict\n");
    data.write("frames/a.frames", R"(
verb attack, condemn
  obj=T => ASSAULT 190
  obj=T&weapon => null
  obj=@* => ACCUSE 111
  obj=@ASSAULT => ACCUSE 112
  > Kenya attacked Peru. | KEN ASSAULT PER
verb hit
  with=* obj=T => ASSAULT
  > Kenya hit Peru with rockets. | KEN ASSAULT PER
verb meet
  obj=T => CONSULT
  with=T => CONSULT
  - => CONSULT mutual
  > Kenya met Peru. | KEN CONSULT PER
verb hold, make
  obj=@* with=T? to=T? => same
  > Kenya held talks with Peru. | KEN CONSULT PER
verb suspend
  obj=@AID to=T? => SANCTION
  > Kenya suspended aid to Peru. | KEN SANCTION PER
verb urge
  obj=T? clause=@* => REQUEST grid:appeal
  > Kenya urged Peru to leave. | KEN REQUEST PER
verb step down
  - => RETREAT/resign
  > The premier of Peru stepped down. | PER RETREAT -
verb step
  - => null
  > Kenya stepped in. | null
noun talk, call
  with=T? => CONSULT mutual
  > Kenya's talks with Peru ended. | KEN CONSULT PER
noun aid
  to=T? => AID
  > Kenyan aid to Peru came. | KEN AID PER
noun war, invasion, attack
  of=T? on=T? => ASSAULT
  > Kenya's invasion of Peru ended. | KEN ASSAULT PER
noun phone call
  to=T? => CONSULT/phone
  > Kenya's phone call to Peru ended. | KEN CONSULT/phone PER
adj critical
  of=T => ACCUSE
  > Kenya is critical of Peru. | KEN ACCUSE PER
)");
    data.write("agents/a.agents", "army : MIL\n");
    lexicon_ = *Lexicon::load(data.path());
  }
  static void TearDownTestSuite() { lexicon_.reset(); }

  std::string events(std::string_view written) {
    report_ = hand_report(written, *lexicon_);
    find_events(report_, *lexicon_);
    return events_of(report_);
  }
  static std::shared_ptr<const Lexicon> lexicon_;
  Report report_;
};
std::shared_ptr<const Lexicon> EventsTest::lexicon_;

TEST_F(EventsTest, SourceAndTargetOfAnActive) {
  EXPECT_EQ(events("Kenya Kenya PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj\n"),
            "KEN ASSAULT PER 'attacked'");
  ASSERT_EQ(report_.events.size(), 1u);
  EXPECT_EQ(report_.events[0].cameo, "190");
  EXPECT_EQ(report_.events[0].why.rule, "a.frames:3");
  EXPECT_EQ(report_.events[0].why.path, "source=Kenya target=Peru");
}

TEST_F(EventsTest, TheFrameWithMoreFiltersWins) {
  EXPECT_EQ(events("Kenya Kenya PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nmissiles missile NOUN NNS 2 obj\n"), "")
      << "a null frame makes no event";
}

TEST_F(EventsTest, ANamedTypeWinsOverAnyType) {
  EXPECT_EQ(events(R"(
Kenya Kenya PROPN NNP 2 nsubj
condemned condemn VERB VBD 0 root
Peru Peru PROPN NNP 5 nmod:poss
's 's PART POS 3 case
invasion invasion NOUN NN 2 obj
of of ADP IN 7 case
Chad Chad PROPN NNP 5 nmod
)"),
            "KEN ACCUSE PER 'condemned'\nPER ASSAULT TCD 'invasion'");
  EXPECT_EQ(report_.events[0].cameo, "112");
  ASSERT_EQ(report_.relations.size(), 1u);
  EXPECT_EQ(report_.relations[0].type, RelationType::kContent);
  EXPECT_EQ(report_.relations[0].a, 0u);
  EXPECT_EQ(report_.relations[0].b, 1u);
}

TEST_F(EventsTest, ARequiredSlotThatIsEmptyKeepsAFrameOut) {
  EXPECT_EQ(events("Kenya Kenya PROPN NNP 2 nsubj\nhit hit VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj\n"), "");
}

TEST_F(EventsTest, SidesOfAMutualActAreBoth) {
  EXPECT_EQ(events("Kenya Kenya PROPN NNP 4 nsubj\nand and CCONJ CC 3 cc\nPeru Peru PROPN NNP 1 conj\nmet meet VERB VBD 0 root\n"),
            "KEN+PER CONSULT KEN+PER 'met'");
}

TEST_F(EventsTest, ALoneSideStaysTheSource) {
  EXPECT_EQ(events("Kenya Kenya PROPN NNP 2 nsubj\nmet meet VERB VBD 0 root\n"), "KEN CONSULT - 'met'");
}

TEST_F(EventsTest, ALightVerbSpeaksForItsNoun) {
  EXPECT_EQ(events(R"(
Kenya Kenya PROPN NNP 2 nsubj
held hold VERB VBD 0 root
a a DET DT 4 det
round round NOUN NN 2 obj
of of ADP IN 6 case
talks talk NOUN NNS 4 nmod
with with ADP IN 8 case
Peru Peru PROPN NNP 2 obl
)"),
            "KEN CONSULT PER 'held a round of talks'");
}

TEST_F(EventsTest, APhraseBeatsItsNoun) {
  EXPECT_EQ(events(R"(
Kenya Kenya PROPN NNP 2 nsubj
made make VERB VBD 0 root
a a DET DT 5 det
phone phone NOUN NN 5 compound
call call NOUN NN 2 obj
to to ADP IN 7 case
Peru Peru PROPN NNP 2 obl
)"),
            "KEN CONSULT/phone PER 'made a phone call'");
}

TEST_F(EventsTest, AVerbOverAnActSwallowsItAndTakesItsSides) {
  EXPECT_EQ(events(R"(
Kenya Kenya PROPN NNP 2 nsubj
suspended suspend VERB VBD 0 root
aid aid NOUN NN 2 obj
to to ADP IN 5 case
Peru Peru PROPN NNP 3 nmod
)"),
            "KEN SANCTION PER 'suspended aid'");
}

TEST_F(EventsTest, ASpeechActKeepsTheActItIsAbout) {
  EXPECT_EQ(events(R"(
Kenya Kenya PROPN NNP 2 nsubj
urged urge VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
to to PART TO 5 mark
attack attack VERB VB 2 xcomp
Chad Chad PROPN NNP 5 obj
)"),
            "KEN REQUEST/change PER 'urged'\nPER ASSAULT TCD 'attack'");
  ASSERT_EQ(report_.relations.size(), 1u);
  EXPECT_EQ(report_.relations[0].type, RelationType::kContent);
}

TEST_F(EventsTest, AParticleMakesAnotherVerb) {
  EXPECT_EQ(events("Kenya Kenya PROPN NNP 2 nsubj\nstepped step VERB VBD 0 root\ndown down ADP RP 2 compound:prt\n"),
            "KEN RETREAT/resign - 'stepped down'");
  EXPECT_EQ(events("Kenya Kenya PROPN NNP 2 nsubj\nstepped step VERB VBD 0 root\naside aside ADV RB 2 advmod\n"), "");
}

TEST_F(EventsTest, AnAdjectiveIsAPredicate) {
  EXPECT_EQ(events("Peru Peru PROPN NNP 3 nsubj\nis be AUX VBZ 3 cop\ncritical critical ADJ JJ 0 root\nof of ADP IN 5 case\nKenya Kenya "
                   "PROPN NNP 3 obl\n"),
            "PER ACCUSE KEN 'critical'");
}

TEST_F(EventsTest, TheAdjectiveOfANounActs) {
  EXPECT_EQ(events("Peruvian Peruvian ADJ JJ 2 amod\naid aid NOUN NN 5 nsubj\nto to ADP IN 4 case\nChad Chad PROPN NNP 2 nmod\narrived "
                   "arrive VERB VBD 0 root\n"),
            "PER AID TCD 'aid'");
}

TEST_F(EventsTest, BesideAPossessorTheAdjectiveIsTheOtherSide) {
  EXPECT_EQ(events("Kenya Kenya PROPN NNP 4 nmod:poss\n's 's PART POS 1 case\nPeruvian Peruvian ADJ JJ 4 amod\ninvasion invasion NOUN NN 5 "
                   "nsubj\nfailed fail VERB VBD 0 root\n"),
            "KEN ASSAULT PER 'invasion'");
}

TEST_F(EventsTest, BetweenNamesBothSides) {
  EXPECT_EQ(events("talks talk NOUN NNS 0 root\nbetween between ADP IN 3 case\nKenya Kenya PROPN NNP 1 nmod\nand and CCONJ CC 5 cc\nPeru "
                   "Peru PROPN NNP 3 conj\n"),
            "KEN+PER CONSULT KEN+PER 'talks'");
}

TEST_F(EventsTest, AWarNamedByItsPlaceHasNoSource) {
  EXPECT_EQ(events("the the DET DT 3 det\nPeruvian Peruvian ADJ JJ 3 amod\nwar war NOUN NN 4 nsubj\nended end VERB VBD 0 root\n"),
            "- ASSAULT - 'war'");
  EXPECT_EQ(codes_of(report_, report_.events.at(0).about), "PER");
}

TEST_F(EventsTest, WhatIsDoneToAThingIsDoneToItsOwner) {
  EXPECT_EQ(events("Kenya Kenya PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nPeru Peru PROPN NNP 5 nmod:poss\n's 's PART POS 3 "
                   "case\nharbour harbour NOUN NN 2 obj\n"),
            "KEN ASSAULT PER 'attacked'");
}

TEST_F(EventsTest, PeopleNobodyKnowsBecomeActors) {
  EXPECT_EQ(events("Critics critic NOUN NNS 2 nsubj\nattacked attack VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj\n"),
            "'Critics' ASSAULT PER 'attacked'");
  EXPECT_EQ(events("Storms storm NOUN NNS 2 nsubj\nattacked attack VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj\n"),
            "- ASSAULT PER 'attacked'");
}

TEST_F(EventsTest, BesideAnotherTargetNobodyActsOnHimself) {
  EXPECT_EQ(events("Kenya Kenya PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nKenya Kenya PROPN NNP 2 obj\nand and CCONJ CC 5 "
                   "cc\nPeru Peru PROPN NNP 3 conj\n"),
            "KEN ASSAULT PER 'attacked'");
}

TEST_F(EventsTest, ADefiniteNounRecallsTheSides) {
  EXPECT_EQ(events(R"(
Kenya Kenya PROPN NNP 2 nsubj
met meet VERB VBD 0 root
Peru Peru PROPN NNP 2 obj

The the DET DT 2 det
talks talk NOUN NNS 3 nsubj
failed fail VERB VBD 0 root
)"),
            "KEN CONSULT PER 'met'\nKEN CONSULT PER 'talks'");
}

TEST_F(EventsTest, AParticipleBeforeItsNounIsNoEvent) {
  EXPECT_EQ(events("Attacked attack VERB VBN 2 amod\nPeru Peru PROPN NNP 3 nsubj\nslept sleep VERB VBD 0 root\n"), "");
}

TEST_F(EventsTest, InReturnForIsNoEvent) {
  EXPECT_EQ(events("Kenya Kenya PROPN NNP 2 nsubj\nmet meet VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj\nin in ADP IN 5 case\nreturn return "
                   "NOUN NN 2 obl\n"),
            "KEN CONSULT PER 'met'");
}

// A hostile parse: each verb is about the next one.
TEST_F(EventsTest, ALongChainOfActsEnds) {
  std::string written = "Kenya Kenya PROPN NNP 2 nsubj\nurged urge VERB VBD 0 root\n";
  for (int i = 3; i <= 3000; ++i) written += "urge urge VERB VB " + std::to_string(i - 1) + " xcomp\n";
  events(written);
  EXPECT_EQ(report_.events.size(), 2998u) << "all but the last, which asks for nothing";
}

}  // namespace
}  // namespace demarche

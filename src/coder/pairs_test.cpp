#include "coder/pairs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coder/events.h"
#include "coder/hand_report.h"
#include "coder/pair_attachment.h"
#include "coder/pair_features.h"
#include "coder/pair_reading.h"
#include "coder/status.h"
#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

std::string side(const MarkedSentence& marked, Span span) {
  return marked.text.substr(span.begin, span.size());
}

TEST(ParseMarked, TakesTheMarksOff) {
  MarkedSentence made = parse_marked("<s>Kenya</s> sent aid to <t>Peru's army</t>.");
  EXPECT_EQ(made.text, "Kenya sent aid to Peru's army.");
  EXPECT_EQ(side(made, made.source), "Kenya");
  EXPECT_EQ(side(made, made.target), "Peru's army");
}

TEST(ParseMarked, SidesMayNestOrCross) {
  MarkedSentence made = parse_marked("<s>the envoy of <t>Peru</t></s> left");
  EXPECT_EQ(side(made, made.source), "the envoy of Peru");
  EXPECT_EQ(side(made, made.target), "Peru");
  made = parse_marked("<s>a <t>b</s> c</t>");
  EXPECT_EQ(side(made, made.source), "a b");
  EXPECT_EQ(side(made, made.target), "b c");
}

TEST(ParseMarked, CountsBytes) {
  MarkedSentence made = parse_marked("São <t>Tomé</t>");
  EXPECT_EQ(made.target, (Span{5, 10}));
}

// Marked text, what is left of it, and whether each side is found.
struct Hostile {
  std::string_view marked, text;
  bool source, target;
};
class ParseHostile : public testing::TestWithParam<Hostile> {};
TEST_P(ParseHostile, LeavesTheMissingSideEmpty) {
  MarkedSentence made = parse_marked(GetParam().marked);
  EXPECT_EQ(made.text, GetParam().text);
  EXPECT_EQ(!made.source.empty(), GetParam().source);
  EXPECT_EQ(!made.target.empty(), GetParam().target);
  EXPECT_LE(made.source.end, made.text.size());
  EXPECT_LE(made.target.end, made.text.size());
}
INSTANTIATE_TEST_SUITE_P(Pairs, ParseHostile,
                         testing::Values(Hostile{"", "", false, false}, Hostile{"plain text", "plain text", false, false},
                                         Hostile{"<s>open", "open", false, false}, Hostile{"shut</s> and </t>", "shut and ", false, false},
                                         Hostile{"</s>a<s>b</t>", "ab", false, false}, Hostile{"<s></s>a<t> </t>", "a ", false, true},
                                         Hostile{"<s>a</s><s>b</s>", "ab", true, false},
                                         Hostile{"a < b <S>c</S> <s", "a < b <S>c</S> <s", false, false},
                                         Hostile{"<s><s>a</s></s><t>b</t>", "ab", true, true}));

TEST(ParseMarked, TheFirstPairCounts) {
  MarkedSentence made = parse_marked("<s>a</s> <s>b</s>");
  EXPECT_EQ(side(made, made.source), "a");
}

class PairsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    HandMadeData data(std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology");
    data.write("frames/a.frames", R"(
verb visit, praise
  obj=T => CONSULT/visit 042
  > Kenya visited Peru. | KEN CONSULT PER
verb shell
  obj=T => ASSAULT 190
  > Kenya shelled Peru. | KEN ASSAULT PER
verb withdraw
  from=T => RETREAT/withdraw
  > Kenya withdrew from Peru. | KEN RETREAT PER
verb convict
  obj=T => SANCTION/convict 116
  > Kenya convicted Peru. | KEN SANCTION PER
verb penalise
  obj=T => SANCTION/discontinue 163
  > Kenya penalised Peru. | KEN SANCTION PER
verb blockade
  obj=T => COERCE/restrict 191
  > Kenya blockaded Peru. | KEN COERCE PER
verb seek, order
  obj=@* from=T? => REQUEST grid:appeal
  > Kenya sought sanctions. | KEN REQUEST -
verb rally
  - => PROTEST/demo 141
  > Kenya rallied. | KEN PROTEST -
verb press
  obj=T => REQUEST 020
  > Kenya pressed Peru. | KEN REQUEST PER
verb station
  in=T => MOBILIZE/troops 154
  > Kenya stationed men in Peru. | KEN MOBILIZE PER
verb consent
  clause=@* => AGREE 030
  > Kenya consented to visit Peru. | KEN AGREE -
noun sanction
  on=T => SANCTION/discontinue 163
  > Kenya sought sanctions on Peru. | KEN REQUEST -
)");
    lexicon_ = *Lexicon::load(data.path());
  }
  static void TearDownTestSuite() { lexicon_.reset(); }

  PairCode code(std::string_view written, std::string_view source, std::string_view target, const Judge* judge = nullptr) {
    Report report = hand_report(written, *lexicon_);
    MarkedSentence marked{report.document->text, span(report, source), span(report, target)};
    mark_sides(report, marked);
    find_events(report, *lexicon_);
    read_statuses(report, *lexicon_);
    return code_pair(report, marked, *lexicon_, judge);
  }
  static Span span(const Report& report, std::string_view words) {
    if (words.empty()) return {};
    auto at = static_cast<uint32_t>(report.document->text.find(words));
    return {at, at + static_cast<uint32_t>(words.size())};
  }
  static std::shared_ptr<const Lexicon> lexicon_;
};
std::shared_ptr<const Lexicon> PairsTest::lexicon_;

constexpr std::string_view kTwoActs = R"(
Kenya Kenya PROPN NNP 2 nsubj
visited visit VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
after after SCONJ IN 6 mark
Chad Chad PROPN NNP 6 nsubj
shelled shell VERB VBD 2 advcl
Mali Mali PROPN NNP 6 obj
)";

TEST_F(PairsTest, TheActBetweenTheSidesDecides) {
  EXPECT_EQ(code(kTwoActs, "Kenya", "Peru").type, EventType::kConsult);
  PairCode assault = code(kTwoActs, "Chad", "Mali");
  EXPECT_EQ(assault.type, EventType::kAssault);
  EXPECT_EQ(assault.cameo, "190");
  EXPECT_EQ(assault.why, "a.frames:6");
}

TEST_F(PairsTest, AVisitToComeIsAgreed) {
  PairCode made = code("Kenya Kenya PROPN NNP 3 nsubj\nwill will AUX MD 3 aux\nvisit visit VERB VB 0 root\nPeru Peru PROPN NNP 3 obj\n",
                       "Kenya", "Peru");
  EXPECT_EQ(made.type, EventType::kAgree);
  EXPECT_EQ(made.mode, Mode::kNone) << "a mode of CONSULT is none of AGREE";
}

TEST_F(PairsTest, AWithdrawalToComeIsAgreed) {
  EXPECT_EQ(code("Kenya Kenya PROPN NNP 3 nsubj\nwill will AUX MD 3 aux\nwithdraw withdraw VERB VB 0 root\nfrom from ADP IN 5 case\nPeru "
                 "Peru PROPN NNP 3 obl\n",
                 "Kenya", "Peru")
                .type,
            EventType::kAgree);
}

struct Crosswalk {
  std::string_view verb, lemma, rest;
  EventType type;
};

std::string act(const Crosswalk& one) {
  return "Kenya Kenya PROPN NNP 2 nsubj\n" + std::string(one.verb) + " " + std::string(one.lemma) +
         " VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj\n" + std::string(one.rest);
}

TEST_F(PairsTest, CodesThatTheCrosswalkReadsOtherwiseFollowIt) {
  std::string_view prison =
      "and and CCONJ CC 5 cc\nsentenced sentence VERB VBD 2 conj\nhim he PRON PRP 5 obj\nto to ADP IN 8 case\nprison prison NOUN NN 5 "
      "obl\n";
  for (const Crosswalk& one :
       {Crosswalk{"convicted", "convict", "", EventType::kAccuse}, Crosswalk{"convicted", "convict", prison, EventType::kCoerce},
        Crosswalk{"penalised", "penalise", "", EventType::kCoerce}, Crosswalk{"blockaded", "blockade", "", EventType::kAssault}})
    EXPECT_EQ(code(act(one), "Kenya", "Peru").type, one.type) << act(one);
}

TEST_F(PairsTest, WhatACrowdDemandsIsPartOfItsProtest) {
  EXPECT_EQ(code("Kenyans Kenyan PROPN NNPS 2 nsubj\nrallied rally VERB VBD 0 root\nto to PART TO 4 mark\npress press VERB VB 2 advcl\n"
                 "Peru Peru PROPN NNP 4 obj\n",
                 "Kenyans", "Peru")
                .type,
            EventType::kProtest);
}

TEST_F(PairsTest, WhatADoneDeedWasForIsDone) {
  auto sentence = [](std::string_view verb, std::string_view lemma) {
    return "Kenya Kenya PROPN NNP 2 nsubj\n" + std::string(verb) + " " + std::string(lemma) +
           " VERB VBD 0 root\nagain again ADV RB 2 advmod\nto to PART TO 5 mark\nvisit visit VERB VB 2 advcl\nPeru Peru PROPN NNP 5 obj\n";
  };
  EXPECT_EQ(code(sentence("came", "come"), "Kenya", "Peru").type, EventType::kConsult);
  EXPECT_EQ(code(sentence("agreed", "agree"), "Kenya", "Peru").type, EventType::kAgree);
}

TEST_F(PairsTest, WhatIsAgreedToIsToCome) {
  EXPECT_EQ(code("Kenya Kenya PROPN NNP 2 nsubj\nconsented consent VERB VBD 0 root\nto to PART TO 4 mark\nvisit visit VERB VB 2 xcomp\n"
                 "Peru Peru PROPN NNP 4 obj\n",
                 "Kenya", "Peru")
                .type,
            EventType::kAgree);
}

TEST_F(PairsTest, WhoInsistsThatOthersActAsksThem) {
  EXPECT_EQ(code("Kenya Kenya PROPN NNP 2 nsubj\ninsisted insist VERB VBD 0 root\nthat that SCONJ IN 5 mark\nPeru Peru PROPN NNP 5 "
                 "nsubj\nlisten listen VERB VB 2 ccomp\n",
                 "Kenya", "Peru")
                .type,
            EventType::kRequest);
}

TEST_F(PairsTest, TroopsOfAPeacekeepingForceAreAid) {
  std::string_view stationed =
      "Kenya Kenya PROPN NNP 2 nsubj\nstationed station VERB VBD 0 root\nmen man NOUN NNS 2 obj\nin in ADP IN 5 case\nPeru Peru PROPN "
      "NNP 2 obl\n";
  EXPECT_EQ(code(stationed, "Kenya", "Peru").type, EventType::kMobilize);
  EXPECT_EQ(code(std::string(stationed) + "as as ADP IN 7 case\npeacekeepers peacekeeper NOUN NNS 2 obl\n", "Kenya", "Peru").type,
            EventType::kAid);
}

TEST_F(PairsTest, WhoAsksForHarmToAnotherAccusesIt) {
  auto sentence = [](std::string_view verb, std::string_view lemma) {
    return "Kenya Kenya PROPN NNP 2 nsubj\n" + std::string(verb) + " " + std::string(lemma) +
           " VERB VBD 0 root\nsanctions sanction NOUN NNS 2 obj\non on ADP IN 5 case\nPeru Peru PROPN NNP 3 nmod\n";
  };
  EXPECT_EQ(code(sentence("sought", "seek"), "Kenya", "Peru").type, EventType::kAccuse);
  EXPECT_EQ(code(sentence("ordered", "order"), "Kenya", "Peru").type, EventType::kCoerce) << "a command is the deed";
}

// *Kenya says Peru MODAL VERB*
std::string saying(std::string_view modal, std::string_view verb, std::string_view lemma) {
  return "Kenya Kenya PROPN NNP 2 nsubj\nsays say VERB VBZ 0 root\nPeru Peru PROPN NNP 5 nsubj\n" + std::string(modal) + "\n" +
         std::string(verb) + " " + std::string(lemma) + " VERB VB 2 ccomp\nMali Mali PROPN NNP 5 obj\n";
}

TEST_F(PairsTest, WhatTheSourceSaysOfTheTargetIsAskedOrBlamed) {
  EXPECT_EQ(code(saying("must must AUX MD 5 aux", "listen", "listen"), "Kenya", "Peru").type, EventType::kRequest);
  EXPECT_EQ(code(saying("had have AUX VBD 5 aux", "shelled", "shell"), "Kenya", "Peru").type, EventType::kAccuse);
  EXPECT_EQ(code(saying("will will AUX MD 5 aux", "listen", "listen"), "Kenya", "Peru").type, EventType::kNone);
  EXPECT_EQ(code(saying("had have AUX VBD 5 aux", "shelled", "shell"), "Peru", "Mali").type, EventType::kAssault)
      << "between the two that it names the act stays what it is";
}

// The target hangs on *camp*, and the frame wants it under *withdrew*.
constexpr std::string_view kFarFromItsVerb = R"(
Kenya Kenya PROPN NNP 2 nsubj
withdrew withdraw VERB VBD 0 root
men man NOUN NNS 2 obj
of of ADP IN 5 case
camp camp NOUN NN 3 nmod
from from ADP IN 7 case
Peru Peru PROPN NNP 5 nmod
)";

TEST_F(PairsTest, TheTargetMayBelongToAVerbAbove) {
  Report report = hand_report(kFarFromItsVerb, *lexicon_);
  MarkedSentence marked{report.document->text, span(report, "Kenya"), span(report, "Peru")};
  mark_sides(report, marked);
  Side source = find_side(report, marked.source), target = find_side(report, marked.target);
  EXPECT_THAT(other_governors(report, source, target), testing::ElementsAre(1));
  EXPECT_TRUE(other_governors(report, source, {}).empty());
  Sentence sentence = report.sentences[0];
  rehang(sentence, target, 1, false);
  EXPECT_EQ(sentence.words[6].head, 1);
  EXPECT_EQ(sentence.words[6].rel, Deprel::kObl);
}

TEST_F(PairsTest, AnEventWithBothSidesInTheirPlacesJoinsThem) {
  Report report = hand_report(kTwoActs, *lexicon_);
  mark_sides(report, {report.document->text, span(report, "Kenya"), span(report, "Peru")});
  find_events(report, *lexicon_);
  EXPECT_TRUE(joined(report));
  Report apart = hand_report(kTwoActs, *lexicon_);
  mark_sides(apart, {apart.document->text, span(apart, "Kenya"), span(apart, "Mali")});
  find_events(apart, *lexicon_);
  EXPECT_FALSE(joined(apart));
}

TEST_F(PairsTest, LabelsOfTheChaptersAreReadByTheCrosswalk) {
  Report report = hand_report(act({"convicted", "convict", "", EventType::kAccuse}), *lexicon_);
  MarkedSentence marked{report.document->text, span(report, "Kenya"), span(report, "Peru")};
  mark_sides(report, marked);
  find_events(report, *lexicon_);
  auto ranked = rank_events(report, find_side(report, marked.source), find_side(report, marked.target));
  EXPECT_EQ(reading_of_label(report, ranked, EventType::kSanction), EventType::kAccuse);
  EXPECT_EQ(reading_of_label(report, ranked, EventType::kAid), EventType::kAid) << "no event of that type stands there";
}

TEST_F(PairsTest, WithoutEventsThereIsNoType) {
  EXPECT_EQ(code("Kenya Kenya PROPN NNP 2 nsubj\nlikes like VERB VBZ 0 root\nPeru Peru PROPN NNP 2 obj\n", "Kenya", "Peru").type,
            EventType::kNone);
}

TEST_F(PairsTest, AMissingSideIsNoFault) {
  EXPECT_EQ(code(kTwoActs, "", "Peru").type, EventType::kConsult);
}

TEST_F(PairsTest, AJudgeDecidesWhereNoFrameDoes) {
  std::string_view likes = "Kenya Kenya PROPN NNP 2 nsubj\nlikes like VERB VBZ 0 root\nPeru Peru PROPN NNP 2 obj\n";
  Report report = hand_report(likes, *lexicon_);
  MarkedSentence marked{report.document->text, span(report, "Kenya"), span(report, "Peru")};
  mark_sides(report, marked);
  Judge judge = Judge::train({{pair_features(report, marked, *lexicon_), EventType::kSupport}}, {});
  PairCode made = code(likes, "Kenya", "Peru", &judge);
  EXPECT_EQ(made.type, EventType::kSupport);
  EXPECT_EQ(made.why, "judge");
  EXPECT_GT(made.probability, 0.5);
}

TEST_F(PairsTest, WithoutSidesThereIsNothingToJudge) {
  std::string_view likes = "Kenya Kenya PROPN NNP 2 nsubj\nlikes like VERB VBZ 0 root\nPeru Peru PROPN NNP 2 obj\n";
  Judge judge = Judge::train({{pair_features(hand_report(likes, *lexicon_), Side{}, Side{}, *lexicon_), EventType::kSupport}}, {});
  EXPECT_EQ(code(likes, "", "", &judge).type, EventType::kNone);
  EXPECT_EQ(code(likes, "Kenya", "", &judge).type, EventType::kSupport);
}

TEST_F(PairsTest, FeaturesTellTheSidesApart) {
  Report report = hand_report(kTwoActs, *lexicon_);
  MarkedSentence marked{report.document->text, span(report, "Kenya"), span(report, "Peru")};
  MarkedSentence turned{report.document->text, span(report, "Peru"), span(report, "Kenya")};
  EXPECT_NE(pair_features(report, marked, *lexicon_).items, pair_features(report, turned, *lexicon_).items);
}

}  // namespace
}  // namespace demarche

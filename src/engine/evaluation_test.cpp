#include "engine/evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/hand_made_gold.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kText = "Kenya accused Uganda of fraud. Officials from Peru met envoys of Chile and will send aid unless talks fail.";

// Kenya (0) accuses Uganda (1); Peru (2) meets Chile (3), and will send aid unless talks fail.
HandMadeReport gold() {
  HandMadeReport made(kText);
  made.actor("KEN", "KEN", {"Kenya"}).actor("UGA", "UGA", {"Uganda"}).actor("PERGOV", "PER", {"Officials from Peru"});
  made.actor("CHL", "CHL", {"Chile"});
  made.event("accused", "ACCUSE", {0}, {1}).event("met", "CONSULT", {2}, {3});
  made.event("send aid", "AID", {2}, {3}, "planned").event("talks fail", "", {}, {}, "possible");
  made.relation(RelationType::kCondition, 2, {3});
  return made;
}

Evaluation score(HandMadeReport want, HandMadeReport have, EventMatch how = EventMatch::kByTrigger) {
  std::vector<CodedReport> left{want.get()}, right{have.get()};
  return *evaluate(left, align(left, right), how);
}

TEST(Evaluation, OfGoldAgainstItselfIsPerfect) {
  Evaluation one = score(gold(), gold());
  for (const Tally& tally : {one.detection, one.typed, one.whom, one.actors}) EXPECT_EQ(tally.f1(), 1.0);
  EXPECT_EQ(one.relations[static_cast<size_t>(RelationType::kCondition)].f1(), 1.0);
  EXPECT_EQ(one.status_macro_f1(), 1.0);
  EXPECT_EQ(one.overall(), 1.0);
  EXPECT_EQ(one.attribution.f1(), std::nullopt) << "nobody speaks, so there is nothing to measure";
  EXPECT_THAT(one.misses, IsEmpty());
}

TEST(Evaluation, WithoutAPredictionMissesAll) {
  std::vector<CodedReport> left{gold().get()};
  Evaluation one = *evaluate(left, align(left, {}), EventMatch::kByTrigger);
  EXPECT_EQ(one.detection.missed, 4u);
  EXPECT_EQ(one.typed.missed, 3u);
  EXPECT_EQ(one.actors.missed, 4u);
  EXPECT_EQ(one.detection.f1(), 0.0);
}

TEST(Evaluation, TakesAnotherTypeForAMissAndAnInvention) {
  HandMadeReport run = gold();
  run.get().events[0].type = "REJECT";
  Evaluation one = score(gold(), run);
  EXPECT_EQ(one.detection.f1(), 1.0);
  EXPECT_EQ(one.typed.right, 2u);
  EXPECT_EQ(one.typed.missed, 1u);
  EXPECT_EQ(one.typed.made_up, 1u);
  EXPECT_EQ(one.types.at("ACCUSE").missed, 1u);
  EXPECT_EQ(one.types.at("REJECT").made_up, 1u);
  EXPECT_EQ((one.confusion.at({"ACCUSE", "REJECT"})), 1u);
  ASSERT_EQ(one.misses.size(), 1u);
  EXPECT_EQ(one.misses[0].what, "ACCUSE 'accused' taken for REJECT");
}

TEST(Evaluation, OfTheMacroMeanLeavesOutTypesThatOnlyTheRunHas) {
  HandMadeReport run = gold();
  run.get().events[0].type = "REJECT";
  EXPECT_DOUBLE_EQ(*score(gold(), run).type_macro_f1(), 2.0 / 3);
}

TEST(Evaluation, AsksForTheSameCountriesOnBothSides) {
  HandMadeReport swapped = gold(), fellow = gold(), unknown = gold();
  std::swap(swapped.get().events[0].source, swapped.get().events[0].target);
  fellow.get().actors[2].code = "PERMIL";
  unknown.get().actors[0].country.clear();
  EXPECT_EQ(score(gold(), swapped).whom.right, 2u);
  EXPECT_EQ(score(gold(), swapped).typed.right, 3u);
  EXPECT_EQ(score(gold(), fellow).whom.right, 3u) << "another code of the same country is the same who";
  EXPECT_EQ(score(gold(), unknown).whom.right, 3u) << "the code stands in for a country that is not there";
}

TEST(Evaluation, LeavesOutPropositionsThatNothingNeeds) {
  HandMadeReport run = gold(), needed = gold();
  run.event("envoys", "", {}, {});
  EXPECT_EQ(score(gold(), run).detection.made_up, 0u);
  needed.event("envoys", "", {}, {}).relation(RelationType::kContent, 1, {4});
  EXPECT_EQ(score(gold(), needed).detection.made_up, 1u);
  EXPECT_EQ((score(gold(), needed).confusion.at({"-", "null"})), 1u);
}

TEST(Evaluation, MatchesOverlappingTriggersBestFirst) {
  HandMadeReport want(kText), have(kText);
  want.event("send aid", "AID", {}, {}).event("aid", "AID", {}, {});
  have.event("aid", "AID", {}, {}).event("send", "AID", {}, {});
  EXPECT_THAT(*match_events(want.get(), have.get(), EventMatch::kByTrigger), ElementsAre(std::pair(1u, 0u), std::pair(0u, 1u)));
}

TEST(Evaluation, PrefersTheSameTypeAmongOverlapsAlike) {
  HandMadeReport want(kText), have(kText);
  want.event("send aid", "AID", {}, {});
  have.event("send aid", "CONSULT", {}, {}).event("send aid", "AID", {}, {});
  EXPECT_THAT(*match_events(want.get(), have.get(), EventMatch::kByTrigger), ElementsAre(std::pair(0u, 1u)));
}

TEST(Evaluation, MeasuresStatusOverMatchedEventsAndTheStatusesOfGold) {
  HandMadeReport run = gold();
  run.get().events[1].status = "denied";
  Evaluation one = score(gold(), run);
  EXPECT_DOUBLE_EQ(*one.status.value(), 0.75);
  EXPECT_DOUBLE_EQ(*one.status_macro_f1(), (2.0 / 3 + 1 + 1) / 3);
}

TEST(Evaluation, TellsExactDatesFromOverlappingOnes) {
  HandMadeReport want = gold(), have = gold();
  want.get().events[0].start = "2024-05-01", want.get().events[0].end = "2024-05-31";
  have.get().events[0].start = have.get().events[0].end = "2024-05-06";
  want.get().events[1].start = want.get().events[1].end = "2024-05-02";
  Evaluation one = score(want, have);
  EXPECT_EQ(one.date_exact.right, 0u);
  EXPECT_EQ(one.date_overlap.right, 1u);
  EXPECT_EQ(one.date_overlap.of, 2u);
}

TEST(Evaluation, KnowsAVoiceByCountryNameOrMention) {
  auto spoken = [](uint32_t voice) {
    HandMadeReport made = gold();
    made.actor("", "", {"Officials"}).actor("", "", {"envoys"}).actor("PER", "PER", {});
    made.get().events[0].attribution = {{voice}};
    return made;
  };
  EXPECT_EQ(score(spoken(2), spoken(6)).attribution.right, 2u) << "the same country, outermost and innermost";
  EXPECT_EQ(score(spoken(2), spoken(4)).attribution.right, 2u) << "a mention that overlaps";
  EXPECT_EQ(score(spoken(2), spoken(5)).attribution.right, 0u);
  EXPECT_EQ(score(spoken(2), spoken(5)).attribution.made_up, 2u);
  EXPECT_EQ(score(spoken(2), gold()).attribution.missed, 2u);
}

TEST(Evaluation, CountsTheOutermostAndTheInnermostVoiceEach) {
  HandMadeReport want = gold(), have = gold();
  want.get().events[0].attribution = {{0}, {1}};
  have.get().events[0].attribution = {{0}};
  Evaluation one = score(want, have);
  EXPECT_EQ(one.attribution.right, 1u);
  EXPECT_EQ(one.attribution.missed, 1u);
  EXPECT_EQ(one.attribution.made_up, 1u);
}

TEST(Evaluation, MeasuresRelationsByTheTriggersOfTheirEnds) {
  HandMadeReport wrong_type = gold(), other = gold();
  wrong_type.get().events[2].type = "COERCE";
  other.get().relations[0].pairs = {{0, 3}};
  size_t condition = static_cast<size_t>(RelationType::kCondition);
  EXPECT_EQ(score(gold(), wrong_type).relations[condition].right, 1u);
  EXPECT_EQ(score(gold(), other).relations[condition].right, 0u);
  EXPECT_EQ(score(gold(), other).relations[condition].missed, 1u);
}

TEST(Evaluation, MeasuresForceAndConnectiveOfRelationsThatMatch) {
  HandMadeReport want = gold(), have = gold();
  want.relation(RelationType::kOrder, 0, {1}, "demanded").relation(RelationType::kCondition, 2, {0, 1});
  have.relation(RelationType::kOrder, 0, {1}, "stated").relation(RelationType::kCondition, 2, {0, 1});
  want.get().relations.back().connective = "any";
  have.get().relations.back().connective = "all";
  Evaluation one = score(want, have);
  EXPECT_EQ(one.force.of, 1u);
  EXPECT_EQ(one.force.right, 0u);
  EXPECT_EQ(one.connective.of, 1u) << "once a relation, and not where there is a single condition";
  EXPECT_EQ(one.connective.right, 0u);
}

TEST(Evaluation, LeavesOutMentionsAroundAMatchedOne) {
  HandMadeReport run = gold(), other = gold();
  run.actor("PER", "PER", {"Officials"});
  other.actor("ARG", "ARG", {"Officials"});
  EXPECT_EQ(score(gold(), run).actors.made_up, 0u);
  EXPECT_EQ(score(gold(), other).actors.made_up, 1u);
}

TEST(Evaluation, MatchesByWhatIsSaidWhereGoldHasNoWords) {
  HandMadeReport want = gold(), have = gold();
  for (CodedEvent& one : want.get().events) one.trigger = {};
  have.get().events.erase(have.get().events.begin() + 2, have.get().events.end());
  want.get().events.pop_back();
  EXPECT_EQ(score(want, have, EventMatch::kByCode).typed.right, 2u);
  EXPECT_EQ(score(want, have, EventMatch::kByCode).typed.missed, 1u);
  EXPECT_EQ(score(want, have, EventMatch::kByCode).overall(), 0.8);
}

TEST(Evaluation, RefusesHostileOverlaps) {
  CodedReport dense;
  dense.id = "dense";
  dense.text = "Kenya";
  dense.events.resize(1500);
  for (CodedEvent& one : dense.events) one.trigger = {0, 5};
  std::vector<CodedReport> left{dense}, right{dense};
  auto refused = evaluate(left, align(left, right), EventMatch::kByTrigger);
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().text(), HasSubstr("dense: has too many overlapping ranges"));
}

TEST(Alignment, GoesByIdThenByTextAndSaysWhatIsLeft) {
  CodedReport a, b, c, renamed, stray, changed;
  a.id = "a", a.text = "One.";
  b.id = "b", b.text = "Two.";
  c.id = "c", c.text = "Three.";
  renamed.id = "x", renamed.text = "Two.";
  stray.id = "y", stray.text = "Four.";
  changed.id = "a", changed.text = "One!";
  std::vector<CodedReport> coded{stray, renamed, changed};
  Alignment made = align({a, b, c}, coded);
  EXPECT_THAT(made.coded, ElementsAre(&coded[2], &coded[1], nullptr));
  EXPECT_THAT(made.warnings,
              ElementsAre(HasSubstr("the text of a differs"), HasSubstr("no prediction for c"), HasSubstr("y is not in gold")));
}

}  // namespace
}  // namespace demarche

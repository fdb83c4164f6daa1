#include "engine/evaluation_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/hand_made_gold.h"

namespace demarche {
namespace {

using testing::HasSubstr;

constexpr const char* kText = "Kenya accused Uganda of fraud.\nPeru met Chile, and Chad protested.";

HandMadeReport empty() {
  HandMadeReport made(kText);
  return made.actor("KEN", "KEN", {"Kenya"}).actor("UGA", "UGA", {"Uganda"}).actor("PER", "PER", {"Peru"}).actor("CHL", "CHL", {"Chile"});
}

HandMadeReport gold() {
  return empty().event("accused", "ACCUSE", {0}, {1}).event("met", "CONSULT", {2}, {3});
}

RunDiff diff(HandMadeReport now, HandMadeReport before) {
  std::vector<CodedReport> want{gold().get()}, is{now.get()}, was{before.get()};
  return *diff_runs(want, align(want, is), align(want, was), EventMatch::kByTrigger);
}

TEST(RunDiff, OfARunAndItselfIsEmpty) {
  RunDiff none = diff(gold(), gold());
  EXPECT_TRUE(none.changes.empty());
  EXPECT_EQ(none.same, 2u);
}

TEST(RunDiff, TellsWhatIsGainedWithItsSentence) {
  RunDiff made = diff(gold(), empty().event("accused", "ACCUSE", {0}, {1}));
  ASSERT_EQ(made.changes.size(), 1u);
  EXPECT_EQ(made.changes[0].kind, ChangeKind::kGained);
  EXPECT_EQ(made.changes[0].effect, ChangeEffect::kBetter);
  EXPECT_EQ(made.changes[0].what, "PER CONSULT CHL occurred 'met'");
  EXPECT_EQ(made.changes[0].sentence, "Peru met Chile, and Chad protested.");
}

TEST(RunDiff, HoldsWhatIsMadeUpAgainstARun) {
  RunDiff made = diff(gold().event("protested", "PROTEST", {}, {}), gold());
  ASSERT_EQ(made.changes.size(), 1u);
  EXPECT_EQ(made.changes[0].effect, ChangeEffect::kWorse);
}

TEST(RunDiff, TellsWhatIsLostAndWhetherThatIsALoss) {
  RunDiff right = diff(empty().event("accused", "ACCUSE", {0}, {1}), gold());
  ASSERT_EQ(right.changes.size(), 1u);
  EXPECT_EQ(right.changes[0].kind, ChangeKind::kLost);
  EXPECT_EQ(right.changes[0].effect, ChangeEffect::kWorse);
  RunDiff wrong = diff(gold(), gold().event("protested", "PROTEST", {}, {}));
  EXPECT_EQ(wrong.count(ChangeKind::kLost, ChangeEffect::kBetter), 1u);
}

TEST(RunDiff, TellsWhatChangedInAnEvent) {
  RunDiff made = diff(gold(), empty().event("accused", "REJECT", {0}, {}, "planned").event("met", "CONSULT", {2}, {3}));
  ASSERT_EQ(made.changes.size(), 1u);
  EXPECT_EQ(made.changes[0].kind, ChangeKind::kChanged);
  EXPECT_EQ(made.changes[0].effect, ChangeEffect::kBetter);
  EXPECT_EQ(made.changes[0].what, "ACCUSE 'accused': type REJECT -> ACCUSE; target - -> UGA; status planned -> occurred");
  EXPECT_EQ(made.same, 1u);
}

TEST(RunDiff, SeesDatesVoicesAndCameoCodes) {
  HandMadeReport now = gold();
  now.get().events[0].start = "2024-05-01";
  now.get().events[0].end = "2024-05-31";
  now.get().events[0].attribution = {{2}, {}};
  now.get().events[0].cameo = "112";
  EXPECT_EQ(diff(now, gold()).changes.at(0).what,
            "ACCUSE 'accused': cameo - -> 112; date - -> 2024-05-01..2024-05-31; voices - -> Peru > someone");
}

TEST(RunDiff, FollowsRelations) {
  HandMadeReport now = gold();
  now.relation(RelationType::kOrder, 0, {1});
  RunDiff made = diff(now, gold());
  ASSERT_EQ(made.changes.size(), 1u);
  EXPECT_EQ(made.changes[0].what, "order 'accused' / 'met'");
  EXPECT_EQ(made.changes[0].effect, ChangeEffect::kWorse) << "gold has none";
  EXPECT_EQ(diff(gold(), now).count(ChangeKind::kLost, ChangeEffect::kBetter), 1u);
}

TEST(RunDiff, OfPairsGoesByRows) {
  std::vector<GoldPair> rows{{"a", "AID", 2, "A"}, {"b", "AID", 2, "B"}, {"c", "AID", 2, "C"}, {"d", "AID", 2, "D"}, {"e", "AID", 2, "E"}};
  RunDiff made = diff_pairs(rows, {{"a", "AID"}, {"b", "AID"}, {"d", "REJECT"}, {"e", "AID"}},
                            {{"b", "SUPPORT"}, {"c", "AID"}, {"d", "ACCUSE"}, {"e", "AID"}});
  ASSERT_EQ(made.changes.size(), 4u);
  EXPECT_EQ(made.changes[0].what, "- -> AID, gold AID");
  EXPECT_EQ(made.count(ChangeKind::kGained, ChangeEffect::kBetter), 1u);
  EXPECT_EQ(made.count(ChangeKind::kLost, ChangeEffect::kWorse), 1u);
  EXPECT_EQ(made.count(ChangeKind::kChanged, ChangeEffect::kBetter), 1u);
  EXPECT_EQ(made.count(ChangeKind::kChanged, ChangeEffect::kNeither), 1u);
  EXPECT_EQ(made.same, 1u);
  EXPECT_THAT(made.changes[1].sentence, HasSubstr("C"));
}

}  // namespace
}  // namespace demarche

#include "ontology/plover.h"

#include <gtest/gtest.h>

#include <set>

namespace demarche {
namespace {

template <class Enum>
std::vector<Enum> every(size_t first) {
  std::vector<Enum> values;
  for (size_t i = first; i < static_cast<size_t>(Enum::kCount); ++i) values.push_back(static_cast<Enum>(i));
  return values;
}

TEST(Plover, HasSixteenTypesSixtySevenModesAndThirtySevenContexts) {
  EXPECT_EQ(every<EventType>(1).size(), 16u);
  EXPECT_EQ(every<Context>(0).size(), 37u);
  EXPECT_EQ(all_modes().size(), 67u);
}

TEST(Plover, NamesComeBackAsTheSameValue) {
  for (EventType type : every<EventType>(1)) EXPECT_EQ(event_type_from(name(type)), type) << name(type);
  for (Mode mode : every<Mode>(1)) EXPECT_EQ(mode_from(name(mode)), mode) << name(mode);
  for (Context context : every<Context>(0)) EXPECT_EQ(context_from(name(context)), context) << name(context);
  for (Sector sector : every<Sector>(1)) EXPECT_EQ(sector_from(name(sector)), sector) << name(sector);
}

TEST(Plover, NamesAreDistinctAndFilled) {
  std::set<std::string_view> names;
  for (Mode mode : every<Mode>(1)) EXPECT_TRUE(!name(mode).empty() && names.insert(name(mode)).second) << name(mode);
  names.clear();
  for (Context context : every<Context>(0)) EXPECT_TRUE(!name(context).empty() && names.insert(name(context)).second) << name(context);
  for (Sector sector : every<Sector>(1)) EXPECT_FALSE(label(sector).empty()) << name(sector);
}

TEST(Plover, SpellsLongNamesAsTheContractDoes) {
  EXPECT_EQ(name(Mode::kThirdParty), "third-party");
  EXPECT_EQ(name(Mode::kMartialLaw), "martial-law");
  EXPECT_EQ(name(Mode::kUnconventional), "unconventional");
  EXPECT_EQ(name(Context::kTrafficking), "trafficking");
  EXPECT_EQ(name(Context::kPoliticalInstitutions), "political_institutions");
  EXPECT_EQ(name(QuadClass::kVerbalCooperation), "verbal cooperation");
  EXPECT_EQ(name(QuadClass::kMaterialConflict), "material conflict");
}

TEST(Plover, UnknownAndEmptyNamesGiveNothing) {
  EXPECT_EQ(event_type_from(""), std::nullopt);
  EXPECT_EQ(event_type_from("consult"), std::nullopt);
  EXPECT_EQ(event_type_from("FIGHT"), std::nullopt);
  EXPECT_EQ(mode_from(""), std::nullopt);
  EXPECT_EQ(mode_from("massacre"), std::nullopt);
  EXPECT_EQ(context_from("humanitarian"), std::nullopt);
  EXPECT_EQ(sector_from("INS"), std::nullopt);
}

TEST(Plover, EveryModeBelongsToSomeTypeAndNeverTwiceToOne) {
  std::set<std::pair<EventType, Mode>> seen;
  std::set<Mode> used;
  for (const ModeInfo& entry : all_modes()) {
    EXPECT_TRUE(seen.insert({entry.type, entry.mode}).second) << name(entry.type) << "/" << name(entry.mode);
    used.insert(entry.mode);
  }
  for (Mode mode : every<Mode>(1)) EXPECT_TRUE(used.count(mode)) << name(mode);
}

TEST(Plover, FiveTypesHaveNoModes) {
  for (EventType type : every<EventType>(1)) {
    bool none = type == EventType::kAgree || type == EventType::kSupport || type == EventType::kConcede || type == EventType::kCooperate ||
                type == EventType::kAid;
    EXPECT_EQ(modes_of(type).empty(), none) << name(type);
  }
}

TEST(Plover, AllowsAModeOnlyWhereItBelongs) {
  EXPECT_TRUE(allows(EventType::kConsult, Mode::kPhone));
  EXPECT_TRUE(allows(EventType::kAgree, Mode::kNone));
  EXPECT_TRUE(allows(EventType::kSanction, Mode::kExpel));
  EXPECT_TRUE(allows(EventType::kThreaten, Mode::kExpel));
  EXPECT_FALSE(allows(EventType::kCoerce, Mode::kExpel));
  EXPECT_FALSE(allows(EventType::kConsult, Mode::kRiot));
}

TEST(Plover, ScoresFollowTheModeAndFallBackOnTheType) {
  EXPECT_DOUBLE_EQ(plover_score(EventType::kConsult, Mode::kPhone), 1.5);
  EXPECT_DOUBLE_EQ(plover_score(EventType::kConsult), 2.5);
  EXPECT_DOUBLE_EQ(plover_score(EventType::kAccuse), -3);
  EXPECT_DOUBLE_EQ(plover_score(EventType::kAssault, Mode::kUnconventional), -10);
  EXPECT_DOUBLE_EQ(plover_score(EventType::kAid, Mode::kPhone), 10);
  EXPECT_DOUBLE_EQ(plover_score(EventType::kNone), 0);
}

TEST(Plover, QuadClassesFollowPloverWithSanctionMaterial) {
  EXPECT_EQ(quad_class(EventType::kConcede), QuadClass::kVerbalCooperation);
  EXPECT_EQ(quad_class(EventType::kRetreat), QuadClass::kMaterialCooperation);
  EXPECT_EQ(quad_class(EventType::kRequest), QuadClass::kVerbalConflict);
  EXPECT_EQ(quad_class(EventType::kSanction), QuadClass::kMaterialConflict);
  EXPECT_EQ(quad_class(EventType::kProtest), QuadClass::kMaterialConflict);
}

TEST(Plover, TargetIsRequiredOfThreeTypes) {
  int required = 0;
  for (EventType type : every<EventType>(1)) required += info(type).target_required;
  EXPECT_EQ(required, 3);
  EXPECT_TRUE(info(EventType::kSanction).target_required);
}

TEST(ContextSet, HoldsJoinsAndLists) {
  ContextSet set = Context::kMilitary;
  EXPECT_TRUE(set.has(Context::kMilitary));
  EXPECT_FALSE(set.has(Context::kTrafficking));
  set.add(Context::kTrafficking);
  EXPECT_EQ(set.size(), 2);
  EXPECT_EQ(set.list(), (std::vector<Context>{Context::kMilitary, Context::kTrafficking}));
  EXPECT_TRUE((set | ContextSet(Context::kLegal)).has_all(set));
  set.remove(Context::kMilitary);
  EXPECT_EQ(set, ContextSet(Context::kTrafficking));
  EXPECT_EQ(ContextSet::from_bits(set.bits()), set);
}

}  // namespace
}  // namespace demarche

#include "actors/roles.h"

#include <gtest/gtest.h>

#include "language/hand_parse.h"

namespace demarche {
namespace {

TEST(Roles, TheUnitedNationsStandByThemselves) {
  EXPECT_EQ(country_of_code("IGOUNOREF"), "UNO");
  EXPECT_EQ(country_of_code("PERGOV"), "PER");
}

TEST(Roles, ThePresidencyOutweighsTheParty) {
  ActorEntry entry;
  DateRange always{Date::of(2000, 1, 1), Date::of(2010, 1, 1)};
  entry.roles = {{always, "PERGOV", "president"}, {always, "PERPTY", "party leader"}};
  const DatedRole* role = chief_role(entry, Date::of(2005, 5, 5));
  ASSERT_NE(role, nullptr);
  EXPECT_EQ(role->title, "president");
  EXPECT_EQ(chief_role(entry, Date::of(2011, 5, 5)), nullptr);
}

TEST(Roles, HyphensJoinFromEitherHalf) {
  HandParse parse("Haddad~ Haddad PROPN NNP 4 nsubj\n-~ - PUNCT HYPH 3 punct\nNouri Nouri PROPN NNP 1 flat\nleft leave VERB VBD 0 root");
  EXPECT_EQ(hyphenated(parse.trees[0], 0), "Haddad-Nouri");
  EXPECT_EQ(hyphenated(parse.trees[0], 2), "Haddad-Nouri");
  EXPECT_EQ(hyphenated(parse.trees[0], 3), "left");
}

}  // namespace
}  // namespace demarche

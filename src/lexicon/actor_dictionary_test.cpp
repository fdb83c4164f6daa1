#include "lexicon/actor_dictionary.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

/// The actor lines read on top of one person of the Soviet Union who held an office.
ActorDictionary dictionary(std::string_view actors, Faults& faults) {
  ActorDictionary made;
  ActorEntry premier;
  premier.name = "Ivan Testov";
  premier.kind = ActorKind::kPerson;
  premier.roles.push_back({{Date::of(1990, 1, 1), Date::of(1990, 12, 31)}, "SUNGOV", "prime minister"});
  made.add(std::move(premier), {"Ivan Testov", "Iván Testov"});
  made.read_actors({{"test.actors", dictionary_lines(actors)}}, faults);
  made.finish();
  return made;
}

TEST(ActorDictionary, PersonOfTheOfficesIsJoined) {
  Faults faults;
  ActorDictionary made = dictionary("Ivan Petrovich Testov = Ivan Testov : SUNBUS | SUNREB 1990-06..1991-02 | SUNOPP 1991-03.. ; kind person", faults);
  ASSERT_TRUE(faults.empty());
  ASSERT_EQ(made.entries().size(), 1u);
  const ActorEntry& one = made.entries()[0];
  EXPECT_EQ(one.code, "SUNBUS");
  EXPECT_EQ(one.role_on(Date::of(1990, 7, 1))->code, "SUNGOV");
  EXPECT_EQ(one.role_on(Date::of(1991, 1, 15)), nullptr) << "a term that an office cuts is dropped whole";
  EXPECT_EQ(one.role_on(Date::of(1992, 1, 1))->code, "SUNOPP");
}

TEST(ActorDictionary, NamesakeOfAnotherCountryStaysApart) {
  Faults faults;
  ActorDictionary made = dictionary("Ivan Testov : BGROPP ; kind person", faults);
  EXPECT_EQ(made.entries().size(), 2u);
}

TEST(ActorDictionary, SurnameLeavesOutNumerals) {
  EXPECT_EQ(surname_of("Pope Leo XIV"), "Leo");
  EXPECT_EQ(surname_of("Hassan II"), "");
  EXPECT_EQ(surname_of("John Doe Jr."), "Doe");
}

}  // namespace
}  // namespace demarche

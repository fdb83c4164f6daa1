#include "lexicon/actor_dictionary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::HasSubstr;

const Countries& countries() {
  static const auto loaded = Countries::load(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "data/ontology");
  return *loaded;
}

/// The actor lines read on top of one person of the Soviet Union who held an office.
ActorDictionary dictionary(std::string_view actors, Faults& faults) {
  ActorDictionary made;
  ActorEntry premier;
  premier.name = "Ivan Testov";
  premier.kind = ActorKind::kPerson;
  premier.roles.push_back({{Date::of(1990, 1, 1), Date::of(1990, 12, 31)}, "SUNGOV", "prime minister"});
  made.add(std::move(premier), {"Ivan Testov", "Iván Testov"});
  made.read_actors({{"test.actors", dictionary_lines(actors)}}, countries(), faults);
  made.finish();
  return made;
}

ActorDictionary offices(std::string_view text, Faults& faults) {
  ActorDictionary made;
  made.read_offices({{"test.offices", dictionary_lines(text)}}, countries(), faults);
  made.finish();
  return made;
}

// What a name stands for: "Name/surname".
std::string uses(const ActorDictionary& made, std::string_view name) {
  auto pieces = name_pieces(name);
  auto match = made.names().longest(pieces, 0);
  if (match.count != pieces.size()) return "none";
  std::string text;
  for (uint32_t id : *match.ids)
    text += (text.empty() ? "" : ", ") + made.entries()[made.use(id).entry].name +
            (made.use(id).sense == NameSense::kSurname ? "/surname" : "");
  return text;
}

constexpr std::string_view kTwoOffices = R"(
country KEN
office president : GOV
  2001-02-03..2005-06-07  Amina Odhiambo (f) = Amina Achieng Odhiambo
  2005-06-07..            Peter de Wit
office defence minister : GOVMIL
  1998..2000              Amina Odhiambo
)";

TEST(ActorDictionary, PersonOfTheOfficesIsJoined) {
  Faults faults;
  ActorDictionary made =
      dictionary("Ivan Petrovich Testov = Ivan Testov : SUNBUS | SUNREB 1990-06..1991-02 | SUNOPP 1991-03.. ; kind person", faults);
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

TEST(ActorDictionary, APersonHasTheRoleOfTheDay) {
  Faults faults;
  ActorDictionary made = offices(kTwoOffices, faults);
  ASSERT_TRUE(faults.empty()) << faults.error().text();
  ASSERT_EQ(made.entries().size(), 2u) << "one name under two offices of a country is one person";
  const ActorEntry& one = made.entries()[0];
  EXPECT_EQ(one.gender, 'f');
  EXPECT_EQ(one.role_on(Date::of(2000, 12, 31))->code, "KENGOVMIL") << "a year is the whole of it";
  EXPECT_EQ(one.role_on(Date::of(2001, 1, 1)), nullptr);
  EXPECT_EQ(one.role_on(Date::of(2001, 2, 3))->title, "president");
  EXPECT_EQ(one.role_on(Date::of(2005, 6, 7))->title, "president") << "both ends are inclusive";
  EXPECT_EQ(one.country(), "KEN");
}

TEST(ActorDictionary, RemembersTheLatestFormerRole) {
  Faults faults;
  ActorDictionary made = offices(kTwoOffices, faults);
  const ActorEntry& one = made.entries()[0];
  EXPECT_EQ(one.former_role(Date::of(2001, 1, 15))->title, "defence minister");
  EXPECT_EQ(one.former_role(Date::of(2010, 1, 1))->title, "president");
  EXPECT_EQ(one.former_role(Date::of(1999, 1, 1)), nullptr);
  EXPECT_EQ(made.entries()[1].former_role(Date::of(2090, 1, 1)), nullptr) << "an open term does not end";
}

TEST(ActorDictionary, KnowsTheHoldersOfADay) {
  Faults faults;
  ActorDictionary made = offices(kTwoOffices, faults);
  EXPECT_EQ(made.holders("KEN", "president", Date::of(2003, 1, 1)), std::vector<uint32_t>{0});
  EXPECT_EQ(made.holders("KEN", "president", Date::of(2005, 6, 7)), (std::vector<uint32_t>{0, 1}));
  EXPECT_TRUE(made.holders("KEN", "prime minister", Date::of(2003, 1, 1)).empty());
  EXPECT_TRUE(made.holders("UGA", "president", Date::of(2003, 1, 1)).empty());
}

TEST(ActorDictionary, DerivesSurnamesWithTheirParticles) {
  Faults faults;
  ActorDictionary made = offices(kTwoOffices, faults);
  EXPECT_EQ(uses(made, "de Wit"), "Peter de Wit/surname");
  EXPECT_EQ(uses(made, "Odhiambo"), "Amina Odhiambo/surname");
  EXPECT_EQ(uses(made, "Amina Achieng Odhiambo"), "Amina Odhiambo");
}

TEST(ActorDictionary, AListedPartOfANameIsASurname) {
  Faults faults;
  ActorDictionary made = offices("country PRK\noffice supreme leader : GOV\n  2011-12-17..  Kim Jong Un = Kim, Kim Jong-un\n", faults);
  EXPECT_EQ(uses(made, "Kim"), "Kim Jong Un/surname");
  EXPECT_EQ(uses(made, "Kim Jong Un"), "Kim Jong Un");
}

TEST(ActorDictionary, AMarkTellsNamesakesApart) {
  Faults faults;
  ActorDictionary made = offices(
      "country USA\noffice president : GOV\n  1989-01-20..1993-01-20  George Bush\n  2001-01-20..2009-01-20  George Bush {2}\n", faults);
  ASSERT_EQ(made.entries().size(), 2u);
  EXPECT_EQ(made.entries()[1].name, "George Bush") << "the mark is no part of the name";
  EXPECT_EQ(uses(made, "George Bush"), "George Bush, George Bush");
}

TEST(ActorDictionary, ArabicArticleMayBeDropped) {
  Faults faults;
  ActorDictionary made = offices("country SYR\noffice president : GOV\n  2000..2024  Bashar al-Assad\n", faults);
  EXPECT_EQ(uses(made, "Assad"), "Bashar al-Assad/surname");
  EXPECT_EQ(uses(made, "al-Assad"), "Bashar al-Assad/surname");
}

TEST(ActorDictionary, ASurnameThatIsAMonthIsNotDerived) {
  Faults faults;
  ActorDictionary made = offices("country GBR\noffice prime minister : GOV\n  2016-07-13..2019-07-24  Theresa May (f)\n", faults);
  EXPECT_EQ(uses(made, "May"), "none");
  EXPECT_EQ(uses(made, "Theresa May"), "Theresa May");
}

// A text of offices and the fault that it must give.
struct Fault {
  std::string_view text, fault;
};
class OfficeFault : public testing::TestWithParam<Fault> {};
TEST_P(OfficeFault, IsNamedWithItsLine) {
  Faults faults;
  offices(GetParam().text, faults);
  ASSERT_EQ(faults.list().size(), 1u) << (faults.empty() ? "" : faults.error().text());
  EXPECT_THAT(faults.list()[0].text(), HasSubstr(GetParam().fault));
}
INSTANTIATE_TEST_SUITE_P(Offices, OfficeFault,
                         testing::Values(Fault{"country XQX", "test.offices:1: `XQX` is no country"},
                                         Fault{"office president : GOV\n 2001.. A B", "test.offices:1: an office reads"},
                                         Fault{"country KEN\noffice president GOV\n 2001.. A B", "test.offices:2: an office reads"},
                                         Fault{"country KEN\noffice president : GO",
                                               "test.offices:2: `GO` is no string of three-letter sectors"},
                                         Fault{"country KEN\noffice president : GOV sharde", "test.offices:2: `sharde` after the sectors"},
                                         Fault{"country KEN\n 2001.. A B", "test.offices:2: a holder reads"},
                                         Fault{"country KEN\noffice president : GOV\n 2001-13.. A B",
                                               "test.offices:3: `2001-13..` is no term: no such date as `2001-13`"},
                                         Fault{"country KEN\noffice president : GOV\n 2001-2003 A B", "is no term: write FROM..TO"},
                                         Fault{"country KEN\noffice president : GOV\n 2003..2001 A B", "the term ends before it begins"},
                                         Fault{"country KEN\noffice president : GOV\n 2001..2003 (f)", "no name after the term"},
                                         Fault{"country KEN\noffice president : GOV\n 2001-01-01..2003-05-01 A B\n 2003-04-01.. C D",
                                               "test.offices:4: overlaps the holder of line 3"}));

TEST(ActorDictionary, AHandOverIsNoOverlap) {
  Faults faults;
  offices("country KEN\noffice president : GOV\n 2001-01-01..2003-05-01 A B\n 2003-05-01..2004 C D\n 2004.. E F", faults);
  EXPECT_TRUE(faults.empty()) << faults.error().text();
}

TEST(ActorDictionary, ASharedOfficeMayOverlap) {
  Faults faults;
  offices("country BIH\noffice presidency member : GOV shared\n 2001..2005 A B\n 2002..2006 C D", faults);
  EXPECT_TRUE(faults.empty());
}

TEST(ActorDictionary, HoldersOfAFaultyOfficeGoToNoOther) {
  Faults faults;
  ActorDictionary made = offices("country KEN\noffice president : GOV\n 2001..2003 A B\noffice chief justice\n 2002.. C D", faults);
  EXPECT_EQ(faults.list().size(), 1u);
  EXPECT_EQ(made.entries().size(), 1u);
}

class ActorFault : public testing::TestWithParam<Fault> {};
TEST_P(ActorFault, IsNamedWithItsLine) {
  Faults faults;
  dictionary(GetParam().text, faults);
  ASSERT_EQ(faults.list().size(), 1u) << (faults.empty() ? "" : faults.error().text());
  EXPECT_THAT(faults.list()[0].text(), HasSubstr(GetParam().fault));
}
INSTANTIATE_TEST_SUITE_P(
    Actors, ActorFault,
    testing::Values(Fault{"NATO", "test.actors:1: an actor reads"}, Fault{"# c\nNATO : igo", "test.actors:2: `igo` is no actor code"},
                    Fault{"NATO : IGONAT | ", "is no actor code"},
                    Fault{"NATO : IGONAT | EUR", "two codes without a term, `IGONAT` and `EUR`"},
                    Fault{"NATO : IGONAT 49..50", "`49..50` is no term"}, Fault{"NATO : IGONAT ; kind club", "`club` is no kind"},
                    Fault{"NATO : IGONAT ; kind", "`kind` lacks its value"}, Fault{"NATO : IGONAT ; sort org", "unknown key `sort`"},
                    Fault{"Ann Lee : USAOPP ; kind person ; gender w", "`w` is no gender"},
                    Fault{"Blue Front : XQXREB ; kind group", "test.actors:1: `XQX` of `XQXREB` is no country, generic code or sector"},
                    Fault{"Ann Lee : USAOPP | USAGOV 2001..2005 | USALEG 2003..2004 ; kind person",
                          "test.actors:1: the term `2003..2004` overlaps an earlier one"},
                    Fault{"Blue Front : KENREB ; kind group\n\nBlue Front : KENREB",
                          "test.actors:3: `Blue Front` stands at test.actors:1 with the same code"}));

TEST(ActorDictionary, APeopleHasACodeOfItsOwn) {
  Faults faults;
  dictionary("Blue Folk : XQX ; kind people", faults);
  EXPECT_TRUE(faults.empty());
}

TEST(ActorDictionary, AnAddedDictionaryIsTakenAsItIs) {
  Faults faults;
  ActorDictionary made;
  DictionaryFile added{"b.actors", dictionary_lines("Blue Front : XQXREB | KENGOV 2001..2005 | KENMIL 2003..2004\nBlue Front : XQXREB")};
  added.added = true;
  made.read_actors({added}, countries(), faults);
  EXPECT_TRUE(faults.empty()) << faults.error().text();
  EXPECT_EQ(made.entries().size(), 2u);
}

TEST(ActorDictionary, ReadsAliasesKindAndTerms) {
  Faults faults;
  ActorDictionary made =
      dictionary("Hamas = Islamic Resistance Movement, the Hamas : PSEREB | PSEGOV 2006-03-29..2007-06-14 ; kind group", faults);
  ASSERT_TRUE(faults.empty());
  auto id = made.find("Hamas");
  ASSERT_TRUE(id);
  const ActorEntry& one = made.entries()[*id];
  EXPECT_EQ(one.kind, ActorKind::kGroup);
  EXPECT_EQ(one.code, "PSEREB");
  EXPECT_EQ(one.role_on(Date::of(2007, 1, 1))->code, "PSEGOV");
  EXPECT_EQ(one.role_on(Date::of(2008, 1, 1)), nullptr);
  EXPECT_EQ(uses(made, "Islamic Resistance Movement"), "Hamas");
}

TEST(ActorDictionary, OneNameMayStandOnSeveralLines) {
  Faults faults;
  ActorDictionary made = dictionary("Labour Party : GBRPTY ; kind party\nLabour Party : NZLPTY ; kind party", faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(uses(made, "Labour Party"), "Labour Party, Labour Party");
}

TEST(SurnameOf, LeavesOutNumerals) {
  EXPECT_EQ(surname_of("Pope Leo XIV"), "Leo");
  EXPECT_EQ(surname_of("Hassan II"), "");
  EXPECT_EQ(surname_of("John Doe Jr."), "Doe");
}

TEST(SurnameOf, KeepsParticlesButNotTheFirstName) {
  EXPECT_EQ(surname_of("Ursula von der Leyen"), "von der Leyen");
  EXPECT_EQ(surname_of("Osama bin Laden"), "bin Laden");
  EXPECT_EQ(surname_of("Van Thieu"), "Thieu") << "a particle that opens the name is a first name";
}

TEST(SurnameOf, OfAPlaceOrASingleWordIsNone) {
  EXPECT_EQ(surname_of("Farouk of Egypt"), "");
  EXPECT_EQ(surname_of("Suharto"), "");
}

}  // namespace
}  // namespace demarche

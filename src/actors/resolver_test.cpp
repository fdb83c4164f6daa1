#include "actors/resolver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "language/hand_parse.h"
#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Invented people, real countries.
class ResolverTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    HandMadeData data(std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology");
    data.write(
        "actors/a.offices",
        "country KEN\noffice president : GOV\n  2001-02-03..2005-06-07  Amina Odhiambo (f)\n  2005-06-07..  Peter Kamau\n"
        "country UGA\noffice foreign minister : GOV\n  2000..2010  Paul Okello\noffice president : GOV\n  2000..2010  Grace Kamau (f)\n"
        "country PER\noffice president : GOV\n  ..2030  Luis Rojas\noffice foreign minister : GOV\n  1998..2001  "
        "Juan Nakuru\n");
    data.write("actors/a.actors",
               "Rift Front = RF : KENREB ; kind group\nUnited Nations = U.N., UN : IGOUNO ; kind org\nCongress : USALEG ; kind "
               "institution\nCongress : INDPTY ; kind party\n"
               "Congo Shield : CODREB | CODGOV 2003..2004 ; kind group\n");
    data.write("agents/a.agents",
               "rebel : REB\npolice : COP\nsoldier : MIL\narmy : MIL\nminister, foreign minister, official, government : GOV ; "
               "title\npresident : GOV ; title\nformer : - ; elite\nanalyst : EDU\n");
    lexicon_ = *Lexicon::load(data.path());
  }
  static void TearDownTestSuite() { lexicon_.reset(); }

  void resolve(std::string_view written, std::optional<Date> day = Date::of(2003, 5, 5)) {
    parse_ = std::make_unique<HandParse>(written);
    table_ = ActorResolver(*lexicon_).resolve(*parse_->doc, parse_->trees, day, names_);
  }
  // The codes of the mention that a word heads or stands in, joined by blanks; "-" for a word without.
  std::string codes(std::string_view form, size_t sentence = 0) {
    const auto* actors = actors_of(table_, sentence, parse_->word(form, sentence));
    if (!actors) return "-";
    std::string text;
    for (uint32_t one : *actors)
      text += (text.empty() ? "" : " ") + (table_.actors[one].code.empty() ? "'" + table_.actors[one].name + "'" : table_.actors[one].code);
    return text;
  }
  const Actor& actor(std::string_view form, size_t sentence = 0) {
    return table_.actors.at(actors_of(table_, sentence, parse_->word(form, sentence))->at(0));
  }
  MentionKind kind(std::string_view form) {
    return table_.mentions.at(static_cast<size_t>(table_.headed_by.at(0).at(static_cast<size_t>(parse_->word(form))))).kind;
  }

  static std::shared_ptr<const Lexicon> lexicon_;
  std::unique_ptr<HandParse> parse_;
  ActorTable table_;
  std::vector<NamedEntity> names_;
};
std::shared_ptr<const Lexicon> ResolverTest::lexicon_;

constexpr std::string_view kOdhiamboLeft = R"(
Amina Amina PROPN NNP 3 nsubj
Odhiambo Odhiambo PROPN NNP 1 flat
left leave VERB VBD 0 root
)";

TEST_F(ResolverTest, APersonHasTheCodeOfTheDay) {
  resolve(kOdhiamboLeft);
  EXPECT_EQ(codes("Amina"), "KENGOV");
  EXPECT_EQ(actor("Amina").role, "president");
  EXPECT_EQ(actor("Amina").gender, 'f');
}

TEST_F(ResolverTest, OutOfOfficeAPersonIsOfTheElite) {
  resolve(kOdhiamboLeft, Date::of(2008, 1, 1));
  EXPECT_EQ(codes("Amina"), "KENELI");
  EXPECT_EQ(actor("Amina").role, "former president");
}

TEST_F(ResolverTest, BeforeOfficeAPersonHasTheCountryAlone) {
  resolve(kOdhiamboLeft, Date::of(1995, 1, 1));
  EXPECT_EQ(codes("Amina"), "KEN");
}

TEST_F(ResolverTest, WithoutADayTheLastRoleCounts) {
  resolve(kOdhiamboLeft, std::nullopt);
  EXPECT_EQ(codes("Amina"), "KENGOV");
}

TEST_F(ResolverTest, TheTitleBelongsToTheName) {
  resolve(R"(
Ugandan Ugandan ADJ JJ 4 amod
Foreign foreign ADJ JJ 3 amod
Minister Minister PROPN NNP 4 compound
Paul Paul PROPN NNP 6 nsubj
Okello Okello PROPN NNP 4 flat
left leave VERB VBD 0 root
)");
  ASSERT_EQ(table_.mentions.size(), 1u);
  EXPECT_EQ(table_.mentions[0].first, 0);
  EXPECT_EQ(table_.mentions[0].last, 4);
  EXPECT_EQ(codes("Minister"), "UGAGOV") << "every word of a mention leads to it";
}

TEST_F(ResolverTest, TheCountryBesideASurnameTellsNamesakesApart) {
  resolve(R"(
Uganda Uganda PROPN NNP 4 nmod:poss
's 's PART POS 1 case
President President PROPN NNP 4 compound
Kamau Kamau PROPN NNP 5 nsubj
left leave VERB VBD 0 root
)",
          Date::of(2008, 1, 1));
  EXPECT_EQ(actor("Kamau").name, "Grace Kamau");
}

TEST_F(ResolverTest, ANameInFullTellsWhoseTheSurnameIs) {
  resolve(R"(
Kamau Kamau PROPN NNP 2 nsubj
left leave VERB VBD 0 root

Grace Grace PROPN NNP 3 nsubj
Kamau Kamau PROPN NNP 1 flat
spoke speak VERB VBD 0 root
)",
          Date::of(2008, 1, 1));
  EXPECT_EQ(actor("Kamau").name, "Grace Kamau");
}

TEST_F(ResolverTest, FormerAgainstTheListIsNoted) {
  resolve(R"(
Former former ADJ JJ 2 amod
president president NOUN NN 3 compound
Amina Amina PROPN NNP 5 nsubj
Odhiambo Odhiambo PROPN NNP 3 flat
left leave VERB VBD 0 root
)");
  EXPECT_EQ(actor("Amina").note, "the text calls Amina Odhiambo former; the actor list has president since 2001-02-03");
}

TEST_F(ResolverTest, ANoteLeavesAnOpenStartOut) {
  resolve(R"(
Former former ADJ JJ 2 amod
president president NOUN NN 3 compound
Luis Luis PROPN NNP 5 nsubj
Rojas Rojas PROPN NNP 3 flat
left leave VERB VBD 0 root
)");
  EXPECT_EQ(actor("Luis").note, "the text calls Luis Rojas former; the actor list has president");
}

TEST_F(ResolverTest, ATitleThatThePersonHasLostIsTakenFromTheTextAndNoted) {
  resolve(R"(
President President PROPN NNP 2 compound
Amina Amina PROPN NNP 4 nsubj
Odhiambo Odhiambo PROPN NNP 2 flat
left leave VERB VBD 0 root
)",
          Date::of(2008, 1, 1));
  EXPECT_EQ(codes("Amina"), "KENGOV");
  EXPECT_THAT(actor("Amina").note, HasSubstr("the actor list has no such role on 2008-01-01"));
}

TEST_F(ResolverTest, RoleNounsComposeWithTheirCountry) {
  resolve(R"(
Kenyan Kenyan ADJ JJ 2 amod
soldiers soldier NOUN NNS 3 nsubj
joined join VERB VBD 0 root
the the DET DT 5 det
army army NOUN NN 3 obj
of of ADP IN 7 case
Peru Peru PROPN NNP 5 nmod
)");
  EXPECT_EQ(codes("soldiers"), "KENMIL");
  EXPECT_EQ(codes("army"), "PERMIL");
  EXPECT_TRUE(actor("soldiers").plural);
}

TEST_F(ResolverTest, JointNationalitiesAreSeveralActors) {
  resolve(R"(
Kenyan Kenyan ADJ JJ 6 amod
, , PUNCT , 3 punct
Ugandan Ugandan ADJ JJ 1 conj
and and CCONJ CC 5 cc
Peruvian Peruvian ADJ JJ 1 conj
officials official NOUN NNS 7 nsubj
met meet VERB VBD 0 root
)");
  EXPECT_EQ(codes("officials"), "KENGOV UGAGOV PERGOV");
}

TEST_F(ResolverTest, OwnersJoinedBehindANounAreSeveralActors) {
  resolve(R"(
the the DET DT 2 det
soldiers soldier NOUN NNS 7 nsubj
of of ADP IN 4 case
Kenya Kenya PROPN NNP 2 nmod
and and CCONJ CC 6 cc
Uganda Uganda PROPN NNP 4 conj
met meet VERB VBD 0 root
)");
  EXPECT_EQ(codes("soldiers"), "KENMIL UGAMIL");
}

TEST_F(ResolverTest, ABackerIsNoOwner) {
  resolve(R"(
Uganda Uganda PROPN NNP 3 obl:unmarked
- - PUNCT HYPH 3 punct
backed back VERB VBN 4 amod
rebels rebel NOUN NNS 5 nsubj
fled flee VERB VBD 0 root
in in ADP IN 7 case
Kenya Kenya PROPN NNP 5 obl
)");
  EXPECT_EQ(codes("rebels"), "KENREB");
  EXPECT_EQ(actor("rebels").supporter, "UGA");
}

TEST_F(ResolverTest, OfficialsOfABodyKeepItsWholeCode) {
  resolve(R"(
UN UN PROPN NNP 2 compound
officials official NOUN NNS 3 nsubj
left leave VERB VBD 0 root
)");
  EXPECT_EQ(codes("officials"), "IGOUNOGOV");
  EXPECT_EQ(actor("officials").country, "UNO");
}

TEST_F(ResolverTest, AnalystsWithoutACountryAreNobodys) {
  resolve(R"(
Analysts analyst NOUN NNS 2 nsubj
left leave VERB VBD 0 root
Kenya Kenya PROPN NNP 2 obj
)");
  EXPECT_EQ(codes("Analysts"), "'Analysts'");
}

TEST_F(ResolverTest, AnAppositionDescribesAnUnknownPersonWhoIsRemembered) {
  resolve(R"(
Jan Jan PROPN NNP 8 nsubj
Novak Novak PROPN NNP 1 flat
, , PUNCT , 6 punct
the the DET DT 6 det
Czech Czech ADJ JJ 6 amod
official official NOUN NN 1 appos
, , PUNCT , 6 punct
arrived arrive VERB VBD 0 root

Novak Novak PROPN NNP 2 nsubj
left leave VERB VBD 0 root
)");
  EXPECT_EQ(codes("Jan"), "CZEGOV");
  EXPECT_EQ(actor("Jan").name, "Jan Novak");
  EXPECT_EQ(codes("official"), "CZEGOV");
  EXPECT_EQ(&actor("Novak", 1), &actor("Jan")) << "the surname alone is the same actor";
}

TEST_F(ResolverTest, AnUnknownNameWithATitleIsAPerson) {
  resolve(R"(
Kenya Kenya PROPN NNP 2 nsubj
sent send VERB VBD 0 root
Peruvian Peruvian ADJ JJ 5 amod
Minister Minister PROPN NNP 5 compound
Ana Ana PROPN NNP 2 obj
Quispe Quispe PROPN NNP 5 flat
away away ADV RB 2 advmod
)");
  EXPECT_EQ(codes("Ana"), "PERGOV");
  EXPECT_TRUE(actor("Ana").person);
}

TEST_F(ResolverTest, TheCountryBesideANameTellsEntriesApart) {
  resolve(R"(
Indian Indian ADJ JJ 2 amod
Congress Congress PROPN NNP 3 nsubj
voted vote VERB VBD 0 root
)");
  EXPECT_EQ(codes("Congress"), "INDPTY");
}

TEST_F(ResolverTest, ADatedCodeHoldsOnItsDays) {
  std::string_view text = R"(
Congo Congo PROPN NNP 2 compound
Shield Shield PROPN NNP 3 nsubj
voted vote VERB VBD 0 root
)";
  resolve(text);
  EXPECT_EQ(codes("Shield"), "CODGOV");
  resolve(text, Date::of(2010, 1, 1));
  EXPECT_EQ(codes("Shield"), "CODREB");
}

TEST_F(ResolverTest, ACapitalActsForItsCountry) {
  resolve(R"(
Nairobi Nairobi PROPN NNP 2 nsubj
refused refuse VERB VBD 0 root
)");
  EXPECT_EQ(codes("Nairobi"), "KEN");
  EXPECT_EQ(kind("Nairobi"), MentionKind::kName);
}

TEST_F(ResolverTest, ACountryWhereSomethingHappensIsAPlace) {
  resolve(R"(
They they PRON PRP 2 nsubj
met meet VERB VBD 0 root
in in ADP IN 4 case
Kenya Kenya PROPN NNP 2 obl
)");
  EXPECT_EQ(codes("Kenya"), "KEN");
  EXPECT_EQ(kind("Kenya"), MentionKind::kPlace);
}

TEST_F(ResolverTest, APlaceLeadsToItsCountry) {
  resolve(R"(
Rebels rebel NOUN NNS 2 nsubj
struck strike VERB VBD 0 root
in in ADP IN 4 case
Mombasa Mombasa PROPN NNP 2 obl
)");
  EXPECT_EQ(codes("Mombasa"), "KEN");
  EXPECT_EQ(codes("Rebels"), "KENREB") << "rebels are of where they strike";
}

constexpr std::string_view kTookNakuru = R"(
Rebels rebel NOUN NNS 2 nsubj
took take VERB VBD 0 root
Nakuru Nakuru PROPN NNP 2 obj
)";

TEST_F(ResolverTest, ASurnameIsThePersonWhileRemembered) {
  resolve(kTookNakuru);
  EXPECT_EQ(codes("Nakuru"), "PERELI");
}

TEST_F(ResolverTest, ASurnameLongOutOfOfficeIsTheCityOfThatName) {
  resolve(kTookNakuru, Date::of(2020, 1, 1));
  EXPECT_EQ(codes("Nakuru"), "KEN");
  EXPECT_EQ(kind("Nakuru"), MentionKind::kPlace);
}

TEST_F(ResolverTest, APronounIsThePersonOfItsGender) {
  resolve(R"(
Amina Amina PROPN NNP 3 nsubj
Odhiambo Odhiambo PROPN NNP 1 flat
met meet VERB VBD 0 root
Paul Paul PROPN NNP 3 obj
Okello Okello PROPN NNP 4 flat

She she PRON PRP 2 nsubj
left leave VERB VBD 0 root

He he PRON PRP 2 nsubj
stayed stay VERB VBD 0 root
)");
  EXPECT_EQ(actor("She", 1).name, "Amina Odhiambo");
  EXPECT_EQ(actor("He", 2).name, "Paul Okello");
}

TEST_F(ResolverTest, HimIsNotTheSubjectOfItsOwnVerb) {
  resolve(R"(
Paul Paul PROPN NNP 3 nsubj
Okello Okello PROPN NNP 1 flat
praised praise VERB VBD 0 root
him he PRON PRP 3 obj
)");
  EXPECT_EQ(codes("him"), "-");
}

TEST_F(ResolverTest, ItIsACountryAndNoPerson) {
  resolve(R"(
Kenya Kenya PROPN NNP 2 nsubj
told tell VERB VBD 0 root
Paul Paul PROPN NNP 2 obj
Okello Okello PROPN NNP 3 flat
it it PRON PRP 6 nsubj
agreed agree VERB VBD 2 ccomp
)");
  EXPECT_EQ(codes("it"), "KEN");
}

TEST_F(ResolverTest, TheyAreTheLastTwoCoordinated) {
  resolve(R"(
Kenya Kenya PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
Uganda Uganda PROPN NNP 1 conj
met meet VERB VBD 0 root

They they PRON PRP 2 nsubj
agreed agree VERB VBD 0 root
)");
  EXPECT_EQ(codes("They", 1), "KEN UGA");
}

TEST_F(ResolverTest, TheTwoLeadersAreTheLastTwoPersons) {
  resolve(R"(
Amina Amina PROPN NNP 3 nsubj
Odhiambo Odhiambo PROPN NNP 1 flat
met meet VERB VBD 0 root
Paul Paul PROPN NNP 3 obj
Okello Okello PROPN NNP 4 flat
in in ADP IN 7 case
Peru Peru PROPN NNP 3 obl

The the DET DT 3 det
two two NUM CD 3 nummod
leaders leader NOUN NNS 4 nsubj
agreed agree VERB VBD 0 root
)");
  EXPECT_EQ(codes("leaders", 1), "KENGOV UGAGOV");
}

TEST_F(ResolverTest, ItsNeighbourIsTheOtherState) {
  resolve(R"(
Kenya Kenya PROPN NNP 2 nsubj
met meet VERB VBD 0 root
Uganda Uganda PROPN NNP 2 obj

Kenya Kenya PROPN NNP 2 nsubj
shelled shell VERB VBD 0 root
its its PRON PRP$ 4 nmod:poss
neighbour neighbour NOUN NN 2 obj
)");
  EXPECT_EQ(codes("neighbour", 1), "UGA");
}

TEST_F(ResolverTest, ADefiniteRoleNounIsTheLastOne) {
  resolve(R"(
Kenyan Kenyan ADJ JJ 2 amod
rebels rebel NOUN NNS 3 nsubj
fled flee VERB VBD 0 root
Uganda Uganda PROPN NNP 3 obj

The the DET DT 2 det
rebels rebel NOUN NNS 3 nsubj
returned return VERB VBD 0 root
)");
  EXPECT_EQ(&actor("rebels", 1), &actor("rebels"));
}

TEST_F(ResolverTest, MentionsAreOrderedAndNeverCross) {
  resolve(R"(
Kenyan Kenyan ADJ JJ 2 amod
soldiers soldier NOUN NNS 6 nsubj
and and CCONJ CC 5 cc
Rift Rift PROPN NNP 5 compound
Front Front PROPN NNP 2 conj
fought fight VERB VBD 0 root
Ugandan Ugandan ADJ JJ 8 amod
police police NOUN NNS 6 obj
)");
  ASSERT_GE(table_.mentions.size(), 3u);
  for (size_t i = 1; i < table_.mentions.size(); ++i) {
    const Mention &a = table_.mentions[i - 1], &b = table_.mentions[i];
    EXPECT_LE(a.first, b.first);
    EXPECT_TRUE(a.last < b.first || b.last <= a.last);
  }
}

TEST_F(ResolverTest, OwnersAreThePossessorThenTheAdjective) {
  resolve(R"(
Kenya Kenya PROPN NNP 4 nmod:poss
's 's PART POS 1 case
Ugandan Ugandan ADJ JJ 4 amod
embassy embassy NOUN NN 7 nsubj
in in ADP IN 6 case
Peru Peru PROPN NNP 4 nmod
closed close VERB VBD 0 root
)");
  auto owners = owners_of(table_, 0, parse_->trees[0], parse_->word("embassy"));
  ASSERT_EQ(owners.size(), 1u);
  EXPECT_EQ(table_.actors[owners[0]].code, "KEN");
}

TEST_F(ResolverTest, TheOwnerOfAThingMayStandTwoPhrasesDown) {
  resolve(R"(
the the DET DT 2 det
mayor mayor NOUN NN 0 root
of of ADP IN 5 case
a a DET DT 5 det
town town NOUN NN 2 nmod
in in ADP IN 7 case
Peru Peru PROPN NNP 5 nmod
)");
  auto owners = owners_of(table_, 0, parse_->trees[0], parse_->word("mayor"));
  ASSERT_EQ(owners.size(), 1u);
  EXPECT_EQ(table_.actors[owners[0]].code, "PER");
}

TEST_F(ResolverTest, ATimeBeforeARoleIsNoPartOfIt) {
  resolve(R"(
On on ADP IN 2 case
Friday Friday PROPN NNP 4 obl
soldiers soldier NOUN NNS 4 nsubj
left leave VERB VBD 0 root
)");
  EXPECT_EQ(actor("soldiers").name, "soldiers");
}

TEST_F(ResolverTest, TheOwnerMayStandUnderAParticiple) {
  resolve(R"(
a a DET DT 5 det
Kenyan Kenyan ADJ JJ 4 compound
- - PUNCT HYPH 2 punct
owned own VERB VBN 5 amod
ferry ferry NOUN NN 0 root
)");
  auto owners = owners_of(table_, 0, parse_->trees[0], parse_->word("ferry"));
  ASSERT_EQ(owners.size(), 1u);
  EXPECT_EQ(table_.actors[owners[0]].code, "KEN");
}

TEST_F(ResolverTest, WhoRunsAThingMayFollowIt) {
  resolve(R"(
ferries ferry NOUN NNS 0 root
run run VERB VBN 1 acl
by by ADP IN 4 case
Uganda Uganda PROPN NNP 2 obl:agent
)");
  auto owners = owners_of(table_, 0, parse_->trees[0], parse_->word("ferries"));
  ASSERT_EQ(owners.size(), 1u);
  EXPECT_EQ(table_.actors[owners[0]].code, "UGA");
}

TEST_F(ResolverTest, AnUnknownActorCoversItsAdjectives) {
  resolve(R"(
Angry angry ADJ JJ 2 amod
fishermen fisherman NOUN NNS 3 nsubj
met meet VERB VBD 0 root
)");
  uint32_t added = add_unknown_actor(table_, 0, parse_->trees[0], parse_->word("fishermen"));
  EXPECT_EQ(table_.actors[added].name, "Angry fishermen");
  EXPECT_TRUE(table_.actors[added].plural);
  EXPECT_EQ(table_.actors[added].code, "");
  EXPECT_EQ(&actor("Angry"), &actor("fishermen"));
}

TEST_F(ResolverTest, RebelsAreNotOfTheCountryOfWhomTheyKill) {
  resolve(R"(
Rebels rebel NOUN NNS 2 nsubj
killed kill VERB VBD 0 root
a a DET DT 5 det
Ugandan Ugandan ADJ JJ 5 amod
soldier soldier NOUN NN 2 obj
)");
  EXPECT_EQ(codes("Rebels"), "'Rebels'");
  EXPECT_EQ(codes("soldier"), "UGAMIL");
}

TEST_F(ResolverTest, RebelsFightTheirOwnArmy) {
  resolve(R"(
Rebels rebel NOUN NNS 2 nsubj
attacked attack VERB VBD 0 root
the the DET DT 5 det
Ugandan Ugandan ADJ JJ 5 amod
army army NOUN NN 2 obj
)");
  EXPECT_EQ(codes("Rebels"), "UGAREB");
}

TEST_F(ResolverTest, WhoLeavesACountryIsNotOfIt) {
  resolve(R"(
Soldiers soldier NOUN NNS 2 nsubj
left leave VERB VBD 0 root
Uganda Uganda PROPN NNP 2 obj
)");
  EXPECT_EQ(codes("Soldiers"), "'Soldiers'");
}

TEST_F(ResolverTest, OfficialsFromTwoStatesAreOfBoth) {
  resolve(R"(
Officials official NOUN NNS 6 nsubj
from from ADP IN 3 case
Uganda Uganda PROPN NNP 1 nmod
and and CCONJ CC 5 cc
Peru Peru PROPN NNP 3 conj
left leave VERB VBD 0 root
)");
  EXPECT_EQ(codes("Officials"), "UGAGOV PERGOV");
}

TEST_F(ResolverTest, TwinStatesAreBoth) {
  resolve(R"(
Both both DET DT 2 det
Koreas Korea PROPN NNP 3 nsubj
left leave VERB VBD 0 root
)");
  EXPECT_EQ(codes("Koreas"), "KOR PRK");
}

TEST_F(ResolverTest, WhatStandsSomewhereIsOfThere) {
  resolve(R"(
Kenya Kenya PROPN NNP 2 nsubj
bombed bomb VERB VBD 0 root
a a DET DT 4 det
market market NOUN NN 2 obj
in in ADP IN 6 case
Uganda Uganda PROPN NNP 2 obl
)");
  auto owners = owners_of(table_, 0, parse_->trees[0], parse_->word("market"));
  ASSERT_EQ(owners.size(), 1u);
  EXPECT_EQ(table_.actors[owners[0]].code, "UGA");
}

TEST_F(ResolverTest, ASurnameOfOldIsNobodyWithoutTheFullName) {
  resolve(R"(
Nakuru Nakuru PROPN NNP 2 nsubj
rang ring VERB VBD 0 root
)",
          Date::of(2023, 5, 5));
  EXPECT_NE(codes("Nakuru"), "PERELI");
}

}  // namespace
}  // namespace demarche

#include "lexicon/community.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "lexicon/hand_made_data.h"
#include "lexicon/lexicon.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const Ontology& ontology() {
  static const auto loaded = Ontology::load(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "data/ontology");
  return **loaded;
}

Conversion convert(CommunityKind kind, std::string_view text) {
  return convert_community(kind, "their/test.txt", text, ontology());
}

// The text of the made file with that extension, without its head and the comments that name the origin.
std::string made(const Conversion& conversion, std::string_view extension) {
  for (const ConvertedFile& file : conversion.files) {
    if (!file.path.ends_with(extension)) continue;
    std::string text;
    for (std::string_view line : split(std::string_view(file.text).substr(file.text.find('\n') + 1), '\n')) {
      line = line.substr(0, line.find("  # "));
      if (!line.empty()) text += std::string(line) + "\n";
    }
    return text;
  }
  return {};
}

std::vector<std::string> faults(const Conversion& conversion) {
  std::vector<std::string> list;
  for (const Error& fault : conversion.faults.list()) list.push_back(fault.text());
  return list;
}

// What the made dictionaries are to the engine, beside nothing of ours: no fault may be left.
std::shared_ptr<const Lexicon> load(const Conversion& conversion) {
  HandMadeData ours(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "data/ontology"),
      theirs(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "data/ontology");
  for (const ConvertedFile& file : conversion.files) {
    std::filesystem::create_directories((std::filesystem::path(theirs.path()) / file.path).parent_path());
    theirs.write(file.path, file.text);
  }
  auto lexicon = Lexicon::load(LexiconOptions{ours.path(), {theirs.path()}, false, {}});
  EXPECT_TRUE(lexicon.ok()) << lexicon.error().text();
  return lexicon.ok() ? *lexicon : nullptr;
}

TEST(GuessCommunityKind, GoesByNameThenByLines) {
  EXPECT_EQ(guess_community_kind("x/My.Actors.txt", ""), CommunityKind::kActors);
  EXPECT_EQ(guess_community_kind("CAMEO.9.txt", ""), CommunityKind::kVerbs);
  EXPECT_EQ(guess_community_kind("a.txt", "--- GREET [041] ---\nGREET\n- * ENVOY [042]\n"), CommunityKind::kVerbs);
  EXPECT_EQ(guess_community_kind("a.txt", "BEEKEEPER [~AGR]\n"), CommunityKind::kAgents);
  EXPECT_EQ(guess_community_kind("a.txt", "<ISSUE CATEGORY=\"X\">\nn:well [WATER]\n"), CommunityKind::kIssues);
  EXPECT_EQ(guess_community_kind("a.txt", "BLUE_FRONT_ [KENREB]\n"), CommunityKind::kActors);
  EXPECT_EQ(guess_community_kind("a.txt", "nothing of the kind"), std::nullopt);
}

TEST(CommunityActors, KeepCodesAndDates) {
  Conversion one = convert(CommunityKind::kActors,
                           "# a comment\n"
                           "BLUE_HARVEST_FRONT_  [KENREB] # seen 2003\n"
                           "+BHF_\n"
                           "+B.H.F.\n"
                           "AMINA_ODHIAMBO_\n"
                           "\t[KENGOV 010203-20050607]\n"
                           "\t[KENELI]\n"
                           "\t[KENOPP <010203]\n"
                           "\t[KENBUS > 050608]\n");
  EXPECT_TRUE(one.faults.empty()) << one.faults.error().text();
  EXPECT_EQ(one.entries, 2u);
  EXPECT_EQ(made(one, ".actors"),
            "blue harvest front = BHF, b.h.f. : KENREB ; kind org\n"
            "Amina Odhiambo = amina odhiambo : KENELI | KENGOV 2001-02-03..2005-06-07 | KENOPP ..2001-02-02 | KENBUS 2005-06-08.. ; kind "
            "person\n");
  EXPECT_THAT(one.files[0].text, HasSubstr("# test.txt:5"));
  auto lexicon = load(one);
  ASSERT_TRUE(lexicon);
  auto id = lexicon->actors().find("Amina Odhiambo");
  ASSERT_TRUE(id);
  const ActorEntry& amina = lexicon->actors().entries()[*id];
  EXPECT_EQ(amina.role_on(Date::of(2004, 1, 1))->code, "KENGOV");
  EXPECT_EQ(amina.role_on(Date::of(2000, 1, 1))->code, "KENOPP");
  EXPECT_EQ(amina.code, "KENELI");
}

TEST(CommunityActors, TheLastBlockAndACountrysTownsAreRead) {
  Conversion one = convert(CommunityKind::kActors, "KENYA_ [KEN]\n+KISUMU_\n+KENYANS_\nRIVER_GUARD [KENMIL]");
  EXPECT_EQ(one.entries, 2u);
  auto lexicon = load(one);
  ASSERT_TRUE(lexicon);
  auto pieces = name_pieces("Kisumu");
  auto match = lexicon->actors().names().longest(pieces, 0);
  ASSERT_EQ(match.count, 1u);
  const NameUse& use = lexicon->actors().use(match.ids->at(0));
  EXPECT_EQ(use.sense, NameSense::kCapital) << "a town, or its government";
  EXPECT_EQ(lexicon->actors().entries()[use.entry].kind, ActorKind::kCountry);
}

TEST(CommunityActors, TwoDigitYearsAreOfTheCenturyThatTheyMean) {
  Conversion one =
      convert(CommunityKind::kActors, "RED_GUILD [KENBUS 310101-300101]\nOLD_GUILD [KENBUS >310101]\nNEW_GUILD [KENBUS >300101]\n");
  EXPECT_THAT(made(one, ".actors"), HasSubstr("KENBUS 1931-01-01..2030-01-01"));
  EXPECT_THAT(made(one, ".actors"), HasSubstr("KENBUS 1931-01-01.. "));
  EXPECT_THAT(made(one, ".actors"), HasSubstr("KENBUS 2030-01-01.. "));
}

TEST(CommunityActors, ShortNamesAreMetInCapitalsOnly) {
  EXPECT_EQ(made(convert(CommunityKind::kActors, "US [USA]\nCHAD_ [TCD]\n"), ".actors"),
            "US : USA ; kind country\nChad = CHAD : TCD ; kind country\n");
}

TEST(CommunityActors, SayWhatCannotBeRead) {
  Conversion one = convert(CommunityKind::kActors,
                           "\t[KENGOV]\n"
                           "GREEN_LEAGUE\n"
                           "GOLD_LEAGUE [KENG]\n"
                           "GREY_LEAGUE [KENGOV 999999-999999]\n"
                           "PINK_LEAGUE [KENGOV 2001020304-050607]\n"
                           "TEAL_LEAGUE [KENGOV 010203]\n"
                           "ROSE_LEAGUE [KENGOV 050607-010203]\n"
                           "LIME_LEAGUE [KENGOV\n"
                           "SAND_SEA [---]\n"
                           "RUST_LEAGUE [KENGOV] [KENMIL]\n");
  EXPECT_THAT(faults(one), testing::IsSupersetOf({std::string("their/test.txt:1: a code without a name above it"),
                                                  std::string("their/test.txt:2: `GREEN LEAGUE` has no code: give it one, [CODE]"),
                                                  std::string("their/test.txt:3: `KENG` is no string of three-letter codes"),
                                                  std::string("their/test.txt:4: `999999` is no date: YYMMDD or YYYYMMDD"),
                                                  std::string("their/test.txt:5: `2001020304` is no date: YYMMDD or YYYYMMDD"),
                                                  std::string("their/test.txt:6: `010203` is a date without <, > or -"),
                                                  std::string("their/test.txt:7: `050607-010203` ends before it begins"),
                                                  std::string("their/test.txt:8: a code without its closing bracket")}));
  EXPECT_EQ(made(one, ".actors"), "rust league : KENGOV ; kind org\n") << "nothing half read; [---] is nobody";
}

TEST(CommunityActors, OddBytesDoNoHarm) {
  std::string text = "BLUE\xE9_FRONT_ [KENREB]\nRED_";
  text += '\0';
  text += "FRONT_ [KENREB]\n";
  Conversion one = convert(CommunityKind::kActors, text);
  EXPECT_EQ(made(one, ".actors"), "blueé front : KENREB ; kind org\nred front : KENREB ; kind org\n");
}

TEST(CommunityAgents, ReadPluralsAndSets) {
  Conversion one = convert(CommunityKind::kAgents,
                           "!CREW! = HAND, HANDS\n"
                           "BEEKEEPER [~AGR]\n"
                           "SHEEP_SHEARER {SHEEP_SHEARING_FOLK} [~AGR]\n"
                           "THE_IDLE {} [~CVL]\n"
                           "DECK!CREW! [~LAB]\n");
  EXPECT_TRUE(one.faults.empty());
  EXPECT_EQ(made(one, ".agents"),
            "beekeeper/beekeepers : AGR\nsheep shearer/sheep shearing folk : AGR\nthe idle/the idle : CVL\ndeckhand/deckhand : LAB\n"
            "deckhands/deckhands : LAB\n");
  EXPECT_EQ(load(one)->agents().find("beekeepers")->code, "AGR");
}

TEST(CommunityAgents, SayWhatCannotBeRead) {
  Conversion one =
      convert(CommunityKind::kAgents, "BEEKEEPER\nOBSERVER [IGO~]\nDECK!CREW! [~LAB]\nX [~AG]\nGUARD [~MIL]\nGUARD [~COP]\n[~COP]\n");
  EXPECT_THAT(faults(one), ElementsAre(HasSubstr("test.txt:1: a role noun without a code"), HasSubstr("test.txt:2: `IGO~` stands before"),
                                       HasSubstr("test.txt:3: `!CREW!` names no set"), HasSubstr("test.txt:4: `AG` is no string"),
                                       HasSubstr("test.txt:6: `guard` has the code MIL already"), HasSubstr("test.txt:7: no role noun")));
  EXPECT_EQ(one.refused, 6u);
  EXPECT_EQ(one.entries, 1u);
}

TEST(CommunityVerbs, ReadTheSecondDialect) {
  Conversion one = convert(CommunityKind::kVerbs,
                           "&BOAT\n+BOAT\n+FERRY_\n\n"
                           "####### VERB PATTERNS #######\n"
                           "---   ESCORT [060]---\n"
                           "ESCORT\n"
                           "+GUIDE_IN\n"
                           "- * &BOAT (TO {SAFE HARBOUR}) [073] # ESCORT\n"
                           "- SMUGGLER * [---]\n"
                           "- * AWAY [160]\n"
                           "- * (WITH +) [046:046]\n");
  EXPECT_TRUE(one.faults.empty()) << one.faults.error().text();
  EXPECT_EQ(made(one, ".classes"), "petrarch.BOAT: boat, ferry\npetrarch.safe.harbour: safe harbour\n");
  std::string frames = made(one, ".frames");
  EXPECT_THAT(frames, HasSubstr("verb escort\n"));
  EXPECT_THAT(frames, HasSubstr("verb guide in\n"));
  EXPECT_THAT(frames, HasSubstr("  obj=T&petrarch.BOAT to=T&petrarch.safe.harbour with=T?"));
  EXPECT_THAT(frames, HasSubstr("=> AID"));
  EXPECT_THAT(frames, HasSubstr("  subj=smuggler&S obj=T?"));
  EXPECT_THAT(frames, HasSubstr("=> null"));
  EXPECT_THAT(frames, HasSubstr("verb escort away\n"));
  EXPECT_THAT(frames, HasSubstr("  with=T => CONSULT 046 mutual"));
  auto lexicon = load(one);
  ASSERT_TRUE(lexicon);
  EXPECT_TRUE(lexicon->frames().find(PredicateKind::kVerb, "guide in"));
}

TEST(CommunityVerbs, ReadTheFirstDialect) {
  Conversion one = convert(CommunityKind::kVerbs,
                           "--- TOW [060] ---\n"
                           "TOW {TOWS TOWING TOWN}\n"
                           "TOWN_AWAY\n"
                           "- $ * BOAT OUT_OF +'S [173]\n"
                           "- + WAS * BY $ [190]\n"
                           "- + * FROM $ [190]\n"
                           "- * + SIGN TREATY [026]\n"
                           "- % * [046:046]\n");
  EXPECT_TRUE(one.faults.empty()) << one.faults.error().text();
  std::string frames = made(one, ".frames");
  EXPECT_THAT(frames, HasSubstr("verb tow away\n")) << "an irregular form finds its verb";
  EXPECT_THAT(frames, HasSubstr("  obj=T => ASSAULT")) << "a passive's subject is what is done to";
  EXPECT_THAT(frames, HasSubstr("  subj=T from=S ")) << "the target stands before, the source behind";
  EXPECT_THAT(frames, HasSubstr("  obj=T clause=sign"));
  EXPECT_THAT(frames, HasSubstr(" mutual"));
  EXPECT_TRUE(load(one));
}

TEST(CommunityVerbs, ACodeBehindTheColonTurnsTheSides) {
  Conversion one = convert(CommunityKind::kVerbs, "--- IRK [:110] ---\nIRK\n");
  EXPECT_THAT(made(one, ".frames"), HasSubstr("verb irk\n  subj=T obj=S => "));
}

TEST(CommunityVerbs, SayWhatCannotBeRead) {
  Conversion one = convert(CommunityKind::kVerbs,
                           "STRAY\n"
                           "--- TOW [999] ---\n"
                           "TOW\n"
                           "- * BOAT\n"
                           "- BOAT [010]\n"
                           "- * BOAT [0x1]\n"
                           "- * &RAFT [060]\n"
                           "- WILL * BOAT [060]\n"
                           "- * BOAT * [060]\n"
                           "~ a (a b TOW) SAY = a b 015\n");
  EXPECT_THAT(faults(one), ElementsAre(HasSubstr("test.txt:1: neither a set"), HasSubstr("test.txt:2: `999` is no CAMEO code"),
                                       HasSubstr("test.txt:4: a pattern without its code"), HasSubstr("test.txt:5: a pattern needs a *"),
                                       HasSubstr("test.txt:6: `0x1` is no CAMEO code"), HasSubstr("test.txt:7: `&raft` names no set"),
                                       HasSubstr("test.txt:8: `will` before the verb"), HasSubstr("test.txt:9: a second *"),
                                       HasSubstr("test.txt:10: a transformation")));
}

TEST(CommunityLists, DiscardsAndIssues) {
  Conversion discards = convert(CommunityKind::kDiscards, "SACK RACE  # a note\n+REGATTA CUP_\nsack race\n...\n");
  EXPECT_EQ(made(discards, ".discards"), "sack race : sentence\nregatta cup : report\n");
  EXPECT_THAT(faults(discards), ElementsAre(HasSubstr("test.txt:4: no phrase")));
  Conversion issues =
      convert(CommunityKind::kIssues,
              "<ISSUE CATEGORY=\"WATER\">\nsalt+n:well [WELLS]\nv:dredge [DREDGING]\n~wishing well\n</ISSUE>\nspring\n+ [X]\n");
  EXPECT_EQ(made(issues, ".issues"), "salt well, salt wells : WELLS\ndredge, dredges, dredged, dredging : DREDGING\nwishing well : -\n");
  EXPECT_THAT(faults(issues), ElementsAre(HasSubstr("test.txt:6: an issue without its code"), HasSubstr("test.txt:7: no phrase")));
  auto lexicon = load(issues);
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(lexicon->phrases().find("They dredged on.").size(), 1u);
}

// Hostile files end, and with messages, whatever they hold.
TEST(CommunityBounds, HugeLinesSetsAndBlocksAreRefused) {
  Conversion line = convert(CommunityKind::kActors, std::string(100000, 'A') + " [KEN]\n");
  EXPECT_THAT(faults(line), ElementsAre(HasSubstr("test.txt:1: a line of more than 64 KB")));
  std::string wide = "!A! = ";
  for (int i = 0; i < 200; ++i) wide += "W" + std::to_string(i) + ", ";
  Conversion agents = convert(CommunityKind::kAgents, wide + "\nX!A!!A! [~MIL]\n");
  EXPECT_THAT(faults(agents), ElementsAre(HasSubstr("test.txt:2: more than 256 phrases")));
  std::string codes = "BLUE_FRONT\n";
  for (int i = 0; i < 600; ++i) codes += "\t[KENMIL >" + std::to_string(1000 + i) + "0101]\n";
  Conversion many = convert(CommunityKind::kActors, codes);
  EXPECT_EQ(many.refused, 100u);
  std::string sets = "&A\n";
  for (int i = 0; i < 100; ++i) sets += "+W" + std::to_string(i) + "\n";
  Conversion verbs = convert(CommunityKind::kVerbs, sets + "--- TOW [060] ---\nTOW\n- * {&A &A} [060]\n");
  EXPECT_THAT(faults(verbs), ElementsAre(HasSubstr("more than 3,000 phrases for one pattern")));
}

TEST(CommunityBounds, AnyBytesAreTaken) {
  std::string noise;
  uint32_t state = 7;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525u + 1013904223u;
    static constexpr std::string_view kSigns = "AB_+-*[]{}()&!~:;<>#$%^01 \n\t\xff\xc3";
    noise += kSigns[(state >> 16) % kSigns.size()];
  }
  for (CommunityKind kind :
       {CommunityKind::kActors, CommunityKind::kAgents, CommunityKind::kVerbs, CommunityKind::kDiscards, CommunityKind::kIssues}) {
    Conversion one = convert(kind, noise);
    EXPECT_GT(one.refused, 0u) << name(kind);
    EXPECT_TRUE(load(one)) << name(kind);
  }
}

// The files that the field ships, where a checkout has them beside the project.
struct RealFile {
  std::string_view name;
  CommunityKind kind;
  double share;  // of the lines that must be read
};
class RealDictionary : public testing::TestWithParam<RealFile> {};
TEST_P(RealDictionary, IsReadAlmostWhole) {
  auto path = std::filesystem::path(DEMARCHE_SOURCE_DIR) / "../shared/dictionaries" / GetParam().name;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  ASSERT_EQ(guess_community_kind(path.string(), bytes), GetParam().kind);
  Conversion one = convert_community(GetParam().kind, std::string(GetParam().name), bytes, ontology());
  ASSERT_GT(one.lines, 0u);
  double read = 1 - static_cast<double>(one.refused) / static_cast<double>(one.lines);
  EXPECT_GE(read, GetParam().share) << (one.faults.empty() ? "" : one.faults.error().text());
  EXPECT_TRUE(load(one));
}
INSTANTIATE_TEST_SUITE_P(Shipped, RealDictionary,
                         testing::Values(RealFile{"Phoenix.Countries.actors.txt", CommunityKind::kActors, 0.99},
                                         RealFile{"Phoenix.International.actors.txt", CommunityKind::kActors, 0.98},
                                         RealFile{"Phoenix.MilNonState.actors.txt", CommunityKind::kActors, 0.98},
                                         RealFile{"Phoenix.agents.txt", CommunityKind::kAgents, 0.98},
                                         RealFile{"Phoenix.discards.txt", CommunityKind::kDiscards, 0.99},
                                         RealFile{"Phoenix.IssueCoding.txt", CommunityKind::kIssues, 0.98},
                                         RealFile{"CAMEO.2.0.txt", CommunityKind::kVerbs, 0.95},
                                         RealFile{"CAMEO.verbpatterns.150430.txt", CommunityKind::kVerbs, 0.6}));

}  // namespace
}  // namespace demarche

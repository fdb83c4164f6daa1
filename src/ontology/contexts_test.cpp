#include "ontology/contexts.h"

#include <gtest/gtest.h>

#include <fstream>

namespace demarche {
namespace {

const ContextCues& cues() {
  static const ContextCues loaded = [] {
    auto result = ContextCues::load(DEMARCHE_SOURCE_DIR "/data/ontology");
    if (!result) throw std::runtime_error(result.error().text());
    return std::move(*result);
  }();
  return loaded;
}

ContextSet match(std::string_view text) {
  return cues().match(words_of(text));
}

struct Example {
  Context context;
  const char* lemmas;
};

TEST(ContextCues, EveryContextIsRecognisedInAPlainSentence) {
  const Example examples[] = {
      {Context::kMilitary, "two destroyer enter the gulf"},
      {Context::kIntelligence, "Prague expel a suspect spy"},
      {Context::kExecutive, "the cabinet reshuffle come on Monday"},
      {Context::kLegislative, "the bill go back to the lower house"},
      {Context::kElection, "turnout be low at most polling station"},
      {Context::kPoliticalInstitutions, "they want to rewrite the constitution"},
      {Context::kProDemocracy, "the general promise a return to civilian rule"},
      {Context::kProAutocracy, "the junta tighten its grip"},
      {Context::kEconomic, "the tariff hit steel"},
      {Context::kLegal, "the tribunal open the hearing"},
      {Context::kReparations, "the island claim reparations"},
      {Context::kHumanRights, "it cite human rights in the valley"},
      {Context::kRightsFreedoms, "a law against freedom of assembly"},
      {Context::kRepression, "she be a political prisoner since May"},
      {Context::kHumanSecurity, "famine threaten the camp"},
      {Context::kGender, "the abortion rule stay"},
      {Context::kLgbt, "same - sex marriage pass"},
      {Context::kReligionEthnicity, "the mosque reopen"},
      {Context::kInequality, "they protest the pay gap"},
      {Context::kDiplomatic, "the envoy return home"},
      {Context::kTerritory, "the frontier stay close"},
      {Context::kPeacekeeping, "the blue helmet stay"},
      {Context::kHealth, "cholera spread"},
      {Context::kAsylum, "he seek asylum there"},
      {Context::kMigration, "migrant reach the coast"},
      {Context::kDisasters, "the earthquake level a village"},
      {Context::kNaturalResource, "the copper deal be sign"},
      {Context::kEnvironment, "deforestation speed up"},
      {Context::kTechnology, "semiconductor be short"},
      {Context::kTerrorism, "a suicide bomber die"},
      {Context::kCbrn, "uranium enrichment go on"},
      {Context::kCyber, "hacker enter the ministry 's computer"},
      {Context::kMisinformation, "a deepfake circulate"},
      {Context::kCrime, "the mafia run the port"},
      {Context::kCorruption, "he take a bribe"},
      {Context::kIllegalDrugs, "the cocaine arrive by boat"},
      {Context::kTrafficking, "they smuggle people"},
  };
  ContextSet all;
  for (const Example& example : examples) {
    EXPECT_TRUE(match(example.lemmas).has(example.context)) << name(example.context) << ": " << example.lemmas;
    all.add(example.context);
  }
  EXPECT_EQ(all.size(), 37);
}

TEST(ContextCues, ASentenceWithoutCuesHasNoContext) {
  EXPECT_TRUE(match("he say that it be fine").empty());
}

TEST(ContextCues, CaseHyphensPossessivesAndPluralsDoNotCount) {
  EXPECT_TRUE(match("Human Rights").has(Context::kHumanRights));
  EXPECT_TRUE(match("a cease - fire hold").has(Context::kMilitary));
  EXPECT_TRUE(match("a cease-fire hold").has(Context::kMilitary));
  EXPECT_TRUE(match("woman 's right").has(Context::kGender));
  EXPECT_TRUE(match("COVID - 19").has(Context::kHealth));
}

TEST(ContextCues, ShortWordsKeepTheirFinalS) {
  EXPECT_FALSE(match("the aid arrive").has(Context::kHealth));
  EXPECT_TRUE(match("AIDS spread").has(Context::kHealth));
  EXPECT_FALSE(match("ISIS hold the town").has(Context::kIntelligence));
}

TEST(ContextCues, WordsThatRuleOutHideTheirCue) {
  EXPECT_FALSE(match("a study of artificial intelligence and surveillance").has(Context::kIntelligence));
  EXPECT_TRUE(match("a nuclear power plant open").has(Context::kTechnology));
  EXPECT_FALSE(match("a nuclear power plant open").has(Context::kCbrn));
  EXPECT_FALSE(match("the river bank").has(Context::kEconomic));
  EXPECT_TRUE(match("the river bank and the central bank").has(Context::kEconomic));
}

TEST(ContextCues, WeakCuesNeedAnotherOne) {
  EXPECT_FALSE(match("nuclear").has(Context::kCbrn));
  EXPECT_FALSE(match("nuclear nuclear").has(Context::kCbrn));
  EXPECT_TRUE(match("nuclear stockpile").has(Context::kCbrn));
}

TEST(ContextCues, CrimeGivesWayToNarrowerContexts) {
  EXPECT_TRUE(match("a gang rob the store").has(Context::kCrime));
  EXPECT_FALSE(match("a gang sell cocaine").has(Context::kCrime));
  EXPECT_FALSE(match("war crime").has(Context::kCrime));
}

TEST(ContextCues, HitsPointAtTheWords) {
  std::vector<std::string_view> lemmas = {"the", "peace", "-", "keeper", "and", "the", "suicide", "bomber"};
  std::vector<ContextHit> hits = cues().hits(lemmas);
  bool keeper = false, bomber = false;
  for (const ContextHit& hit : hits) {
    keeper |= hit.context == Context::kPeacekeeping && hit.begin == 1 && hit.end == 4 && hit.strong;
    bomber |= hit.context == Context::kTerrorism && hit.begin == 6 && hit.end == 8;
  }
  EXPECT_TRUE(keeper);
  EXPECT_TRUE(bomber);
}

TEST(ContextCues, EmptySentenceAndOddWordsAreFine) {
  EXPECT_TRUE(cues().match({}).empty());
  EXPECT_TRUE(match("- -- 's ' ----").empty());
}

TEST(ContextCues, FaultsAreNamedWithTheirLines) {
  std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "context_faults";
  std::filesystem::create_directories(folder);
  std::filesystem::copy_file(DEMARCHE_SOURCE_DIR "/data/ontology/contexts.tsv", folder / "contexts.tsv",
                             std::filesystem::copy_options::overwrite_existing);
  std::ofstream(folder / "contexts.tsv", std::ios::app) << "weather\tstrong\train\nhealth\tfirm\tflu\nlgbt\tstrong\tgays|\n";
  auto result = ContextCues::load(folder);
  std::filesystem::remove_all(folder);
  ASSERT_FALSE(result);
  std::string text = result.error().text();
  EXPECT_NE(text.find("unknown context \"weather\""), std::string::npos) << text;
  EXPECT_NE(text.find("unknown kind \"firm\""), std::string::npos) << text;
  EXPECT_NE(text.find("an empty cue"), std::string::npos) << text;
}

TEST(ContextCues, AContextWithTooFewCuesIsAFault) {
  std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "context_few";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "contexts.tsv") << "context\tkind\tcues\nhealth\tstrong\tflu\n";
  auto result = ContextCues::load(folder);
  std::filesystem::remove_all(folder);
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().text().find("military has fewer than 15 strong cues"), std::string::npos) << result.error().text();
}

}  // namespace
}  // namespace demarche

#include "ontology/cameo.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace demarche {
namespace {

const Cameo& cameo() {
  static const Cameo loaded = [] {
    auto result = Cameo::load(DEMARCHE_SOURCE_DIR "/data/ontology");
    if (!result) throw std::runtime_error(result.error().text());
    return std::move(*result);
  }();
  return loaded;
}

std::string outer(GridAct act, std::string_view inner) {
  auto code = cameo().grid(act, inner, EventType::kNone, Mode::kNone);
  if (!code) return "-";
  std::string text(code->code);
  text += ' ';
  text += name(code->type);
  if (code->mode != Mode::kNone) {
    text += '/';
    text += name(code->mode);
  }
  return text;
}

std::string outer(GridAct act, EventType type, Mode mode = Mode::kNone) {
  auto code = cameo().grid(act, "", type, mode);
  return code ? std::string(code->code) : "-";
}

TEST(Cameo, HasEveryCodeOfTheManualAndSevenOlderOnes) {
  size_t older = 0;
  for (const CameoEntry& entry : cameo().entries()) older += entry.older;
  EXPECT_EQ(older, 7u);
  EXPECT_EQ(cameo().entries().size() - older, 316u);
}

TEST(Cameo, EveryCodeHasATitleARootAndOutsideStatementsAType) {
  for (const CameoEntry& entry : cameo().entries()) {
    EXPECT_FALSE(entry.title.empty()) << entry.code;
    EXPECT_NE(cameo().find(entry.code.substr(0, 2)), nullptr) << entry.code;
    EXPECT_EQ(entry.type == EventType::kNone, entry.code.substr(0, 2) == "01") << entry.code;
    EXPECT_TRUE(allows(entry.type, entry.mode)) << entry.code;
  }
}

TEST(Cameo, ReadingsFollowOurDecisions) {
  auto reads = [](std::string_view code, EventType type, Mode mode) {
    const CameoEntry* entry = cameo().find(code);
    return entry && entry->type == type && entry->mode == mode;
  };
  EXPECT_TRUE(reads("055", EventType::kConcede, Mode::kNone));
  EXPECT_TRUE(reads("0813", EventType::kConcede, Mode::kNone));
  EXPECT_TRUE(reads("0831", EventType::kRetreat, Mode::kResign));
  EXPECT_TRUE(reads("0841", EventType::kRetreat, Mode::kRelease));
  EXPECT_TRUE(reads("0871", EventType::kConcede, Mode::kNone));
  EXPECT_TRUE(reads("116", EventType::kSanction, Mode::kConvict));
  EXPECT_TRUE(reads("163", EventType::kSanction, Mode::kDiscontinue));
  EXPECT_TRUE(reads("155", EventType::kMobilize, Mode::kWeapons));
  EXPECT_TRUE(reads("1712", EventType::kAssault, Mode::kDestroy));
  EXPECT_TRUE(reads("175", EventType::kCoerce, Mode::kRestrict));
  EXPECT_TRUE(reads("176", EventType::kCoerce, Mode::kCyber));
  EXPECT_TRUE(reads("191", EventType::kCoerce, Mode::kRestrict));
  EXPECT_TRUE(reads("195", EventType::kAssault, Mode::kAerial));
  EXPECT_TRUE(reads("1952", EventType::kAssault, Mode::kDrone));
  EXPECT_TRUE(reads("201", EventType::kAssault, Mode::kNone));
  EXPECT_TRUE(reads("202", EventType::kAssault, Mode::kTargeted));
  EXPECT_TRUE(reads("2041", EventType::kAssault, Mode::kUnconventional));
  EXPECT_TRUE(reads("1053", EventType::kRequest, Mode::kYield));
  EXPECT_TRUE(reads("0253", EventType::kRequest, Mode::kYield));
}

TEST(Cameo, ContextsAreReadBesideTheType) {
  EXPECT_EQ(cameo().find("073")->contexts, ContextSet(Context::kHumanSecurity));
  EXPECT_EQ(cameo().find("094")->contexts, ContextSet(Context::kMilitary) | Context::kLegal);
}

TEST(Goldstein, IsTheScalesValueOrThatOfTheShorterCode) {
  EXPECT_DOUBLE_EQ(cameo().goldstein("041"), 1.0);
  EXPECT_DOUBLE_EQ(cameo().goldstein("130"), -4.4);
  EXPECT_DOUBLE_EQ(cameo().goldstein("13"), -6);
  EXPECT_DOUBLE_EQ(cameo().goldstein("116"), -2);
  EXPECT_DOUBLE_EQ(cameo().goldstein("1951"), -10);
  EXPECT_DOUBLE_EQ(cameo().goldstein("0254"), -0.3);
  EXPECT_DOUBLE_EQ(cameo().goldstein("1661"), -8);
  EXPECT_DOUBLE_EQ(cameo().goldstein("1949"), -10);
  EXPECT_DOUBLE_EQ(cameo().goldstein("99"), 0);
  EXPECT_DOUBLE_EQ(cameo().find("1951")->goldstein, -10);
}

TEST(Goldstein, ScaleLacksThirtySixCodesOfTheManual) {
  size_t lacking = 0;
  for (const CameoEntry& entry : cameo().entries()) lacking += !entry.on_scale;
  EXPECT_EQ(lacking, 36u);
}

TEST(Cameo, FindsExactAndClosestCodes) {
  EXPECT_EQ(cameo().find("0419"), nullptr);
  EXPECT_EQ(cameo().closest("0419")->code, "041");
  EXPECT_EQ(cameo().closest("99"), nullptr);
  EXPECT_EQ(cameo().find(""), nullptr);
}

TEST(Cameo, EveryTypeAndModeHasADefaultCode) {
  for (size_t t = 1; t < static_cast<size_t>(EventType::kCount); ++t) {
    auto type = static_cast<EventType>(t);
    EXPECT_FALSE(cameo().default_code(type, Mode::kNone, {}).empty()) << name(type);
    for (Mode mode : modes_of(type)) EXPECT_FALSE(cameo().default_code(type, mode, {}).empty()) << name(type) << "/" << name(mode);
  }
  EXPECT_EQ(cameo().default_code(EventType::kNone, Mode::kNone, {}), "");
}

TEST(Cameo, DefaultCodeTakesTheRowWithMostContexts) {
  EXPECT_EQ(cameo().default_code(EventType::kAid, Mode::kNone, {}), "070");
  EXPECT_EQ(cameo().default_code(EventType::kAid, Mode::kNone, Context::kMilitary), "072");
  EXPECT_EQ(cameo().default_code(EventType::kAid, Mode::kNone, Context::kGender), "070");
  EXPECT_EQ(cameo().default_code(EventType::kAccuse, Mode::kAllege, ContextSet(Context::kMilitary) | Context::kLegal), "1124");
  EXPECT_EQ(cameo().default_code(EventType::kCoerce, Mode::kCurfew, Context::kGender), "1723");
  EXPECT_EQ(cameo().default_code(EventType::kConsult, Mode::kPhone, {}), "041");
}

TEST(Grid, AppealAndDemandTakeTheLastDigitOfTheObject) {
  EXPECT_EQ(outer(GridAct::kAppeal, "046"), "026 REQUEST/meet");
  EXPECT_EQ(outer(GridAct::kAppeal, "072"), "0232 REQUEST/assist");
  EXPECT_EQ(outer(GridAct::kDemand, "0841"), "1053 REQUEST/yield");
  EXPECT_EQ(outer(GridAct::kDemand, "0831"), "1041 REQUEST/change");
  EXPECT_EQ(outer(GridAct::kAppeal, "0874"), "0256 REQUEST/yield");
  EXPECT_EQ(outer(GridAct::kAppeal, "045"), "028 REQUEST/meet");
  EXPECT_EQ(outer(GridAct::kDemand, "057"), "107 REQUEST/meet");
  EXPECT_EQ(outer(GridAct::kDemand, "090"), "1014 REQUEST/assist");
  EXPECT_EQ(outer(GridAct::kAppeal, "163"), "0242 REQUEST/change");
}

TEST(Grid, IntentIsAgreeAndRefusalIsReject) {
  EXPECT_EQ(outer(GridAct::kIntent, "072"), "0332 AGREE");
  EXPECT_EQ(outer(GridAct::kIntent, "042"), "036 AGREE");
  EXPECT_EQ(outer(GridAct::kIntent, "085"), "0354 AGREE");
  EXPECT_EQ(outer(GridAct::kRefuse, "072"), "1222 REJECT/assist");
  EXPECT_EQ(outer(GridAct::kRefuse, "0831"), "1231 REJECT/change");
  EXPECT_EQ(outer(GridAct::kRefuse, "0862"), "1245 REJECT/yield");
  EXPECT_EQ(outer(GridAct::kRefuse, "046"), "125 REJECT/meet");
  EXPECT_EQ(outer(GridAct::kRefuse, "010"), "011 ");
}

TEST(Grid, ThreatNamesTheHarmOrTheEndOfTheGood) {
  EXPECT_EQ(outer(GridAct::kThreat, "190"), "1384 THREATEN/violence");
  EXPECT_EQ(outer(GridAct::kThreat, "1952"), "1384 THREATEN/violence");
  EXPECT_EQ(outer(GridAct::kThreat, "192"), "1382 THREATEN/territory");
  EXPECT_EQ(outer(GridAct::kThreat, "191"), "1381 THREATEN/restrict");
  EXPECT_EQ(outer(GridAct::kThreat, "173"), "132 THREATEN/arrest");
  EXPECT_EQ(outer(GridAct::kThreat, "163"), "1312 THREATEN/restrict");
  EXPECT_EQ(outer(GridAct::kThreat, "1621"), "1311 THREATEN/relations");
  EXPECT_EQ(outer(GridAct::kThreat, "072"), "1311 THREATEN/relations");
  EXPECT_EQ(outer(GridAct::kThreat, "1662"), "136 THREATEN/expel");
  EXPECT_EQ(outer(GridAct::kThreat, "046"), "134 THREATEN/relations");
  EXPECT_EQ(outer(GridAct::kThreat, "2042"), "1385 THREATEN/violence");
}

TEST(Grid, EndOfAGoodActIsConflictAndEndOfABadOneYields) {
  EXPECT_EQ(outer(GridAct::kStopped, "072"), "1622 SANCTION/discontinue");
  EXPECT_EQ(outer(GridAct::kStopped, "046"), "164 SANCTION/withdraw");
  EXPECT_EQ(outer(GridAct::kStopped, "042"), "161 REJECT/meet");
  EXPECT_EQ(outer(GridAct::kStopped, "190"), "0871 RETREAT/ceasefire");
  EXPECT_EQ(outer(GridAct::kStopped, "191"), "0872 RETREAT/withdraw");
  EXPECT_EQ(outer(GridAct::kStopped, "163"), "085 RETREAT");
  EXPECT_EQ(outer(GridAct::kStopped, "1723"), "0813 CONCEDE");
  EXPECT_EQ(outer(GridAct::kStopped, "1621"), "071 AID");
  EXPECT_EQ(outer(GridAct::kStopped, "103"), "080 CONCEDE");
}

TEST(Grid, ActsOverANegatedActGoThroughItsEnd) {
  auto halt = cameo().grid(GridAct::kStopped, "190", EventType::kNone, Mode::kNone);
  ASSERT_TRUE(halt);
  EXPECT_EQ(outer(GridAct::kDemand, halt->code), "1056 REQUEST/yield");
  EXPECT_EQ(outer(GridAct::kRefuse, halt->code), "1246 REJECT/yield");
  EXPECT_EQ(outer(GridAct::kIntent, halt->code), "0356 AGREE");
}

TEST(Grid, RallyIsForTheTargetOfAGoodActAndAgainstThatOfABadOne) {
  EXPECT_EQ(outer(GridAct::kRally, "073"), "053 SUPPORT");
  EXPECT_EQ(outer(GridAct::kRally, "163"), "113 ACCUSE/disapprove");
  EXPECT_EQ(outer(GridAct::kRally, "190"), "138 THREATEN/violence");
  EXPECT_EQ(outer(GridAct::kRally, "141"), "141 PROTEST/demo");
}

TEST(Grid, PromisesTakenBackAreRefusalsAndPromisesAskedForAreRequests) {
  EXPECT_EQ(outer(GridAct::kStopped, "0332"), "1222 REJECT/assist");
  EXPECT_EQ(outer(GridAct::kAppeal, "0332"), "0232 REQUEST/assist");
  EXPECT_EQ(outer(GridAct::kIntent, "0332"), "0332 AGREE");
}

TEST(Grid, TakesTypeAndModeWhereNoCodeIsGiven) {
  EXPECT_EQ(outer(GridAct::kAppeal, EventType::kConsult, Mode::kVisit), "026");
  EXPECT_EQ(outer(GridAct::kThreat, EventType::kAssault, Mode::kDrone), "1384");
  EXPECT_EQ(outer(GridAct::kDemand, EventType::kRetreat, Mode::kRelease), "1053");
  EXPECT_EQ(outer(GridAct::kDone, EventType::kConsult, Mode::kPhone), "041");
}

TEST(Grid, ActsWithoutACodeTakeTheResidualCodes) {
  EXPECT_EQ(outer(GridAct::kAppeal, EventType::kNone), "020");
  EXPECT_EQ(outer(GridAct::kDemand, EventType::kNone), "100");
  EXPECT_EQ(outer(GridAct::kIntent, EventType::kNone), "030");
  EXPECT_EQ(outer(GridAct::kRefuse, EventType::kNone), "120");
  EXPECT_EQ(outer(GridAct::kThreat, EventType::kNone), "130");
  EXPECT_EQ(outer(GridAct::kStopped, EventType::kNone), "-");
}

TEST(Grid, DoneKeepsTheReadingThatTheInnerActHas) {
  auto kept = cameo().grid(GridAct::kDone, "0871", EventType::kRetreat, Mode::kCeasefire);
  EXPECT_EQ(kept, (GridCode{"0871", EventType::kRetreat, Mode::kCeasefire}));
  EXPECT_EQ(outer(GridAct::kDone, "0871"), "0871 CONCEDE");
}

TEST(Grid, IsCompleteForEveryCodeAndAct) {
  for (const CameoEntry& entry : cameo().entries()) {
    for (size_t a = 0; a < static_cast<size_t>(GridAct::kCount); ++a) {
      auto act = static_cast<GridAct>(a);
      auto code = cameo().grid(act, entry.code, EventType::kNone, Mode::kNone);
      ASSERT_TRUE(code) << name(act) << " " << entry.code;
      EXPECT_NE(cameo().find(code->code), nullptr);
      EXPECT_TRUE(allows(code->type, code->mode)) << name(act) << " " << entry.code;
      bool asks = act == GridAct::kAppeal || act == GridAct::kDemand;
      if (asks && entry.code.substr(0, 2) != "14") {
        EXPECT_EQ(code->type, EventType::kRequest) << entry.code;
      } else if (act == GridAct::kThreat) {
        EXPECT_EQ(code->type, EventType::kThreaten) << entry.code;
      } else if (act == GridAct::kRefuse && code->code != "011") {
        EXPECT_EQ(code->type, EventType::kReject) << entry.code;
      }
    }
  }
}

TEST(Grid, ActNamesComeBack) {
  for (size_t a = 0; a < static_cast<size_t>(GridAct::kCount); ++a)
    EXPECT_EQ(grid_act_from(name(static_cast<GridAct>(a))), static_cast<GridAct>(a));
  EXPECT_EQ(grid_act_from("beg"), std::nullopt);
}

TEST(QuadProfile, DiffersOnStatementsInquiriesProtestsAndReducedRelations) {
  using enum QuadClass;
  EXPECT_EQ(quad_class(QuadProfile::kGdelt, "010", EventType::kNone), kVerbalCooperation);
  EXPECT_EQ(quad_class(QuadProfile::kPhoenix, "0253", EventType::kRequest), kNeutral);
  EXPECT_EQ(quad_class(QuadProfile::kPlover, "0253", EventType::kRequest), kVerbalConflict);
  EXPECT_EQ(quad_class(QuadProfile::kGdelt, "091", EventType::kAccuse), kMaterialCooperation);
  EXPECT_EQ(quad_class(QuadProfile::kPhoenix, "091", EventType::kAccuse), kVerbalConflict);
  EXPECT_EQ(quad_class(QuadProfile::kGdelt, "141", EventType::kProtest), kVerbalConflict);
  EXPECT_EQ(quad_class(QuadProfile::kPhoenix, "141", EventType::kProtest), kMaterialConflict);
  EXPECT_EQ(quad_class(QuadProfile::kGdelt, "163", EventType::kSanction), kMaterialConflict);
  EXPECT_EQ(quad_class(QuadProfile::kPhoenix, "163", EventType::kSanction), kVerbalConflict);
  EXPECT_EQ(quad_class(QuadProfile::kGdelt, "204", EventType::kAssault), kMaterialConflict);
  EXPECT_EQ(quad_class(QuadProfile::kGdelt, "", EventType::kNone), kNeutral);
}

class BrokenTables : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::create_directories(folder_);
    write("cameo.tsv", "code\ttitle\tgoldstein\ttype\tmode\tcontexts\tstatus\n01\tState\t0\t\t\t\t\n");
    write("plover_cameo.tsv", "type\tmode\tcontexts\tcameo\n");
    write("grid.tsv",
          "inner\tappeal\tdemand\trally\tintent\trefuse\tthreat\tstopped\n-\t01\t01\t-\t01\t01\t01\t-\n01\t=\t=\t=\t=\t=\t=\t=\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& file, const std::string& text) { std::ofstream(folder_ / file, std::ios::binary) << text; }
  std::string message() {
    auto result = Cameo::load(folder_);
    return result ? "" : result.error().text();
  }
  std::filesystem::path folder_;
};

TEST_F(BrokenTables, SmallButWholeTablesLoad) {
  EXPECT_EQ(message(), "");
}

TEST_F(BrokenTables, AllFaultsAreNamedWithTheirLines) {
  write("cameo.tsv",
        "# comment\ncode\ttitle\tgoldstein\ttype\tmode\tcontexts\tstatus\n01\tState\t0\t\t\t\t\n01\tAgain\t0\t\t\t\t\n"
        "02\tAppeal\t3x\tPLEAD\t\t\t\n020\tAppeal\t3\tREQUEST\tphone\tweather\t\n");
  std::string text = message();
  EXPECT_NE(text.find("cameo.tsv:4: code 01 stands twice"), std::string::npos) << text;
  EXPECT_NE(text.find("cameo.tsv:5: \"3x\" is no Goldstein value"), std::string::npos) << text;
  EXPECT_NE(text.find("cameo.tsv:5: unknown type \"PLEAD\""), std::string::npos) << text;
  EXPECT_NE(text.find("cameo.tsv:6: REQUEST has no mode \"phone\""), std::string::npos) << text;
  EXPECT_NE(text.find("cameo.tsv:6: unknown context \"weather\""), std::string::npos) << text;
  EXPECT_NE(text.find("the row for root 02 is missing"), std::string::npos) << text;
}

TEST_F(BrokenTables, ARowWithTooFewCellsIsNamed) {
  write("plover_cameo.tsv", "type\tmode\tcontexts\tcameo\nAGREE\t\t030\n");
  EXPECT_NE(message().find("plover_cameo.tsv:2: has 3 cells; write 4"), std::string::npos) << message();
}

TEST_F(BrokenTables, AWrongHeaderAndAMissingFileAreErrors) {
  write("grid.tsv", "inner\tappeal\n");
  EXPECT_NE(message().find("must name the columns"), std::string::npos) << message();
  std::filesystem::remove(folder_ / "grid.tsv");
  EXPECT_EQ(Cameo::load(folder_).error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace demarche

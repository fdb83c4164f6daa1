#include "lexicon/entries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

using testing::ElementsAre;

std::vector<std::string> said(const std::vector<DictionaryEntry>& entries) {
  std::vector<std::string> lines;
  for (const DictionaryEntry& one : entries)
    lines.push_back(std::string(one.kind) + ": " + one.key + " -> " + one.value + " @" + one.place);
  return lines;
}

TEST(DictionaryEntries, SayWhatEachKindOfLineSays) {
  HandMadeData data(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "data/ontology");
  data.write("actors/a.actors", "Blue Front = BF, Front : KENREB | KENGOV 2001..2002 ; kind group\n");
  data.write("actors/a.offices", "country KEN\noffice president : GOV\n  2001..2002  Amina Lee = A. Lee\n");
  data.write("agents/a.agents", "rebel, spy/spies : REB\n");
  data.write("classes/a.classes", "weapon: tank\n");
  data.write("frames/a.frames", "verb hit, Strike\n  obj=T  => ASSAULT 190\n  > Kenya hit Peru. | KEN ASSAULT PER\n");
  auto made = dictionary_entries(data.path());
  ASSERT_TRUE(made.ok());
  EXPECT_THAT(said(*made),
              ElementsAre("actors: Blue Front -> KENREB | KENGOV 2001..2002 ; kind group @actors/a.actors:1",
                          "agents: rebel -> REB @agents/a.agents:1", "agents: spy -> REB @agents/a.agents:1",
                          "classes: weapon -> tank @classes/a.classes:1", "frames: verb hit | obj=T -> ASSAULT 190 @frames/a.frames:2",
                          "frames: verb strike | obj=T -> ASSAULT 190 @frames/a.frames:2",
                          "offices: Amina Lee, KEN president 2001..2002 -> KENGOV @actors/a.offices:3"));
  EXPECT_EQ(dictionary_entries(data.path(), "agents")->size(), 2u);
}

TEST(DictionaryEntries, OfAMissingDirectoryAreAnError) {
  auto made = dictionary_entries("/nonexistent/dictionaries");
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error().code, ErrorCode::kIo);
}

TEST(HoldsPattern, FoldsCaseAndTakesAStarForAnything) {
  EXPECT_TRUE(holds_pattern("Blue Front : KENREB", "front"));
  EXPECT_TRUE(holds_pattern("Blue Front : KENREB", "blue*REB"));
  EXPECT_FALSE(holds_pattern("Blue Front : KENREB", "reb*blue"));
  EXPECT_FALSE(holds_pattern("Blue Front", "red"));
}

}  // namespace
}  // namespace demarche

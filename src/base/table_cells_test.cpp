#include "base/table_cells.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::ElementsAre;

TEST(TableCells, ArePartedByTabs) {
  EXPECT_THAT(table_cells("7\t\tKenya met Uganda."), ElementsAre("7", "", "Kenya met Uganda."));
}

TEST(TableCells, LoseTheMarksThatAWriterPutAroundThem) {
  EXPECT_THAT(table_cells("\"Kenya called it \"\"a farce\"\".\"\tx"), ElementsAre("Kenya called it \"a farce\".", "x"));
  EXPECT_THAT(table_cells("\"\""), ElementsAre(""));
}

TEST(TableCells, KeepTheMarksOfTheText) {
  EXPECT_THAT(table_cells("\"A farce,\" said Kenya.\t\"A farce,\" said Kenya, \"and a shame.\"\t\""),
              ElementsAre("\"A farce,\" said Kenya.", "\"A farce,\" said Kenya, \"and a shame.\"", "\""));
}

}  // namespace
}  // namespace demarche

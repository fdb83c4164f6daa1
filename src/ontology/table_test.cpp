#include "ontology/table.h"

#include <gtest/gtest.h>

#include <fstream>

namespace demarche {
namespace {

class TableFile : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }
  Result<Table> read(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    return Table::read(path_, {"one", "two"});
  }
  std::filesystem::path path_ = std::filesystem::path(testing::TempDir()) / "table_test.tsv";
};

TEST_F(TableFile, SkipsCommentsAndBlankLinesAndKeepsLineNumbers) {
  auto table = read("# note\none\ttwo\n\na\tb\n# more\n\tlast");
  ASSERT_TRUE(table) << table.error().text();
  ASSERT_EQ(table->size(), 2u);
  EXPECT_EQ(table->cell(0, 1), "b");
  EXPECT_EQ(table->cell(1, 0), "");
  EXPECT_EQ(table->cell(1, 1), "last");
  EXPECT_EQ(table->place(1), path_.string() + ":6");
}

TEST_F(TableFile, CarriageReturnsEndLinesToo) {
  auto table = read("one\ttwo\r\na\tb\r\n");
  ASSERT_TRUE(table) << table.error().text();
  EXPECT_EQ(table->cell(0, 1), "b");
}

TEST_F(TableFile, CellsOutliveAMoveOfTheTable) {
  auto table = read("one\ttwo\na\tb\n");
  ASSERT_TRUE(table);
  std::string_view cell = table->cell(0, 0);
  Table moved = std::move(*table);
  EXPECT_EQ(cell, "a");
  EXPECT_EQ(moved.cell(0, 0).data(), cell.data());
}

TEST_F(TableFile, NamesEveryRowWithAnotherNumberOfCells) {
  auto table = read("one\ttwo\na\nb\tc\nd\te\tf\n");
  ASSERT_FALSE(table);
  std::string text = table.error().text();
  EXPECT_NE(text.find(":2: has 1 cells"), std::string::npos) << text;
  EXPECT_NE(text.find(":4: has 3 cells"), std::string::npos) << text;
  EXPECT_EQ(text.find(":3:"), std::string::npos) << text;
}

TEST_F(TableFile, AnEmptyFileAndAForeignHeaderAreErrors) {
  EXPECT_NE(read("").error().text().find("is empty"), std::string::npos);
  EXPECT_NE(read("one\tthree\na\tb\n").error().text().find("must name the columns"), std::string::npos);
}

}  // namespace
}  // namespace demarche

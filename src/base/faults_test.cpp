#include "base/faults.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace demarche {
namespace {

TEST(Faults, NamesFileAndLine) {
  Faults faults;
  EXPECT_TRUE(faults.empty());
  faults.add("a.classes", 12, "wrong");
  ASSERT_EQ(faults.list().size(), 1u);
  EXPECT_EQ(faults.list()[0].text(), "a.classes:12: wrong");
  EXPECT_EQ(faults.list()[0].code, ErrorCode::kBadLexicon);
}

TEST(Faults, ErrorListsEachOnALine) {
  Faults faults;
  faults.add("a", 1, "first");
  faults.add("b", 2, "second");
  EXPECT_EQ(faults.error().text(), "a:1: first\nb:2: second");
}

TEST(Faults, ErrorShowsTwentyAndCountsTheRest) {
  Faults faults;
  for (int i = 1; i <= 23; ++i) faults.add("f", i, "x");
  std::string text = faults.error().text();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 20);
  EXPECT_TRUE(text.ends_with("f:20: x\n... and 3 more")) << text;
}

TEST(Faults, TwentyAreShownWithoutARest) {
  Faults faults;
  for (int i = 1; i <= 20; ++i) faults.add("f", i, "x");
  EXPECT_EQ(faults.error().text().find("more"), std::string::npos);
}

TEST(Error, WithoutAPlaceIsItsMessage) {
  EXPECT_EQ((Error{ErrorCode::kIo, "gone", ""}.text()), "gone");
}

}  // namespace
}  // namespace demarche

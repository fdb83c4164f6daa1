#include "lexicon/phrase_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::HasSubstr;
using Use = PhraseLists::Use;

PhraseLists lists(std::string_view issues, std::string_view discards, Faults& faults) {
  return PhraseLists::build({{"a.issues", dictionary_lines(issues)}}, {{"a.discards", dictionary_lines(discards)}}, faults);
}

TEST(PhraseLists, FindWholeWordsInAnyCase) {
  Faults faults;
  PhraseLists made = lists("grain shortage, grain shortages : FOOD", "regatta : sentence\nsailing club cup : report", faults);
  ASSERT_TRUE(faults.empty());
  auto hits = made.find("Grain shortages grew; the Sailing Club Cup and its regattas went on.");
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].use, Use::kIssue);
  EXPECT_EQ(hits[0].code, "FOOD");
  EXPECT_EQ(hits[0].span.begin, 0u);
  EXPECT_EQ(hits[0].span.end, 15u);
  EXPECT_EQ(hits[1].use, Use::kDiscardReport);
}

TEST(PhraseLists, OnePhraseMayHaveSeveralIssues) {
  Faults faults;
  PhraseLists made = lists("well poisoning : WATER\nwell poisoning : CRIME\nwishing well : -", "", faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(made.find("well poisoning").size(), 2u);
  EXPECT_EQ(made.find("a wishing well").at(0).use, Use::kNoIssue);
}

TEST(PhraseLists, WithoutEntriesFindNothing) {
  Faults faults;
  EXPECT_TRUE(lists("", "", faults).find("anything").empty());
}

TEST(PhraseLists, ReportBadLines) {
  Faults faults;
  lists("drought WATER\n... : WATER\ndrought : WATER\ndrought : WATER", "regatta\nregatta : paragraph", faults);
  ASSERT_EQ(faults.list().size(), 5u);
  EXPECT_THAT(faults.list()[0].text(), HasSubstr("a.issues:1: an issue reads"));
  EXPECT_THAT(faults.list()[1].text(), HasSubstr("a.issues:2: `...` is no phrase"));
  EXPECT_THAT(faults.list()[2].text(), HasSubstr("a.issues:4: `drought` stands at a.issues:3 already"));
  EXPECT_THAT(faults.list()[3].text(), HasSubstr("a.discards:1: a discard reads"));
  EXPECT_THAT(faults.list()[4].text(), HasSubstr("a.discards:2: a discard reads"));
}

}  // namespace
}  // namespace demarche

#include "base/date.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Date, CountsDaysFrom1970) {
  EXPECT_EQ(Date::of(1970, 1, 1).days, 0);
  EXPECT_EQ(Date::of(1969, 12, 31).days, -1);
  EXPECT_EQ(Date::of(2000, 3, 1).days, 11017) << "2000 was a leap year, 1900 was none";
}

TEST(Date, GivesItsPartsBack) {
  Date day = Date::of(2024, 2, 29);
  EXPECT_EQ(day.year(), 2024);
  EXPECT_EQ(day.month(), 2u);
  EXPECT_EQ(day.day(), 29u);
  EXPECT_EQ(day.weekday(), 4u) << "a Thursday";
}

TEST(Date, WritesIsoWithLeadingZeros) {
  EXPECT_EQ(Date::of(2025, 3, 7).iso(), "2025-03-07");
  EXPECT_EQ(Date::of(987, 12, 31).iso(), "0987-12-31");
}

TEST(Date, PlusCrossesMonthsAndYears) {
  EXPECT_EQ(Date::of(2024, 12, 31).plus(1), Date::of(2025, 1, 1));
  EXPECT_EQ(Date::of(2024, 3, 1).plus(-1), Date::of(2024, 2, 29));
}

TEST(Date, PlusMonthsClipsToTheLastDay) {
  EXPECT_EQ(Date::of(2025, 1, 31).plus_months(1), Date::of(2025, 2, 28));
  EXPECT_EQ(Date::of(2024, 1, 31).plus_months(1), Date::of(2024, 2, 29));
  EXPECT_EQ(Date::of(2024, 2, 29).plus_months(12), Date::of(2025, 2, 28));
  EXPECT_EQ(Date::of(2025, 3, 31).plus_months(-1), Date::of(2025, 2, 28));
}

TEST(Date, PlusMonthsKeepsADayThatTheMonthHas) {
  EXPECT_EQ(Date::of(2025, 11, 15).plus_months(3), Date::of(2026, 2, 15));
  EXPECT_EQ(Date::of(2025, 1, 15).plus_months(-1), Date::of(2024, 12, 15));
}

TEST(DateRange, MonthEndsOnItsLastDay) {
  EXPECT_EQ(DateRange::month(2024, 2).end, Date::of(2024, 2, 29));
  EXPECT_EQ(DateRange::month(2025, 12).end, Date::of(2025, 12, 31));
}

TEST(DateRange, BothEndsAreInside) {
  DateRange april = DateRange::month(2025, 4);
  EXPECT_TRUE(april.contains(Date::of(2025, 4, 1)));
  EXPECT_TRUE(april.contains(Date::of(2025, 4, 30)));
  EXPECT_FALSE(april.contains(Date::of(2025, 5, 1)));
  EXPECT_FALSE(april.contains(Date::of(2025, 3, 31)));
}

TEST(ParseDate, ReadsADay) {
  auto day = parse_date("2022-02-24");
  ASSERT_TRUE(day);
  EXPECT_EQ(day->start, Date::of(2022, 2, 24));
  EXPECT_EQ(day->end, day->start);
}

TEST(ParseDate, ReadsAPartialDateAsTheWhole) {
  EXPECT_EQ(parse_date("1999"), DateRange::year(1999));
  EXPECT_EQ(parse_date("2023-02"), (DateRange{Date::of(2023, 2, 1), Date::of(2023, 2, 28)}));
}

TEST(ParseDate, IgnoresATimeOfDay) {
  EXPECT_EQ(parse_date("2022-02-24T05:07:00Z"), parse_date("2022-02-24"));
}

class NoDate : public testing::TestWithParam<const char*> {};
TEST_P(NoDate, IsRefused) {
  EXPECT_FALSE(parse_date(GetParam()));
}
INSTANTIATE_TEST_SUITE_P(Impossible, NoDate,
                         testing::Values("2023-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00", "2023-13"));
INSTANTIATE_TEST_SUITE_P(Malformed, NoDate,
                         testing::Values("", "T", "20", "202a", "-999", "+999", "2023/02", "2023-2-1", "2023-02/01", "2023-+1", "2023--1",
                                         " 2023", "2023-02-1x"));

}  // namespace
}  // namespace demarche

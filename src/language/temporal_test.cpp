#include "language/temporal.h"

#include <gtest/gtest.h>

#include "text/tokenizer.h"

namespace demarche {
namespace {

/// A text cut into sentences without a parse. Owns what the words view.
struct Text {
  Document doc;
  std::vector<Sentence> sentences;

  explicit Text(std::string text) {
    doc.text = std::move(text);
    for (const SentenceTokens& tokens : tokenize(doc)) {
      Sentence& sentence = sentences.emplace_back();
      for (const Token& token : tokens.tokens) {
        Word& word = sentence.words.emplace_back();
        word.span = token.span;
        word.form = std::string_view(doc.text).substr(token.span.begin, token.span.size());
        word.space_after = token.space_after;
      }
    }
  }
};

constexpr std::string_view kTable =
    "# made for the test\n"
    "@FRA\tfrance french paris\n"
    "freedonia-2010\t2010-03-05\t2010-04-01\tFRA>FRE\t@FRA inva* freedonia*\tthe French invasion of Freedonia\n"
    "freedonia-coup\t2015-07-15\t\t\tcoup freedonia*\tthe coup in Freedonia\n";

/// "words=value" of every expression, parted by "; ", for a report of Thursday 12 November 2009.
std::string times(const std::string& text, std::optional<Date> published = Date::of(2009, 11, 12)) {
  Text parsed(text);
  TemporalTagger tagger(DatedEvents::parse(kTable, "test").value());
  std::string line;
  for (const TimeExpression& time : tagger.find(parsed.sentences, published)) {
    if (!line.empty()) line += "; ";
    line += parsed.doc.text.substr(time.span.begin, time.span.size()) + "=" + time.value;
  }
  return line;
}

/// The days of the first expression as "start..end"; "none" if it has none.
std::string days(const std::string& text, std::optional<Date> published = Date::of(2009, 11, 12)) {
  Text parsed(text);
  TemporalTagger tagger(DatedEvents::parse(kTable, "test").value());
  auto found = tagger.find(parsed.sentences, published);
  if (found.empty()) return "nothing found";
  if (!found[0].days) return "none";
  return found[0].days->start.iso() + ".." + found[0].days->end.iso();
}

TEST(Temporal, ReadsFullDatesInEitherOrder) {
  EXPECT_EQ(times("It was signed on 3 March 2001."), "3 March 2001=2001-03-03");
  EXPECT_EQ(times("It was signed on March 3rd, 2001."), "March 3rd, 2001=2001-03-03");
  EXPECT_EQ(times("It was signed on the 3rd of March."), "3rd of March=2009-03-03");
  EXPECT_EQ(times("It was signed on Tuesday, Nov. 3."), "Tuesday, Nov. 3=2009-11-03");
  EXPECT_EQ(times("It was signed on 2001-03-03 in Lima."), "2001-03-03=2001-03-03");
}

TEST(Temporal, ReadsMonthsAndYears) {
  EXPECT_EQ(times("Talks began in March 2001 and ended in 2003."), "March 2001=2001-03; 2003=2003");
  EXPECT_EQ(times("He marched in May."), "May=2009-05");
  EXPECT_EQ(times("He may march in May."), "May=2010-05");
  EXPECT_EQ(times("They sent 2000 troops."), "");
}

TEST(Temporal, ChoosesTheYearInWhichTheWeekdayFits) {
  EXPECT_EQ(times("It was signed on Monday, Nov. 23."), "Monday, Nov. 23=2009-11-23");
}

TEST(Temporal, TakesLimitsForAhead) {
  EXPECT_EQ(times("The judge ruled that he must leave by Nov. 20."), "Nov. 20=2009-11-20");
}

TEST(Temporal, LooksBackForBareWeekdays) {
  EXPECT_EQ(times("They met on Monday."), "Monday=2009-11-09");
  EXPECT_EQ(times("They met on Thursday."), "Thursday=2009-11-12");
  EXPECT_EQ(times("They met last Thursday."), "last Thursday=2009-11-05");
}

TEST(Temporal, LooksAheadWhereTheVerbDoes) {
  EXPECT_EQ(times("They will meet on Monday."), "Monday=2009-11-16");
  EXPECT_EQ(times("A vote is scheduled for Monday."), "Monday=2009-11-16");
  EXPECT_EQ(times("They will meet in February."), "February=2010-02");
}

TEST(Temporal, TakesTheCallersDirectionFirst) {
  Text text("They met on Monday.");
  TemporalTagger tagger(nullptr);
  auto found = tagger.find(text.sentences, Date::of(2009, 11, 12), [](const Sentence&, int) { return Direction::kFuture; });
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].value, "2009-11-16");
  EXPECT_TRUE(found[0].relative);
}

TEST(Temporal, ReadsDaysOfTheReport) {
  EXPECT_EQ(times("He left yesterday and returns tomorrow morning."), "yesterday=2009-11-11; tomorrow morning=2009-11-13TMO");
  EXPECT_EQ(times("Shells fell overnight."), "overnight=2009-11-11TNI");
  EXPECT_EQ(days("Shells fell overnight."), "2009-11-11..2009-11-12");
  EXPECT_EQ(times("They spoke on Tuesday night."), "Tuesday night=2009-11-10TNI");
}

TEST(Temporal, ShiftsUnits) {
  EXPECT_EQ(times("last week, next month, this year"), "last week=2009-W45; next month=2009-12; this year=2009");
  EXPECT_EQ(days("It fell last month."), "2009-10-01..2009-10-31");
  EXPECT_EQ(times("It fell last spring."), "last spring=2009-SP");
  EXPECT_EQ(times("A month later, on the last day of March", Date::of(2009, 3, 31)).substr(0, 13), "A month later");
  EXPECT_EQ(days("It fell last month.", Date::of(2009, 3, 31)), "2009-02-01..2009-02-28");
}

TEST(Temporal, CountsBackAndAhead) {
  EXPECT_EQ(times("They met two weeks ago."), "two weeks ago=2009-W44");
  EXPECT_EQ(times("They met 11 days ago."), "11 days ago=2009-11-01");
  EXPECT_EQ(times("He was elected almost four years ago."), "almost four years ago=2005");
  EXPECT_EQ(days("They have met often over the past decade."), "1999-11-12..2009-11-12");
  EXPECT_EQ(days("They will meet in three days."), "2009-11-15..2009-11-15");
}

TEST(Temporal, CountsFromTheDayNamedBefore) {
  EXPECT_EQ(times("They met on 3 March 2001. Two days later he resigned."), "3 March 2001=2001-03-03; Two days later=2001-03-05");
  EXPECT_EQ(times("They met on 3 March 2001. That year he resigned."), "3 March 2001=2001-03-03; That year=2001");
}

TEST(Temporal, GoesOnInTheYearOfTheStory) {
  EXPECT_EQ(times("He took office in May 1871. On 3 July he resigned."), "May 1871=1871-05; 3 July=1871-07-03");
  EXPECT_EQ(times("He took office in May 1871. It was cold. It rained. On 3 July he resigned."), "May 1871=1871-05; 3 July=2009-07-03");
  EXPECT_EQ(times("He took office in 1871 and fell later that year."), "1871=1871; later that year=1871");
}

TEST(Temporal, ReadsSeasonsWithTheirYear) {
  EXPECT_EQ(times("It fell in the summer of 2003."), "summer of 2003=2003-SU");
}

TEST(Temporal, ReadsHalvesBehindTheUnit) {
  EXPECT_EQ(times("They left a year and a half ago."), "a year and a half ago=2008");
}

TEST(Temporal, NarrowsPeriods) {
  EXPECT_EQ(days("It fell in late March."), "2009-03-21..2009-03-31");
  EXPECT_EQ(days("It fell earlier this month."), "2009-11-01..2009-11-12");
  EXPECT_EQ(days("It will fall later this year."), "2009-11-12..2009-12-31");
  EXPECT_EQ(times("in the mid-1980s and the 1930's"), "mid-1980s=198X; 1930's=193X");
}

TEST(Temporal, ReadsRanges) {
  EXPECT_EQ(times("It is due between 3 and 5 May 2010."), "3 and 5 May 2010=2010-05-03/2010-05-05");
  EXPECT_EQ(times("on May 3-5, 2010"), "May 3-5, 2010=2010-05-03/2010-05-05");
  EXPECT_EQ(days("He ruled from 1990 to 1995."), "1990-01-01..1995-12-31");
  EXPECT_EQ(times("the war of 1998-99"), "1998-99=1998/1999");
}

TEST(Temporal, ReadsQuartersAndFiscalYears) {
  EXPECT_EQ(days("in the third quarter of 2008"), "2008-07-01..2008-09-30");
  EXPECT_EQ(days("in fiscal year 2008"), "2007-10-01..2008-09-30");
}

TEST(Temporal, ReadsDurationsAndSets) {
  EXPECT_EQ(times("a 16-hour flight, two and a half hours, several weeks"),
            "16-hour=PT16H; two and a half hours=PT2H30M; several weeks=PXW");
  EXPECT_EQ(times("They meet every Monday and twice a month."), "every Monday=XXXX-WXX-1; twice a month=P1M");
  EXPECT_EQ(times("a 26-year-old man, 5 years old"), "");
}

TEST(Temporal, ReadsTimesOfDay) {
  EXPECT_EQ(times("It fell at 9 a.m. on Tuesday."), "9 a.m. on Tuesday=2009-11-10T09:00");
}

TEST(Temporal, KnowsHolidays) {
  EXPECT_EQ(times("They met on Easter Sunday."), "Easter Sunday=2009-04-12");
  EXPECT_EQ(times("They will meet on Thanksgiving."), "Thanksgiving=2009-11-26");
}

TEST(Temporal, LeavesTheUnknownOpenWithoutAReportDate) {
  EXPECT_EQ(times("They met on Monday, then on 3 March.", std::nullopt), "Monday=XXXX-WXX-1; 3 March=XXXX-03-03");
  EXPECT_EQ(days("They met on Monday.", std::nullopt), "none");
}

TEST(Temporal, HangsDatesOnKnownEvents) {
  Text text("Exactly two years after the French invasion of Freedonia, they met.");
  TemporalTagger tagger(DatedEvents::parse(kTable, "test").value());
  auto found = tagger.find(text.sentences, std::nullopt);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].value, "2012-03-05");
  EXPECT_EQ(found[0].anchor, "the French invasion of Freedonia");
  ASSERT_NE(found[0].event, nullptr);
  EXPECT_EQ(found[0].event->id, "freedonia-2010");
}

TEST(Temporal, SaysLessWhereTheCountIsNotToTheDay) {
  EXPECT_EQ(days("Two years after the coup in Freedonia, they met.", std::nullopt), "2017-07-01..2017-07-31");
}

TEST(Temporal, KeepsTheWordsOfEventsItDoesNotKnow) {
  Text text("Three days after the vote in Ruritania he fled.");
  auto found = TemporalTagger(nullptr).find(text.sentences, std::nullopt);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].value, "P3D");
  EXPECT_EQ(found[0].anchor.substr(0, 21), "the vote in Ruritania");
}

TEST(InferDate, CountsFromAKnownEventAndChecksTheWeekday) {
  TemporalTagger tagger(DatedEvents::parse(kTable, "test").value());
  Text text("The leaders spoke on Monday. The call came three years to the day after France invaded Freedonia.");
  // 5 March 2013 was a Tuesday: the words contradict each other.
  EXPECT_FALSE(tagger.infer_date(text.sentences).has_value());
  Text right("The leaders spoke on Tuesday. The call came precisely three years after France's invasion of Freedonia.");
  auto inferred = tagger.infer_date(right.sentences);
  ASSERT_TRUE(inferred.has_value());
  EXPECT_EQ(inferred->date.iso(), "2013-03-05");
  EXPECT_EQ(inferred->how,
            "\"precisely three years after France's invasion of Freedonia\" counts from the French invasion of Freedonia (2010-03-05) to "
            "2013-03-05, a Tuesday as the report says");
}

TEST(InferDate, ReadsAnniversaries) {
  TemporalTagger tagger(DatedEvents::parse(kTable, "test").value());
  auto date = [&](const char* words) {
    Text text(words);
    auto inferred = tagger.infer_date(text.sentences);
    return inferred ? inferred->date.iso() : std::string("none");
  };
  EXPECT_EQ(date("Crowds gathered on the third anniversary of the French invasion of Freedonia."), "2013-03-05");
  EXPECT_EQ(date("Tuesday marks three years since France invaded Freedonia."), "2013-03-05");
  EXPECT_EQ(date("France invaded Freedonia three years ago today."), "2013-03-05");
  EXPECT_EQ(date("France invaded Freedonia three years ago."), "none");
  EXPECT_EQ(date("It is about three years since France invaded Freedonia."), "none");
}

TEST(InferDate, ReadsADatelineWithItsYear) {
  Text text("LIMA, Feb. 3, 2019 (Wire) -- They met.");
  EXPECT_EQ(TemporalTagger(nullptr).infer_date(text.sentences)->how, "the dateline says 2019-02-03");
}

TEST(InferDate, GuessesNothing) {
  TemporalTagger tagger(DatedEvents::parse(kTable, "test").value());
  EXPECT_FALSE(tagger.infer_date(Text("They met on Tuesday, 5 March 2013, and last week.").sentences).has_value());
}

TEST(DatedEvents, SaysWhereATableIsWrong) {
  auto wrong = [](const char* table) { return DatedEvents::parse(table, "t").error().text(); };
  EXPECT_EQ(wrong("x\t2000\n"), "t:1: an event has six fields (id, start, end, actors, pattern, name), this line 2");
  EXPECT_EQ(wrong("\nx\t2000-13\t\t\ta\tn\n"), "t:2: no interval: \"2000-13\" to \"\"");
  EXPECT_EQ(wrong("x\t2000\t\t\t@NIX a\tn\n"), "t:1: no words are given for @NIX; add a line that begins with it");
}

TEST(DatedEvents, CountsFromTheEndOfWhatLasted) {
  auto events = DatedEvents::parse("war\t1990-01-01\t1992-05-03\t\twar ruritania*\tthe war\n", "t").value();
  auto first = [&](const char* words) {
    Text text(words);
    return TemporalTagger(events).find(text.sentences, Date::of(2009, 11, 12)).at(0).value;
  };
  EXPECT_EQ(first("They met exactly two years after the war in Ruritania."), "1994-05-03");
  EXPECT_EQ(first("They met exactly two years after the start of the war in Ruritania."), "1992-01-01");
  EXPECT_EQ(first("They met on the eve of the war in Ruritania."), "1989-12-31");
}

TEST(DatedEvents, TakesAnyOfSeveralPatterns) {
  auto events = DatedEvents::parse("a\t1990-01-01\t\t\tcoup ruritania* ; overthrow rudolf\tthe coup\n", "t").value();
  Text text("the overthrow of King Rudolf");
  EXPECT_EQ(events->match(text.sentences[0], 0, 5)->id, "a");
}

TEST(DatedEvents, TheTableThatShipsIsSoundAndKnowsWhatReportsSay) {
  auto loaded = DatedEvents::load(DEMARCHE_SOURCE_DIR "/data/ontology/dated_events.tsv");
  ASSERT_TRUE(loaded.ok()) << loaded.error().text();
  const DatedEvents& events = *loaded.value();
  EXPECT_GE(events.size(), 400u);
  auto id = [&](const char* words, std::optional<Date> by = std::nullopt) {
    Text text(words);
    const DatedEvent* event = events.match(text.sentences[0], 0, static_cast<int>(text.sentences[0].size()), by);
    return event == nullptr ? std::string("none") : event->id;
  };
  EXPECT_EQ(id("Moscow's full-scale invasion of its neighbour Ukraine"), "ukr-invasion-2022");
  EXPECT_EQ(id("the 2014 annexation of Crimea"), "crimea-annexation");
  EXPECT_EQ(id("the US-led invasion of Iraq"), "iraq-invasion");
  EXPECT_EQ(id("the fall of the Berlin Wall"), "berlin-wall-fall");
  EXPECT_EQ(id("Saddam Hussein's invasion of Kuwait"), "kuwait-invasion");
  EXPECT_EQ(id("the coup in Niger"), "niger-coup");
  EXPECT_EQ(id("the coup in Mali", Date::of(2021, 1, 1)), "mali-coup-2020");
  EXPECT_EQ(id("the Hamas attack on southern Israel"), "october-7");
  EXPECT_EQ(id("the signing of the Dayton peace accords"), "dayton");
  EXPECT_EQ(id("the collapse of the Soviet Union"), "soviet-collapse");
  EXPECT_EQ(id("the end of World War II"), "wwii-end");
  EXPECT_EQ(id("the meeting with the minister"), "none");
  EXPECT_EQ(id("his election"), "none");
}

TEST(DatedEvents, TakesTheYearInTheWordsSeriously) {
  auto events = DatedEvents::parse("a\t1990-01-01\t\t\tcoup ruritania*\tfirst\nb\t2000-01-01\t\t\tcoup ruritania*\tsecond\n", "t").value();
  Text with_year("the 1990 coup in Ruritania");
  EXPECT_EQ(events->match(with_year.sentences[0], 0, 5)->id, "a");
  Text without("the coup in Ruritania");
  EXPECT_EQ(events->match(without.sentences[0], 0, 4)->id, "b");
  EXPECT_EQ(events->match(without.sentences[0], 0, 4, Date::of(1995, 1, 1))->id, "a");
}

}  // namespace
}  // namespace demarche

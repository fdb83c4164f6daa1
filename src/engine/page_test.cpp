#include "engine/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/account.h"
#include "engine/wording.h"

namespace demarche {
namespace {

using testing::HasSubstr;
using testing::Not;

// "Kenya <will> leave if Uganda stays, a spokesman said." with one condition, made by hand.
Report report() {
  auto doc = std::make_shared<Document>();
  doc->id = "x";
  doc->title = "Kenya & \"Uganda\"";
  doc->text = "Kenya <will> leave if Uganda stays, a spokesman said.\nSecond paragraph.";
  doc->published = Date::of(2024, 5, 6);
  doc->publisher = "P";
  Report made;
  made.sentences.resize(2);
  made.sentences[0].span = {0, 53};
  made.sentences[1].span = {54, 71};
  made.actors.actors.resize(3);
  made.actors.actors[0].name = "Kenya";
  made.actors.actors[0].code = "KEN";
  made.actors.actors[1].name = "Uganda";
  made.actors.actors[1].code = "UGA";
  made.actors.actors[2].name = "a spokesman";
  made.actors.mentions = {{0, 0, 0, 0, {0, 5}, MentionKind::kName, {0}},
                          {0, 0, 0, 0, {22, 28}, MentionKind::kName, {1}},
                          {0, 0, 0, 0, {36, 47}, MentionKind::kNominal, {2}}};
  made.events.resize(2);
  made.events[0].trigger = {13, 18};
  made.events[0].type = EventType::kRetreat;
  made.events[0].mode = Mode::kWithdraw;
  made.events[0].status = EventStatus::kOffered;
  made.events[0].source = {0};
  made.events[0].attribution = {{{2}, {48, 52}}};
  made.events[0].date = EventDate{{Date::of(2024, 5, 6), Date::of(2024, 5, 7)}, {}, ""};
  made.events[1].trigger = {29, 34};
  Relation condition;
  condition.type = RelationType::kCondition;
  condition.a = 0;
  condition.others = {1};
  condition.holder = {0};
  condition.cues = {{19, 21}};
  made.relations = {condition};
  made.document = std::move(doc);
  return made;
}

TEST(Account, SaysWhoDidWhatAndOnWhatCondition) {
  std::string text = account(report(), {});
  EXPECT_THAT(text, HasSubstr("Kenya & \"Uganda\"\nP, 2024-05-06; 2 sentences, 3 actors, 1 events"));
  EXPECT_THAT(text, HasSubstr("e1   2024-05-06..2024-05-07  Kenya (KEN): leave  [RETREAT/withdraw] offered, according to a spokesman\n"));
  EXPECT_THAT(text, HasSubstr("Conditions\n  e1 \"leave\" if e2 \"stays\", says Kenya (KEN)\n"));
}

TEST(Account, LeavesPropositionsOutOfTheEvents) {
  EXPECT_THAT(account(report(), {}), Not(HasSubstr("e2   ")));
}

TEST(Account, IsPlainWithoutColourAndBoldWith) {
  EXPECT_THAT(account(report(), {}), Not(HasSubstr("\033")));
  EXPECT_THAT(account(report(), {true, 120}), HasSubstr("\033[1mEvents\033[0m"));
}

TEST(Wording, ShortensBetweenWordsAndNeverInsideACharacter) {
  EXPECT_EQ(shortened("short", 10), "short");
  EXPECT_EQ(shortened("one two three four", 12), "one two...");
  EXPECT_EQ(shortened("ééééééé", 10), "ééé...");
}

TEST(Page, LinksTriggersToTheirEventsAndBack) {
  std::string page = PageWriter().report(report(), 4);
  EXPECT_THAT(page, HasSubstr("<a class=\"m trigger condition\" id=\"r4-w1\" href=\"#r4-e1\""));
  EXPECT_THAT(page, HasSubstr("<li id=\"r4-e1\""));
  EXPECT_THAT(page, HasSubstr("<a class=\"id\" href=\"#r4-w1\">e1</a>"));
}

TEST(Page, MarksActorsVoicesAndConditions) {
  std::string page = PageWriter().report(report(), 1);
  EXPECT_THAT(page, HasSubstr("<a class=\"m actor\" href=\"#r1-e1\" title=\"Kenya (KEN)\">Kenya</a>"));
  EXPECT_THAT(page, HasSubstr("<a class=\"m voice\" href=\"#r1-e1\" title=\"says a spokesman\">said</a>"));
  EXPECT_THAT(page, HasSubstr("<a class=\"m cue condition\" href=\"#r1-e1\""));
  EXPECT_THAT(page, HasSubstr("<a class=\"m actor\" href=\"#r1-a2\" title=\"Uganda (UGA)\">Uganda</a>"));
}

TEST(Page, EscapesWhatComesFromTheReport) {
  std::string page = PageWriter().report(report(), 1);
  EXPECT_THAT(page, HasSubstr("Kenya &amp; &quot;Uganda&quot;"));
  EXPECT_THAT(page, HasSubstr("&lt;will&gt;"));
  EXPECT_THAT(page, Not(HasSubstr("<will>")));
}

TEST(Page, LinksOnlyToWebAddresses) {
  Report hostile = report(), good = report();
  auto with = [](Report& one, const char* url) {
    auto doc = std::make_shared<Document>(*one.document);
    doc->url = url;
    one.document = doc;
  };
  with(hostile, "javascript:alert(1)");
  with(good, "https://example.org/?a=1&b=2");
  EXPECT_THAT(PageWriter().report(hostile, 1), Not(HasSubstr("javascript")));
  EXPECT_THAT(PageWriter().report(good, 1), HasSubstr("href=\"https://example.org/?a=1&amp;b=2\""));
}

TEST(Page, KeepsParagraphsAndEveryCharacterOfTheText) {
  std::string page = PageWriter().report(report(), 1), text;
  size_t from = page.find("<div class=\"text\""), to = page.find("<div class=\"side\">");
  bool tag = false;
  for (char c : page.substr(from, to - from)) {
    if (c == '<') tag = true;
    if (!tag && c != '\n') text += c;
    if (c == '>') tag = false;
  }
  EXPECT_EQ(text, "Kenya &lt;will&gt; leave if Uganda stays, a spokesman said.Second paragraph.");
}

TEST(Page, ListsItsReportsIfThereAreSeveral) {
  EXPECT_THAT(PageWriter().tail({"One", "T<wo"}), HasSubstr("<a href=\"#r2\">T&lt;wo</a>"));
  EXPECT_THAT(PageWriter().tail({"One"}), Not(HasSubstr("#r1")));
}

}  // namespace
}  // namespace demarche

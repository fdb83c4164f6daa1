#include "coder/circumstances.h"

#include <gtest/gtest.h>

#include "coder/completion.h"
#include "coder/dates.h"
#include "coder/hand_report.h"
#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

/// Events are put at verbs by hand; completion, dates, places and contexts are asked about them.
class CircumstancesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    HandMadeData data(std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology");
    data.write("agents/a.agents", "rebel : REB\ngovernment : GOV\n");
    lexicon_ = *Lexicon::load(data.path());
  }
  static void TearDownTestSuite() { lexicon_.reset(); }

  void read(std::string_view written, std::optional<Date> day = Date::of(2025, 2, 26)) { report_ = hand_report(written, *lexicon_, day); }
  Event& event(std::string_view form, EventType type, std::vector<std::string_view> source = {},
               std::vector<std::string_view> target = {}) {
    Event made;
    made.type = type;
    for (uint32_t s = 0; s < report_.trees.size(); ++s)
      for (int w = 0; w < report_.trees[s].size(); ++w)
        if (report_.trees[s].word(w).form == form) {
          made.sentence = s;
          made.head = static_cast<uint16_t>(w);
          made.trigger = report_.trees[s].word(w).span;
        }
    for (std::string_view one : source) made.source.push_back(actor(one));
    for (std::string_view one : target) made.target.push_back(actor(one));
    report_.events.push_back(made);
    return report_.events.back();
  }
  uint32_t actor(std::string_view code) {
    for (uint32_t i = 0; i < report_.actors.actors.size(); ++i)
      if (report_.actors.actors[i].code == code) return i;
    ADD_FAILURE() << "no actor " << code;
    return 0;
  }
  static std::shared_ptr<const Lexicon> lexicon_;
  Report report_;
};
std::shared_ptr<const Lexicon> CircumstancesTest::lexicon_;

constexpr std::string_view kTwoSentences = R"(
Kenya Kenya PROPN NNP 2 nsubj
met meet VERB VBD 0 root
Peru Peru PROPN NNP 2 obj

Kenya Kenya PROPN NNP 2 nsubj
complained complain VERB VBD 0 root
)";

TEST_F(CircumstancesTest, ASpeechActIsAddressedToTheOtherPartyBefore) {
  read(kTwoSentences);
  event("met", EventType::kConsult, {"KEN"}, {"PER"});
  event("complained", EventType::kAccuse, {"KEN"});
  complete_sides(report_, *lexicon_);
  EXPECT_EQ(codes_of(report_, report_.events[1].target), "PER");
}

TEST_F(CircumstancesTest, RebelsAndTheirGovernmentAreTwoParties) {
  read(R"(
Kenyan Kenyan ADJ JJ 2 amod
rebels rebel NOUN NNS 3 nsubj
met meet VERB VBD 0 root
the the DET DT 6 det
Kenyan Kenyan ADJ JJ 6 amod
government government NOUN NN 3 obj

Kenyan Kenyan ADJ JJ 2 amod
rebels rebel NOUN NNS 3 nsubj
complained complain VERB VBD 0 root
)");
  event("met", EventType::kConsult, {"KENREB"}, {"KENGOV"});
  event("complained", EventType::kAccuse, {"KENREB"});
  complete_sides(report_, *lexicon_);
  EXPECT_EQ(codes_of(report_, report_.events[1].target), "KENGOV") << "rebels are no part of their government";
}

TEST_F(CircumstancesTest, AResignationNeedsNobody) {
  read(kTwoSentences);
  event("met", EventType::kConsult, {"KEN"}, {"PER"});
  event("complained", EventType::kRetreat, {"KEN"}).mode = Mode::kResign;
  complete_sides(report_, *lexicon_);
  EXPECT_TRUE(report_.events[1].target.empty());
}

TEST_F(CircumstancesTest, TheContentSaysWhoIsAddressed) {
  read(kTwoSentences);
  event("met", EventType::kSupport, {"PER"}, {"KEN"});
  event("complained", EventType::kAgree, {"KEN"});
  Relation content;
  content.a = 1;
  content.b = 0;
  report_.relations.push_back(content);
  complete_sides(report_, *lexicon_);
  EXPECT_EQ(codes_of(report_, report_.events[1].target), "PER");
}

TEST_F(CircumstancesTest, AWeekdayDatesItsVerb) {
  read(R"(
Kenya Kenya PROPN NNP 2 nsubj
met meet VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
on on ADP IN 5 case
Monday Monday PROPN NNP 2 obl
)");
  event("met", EventType::kConsult);
  date_events(report_, TemporalTagger(nullptr), *lexicon_);
  ASSERT_TRUE(report_.events[0].date);
  EXPECT_EQ(report_.events[0].date->range.start.iso(), "2025-02-24");
  EXPECT_EQ(report_.document->text.substr(report_.events[0].date->text.begin, report_.events[0].date->text.size()), "Monday");
}

TEST_F(CircumstancesTest, ACoordinatedVerbSharesALeadingDate) {
  std::string_view text = R"(
Yesterday yesterday NOUN NN 3 obl:unmarked
Kenya Kenya PROPN NNP 3 nsubj
met meet VERB VBD 0 root
Peru Peru PROPN NNP 3 obj
and and CCONJ CC 6 cc
signed sign VERB VBD 3 conj
accords accord NOUN NNS 6 obj
)";
  read(text);
  event("met", EventType::kConsult);
  event("signed", EventType::kAgree);
  date_events(report_, TemporalTagger(nullptr), *lexicon_);
  ASSERT_TRUE(report_.events[1].date);
  EXPECT_EQ(report_.events[1].date->range.start.iso(), "2025-02-25");
}

TEST_F(CircumstancesTest, WithoutADayAWeekdayDatesNothing) {
  read("Kenya Kenya PROPN NNP 2 nsubj\nmet meet VERB VBD 0 root\non on ADP IN 4 case\nMonday Monday PROPN NNP 2 obl\n", std::nullopt);
  event("met", EventType::kConsult);
  date_events(report_, TemporalTagger(nullptr), *lexicon_);
  EXPECT_FALSE(report_.events[0].date);
}

TEST_F(CircumstancesTest, APlaceBehindTheVerb) {
  read(
      "Kenya Kenya PROPN NNP 2 nsubj\nmet meet VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj\nin in ADP IN 5 case\nGeneva Geneva PROPN NNP 2 "
      "obl\n");
  event("met", EventType::kConsult);
  place_events(report_, *lexicon_);
  ASSERT_TRUE(report_.events[0].place);
  EXPECT_EQ(report_.events[0].place->country, "CHE");
  EXPECT_TRUE(report_.events[0].place->lat);
}

TEST_F(CircumstancesTest, AnAmbiguousPlaceIsInACountryOfTheReport) {
  read("Chile Chile PROPN NNP 2 nsubj\nmet meet VERB VBD 0 root\nin in ADP IN 4 case\nSantiago Santiago PROPN NNP 2 obl\n");
  event("met", EventType::kConsult);
  place_events(report_, *lexicon_);
  ASSERT_TRUE(report_.events[0].place);
  EXPECT_EQ(report_.events[0].place->country, "CHL");
}

TEST_F(CircumstancesTest, APersonIsNoPlace) {
  read("Kenya Kenya PROPN NNP 2 nsubj\nmet meet VERB VBD 0 root\nwith with ADP IN 4 case\nGeneva Geneva PROPN NNP 2 obl\n");
  event("met", EventType::kConsult);
  place_events(report_, *lexicon_);
  EXPECT_FALSE(report_.events[0].place);
}

TEST_F(CircumstancesTest, TheSentenceSaysWhatItIsAbout) {
  read("Kenya Kenya PROPN NNP 2 nsubj\ntold tell VERB VBD 0 root\nthe the DET DT 4 det\narmy army NOUN NN 2 obj\n");
  event("told", EventType::kConsult);
  set_contexts(report_, *lexicon_);
  EXPECT_TRUE(report_.events[0].contexts.has(*context_from("military")));
  EXPECT_FALSE(report_.events[0].cameo.empty()) << "the type's default code";
}

TEST_F(CircumstancesTest, AnOddRoleIsNotedAtItsMention) {
  read(kTwoSentences);
  report_.actors.actors[actor("PER")].note = "odd";
  note_oddities(report_);
  ASSERT_EQ(report_.notes.size(), 1u);
  EXPECT_EQ(report_.notes[0].kind, "role");
  EXPECT_EQ(report_.document->text.substr(report_.notes[0].span.begin, report_.notes[0].span.size()), "Peru");
}

}  // namespace
}  // namespace demarche

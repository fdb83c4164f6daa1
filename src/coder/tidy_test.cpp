#include "coder/tidy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coder/hand_report.h"
#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

using testing::ElementsAre;

class TidyTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    HandMadeData data(std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology");
    lexicon_ = *Lexicon::load(data.path());
  }
  static void TearDownTestSuite() { lexicon_.reset(); }

  TidyTest() {
    report_ = hand_report(R"(
Kenya Kenya PROPN NNP 2 nsubj
met meet VERB VBD 0 root
Peru Peru PROPN NNP 2 obj
in in ADP IN 5 case
Chad Chad PROPN NNP 2 obl

Talks talk NOUN NNS 2 nsubj
led lead VERB VBD 0 root
to to ADP IN 4 case
accords accord NOUN NNS 2 obl
)",
                          *lexicon_);
  }
  // An event at a word, without sides.
  uint32_t event(std::string_view form, uint32_t sentence, EventType type) {
    const Tree& tree = report_.trees[sentence];
    for (int w = 0; w < tree.size(); ++w)
      if (tree.word(w).form == form) {
        Event made;
        made.sentence = sentence;
        made.head = static_cast<uint16_t>(w);
        made.trigger = tree.word(w).span;
        made.type = type;
        report_.events.push_back(made);
      }
    return static_cast<uint32_t>(report_.events.size() - 1);
  }
  uint32_t actor(std::string_view code) {
    for (uint32_t i = 0; i < report_.actors.actors.size(); ++i)
      if (report_.actors.actors[i].code == code) return i;
    ADD_FAILURE() << code;
    return 0;
  }
  void relate(RelationType type, uint32_t a, uint32_t b) {
    Relation made;
    made.type = type;
    made.a = a;
    made.b = b;
    report_.relations.push_back(made);
  }
  std::vector<std::string> triggers() {
    std::vector<std::string> made;
    for (const Event& one : report_.events) made.push_back(report_.document->text.substr(one.trigger.begin, one.trigger.size()));
    return made;
  }
  std::vector<std::string> actors() {
    std::vector<std::string> made;
    for (const Actor& one : report_.actors.actors) made.push_back(one.code.empty() ? one.name : one.code);
    return made;
  }
  static std::shared_ptr<const Lexicon> lexicon_;
  Report report_;
};
std::shared_ptr<const Lexicon> TidyTest::lexicon_;

TEST_F(TidyTest, PruneDropsEventsWithoutSides) {
  report_.events.clear();
  event("led", 1, EventType::kAid);
  uint32_t met = event("met", 0, EventType::kConsult);
  report_.events[met].source = {actor("KEN")};
  prune(report_);
  EXPECT_THAT(triggers(), ElementsAre("met"));
}

TEST_F(TidyTest, PruneKeepsWhatARelationNeedsAndRenumbersIt) {
  event("Talks", 1, EventType::kConsult);
  uint32_t led = event("led", 1, EventType::kNone), accords = event("accords", 1, EventType::kAgree);
  relate(RelationType::kOrder, led, accords);
  prune(report_);
  EXPECT_THAT(triggers(), ElementsAre("led", "accords"));
  EXPECT_EQ(report_.relations[0].a, 0u);
  EXPECT_EQ(report_.relations[0].b, 1u);
}

TEST_F(TidyTest, PruneDropsAPropositionThatNothingNeeds) {
  uint32_t met = event("met", 0, EventType::kNone);
  report_.events[met].source = {actor("KEN")};
  prune(report_);
  EXPECT_TRUE(report_.events.empty());
}

TEST_F(TidyTest, EventsStandInTheOrderOfTheText) {
  uint32_t accords = event("accords", 1, EventType::kAgree), met = event("met", 0, EventType::kConsult);
  relate(RelationType::kContent, met, accords);
  tidy(report_);
  EXPECT_THAT(triggers(), ElementsAre("met", "accords"));
  EXPECT_EQ(report_.relations[0].a, 0u);
  EXPECT_EQ(report_.relations[0].b, 1u);
}

TEST_F(TidyTest, RelationsStandOnceAndNeverWithThemselves) {
  uint32_t met = event("met", 0, EventType::kConsult), led = event("led", 1, EventType::kAid);
  relate(RelationType::kOrder, met, led);
  relate(RelationType::kOrder, met, led);
  relate(RelationType::kOrder, met, met);
  tidy(report_);
  EXPECT_EQ(report_.relations.size(), 1u);
}

TEST_F(TidyTest, APlaceIsNoActorUnlessItActs) {
  uint32_t met = event("met", 0, EventType::kConsult);
  report_.events[met].source = {actor("KEN")};
  report_.events[met].target = {actor("PER")};
  tidy(report_);
  EXPECT_THAT(actors(), ElementsAre("KEN", "PER"));
  EXPECT_EQ(codes_of(report_, report_.events[0].target), "PER");
}

TEST_F(TidyTest, APlaceThatActsStays) {
  uint32_t met = event("met", 0, EventType::kConsult);
  report_.events[met].source = {actor("TCD")};
  tidy(report_);
  EXPECT_THAT(actors(), ElementsAre("KEN", "PER", "TCD"));
  EXPECT_EQ(codes_of(report_, report_.events[0].source), "TCD");
}

TEST_F(TidyTest, SceneryGoesAndWhoActsStays) {
  uint32_t talks = add_unknown_actor(report_.actors, 1, report_.trees[1], 0);
  add_unknown_actor(report_.actors, 1, report_.trees[1], 3);
  uint32_t led = event("led", 1, EventType::kAid);
  report_.events[led].source = {talks};
  tidy(report_);
  EXPECT_THAT(actors(), ElementsAre("KEN", "PER", "Talks"));
}

// *Kenya left . Peru denied it .*
class IdlePronounTest : public TidyTest {
 protected:
  IdlePronounTest() {
    report_ = hand_report(R"(
Kenya Kenya PROPN NNP 2 nsubj
left leave VERB VBD 0 root

Peru Peru PROPN NNP 2 nsubj
denied deny VERB VBD 0 root
it it PRON PRP 2 obj
)",
                          *lexicon_);
  }
  size_t pronouns() const {
    return static_cast<size_t>(std::count_if(report_.actors.mentions.begin(), report_.actors.mentions.end(),
                                             [](const Mention& one) { return one.kind == MentionKind::kPronoun; }));
  }
};

TEST_F(IdlePronounTest, AnObjectThatNothingIsDoneToIsNoActor) {
  ASSERT_EQ(pronouns(), 1u);
  event("denied", 1, EventType::kReject);
  tidy(report_);
  EXPECT_EQ(pronouns(), 0u);
}

TEST_F(IdlePronounTest, AnObjectThatSomethingIsDoneToStays) {
  event("denied", 1, EventType::kReject);
  report_.events.back().target = {actor("KEN")};
  tidy(report_);
  EXPECT_EQ(pronouns(), 1u);
}

// *The envoy , Ana Rojas , met him .*: a role and the name beside it, taken for two.
TEST_F(TidyTest, ARoleAndTheNameBesideItAreOneMention) {
  report_ = hand_report(R"(
Envoy envoy NOUN NN 5 nsubj
, , PUNCT , 3 punct
Rojas Rojas PROPN NNP 1 appos
, , PUNCT , 3 punct
met meet VERB VBD 0 root
Chad Chad PROPN NNP 5 obj
)",
                        *lexicon_);
  auto add = [&](uint16_t word, MentionKind kind, std::string_view name, bool person) {
    Actor made;
    made.name = std::string(name);
    made.code = made.country = "PER";
    made.person = person;
    report_.actors.actors.push_back(made);
    Mention mention;
    mention.first = mention.last = mention.head = word;
    mention.span = report_.trees[0].word(word).span;
    mention.kind = kind;
    mention.actors = {static_cast<uint32_t>(report_.actors.actors.size() - 1)};
    report_.actors.mentions.push_back(mention);
    return mention.actors.front();
  };
  report_.actors.mentions.clear();
  uint32_t role = add(0, MentionKind::kNominal, "envoy", false);
  add(2, MentionKind::kName, "Rojas", true);
  event("met", 0, EventType::kConsult);
  report_.events.back().source = {role};
  tidy(report_);
  ASSERT_EQ(report_.actors.mentions.size(), 1u);
  EXPECT_EQ(report_.actors.mentions[0].last, 2);
  ASSERT_EQ(report_.events[0].source.size(), 1u);
  EXPECT_EQ(report_.actors.actors[report_.events[0].source[0]].name, "Rojas");
}

}  // namespace
}  // namespace demarche

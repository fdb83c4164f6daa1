#include "coder/phrases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coder/hand_report.h"
#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

using testing::ElementsAre;

class PhrasesTest : public testing::Test {
 protected:
  // Two sentences, an event in each, and a relation between them.
  Report coded(std::string_view issues, std::string_view discards) {
    HandMadeData data(std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology");
    data.write("agents/a.agents", "envoy : GOV");
    std::filesystem::create_directories(data.path() + "/issues");
    std::filesystem::create_directories(data.path() + "/discards");
    data.write("issues/a.issues", issues);
    data.write("discards/a.discards", discards);
    auto loaded = Lexicon::load(data.path());
    EXPECT_TRUE(loaded.ok()) << loaded.error().text();
    lexicon_ = *loaded;
    Report report = hand_report(R"(
Kenya Kenya PROPN NNP 2 nsubj
met meet VERB VBD 0 root
Peru Peru PROPN NNP 2 obj

Sailors sailor NOUN NNS 2 nsubj
shelled shell VERB VBD 0 root
Chad Chad PROPN NNP 2 obj
)",
                                *lexicon_);
    for (uint32_t s : {0u, 1u}) {
      Event event;
      event.sentence = s;
      event.head = 1;
      event.type = s == 0 ? EventType::kConsult : EventType::kAssault;
      event.trigger = report.sentences[s].words[1].span;
      report.events.push_back(event);
    }
    Relation relation;
    relation.a = 0;
    relation.b = 1;
    report.relations.push_back(relation);
    return report;
  }
  static std::vector<std::string> notes(const Report& report) {
    std::vector<std::string> list;
    for (const Note& note : report.notes) list.push_back(note.kind + ": " + note.text);
    return list;
  }

  std::shared_ptr<const Lexicon> lexicon_;
};

TEST_F(PhrasesTest, ASentencesDiscardTakesItsEventsAndTheirRelations) {
  Report report = coded("", "met peru : sentence");
  discard_events(report, *lexicon_);
  ASSERT_EQ(report.events.size(), 1u);
  EXPECT_EQ(report.events[0].type, EventType::kAssault);
  EXPECT_TRUE(report.relations.empty());
  EXPECT_THAT(notes(report), ElementsAre("discarded: met Peru"));
}

TEST_F(PhrasesTest, AReportsDiscardTakesAll) {
  Report report = coded("", "sailors : report");
  discard_events(report, *lexicon_);
  EXPECT_TRUE(report.events.empty());
  EXPECT_THAT(notes(report), ElementsAre("discarded: Sailors"));
}

TEST_F(PhrasesTest, WhatIsNotDiscardedStays) {
  Report report = coded("", "regatta : report");
  discard_events(report, *lexicon_);
  EXPECT_EQ(report.events.size(), 2u);
  EXPECT_EQ(report.relations.size(), 1u);
  EXPECT_TRUE(report.notes.empty());
}

TEST_F(PhrasesTest, IssuesAreNotedUnlessRuledOut) {
  Report report = coded("sailors : SEA\nperu : ANDES\nkenya : -", "");
  note_issues(report, *lexicon_);
  EXPECT_THAT(notes(report), ElementsAre("issue: SEA"));
  EXPECT_EQ(report.notes[0].span.begin, report.sentences[1].span.begin);
}

}  // namespace
}  // namespace demarche

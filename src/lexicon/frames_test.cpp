#include "lexicon/frames.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Cameo& cameo() {
  static const auto loaded = Cameo::load(std::filesystem::path(DEMARCHE_SOURCE_DIR) / "data/ontology");
  return *loaded;
}

class FramesTest : public testing::Test {
 protected:
  FramesTest() { classes_ = WordClasses::build({{"a.classes", dictionary_lines("weapon: missile\nofficial: minister")}}, faults_); }

  Frames build(std::string_view text) { return Frames::build({{"a.frames", dictionary_lines(text)}}, classes_, cameo(), faults_); }
  // The entry with one frame and an example.
  Frames entry(std::string_view frame) {
    return build("verb test\n  " + std::string(frame) + "\n  > Kenya tested Peru. | KEN CONSULT PER\n");
  }
  // That entry's frame; an empty one where there is a fault.
  Frame frame(std::string_view text) {
    Frames frames = entry(text);
    const Predicate* predicate = frames.find(PredicateKind::kVerb, "test");
    EXPECT_TRUE(faults_.empty()) << faults_.error().text();
    return predicate ? *predicate->frames.at(0) : Frame{};
  }

  Faults faults_;
  WordClasses classes_;
};

TEST_F(FramesTest, SynonymsShareAnEntry) {
  Frames frames = build("verb accuse, Blame\n  obj=T => ACCUSE/allege 112\n  > Kenya accused Uganda of fraud. | KEN ACCUSE/allege UGA\n");
  ASSERT_TRUE(faults_.empty());
  ASSERT_TRUE(frames.find(PredicateKind::kVerb, "blame"));
  EXPECT_EQ(frames.find(PredicateKind::kVerb, "blame")->frames, frames.find(PredicateKind::kVerb, "accuse")->frames);
  EXPECT_FALSE(frames.find(PredicateKind::kNoun, "accuse"));
  EXPECT_EQ(frames.predicates(), 2u);
}

TEST_F(FramesTest, AFrameKnowsItsPlace) {
  EXPECT_EQ(frame("obj=T => ACCUSE").place, "a.frames:2");
}

TEST_F(FramesTest, ReadsEverySlotKey) {
  Frame made = frame("subj=S obj=T clause=@* inf=* poss=T with=A => CONSULT");
  ASSERT_EQ(made.slots.size(), 6u);
  EXPECT_EQ(made.slots[0].key, SlotKey::kSubject);
  EXPECT_EQ(made.slots[1].key, SlotKey::kObject);
  EXPECT_EQ(made.slots[2].key, SlotKey::kClause);
  EXPECT_EQ(made.slots[3].key, SlotKey::kInfinitive);
  EXPECT_EQ(made.slots[4].key, SlotKey::kPossessor);
  EXPECT_EQ(made.slots[5].key, SlotKey::kPrep);
  EXPECT_EQ(made.slots[5].preposition, "with");
  EXPECT_EQ(made.slot(SlotKey::kClause), &made.slots[2]);
}

TEST_F(FramesTest, ReadsEveryRole) {
  Frame made = frame("subj=S obj=T with=S+T on=A in=* => CONSULT");
  EXPECT_EQ(made.slots[0].role, SlotRole::kSource);
  EXPECT_EQ(made.slots[1].role, SlotRole::kTarget);
  EXPECT_EQ(made.slots[2].role, SlotRole::kBoth);
  EXPECT_EQ(made.slots[3].role, SlotRole::kAbout);
  EXPECT_EQ(made.slots[4].role, SlotRole::kNone);
}

TEST_F(FramesTest, AQuestionMarkMakesOptional) {
  Frame made = frame("obj=T with=T&official? => CONSULT");
  EXPECT_FALSE(made.slots[0].optional);
  EXPECT_TRUE(made.slots[1].optional);
  EXPECT_EQ(made.slots[1].filters.size(), 1u);
}

TEST_F(FramesTest, ReadsClassFilters) {
  Frame made = frame("obj=T&official!&weapon => CONSULT");
  ASSERT_EQ(made.slots[0].filters.size(), 2u);
  EXPECT_EQ(made.slots[0].filters[0].kind, Filter::Kind::kClass);
  EXPECT_EQ(made.slots[0].filters[0].class_id, *classes_.find("official"));
  EXPECT_FALSE(made.slots[0].filters[0].negated);
  EXPECT_EQ(made.slots[0].filters[1].class_id, *classes_.find("weapon"));
  EXPECT_TRUE(made.slots[0].filters[1].negated);
}

TEST_F(FramesTest, ReadsEventFilters) {
  Frame made = frame("obj=@CONSULT/phone to=T&@AID clause=@* => AGREE");
  EXPECT_EQ(made.slots[0].filters[0].kind, Filter::Kind::kEvent);
  EXPECT_EQ(made.slots[0].filters[0].type, EventType::kConsult);
  EXPECT_EQ(made.slots[0].filters[0].mode, Mode::kPhone);
  EXPECT_EQ(made.slots[1].role, SlotRole::kTarget);
  EXPECT_EQ(made.slots[1].filters[0].type, EventType::kAid);
  EXPECT_EQ(made.slots[2].filters[0].type, EventType::kNone) << "any type";
  EXPECT_TRUE(made.slots[2].takes_event());
}

TEST_F(FramesTest, ANegatedEventFilterTakesNoEvent) {
  EXPECT_FALSE(frame("obj=T!@AID => AGREE").slots[0].takes_event());
}

TEST_F(FramesTest, ReadsLiteralLemmas) {
  Frame made = frame("obj=Talk|peace_talk => CONSULT");
  EXPECT_EQ(made.slots[0].filters[0].kind, Filter::Kind::kWords);
  EXPECT_THAT(made.slots[0].filters[0].words, ElementsAre("talk", "peace talk"));
}

TEST_F(FramesTest, AStarIsNoFilter) {
  EXPECT_TRUE(frame("obj=* => CONSULT").slots[0].filters.empty());
}

TEST_F(FramesTest, ADashHasNoSlots) {
  EXPECT_TRUE(frame("- => CONSULT").slots.empty());
}

TEST_F(FramesTest, ReadsAFullResult) {
  Frame made = frame("obj=T => CONSULT/phone 041 +military +economic mutual");
  EXPECT_EQ(made.result, FrameResult::kEvent);
  EXPECT_EQ(made.type, EventType::kConsult);
  EXPECT_EQ(made.mode, Mode::kPhone);
  EXPECT_EQ(made.cameo, "041");
  EXPECT_TRUE(made.contexts.has(*context_from("military")) && made.contexts.has(*context_from("economic")));
  EXPECT_EQ(made.contexts.size(), 2u);
  EXPECT_TRUE(made.mutual);
}

TEST_F(FramesTest, ReadsNullSameAndGrid) {
  EXPECT_EQ(frame("obj=T => null").result, FrameResult::kNull);
  EXPECT_EQ(frame("obj=@* => same").result, FrameResult::kSame);
  Frame made = frame("clause=@* => REJECT grid:refuse");
  ASSERT_TRUE(made.grid);
  EXPECT_EQ(*made.grid, *grid_act_from("refuse"));
}

TEST_F(FramesTest, KnowsParticlesAndPhrases) {
  Frames frames = build(
      "verb step down\n  - => RETREAT/resign\n  > The Peruvian premier stepped down. | PER RETREAT -\n"
      "noun ceasefire agreement, cease-fire\n  - => AGREE\n  > The cease-fire held. | null\n");
  ASSERT_TRUE(faults_.empty());
  EXPECT_TRUE(frames.has_particles("step"));
  EXPECT_FALSE(frames.has_particles("down"));
  EXPECT_EQ(frames.longest_noun_ending_in("agreement"), 2);
  EXPECT_EQ(frames.longest_noun_ending_in("ceasefire"), 0);
  EXPECT_TRUE(frames.find(PredicateKind::kNoun, "cease - fire")) << "as the tokenizer parts it";
}

TEST_F(FramesTest, FramesOfSeveralEntriesKeepTheirOrder) {
  Frames frames = build(
      "verb hit\n  - => ASSAULT\n  > Kenya hit Peru. | KEN ASSAULT PER\nverb hit\n  - => ACCUSE\n  > Kenya hit Peru. | KEN ACCUSE PER\n");
  const Predicate* hit = frames.find(PredicateKind::kVerb, "hit");
  ASSERT_EQ(hit->frames.size(), 2u);
  EXPECT_EQ(hit->frames[0]->type, EventType::kAssault);
}

TEST_F(FramesTest, ReadsExamples) {
  Frames frames = build(
      "verb test\n  - => CONSULT\n  > Kenya and Peru met. | KEN+PER CONSULT/visit KEN+PER; - ASSAULT - ; KEN RETREAT\n  > He tested it. | "
      "null\n");
  ASSERT_TRUE(faults_.empty());
  ASSERT_EQ(frames.examples().size(), 2u);
  const Example& first = frames.examples()[0];
  EXPECT_EQ(first.sentence, "Kenya and Peru met.");
  EXPECT_EQ(first.line, 3);
  ASSERT_EQ(first.events.size(), 3u);
  EXPECT_THAT(first.events[0].source, ElementsAre("KEN", "PER"));
  EXPECT_EQ(first.events[0].mode, Mode::kVisit);
  EXPECT_TRUE(first.events[1].source.empty() && first.events[1].target.empty());
  EXPECT_TRUE(first.events[2].target.empty());
  EXPECT_TRUE(frames.examples()[1].events.empty()) << "null promises nothing";
}

// What one frame line of an entry must be told.
struct FrameFault {
  std::string_view frame, fault;
};
class BadFrame : public FramesTest, public testing::WithParamInterface<FrameFault> {};
TEST_P(BadFrame, IsNamedWithItsLine) {
  Frames frames = entry(GetParam().frame);
  ASSERT_FALSE(faults_.empty());
  EXPECT_THAT(faults_.list()[0].text(), testing::AllOf(HasSubstr("a.frames:2: "), HasSubstr(GetParam().fault)));
  EXPECT_FALSE(frames.find(PredicateKind::kVerb, "test")) << "a faulty frame is left out";
}
INSTANTIATE_TEST_SUITE_P(
    Frames, BadFrame,
    testing::Values(FrameFault{"obj=T CONSULT", "a frame reads"}, FrameFault{"obj => CONSULT", "`obj` is no slot"},
                    FrameFault{"=T => CONSULT", "`=T` is no slot"}, FrameFault{"obj= => CONSULT", "`obj=` is no slot"},
                    FrameFault{"obj=? => CONSULT", "unknown value `obj=?`"}, FrameFault{"obj=&tank => CONSULT", "unknown class `tank`"},
                    FrameFault{"obj=&weapn => CONSULT", "unknown class `weapn`: did you mean &weapon?"},
                    FrameFault{"objet=T => CONSULT", "unknown slot key `objet`: did you mean obj?"},
                    FrameFault{"agianst=T? => CONSULT", "unknown slot key `agianst`: did you mean against?"},
                    FrameFault{"obj=T& => CONSULT", "unknown class ``"}, FrameFault{"obj=! => CONSULT", "unknown filter"},
                    FrameFault{"obj=| => CONSULT", "unknown filter `|`"}, FrameFault{"obj=@HELP => CONSULT", "unknown event type `HELP`"},
                    FrameFault{"obj=@AID/loud => CONSULT", "unknown mode `loud`"},
                    FrameFault{"obj=@AID/phone => CONSULT", "unknown mode `phone`: not a mode of AID"},
                    FrameFault{"obj=T =>", "nothing after"}, FrameFault{"obj=T => consult", "unknown event type `consult`"},
                    FrameFault{"obj=T => CONSULT/loud", "unknown mode `loud`"},
                    FrameFault{"obj=T => AID/phone", "unknown mode `phone`: not a mode of AID"},
                    FrameFault{"obj=T => CONSULT +weather", "unknown context `weather`"},
                    FrameFault{"obj=T => CONSULT grid:ask", "unknown grid act `ask`"},
                    FrameFault{"obj=T => CONSULT 999", "unknown CAMEO code `999`"},
                    FrameFault{"obj=T => CONSULT both", "unknown word `both`"}));

struct EntryFault {
  std::string_view text, fault;
};
class BadEntry : public FramesTest, public testing::WithParamInterface<EntryFault> {};
TEST_P(BadEntry, IsNamedWithItsLine) {
  build(GetParam().text);
  ASSERT_EQ(faults_.list().size(), 1u) << (faults_.empty() ? "" : faults_.error().text());
  EXPECT_THAT(faults_.list()[0].text(), HasSubstr(GetParam().fault));
}
INSTANTIATE_TEST_SUITE_P(Frames, BadEntry,
                         testing::Values(EntryFault{"verbs test", "a.frames:1: an entry opens with"},
                                         EntryFault{"\n  - => CONSULT", "a.frames:2: a frame stands under"},
                                         EntryFault{"verb test\n  - => CONSULT", "a.frames:1: entry without an example"},
                                         EntryFault{"verb test\n  > A met B. | null", "a.frames:1: entry without a frame"},
                                         EntryFault{"verb test\n  - => CONSULT\n  > A met B.", "a.frames:3: an example reads"},
                                         EntryFault{"verb test\n  - => CONSULT\n  > A met B. | A", "a.frames:3: `A`: three words"},
                                         EntryFault{"verb test\n  - => CONSULT\n  > A met B. | A MEET B",
                                                    "a.frames:3: unknown event type `MEET`"},
                                         EntryFault{"verb test\n  - => CONSULT\n  > A met B. | A CONSULT B C", "three words"}));

TEST_F(FramesTest, AFaultSpoilsItsFrameOnly) {
  Frames frames = build("verb test\n  obj=&tank => AID\n  obj=T => CONSULT\n  > Kenya tested Peru. | KEN CONSULT PER\n");
  EXPECT_EQ(faults_.list().size(), 1u);
  ASSERT_TRUE(frames.find(PredicateKind::kVerb, "test"));
  EXPECT_EQ(frames.find(PredicateKind::kVerb, "test")->frames.size(), 1u);
}

}  // namespace
}  // namespace demarche

#include "coder/status.h"

#include <gtest/gtest.h>

#include <optional>

#include "base/strings.h"
#include "coder/stance.h"
#include "coder/status_values.h"
#include "language/conllu.h"

namespace demarche {
namespace {

const Lexicon& lexicon() {
  static const auto loaded = Lexicon::load(DEMARCHE_SOURCE_DIR "/data");
  return **loaded;
}

std::string upos_of(std::string_view xpos, std::string_view rel) {
  if (rel.starts_with("aux") || rel == "cop" || xpos == "MD") return "AUX";
  if (xpos.starts_with("VB")) return "VERB";
  if (xpos == "NNP") return "PROPN";
  if (xpos.starts_with("NN")) return "NOUN";
  if (xpos.starts_with("JJ")) return "ADJ";
  if (xpos.starts_with("RB") || xpos == "WRB") return "ADV";
  if (xpos == "PRP") return "PRON";
  if (xpos == "DT" || xpos == "PRP$") return "DET";
  if (xpos == "IN") return rel == "mark" ? "SCONJ" : "ADP";
  if (xpos == "TO") return "PART";
  if (xpos == "CC") return "CCONJ";
  return "PUNCT";
}

// A sentence from words in the form `form|lemma|XPOS|head|relation`, heads counted from 1.
class Parsed {
 public:
  explicit Parsed(std::string_view words) {
    std::string text;
    int id = 0;
    for (std::string_view one : split(words, ' ')) {
      auto parts = split(one, '|');
      text += std::to_string(++id);
      for (std::string_view cell : {parts[0], parts[1]}) text += "\t" + std::string(cell);
      text += "\t" + upos_of(parts[2], parts[4]) + "\t" + std::string(parts[2]) + "\t_\t" + std::string(parts[3]) + "\t" +
              std::string(parts[4]) + "\t_\t_\n";
    }
    parse_ = parse_conllu(text + "\n", "test").value();
    Sentence& sentence = parse_.sentences.at(0).sentence;
    for (size_t i = 0; i < sentence.words.size(); ++i) sentence.words[i].span = {static_cast<uint32_t>(i), static_cast<uint32_t>(i + 1)};
    tree_.emplace(sentence);
  }

  StatusReading read(std::string_view form) const {
    for (int i = 0; i < tree_->size(); ++i)
      if (tree_->word(i).form == form) return read_status(*tree_, i, lexicon());
    ADD_FAILURE() << "no word " << form;
    return {};
  }
  const Tree& tree() const { return *tree_; }

 private:
  Conllu parse_;
  std::optional<Tree> tree_;
};

TEST(ReadStatus, PlainPastIsSoAndNeedsNoReason) {
  StatusReading reading = Parsed("They|they|PRP|2|nsubj met|meet|VBD|0|root").read("met");
  EXPECT_EQ(reading.status, EventStatus::kOccurred);
  EXPECT_FALSE(reading.negated);
  EXPECT_EQ(reading.certainty, 1);
  EXPECT_EQ(reading.reason, "");
}

TEST(ReadStatus, NotDenies) {
  StatusReading reading = Parsed("They|they|PRP|4|nsubj did|do|VBD|4|aux not|not|RB|4|advmod meet|meet|VB|0|root").read("meet");
  EXPECT_EQ(reading.status, EventStatus::kDenied);
  EXPECT_TRUE(reading.negated);
  EXPECT_LT(reading.certainty, -0.6);
  EXPECT_EQ(reading.reason, "not");
  EXPECT_EQ(reading.cues, std::vector<Span>({{2, 3}}));
}

TEST(ReadStatus, NotOnlyDeniesNothing) {
  StatusReading reading = Parsed("They|they|PRP|4|nsubj not|not|RB|4|advmod only|only|RB|4|advmod met|meet|VBD|0|root").read("met");
  EXPECT_EQ(reading.status, EventStatus::kOccurred);
}

TEST(ReadStatus, NoLongerDenies) {
  StatusReading reading = Parsed("They|they|PRP|4|nsubj no|no|RB|3|advmod longer|longer|RB|4|advmod meet|meet|VBP|0|root").read("meet");
  EXPECT_EQ(reading.status, EventStatus::kDenied);
}

TEST(ReadStatus, TheNoOfANounCountsOnce) {
  Parsed held("They|they|PRP|2|nsubj held|hold|VBD|0|root no|no|DT|4|det talks|talk|NNS|2|obj");
  EXPECT_EQ(held.read("held").status, EventStatus::kDenied);
  EXPECT_EQ(held.read("talks").status, EventStatus::kDenied);
}

TEST(ReadStatus, TheNoOfAQuotedNameDeniesNothing) {
  Parsed name(
      "The|the|DT|6|det “|“|``|4|punct no|no|DT|6|det limits|limit|NNS|6|compound ”|”|''|4|punct pact|pact|NN|7|nsubj "
      "holds|hold|VBZ|0|root");
  EXPECT_EQ(name.read("pact").status, EventStatus::kOccurred);
  Parsed quoted("“|“|``|5|punct No|no|DT|4|det such|such|JJ|4|amod talks|talk|NNS|5|nsubj began|begin|VBD|0|root ”|”|''|5|punct");
  EXPECT_EQ(quoted.read("talks").status, EventStatus::kDenied);
}

TEST(ReadStatus, TwoFailuresMakeASuccess) {
  Parsed failed("They|they|PRP|4|nsubj did|do|VBD|4|aux not|not|RB|4|advmod fail|fail|VB|0|root to|to|TO|6|mark meet|meet|VB|4|xcomp");
  EXPECT_EQ(failed.read("meet").status, EventStatus::kOccurred);
  EXPECT_GT(failed.read("meet").certainty, 0.4);
}

TEST(ReadStatus, NotRefusingLeavesOpen) {
  Parsed refused("They|they|PRP|4|nsubj did|do|VBD|4|aux not|not|RB|4|advmod refuse|refuse|VB|0|root to|to|TO|6|mark meet|meet|VB|4|xcomp");
  EXPECT_EQ(refused.read("refuse").status, EventStatus::kDenied);
  EXPECT_EQ(refused.read("meet").status, EventStatus::kPossible);
}

TEST(ReadStatus, ForgettingToIsNotForgettingThat) {
  Parsed to("She|she|PRP|2|nsubj forgot|forget|VBD|0|root to|to|TO|4|mark call|call|VB|2|xcomp");
  Parsed that("She|she|PRP|2|nsubj forgot|forget|VBD|0|root that|that|IN|5|mark she|she|PRP|5|nsubj called|call|VBD|2|ccomp");
  EXPECT_EQ(to.read("call").status, EventStatus::kDenied);
  EXPECT_EQ(that.read("called").status, EventStatus::kOccurred);
}

TEST(ReadStatus, FactsStayFactsUnderNegation) {
  Parsed regret(
      "They|they|PRP|4|nsubj do|do|VBP|4|aux not|not|RB|4|advmod regret|regret|VB|0|root that|that|IN|7|mark they|they|PRP|7|nsubj "
      "left|leave|VBD|4|ccomp");
  EXPECT_EQ(regret.read("left").status, EventStatus::kOccurred);
  EXPECT_GT(regret.read("left").certainty, 0.5);
}

TEST(ReadStatus, NotThinkingSoMeansNot) {
  Parsed think(
      "I|I|PRP|4|nsubj do|do|VBP|4|aux not|not|RB|4|advmod think|think|VB|0|root they|they|PRP|7|nsubj would|would|MD|7|aux "
      "leave|leave|VB|4|ccomp");
  EXPECT_EQ(think.read("leave").status, EventStatus::kDenied);
  EXPECT_LT(think.read("leave").certainty, -0.4);
}

TEST(ReadStatus, TheNearerSpeechActCounts) {
  Parsed plan(
      "They|they|PRP|2|nsubj plan|plan|VBP|0|root to|to|TO|4|mark ask|ask|VB|2|xcomp her|she|PRP|4|obj to|to|TO|7|mark "
      "leave|leave|VB|4|xcomp");
  EXPECT_EQ(plan.read("ask").status, EventStatus::kPlanned);
  EXPECT_EQ(plan.read("leave").status, EventStatus::kRequested);
  EXPECT_EQ(plan.read("leave").reason, "plan … ask");
}

TEST(ReadStatus, TheOuterPlanCountsForAPlan) {
  Parsed ask(
      "They|they|PRP|2|nsubj asked|ask|VBD|0|root her|she|PRP|2|obj to|to|TO|5|mark agree|agree|VB|2|xcomp to|to|TO|7|mark "
      "leave|leave|VB|5|xcomp");
  EXPECT_EQ(ask.read("leave").status, EventStatus::kRequested);
}

TEST(ReadStatus, WouldIsPlannedInReportsAndOfferedOnConditions) {
  Parsed said("He|he|PRP|2|nsubj said|say|VBD|0|root they|they|PRP|5|nsubj would|would|MD|5|aux leave|leave|VB|2|ccomp");
  EXPECT_EQ(said.read("leave").status, EventStatus::kPlanned);
  Parsed if_("They|they|PRP|3|nsubj would|would|MD|3|aux leave|leave|VB|0|root if|if|IN|6|mark she|she|PRP|6|nsubj stays|stay|VBZ|3|advcl");
  EXPECT_EQ(if_.read("leave").status, EventStatus::kOffered);
  EXPECT_EQ(if_.read("stays").status, EventStatus::kPossible);
  EXPECT_EQ(if_.read("stays").reason, "if");
}

TEST(ReadStatus, ContentHungOnTheHearerIsStillReported) {
  Parsed told(
      "He|he|PRP|2|nsubj told|tell|VBD|0|root reporters|reporter|NNS|2|iobj that|that|IN|7|mark they|they|PRP|7|nsubj would|would|MD|7|aux "
      "leave|leave|VB|3|acl:relcl");
  EXPECT_EQ(told.read("leave").status, EventStatus::kPlanned);
}

TEST(ReadStatus, ADenialInsideAConditionStaysOpen) {
  Parsed unless(
      "They|they|PRP|3|nsubj will|will|MD|3|aux leave|leave|VB|0|root if|if|IN|8|mark she|she|PRP|8|nsubj does|do|VBZ|8|aux "
      "not|not|RB|8|advmod call|call|VB|3|advcl");
  EXPECT_EQ(unless.read("call").status, EventStatus::kPossible);
  EXPECT_FALSE(unless.read("call").negated);
}

TEST(ReadStatus, WarningsOfOnesOwnDeedAreThreats) {
  Parsed own("Chad|Chad|NNP|2|nsubj warned|warn|VBD|0|root it|it|PRP|5|nsubj would|would|MD|5|aux leave|leave|VB|2|ccomp");
  Parsed other("Chad|Chad|NNP|2|nsubj warned|warn|VBD|0|root rebels|rebel|NNS|5|nsubj could|could|MD|5|aux leave|leave|VB|2|ccomp");
  EXPECT_EQ(own.read("leave").status, EventStatus::kThreatened);
  EXPECT_EQ(other.read("leave").status, EventStatus::kPossible);
}

TEST(ReadStatus, ConjunctsShareTheirAuxiliary) {
  Parsed both("They|they|PRP|3|nsubj will|will|MD|3|aux meet|meet|VB|0|root and|and|CC|5|cc sign|sign|VB|3|conj");
  EXPECT_EQ(both.read("sign").status, EventStatus::kPlanned);
  Parsed but("They|they|PRP|4|nsubj did|do|VBD|4|aux not|not|RB|4|advmod meet|meet|VB|0|root but|but|CC|6|cc signed|sign|VBD|4|conj");
  EXPECT_EQ(but.read("signed").status, EventStatus::kOccurred);
}

TEST(ReadStatus, AbleWasDoneAndIsOpen) {
  Parsed was("They|they|PRP|3|nsubj were|be|VBD|3|cop able|able|JJ|0|root to|to|TO|5|mark land|land|VB|3|xcomp");
  Parsed is("They|they|PRP|3|nsubj are|be|VBP|3|cop able|able|JJ|0|root to|to|TO|5|mark land|land|VB|3|xcomp");
  EXPECT_EQ(was.read("land").status, EventStatus::kOccurred);
  EXPECT_EQ(is.read("land").status, EventStatus::kPossible);
  EXPECT_GT(was.read("land").certainty, is.read("land").certainty);
}

TEST(ReadStatus, RelativeClausesTellForThemselves) {
  Parsed may(
      "They|they|PRP|3|nsubj may|may|MD|3|aux expel|expel|VB|0|root envoys|envoy|NNS|3|obj who|who|WP|6|nsubj met|meet|VBD|4|acl:relcl");
  EXPECT_EQ(may.read("expel").status, EventStatus::kPossible);
  EXPECT_EQ(may.read("met").status, EventStatus::kOccurred);
}

TEST(ReadStatus, QuestionsAndCommands) {
  EXPECT_EQ(Parsed("Did|do|VBD|3|aux they|they|PRP|3|nsubj leave|leave|VB|0|root ?|?|.|3|punct").read("leave").status,
            EventStatus::kPossible);
  EXPECT_EQ(Parsed("Leave|leave|VB|0|root now|now|RB|1|advmod !|!|.|1|punct").read("Leave").status, EventStatus::kRequested);
  EXPECT_EQ(Parsed("Why|why|WRB|4|advmod did|do|VBD|4|aux they|they|PRP|4|nsubj leave|leave|VB|0|root ?|?|.|4|punct").read("leave").status,
            EventStatus::kOccurred);
}

TEST(ReadStatus, ModifiersOfNouns) {
  Parsed potential("They|they|PRP|2|nsubj welcomed|welcome|VBD|0|root a|a|DT|5|det potential|potential|JJ|5|amod visit|visit|NN|2|obj");
  EXPECT_EQ(potential.read("visit").status, EventStatus::kPossible);
  Parsed alleged("They|they|PRP|2|nsubj condemned|condemn|VBD|0|root an|a|DT|5|det alleged|alleged|JJ|5|amod attack|attack|NN|2|obj");
  EXPECT_EQ(alleged.read("attack").status, EventStatus::kOccurred);
  EXPECT_LT(alleged.read("attack").certainty, 0.8);
}

TEST(ReadStatus, ACopulaStandsForItsPredicate) {
  Parsed ready("They|they|PRP|4|nsubj are|be|VBP|4|cop not|not|RB|4|advmod ready|ready|JJ|0|root");
  EXPECT_EQ(ready.read("are").status, EventStatus::kDenied);
}

double realised(const Parsed& parsed, std::string_view form) {
  for (int i = 0; i < parsed.tree().size(); ++i)
    if (parsed.tree().word(i).form == form) return read_status(parsed.tree(), i, lexicon(), FactQuestion::kRealised).certainty;
  return 2;
}

TEST(ReadStatus, WhatIsToComeIsBelievedButNotRealised) {
  Parsed will("They|they|PRP|3|nsubj will|will|MD|3|aux meet|meet|VB|0|root");
  EXPECT_GT(will.read("meet").certainty, 0.5);
  EXPECT_LT(realised(will, "meet"), -0.5);
  Parsed met("They|they|PRP|2|nsubj met|meet|VBD|0|root");
  EXPECT_EQ(realised(met, "met"), 1);
}

TEST(ReadStatus, WhatAddsToWhatHasNotComeAboutSharesTheDoubt) {
  Parsed ahead(
      "They|they|PRP|3|nsubj will|will|MD|3|aux open|open|VB|0|root a|a|DT|5|det road|road|NN|3|obj linking|link|VBG|5|acl "
      "towns|town|NNS|6|obj");
  Parsed done("They|they|PRP|2|nsubj opened|open|VBD|0|root a|a|DT|4|det road|road|NN|2|obj linking|link|VBG|4|acl towns|town|NNS|5|obj");
  EXPECT_LT(realised(ahead, "linking"), realised(done, "linking") - 0.3);
}

TEST(ReadStatus, DeniedActsThrowNoDoubtOnWhatAddsToThem) {
  Parsed denied(
      "They|they|PRP|4|nsubj did|do|VBD|4|aux not|not|RB|4|advmod open|open|VB|0|root a|a|DT|6|det road|road|NN|4|obj "
      "linking|link|VBG|6|acl towns|town|NNS|7|obj");
  Parsed done("They|they|PRP|2|nsubj opened|open|VBD|0|root a|a|DT|4|det road|road|NN|2|obj linking|link|VBG|4|acl towns|town|NNS|5|obj");
  EXPECT_EQ(denied.read("linking").certainty, done.read("linking").certainty);
}

TEST(PassOn, WhatWillBeSaidIsLeftOpenAndWhatWillBeTriedIsNotDone) {
  Stance ahead = plain(kRealisedValues.will);
  EXPECT_EQ(pass_on(Signature::kSaid, ahead, {}, kRealisedValues).value, kRealisedValues.open_said);
  EXPECT_EQ(pass_on(Signature::kTried, ahead, {}, kRealisedValues).value, kRealisedValues.will);
}

TEST(ReadStatus, TotalOnTreesWithCycles) {
  Sentence sentence;
  for (int head : {1, 0}) {
    Word& word = sentence.words.emplace_back();
    word.form = "go";
    word.lemma = "go";
    word.upos = Upos::kVerb;
    word.xpos = "VB";
    word.head = static_cast<int16_t>(head);
    word.rel = Deprel::kXcomp;
  }
  Tree tree(sentence);
  StatusReading reading = read_status(tree, 0, lexicon());
  EXPECT_GE(reading.certainty, -1);
  EXPECT_LE(reading.certainty, 1);
}

TEST(PassOn, EveryTransferStaysInRange) {
  for (int s = 0; s <= static_cast<int>(Signature::kEnded); ++s)
    for (const StatusValues* values : {&kStatusValues, &kRealisedValues})
      for (double value : {-1.0, -0.5, 0.0, 0.5, 1.0}) {
        Stance made = pass_on(static_cast<Signature>(s), plain(value), {}, *values);
        EXPECT_GE(made.value, -1) << s;
        EXPECT_LE(made.value, 1) << s;
      }
}

TEST(PassOn, ConditionsReachWhatIsSaidInThem) {
  Stance above;
  above.condition = true;
  above.status = EventStatus::kPossible;
  EXPECT_EQ(pass_on(Signature::kSaid, above, {}, kStatusValues).status, EventStatus::kPossible);
  EXPECT_EQ(pass_on(Signature::kFact, above, {}, kStatusValues).status, std::nullopt) << "what is known in a condition is still so";
}

}  // namespace
}  // namespace demarche

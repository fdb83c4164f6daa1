#include "coder/chronology.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "coder/hand_report.h"

namespace demarche {
namespace {

const Lexicon& lexicon() {
  static const auto loaded = Lexicon::load(DEMARCHE_SOURCE_DIR "/data");
  return **loaded;
}

// A report of 5 May 2003 and its chronology, asked by words.
class Told {
 public:
  explicit Told(std::string_view written)
      : report_(hand_report(written, lexicon())),
        chronology_(report_, TemporalTagger(nullptr).find(report_.sentences, report_.day()), lexicon()) {}

  TimeOrder order(std::string_view a, std::string_view b) const { return chronology_.order(word(a), word(b)); }
  TimeOrder against_report(std::string_view a) const { return chronology_.against_report(word(a)); }

 private:
  WordRef word(std::string_view form) const {
    for (uint32_t s = 0; s < report_.trees.size(); ++s)
      for (int i = 0; i < report_.trees[s].size(); ++i)
        if (report_.trees[s].word(i).form == form) return {s, i};
    throw std::invalid_argument("no word " + std::string(form));
  }

  Report report_;
  Chronology chronology_;
};

constexpr std::string_view kTwoPasts = R"(Kenya Kenya PROPN NNP 2 nsubj
left leave VERB VBD 0 root

Chad Chad PROPN NNP 2 nsubj
stayed stay VERB VBD 0 root)";

TEST(Chronology, WithoutMoreItFollowsTheTelling) {
  Told told(kTwoPasts);
  EXPECT_EQ(told.order("left", "stayed"), TimeOrder::kBefore);
  EXPECT_EQ(told.order("stayed", "left"), TimeOrder::kAfter);
}

TEST(Chronology, ThePastPerfectComesFirst) {
  Told told(R"(Kenya Kenya PROPN NNP 2 nsubj
left leave VERB VBD 0 root

Chad Chad PROPN NNP 3 nsubj
had have AUX VBD 3 aux
stayed stay VERB VBN 0 root)");
  EXPECT_EQ(told.order("left", "stayed"), TimeOrder::kAfter);
}

TEST(Chronology, WhatARelativeClauseTellsOfThePastComesFirst) {
  Told told(R"(Kenya Kenya PROPN NNP 2 nsubj
left leave VERB VBD 0 root

Troops troop NOUN NNS 4 nsubj
who who PRON WP 3 nsubj
stayed stay VERB VBD 1 acl:relcl
spoke speak VERB VBD 0 root)");
  EXPECT_EQ(told.order("left", "stayed"), TimeOrder::kAfter);
  EXPECT_EQ(told.order("left", "spoke"), TimeOrder::kBefore);
}

TEST(Chronology, WhatWasLongAgoComesFirst) {
  Told told(R"(Kenya Kenya PROPN NNP 2 nsubj
left leave VERB VBD 0 root

Chad Chad PROPN NNP 2 nsubj
stayed stay VERB VBD 0 root
in in ADP IN 4 case
1998 1998 NUM CD 2 obl)");
  EXPECT_EQ(told.order("left", "stayed"), TimeOrder::kAfter);
}

TEST(Chronology, AFewDaysAgoIsNotLongAgo) {
  Told told(R"(Kenya Kenya PROPN NNP 2 nsubj
left leave VERB VBD 0 root

Chad Chad PROPN NNP 2 nsubj
stayed stay VERB VBD 0 root
on on ADP IN 4 case
Friday Friday PROPN NNP 2 obl)");
  EXPECT_EQ(told.order("left", "stayed"), TimeOrder::kBefore);
}

TEST(Chronology, DaysDecideWhereBothAreDated) {
  Told told(R"(Kenya Kenya PROPN NNP 2 nsubj
left leave VERB VBD 0 root
on on ADP IN 4 case
Saturday Saturday PROPN NNP 2 obl

Chad Chad PROPN NNP 2 nsubj
stayed stay VERB VBD 0 root
on on ADP IN 4 case
Friday Friday PROPN NNP 2 obl)");
  EXPECT_EQ(told.order("left", "stayed"), TimeOrder::kAfter);
}

TEST(Chronology, WhatIsSaidLiesBeforeTheSayingUnlessItIsToCome) {
  Told past(R"(Kenya Kenya PROPN NNP 2 nsubj
said say VERB VBD 0 root
Chad Chad PROPN NNP 4 nsubj
left leave VERB VBD 2 ccomp)");
  EXPECT_EQ(past.order("said", "left"), TimeOrder::kAfter);
  Told ahead(R"(Kenya Kenya PROPN NNP 2 nsubj
said say VERB VBD 0 root
Chad Chad PROPN NNP 5 nsubj
would would AUX MD 5 aux
leave leave VERB VB 2 ccomp)");
  EXPECT_EQ(ahead.order("said", "leave"), TimeOrder::kBefore);
}

TEST(Chronology, AStatementIsIssuedBeforeItSays) {
  Told told(R"(Kenya Kenya PROPN NNP 2 nsubj
issued issue VERB VBD 0 root
a a DET DT 4 det
statement statement NOUN NN 2 obj
saying say VERB VBG 4 acl)");
  EXPECT_EQ(told.order("issued", "saying"), TimeOrder::kBefore);
}

TEST(Chronology, TheReportsDayPartsWhatWasFromWhatWillBe) {
  Told told(R"(Kenya Kenya PROPN NNP 2 nsubj
left leave VERB VBD 0 root

Chad Chad PROPN NNP 3 nsubj
will will AUX MD 3 aux
stay stay VERB VB 0 root

Ghana Ghana PROPN NNP 3 nsubj
is be AUX VBZ 3 aux
waiting wait VERB VBG 0 root)");
  EXPECT_EQ(told.against_report("left"), TimeOrder::kBefore);
  EXPECT_EQ(told.against_report("stay"), TimeOrder::kAfter);
  EXPECT_EQ(told.against_report("waiting"), TimeOrder::kOverlap);
}

TEST(Chronology, APlannedVisitLiesAheadAndAPastOneDoesNot) {
  Told planned(R"(Kenya Kenya PROPN NNP 2 nsubj
plans plan VERB VBZ 0 root
a a DET DT 4 det
visit visit NOUN NN 2 obj)");
  EXPECT_EQ(planned.against_report("visit"), TimeOrder::kAfter);
  Told paid(R"(Kenya Kenya PROPN NNP 2 nsubj
paid pay VERB VBD 0 root
a a DET DT 4 det
visit visit NOUN NN 2 obj)");
  EXPECT_EQ(paid.against_report("visit"), TimeOrder::kBefore);
}

TEST(Chronology, WhatSharesAFutureLiesAhead) {
  Told told(R"(Chad Chad PROPN NNP 3 nsubj
will will AUX MD 3 aux
try try VERB VB 0 root
to to PART TO 5 mark
stay stay VERB VB 3 xcomp)");
  EXPECT_EQ(told.against_report("stay"), TimeOrder::kAfter);
}

TEST(Chronology, WithinASentenceARelativeClauseIsTheOlder) {
  Told told(R"(Envoys envoy NOUN NNS 4 nsubj
who who PRON WP 3 nsubj
stayed stay VERB VBD 1 acl:relcl
met meet VERB VBD 0 root
men man NOUN NNS 4 obj
and and CCONJ CC 7 cc
left leave VERB VBD 4 conj)");
  EXPECT_EQ(told.order("stayed", "left"), TimeOrder::kBefore);
  EXPECT_EQ(told.order("met", "left"), TimeOrder::kBefore);
}

}  // namespace
}  // namespace demarche

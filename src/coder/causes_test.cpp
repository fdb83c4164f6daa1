#include "coder/causes.h"

#include <gtest/gtest.h>

#include "coder/hand_relations.h"

namespace demarche {
namespace {

std::string causes(std::string_view written) {
  HandParse parse(written);
  return relations_text(parse, find_causes(parse.trees, lexicon_at(DEMARCHE_SOURCE_DIR "/data")));
}

TEST(Causes, AReasonBehindFor) {
  EXPECT_EQ(causes(R"(
Police police NOUN NN 2 nsubj
held hold VERB VBD 0 root
nine nine NUM CD 2 obj
for for SCONJ IN 5 mark
pelting pelt VERB VBG 2 advcl
cars car NOUN NNS 5 obj
)"),
            "cause pelting < held");
}

TEST(Causes, NotWhatAThingIsUsedFor) {
  EXPECT_EQ(causes(R"(
Gas gas NOUN NN 3 nsubj:pass
was be AUX VBD 3 aux:pass
used use VERB VBN 0 root
for for SCONJ IN 5 mark
cooking cook VERB VBG 3 advcl
)"),
            "");
}

TEST(Causes, WhatWasDoneWhenAnotherThingWas) {
  EXPECT_EQ(causes(R"(
Nine nine NUM CD 2 nsubj
died die VERB VBD 0 root
when when ADV WRB 5 advmod
police police NOUN NN 5 nsubj
fired fire VERB VBD 2 advcl
)"),
            "cause fired < died");
}

TEST(Causes, EvenAsIsNoReason) {
  auto as = [](const std::string& even) {
    return causes("Talks talk NOUN NNS 2 nsubj\nfailed fail VERB VBD 0 root\n" + even + "as as SCONJ IN " + (even.empty() ? "5" : "6") +
                  " mark\nrebels rebel NOUN NNS " + (even.empty() ? "5" : "6") + " nsubj\nadvanced advance VERB VBD 2 advcl\n");
  };
  EXPECT_EQ(as(""), "cause advanced < failed");
  EXPECT_EQ(as("even even ADV RB 6 advmod\n"), "");
}

TEST(Causes, AMatterIsProtestedNotABody) {
  auto against = [](const std::string& noun) {
    return causes("Students student NOUN NNS 2 nsubj\nrallied rally VERB VBD 0 root\nagainst against ADP IN 4 case\n" + noun + " " + noun +
                  " NOUN NN 2 obl\n");
  };
  EXPECT_EQ(against("eviction"), "cause eviction < rallied");
  EXPECT_EQ(against("government"), "");
}

}  // namespace
}  // namespace demarche

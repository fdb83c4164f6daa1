#include "actors/name_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "language/hand_parse.h"
#include "lexicon/hand_made_data.h"

namespace demarche {
namespace {

using testing::ElementsAre;

class NameFinderTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    HandMadeData data(std::string(DEMARCHE_SOURCE_DIR) + "/data/ontology");
    data.write("actors/a.offices",
               "country GBR\noffice prime minister : GOV\n  2016-07-13..2019-07-24  Theresa May (f) = May\n"
               "country USA\noffice senator : LEG shared\n  2001..  Sam Jordan\n  2001..  Ann March (f) = March\n");
    data.write("actors/a.actors",
               "Rift Front : KENREB ; kind group\nRift Front Council : KENPTY ; kind party\nIS = Islamic State : IMG ; kind group\n");
    data.write("agents/a.agents", "rebel : REB\npolice : COP\nriot police : COP\nspecial forces : MIL\nnational : CVL\n");
    lexicon_ = *Lexicon::load(data.path());
  }
  static void TearDownTestSuite() { lexicon_.reset(); }

  // The names found, each as "words=entries".
  std::vector<std::string> names(std::string_view written) {
    HandParse parse(written);
    std::vector<std::string> made;
    for (const NameHit& hit : find_names(*parse.doc, parse.trees.at(0), *lexicon_)) {
      std::string text;
      for (int w = hit.first; w <= hit.last; ++w) text += (text.empty() ? "" : " ") + std::string(parse.trees[0].word(w).form);
      text += "=";
      for (const NameUse& use : hit.uses) text += (text.ends_with('=') ? "" : "|") + lexicon_->actors().entries()[use.entry].name;
      made.push_back(text);
    }
    return made;
  }
  std::vector<std::string> agents(std::string_view written) {
    HandParse parse(written);
    std::vector<std::string> made;
    const Tree& tree = parse.trees.at(0);
    for (const AgentHit& hit : find_agents(tree, *lexicon_, find_names(*parse.doc, tree, *lexicon_))) {
      std::string text;
      for (int w = hit.first; w <= hit.last; ++w) text += (text.empty() ? "" : " ") + std::string(tree.word(w).form);
      made.push_back(text + "=" + hit.agent->code);
    }
    return made;
  }
  static std::shared_ptr<const Lexicon> lexicon_;
};
std::shared_ptr<const Lexicon> NameFinderTest::lexicon_;

TEST_F(NameFinderTest, TakesTheLongestNames) {
  EXPECT_THAT(names(R"(
The the DET DT 4 det
Rift Rift PROPN NNP 4 compound
Front Front PROPN NNP 4 compound
Council Council PROPN NNP 5 nsubj
met meet VERB VBD 0 root
Rift Rift PROPN NNP 7 compound
Front Front PROPN NNP 5 obj
)"),
              ElementsAre("Rift Front Council=Rift Front Council", "Rift Front=Rift Front"));
}

TEST_F(NameFinderTest, AMonthIsNoSurnameInADate) {
  EXPECT_THAT(names(R"(
In in ADP IN 2 case
March March PROPN NNP 4 obl
Kenya Kenya PROPN NNP 4 nsubj
voted vote VERB VBD 0 root
)"),
              ElementsAre("Kenya=Kenya"));
}

TEST_F(NameFinderTest, AMonthMayBeASurnameElsewhere) {
  EXPECT_THAT(names(R"(
Yesterday yesterday NOUN NN 3 obl
May May PROPN NNP 3 nsubj
resigned resign VERB VBD 0 root
)"),
              ElementsAre("May=Theresa May"));
}

TEST_F(NameFinderTest, ACountryComesBeforeASurname) {
  EXPECT_THAT(names(R"(
Jordan Jordan PROPN NNP 2 nsubj
voted vote VERB VBD 0 root
)"),
              ElementsAre("Jordan=Jordan"));
}

TEST_F(NameFinderTest, ASurnameBehindAnotherFirstNameIsSomebodyElse) {
  EXPECT_THAT(names(R"(
Then then ADV RB 4 advmod
Bob Bob PROPN NNP 4 nsubj
May May PROPN NNP 2 flat
left leave VERB VBD 0 root
)"),
              ElementsAre());
}

TEST_F(NameFinderTest, AFunctionWordThatOpensASentenceIsNoName) {
  EXPECT_THAT(names(R"(
May may AUX MD 3 aux
they they PRON PRP 3 nsubj
return return VERB VB 0 root
)"),
              ElementsAre());
}

TEST_F(NameFinderTest, AShortWordInAShoutedLineIsNoAcronym) {
  EXPECT_THAT(names(R"(
ATTACK attack NOUN NN 2 nsubj
IS be VERB VBZ 0 root
CONDEMNED condemn VERB VBN 2 xcomp
BY by ADP IN 5 case
KENYA Kenya PROPN NNP 3 obl:agent
)"),
              ElementsAre("KENYA=Kenya"));
}

TEST_F(NameFinderTest, AgentsTakeTheLongestPhraseOutsideNames) {
  EXPECT_THAT(agents(R"(
Kenyan Kenyan ADJ JJ 3 amod
riot riot NOUN NN 3 compound
police police NOUN NNS 4 nsubj
met meet VERB VBD 0 root
Rift Rift PROPN NNP 6 compound
Front Front PROPN NNP 7 compound
rebels rebel NOUN NNS 4 obj
)"),
              ElementsAre("riot police=COP", "rebels=REB"));
}

TEST_F(NameFinderTest, ALoneAdjectiveIsNoAgent) {
  EXPECT_THAT(agents(R"(
National national ADJ JJ 2 amod
holiday holiday NOUN NN 0 root
)"),
              ElementsAre());
}

TEST_F(NameFinderTest, AnEmptySentenceHasNoNames) {
  Document doc;
  Sentence sentence;
  Tree tree(sentence);
  EXPECT_TRUE(find_names(doc, tree, *lexicon_).empty());
  EXPECT_TRUE(find_agents(tree, *lexicon_, {}).empty());
}

TEST_F(NameFinderTest, ASurnameHasNoArticle) {
  EXPECT_THAT(names(R"(
The the DET DT 2 det
March March PROPN NNP 3 nsubj
fled flee VERB VBD 0 root
)"),
              ElementsAre());
}

TEST_F(NameFinderTest, TheFirstWordOfALongerNameIsNoSurname) {
  EXPECT_THAT(names(R"(
They they PRON PRP 2 nsubj
reached reach VERB VBD 0 root
March March PROPN NNP 4 compound
Harbor Harbor PROPN NNP 2 obj
)"),
              ElementsAre());
}

TEST_F(NameFinderTest, SeasAndLanguagesAreNoStates) {
  EXPECT_THAT(names(R"(
Sea sea PROPN NNP 5 nsubj
of of ADP IN 3 case
Japan Japan PROPN NNP 1 nmod
waves wave NOUN NNS 1 appos
reached reach VERB VBD 0 root
French~ French ADJ JJ 8 amod
-~ - PUNCT HYPH 6 punct
speaking speak VERB VBG 9 amod
towns town NOUN NNS 5 obj
)"),
              ElementsAre());
}

}  // namespace
}  // namespace demarche

#include "language/lemma.h"

#include <gtest/gtest.h>

#include "language/random.h"

namespace demarche {
namespace {

std::string applied(std::string_view rule, std::string_view form) {
  std::string lemma;
  apply_lemma_rule(rule, form, lemma);
  return lemma;
}

TEST(LemmaRule, IsSharedByFormsThatChangeAlike) {
  EXPECT_EQ(lemma_rule("countries", "country"), lemma_rule("Armies", "army"));
  EXPECT_EQ(lemma_rule("talks", "talk"), lemma_rule("Missiles", "missile"));
}

TEST(LemmaRule, RestoresItsLemma) {
  for (auto [form, lemma] : {std::pair{"talks", "talk"},
                             {"Talks", "talk"},
                             {"LONDON", "London"},
                             {"London", "London"},
                             {"UN", "UN"},
                             {"'s", "be"},
                             {"n't", "not"},
                             {"better", "good"},
                             {"went", "go"},
                             {"İzmir", "İzmir"},
                             {"Ärzte", "Arzt"},
                             {"Éclairs", "éclair"},
                             {"a", "a"},
                             {"ca", "can"},
                             {"мир", "мир"}})
    EXPECT_EQ(applied(lemma_rule(form, lemma), form), lemma) << form;
}

TEST(LemmaRule, ThatDoesNotFitKeepsTheCasedForm) {
  EXPECT_EQ(applied("l5", "Go"), "go");
  EXPECT_EQ(applied("l2", "Go"), "go");
  EXPECT_EQ(applied("k1", ""), "");
}

TEST(LemmaRule, IsTotalOnAnyBytes) {
  Random random(1);
  for (size_t trial = 0; trial < 2000; ++trial) {
    std::string form;
    for (size_t i = random.below(9); i > 0; --i) form += static_cast<char>(random.below(256));
    for (const char* rule : {"k0", "l3y", "c1", "u9x", "f0", "=be"}) applied(rule, form);
    EXPECT_TRUE(is_lemma_rule(lemma_rule(form, "x")));
  }
}

TEST(LemmaRule, KnowsWhatIsNone) {
  for (const char* text : {"", "k", "x0", "lx", "0l"}) EXPECT_FALSE(is_lemma_rule(text)) << text;
}

}  // namespace
}  // namespace demarche

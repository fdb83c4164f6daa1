#include "coder/lemmas.h"

#include <gtest/gtest.h>

#include <set>

namespace demarche {
namespace {

std::string mend(std::string_view form, Upos upos, const std::string& lemma) {
  static const std::set<std::string, std::less<>> kKnown{"invade", "kidnap", "occupy", "boycott", "slam",      "gunman",
                                                         "crisis", "plea",   "hop",    "hope",    "peninsula", "lay"};
  return mended_lemma(form, upos, lemma, [](std::string_view one) { return kKnown.contains(one); });
}

TEST(MendedLemma, RestoresTheSilentE) {
  EXPECT_EQ(mend("invaded", Upos::kVerb, "invad"), "invade");
}
TEST(MendedLemma, UndoesADoubledConsonant) {
  EXPECT_EQ(mend("kidnapped", Upos::kVerb, "kidnape"), "kidnap");
  EXPECT_EQ(mend("slamming", Upos::kVerb, "slamm"), "slam");
}
TEST(MendedLemma, TakesABareEndingOff) {
  EXPECT_EQ(mend("Boycotted", Upos::kVerb, "boycot"), "boycott");
  EXPECT_EQ(mend("occupied", Upos::kVerb, "occup"), "occupy");
  EXPECT_EQ(mend("laid", Upos::kVerb, "la"), "lay");
}
TEST(MendedLemma, FindsSingulars) {
  EXPECT_EQ(mend("gunmen", Upos::kNoun, "gunme"), "gunman");
  EXPECT_EQ(mend("crises", Upos::kNoun, "crise"), "crisis");
  EXPECT_EQ(mend("peninsula", Upos::kNoun, "peninsulas"), "peninsula");
}
TEST(MendedLemma, LeavesWhatIsKnown) {
  EXPECT_EQ(mend("hoped", Upos::kVerb, "hop"), "hop");
}
TEST(MendedLemma, LeavesWhatNoEndingExplains) {
  EXPECT_EQ(mend("zapped", Upos::kVerb, "zapp"), "zapp");
}
TEST(MendedLemma, LeavesOtherPartsOfSpeech) {
  EXPECT_EQ(mend("pleas", Upos::kPropn, "pleas"), "pleas");
}

TEST(IrregularLemma, KnowsPastsAndTheirPrefixes) {
  EXPECT_EQ(irregular_lemma("fought"), "fight");
  EXPECT_EQ(irregular_lemma("Withdrew"), "withdraw");
  EXPECT_EQ(irregular_lemma("overran"), "overrun");
  EXPECT_EQ(irregular_lemma("forbade"), "forbid");
}
TEST(IrregularLemma, LeavesTheRest) {
  EXPECT_EQ(irregular_lemma("bombed"), "");
  EXPECT_EQ(irregular_lemma("re"), "");
}

}  // namespace
}  // namespace demarche

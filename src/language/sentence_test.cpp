#include "language/sentence.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Names, OfTagsAndRelationsComeBack) {
  for (int i = 0; i <= static_cast<int>(Upos::kX); ++i) EXPECT_EQ(upos_from(name(static_cast<Upos>(i))), static_cast<Upos>(i));
  for (int i = 0; i < static_cast<int>(Deprel::kCount); ++i) EXPECT_EQ(deprel_from(name(static_cast<Deprel>(i))), static_cast<Deprel>(i));
}

TEST(Names, AreThoseOfTheTreebanks) {
  EXPECT_EQ(name(Upos::kCconj), "CCONJ");
  EXPECT_EQ(name(Upos::kSconj), "SCONJ");
  EXPECT_EQ(name(Deprel::kNsubjPass), "nsubj:pass");
  EXPECT_EQ(name(Deprel::kXcomp), "xcomp");
  EXPECT_EQ(name(Deprel::kOblUnmarked), "obl:unmarked");
}

TEST(Names, UnknownOnesFallBack) {
  EXPECT_EQ(upos_from("NOPE"), Upos::kX);
  EXPECT_EQ(deprel_from("nsubj:lang"), Deprel::kNsubj);
  EXPECT_EQ(deprel_from("nope:pass"), Deprel::kDep);
  EXPECT_EQ(deprel_from(""), Deprel::kDep);
}

TEST(Base, DropsTheSubtype) {
  EXPECT_EQ(base(Deprel::kNsubjPass), Deprel::kNsubj);
  EXPECT_EQ(base(Deprel::kAclRelcl), Deprel::kAcl);
  EXPECT_EQ(base(Deprel::kObj), Deprel::kObj);
  EXPECT_EQ(base(Deprel::kNone), Deprel::kNone);
  for (size_t i = 1; i < static_cast<size_t>(Deprel::kCount); ++i) {
    auto rel = static_cast<Deprel>(i);
    EXPECT_EQ(base(rel), deprel_from(name(rel).substr(0, name(rel).find(':')))) << name(rel);
  }
}

}  // namespace
}  // namespace demarche

#include "base/hash.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

// FIPS 180-4's own examples.
TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, TakesZeroBytes) {
  EXPECT_NE(sha256(std::string_view("a\0b", 3)), sha256("a"));
}

// Model files hold these hashes: another value makes every one of them useless.
TEST(Fnv1a, NeverChanges) {
  EXPECT_EQ(fnv1a("a"), 4953267810257967366ULL);
  EXPECT_EQ(fnv1a("foobar"), 9870438755804841970ULL);
}

// The vectors that the authors of FNV publish, from their start value.
TEST(Fnv1a, MixesAsPublished) {
  EXPECT_EQ(fnv1a("a", 14695981039346656037ULL), 0xaf63dc4c8601ec8cULL);
  EXPECT_EQ(fnv1a("foobar", 14695981039346656037ULL), 0x85944171f73967e8ULL);
}

TEST(Fnv1a, GoesOnFromASeed) {
  EXPECT_EQ(fnv1a("bar", fnv1a("foo")), fnv1a("foobar"));
}

}  // namespace
}  // namespace demarche

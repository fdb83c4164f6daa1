#include "base/flat_maps.h"

#include <gtest/gtest.h>

#include <map>

#include "base/hash.h"

namespace demarche {
namespace {

TEST(StringMap, FindsWhatWasPutInAndNothingElse) {
  StringMap<int> map;
  EXPECT_FALSE(map.contains(""));
  std::map<std::string, int> same;
  for (int i = 0; i < 5000; ++i) {
    std::string key(static_cast<size_t>(i % 23), static_cast<char>('a' + i % 7));
    key += std::to_string(i);
    map[key] = i;
    same[key] = i;
  }
  ASSERT_EQ(map.size(), same.size());
  for (const auto& [key, value] : same) {
    auto found = map.find(key);
    ASSERT_NE(found, map.end()) << key;
    EXPECT_EQ(found->second, value);
    EXPECT_FALSE(map.contains(key + "x")) << key;
  }
}

TEST(StringMap, KeepsTheFirstValueTheOrderAndThePlaceOfItsEntries) {
  StringMap<std::string> map;
  auto [first, fresh] = map.try_emplace("truce", "AGREE");
  ASSERT_TRUE(fresh);
  const std::string* place = &first->second;
  EXPECT_FALSE(map.try_emplace("truce", "REJECT").second);
  for (int i = 0; i < 1000; ++i) map[std::to_string(i)];
  EXPECT_EQ(place, &map.find("truce")->second);
  EXPECT_EQ(*place, "AGREE");
  EXPECT_EQ(map.begin()->first, "truce");
  EXPECT_EQ((map.end() - 1)->first, "999");
}

TEST(NumberMap, FindsWhatWasPutInAndNothingElse) {
  NumberMap map;
  EXPECT_EQ(map.find(0), nullptr);
  for (uint32_t i = 0; i < 3000; ++i) EXPECT_TRUE(map.try_emplace(fnv1a(std::to_string(i)), i).second);
  EXPECT_EQ(map.size(), 3000U);
  for (uint32_t i = 0; i < 3000; ++i) {
    const uint32_t* found = map.find(fnv1a(std::to_string(i)));
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(*found, i);
    EXPECT_EQ(map.find(i), nullptr);
  }
  auto [value, fresh] = map.try_emplace(fnv1a("7"), 8);
  EXPECT_FALSE(fresh);
  EXPECT_EQ(value, 7U);
}

}  // namespace
}  // namespace demarche

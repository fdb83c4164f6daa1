#include "actors/titles.h"

#include <unordered_map>

#include "base/strings.h"

namespace demarche {

int prominence(std::string_view title) {
  static const std::unordered_map<std::string_view, int> kRanks{{"president", 10},
                                                                {"prime minister", 10},
                                                                {"chancellor", 10},
                                                                {"king", 8},
                                                                {"queen", 8},
                                                                {"supreme leader", 10},
                                                                {"emperor", 8},
                                                                {"premier", 9},
                                                                {"secretary general", 8},
                                                                {"secretary-general", 8},
                                                                {"foreign minister", 7},
                                                                {"secretary of state", 8},
                                                                {"vice president", 7},
                                                                {"defence minister", 6},
                                                                {"secretary of defence", 6}};
  auto it = kRanks.find(title);
  return it == kRanks.end() ? 3 : it->second;
}

std::string plain_title(std::string_view title) {
  std::string text = lower_ascii(title);
  auto replace = [&](std::string_view from, std::string_view to) {
    if (size_t at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
  };
  replace("defense", "defence");
  replace("premier", "prime minister");
  replace("foreign secretary", "foreign minister");
  replace("secretary-general", "secretary general");
  return text;
}

}  // namespace demarche

#include "lexicon/slot_keys.h"

#include <algorithm>

namespace demarche {

namespace {

constexpr size_t kOwnKeys = 5;

}  // namespace

const std::vector<std::string>& slot_keys() {
  static const std::vector<std::string> kKeys{
      "subj",   "obj",       "clause",   "inf",        "poss",    "aboard",  "about",  "above",   "across",     "after",      "against",
      "along",  "alongside", "amid",     "amidst",     "among",   "amongst", "around", "as",      "at",         "atop",       "before",
      "behind", "below",     "beneath",  "beside",     "besides", "between", "beyond", "by",      "concerning", "despite",    "down",
      "during", "except",    "for",      "from",       "in",      "inside",  "into",   "like",    "near",       "of",         "off",
      "on",     "onto",      "opposite", "out",        "outside", "over",    "past",   "per",     "pending",    "regarding",  "round",
      "since",  "than",      "through",  "throughout", "till",    "to",      "toward", "towards", "under",      "underneath", "until",
      "unto",   "up",        "upon",     "versus",     "via",     "with",    "within", "without"};
  return kKeys;
}

bool is_preposition(std::string_view word) {
  const auto& keys = slot_keys();
  return std::find(keys.begin() + kOwnKeys, keys.end(), word) != keys.end();
}

}  // namespace demarche

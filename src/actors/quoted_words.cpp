#include "actors/quoted_words.h"

namespace demarche {

bool quoted(const std::vector<Tree>& trees, size_t s, int word) {
  bool inside = false;
  size_t from = s;
  while (from > 0 && !trees[from].sentence().paragraph_start && s - from < 12) --from;
  for (size_t at = from; at <= s; ++at)
    for (int w = 0; w < (at == s ? word : trees[at].size()); ++w) {
      std::string_view form = trees[at].word(w).form;
      if (form == "\"")
        inside = !inside;
      else if (form == "“" || form == "``")
        inside = true;
      else if (form == "”" || form == "''")
        inside = false;
    }
  return inside;
}

}  // namespace demarche

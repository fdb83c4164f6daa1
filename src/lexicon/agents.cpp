#include "lexicon/agents.h"

#include <algorithm>
#include <unordered_map>

namespace demarche {

std::string regular_plural(std::string_view singular) {
  std::string word(singular);
  auto ends = [&](std::string_view tail) { return singular.ends_with(tail); };
  if (ends("s") || ends("x") || ends("ch") || ends("sh") || ends("z")) return word + "es";
  if (ends("y") && word.size() > 1 && std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos) {
    word.pop_back();
    return word + "ies";
  }
  if (ends("man") && word != "human" && !ends("german") && !ends("roman")) return word.substr(0, word.size() - 2) + "en";
  return word + "s";
}

void Agents::add(std::string phrase, const Agent& agent) {
  // The tokenizer parts most hyphenated words: *secretary-general* is met as *secretary - general*.
  if (std::string apart = hyphens_apart(phrase); apart != phrase) add(std::move(apart), agent);
  auto words = words_of(phrase);
  if (words.empty()) return;
  int& longest = longest_[std::string(words.back())];
  longest = std::max(longest, static_cast<int>(words.size()));
  agents_.try_emplace(std::move(phrase), agent);
}

Agents Agents::build(const std::vector<DictionaryFile>& files, Faults& faults) {
  Agents agents;
  std::unordered_map<std::string, std::string> given;  // singular to its place
  for (const DictionaryFile& file : files) {
    for (const Line& line : file.lines) {
      std::string_view text = line.text;
      size_t colon = text.rfind(':');
      if (colon == std::string_view::npos) {
        faults.add(file.name, line.number, "an agent reads `singular/plural, singular : CODE ; title`");
        continue;
      }
      Agent agent;
      auto parts = split(text.substr(colon + 1), ';');
      agent.code = std::string(trim(parts[0]));
      if (agent.code == "-") {
        agent.code.clear();
      } else if (!is_code(agent.code)) {
        faults.add(file.name, line.number, "`" + agent.code + "` is no string of three-letter codes; for none write -");
        continue;
      }
      for (size_t i = 1; i < parts.size(); ++i) {
        std::string_view mark = trim(parts[i]);
        if (mark == "title")
          agent.title = true;
        else if (mark == "elite")
          agent.elite = true;
        else
          faults.add(file.name, line.number, "unknown mark `" + std::string(mark) + "`: title or elite");
      }
      for (std::string_view piece : split(text.substr(0, colon), ',')) {
        auto forms = split(trim(piece), '/');
        std::string singular = lower_ascii(trim(forms[0]));
        if (singular.empty()) continue;
        auto [known, fresh] = given.try_emplace(singular, file.name + ":" + std::to_string(line.number));
        if (!fresh && !file.added)
          faults.add(file.name, line.number, "`" + singular + "` stands at " + known->second + " already: delete one of the two");
        agents.add(singular, agent);
        if (forms.size() > 1)
          agents.add(lower_ascii(trim(forms[1])), agent);
        else
          agents.add(regular_plural(singular), agent);
      }
    }
  }
  return agents;
}

const Agent* Agents::find(std::string_view phrase) const {
  auto it = agents_.find(phrase);
  return it == agents_.end() ? nullptr : &it->second;
}

int Agents::longest_ending_in(std::string_view word) const {
  auto it = longest_.find(word);
  return it == longest_.end() ? 0 : it->second;
}

}  // namespace demarche

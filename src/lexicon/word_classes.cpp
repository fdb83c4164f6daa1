#include "lexicon/word_classes.h"
#include "lexicon/slot_keys.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace demarche {

namespace {

struct Definition {
  std::vector<std::string> lemmas;
  std::vector<std::string> included;
  std::string file;
  int line = 0;
};

using Definitions = std::unordered_map<std::string, Definition>;

Definition definition_of(std::string_view members, const std::string& file, int line) {
  Definition definition{{}, {}, file, line};
  for (std::string_view piece : split(members, ',')) {
    piece = trim(piece);
    if (piece.starts_with('&'))
      definition.included.emplace_back(trim(piece.substr(1)));
    else if (!piece.empty())
      definition.lemmas.push_back(lower_ascii(piece));
  }
  return definition;
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// Gives every member of class `name`, inclusions followed, to `visit`; reports what is unknown or turns in a circle.
class Closure {
 public:
  Closure(const Definitions& definitions, Faults& faults) : definitions_(definitions), faults_(faults) {}

  void each(const std::string& name, const std::function<void(const std::string&)>& visit) {
    if (path_.empty()) seen_.clear();
    if (std::find(path_.begin(), path_.end(), name) != path_.end()) {
      const Definition& top = definitions_.at(path_.front());
      if (name == path_.front())
        faults_.add(top.file, top.line, "class `" + name + "` includes itself through `" + path_.back() + "`: break the cycle");
      return;
    }
    // What two classes include both is met once.
    if (path_.size() == kDeepest || !seen_.insert(name).second) return;
    path_.push_back(name);
    const Definition& definition = definitions_.at(name);
    for (const std::string& lemma : definition.lemmas) visit(lemma);
    for (const std::string& other : definition.included) {
      if (definitions_.contains(other))
        each(other, visit);
      else if (path_.size() == 1)
        faults_.add(definition.file, definition.line,
                    "class `" + name + "` includes `&" + other + "`, which no file defines: define it or mend the spelling");
    }
    path_.pop_back();
  }

 private:
  const Definitions& definitions_;
  Faults& faults_;
  static constexpr size_t kDeepest = 64;
  std::vector<std::string> path_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

WordClasses WordClasses::build(const std::vector<DictionaryFile>& files, Faults& faults) {
  WordClasses classes;
  Definitions definitions;
  for (const DictionaryFile& file : files) {
    for (const Line& line : file.lines) {
      size_t colon = line.text.find(':');
      std::string name(trim(std::string_view(line.text).substr(0, colon)));
      if (colon == std::string::npos || name.empty()) {
        faults.add(file.name, line.number, "a class line reads `name: lemma, lemma, &other_class`");
        continue;
      }
      Definition definition = definition_of(std::string_view(line.text).substr(colon + 1), file.name, line.number);
      if (definition.lemmas.empty() && definition.included.empty())
        faults.add(file.name, line.number, "class `" + name + "` is empty: give it members or delete it");
      auto [known, fresh] = definitions.try_emplace(name, definition);
      if (fresh && classes.names_.size() > std::numeric_limits<ClassId>::max()) {
        faults.add(file.name, line.number, "more than 65,536 classes: leave some out");
        return classes;
      }
      if (fresh) {
        classes.ids_[name] = static_cast<ClassId>(classes.names_.size());
        classes.names_.push_back(name);
        continue;
      }
      if (known->second.file == file.name && !file.added)
        faults.add(file.name, line.number,
                   "class `" + name + "` was defined on line " + std::to_string(known->second.line) + ": join the two");
      append(known->second.lemmas, definition.lemmas);
      append(known->second.included, definition.included);
    }
  }

  Closure closure(definitions, faults);
  for (ClassId id = 0; id < classes.names_.size(); ++id)
    closure.each(classes.names_[id], [&](const std::string& lemma) {
      classes.members_[lemma].push_back(id);
      if (lemma.find('-') != std::string::npos) classes.members_[hyphens_apart(lemma)].push_back(id);
    });

  for (auto& [lemma, ids] : classes.members_) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    auto pieces = words_of(lemma);
    int& longest = classes.longest_[pieces.back()];
    longest = std::max(longest, static_cast<int>(pieces.size()));
    if (pieces.size() < 3 || !is_preposition(pieces[1])) continue;
    int& headed = classes.longest_headed_[pieces.front()];
    headed = std::max(headed, static_cast<int>(pieces.size()));
  }
  return classes;
}

std::optional<ClassId> WordClasses::find(std::string_view name) const {
  auto it = ids_.find(name);
  if (it == ids_.end()) return std::nullopt;
  return it->second;
}

const std::vector<ClassId>& WordClasses::of(std::string_view lemma) const {
  static const std::vector<ClassId> kNone;
  auto it = members_.find(lemma);
  return it == members_.end() ? kNone : it->second;
}

bool WordClasses::has(std::string_view lemma, ClassId id) const {
  const auto& ids = of(lemma);
  return std::binary_search(ids.begin(), ids.end(), id);
}

bool WordClasses::has(std::string_view lemma, std::string_view class_name) const {
  const auto& ids = of(lemma);
  return std::any_of(ids.begin(), ids.end(), [&](ClassId id) { return names_[id] == class_name; });
}

int WordClasses::longest_headed_by(std::string_view lemma) const {
  auto it = longest_headed_.find(lemma);
  return it == longest_headed_.end() ? 1 : it->second;
}

int WordClasses::longest_ending_in(std::string_view lemma) const {
  auto it = longest_.find(lemma);
  return it == longest_.end() ? 1 : std::max(1, it->second);
}

}  // namespace demarche

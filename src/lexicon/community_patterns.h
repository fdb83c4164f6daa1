#pragma once
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ontology/cameo.h"

namespace demarche {

/// Word sets of a verb dictionary and the word classes that stand for its phrases.
class CommunityPhrases {
 public:
  /// Adds a member to a set, opening it, and what may be its singular; false if there is none or the set is full.
  bool add_member(const std::string& set, std::string_view word);
  /// Takes the members of another set in; false if no such set stands above, or all sets together are full.
  bool include(const std::string& set, const std::string& other);
  void open(const std::string& set) { sets_[set]; }
  bool knows(const std::string& set) const { return sets_.contains(set); }

  /// The filter of a frame's slot for a phrase of words and sets ("SHORT", "TOUR"; "&CURRENCY", "AID"): "tour|tours", or "&" with the name
  /// of a class that class_lines() will define. "" with `fault` set if there is none.
  std::string filter(const std::vector<std::string>& words, std::string& fault);
  /// The classes that filters asked for, as lines of a *.classes file.
  std::string class_lines() const;

 private:
  std::vector<std::string> alternatives(const std::string& word) const;

  std::unordered_map<std::string, std::vector<std::string>> sets_;
  std::map<std::string, std::vector<std::string>> classes_;
  size_t members_ = 0;  ///< of classes, and taken in by sets
};

/// A frame made from a pattern: the left side of our `=>` but for the slots that are asked of every frame.
struct PatternFrame {
  /// A slot: `key`, role 'S', 'T' or 0, filter or "".
  struct Part {
    std::string key;
    char role = 0;
    std::string filter;
  };
  std::string particle;  ///< "off" where the pattern is of *call off*
  std::vector<Part> parts;
  bool mutual = false;

  bool has(std::string_view key) const;
  bool targets() const;
  /// "obj=aid|aids&T to=T?": with optional places for a target where the pattern names none.
  std::string text() const;
};

/// Reads the pattern between `- ` and its code, of either dialect: words around `*`, `{A B}`, `(PREP NOUN)`, `&SET`, `+` target, `$`
/// source,
/// `%` both, `^` anything. Gives one frame or two that stand for it; none with `fault` set.
std::vector<PatternFrame> read_pattern(std::string_view text, CommunityPhrases& phrases, std::string& fault);

/// Words a verb's particle may be.
bool is_particle(std::string_view word);
/// A verb's form, or the forms of its base that it may come from: "LAUNCHED" gives "launched|launch|launche".
std::vector<std::string> base_forms(std::string_view word);

/// The right side of our `=>` for a code of a verb dictionary: "SANCTION/discontinue 162", "null"; "" if CAMEO has no such code.
std::string result_of(std::string_view code, const Cameo& cameo);

}  // namespace demarche

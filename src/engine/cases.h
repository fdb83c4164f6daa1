#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/engine.h"

namespace demarche {

/// One expectation line of a case: `[no] event ...`, `[no] order ...`, `actor ...`.
struct Expectation {
  int line = 0;
  bool forbidden = false;
  std::string kind;                         ///< "event", "condition", "order", "consequence", "content", "contrast", "actor", "published"
  std::vector<std::string> words;           ///< bare words and quoted strings, in order (quotes removed)
  std::map<std::string, std::string> keys;  ///< key=value
  std::string text;                         ///< the line as written
};

/// A case of docs/formats/cases.md.
struct Case {
  std::string title;
  std::string file;
  int line = 0;
  Document document;
  std::string lexicon;  ///< extra dictionary lines
  std::string parse;    ///< CoNLL-U
  std::vector<Expectation> expectations;
};

/// Reads a case file; kBadInput with file:line for what it cannot read, mistyped expectations included (what can never be met would make
/// its `no` true).
Result<std::vector<Case>> parse_cases(std::string_view text, const std::string& file);

/// Codes the case and gives one line for each expectation that is not met: "file:line: expected ...; got ...". Empty if all are. Words that
/// the text lacks fail their expectation, forbidden or not. A case whose parse or lexicon lines cannot be read gives that as its one line.
std::vector<std::string> run_case(const Engine& engine, const Case& one);

/// The events of a report, one a line, as messages show them: "RUS CONSULT/phone CHN occurred 2025-02-24 'called'".
std::string describe_events(const Report& report);

}  // namespace demarche

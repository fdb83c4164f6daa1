#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace demarche {

/// One report as it enters the engine. Owns its text: everything else speaks of it by byte spans, so it must outlive them and never change.
struct Document {
  std::string id;
  std::string title;  ///< headline; empty if none. Not part of `text` unless the source had it there.
  std::optional<Date> published;
  std::string publisher;
  std::string url;
  std::string language = "en";
  std::string text;     ///< valid UTF-8; paragraphs end in '\n'
  size_t repaired = 0;  ///< ill-formed byte sequences that were replaced by U+FFFD
};

/// A surface token or a syntactic word of a multi-word token (*do* and *n't* of *don't*).
struct Token {
  Span span;
  bool space_after = true;
  /// 0: a token of its own. n > 1 on the first word of a multi-word token of n words; 1 on the others.
  uint8_t multiword = 0;
};

/// A sentence's extent and its words, in order. `span` is trimmed of white space.
struct SentenceTokens {
  Span span;
  bool paragraph_start = false;
  bool headline = false;  ///< a title line or ALL-CAPS slug standing alone
  std::vector<Token> tokens;
};

}  // namespace demarche

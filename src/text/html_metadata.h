#pragma once
#include <optional>
#include <string>

#include "base/date.h"
#include "text/html_tree.h"

namespace demarche {

/// What a page says about its article outside the article's text. Empty where it says nothing.
struct PageMetadata {
  std::string title;
  std::optional<Date> published;
  std::string publisher;
  std::string url;
  std::string language;
  std::string body;  ///< JSON-LD's articleBody
};

/// Gathers metadata from JSON-LD, OpenGraph and other meta elements, `<link rel=canonical>`, `<time>`, `<h1>` and `<title>`, in this order
/// of trust.
PageMetadata page_metadata(const HtmlTree& tree);

/// The text inside a node with references decoded and runs of white space made one blank; scripts and styles left out. Meant
/// for headlines: stops soon after 4096 bytes.
std::string text_of(const HtmlTree& tree, uint32_t node);

/// Runs of white space (no-break spaces too) to one blank, none at the ends.
std::string collapse_spaces(std::string_view text);

}  // namespace demarche

#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// A piece of a page in document order: an element, a run of text, or (name "script" and the like) raw text.
struct HtmlNode {
  std::string name;       ///< small letters; empty for text
  std::string_view text;  ///< text as it stands in the source, entities undecoded; or the raw text of a script
  std::string_view tag;   ///< the inside of the start tag after the name, for `attribute`
  uint32_t parent = 0;    ///< index of the enclosing element; node 0 is the page
  uint32_t end = 0;       ///< one past the last node inside
  uint16_t depth = 0;

  /// The decoded value of an attribute; empty if it is missing.
  std::string attribute(std::string_view key) const;
};

/// A lenient, linear-time HTML reader for taking text out of pages, not for rendering them: it closes what authors leave open (p, li, td
/// ...), ignores stray end tags, and never fails or recurses. Elements nested deeper than 512 hang flat from the 512th level. Views `html`.
///
/// Its own, not a browser's algorithm: that one can make quadratically many nodes out of misnested formatting tags, and hostile pages do.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);
  const std::vector<HtmlNode>& nodes() const { return nodes_; }

 private:
  void text(size_t begin, size_t end);
  size_t markup(size_t at);
  size_t start_tag(size_t at);
  size_t end_tag(size_t at);
  size_t raw_text(size_t at, const std::string& name);
  void close_implied(const std::string& name);
  void pop();

  std::string_view html_;
  std::vector<HtmlNode> nodes_;
  std::vector<uint32_t> open_;
};

/// Number of start tags in a page, by a scan that builds nothing.
size_t count_tags(std::string_view html);

/// Text with character references replaced.
std::string decode_entities(std::string_view text);

}  // namespace demarche

#include "text/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/html_metadata.h"
#include "text/html_tree.h"
#include "text/utf8.h"

namespace demarche {

namespace {

constexpr size_t kMostTags = 200000;
constexpr size_t kShortestParagraph = 25;  // shorter blocks are captions, buttons and bylines

/// A run of text between block borders.
struct Block {
  std::string text;
  size_t link_size = 0;
  uint32_t node = 0;  ///< the block element around it
  double score = 0;
  bool heading = false;
  bool item = false;
};

template <size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view name) {
  return std::ranges::find(list, name) != list.end();
}

constexpr std::array<std::string_view, 24> kInline = {"a",    "abbr",  "acronym", "b",      "bdi", "bdo", "big",  "cite",
                                                      "code", "dfn",   "em",      "font",   "i",   "ins", "mark", "q",
                                                      "s",    "small", "span",    "strong", "sub", "sup", "time", "u"};
constexpr std::array<std::string_view, 32> kSkipped = {
    "#comment", "aside",  "audio",  "button", "canvas", "datalist", "dialog", "embed",    "fieldset", "figcaption", "footer",
    "form",     "frame",  "head",   "iframe", "input",  "label",    "map",    "menu",     "nav",      "noembed",    "noframes",
    "noscript", "object", "option", "script", "select", "style",    "svg",    "template", "textarea", "video"};
// Parts of class and id names, as whole words between - _ and blanks.
constexpr std::array<std::string_view, 58> kBoilerplate = {
    "ad",      "ads",      "advert",   "advertisement", "banner",   "breadcrumb", "breadcrumbs", "byline",    "caption",
    "comment", "comments", "consent",  "cookie",        "cookies",  "copyright",  "credit",      "credits",   "dateline-meta",
    "disqus",  "dropdown", "feedback", "footer",        "gdpr",     "hidden",     "masthead",    "menu",      "meta",
    "modal",   "more",     "most",     "nav",           "navbar",   "navigation", "newsletter",  "outbrain",  "overlay",
    "paywall", "popup",    "popular",  "promo",         "promoted", "recirc",     "recommended", "related",   "rss",
    "share",   "sharing",  "sidebar",  "signup",        "social",   "sponsor",    "sponsored",   "subscribe", "taboola",
    "tags",    "teaser",   "toolbar",  "trending"};
constexpr std::array<std::string_view, 7> kRoles = {"navigation", "banner", "complementary", "contentinfo", "search", "dialog", "menu"};
// Starts of stray lines that pages put among their paragraphs.
constexpr std::array<std::string_view, 22> kStrayLines = {"advertisement",
                                                          "read more",
                                                          "read also",
                                                          "also read",
                                                          "related:",
                                                          "see also",
                                                          "share this",
                                                          "follow us",
                                                          "sign up",
                                                          "subscribe",
                                                          "click here",
                                                          "all rights reserved",
                                                          "copyright ",
                                                          "©",
                                                          "photo:",
                                                          "image:",
                                                          "we use cookies",
                                                          "this site uses cookies",
                                                          "by continuing to",
                                                          "more on this",
                                                          "story continues below",
                                                          "download our app"};

bool has_boilerplate_name(const HtmlNode& node) {
  if (node.tag.empty()) return false;
  std::string names = lower_ascii(node.attribute("class") + " " + node.attribute("id"));
  size_t at = 0;
  while (at < names.size()) {
    size_t stop = names.find_first_of(" -_", at);
    if (stop == std::string::npos) stop = names.size();
    if (stop > at && in(kBoilerplate, std::string_view(names).substr(at, stop - at))) return true;
    at = stop + 1;
  }
  return false;
}

bool is_boilerplate(const HtmlNode& node) {
  if (node.name.empty() || node.name == "body" || node.name == "html" || node.name == "article" || node.name == "main") return false;
  if (in(kSkipped, node.name)) return true;
  if (node.tag.empty()) return false;
  if (in(kRoles, lower_ascii(node.attribute("role"))) || node.attribute("aria-hidden") == "true") return true;
  std::string style = lower_ascii(node.attribute("style"));
  if (style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos) return true;
  return has_boilerplate_name(node);
}

bool is_stray_line(std::string_view text) {
  if (text.size() > 160) return false;
  std::string lower = lower_ascii(text);
  return std::ranges::any_of(kStrayLines, [&](std::string_view start) { return lower.starts_with(start); });
}

/// Cuts the page into blocks, leaving boilerplate out.
class BlockCutter {
 public:
  explicit BlockCutter(const HtmlTree& tree) : tree_(tree) {}

  std::vector<Block> cut() {
    const std::vector<HtmlNode>& nodes = tree_.nodes();
    uint32_t i = 0;
    uint32_t link_end = 0;
    while (i < nodes.size()) {
      const HtmlNode& node = nodes[i];
      if (node.name.empty()) {
        // Text whose block is not the one before it starts a block of its own.
        uint32_t block = block_of(i);
        if (block != block_) flush(block);
        size_t before = text_.size();
        text_ += node.text;
        if (i < link_end) link_ += text_.size() - before;
        if (!collapse_spaces(decode_entities(node.text)).empty()) breaks_ = 0;
      } else if (is_boilerplate(node)) {
        i = node.end;
        continue;
      } else if (node.name == "br") {
        text_ += ' ';
        if (++breaks_ >= 2) flush(block_);
      } else if (node.name == "a") {
        link_end = node.end;
      } else if (!in(kInline, node.name)) {
        flush(i);
      }
      ++i;
    }
    flush(0);
    return std::move(blocks_);
  }

 private:
  uint32_t block_of(uint32_t text) const {
    uint32_t at = tree_.nodes()[text].parent;
    while (at != 0 && in(kInline, tree_.nodes()[at].name)) at = tree_.nodes()[at].parent;
    return at;
  }

  void flush(uint32_t next) {
    std::string clean = collapse_spaces(decode_entities(text_));
    if (!clean.empty()) {
      const std::string& name = tree_.nodes()[block_].name;
      bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
      blocks_.push_back({std::move(clean), link_, block_, 0, heading, name == "li" || name == "dd" || name == "dt"});
    }
    text_.clear();
    link_ = 0;
    breaks_ = 0;
    block_ = next;
  }

  const HtmlTree& tree_;
  std::vector<Block> blocks_;
  std::string text_;
  size_t link_ = 0;
  size_t breaks_ = 0;
  uint32_t block_ = 0;
};

double link_share(const Block& block) {
  return std::min(1.0, static_cast<double>(block.link_size) / static_cast<double>(std::max<size_t>(block.text.size(), 1)));
}

/// How much a block looks like running prose.
double prose_score(const Block& block) {
  if (block.heading || block.text.size() < kShortestParagraph || is_stray_line(block.text) || link_share(block) > 0.5) return 0;
  auto commas = static_cast<double>(std::ranges::count(block.text, ','));
  bool sentence = block.text.find_first_of(".?!") != std::string::npos;
  double score = 1 + std::min(commas, 5.0) + std::min(static_cast<double>(block.text.size()) / 100.0, 6.0);
  return score * (1 - link_share(block)) * (sentence ? 1 : 0.3) * (block.item ? 0.5 : 1);
}

/// The smallest element that holds nearly all prose: from the page down, as long as one child has four fifths of what its parent has.
uint32_t article_node(const HtmlTree& tree, const std::vector<Block>& blocks) {
  const std::vector<HtmlNode>& nodes = tree.nodes();
  std::vector<double> scores(nodes.size());
  for (const Block& block : blocks) scores[block.node] += block.score;
  for (size_t i = nodes.size(); i-- > 1;) scores[nodes[i].parent] += scores[i];
  uint32_t best = 0;
  // Authors who mark the article are believed if it holds a good part of the prose.
  for (uint32_t i = 1; i < nodes.size(); ++i) {
    bool marked = nodes[i].name == "article" || lower_ascii(nodes[i].attribute("itemprop")) == "articlebody";
    if (marked && scores[i] * 2 > scores[0] && scores[i] > 0) best = i;
  }
  while (true) {
    uint32_t child = best + 1;
    uint32_t next = 0;
    while (child < nodes[best].end) {
      if (scores[child] * 5 >= scores[best] * 4 && scores[child] > 0) next = child;
      child = nodes[child].end;
    }
    // A single paragraph is no container: its neighbours would be lost.
    bool leaf = next != 0 && (nodes[next].name == "p" || in(kInline, nodes[next].name));
    if (next == 0 || leaf) return best;
    best = next;
  }
}

bool keep(const Block& block, const std::string& title) {
  if (block.text == title || is_stray_line(block.text) || link_share(block) > 0.5) return false;
  if (block.heading) return true;
  return block.score > 0 || (block.text.size() >= kShortestParagraph && block.text.find_first_of(".?!:") != std::string::npos) ||
         block.text.ends_with('.') || block.text.ends_with('?') || block.text.ends_with("\"") || block.text.ends_with("”");
}

std::string article_text(const HtmlTree& tree, const std::string& title) {
  std::vector<Block> blocks = BlockCutter(tree).cut();
  for (Block& block : blocks) block.score = prose_score(block);
  uint32_t node = article_node(tree, blocks);
  std::vector<const Block*> kept;
  for (const Block& block : blocks)
    if (block.node >= node && block.node < tree.nodes()[node].end && keep(block, title)) kept.push_back(&block);
  // A heading with nothing under it introduced links.
  while (!kept.empty() && kept.back()->heading) kept.pop_back();
  std::string text;
  for (const Block* block : kept) {
    if (!text.empty()) text += "\n\n";
    text += block->text;
  }
  return text;
}

/// The encoding named in the page's first kilobytes; empty for none.
std::string declared_encoding(std::string_view html) {
  std::string head = lower_ascii(html.substr(0, 4096));
  size_t at = head.find("charset=");
  if (head.starts_with("<?xml") && head.find("encoding=") < at) at = head.find("encoding=") + 1;
  if (at == std::string::npos) return {};
  at += 8;
  while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
  size_t end = head.find_first_of("\"' ;>/?", at);
  return end == std::string::npos ? std::string{} : head.substr(at, end - at);
}

}  // namespace

Result<Document> document_from_html(std::string_view bytes, const ReaderOptions& options) {
  if (looks_binary(bytes)) return Error{ErrorCode::kBadInput, "this is binary data, not a page; give HTML text", ""};
  CleanText clean = decode_text(bytes, declared_encoding(bytes));
  if (size_t tags = count_tags(clean.text); tags > kMostTags)
    return Error{ErrorCode::kBadInput, fmt::format("the page has {} tags, more than {}; save the article alone", tags, kMostTags), ""};
  HtmlTree tree(clean.text);
  PageMetadata page = page_metadata(tree);
  Document doc;
  doc.text = article_text(tree, page.title);
  if (doc.text.size() * 2 < page.body.size()) doc.text = clean_text(page.body).text;
  if (trim(doc.text).empty()) return Error{ErrorCode::kBadInput, "no article text found in the page; save it as text", ""};
  doc.repaired = clean.repaired;
  doc.title = std::move(page.title);
  doc.published = page.published ? page.published : options.published;
  doc.publisher = page.publisher.empty() ? options.publisher : std::move(page.publisher);
  doc.url = std::move(page.url);
  if (page.language.size() == 2) doc.language = std::move(page.language);
  doc.id = content_id(doc);
  return doc;
}

}  // namespace demarche

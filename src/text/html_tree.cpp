#include "text/html_tree.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace demarche {

namespace {

constexpr size_t kDeepest = 512;
constexpr size_t kImpliedReach = 48;  // how far up an element left open is looked for

bool is_alpha(char c) {
  return is_lower_ascii(c) || is_upper_ascii(c);
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

template <size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view name) {
  return std::ranges::find(list, name) != list.end();
}

constexpr std::array<std::string_view, 15> kVoid = {"area",  "base", "br",   "col",   "embed",  "frame", "hr", "img",
                                                    "input", "link", "meta", "param", "source", "track", "wbr"};
constexpr std::array<std::string_view, 8> kRaw = {"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"};
// A start tag of these ends an open paragraph.
constexpr std::array<std::string_view, 36> kBlocks = {
    "address", "article", "aside", "blockquote", "center", "details", "dialog",  "dir",     "div",   "dl",     "fieldset", "figcaption",
    "figure",  "footer",  "form",  "h1",         "h2",     "h3",      "h4",      "h5",      "h6",    "header", "hgroup",   "hr",
    "main",    "menu",    "nav",   "ol",         "p",      "pre",     "section", "summary", "table", "ul",     "li",       "tr"};

/// Which open element a start tag closes, and how far up it looks.
struct Implied {
  std::string_view starts;
  std::string_view closes;
  std::string_view within;
};
constexpr std::array<Implied, 16> kImplied = {{{"li", "li", "ul ol menu"},
                                               {"dt", "dd", "dl"},
                                               {"dt", "dt", "dl"},
                                               {"dd", "dt", "dl"},
                                               {"dd", "dd", "dl"},
                                               {"td", "td", "tr table"},
                                               {"td", "th", "tr table"},
                                               {"th", "td", "tr table"},
                                               {"th", "th", "tr table"},
                                               {"tr", "tr", "table"},
                                               {"tbody", "tr", "table"},
                                               {"tbody", "thead", "table"},
                                               {"tbody", "tbody", "table"},
                                               {"option", "option", "select"},
                                               {"body", "head", "html"},
                                               {"tfoot", "tbody", "table"}}};

bool word_in(std::string_view list, std::string_view name) {
  for (size_t at = list.find(name); at != std::string_view::npos; at = list.find(name, at + 1)) {
    bool starts = at == 0 || list[at - 1] == ' ';
    bool ends = at + name.size() == list.size() || list[at + name.size()] == ' ';
    if (starts && ends) return true;
  }
  return false;
}

/// Past the '>' that ends the tag at `at`, minding quoted values.
size_t tag_end(std::string_view html, size_t at) {
  char quote = '\0';
  char before = '\0';
  for (size_t i = at; i < html.size(); ++i) {
    char c = html[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '>') {
      return i + 1;
    } else if ((c == '"' || c == '\'') && before == '=') {
      quote = c;
    }
    if (!is_blank(c)) before = c;
  }
  // An unclosed quotation mark would swallow the page: then the tag ends at the first '>'.
  size_t plain = html.find('>', at);
  return plain == std::string_view::npos ? html.size() : plain + 1;
}

}  // namespace

std::string HtmlNode::attribute(std::string_view key) const {
  size_t at = 0;
  while (at < tag.size()) {
    while (at < tag.size() && (is_blank(tag[at]) || tag[at] == '/')) ++at;
    size_t begin = at;
    while (at < tag.size() && !is_blank(tag[at]) && tag[at] != '=' && tag[at] != '/') ++at;
    if (at == begin && at < tag.size()) ++at;
    std::string_view found = tag.substr(begin, at - begin);
    while (at < tag.size() && is_blank(tag[at])) ++at;
    std::string_view value;
    if (at < tag.size() && tag[at] == '=') {
      ++at;
      while (at < tag.size() && is_blank(tag[at])) ++at;
      char quote = at < tag.size() && (tag[at] == '"' || tag[at] == '\'') ? tag[at] : '\0';
      if (quote != '\0') ++at;
      size_t start = at;
      while (at < tag.size() && (quote != '\0' ? tag[at] != quote : !is_blank(tag[at]))) ++at;
      value = tag.substr(start, at - start);
      if (quote != '\0' && at < tag.size()) ++at;
    }
    if (found.size() == key.size() && lower_ascii(found) == key) return decode_entities(value);
  }
  return {};
}

HtmlTree::HtmlTree(std::string_view html) : html_(html) {
  nodes_.push_back({"#page", {}, {}, 0, 0, 0});
  open_.push_back(0);
  size_t at = 0;
  while (at < html.size()) {
    size_t mark = html.find('<', at);
    while (mark != std::string_view::npos && mark + 1 < html.size() && !is_alpha(html[mark + 1]) && html[mark + 1] != '/' &&
           html[mark + 1] != '!' && html[mark + 1] != '?')
      mark = html.find('<', mark + 1);
    if (mark == std::string_view::npos || mark + 1 >= html.size()) {
      text(at, html.size());
      break;
    }
    text(at, mark);
    at = markup(mark);
  }
  while (!open_.empty()) pop();
}

void HtmlTree::pop() {
  nodes_[open_.back()].end = static_cast<uint32_t>(nodes_.size());
  open_.pop_back();
}

void HtmlTree::text(size_t begin, size_t end) {
  if (begin >= end) return;
  auto self = static_cast<uint32_t>(nodes_.size());
  nodes_.push_back({"", html_.substr(begin, end - begin), {}, open_.back(), self + 1, static_cast<uint16_t>(open_.size())});
}

size_t HtmlTree::markup(size_t at) {
  if (html_.substr(at, 4) == "<!--") {
    size_t end = html_.find("-->", at + 4);
    return end == std::string_view::npos ? html_.size() : end + 3;
  }
  if (html_.substr(at, 9) == "<![CDATA[") {
    size_t end = html_.find("]]>", at);
    text(at + 9, end == std::string_view::npos ? html_.size() : end);
    return end == std::string_view::npos ? html_.size() : end + 3;
  }
  if (html_[at + 1] == '!' || html_[at + 1] == '?') return tag_end(html_, at);
  if (html_[at + 1] == '/') return end_tag(at);
  return start_tag(at);
}

void HtmlTree::close_implied(const std::string& name) {
  auto close = [&](std::string_view target, std::string_view within) {
    size_t highest = open_.size() > kImpliedReach ? open_.size() - kImpliedReach : 1;
    for (size_t i = open_.size(); i-- > highest;) {
      const std::string& open = nodes_[open_[i]].name;
      if (open == target) {
        while (open_.size() > i) pop();
        return;
      }
      if (word_in(within, open)) return;
    }
  };
  if (in(kBlocks, name)) close("p", "td th table button li div article section body");
  for (const Implied& implied : kImplied)
    if (implied.starts == name) close(implied.closes, implied.within);
}

size_t HtmlTree::start_tag(size_t at) {
  size_t name_end = at + 1;
  while (name_end < html_.size() && !is_blank(html_[name_end]) && html_[name_end] != '>' && html_[name_end] != '/') ++name_end;
  std::string name = lower_ascii(html_.substr(at + 1, std::min<size_t>(name_end - at - 1, 32)));
  size_t end = tag_end(html_, at);
  std::string_view inside = html_.substr(name_end, end > name_end ? end - name_end - 1 : 0);
  close_implied(name);
  auto self = static_cast<uint32_t>(nodes_.size());
  nodes_.push_back({name, {}, inside, open_.back(), self + 1, static_cast<uint16_t>(open_.size())});
  if (in(kRaw, name)) return raw_text(end, name);
  bool closes_itself = in(kVoid, name) || inside.ends_with('/');
  if (!closes_itself && open_.size() < kDeepest) open_.push_back(self);
  return end;
}

size_t HtmlTree::raw_text(size_t at, const std::string& name) {
  size_t stop = at;
  while (true) {
    stop = html_.find("</", stop);
    if (stop == std::string_view::npos) {
      // Without its end tag a script would eat the page; browsers do let it.
      stop = html_.size();
      break;
    }
    if (lower_ascii(html_.substr(stop + 2, name.size())) == name) break;
    stop += 2;
  }
  nodes_.back().text = html_.substr(at, stop - at);
  return stop == html_.size() ? stop : tag_end(html_, stop);
}

size_t HtmlTree::end_tag(size_t at) {
  size_t name_end = at + 2;
  while (name_end < html_.size() && !is_blank(html_[name_end]) && html_[name_end] != '>' && html_[name_end] != '/') ++name_end;
  std::string name = lower_ascii(html_.substr(at + 2, std::min<size_t>(name_end - at - 2, 32)));
  for (size_t i = open_.size(); i-- > 1;) {
    const std::string& open = nodes_[open_[i]].name;
    if (open == name) {
      while (open_.size() > i) pop();
      break;
    }
    // A stray end tag inside a table cell must not close what is around the table.
    if ((open == "td" || open == "th" || open == "table") && name != "table" && name != "tr" && name != "tbody" && name != "html" &&
        name != "body")
      break;
  }
  return tag_end(html_, at);
}

size_t count_tags(std::string_view html) {
  size_t count = 0;
  for (size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1))
    if (at + 1 < html.size() && (is_alpha(html[at + 1]) || html[at + 1] == '/')) ++count;
  return count;
}

}  // namespace demarche

#include "text/html_metadata.h"

#include <simdjson.h>

#include <array>
#include <vector>

#include "base/strings.h"
#include "text/chars.h"
#include "text/written_date.h"

namespace demarche {

namespace {

constexpr size_t kMostScripts = 20;
constexpr size_t kLongestText = 4096;  // of a headline or a date; nested elements must not be read over and over
constexpr size_t kLargestScript = size_t{4} << 20;

void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = collapse_spaces(decode_entities(value));
}

void fill_date(std::optional<Date>& field, std::string_view value) {
  if (!field) field = parse_written_date(value);
}

std::string_view string_at(simdjson::dom::object object, std::string_view key) {
  std::string_view value;
  return object.at_key(key).get_string().get(value) == simdjson::SUCCESS ? value : std::string_view{};
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" || type == "Report" || type == "NewsMediaPosting";
}

bool is_article(simdjson::dom::object object) {
  if (is_article_type(string_at(object, "@type"))) return true;
  simdjson::dom::array types;
  if (object.at_key("@type").get_array().get(types) != simdjson::SUCCESS) return false;
  for (simdjson::dom::element type : types) {
    std::string_view name;
    if (type.get_string().get(name) == simdjson::SUCCESS && is_article_type(name)) return true;
  }
  return false;
}

void take_article(simdjson::dom::object object, PageMetadata& page) {
  fill(page.title, string_at(object, "headline"));
  fill_date(page.published, string_at(object, "datePublished"));
  simdjson::dom::object publisher;
  if (object.at_key("publisher").get_object().get(publisher) == simdjson::SUCCESS) fill(page.publisher, string_at(publisher, "name"));
  fill(page.url, string_at(object, "url"));
  simdjson::dom::object main;
  if (object.at_key("mainEntityOfPage").get_object().get(main) == simdjson::SUCCESS) fill(page.url, string_at(main, "@id"));
  fill(page.url, string_at(object, "mainEntityOfPage"));
  fill(page.language, string_at(object, "inLanguage"));
  if (page.body.empty()) page.body = decode_entities(string_at(object, "articleBody"));
}

/// The article may be the root, in a root array or in @graph.
void take_linked_data(std::string_view json, PageMetadata& page) {
  simdjson::dom::parser parser(kLargestScript * 4);
  simdjson::dom::element root;
  if (parser.allocate(json.size() + 1, 64) != simdjson::SUCCESS ||
      parser.parse(json.data(), json.size(), true).get(root) != simdjson::SUCCESS)
    return;
  std::vector<simdjson::dom::element> waiting = {root};
  for (size_t i = 0; i < waiting.size() && i < 200; ++i) {
    simdjson::dom::array list;
    simdjson::dom::object object;
    if (waiting[i].get_array().get(list) == simdjson::SUCCESS) {
      for (simdjson::dom::element item : list) waiting.push_back(item);
    } else if (waiting[i].get_object().get(object) == simdjson::SUCCESS) {
      if (is_article(object)) take_article(object, page);
      simdjson::dom::element graph;
      if (object.at_key("@graph").get(graph) == simdjson::SUCCESS) waiting.push_back(graph);
    }
  }
}

constexpr std::array<std::string_view, 3> kTitleNames = {"og:title", "twitter:title", "dc.title"};
constexpr std::array<std::string_view, 14> kDateNames = {"article:published_time",
                                                         "datepublished",
                                                         "og:article:published_time",
                                                         "pubdate",
                                                         "publishdate",
                                                         "publish-date",
                                                         "publication_date",
                                                         "dc.date.issued",
                                                         "dcterms.created",
                                                         "dc.date",
                                                         "parsely-pub-date",
                                                         "sailthru.date",
                                                         "date",
                                                         "article.published"};
constexpr std::array<std::string_view, 4> kPublisherNames = {"og:site_name", "dc.publisher", "publisher", "application-name"};
constexpr std::array<std::string_view, 2> kUrlNames = {"og:url", "twitter:url"};

/// Content of the first meta element that has one of the names, names in order of trust.
template <size_t N>
std::string meta(const HtmlTree& tree, const std::array<std::string_view, N>& names) {
  std::string best;
  size_t rank = N;
  for (const HtmlNode& node : tree.nodes()) {
    if (node.name != "meta" || rank == 0) continue;
    std::string key = node.attribute("property");
    if (key.empty()) key = node.attribute("name");
    if (key.empty()) key = node.attribute("itemprop");
    key = lower_ascii(key);
    for (size_t i = 0; i < rank; ++i)
      if (names[i] == key) {
        std::string content = collapse_spaces(node.attribute("content"));
        if (content.empty()) break;
        best = std::move(content);
        rank = i;
      }
  }
  return best;
}

std::optional<Date> time_element(const HtmlTree& tree) {
  std::optional<Date> first;
  for (uint32_t i = 0; i < tree.nodes().size(); ++i) {
    const HtmlNode& node = tree.nodes()[i];
    bool marked = node.name == "time" || lower_ascii(node.attribute("itemprop")) == "datepublished";
    if (node.name.empty() || !marked) continue;
    std::optional<Date> date = parse_written_date(node.attribute("datetime"));
    if (!date) date = parse_written_date(node.attribute("content"));
    if (!date) date = parse_written_date(text_of(tree, i));
    if (!date) continue;
    std::string hints = lower_ascii(node.attribute("itemprop") + " " + node.attribute("class") + " " + std::string(node.tag));
    if (hints.find("publi") != std::string::npos || hints.find("pubdate") != std::string::npos) return date;
    if (!first) first = date;
  }
  return first;
}

/// Takes the site's name off a page title: *Talks resume | The Daily*.
std::string without_site(std::string title, const std::string& publisher) {
  for (std::string_view mark : {" | ", " — ", " – ", " - ", " :: "}) {
    size_t at = title.rfind(mark);
    if (at == std::string::npos || at < 15) continue;
    std::string_view tail = std::string_view(title).substr(at + mark.size());
    if (tail == publisher || (tail.size() < 30 && tail.size() * 2 < at)) return title.substr(0, at);
  }
  return title;
}

}  // namespace

std::string collapse_spaces(std::string_view text) {
  std::string out;
  bool blank = false;
  for (size_t at = 0; at < text.size();) {
    Char c = char_at(text, at);
    if (c.kind == CharClass::kSpace || c.kind == CharClass::kNewline) {
      blank = true;
    } else {
      if (blank && !out.empty()) out += ' ';
      blank = false;
      out += text.substr(at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::string text_of(const HtmlTree& tree, uint32_t node) {
  if (tree.nodes()[node].name == "title") return collapse_spaces(decode_entities(tree.nodes()[node].text));
  std::string text;
  for (uint32_t i = node; i < tree.nodes()[node].end && text.size() < kLongestText; ++i) {
    if (tree.nodes()[i].name.empty())
      text += tree.nodes()[i].text;
    else if (tree.nodes()[i].name == "br")
      text += ' ';
  }
  return collapse_spaces(decode_entities(text));
}

PageMetadata page_metadata(const HtmlTree& tree) {
  PageMetadata page;
  size_t scripts = 0;
  std::string heading;
  std::string page_title;
  std::string canonical;
  std::string language;
  for (uint32_t i = 0; i < tree.nodes().size(); ++i) {
    const HtmlNode& node = tree.nodes()[i];
    if (node.name == "script" && node.text.size() < kLargestScript && lower_ascii(node.attribute("type")) == "application/ld+json" &&
        ++scripts <= kMostScripts)
      take_linked_data(node.text, page);
    if (node.name == "h1" && heading.empty()) heading = text_of(tree, i);
    if (node.name == "title" && page_title.empty()) page_title = text_of(tree, i);
    if (node.name == "link" && lower_ascii(node.attribute("rel")) == "canonical" && canonical.empty()) canonical = node.attribute("href");
    if (node.name == "html" && language.empty()) language = node.attribute("lang");
  }
  fill(page.title, meta(tree, kTitleNames));
  fill_date(page.published, meta(tree, kDateNames));
  if (!page.published) page.published = time_element(tree);
  fill(page.publisher, meta(tree, kPublisherNames));
  fill(page.url, canonical);
  fill(page.url, meta(tree, kUrlNames));
  fill(page.title, heading);
  fill(page.title, page_title);
  page.title = without_site(std::move(page.title), page.publisher);
  fill(page.language, language);
  page.language = lower_ascii(page.language.substr(0, 2));
  return page;
}

}  // namespace demarche

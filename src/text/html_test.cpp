#include "text/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/html_tree.h"

namespace demarche {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Document page(const std::string& html) {
  auto doc = document_from_html(html, {});
  EXPECT_TRUE(doc.ok()) << (doc.ok() ? "" : doc.error().text());
  return doc.ok() ? std::move(doc.value()) : Document{};
}

const std::string kFirst =
    "The ministers of the two countries met in the border town on Tuesday, officials said, and agreed to reopen the crossing.";
const std::string kSecond = "A second round is planned for next month, according to a statement, although neither side named a place.";
const std::string kThird = "“We have taken a first step,” the host told reporters, adding that the harder questions lay ahead.";

TEST(Html, ReadsAnArticleTagAndItsMetadata) {
  Document doc = page(R"(<!DOCTYPE html><html lang="en-GB"><head><title>Border to reopen - The Daily Post</title>
<meta property="og:site_name" content="The Daily Post"><link rel="canonical" href="https://post.example/border?a=1&amp;b=2">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":"NewsArticle","headline":"Border to reopen after four years","datePublished":"2023-06-07T08:00:00Z"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World news, sport and weather</a></li></ul></nav>
<article><h1>Border to reopen after four years</h1><p class="byline">By Our Correspondent in the north, with agencies.</p>
<figure><img src="x.jpg"><figcaption>The bridge at dawn, seen from the northern side of the river.</figcaption></figure>
<p>)" + kFirst + "</p><div class=\"ad\">Buy the best shoes in town, now at half the price.</div><p>" +
                      kSecond + "</p><h2>What comes next</h2><p>" + kThird +
                      R"(</p><aside>Related: ten things to know about the border, in pictures.</aside></article>
<div id="cookie-banner"><p>We use cookies to make this site work, to measure its use and to show you offers.</p></div>
<footer>Copyright 2023, all rights reserved, The Daily Post.</footer></body></html>)");
  EXPECT_EQ(doc.title, "Border to reopen after four years");
  EXPECT_EQ(doc.published->iso(), "2023-06-07");
  EXPECT_EQ(doc.publisher, "The Daily Post");
  EXPECT_EQ(doc.url, "https://post.example/border?a=1&b=2");
  EXPECT_EQ(doc.language, "en");
  EXPECT_EQ(doc.text, kFirst + "\n\n" + kSecond + "\n\nWhat comes next\n\n" + kThird);
}

TEST(Html, FindsTheBodyInDivSoup) {
  std::string menu;
  for (int i = 0; i < 40; ++i)
    menu += "<div><a href='/" + std::to_string(i) + "'>Another headline about something else, number " + std::to_string(i) + "</a></div>";
  Document doc =
      page("<html><head><title>Border to reopen | Site</title></head><body><div class=top>" + menu + "</div><div><div><div>" + kFirst +
           "</div><div>" + kSecond + "<div>" + kThird + "</div></div></div></div><div>" + menu + "</div></body></html>");
  EXPECT_EQ(doc.title, "Border to reopen");
  EXPECT_EQ(doc.text, kFirst + "\n\n" + kSecond + "\n\n" + kThird);
}

TEST(Html, ReadsTableLayoutsWithDoubleLineBreaks) {
  Document doc = page("<table><tr><td width=150><a href=a>News</a><br><a href=b>Sport</a><td><font size=5>Border to reopen</font><br><br>" +
                      kFirst + "<br>&nbsp;<br>" + kSecond + "<BR><BR>" + kThird + "<td><a href=c>Archive of older stories</a></table>");
  EXPECT_THAT(doc.text, HasSubstr(kFirst + "\n\n" + kSecond + "\n\n" + kThird));
  EXPECT_THAT(doc.text, Not(HasSubstr("Sport")));
}

TEST(Html, KeepsAllPostsOfALiveBlog) {
  std::string html = "<html><body><main><h1>Summit live</h1>";
  for (const std::string& post : {kFirst, kSecond, kThird})
    html += "<section class='post'><time datetime='2024-02-03T10:00'>10:00</time><h3>Update</h3><p>" + post + "</p></section>";
  Document doc = page(html + "</main></body></html>");
  for (const std::string& post : {kFirst, kSecond, kThird}) EXPECT_THAT(doc.text, HasSubstr(post));
  EXPECT_EQ(doc.published->iso(), "2024-02-03");
  EXPECT_EQ(doc.title, "Summit live");
}

TEST(Html, TakesTheBodyFromLinkedDataWhereThePageShowsNone) {
  Document doc = page("<html><head><script type='application/ld+json'>{\"@type\":[\"NewsArticle\"],\"articleBody\":\"" + kFirst +
                      "\",\"publisher\":{\"name\":\"Wire\"}}</script></head><body><p>Loading.</p></body></html>");
  EXPECT_EQ(doc.text, kFirst);
  EXPECT_EQ(doc.publisher, "Wire");
}

TEST(Html, RefusesAPageWithoutABody) {
  auto doc = document_from_html(
      "<html><head><title>Nothing here</title></head><body><nav><a href=/>Home</a></nav><script>var x = '<p>not text at all, "
      "really.</p>';</script></body></html>",
      {});
  ASSERT_FALSE(doc.ok());
  EXPECT_THAT(doc.error().message, HasSubstr("no article text"));
}

TEST(Html, LeavesOutCommentsAndSharing) {
  std::string comment = "<p>I have read this twice and, frankly, I do not believe a word of what the ministers say any more.</p>";
  Document doc = page("<body><div class='story'><p>" + kFirst + "</p><p>" + kSecond +
                      "</p><div class='share-bar'>Share this story with your friends, now.</div></div><div class='comments-list'>" +
                      comment + comment + "</div></body>");
  EXPECT_EQ(doc.text, kFirst + "\n\n" + kSecond);
}

TEST(Html, DecodesReferencesAndEncodings) {
  EXPECT_THAT(page("<p>Caf&eacute; talks &mdash; &#8220;good&#x201D; &#147;so&#148; &amp;lt; fish &chips, the spokesman said.</p>").text,
              HasSubstr("Café talks — “good” “so” &lt; fish &chips"));
  EXPECT_THAT(page("<meta charset=\"windows-1251\"><p>\xCF\xF0\xE8\xE2\xE5\xF2, said the envoy on Monday, and left.</p>").text,
              HasSubstr("Привет, said"));
}

TEST(Html, SurvivesAMillionOpeningTags) {
  std::string tags;
  for (int i = 0; i < 1000000; ++i) tags += "<b>";
  auto doc = document_from_html("<html>" + tags, {});
  ASSERT_FALSE(doc.ok());
  EXPECT_THAT(doc.error().message, HasSubstr("1000001 tags, more than 200000"));
}

TEST(Html, SurvivesDeepNestingBelowTheLimit) {
  std::string html;
  for (int i = 0; i < 150000; ++i) html += "<div>";
  Document doc = page(html + "<p>" + kFirst + "</p>");
  EXPECT_EQ(doc.text, kFirst);
}

TEST(HtmlTree, ClosesWhatAuthorsLeaveOpen) {
  HtmlTree tree("<ul><li>one<li>two</ul><p>a<p>b<div>c</div>");
  std::string shape;
  for (const HtmlNode& node : tree.nodes())
    shape += node.name.empty() ? std::string(node.text) : "<" + node.name + std::to_string(node.depth) + ">";
  EXPECT_EQ(shape, "<#page0><ul1><li2>one<li2>two<p1>a<p1>b<div1>c");
}

TEST(HtmlTree, ReadsAttributesOfEveryQuoting) {
  HtmlTree tree("<a HREF = 'x>y' title=\"a &amp; b\" data-n=5 checked>t</a>");
  const HtmlNode& link = tree.nodes()[1];
  EXPECT_EQ(link.attribute("href"), "x>y");
  EXPECT_EQ(link.attribute("title"), "a & b");
  EXPECT_EQ(link.attribute("data-n"), "5");
  EXPECT_EQ(link.attribute("missing"), "");
}

}  // namespace
}  // namespace demarche

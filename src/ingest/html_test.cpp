// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "ingest/html_charset.h"
#include "ingest/html_page.h"
#include "ingest/ingest.h"

namespace onrecord {
namespace {

constexpr const char* kParagraphs =
    "<p>The council of Northam approved the budget on Monday, after a debate that went on for nine hours, officials "
    "said.</p><p>\"We had no choice,\" said the mayor, Ann Lee, who had asked for a larger sum, and who now has to "
    "close two schools.</p><p>The vote was 31 to 12, with four members absent, according to the minutes.</p>";

Article read(const std::string& html) {
  InputOptions options;
  options.source_uri = "page.html";
  Result<Article> article = read_html(html, options);
  EXPECT_TRUE(article.ok()) << (article.ok() ? "" : article.error().message);
  return article.ok() ? std::move(article).value() : Article{};
}

Article read_parts(const std::string& head, const std::string& body) {
  return read("<!DOCTYPE html><html lang=\"en-GB\"><head>" + head + "</head><body>" + body + "</body></html>");
}

bool has(const Article& article, std::string_view words) {
  return article.text.all().find(words) != std::string_view::npos;
}

TEST(HtmlBody, KeepsTheArticleAndLeavesTheFrame) {
  const Article article = read_parts(
      "<title>x</title><style>p{}</style><script>var a = '<p>not text, not text, not text.</p>';</script>",
      "<header><a href=/>The Northam Post</a></header><nav><ul><li><a href=/a>Politics</a><li><a href=/b>Sport</a>"
      "</ul></nav><div class=\"cookie-banner\">We use cookies, and they help us to show you advertising, as you "
      "know. "
      "Accept?</div><main><article><h1>Budget passed</h1>" +
          std::string(kParagraphs) +
          "<h2>What comes next</h2><ul><li>A second vote in May.</li><li>An audit, in June.</li></ul>"
          "<figure><img src=x><figcaption>The town hall, seen from the river, in a picture of last year.</figcaption>"
          "</figure><blockquote>Nobody wins.</blockquote><div class=share-buttons>Share this article</div></article>"
          "</main><aside><p>Most read: ten ways to cook an egg, and what our readers say about each of "
          "them.</p></aside>"
          "<section id=comments><p>First! This is what I think of the budget, the council, and the "
          "mayor.</p></section>"
          "<footer>Copyright, all rights reserved.</footer>");
  EXPECT_EQ(article.text.all().substr(0, 23), "The council of Northam ");
  EXPECT_TRUE(has(article, "\nWhat comes next\nA second vote in May.\nAn audit, in June.\nNobody wins."));
  for (const char* no : {"cookies", "Sport", "town hall", "Share", "Most read", "First!", "Copyright", "var a"}) {
    EXPECT_FALSE(has(article, no)) << no;
  }
}

TEST(HtmlBody, InlineElementsDoNotBreakWordsAndBrBreaksLines) {
  const Article article = read_parts("",
                                     "<p>Some<b>thing</b> is <i>un</i><span>clear</span>,\n  he&nbsp;said.<br>New "
                                     "line &amp; &lsquo;quote&rsquo; &#x20AC;5.</p>");
  EXPECT_EQ(article.text.all(), "Something is unclear, he said.\nNew line & ‘quote’ €5.");
}

TEST(HtmlBody, MapsEveryWordBackToThePage) {
  const std::string html =
      "<html><body><p>Caf&eacute; <b>owner</b> said:\r\n  R&amp;D is &lt;dead&gt;.</p><p>Second, "
      "and last &#8211; line.</p></body></html>";
  const Article article = read(html);
  EXPECT_EQ(article.text.all(), "Café owner said: R&D is <dead>.\nSecond, and last – line.");
  for (const std::string word : {"Caf", "owner", "said", "is", "dead", "Second", "last", "line"}) {
    const std::size_t at = article.text.all().find(word);
    const auto input = article.source_map.to_input(static_cast<std::uint32_t>(at));
    ASSERT_TRUE(input.has_value());
    EXPECT_EQ(html.substr(*input, word.size()), word);
  }
}

TEST(HtmlBody, JoinsADropCapToItsWord) {
  const Article article = read_parts("",
                                     "<div>T</div><p>urkey, he said, is out.</p><div>I</div><p>n Kyiv, too.</p>"
                                     "<div>A</div><p>man came.</p>");
  EXPECT_EQ(article.text.all(), "Turkey, he said, is out.\nIn Kyiv, too.\nA\nman came.");
}

TEST(HtmlBody, PutsTheLeadFirstAndLeavesCallsToTheReader) {
  const Article article =
      read_parts("",
                 "<div id=page><header><h1>Budget passed</h1><p>Two schools close, and the mayor is not amused.</p>"
                 "<p>By Ann Lee</p></header><div id=x><p>25 April</p>" +
                     std::string(kParagraphs) +
                     "<p>Sign up for our newsletter, and never miss a story again.</p><h3>Related</h3><p>Tags: "
                     "budget</p></div></div>");
  const std::string_view text = article.text.all();
  EXPECT_EQ(text.substr(0, 70), "Two schools close, and the mayor is not amused.\nThe council of Northam");
  EXPECT_EQ(text.substr(text.size() - 8), "minutes.");
}

TEST(HtmlBody, KeepsAListOfShortLines) {
  std::string list = "<p>These are the members of the new council, as the returning officer read them out.</p><ul>";
  for (int k = 0; k < 20; ++k) list += "<li>Member " + std::to_string(k) + "</li>";
  EXPECT_TRUE(has(read_parts("", list + "</ul>"), "Member 19"));
}

TEST(HtmlBody, SurvivesBrokenMarkup) {
  const Article article = read("<p>One <b>two<p>three</i> four</div></table><td>five <a href='x>six");
  EXPECT_TRUE(has(article, "One two\nthree four"));
}

TEST(HtmlBody, RefusesDepthInsteadOfFalling) {
  std::string deep;
  for (int k = 0; k < 100'000; ++k) deep += "<div>";
  const Result<Article> article = read_html(deep + "text", {});
  ASSERT_FALSE(article.ok());
  EXPECT_EQ(article.error().code, ErrorCode::BadInput);
  EXPECT_NE(article.error().message.find("levels deep"), std::string::npos);

  std::string many = "<p>";
  for (int k = 0; k < 50'000; ++k) many += "<p>word <br><li><svg><path d=x /></svg>";
  EXPECT_TRUE(check_nesting(many).ok()) << "what closes itself does not nest";
  std::string fonts;
  for (int k = 0; k < 4'000; ++k) fonts += "<font size=" + std::to_string(k) + "><p>x";
  const Result<Article> blown = read_html(fonts, {});
  EXPECT_TRUE(blown.ok() || blown.error().code == ErrorCode::TooLarge) << blown.error().message;
}

TEST(HtmlMetadata, ReadsJsonLd) {
  const Article article = read_parts(
      "<title>Budget passed | The Northam Post</title><meta property=og:title content='Budget passed - The Northam "
      "Post'>"
      "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2001-01-01\"},"
      "{\"@type\":[\"NewsArticle\"],\"headline\":\"Council&#8217;s budget passed\",\"datePublished\":"
      "\"2024-04-25T10:00:00+01:00\",\"dateModified\":\"2024-04-26\",\"author\":[{\"@type\":\"Person\",\"name\":"
      "\"Ann Lee\"},{\"name\":\"Bob Ray\"}],\"publisher\":{\"name\":\"The Northam Post\"}}]}</script>",
      kParagraphs);
  const ArticleRow& about = article.about;
  EXPECT_EQ(about.title, "Council’s budget passed");
  EXPECT_EQ(about.published, "2024-04-25T10:00:00+01:00");
  EXPECT_EQ(about.published_from, "metadata");
  EXPECT_EQ(about.updated, "2024-04-26");
  EXPECT_EQ(about.authors, (std::vector<std::string>{"Ann Lee", "Bob Ray"}));
  EXPECT_EQ(about.publisher, "The Northam Post");
  EXPECT_EQ(about.language, "en-GB");
}

TEST(HtmlMetadata, ReadsMetaTagsAndCutsTheOutlet) {
  const Article article = read_parts(
      "<title>Harvest fails - The Northam Post</title><meta property='og:site_name' content='The Northam Post'>"
      "<meta name='author' content='By Ann Lee and Bob Ray'><meta property='article:published_time' "
      "content='2024-04-25'>",
      kParagraphs);
  EXPECT_EQ(article.about.title, "Harvest fails");
  EXPECT_EQ(article.about.published, "2024-04-25");
  EXPECT_EQ(article.about.authors, (std::vector<std::string>{"Ann Lee", "Bob Ray"}));
}

TEST(HtmlMetadata, NobodyIsNoAuthor) {
  for (const char* name : {"admin", "news@example.org", "https://example.org/ann", "user1234", "The Northam Post"}) {
    const Article article = read_parts(std::string("<meta property='og:site_name' content='The Northam Post'>") +
                                           "<meta name=author content='" + name + "'>",
                                       kParagraphs);
    EXPECT_TRUE(article.about.authors.empty()) << name;
  }
}

TEST(HtmlMetadata, FindsTheDateWhereItStands) {
  struct Case {
    const char* head;
    const char* body;
    const char* published;
    const char* from;
  };
  const Case kCases[] = {
      {"", "<time itemprop=datePublished datetime=2024-04-25T08:00Z>Thursday</time>", "2024-04-25T08:00Z",
       "metadata"},
      {"<link rel=canonical href='https://example.org/news/2024/04/25/budget'>", "", "2024-04-25", "url"},
      {"", "<span class=post-date>25th of April, 2024</span>", "2024-04-25", "text"},
      {"", "<h1>Budget</h1><p>April 25, 2024</p>", "2024-04-25", "text"},
      {"", "<div class=related><time datetime=2020-01-01>x</time></div><time datetime=2024-04-25>x</time>",
       "2024-04-25", "metadata"},
      {"", "<span class=date>04/05/2024</span>", nullptr, nullptr},  // April or May
      {"<meta name=date content=2024-02-30>", "", nullptr, nullptr},
      {"<meta name=date content=2024-05-01T01:30:00Z><link rel=canonical href=//x.org/2024/04/30/a>", "",
       "2024-04-30", "url"},  // still Tuesday where the outlet is
      {"<meta name=date content=2024-05-03T01:30:00Z><link rel=canonical href=//x.org/2024/04/30/a>", "",
       "2024-05-03T01:30:00Z", "metadata"},
  };
  for (const Case& c : kCases) {
    const Article article = read_parts(c.head, std::string(c.body) + kParagraphs);
    EXPECT_EQ(article.about.published.value_or("null"), c.published ? c.published : "null") << c.head << c.body;
    EXPECT_EQ(article.about.published_from.value_or("null"), c.from ? c.from : "null") << c.head << c.body;
  }
  const Article bad = read_parts("<meta name=date content=2024-02-30>", kParagraphs);
  ASSERT_EQ(bad.notes.size(), 1u);
  EXPECT_EQ(bad.notes[0].code, "bad_published");
}

TEST(HtmlCharset, ComesFromMarkMetaOrDefault) {
  EXPECT_EQ(declared_charset("<html><meta charset=\"ISO-8859-1\">"), "windows-1252");
  EXPECT_EQ(declared_charset("<meta http-equiv=content-type content='text/html; charset=windows-1251'>"),
            "windows-1251");
  EXPECT_EQ(declared_charset("<p>charset=utf-8"), "");
  const std::pair<std::string, const char*> kCases[] = {
      {"<meta charset=windows-1251><p>\xCA\xE8\xE5\xE2, he said.", "Киев, he said."},
      {"<meta charset=iso-8859-1><p>caf\xE9, he said.", "café, he said."},
      {"<p>caf\xE9, he said.", "café, he said."},
      {"<p>café, he said.", "café, he said."},
      {"<meta charset=iso-8859-1><p>café, he said.", "café, he said."},  // it is UTF-8 whatever it says
      {"<meta charset=nonsense><p>caf\xE9, he said.", "café, he said."},
      {"\xEF\xBB\xBF<p>café, he said.", "café, he said."},
  };
  for (const auto& [html, text] : kCases) {
    const Article article = read(html);
    EXPECT_EQ(article.text.all(), text) << html;
  }
}

}  // namespace
}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <regex>

#include "format/html.h"
#include "format/html_text.h"
#include "format/sample_record.h"

namespace onrecord {
namespace {

std::string page_of(const Record& record) {
  HtmlPage page;
  page.add(record);
  return page.finish();
}

std::string without_tags(std::string html) {
  html = std::regex_replace(html, std::regex("<[^>]*>"), "");
  const char* const kEntities[][2] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [entity, character] : kEntities) html = std::regex_replace(html, std::regex(entity), character);
  return html;
}

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

TEST(HtmlPage, MarkedTextShowsEveryCharacterOnceAndInOrder) {
  const Record record = testing::sample_record();
  std::string marked, plain;
  append_marked_text(record, marked);
  for (const ByteSpan paragraph : record.paragraphs) {
    plain.append(record.article.text, paragraph.begin, paragraph.size()).append(1, '\n');
  }
  EXPECT_EQ(without_tags(marked), plain);
}

TEST(HtmlPage, OverlappingSpansAreCutAtEveryBoundary) {
  Record record;
  record.article.text = "abcdefgh";
  record.times.resize(2);
  record.times[0].id = "t1";
  record.times[0].span = {0, 5};
  record.times[1].id = "t2";
  record.times[1].span = {3, 8};
  std::string marked;
  append_marked_text(record, marked);
  EXPECT_EQ(marked,
            "<p><span class=\"m t\" data-rows=\"t1\">abc</span><span class=\"m t\" data-rows=\"t1 t2\">de</span>"
            "<span class=\"m t\" data-rows=\"t2\">fgh</span></p>\n");
}

TEST(HtmlPage, TheSmallestSpanComesFirst) {
  Record record;
  record.article.text = "in May 2024";
  record.times.resize(2);
  record.times[0].id = "outer";
  record.times[0].span = {0, 11};
  record.times[1].id = "inner";
  record.times[1].span = {3, 6};
  std::string marked;
  append_marked_text(record, marked);
  EXPECT_NE(marked.find("data-rows=\"inner outer\">May</span>"), std::string::npos) << marked;
}

// Every text field of a record set to an attack: none of it may become markup, an attribute or a script address.
TEST(HtmlPage, NothingFromTheArticleBecomesMarkup) {
  const std::string attack = "\"><script>alert(1)</script><img src=x onerror='alert(2)'></style><!--";
  Record record = testing::sample_record();
  record.article.text = attack + ' ' + record.article.text;
  record.paragraphs = {{0, static_cast<std::uint32_t>(attack.size())}};
  record.article.id = record.article.source_uri = attack;
  record.article.title = record.article.publisher = record.article.language = record.article.published = attack;
  record.article.authors = {attack};
  for (Statement& one : record.statements) one.id = one.producer.name = attack, one.speaker = attack;
  for (Entity& one : record.entities) one.id = one.name = attack, one.country = one.type = attack;
  for (Time& one : record.times) one.id = attack, one.value = one.reason = one.anchor = attack;
  for (Figure& one : record.figures) one.id = attack, one.unit = one.currency = one.period = attack;
  for (Note& one : record.notes) one.message = one.code = attack;
  for (Event& one : record.events) one.type = one.status = attack;
  const std::string page = page_of(record);
  const std::string clean = page_of(testing::sample_record());
  EXPECT_EQ(count(page, "<script"), count(clean, "<script"));
  EXPECT_EQ(count(page, "</script"), count(clean, "</script"));
  EXPECT_EQ(count(page, "</style"), count(clean, "</style"));
  EXPECT_EQ(count(page, "<!--"), 0u);
  EXPECT_EQ(count(page, "<img"), 0u);
  EXPECT_EQ(count(page, "onerror='"), 0u);
}

TEST(HtmlPage, OnlyWebAddressesBecomeLinks) {
  Record record = testing::sample_record();
  record.article.source_uri = "javascript:alert(1)";
  EXPECT_EQ(page_of(record).find("href=\"javascript"), std::string::npos);
  record.article.source_uri = "https://example.org/?a=\"b";
  EXPECT_NE(page_of(record).find("href=\"https://example.org/?a=&quot;b\""), std::string::npos);
}

TEST(HtmlPage, FetchesNothingFromOutside) {
  const std::string page = page_of(testing::sample_record());
  for (const char* fetch : {" src=", "<link", "@import", "url(", "fetch(", "XMLHttpRequest", "<iframe", "eval("}) {
    EXPECT_EQ(page.find(fetch), std::string::npos) << fetch;
  }
  EXPECT_NE(page.find("default-src 'none'; style-src 'sha256-"), std::string::npos);
}

TEST(HtmlPage, SeveralArticlesHaveAListAndIdsOfTheirOwn) {
  HtmlPage page;
  page.add(testing::sample_record());
  page.add(testing::sample_record());
  const std::string html = page.finish();
  EXPECT_EQ(count(html, "<nav "), 1u);
  EXPECT_EQ(count(html, "href=\"#article-2\""), 1u);
  EXPECT_EQ(count(html, "id=\"a1-s1quote\""), 1u);
  EXPECT_EQ(count(html, "id=\"a2-s1quote\""), 1u);
}

TEST(HtmlPage, NoArticleIsSaid) { EXPECT_NE(HtmlPage().finish().find("No article was read."), std::string::npos); }

TEST(HtmlPage, ControlCharactersAreReplaced) { EXPECT_EQ(escaped("a\x01\x7F\tb"), "a\uFFFD\uFFFD\tb"); }

}  // namespace
}  // namespace onrecord

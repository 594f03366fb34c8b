// SPDX-License-Identifier: Apache-2.0
#include "text/article.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace onrecord {
namespace {

Article made(std::string_view raw) {
  ArticleRow about;
  about.source_uri = "test";
  return make_article(about, raw);
}

bool has_note(const Article& article, std::string_view code) {
  return std::any_of(article.notes.begin(), article.notes.end(), [&](const Note& n) { return n.code == code; });
}

// Where the map says a character was copied, the input has the same bytes there.
void expect_map_shows(const Article& article, std::string_view raw, std::string_view word) {
  const std::size_t at = article.text.all().find(word);
  ASSERT_NE(at, std::string_view::npos) << word;
  const auto input = article.source_map.to_input(static_cast<std::uint32_t>(at));
  ASSERT_TRUE(input.has_value());
  EXPECT_EQ(raw.substr(*input, word.size()), word);
}

TEST(Article, KeepsGoodTextAsItIs) {
  const Article article = made("One.\n\nTwo \xE2\x80\x93 three.\n");
  EXPECT_EQ(article.text.all(), "One.\n\nTwo \xE2\x80\x93 three.\n");
  EXPECT_TRUE(article.notes.empty());
  EXPECT_TRUE(article.source_map.is_identity());
}

TEST(Article, MakesLineEndsOne) {
  const std::string raw = "a\r\nb\rc\r\r\nd\r";
  const Article article = made(raw);
  EXPECT_EQ(article.text.all(), "a\nb\nc\n\nd\n");
  for (const char* word : {"a", "b", "c", "d"}) expect_map_shows(article, raw, word);
}

TEST(Article, DropsMarkAndNulsAndSaysSo) {
  const std::string raw("\xEF\xBB\xBFon\0e\0 two", 12);
  const Article article = made(raw);
  EXPECT_EQ(article.text.all(), "one two");
  EXPECT_TRUE(has_note(article, "nul_bytes"));
  for (const char* word : {"on", "e", " two"}) expect_map_shows(article, raw, word);
}

TEST(Article, KeepsTheMapThroughRepair) {
  const std::string raw = "caf\xE9 and na\xEFve\r\nend \xE2\x82";
  const Article article = made(raw);
  EXPECT_EQ(article.text.all(), "caf\xEF\xBF\xBD and na\xEF\xBF\xBDve\nend \xEF\xBF\xBD");
  EXPECT_TRUE(has_note(article, "bad_utf8"));
  for (const char* word : {"caf", " and na", "ve", "end "}) expect_map_shows(article, raw, word);
  std::uint64_t last = 0;
  for (std::uint32_t at = 0; at <= article.text.size(); ++at) {
    const std::uint64_t input = article.source_map.to_input(at).value();
    EXPECT_LE(last, input);
    EXPECT_LE(input, raw.size());
    last = input;
  }
}

TEST(Article, HasAnIdMadeOfSourceAndText) {
  EXPECT_EQ(made("same").about.id, made("same").about.id);
  EXPECT_NE(made("same").about.id, made("other").about.id);
  EXPECT_EQ(made("a\r\nb").about.id, made("a\nb").about.id) << "the canonical text counts";
  ArticleRow about;
  about.source_uri = "elsewhere";
  EXPECT_NE(make_article(about, "same").about.id, made("same").about.id);
  EXPECT_EQ(make_article(about, "same").about.text_sha256, made("same").about.text_sha256);
}

TEST(Article, MakesABadPathPrintable) {
  ArticleRow about;
  about.source_uri = "dir/\xFF.txt";
  EXPECT_EQ(make_article(about, "x").about.source_uri, "dir/\xEF\xBF\xBD.txt");
}

TEST(Article, OfNothingIsEmptyAndMapped) {
  const Article article = made("");
  EXPECT_EQ(article.text.size(), 0u);
  EXPECT_TRUE(article.source_map.known());
}

}  // namespace
}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
#include "ingest/jsonl.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ingest/article_stream.h"
#include "ingest/ingest.h"

namespace onrecord {
namespace {

struct Read {
  std::vector<Article> articles;
  std::vector<Error> errors;
};

Read read(std::string_view bytes, InputOptions options = {}) {
  options.format = InputFormat::Jsonl;
  options.source_uri = "in.jsonl";
  Read out;
  ingest(
      bytes, options, [&](Article&& article) { out.articles.push_back(std::move(article)); },
      [&](const Error& error) { out.errors.push_back(error); });
  return out;
}

bool has_note(const Article& article, std::string_view code) {
  return std::any_of(article.notes.begin(), article.notes.end(), [&](const Note& n) { return n.code == code; });
}

TEST(Jsonl, ReadsEveryField) {
  const Read in = read(
      R"({"id":"7","title":"T","text":"Body.","published":"2024-04-25 10:00:00Z","updated":"2024-04-26",)"
      R"("url":"https://example.org/7","publisher":"P","language":"en","authors":["A B","C D"],"extra":{"x":[1]}})");
  ASSERT_EQ(in.articles.size(), 1u);
  const ArticleRow& about = in.articles[0].about;
  EXPECT_EQ(about.source_id, "7");
  EXPECT_EQ(about.title, "T");
  EXPECT_EQ(about.published, "2024-04-25T10:00:00Z");
  EXPECT_EQ(about.published_from, "metadata");
  EXPECT_EQ(about.updated, "2024-04-26");
  EXPECT_EQ(about.source_uri, "https://example.org/7");
  EXPECT_EQ(about.publisher, "P");
  EXPECT_EQ(about.language, "en");
  EXPECT_EQ(about.authors, (std::vector<std::string>{"A B", "C D"}));
  EXPECT_EQ(in.articles[0].text.all(), "Body.");
  EXPECT_TRUE(in.articles[0].notes.empty());
}

TEST(Jsonl, NamesArticlesByUrlThenIdThenLine) {
  const Read in = read("{\"text\":\"a\",\"url\":\"u\",\"id\":1}\n{\"text\":\"b\",\"id\":2}\n\n{\"text\":\"c\"}\n");
  ASSERT_EQ(in.articles.size(), 3u);
  EXPECT_EQ(in.articles[0].about.source_uri, "u");
  EXPECT_EQ(in.articles[1].about.source_uri, "in.jsonl#2");
  EXPECT_EQ(in.articles[2].about.source_uri, "in.jsonl:4");
}

TEST(Jsonl, MakesNumbersOfIdsStrings) {
  const Read in =
      read("{\"id\":42,\"text\":\"a\"}\n{\"id\":18446744073709551615,\"text\":\"b\"}\n{\"id\":1.5,\"text\":\"c\"}");
  ASSERT_EQ(in.articles.size(), 3u);
  EXPECT_EQ(in.articles[0].about.source_id, "42");
  EXPECT_EQ(in.articles[1].about.source_id, "18446744073709551615");
  EXPECT_EQ(in.articles[2].about.source_id, "1.5");
}

TEST(Jsonl, GoesOnBehindABadLine) {
  const Read in = read(
      "{\"text\":\"first\"}\r\n{\"text\":\n[1]\n{\"title\":\"no text\"}\n{\"text\":null}\n{\"text\":5}\n"
      "{\"text\":\"last\"}");
  ASSERT_EQ(in.articles.size(), 2u);
  EXPECT_EQ(in.articles[1].text.all(), "last");
  const std::pair<const char*, const char*> kWanted[] = {{"in.jsonl:2", "the line is not JSON"},
                                                         {"in.jsonl:3", "a list, not an object"},
                                                         {"in.jsonl:4", "has no \"text\""},
                                                         {"in.jsonl:5", "\"text\" is null"},
                                                         {"in.jsonl:6", "\"text\" is a number"}};
  ASSERT_EQ(in.errors.size(), std::size(kWanted));
  for (std::size_t k = 0; k < in.errors.size(); ++k) {
    EXPECT_EQ(in.errors[k].code, ErrorCode::BadInput);
    EXPECT_EQ(in.errors[k].where, kWanted[k].first);
    EXPECT_NE(in.errors[k].message.find(kWanted[k].second), std::string::npos) << in.errors[k].message;
  }
}

TEST(Jsonl, KeepsAnArticleThatIsOnlyATitle) {
  const Read in = read("{\"title\":\"Strike ends\",\"text\":\"\"}\n{\"title\":\"Strike begins\",\"text\":\" \\n\"}");
  ASSERT_EQ(in.articles.size(), 2u);
  for (const Article& article : in.articles) EXPECT_TRUE(has_note(article, "no_text"));
}

TEST(Jsonl, NeverGuessesADate) {
  for (const char* value : {"\"25/04/2024\"", "\"2024-02-30\"", "\"yesterday\"", "1714041000", "true", "[]"}) {
    const Read in = read(std::string("{\"text\":\"a\",\"published\":") + value + "}");
    ASSERT_EQ(in.articles.size(), 1u) << value;
    EXPECT_FALSE(in.articles[0].about.published.has_value());
    EXPECT_FALSE(in.articles[0].about.published_from.has_value());
    EXPECT_TRUE(has_note(in.articles[0], "bad_published")) << value;
  }
  EXPECT_TRUE(read("{\"text\":\"a\",\"published\":null}").articles.at(0).notes.empty());
}

TEST(Jsonl, TheArgumentBeatsTheField) {
  InputOptions options;
  options.published = "2024-05-01";
  const Read in = read("{\"text\":\"a\",\"published\":\"2024-04-25\"}", options);
  EXPECT_EQ(in.articles.at(0).about.published, "2024-05-01");
  EXPECT_EQ(in.articles.at(0).about.published_from, "argument");
  options.published = "first of May";
  const Read bad = read("{\"text\":\"a\"}", options);
  ASSERT_EQ(bad.errors.size(), 1u);
  EXPECT_EQ(bad.errors[0].code, ErrorCode::BadInput);
}

TEST(Jsonl, NotesWrongTypesAndDuplicates) {
  const Read in =
      read("{\"id\":\"x\",\"title\":7,\"text\":\"a\"}\n{\"id\":\"x\",\"authors\":\"One Person\",\"text\":\"b\"}");
  ASSERT_EQ(in.articles.size(), 2u);
  EXPECT_TRUE(has_note(in.articles[0], "bad_field"));
  EXPECT_FALSE(has_note(in.articles[0], "duplicate_id"));
  EXPECT_TRUE(has_note(in.articles[1], "duplicate_id"));
  EXPECT_EQ(in.articles[1].about.authors, std::vector<std::string>{"One Person"});
}

TEST(Jsonl, ReplacesLoneSurrogatesAndBadBytes) {
  const Read in = read(R"({"text":"pair \ud83d\ude00 lone \ud800 tail \udc00 escaped \\ud800"})"
                       "\n{\"text\":\"caf\xE9\"}");
  ASSERT_EQ(in.articles.size(), 2u);
  EXPECT_EQ(in.articles[0].text.all(), "pair \xF0\x9F\x98\x80 lone \xEF\xBF\xBD tail \xEF\xBF\xBD escaped \\ud800");
  EXPECT_TRUE(has_note(in.articles[0], "lone_surrogate"));
  EXPECT_EQ(in.articles[1].text.all(), "caf\xEF\xBF\xBD");
  EXPECT_TRUE(has_note(in.articles[1], "bad_utf8"));
}

TEST(Jsonl, RefusesALongLineAndReadsTheNext) {
  InputOptions options;
  options.max_article_bytes = 1000;
  const std::string big(3'000'000, 'x');  // many pieces of the reader
  const Read in = read("{\"text\":\"a\"}\n{\"text\":\"" + big + "\"}\n{\"text\":\"b\"}\n{\"text\":\"" + big, options);
  ASSERT_EQ(in.articles.size(), 2u);
  ASSERT_EQ(in.errors.size(), 2u);
  EXPECT_EQ(in.errors[0].code, ErrorCode::TooLarge);
  EXPECT_EQ(in.errors[0].where, "in.jsonl:2");
  EXPECT_NE(in.errors[0].message.find("3000011 bytes"), std::string::npos) << in.errors[0].message;
  EXPECT_EQ(in.errors[1].where, "in.jsonl:4");
}

TEST(Jsonl, HintsAtJsonOverLines) {
  for (const char* bytes : {"{\n  \"text\": \"a\"\n}\n", "[{\"text\":\"a\"}]"}) {
    const Read in = read(bytes);
    EXPECT_TRUE(in.articles.empty());
    ASSERT_EQ(in.errors.size(), 1u);
    EXPECT_NE(in.errors[0].message.find("one object a line"), std::string::npos);
  }
}

TEST(Jsonl, LinesAcrossPiecesAreWhole) {
  std::string bytes;
  for (int k = 0; k < 2000; ++k) {
    bytes +=
        "{\"id\":" + std::to_string(k) + ",\"text\":\"" + std::string(static_cast<std::size_t>(k), 'w') + ".\"}\n";
  }
  const Read in = read(bytes);
  ASSERT_EQ(in.articles.size(), 2000u);
  EXPECT_TRUE(in.errors.empty());
  for (std::size_t k = 0; k < 2000; ++k) ASSERT_EQ(in.articles[k].text.size(), k + 1);
}

}  // namespace
}  // namespace onrecord

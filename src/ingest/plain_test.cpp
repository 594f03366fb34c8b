// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "ingest/charset.h"
#include "ingest/ingest.h"
#include "ingest/sniff.h"

namespace onrecord {
namespace {

bool has_note(const Article& article, std::string_view code) {
  return std::any_of(article.notes.begin(), article.notes.end(), [&](const Note& n) { return n.code == code; });
}

std::string utf16(std::string_view ascii, bool big_endian, bool mark) {
  std::string out = !mark ? "" : big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) {
    if (big_endian) out += '\0';
    out += c;
    if (!big_endian) out += '\0';
  }
  return out;
}

TEST(Plain, DecodesUtf16WithAndWithoutItsMark) {
  const std::string words = "The minister said no.\r\n";
  for (const bool big_endian : {false, true}) {
    for (const bool mark : {false, true}) {
      const Result<Article> article = read_plain(utf16(words, big_endian, mark), {});
      ASSERT_TRUE(article.ok()) << article.error().message;
      EXPECT_EQ(article->text.all(), "The minister said no.\n");
      EXPECT_FALSE(article->source_map.known());
      EXPECT_EQ(has_note(*article, "charset_guessed"), !mark);
    }
  }
}

TEST(Plain, TakesTheDayThatAFileNameOpensWith) {
  const auto published = [](const char* uri, std::optional<std::string> argument = {}) {
    InputOptions options;
    options.source_uri = uri;
    options.published = std::move(argument);
    const Result<Article> article = read_plain("The minister said no.", options);
    EXPECT_TRUE(article.ok());
    return article->about.published.value_or("none") + ' ' + article->about.published_from.value_or("none");
  };
  EXPECT_EQ(published("news/2024-04-25-port.txt"), "2024-04-25 url");
  EXPECT_EQ(published("2024-04-25.txt"), "2024-04-25 url");
  EXPECT_EQ(published("2024-04-25-port.txt", "2024-05-01"), "2024-05-01 argument");
  EXPECT_EQ(published("port-2024-04-25.txt"), "none none");
  EXPECT_EQ(published("2024-02-30-port.txt"), "none none");
  EXPECT_EQ(published("2024-04-251.txt"), "none none");
  EXPECT_EQ(published("20240425.txt"), "none none");
  EXPECT_EQ(published("2024-04-25-dir/port.txt"), "none none");
}

TEST(Plain, ReadsWindows1252AndSaysSo) {
  const Result<Article> article = read_plain(
      "The \x93"
      "caf\xE9\x94 owner didn\x92t pay \xA3"
      "5.",
      {});
  ASSERT_TRUE(article.ok());
  EXPECT_EQ(article->text.all(),
            "The \xE2\x80\x9C"
            "caf\xC3\xA9\xE2\x80\x9D owner didn\xE2\x80\x99t pay \xC2\xA3"
            "5.");
  EXPECT_TRUE(has_note(*article, "charset_guessed"));
}

TEST(Plain, RepairsUtf8ThatIsOnlyDamaged) {
  const Result<Article> article = read_plain("Zo\xC3\xAB, No\xC3\xABl and Ren\xC3\xA9 met Jos\xE9.", {});
  ASSERT_TRUE(article.ok());
  EXPECT_EQ(article->text.all(), "Zo\xC3\xAB, No\xC3\xABl and Ren\xC3\xA9 met Jos\xEF\xBF\xBD.");
  EXPECT_TRUE(has_note(*article, "bad_utf8"));
  EXPECT_TRUE(article->source_map.known());
}

TEST(Plain, RefusesWhatIsNoArticle) {
  InputOptions small;
  small.max_article_bytes = 10;
  struct Case {
    std::string bytes;
    InputOptions options;
    ErrorCode code;
    const char* says;
  };
  const Case kCases[] = {
      {"", {}, ErrorCode::BadInput, "the file is empty"},
      {"\xEF\xBB\xBF", {}, ErrorCode::BadInput, "only blanks"},
      {" \n\t\xC2\xA0", {}, ErrorCode::BadInput, "only blanks"},
      {"%PDF-1.7 …", {}, ErrorCode::BadInput, "a PDF document"},
      {std::string("\x01\0\x02\0\0\0\x03 abc", 12), {}, ErrorCode::BadInput, "a binary file"},
      {"eleven char", small, ErrorCode::TooLarge, "11 bytes, the limit is 10"},
  };
  for (const Case& c : kCases) {
    const Result<Article> article = read_plain(c.bytes, c.options);
    ASSERT_FALSE(article.ok()) << c.says;
    EXPECT_EQ(article.error().code, c.code);
    EXPECT_NE(article.error().message.find(c.says), std::string::npos) << article.error().message;
  }
}

TEST(Sniff, GuessesTheFormatByNameThenByHead) {
  struct Case {
    const char* head;
    const char* uri;
    InputFormat format;
  };
  const Case kCases[] = {
      {"anything", "a.JSONL", InputFormat::Jsonl},
      {"anything", "a.ndjson", InputFormat::Jsonl},
      {"anything", "a.html", InputFormat::Html},
      {"<p>a text about HTML", "a.txt", InputFormat::Text},
      {"{\"text\": \"a\"}", "-", InputFormat::Jsonl},
      {"\xEF\xBB\xBF{ \"id\" : 1}", "-", InputFormat::Jsonl},
      {"{sic} he said", "-", InputFormat::Text},
      {"{\"quoted\"} he said", "-", InputFormat::Text},
      {"<!DOCTYPE html><html>", "-", InputFormat::Html},
      {"\n <HTML lang=en>", "-", InputFormat::Html},
      {"<?xml version=\"1.0\"?>\n<html>", "-", InputFormat::Html},
      {"<p class=\"x\">", "-", InputFormat::Html},
      {"<Reuters> Kyiv", "-", InputFormat::Text},
      {"<5 % of voters", "-", InputFormat::Text},
      {"<b", "-", InputFormat::Text},
      {"", "-", InputFormat::Text},
  };
  for (const Case& c : kCases) EXPECT_EQ(guess_format(c.head, c.uri), c.format) << c.head << " in " << c.uri;
}

TEST(Charset, RefusesUnknownNames) {
  EXPECT_EQ(convert_to_utf8("x", "no-such-charset").error().code, ErrorCode::BadInput);
  const Result<std::string> cyrillic = convert_to_utf8("\xCA\xE8\xE5\xE2", "windows-1251");
  ASSERT_TRUE(cyrillic.ok());
  EXPECT_EQ(*cyrillic, "\xD0\x9A\xD0\xB8\xD0\xB5\xD0\xB2");
}

}  // namespace
}  // namespace onrecord

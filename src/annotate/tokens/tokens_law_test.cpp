// SPDX-License-Identifier: Apache-2.0
// What holds for paragraphs, tokens and sentences of any text, however odd.
#include <gtest/gtest.h>

#include <string>

#include "annotate/finders.h"
#include "text/article.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace onrecord {
namespace {

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t n = 0; n < times; ++n) out += piece;
  return out;
}

void expect_paragraphs_hold(const Text& text, const Paragraphs& paragraphs) {
  std::uint32_t last = 0;
  for (const ByteSpan span : paragraphs.spans) {
    ASSERT_TRUE(text.holds(span));
    ASSERT_FALSE(span.empty());
    ASSERT_GE(span.begin, last);
    ASSERT_FALSE(is_space(decode_utf8(text.all(), span.begin).code));
    ASSERT_FALSE(is_space(decode_utf8_before(text.all(), span.end).code));
    last = span.end;
  }
}

// Every character that is no blank stands in exactly one token, and no blank stands in any.
void expect_tokens_hold(const Text& text, const Paragraphs& paragraphs, const Tokens& tokens) {
  std::size_t token = 0, paragraph = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text.all(), at);
    if (token < tokens.size() && at == tokens.rows[token].span.end) ++token;
    const bool inside = token < tokens.size() && tokens.rows[token].span.contains(at);
    ASSERT_EQ(inside, !is_space(c.code)) << "at byte " << at;
    at += c.size;
  }
  std::uint32_t last = 0;
  for (const Token& row : tokens.rows) {
    ASSERT_TRUE(text.holds(row.span));
    ASSERT_FALSE(row.span.empty());
    ASSERT_GE(row.span.begin, last);
    while (paragraphs.spans[paragraph].end <= row.span.begin) ++paragraph;
    ASSERT_TRUE(paragraphs.spans[paragraph].contains(row.span));
    ASSERT_EQ(row.is(kPunctuation), !row.is(kHasLetter) && !row.is(kHasDigit));
    ASSERT_FALSE(row.is(kOpensQuote) && row.is(kClosesQuote));
    last = row.span.end;
  }
}

void expect_sentences_hold(const Paragraphs& paragraphs, const Tokens& tokens, const Sentences& sentences) {
  Index next = 0;
  for (const Sentence& sentence : sentences.rows) {
    ASSERT_EQ(sentence.tokens.begin, next);
    ASSERT_FALSE(sentence.tokens.empty());
    next = sentence.tokens.end;
    ASSERT_EQ(sentence.span, hull(tokens[sentence.tokens.begin].span, tokens[next - 1].span));
    ASSERT_TRUE(paragraphs.spans[sentence.paragraph].contains(sentence.span));
  }
  ASSERT_EQ(next, tokens.size());
}

void expect_law(const std::string& raw) {
  const Article article = make_article({}, raw);
  const Paragraphs paragraphs = find_paragraphs(article.text);
  const Tokens tokens = find_tokens(article.text, paragraphs);
  expect_paragraphs_hold(article.text, paragraphs);
  expect_tokens_hold(article.text, paragraphs, tokens);
  expect_sentences_hold(paragraphs, tokens, find_sentences(article.text, paragraphs, tokens));
}

TEST(TokensLaw, HoldsOnNaughtyTexts) {
  const char* texts[] = {"",
                         " ",
                         "\n\n \t\n",
                         ".",
                         "'",
                         "\"",
                         "...",
                         "?!?!.,;:-—()[]{}<>\"'`~@#$%^&*_+=|\\/",
                         "' '' ''' \"\" `` ’ ’’ ‘‘ “ ” „ « »",
                         "n't 's 'll 'em '90s ' s",
                         "a. b. c. d.",
                         "e.g.",
                         "1. 2. 3.",
                         "1,2,3,4 1-2-3 1:2:3 1/2/3 1'2\" .5 +44 +4 -5",
                         "👍🏽 🇫🇷🇩🇪 👨‍👩‍👧‍👦 ☎️ 1️⃣ x️",
                         "שלום, עולם! مرحبا. \u200Fabc\u200E",
                         "e\u0301te\u0301 \u0301 a\u0308\u0304",
                         "1\u00A0600\u00A0km\u00A0",
                         "zero\u200Bwidth \u200B \uFEFFbom soft\u00ADhyphen \u00AD \u2060",
                         "東京は日本の首都です。はい。",
                         "a@b.c @ @@ a@ @a a@b user@example.com,",
                         "http:// http://x www. www.x.y/(z) mailto: mailto:a",
                         "x\r\ny\rz",
                         "bad \xC3\x28 utf8 \xF0\x9F",
                         "A.B.C. U.S.. etc... Mr.Smith J.K.",
                         "\u2028line\u2029para\u0085next",
                         "Q.E.D.)\"] [1] [citation needed"};
  for (const char* text : texts) {
    SCOPED_TRACE(text);
    expect_law(text);
    expect_law(std::string("\n") + text + "\n");
    expect_law(std::string("He said: \"") + text + "\" Then 5" + text + "km.");
  }
}

TEST(TokensLaw, HoldsOnEveryPairOfSigns) {
  const std::string_view signs[] = {"a", "B", "7", ".", ",", "'", "\"", "-", "–", "’", "“", "”", "‘",  ":",   ")",
                                    "(", "/", "@", "#", "$", "%", "&",  "!", "?", "…", "é", " ", "\n", "n't", "+"};
  for (const std::string_view a : signs)
    for (const std::string_view b : signs)
      for (const std::string_view c : signs) {
        const std::string text = std::string(a) + std::string(b) + std::string(c);
        expect_law(text);
        if (HasFatalFailure()) FAIL() << text;
      }
}

TEST(TokensLaw, HoldsOnVeryLongRuns) {
  for (const std::string_view piece :
       {"a", "7", ".", "'", "\"", "-", "(", "é", "a-", "a.", "1,", "a'", "@a", "\u200D"}) {
    SCOPED_TRACE(std::string(piece));
    expect_law(repeat(piece, (1u << 20) / piece.size()));
  }
}

}  // namespace
}  // namespace onrecord

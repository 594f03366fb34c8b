// SPDX-License-Identifier: Apache-2.0
// Sides of quotation marks: "{" stands after a mark that opens and "}" before one that closes.
#include <gtest/gtest.h>

#include <string>

#include "annotate/finders.h"

namespace onrecord {
namespace {

std::string draw(std::string_view plain) {
  const Text text{std::string(plain)};
  std::string drawn;
  std::uint32_t at = 0;
  for (const Token& token : find_tokens(text, find_paragraphs(text)).rows) {
    drawn += text.all().substr(at, token.span.begin - at);
    if (token.is(kClosesQuote)) drawn += '}';
    drawn += text.bytes(token.span);
    if (token.is(kOpensQuote)) drawn += '{';
    at = token.span.end;
  }
  return drawn;
}

std::string without_braces(std::string_view drawn) {
  std::string text;
  for (const char c : drawn)
    if (c != '{' && c != '}') text += c;
  return text;
}

class QuoteMarks : public testing::TestWithParam<const char*> {};

TEST_P(QuoteMarks, HaveTheirSide) { EXPECT_EQ(draw(without_braces(GetParam())), GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Straight, QuoteMarks,
    testing::Values("\"{Yes,}\" he said. \"{No}\"!", "(\"{Yes}\") and [\"{no}\"]", "\"{He said '{no}', twice.}\"",
                    "A 5'10\" man, a 9\" nail.", "'{The workers' rights matter,}' she said.",
                    "The workers' rights and the Joneses' house.", "rock 'n' roll, the '90s, 'em", "He said: \"{Wait",
                    "It's O'Brien's \"{day}\".", "''{Yes,}'' he said.", "``{Yes,}'' he said.", "--\"{Yes}\"--"));

INSTANTIATE_TEST_SUITE_P(Curly, QuoteMarks,
                         testing::Values("“{Yes,}” he said. “{She told me ‘{no}’.}”",
                                         "‘{It’s the workers’ day,}’ he said.", "the “{abhorrent}“ man",
                                         "„{Ja}“ sagte er", "«{Oui}» dit-il", "Russia’s army, the ’90s",
                                         "She said: “{One.\n\n“{Two.}”"));

}  // namespace
}  // namespace onrecord

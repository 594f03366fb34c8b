// SPDX-License-Identifier: Apache-2.0
// Tokens: a text with bars where one token ends and the next begins without a blank.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/finders.h"

namespace onrecord {
namespace {

std::string without_bars(std::string_view drawn) {
  std::string text;
  for (const char c : drawn)
    if (c != '|') text += c;
  return text;
}

std::string draw(std::string_view plain) {
  const Text text{std::string(plain)};
  const Tokens tokens = find_tokens(text, find_paragraphs(text));
  std::string drawn;
  std::uint32_t at = 0;
  for (const Token& token : tokens.rows) {
    if (token.span.begin == at && at > 0) drawn += '|';
    drawn += text.all().substr(at, token.span.end - at);
    at = token.span.end;
  }
  return drawn + std::string(text.all().substr(at));
}

class TokensOf : public testing::TestWithParam<const char*> {};

TEST_P(TokensOf, StandWhereTheBarsAre) { EXPECT_EQ(draw(without_bars(GetParam())), GetParam()); }

INSTANTIATE_TEST_SUITE_P(Clitics, TokensOf,
                         testing::Values("Russia|'s army did|n't move|.", "They|’re sure it wo|n’t rain|.",
                                         "I|'m gon|na say we can|not|.", "The workers|' rights|, the Jones|’ house",
                                         "It|'s five o'clock at O'Brien|'s|.",
                                         "Do|nt wan|na|? You|'ll|, he|'d|, we|'ve", "CA|N'T STOP",
                                         "rock 'n' roll in the '90s and 1980's|, Y'|all",
                                         "in 2003|'s budget|, Côte d'Ivoire|'s"));

INSTANTIATE_TEST_SUITE_P(Hyphens, TokensOf,
                         testing::Values("a long|-|term plan", "non-profit|, pre-war|, re-elected co-founder",
                                         "a 50|-|year|-|old man", "al|-|Qaeda", "mid-1990s|, anti-American",
                                         "career-wise|, uh-huh", "pre- and post-war", "over|-|the|-|counter",
                                         "state|-|of|-|the|-|art"));

INSTANTIATE_TEST_SUITE_P(Stops, TokensOf,
                         testing::Values("Mr. Smith of the U.S. left|.", "at 5 p.m. on Sept. 3|.",
                                         "J. K. Rowling|, J.K. Rowling", "plan B|. Then", "No. 5 is alive|. No|.",
                                         "Acme Corp.|, Inc.|, etc.", "Smith et al. wrote of Al|.",
                                         "a Ph.D.|, e.g. hers", "Boston|, Mass. and a mass|.", "Nov.|28 came",
                                         "It ended|.|The rest|.", "Wait|... what|?!", "So|…",
                                         "Roe v. Wade|, c. 1850"));

INSTANTIATE_TEST_SUITE_P(Numbers, TokensOf,
                         testing::Values("1,600 of 2.5|, 7,5|, 1|,|2|,|3|, [|13|,|14|]",
                                         "£|3|m|, $|14|bn|, US$|5|, €|7", "10|% of 5|km or 60|mph",
                                         "10:30|am|, 24/7|, 9/11|, 1/2", "5|-|10 and 1969|-|1970",
                                         "713-853-3989|, 555-0199", "2001-03-05|, 12/24/2005",
                                         "the 20th|, 1980s|, 3G", "a .22 at 5|°|C", "3|–|4"));

INSTANTIATE_TEST_SUITE_P(Names, TokensOf,
                         testing::Values("see http://example.org/a_b?c=1,2|.", "(|www.example.com|)",
                                         "mail a.b@example.co.uk|,", "@handle likes #tag|, #|1", "at example.com|.",
                                         "AT&T and R&D|, food|&|drink", "and|/|or|, w/o|, s/he",
                                         "notes.pdf|, snake_case", "<|VOLV.ST|> (|BRK.A|)",
                                         "a.b-c@example.org or Jo...@example.com|;"));

INSTANTIATE_TEST_SUITE_P(Marks, TokensOf,
                         testing::Values("\"|Yes|,|\" he said|.", "“|No|!|” ‘|Why|?|’", "war|--|and|—|peace",
                                         "good :)", "[|...|] yes", "(|see [|3|]|)|.", "=====", "👍🏽 🇫🇷|!",
                                         "**|bold|**"));

}  // namespace
}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// Sentences and paragraphs: "|" stands where one sentence ends and the next begins, "¶" between paragraphs.
#include <gtest/gtest.h>

#include <string>

#include "annotate/finders.h"

namespace onrecord {
namespace {

// `text` with every `mark` replaced.
std::string replaced(std::string_view text, std::string_view mark, std::string_view by) {
  std::string out;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
    out.append(text.substr(0, at)).append(by);
    text.remove_prefix(at + mark.size());
  }
  return out.append(text);
}

std::string draw_sentences(const std::string& plain) {
  const Text text{std::string(plain)};
  const Paragraphs paragraphs = find_paragraphs(text);
  const Tokens tokens = find_tokens(text, paragraphs);
  const Sentences sentences = find_sentences(text, paragraphs, tokens);
  std::string drawn;
  for (const Sentence& sentence : sentences.rows) {
    if (!drawn.empty()) drawn += " | ";
    drawn += text.bytes(sentence.span);
  }
  return drawn;
}

std::string draw_paragraphs(const std::string& plain) {
  const Text text{std::string(plain)};
  std::string drawn;
  for (const ByteSpan span : find_paragraphs(text).spans) {
    if (!drawn.empty()) drawn += " ¶ ";
    drawn += text.bytes(span);
  }
  return drawn;
}

class SentencesOf : public testing::TestWithParam<const char*> {};

TEST_P(SentencesOf, EndWhereTheBarsStand) { EXPECT_EQ(draw_sentences(replaced(GetParam(), "| ", "")), GetParam()); }

INSTANTIATE_TEST_SUITE_P(Stops, SentencesOf,
                         testing::Values("The vote failed. | It was close.", "Why now? | Nobody knows! | So it goes…",
                                         "Prices rose 2.5 percent. | Wages fell 1.2 percent.",
                                         "He paused ... and went on.", "No way?! | Yes way.",
                                         "It rose by .5 points. | 3,000 people came."));

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, SentencesOf,
    testing::Values("Mr. Lee met Dr. Ito in the U.S. on Sept. 3. | They talked.",
                    "She works for Acme Inc. in Ohio. | He does not.", "Lee heads Acme Corp. | The firm is old.",
                    "It began at 5 p.m. | He left at 6 a.m. sharp.", "The U.S. Senate voted. | The U.N. did not.",
                    "He lives in the U.S. | She does not.", "W. H. Auden and J. Smith wrote. | George W. Bush read.",
                    "Bring pens, etc. | We have paper.", "See Fig. 3 and No. 7. | Then go on.",
                    "He has fruit (apples, pears, etc.) and bread."));

INSTANTIATE_TEST_SUITE_P(
    QuotesAndBrackets, SentencesOf,
    testing::Values("“We are ready.” | The minister left.", "\"It is over,\" she said. | \"We won.\"",
                    "“Are you sure?” Lee asked. | “Yes.”", "\"Stop!\" she said.", "\"Why?\" I asked.",
                    "\"Why?\" | He left.", "It was late [...]. | He left. [...]",
                    "He said: “They will help. | But there is no cure.”", "(He was 80.) | She was 79.",
                    "It closed in 2009.[3] | It opened again. [4] | Then it burned.",
                    "He told us: 'It works.' | Then he left.", "The film \"Help!\" (1965) was a hit."));

INSTANTIATE_TEST_SUITE_P(Starts, SentencesOf,
                         testing::Values("1. Open the box. | 2. Close it.",
                                         "LONDON, March 3 (Agency) - | Shares fell. | Bonds rose.",
                                         "NEW DELHI — | “We agree,” Lee said.",
                                         "Boulder, Colo. -- | The fire is out.", "Growth - The bank's word.",
                                         "i like it. | it works.", "Friday, May 3, 2019 | The court ruled on Monday.",
                                         "Great food. =) | I will be back.", "Yahoo! Inc. said so.",
                                         "The musical Oklahoma! opened again.", "Roe v. Wade fell."));

INSTANTIATE_TEST_SUITE_P(Lines, SentencesOf,
                         testing::Values("Jane Doe | 10/23/2000 12:12 PM | Please call me.",
                                         "See http://example.org/a | It helps.", "Yours | ========== | Sent by mail",
                                         "Kind regards, | Jane", "Best, she thought."));

TEST(SentencesOf, NoneInNothing) { EXPECT_EQ(draw_sentences(" \n "), ""); }

class ParagraphsOf : public testing::TestWithParam<const char*> {};

TEST_P(ParagraphsOf, EndWhereTheMarksStand) {
  EXPECT_EQ(draw_paragraphs(replaced(GetParam(), " ¶ ", "\n")), GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    OneLineEach, ParagraphsOf,
    testing::Values(
        "A headline without a stop ¶ The first paragraph is a line of its own. ¶ The second, too.",
        "The market opened lower. ¶ \"It was expected,\" a trader said. ¶ eBay fell as well. ¶ Others rose. ¶ "
        "Bonds did not move. ¶ The euro was flat."));

TEST(Paragraphs, BlankLinesAlwaysSeparate) {
  EXPECT_EQ(draw_paragraphs("  One \n \n\t\n two, in\n small letters\n\n3\n"), "One ¶ two, in\n small letters ¶ 3");
}

TEST(Paragraphs, LineEndsOfHardWrappedTextAreBlanks) {
  EXPECT_EQ(
      draw_paragraphs("The harbour was closed for a week after the storm had torn\n"
                      "away the lights, the port authority said on Tuesday. Ships of\n"
                      "Greek and Turkish owners had to wait outside.\n"
                      "    It will open again on Friday if the weather holds, and the\n"
                      "larger ferries will run by Sunday.\n"
                      "    Fishermen asked for help.\n"),
      "The harbour was closed for a week after the storm had torn\n"
      "away the lights, the port authority said on Tuesday. Ships of\n"
      "Greek and Turkish owners had to wait outside. ¶ It will open again on Friday if the weather holds, and the\n"
      "larger ferries will run by Sunday. ¶ Fishermen asked for help.");
}

TEST(Paragraphs, ShortLinesEndParagraphsOfHardWrappedText) {
  EXPECT_EQ(draw_paragraphs("The harbour was closed for a week after the storm had torn\n"
                            "away the lights of the pier.\n"
                            "Ships of Greek and Turkish owners had to wait outside for a\n"
                            "pilot."),
            "The harbour was closed for a week after the storm had torn\naway the lights of the pier. ¶ "
            "Ships of Greek and Turkish owners had to wait outside for a\npilot.");
}

TEST(Paragraphs, LinesTornInMidSentenceAreJoined) {
  const std::string rest =
      "\nThe second paragraph of this text is one long line that runs well past the width at which lines "
      "of hard-wrapped text would have ended.\nA third.\nA fourth.\nA fifth.";
  const std::string torn = "The minister spoke of the bills from\nentering the house.";
  EXPECT_EQ(draw_paragraphs(torn + rest), torn + replaced(rest, "\n", " ¶ "));
  const std::string list = "he bought bread and sold all his milk\nhe slept";
  EXPECT_EQ(draw_paragraphs(list + rest), replaced(list + rest, "\n", " ¶ "));
}

TEST(Paragraphs, LongLinesAreParagraphsEvenInSmallLetters) {
  const std::string line = "all in small letters, " + std::string(200, 'x');
  EXPECT_EQ(draw_paragraphs(line + "\n" + line + "\n" + line), line + " ¶ " + line + " ¶ " + line);
}

TEST(Sentences, WithoutEndAreCut) {
  std::string words;
  for (int k = 0; k < 5000; ++k) words += "and then ";
  const Text text{std::string(words)};
  const Paragraphs paragraphs = find_paragraphs(text);
  const Tokens tokens = find_tokens(text, paragraphs);
  const Sentences sentences = find_sentences(text, paragraphs, tokens);
  EXPECT_EQ(sentences.size(), 10u);
  for (const Sentence& sentence : sentences.rows) EXPECT_LE(sentence.tokens.size(), 1000u);
}

}  // namespace
}  // namespace onrecord

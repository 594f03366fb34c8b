// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "annotate/finders.h"

namespace onrecord {
namespace {

// The quotations of a text as lines "depth[!] piece | piece"; `!` marks one that is never closed.
std::string quoted(const std::string& raw) {
  const Text text(raw);
  const Quotes quotes = find_quotes(text, find_paragraphs(text));
  std::string out;
  for (const Quote& quote : quotes.rows) {
    int depth = 0;
    for (Index at = quote.parent; at != kNone; at = quotes.rows[at].parent) ++depth;
    out += std::to_string(depth) + (quote.closed ? " " : "! ");
    for (const ByteSpan piece : quote.pieces) {
      if (piece != quote.pieces.front()) out += " | ";
      out += text.bytes(piece);
    }
    out += '\n';
  }
  return out;
}

TEST(Quotes, EveryKindOfMark) {
  EXPECT_EQ(quoted("He said \"yes\" today."), "0 \"yes\"\n");
  EXPECT_EQ(quoted("He said “yes”."), "0 “yes”\n");
  EXPECT_EQ(quoted("He said ‘yes’ today."), "0 ‘yes’\n");
  EXPECT_EQ(quoted("He said 'yes' today."), "0 'yes'\n");
  EXPECT_EQ(quoted("Er sagte „ja“ und ging."), "0 „ja“\n");
  EXPECT_EQ(quoted("Il a dit «\u00A0oui\u00A0»."), "0 «\u00A0oui\u00A0»\n");
  EXPECT_EQ(quoted("Er sagte »ja« und ›nein‹."), "0 »ja«\n0 ›nein‹\n");
  EXPECT_EQ(quoted("He said ``yes'' today."), "0 ``yes''\n");
}

TEST(Quotes, SignedLines) {
  EXPECT_EQ(quoted("“He is not fit.” ― Ana Pohl\n”It was a sad night. We saw it.”― Ben Ruiz\u00A0\n“I was ashamed.” "
                   "― Cleo Marsh."),
            "0 “He is not fit.”\n0 ”It was a sad night. We saw it.”\n0 “I was ashamed.”\n");
}

TEST(Quotes, NestedAndBroken) {
  EXPECT_EQ(quoted("“She told me ‘go’, so I went,” he said. “And you?”"),
            "0 “She told me ‘go’, so I went,”\n1 ‘go’\n0 “And you?”\n");
  EXPECT_EQ(quoted("\"She said \"go\" to me,\" he said."), "0 \"She said \"go\" to me,\"\n1 \"go\"\n");
}

TEST(Quotes, ParagraphsOpenAgain) {
  EXPECT_EQ(quoted("“One.\n\n“Two.\n\n“Three,” she said."), "0 “One. | “Two. | “Three,”\n");
  EXPECT_EQ(quoted("\"One.\n\n“Two,” she said."), "0! \"One.\n0 “Two,”\n");  // another kind of mark
  EXPECT_EQ(quoted("\"One.\n\n\"Two.\" Then \"three\"."), "0 \"One. | \"Two.\"\n0 \"three\"\n");
}

TEST(Quotes, UnclosedHasANote) {
  EXPECT_EQ(quoted("“One, he said.\n\nTwo."), "0! “One, he said.\n");
  EXPECT_EQ(quoted("\"One, he said. \"Two,\" she said."), "0! \"One, he said.\n0 \"Two,\"\n");
  const Text text("“One, he said.\n\nTwo.");
  const Quotes quotes = find_quotes(text, find_paragraphs(text));
  ASSERT_EQ(quotes.notes.size(), 1u);
  EXPECT_EQ(quotes.notes[0].code, "unclosed_quote");
  EXPECT_EQ(text.bytes(*quotes.notes[0].span), "“One, he said.");
}

TEST(Quotes, ApostrophesAreNoMarks) {
  EXPECT_EQ(quoted("In the '90s we didn't heed the workers' plea."), "");
  EXPECT_EQ(quoted("In the ’90s we didn’t heed the workers’ plea; rock ’n’ roll."), "");
  EXPECT_EQ(quoted("He called it ‘the workers’ plea’ again."), "0 ‘the workers’ plea’\n");
  EXPECT_EQ(quoted("A man of 5'10\" stood there."), "");
}

}  // namespace
}  // namespace onrecord

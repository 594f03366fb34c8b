// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(Terminal, WidthsCountColumnsAndNotBytes) {
  EXPECT_EQ(columns_of("abc"), 3u);
  EXPECT_EQ(columns_of("Ångström"), 8u);
  EXPECT_EQ(columns_of("e\u0301"), 1u);
  EXPECT_EQ(columns_of("新闻"), 4u);
  EXPECT_EQ(columns_of("\x1b[1mbold\x1b[0m"), 4u);
}

TEST(Terminal, AnArticleCannotSteerTheTerminal) {
  EXPECT_EQ(printable("a\x1b]0;title\x07z"), "a\uFFFD]0;title\uFFFDz");
  EXPECT_EQ(printable("a\u009B2Jz"), "a\uFFFD2Jz");  // CSI as one character
  EXPECT_EQ(printable("one\ttwo\nthree"), "one two\nthree");
}

TEST(Terminal, WrapsAtBlanks) {
  const Terminal terminal(20, false);
  EXPECT_EQ(terminal.wrap("one two three four five", 2), "  one two three four\n  five\n");
  EXPECT_EQ(terminal.wrap("", 2), "\n");
  EXPECT_EQ(terminal.wrap("a\nb", 0), "a\nb\n");
  EXPECT_EQ(terminal.wrap("Ångström Ångström Å", 0), "Ångström Ångström Å\n");
}

TEST(Terminal, AWordTooLongKeepsALineOfItsOwn) {
  EXPECT_EQ(Terminal(12, false).wrap("see https://example.org/long now", 0), "see\nhttps://example.org/long\nnow\n");
}

TEST(Terminal, PairsStandInColumns) {
  const Terminal terminal(30, false);
  EXPECT_EQ(terminal.pair("name", "the value of it that is long", 2, 10),
            "  name    the value of it that\n          is long\n");
  EXPECT_EQ(terminal.pair("a long name", "value", 2, 10), "  a long name\n          value\n");
}

TEST(Terminal, ColoursOnlyWhereAllowed) {
  EXPECT_EQ(Terminal(80, false).bold("a"), "a");
  EXPECT_EQ(Terminal(80, true).bold("a"), "\x1b[1ma\x1b[0m");
  EXPECT_EQ(Terminal(80, true).bold(""), "");
}

}  // namespace
}  // namespace onrecord

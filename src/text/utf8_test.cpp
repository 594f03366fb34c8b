// SPDX-License-Identifier: Apache-2.0
#include "text/utf8.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(Utf8, EncodesAndDecodesEveryScalarValue) {
  std::string all;
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    const std::size_t at = all.size();
    append_utf8(all, code);
    const Decoded back = decode_utf8(all, at);
    ASSERT_EQ(back.code, code);
    ASSERT_EQ(back.size, all.size() - at);
    ASSERT_EQ(decode_utf8_before(all, all.size()).code, code);
  }
  EXPECT_EQ(valid_utf8_prefix(all), all.size());
}

TEST(Utf8, FindsTheFirstIllFormedByte) {
  const std::pair<std::string, std::size_t> kCases[] = {
      {"", 0},
      {"plain", 5},
      {"caf\xC3\xA9", 5},
      {"cut \xE2\x82", 4},             // truncated euro sign
      {"\x80", 0},                     // continuation without a lead
      {"a\xC0\xAF", 1},                // overlong slash
      {"\xE0\x80\xAF", 0},             // overlong in three bytes
      {"\xED\xA0\x80", 0},             // a surrogate
      {"\xF4\x90\x80\x80", 0},         // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},         // no such lead
      {"eight ok\xFF", 8},             // just behind a block of eight
      {"0123456\xC3\xA9 89\xC3", 12},  // a sequence across the block's edge
  };
  for (const auto& [text, prefix] : kCases) EXPECT_EQ(valid_utf8_prefix(text), prefix) << text;
}

TEST(Utf8, RepairsEachMaximalIllFormedPartOnce) {
  const std::pair<std::string, std::string> kCases[] = {
      {"fine", "fine"},
      {"a\xFFz", "a\xEF\xBF\xBDz"},
      {"\xE2\x82!", "\xEF\xBF\xBD!"},                            // two bytes of a sequence are one part
      {"\xE2\x82", "\xEF\xBF\xBD"},                              // at the end too
      {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},                  // an overlong lead never begins anything
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // nor does a surrogate's
      {"\xF0\x9F\x98\xC3\xA9", "\xEF\xBF\xBD\xC3\xA9"},          // the next good one survives
  };
  for (const auto& [text, wanted] : kCases) {
    std::size_t replaced = 0;
    const std::string repaired = repair_utf8(text, replaced);
    EXPECT_EQ(repaired, wanted);
    EXPECT_EQ(valid_utf8_prefix(repaired), repaired.size());
    EXPECT_EQ(replaced == 0, repaired == text);
  }
}

TEST(Utf8, KnowsBoundaries) {
  const std::string text = "a\xC3\xA9";
  EXPECT_TRUE(is_utf8_boundary(text, 0));
  EXPECT_TRUE(is_utf8_boundary(text, 1));
  EXPECT_FALSE(is_utf8_boundary(text, 2));
  EXPECT_TRUE(is_utf8_boundary(text, 3));
  EXPECT_FALSE(is_utf8_boundary(text, 4));
}

}  // namespace
}  // namespace onrecord

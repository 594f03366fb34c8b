// SPDX-License-Identifier: Apache-2.0
#include "text/offsets.h"

#include <gtest/gtest.h>

#include <random>

#include "text/utf8.h"

namespace onrecord {
namespace {

// Every boundary of the text against a count from its beginning, and back.
void expect_round_trips(const std::string& text) {
  const OffsetIndex index(text);
  std::uint32_t codepoints = 0, utf16 = 0;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    if (!is_utf8_boundary(text, at)) continue;
    const ByteSpan bytes{at, static_cast<std::uint32_t>(text.size())};
    const CodepointSpan points = index.to_codepoints(bytes);
    ASSERT_EQ(points.begin, codepoints) << "at byte " << at;
    ASSERT_EQ(index.to_utf16(bytes).begin, utf16) << "at byte " << at;
    ASSERT_EQ(index.to_bytes(points), bytes) << "at byte " << at;
    if (at == text.size()) break;
    ++codepoints;
    utf16 += decode_utf8(text, at).code > 0xFFFF ? 2 : 1;
  }
  EXPECT_EQ(index.codepoints(), codepoints);
}

TEST(Offsets, AgreeWithACountFromTheStart) {
  expect_round_trips("");
  expect_round_trips("plain ASCII");
  expect_round_trips(
      "\xE2\x80\x9CYes,\xE2\x80\x9D said Zo\xC3\xAB. \xF0\x9F\x87\xBA\xF0\x9F\x87\xA6 \xE2\x82\xAC"
      "5");
}

TEST(Offsets, HoldAtEveryDistanceFromACheckpoint) {
  // One wide character moved through two blocks of 64 bytes, for each width.
  for (const char32_t code : {U'\u00E9', U'\u20AC', U'\U0001F600'}) {
    for (std::size_t before = 0; before < 140; ++before) {
      std::string text(before, 'x');
      append_utf8(text, code);
      text += std::string(70, 'y');
      expect_round_trips(text);
    }
  }
}

TEST(Offsets, HoldOnMixedTexts) {
  std::mt19937 random(7);
  constexpr char32_t kSome[] = {U'a',      U' ',      U'\n',         U'\u00E9', U'\u0301',
                                U'\u2019', U'\u4E2D', U'\U0001F9D1', U'\u200D'};
  for (int round = 0; round < 50; ++round) {
    std::string text;
    for (int k = 0; k < 20 * round; ++k) append_utf8(text, kSome[random() % std::size(kSome)]);
    expect_round_trips(text);
  }
}

}  // namespace
}  // namespace onrecord

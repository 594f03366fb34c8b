// SPDX-License-Identifier: Apache-2.0
// Lines of a page's text, and which of them are no part of the article though they stand in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

inline constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

enum class LineKind { Text, Heading };

struct Line {
  std::string text;
  std::vector<std::uint32_t> from;  // of each byte, where it stands in the page, or kNowhere
  LineKind kind = LineKind::Text;
};

// Joins a first letter that was set apart to its word, and drops lines without a letter or digit, a heading that
// repeats `title`, headings that head nothing, calls to the reader ("Sign up for our newsletter"), and short lines
// without a sentence before the first and behind the last sentence (bylines, dates, tags).
void drop_furniture_lines(std::vector<Line>& lines, std::string_view title);

}  // namespace onrecord

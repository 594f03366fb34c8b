// SPDX-License-Identifier: Apache-2.0
// Quotation marks of a paragraph, with the directions that each can have where it stands. Apostrophes and inch
// marks are told apart here as far as the characters around them can tell.
#pragma once

#include <cstdint>
#include <vector>

#include "text/text.h"

namespace onrecord::quotes {

enum class Family : std::uint8_t { Double, Single, Guillemet, SingleGuillemet };

struct Mark {
  ByteSpan span;
  Family family = Family::Double;
  bool opens = false;
  bool closes = false;
  bool sure = false;    // the direction is beyond doubt (curly, or the blanks around it say so)
  bool weak = false;    // a single mark after a letter: may be an apostrophe ("workers’ ")
  bool german = false;  // „ or ‚: closed by “ or ‘
  bool straight = false;
};

// Appends the marks of one paragraph, in text order. REQUIRES: a span on code point boundaries.
void find_marks(const Text& text, ByteSpan paragraph, std::vector<Mark>& marks);

}  // namespace onrecord::quotes

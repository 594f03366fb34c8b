// SPDX-License-Identifier: Apache-2.0
// The one place where offsets change their unit. An OffsetIndex is built once per text and answers in
// constant time (a checkpoint every 64 bytes); texts that are all ASCII need no table.
//
// Lifetime: the index looks into the text it was built from, which must outlive it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/offsets.h"

namespace onrecord {

class OffsetIndex {
 public:
  // REQUIRES: valid UTF-8.
  explicit OffsetIndex(std::string_view text);

  // REQUIRES: a span of the text on code point boundaries.
  CodepointSpan to_codepoints(ByteSpan span) const;
  Utf16Span to_utf16(ByteSpan span) const;
  // REQUIRES: a span inside the text.
  ByteSpan to_bytes(CodepointSpan span) const;

  std::uint32_t codepoints() const;  // length of the text

 private:
  struct Checkpoint {
    std::uint32_t codepoints = 0;  // that start before this block
    std::uint32_t utf16 = 0;
  };
  Checkpoint counts_before(std::uint32_t byte) const;
  std::uint32_t byte_of(std::uint32_t codepoint) const;

  std::string_view text_;
  std::vector<Checkpoint> checkpoints_;  // empty: ASCII, all units agree
};

}  // namespace onrecord

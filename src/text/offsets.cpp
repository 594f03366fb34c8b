// SPDX-License-Identifier: Apache-2.0
#include "text/offsets.h"

#include <algorithm>

#include "base/assert.h"
#include "text/utf8.h"

namespace onrecord {
namespace {

constexpr std::uint32_t kBlock = 64;  // bytes between checkpoints

bool starts_codepoint(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }
// A four-byte sequence is two UTF-16 units; its lead byte counts for both.
std::uint32_t utf16_units(char lead) { return static_cast<unsigned char>(lead) >= 0xF0 ? 2 : 1; }

bool all_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

OffsetIndex::OffsetIndex(std::string_view text) : text_(text) {
  if (all_ascii(text)) return;
  Checkpoint now;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    if (at % kBlock == 0) checkpoints_.push_back(now);
    if (at < text.size() && starts_codepoint(text[at])) {
      ++now.codepoints;
      now.utf16 += utf16_units(text[at]);
    }
  }
}

OffsetIndex::Checkpoint OffsetIndex::counts_before(std::uint32_t byte) const {
  ONRECORD_ASSERT(byte <= text_.size() && is_utf8_boundary(text_, byte));
  if (checkpoints_.empty()) return {byte, byte};
  Checkpoint now = checkpoints_[byte / kBlock];
  for (std::uint32_t at = byte / kBlock * kBlock; at < byte; ++at) {
    if (starts_codepoint(text_[at])) {
      ++now.codepoints;
      now.utf16 += utf16_units(text_[at]);
    }
  }
  return now;
}

CodepointSpan OffsetIndex::to_codepoints(ByteSpan span) const {
  return {counts_before(span.begin).codepoints, counts_before(span.end).codepoints};
}

Utf16Span OffsetIndex::to_utf16(ByteSpan span) const {
  return {counts_before(span.begin).utf16, counts_before(span.end).utf16};
}

ByteSpan OffsetIndex::to_bytes(CodepointSpan span) const { return {byte_of(span.begin), byte_of(span.end)}; }

std::uint32_t OffsetIndex::byte_of(std::uint32_t codepoint) const {
  if (checkpoints_.empty()) return codepoint;
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), codepoint,
                                      [](std::uint32_t n, const Checkpoint& c) { return n < c.codepoints; });
  const auto block = static_cast<std::uint32_t>(after - checkpoints_.begin()) - 1;
  std::uint32_t seen = checkpoints_[block].codepoints;
  std::uint32_t at = block * kBlock;
  while (at < text_.size() && (seen < codepoint || !starts_codepoint(text_[at]))) {
    seen += starts_codepoint(text_[at]) ? 1 : 0;
    ++at;
  }
  while (at < text_.size() && !starts_codepoint(text_[at])) ++at;
  return at;
}

std::uint32_t OffsetIndex::codepoints() const {
  return counts_before(static_cast<std::uint32_t>(text_.size())).codepoints;
}

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
#include "text/utf8.h"

#include <cstring>

namespace onrecord {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// Allowed range of the second byte after `lead` (Unicode table 3-7); {1, 0} for a bad lead.
struct Range {
  unsigned char low = 1;
  unsigned char high = 0;
};

Range second_byte(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {0x80, 0xBF};
  if (lead == 0xE0) return {0xA0, 0xBF};
  if (lead == 0xED) return {0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {0x80, 0xBF};
  if (lead == 0xF0) return {0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {0x80, 0xBF};
  if (lead == 0xF4) return {0x80, 0x8F};
  return {};
}

std::size_t sequence_size(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// Bytes of the sequence at `at` that are well formed so far; `whole` tells whether it is complete.
std::size_t well_formed(std::string_view text, std::size_t at, bool& whole) {
  const unsigned char lead = byte_at(text, at);
  whole = lead < 0x80;
  if (whole) return 1;
  const Range range = second_byte(lead);
  if (range.low > range.high) return 1;
  const std::size_t size = sequence_size(lead);
  std::size_t used = 1;
  for (; used < size && at + used < text.size(); ++used) {
    const unsigned char next = byte_at(text, at + used);
    const Range allowed = used == 1 ? range : Range{0x80, 0xBF};
    if (next < allowed.low || next > allowed.high) break;
  }
  whole = used == size;
  return used;
}

}  // namespace

Decoded decode_utf8(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1};
  const auto tail = [&](std::size_t k) { return static_cast<char32_t>(byte_at(text, at + k) & 0x3F); };
  if (lead < 0xE0) return {(static_cast<char32_t>(lead & 0x1F) << 6) | tail(1), 2};
  if (lead < 0xF0) return {(static_cast<char32_t>(lead & 0x0F) << 12) | (tail(1) << 6) | tail(2), 3};
  return {(static_cast<char32_t>(lead & 0x07) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3), 4};
}

Decoded decode_utf8_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && !is_utf8_boundary(text, begin)) --begin;
  return decode_utf8(text, begin);
}

void append_utf8(std::string& out, char32_t code) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight = 0;
    if (at + 8 <= text.size()) {
      std::memcpy(&eight, text.data() + at, 8);
      if ((eight & 0x8080808080808080ULL) == 0) {
        at += 8;
        continue;
      }
    }
    bool whole = false;
    const std::size_t used = well_formed(text, at, whole);
    if (!whole) return at;
    at += used;
  }
  return at;
}

std::size_t ill_formed_utf8_size(std::string_view text) {
  bool whole = false;
  return well_formed(text, 0, whole);
}

std::string repair_utf8(std::string_view text, std::size_t& replaced) {
  replaced = 0;
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t good = valid_utf8_prefix(text);
    out.append(text.substr(0, good));
    text.remove_prefix(good);
    if (text.empty()) break;
    append_utf8(out, 0xFFFD);
    ++replaced;
    text.remove_prefix(ill_formed_utf8_size(text));
  }
  return out;
}

}  // namespace onrecord

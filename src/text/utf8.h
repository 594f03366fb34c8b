// SPDX-License-Identifier: Apache-2.0
// UTF-8 (RFC 3629): decode, encode, validate, repair. No state, no allocation but in repair.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord {

struct Decoded {
  char32_t code = 0;
  std::uint32_t size = 1;  // bytes used, 1..4
};

// The code point that starts at `at`. REQUIRES: valid UTF-8, `at` on a boundary and inside.
Decoded decode_utf8(std::string_view text, std::size_t at);

// The code point that ends just before `at`. REQUIRES: valid UTF-8, at > 0 and on a boundary.
Decoded decode_utf8_before(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code);

inline bool is_utf8_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() ? at == text.size() : (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// The bytes of the longest valid prefix; text.size() when all of it is valid.
std::size_t valid_utf8_prefix(std::string_view text);

// The size of the maximal ill-formed part that `text` begins with (Unicode 15, 3.9): what one U+FFFD stands for.
// REQUIRES: not empty, valid_utf8_prefix(text) == 0.
std::size_t ill_formed_utf8_size(std::string_view text);

// `text` with each maximal ill-formed part replaced by U+FFFD ; `replaced` counts them.
std::string repair_utf8(std::string_view text, std::size_t& replaced);

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// What the tokenizer's scanners read: one paragraph with its classes of characters. ASCII is answered by a table;
// only other characters are decoded.
//
// Units: UTF-8 bytes of the article's text. Lifetime: looks into a Text that must outlive it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/char_class.h"
#include "text/utf8.h"

namespace onrecord::tokens {

enum CharBits : std::uint8_t { kLetterBit = 1, kDigitBit = 2, kUpperBit = 4, kSpaceBit = 8, kHighBit = 16 };

constexpr std::array<std::uint8_t, 256> make_char_bits() {
  std::array<std::uint8_t, 256> bits{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) bits[c] = kLetterBit;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) bits[c] = kLetterBit | kUpperBit;
  for (std::size_t c = '0'; c <= '9'; ++c) bits[c] = kDigitBit;
  for (std::size_t c = '\t'; c <= '\r'; ++c) bits[c] = kSpaceBit;
  bits[' '] = kSpaceBit;
  for (std::size_t c = 0x80; c < 256; ++c) bits[c] = kHighBit;
  return bits;
}
inline constexpr std::array<std::uint8_t, 256> kCharBits = make_char_bits();

inline constexpr bool is_ascii_letter(unsigned char c) { return (kCharBits[c] & kLetterBit) != 0; }
inline constexpr bool is_ascii_digit(unsigned char c) { return (kCharBits[c] & kDigitBit) != 0; }
inline constexpr bool is_ascii_alnum(unsigned char c) { return (kCharBits[c] & (kLetterBit | kDigitBit)) != 0; }
inline constexpr bool is_ascii_upper(unsigned char c) { return (kCharBits[c] & kUpperBit) != 0; }
inline constexpr bool is_ascii_space(unsigned char c) { return (kCharBits[c] & kSpaceBit) != 0; }

// Characters that stand inside words without being letters: soft hyphen, joiners, direction marks.
inline bool is_joiner(char32_t c) { return c == 0xAD || (c >= 0x200C && c <= 0x200F) || c == 0x2060; }

struct Passage {
  std::string_view text;   // the whole article
  std::string_view lower;  // the same with small ASCII letters
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // of the paragraph

  // The byte at `at`, a line end outside the paragraph.
  unsigned char byte(std::uint32_t at) const {
    return at < end ? static_cast<unsigned char>(text[at]) : static_cast<unsigned char>('\n');
  }
  unsigned char byte_before(std::uint32_t at) const {
    return at > begin ? static_cast<unsigned char>(text[at - 1]) : static_cast<unsigned char>('\n');
  }
  unsigned char small(std::uint32_t at) const {
    return at < end ? static_cast<unsigned char>(lower[at]) : static_cast<unsigned char>('\n');
  }
  std::string_view small(std::uint32_t from, std::uint32_t to) const { return lower.substr(from, to - from); }
  std::string_view surface(std::uint32_t from, std::uint32_t to) const { return text.substr(from, to - from); }

  // Bytes of the blank at `at`; 0: no blank.
  std::uint32_t space(std::uint32_t at) const {
    const unsigned char c = byte(at);
    if (c < 0x80) return at < end && is_ascii_space(c) ? 1 : 0;
    const Decoded high = decode_utf8(text, at);
    return is_space(high.code) ? high.size : 0;
  }
  // Bytes of the letter or digit at `at`; 0: neither.
  std::uint32_t alnum(std::uint32_t at) const {
    const unsigned char c = byte(at);
    return c < 0x80 ? static_cast<std::uint32_t>(is_ascii_alnum(c)) : high_letter(at);
  }
  std::uint32_t high_letter(std::uint32_t at) const {
    const Decoded high = decode_utf8(text, at);
    if (high.code == 0xAA || high.code == 0xBA) return 0;  // the ordinal signs of "3\u00AA" and "54\u00BA"
    return is_letter(high.code) || is_digit(high.code) || is_joiner(high.code) ? high.size : 0;
  }
  // The end of the run of letters and digits that starts at `at`.
  std::uint32_t alnum_run(std::uint32_t at) const {
    for (;;) {
      while (at < end && is_ascii_alnum(static_cast<unsigned char>(text[at]))) ++at;
      if (at >= end || static_cast<unsigned char>(text[at]) < 0x80) return at;
      const std::uint32_t size = high_letter(at);
      if (size == 0) return at;
      at += size;
    }
  }
  // Bytes of an apostrophe at `at`: straight, or a single quotation mark (the left one by mistake); 0: none.
  std::uint32_t apostrophe(std::uint32_t at) const {
    const unsigned char c = byte(at);
    if (c == '\'') return 1;
    return c == 0xE2 && (text.substr(at, 3) == "\u2019" || text.substr(at, 3) == "\u2018") ? 3 : 0;
  }
  // Bytes of a hyphen at `at` (U+002D, U+2010, U+2011); 0: none.
  std::uint32_t hyphen(std::uint32_t at) const {
    const unsigned char c = byte(at);
    if (c == '-') return 1;
    return c == 0xE2 && (text.substr(at, 3) == "\u2010" || text.substr(at, 3) == "\u2011") ? 3 : 0;
  }
  // The first place at or after `at` that is no blank.
  std::uint32_t skip_space(std::uint32_t at) const {
    while (const std::uint32_t size = space(at)) at += size;
    return at;
  }
};

}  // namespace onrecord::tokens

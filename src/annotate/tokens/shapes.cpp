// SPDX-License-Identifier: Apache-2.0
#include "annotate/tokens/shapes.h"

#include "annotate/tokens/passage.h"

namespace onrecord::tokens {
namespace {

struct Counts {
  std::uint32_t letters = 0;
  std::uint32_t capitals = 0;
  bool digit = false;
  bool first_is_capital = false;

  void letter(bool capital) {
    if (letters == 0) first_is_capital = capital;
    ++letters;
    capitals += capital ? 1 : 0;
  }
};

}  // namespace

std::uint16_t shape_of(std::string_view form) {
  Counts n;
  for (std::size_t at = 0; at < form.size();) {
    const std::uint8_t bits = kCharBits[static_cast<unsigned char>(form[at])];
    if ((bits & kHighBit) != 0) {
      const Decoded c = decode_utf8(form, at);
      if (is_letter(c.code)) n.letter(is_upper(c.code));
      n.digit = n.digit || is_digit(c.code);
      at += c.size;
      continue;
    }
    if ((bits & kLetterBit) != 0) n.letter((bits & kUpperBit) != 0);
    n.digit = n.digit || (bits & kDigitBit) != 0;
    ++at;
  }
  std::uint32_t shape = 0;
  if (n.letters > 0) shape |= kHasLetter;
  if (n.digit) shape |= kHasDigit;
  if (n.first_is_capital) shape |= kCapitalised;
  if (n.letters > 1 && n.capitals == n.letters) shape |= kAllCaps;
  if (n.letters == 0 && !n.digit) shape |= kPunctuation;
  return static_cast<std::uint16_t>(shape);
}

}  // namespace onrecord::tokens

// SPDX-License-Identifier: Apache-2.0
// English words that are numbers or parts of numbers.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord::figures {

enum class WordKind : std::uint8_t {
  Small,      // zero … nineteen
  Ten,        // twenty … ninety
  Hundred,    // hundred
  Magnitude,  // thousand, million, bn, lakh …
  Dozen,      // dozen
  Plural,     // dozens, hundreds, millions: a magnitude without a number
  Ordinal,    // first, third, twentieth: a rank, or the lower part of a fraction
  Part,       // half, quarter
};

struct NumberWord {
  std::string_view text;
  WordKind kind;
  double value;
};

// The entry of a lower-case word, nullptr where it is none. "thirds" is found as "third" by fraction_word only.
const NumberWord* number_word(std::string_view word);

// The divisor that a word names as the lower part of a fraction ("third" 3, "quarters" 4); 0 where it is none.
// `plural` tells which form it has.
double fraction_word(std::string_view word, bool& plural);

}  // namespace onrecord::figures

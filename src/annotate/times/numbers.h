// SPDX-License-Identifier: Apache-2.0
// Numbers inside time expressions: quantities of units, ranks, days of a month, years.
#pragma once

#include "annotate/times/atoms.h"
#include "annotate/times/expression.h"

namespace onrecord::times {

// A number read from atoms [at, end); end is 0 when there is none.
struct Number {
  std::size_t end = 0;
  int value = 0;
  explicit operator bool() const { return end != 0; }
};

struct QuantityRead {
  std::size_t end = 0;
  Quantity quantity;
  bool article = false;  // "a", "an"
  double upper = 0;      // of a range
  explicit operator bool() const { return end != 0; }
};

// "21st", "third", "twenty-first".
Number read_rank(const Atoms& atoms, std::size_t at);
// A day of a month: 1-31 in digits, with or without "st", or a rank in words.
Number read_day(const Atoms& atoms, std::size_t at);
// Four digits from 1000 to 2199 that are no part of a longer number; "nineteen ninety-six"; "two thousand".
Number read_year(const Atoms& atoms, std::size_t at);
// "three", "2 1/2", "two and a half", "a few", "several", "half a".
QuantityRead read_quantity(const Atoms& atoms, std::size_t at);

// Skips one hyphen, glued on both sides or not.
std::size_t skip_hyphen(const Atoms& atoms, std::size_t at);
// Whether letters or digits touch the atom from the left or right ("AK47"): no word of its own then.
bool begins_word(const Atoms& atoms, std::size_t at);
bool ends_word(const Atoms& atoms, std::size_t last);

}  // namespace onrecord::times

// SPDX-License-Identifier: Apache-2.0
// Numerals: "1,600", "2 1/2", "twenty-six", "3.4 trillion", "two-thirds", "hundreds of thousands", without units.
#pragma once

#include <optional>

#include "annotate/figures/reader.h"

namespace onrecord::figures {

struct Numeral {
  At begin = 0;
  At end = 0;
  double value = 0;
  double low = 0, high = 0;  // of a vague number: "hundreds" lies between 100 and 1000
  double scale = 1;          // the magnitude named: 1e6 in "3 million"
  std::uint32_t digit_count = 0;
  bool digits = false;    // begins with digits, not with a word
  bool grouped = false;   // "1,600"
  bool decimal = false;   // "1.5", "½"
  bool ordinal = false;   // "21st", "third"
  bool fraction = false;  // "two-thirds", "1/4", "half"
  bool vague = false;     // "dozens", "several hundred"
  bool article = false;   // begins with "a": "a hundred"

  // An integer of digits alone, such as years, dates and labels are.
  bool plain() const { return digits && !grouped && !decimal && !fraction && scale == 1; }
};

// The numeral whose first digit or number word stands at `at`; it may begin before it ("a hundred", "-5",
// "half a million"). nullopt: no numeral.
std::optional<Numeral> read_numeral(const Reader& reader, At at);

// Multiplies by a magnitude given as a letter right after the digits: "k" anywhere; "m", "b", "t" only where
// `money` says that a currency stands before. Returns whether there was one.
bool read_letter_scale(const Reader& reader, Numeral& numeral, bool money);

}  // namespace onrecord::figures

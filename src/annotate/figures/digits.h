// SPDX-License-Identifier: Apache-2.0
// Numerals in digits: "1,600", "1 600 000", "12,34,567", "1.5", ".001", "4e14", "2 1/2", "½", "21st".
#pragma once

#include "annotate/figures/numerals.h"

namespace onrecord::figures {

// Reads the digits at `at`, or a one-character fraction, into a numeral: value, end and what it looks like.
// Returns whether there was one.
bool read_digits(const Reader& reader, At at, Numeral& numeral);

}  // namespace onrecord::figures

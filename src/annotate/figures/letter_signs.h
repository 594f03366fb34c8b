// SPDX-License-Identifier: Apache-2.0
// Currency signs made of capital letters alone that may as well be something else: "N32.8 billion", "R1.2bn", "SR
// 12bn".
#pragma once

#include <optional>

#include "annotate/figures/currencies.h"

namespace onrecord::figures {

// Whether digits at `at` are written as a sum is: with groups of thousands, a word or letter for millions, or two
// decimals.
bool written_as_sum(const Reader& reader, At at);

// The sign that ends where the number begins (blanks between allowed for two letters and more). It counts only before
// a number written as a sum; one letter also needs the article to name its country.
std::optional<Money> letter_sign_before(const Reader& reader, At number_begin);

}  // namespace onrecord::figures

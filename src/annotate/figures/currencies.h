// SPDX-License-Identifier: Apache-2.0
// Currencies beside a number: "£3", "US $84", "USD 10", "10 million Danish crowns", "19 cents".
#pragma once

#include <optional>
#include <string_view>

#include "annotate/figures/reader.h"

namespace onrecord::figures {

struct Money {
  At begin = kNowhere;    // of a sign or code before the number
  At end = kNowhere;      // of a sign, code or name behind it
  std::string_view code;  // ISO 4217; empty: open
  std::string_view noun;  // "dollar", "krone": the unit's name where the code is open or a default
  bool sign = false;      // "$" or another sign whose code is a default
  bool name = false;      // a bare name whose code is a default ("dollars")
  double share = 1;       // of the currency: 0.01 for a cent
  double scale = 1;       // "MUSD"
};

// A sign or code that ends where the number begins (blanks between allowed) and does not begin before `floor`, where
// the figure before ended.
std::optional<Money> money_before(const Reader& reader, At number_begin, At floor);

// A sign, code or name that begins at `at` or after a blank or hyphen. `sure`: a currency was read before the number,
// so that "pounds" is money.
std::optional<Money> money_after(const Reader& reader, At at, bool sure);

// The currency of an open noun ("kroner") by the countries that the text names: the one whose country or adjective
// it has; empty where it has none or several.
// Where the article names several, the paragraph of `at` may name one.
std::string_view code_by_country(const Reader& reader, std::string_view noun, At at);

// Whether a lower-cased text has `word` (or its plural in s) as a word of its own.
bool has_whole_word(std::string_view low, std::string_view word);

}  // namespace onrecord::figures

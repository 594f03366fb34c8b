// SPDX-License-Identifier: Apache-2.0
// The currencies of ISO 4217 (and a few that ended, which news archives name), how English names them and
// which signs they have.
#pragma once

#include <span>
#include <string_view>

namespace onrecord::figures {

// A noun that names currencies: "dollar". `code`: the currency that the bare noun stands for where one reading is
// far more usual than all others; empty where it depends on the country.
struct CurrencyNoun {
  std::string_view noun;       // singular, the unit's name
  std::string_view spellings;  // blank-separated
  std::string_view code;
};
std::span<const CurrencyNoun> currency_nouns();

// A country's currency: "Danish krone". `adjectives` stand before the noun; they and `countries` in an article's
// text tell which "kroner" are meant.
struct NationalCurrency {
  std::string_view code;
  std::string_view noun;
  std::string_view adjectives;  // lower case, blank-separated, "_" for blanks
  std::string_view countries;   // "|" between them; empty: the noun alone is another currency there
};
std::span<const NationalCurrency> national_currencies();

// A sign: "£", "US$", "Rs". `noun` where the sign alone leaves the currency open.
struct CurrencySign {
  std::string_view sign;
  std::string_view code;
  std::string_view noun;
};
std::span<const CurrencySign> currency_signs();  // longest first
bool is_iso_4217(std::string_view code);

// A hundredth (or so) of a currency: "cent", "pence".
struct Subunit {
  std::string_view name;
  std::string_view spellings;
  std::string_view code;  // where the name tells it
  double share;           // of the currency
};
std::span<const Subunit> subunits();

}  // namespace onrecord::figures

// SPDX-License-Identifier: Apache-2.0
// Reader: small looks at the characters around a place. Figures are read from characters, not from tokens,
// because a figure's parts may or may not be tokens of their own ("£3bn", "186-mile-range", "20C").
//
// Lifetime: views into a living Text. Units: UTF-8 bytes.
#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "text/char_class.h"
#include "text/text.h"

namespace onrecord::figures {

using At = std::uint32_t;
inline constexpr At kNowhere = 0xFFFFFFFF;

inline bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Whether a list has the word.
template <std::size_t N>
bool in(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// Answers that need a look at the whole text, kept so that a text is searched once and not once a row.
struct WholeText {
  std::optional<bool> has_pound_sign, has_us_dollar, has_us_dollar_ahead;  // "$US", "US$"
  std::optional<std::string_view> home_currency;
  bool writes_m_for_million = false;                                 // "6.3m refugees" has been read
  std::vector<std::pair<std::string_view, std::string_view>> codes;  // noun of a currency -> code by country
  std::vector<std::pair<std::string_view, bool>> named;  // words that tell a country -> whether there are any
};

class Reader {
 public:
  explicit Reader(const Text& text) : all_(text.all()), low_(text.lower()) {}

  std::string_view all() const { return all_; }
  std::string_view low() const { return low_; }
  At size() const { return static_cast<At>(all_.size()); }

  // A byte, '\0' outside the text.
  char at(At i) const { return i < all_.size() ? all_[i] : '\0'; }
  char before(At i) const { return i > 0 ? at(i - 1) : '\0'; }
  bool digit_at(At i) const { return ascii_digit(at(i)); }
  bool digit_before(At i) const { return ascii_digit(before(i)); }
  bool letter_at(At i) const;
  bool letter_before(At i) const;
  bool capital_at(At i) const { return ascii_upper(at(i)); }

  // Whether the lower-cased text goes on with `word` at `i`.
  bool starts(At i, std::string_view word) const { return i <= low_.size() && low_.substr(i).starts_with(word); }
  // The same, and no letter follows: a whole word.
  bool starts_word(At i, std::string_view word) const {
    return starts(i, word) && !letter_at(i + static_cast<At>(word.size()));
  }
  // Whether the text as it is goes on with `mark`.
  bool has(At i, std::string_view mark) const { return i <= all_.size() && all_.substr(i).starts_with(mark); }

  // Over blanks: space, tab, no-break and thin spaces, and a line's end that a small letter follows, for hard-wrapped
  // text ("3.4\nbillion").
  At skip_blanks(At i) const;
  // Back over blanks of the line; `wrapped` also over a line's end that a small letter or comma stands before.
  At skip_blanks_back(At i, bool wrapped = false) const;
  // Over one hyphen (not a dash) or dash at `i`; `i` where there is none.
  At skip_hyphen(At i) const;
  At skip_dash(At i) const;
  // Over one hyphen or one run of blanks: what may join a number to its unit. `i` where there is none.
  At skip_joint(At i) const;

  // The run of letters that begins (ends) at `i`, lower-cased as far as it is ASCII; empty where there is none.
  std::string_view word(At i) const;
  std::string_view word_before(At i) const;
  // The run of letters before `i` after blanks (at most one hyphen is also passed).
  std::string_view previous_word(At i) const { return word_before(skip_blanks_back(i, true)); }
  At begin_of(std::string_view word) const { return static_cast<At>(word.data() - low_.data()); }
  At end_of(std::string_view word) const { return begin_of(word) + static_cast<At>(word.size()); }

  WholeText& whole() const { return whole_; }

 private:
  std::string_view all_, low_;
  mutable WholeText whole_;  // a Reader serves one call on one thread
};

}  // namespace onrecord::figures

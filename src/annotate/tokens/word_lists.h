// SPDX-License-Identifier: Apache-2.0
// Closed lists the tokenizer needs: contractions written as one word, parts of hyphenated words that stay joined,
// units written onto numbers, ends of internet names.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord::tokens {

// Bytes of the first word of a contraction without apostrophe: 3 for "cannot" (can|not); 0: none.
std::uint32_t contraction_cut(std::string_view lower_word);

// "non" in "non-profit": stays joined to what follows its hyphen.
bool is_hyphen_prefix(std::string_view lower_part);
// "wise" in "career-wise": stays joined to what precedes its hyphen.
bool is_hyphen_suffix(std::string_view lower_part);
// "uh" in "uh-huh": such parts stay joined to each other.
bool is_interjection_part(std::string_view lower_part);

// "km" in "5km": a word of its own after digits.
bool is_unit(std::string_view lower_letters);

// "com": an internet name or a file can end so.
bool is_name_ending(std::string_view lower_label);

// "w/o", "s/he": one word in spite of the slash.
bool is_slash_word(std::string_view lower_word);

// What may follow an apostrophe at a word's start: "em" in "'em".
bool is_elision(std::string_view lower_letters);
// What may stand before an apostrophe for a dropped letter: "goin" in "goin'".
bool drops_final_letter(std::string_view lower_word);

}  // namespace onrecord::tokens

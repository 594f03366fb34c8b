// SPDX-License-Identifier: Apache-2.0
// Guards: numbers that are no figures: years, dates, clock times, telephone numbers, names and labels ("F-16",
// "Article 5", "Boeing 737"), list numbering, scores.
#pragma once

#include "annotate/figures/numerals.h"

namespace onrecord::figures {

// Whether the number is part of something longer that is no figure, whatever unit may follow: "CO2", "10:45",
// "2019-09-01", "F-16", "192.168.1.2".
bool inside_other(const Reader& reader, const Numeral& numeral);

// Whether a number without a unit is a date, a year, a label or a name. `counted`: a plural noun stands behind it.
bool names_something(const Reader& reader, const Numeral& numeral, bool counted);

// "page", "level", "flight": a word before a number that makes it a label.
bool is_label(std::string_view word);

// Whether a label in capitals stands before: "Section 31C".
bool labelled(const Reader& reader, At begin);

// Whether the words before a number say that it is an age: "aged 54", "at the age of 19", "ages 17"; with `stops`
// (punctuation behind the number) also "who was 10".
bool says_age(const Reader& reader, At begin, bool stops);

// The end of a score or ratio that begins with the number: "2-2", "3 to 1"; kNowhere where there is none.
At score_end(const Reader& reader, const Numeral& numeral);

// The end of a telephone number in groups that begins with the number: "0800 107 2149"; kNowhere where there is none.
At phone_end(const Reader& reader, const Numeral& numeral);

// Whether "an average of", "a total of" and the like stand before, so that four digits are no year.
bool follows_amount_noun(const Reader& reader, At begin);

// Whether a word begins a sentence, a line or a quotation.
bool begins_sentence(const Reader& reader, At at);

// Over the rest of what `inside_other` or `names_something` refused: "-09-01T11:30" after "2019".
At skip_refused(const Reader& reader, At end);

}  // namespace onrecord::figures

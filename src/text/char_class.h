// SPDX-License-Identifier: Apache-2.0
// Classes of characters, from ICU's tables with a fast path for ASCII.
#pragma once

namespace onrecord {

bool is_space(char32_t c);        // White_Space, and U+FEFF, U+200B
bool is_digit(char32_t c);        // Nd
bool is_letter(char32_t c);       // L*, M*
bool is_upper(char32_t c);        // Lu, Lt
bool is_lower(char32_t c);        // Ll
bool is_punctuation(char32_t c);  // P*, S*

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// Scanners: each is given the first byte of a token and says where the token ends. They look at the text around,
// never at tokens made before, so the tokenizer keeps no state.
//
// Units: UTF-8 bytes of the article's text. REQUIRES: `begin` inside the paragraph, on a code point boundary.
#pragma once

#include <cstdint>

#include "annotate/tokens/passage.h"

namespace onrecord::tokens {

// A word that starts with a letter.
std::uint32_t word_end(const Passage& passage, std::uint32_t begin);

// A number, with what belongs to it: "1,600", "20th", "10:30", "713-853-3989".
std::uint32_t number_end(const Passage& passage, std::uint32_t begin);

// Anything else: one mark, or a run that is read as one ("...", "--", ":)", "#tag", "'em", "'s").
std::uint32_t mark_end(const Passage& passage, std::uint32_t begin);

// Where the internet address ends that goes through `at`: up to the next blank, without closing punctuation.
std::uint32_t address_end(const Passage& passage, std::uint32_t begin, std::uint32_t at);

// The full stop at `stop` after the word [begin, stop): whether it is the word's own.
bool owns_stop(const Passage& passage, std::uint32_t begin, std::uint32_t stop);

// Bytes of "'s", "'ll" and their like at `at`, directly after a word; 0: none.
std::uint32_t clitic_size(const Passage& passage, std::uint32_t at);

}  // namespace onrecord::tokens

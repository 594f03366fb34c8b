// SPDX-License-Identifier: Apache-2.0
// Abbreviations that keep their full stop, with what must hold around them, and whether a sentence can end there.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord::tokens {

enum AbbreviationBits : std::uint16_t {
  kAnyCase = 0,
  kCapital = 1,          // only with a capital: "Sen."
  kBeforeNumber = 2,     // only before a number: "No. 5"; "No." alone is the answer
  kAfterNumber = 4,      // only after a number: "5 min. later"
  kAfterComma = 8,       // only after a comma: "Boston, Mass."
  kTitle = 16,           // a name follows; no sentence ends here: "Mr."
  kMixedCase = 32,       // not in capitals: "Pa." but not "the PA."
  kAfterEt = 64,         // only after "et": "Smith et al."
  kNeedsMore = 128,      // something follows, no sentence ends here: "vs.", "e.g."
  kBeforeDateText = 256  // not before a capital: "Sun., 3 May", "Mar. 2"; "the Sun. He"
};

struct Abbreviation {
  std::string_view word;  // lower case, without its last stop
  std::uint16_t bits = 0;
};

// The entry of a lower-case word, nullptr where it is no abbreviation.
const Abbreviation* find_abbreviation(std::string_view lower_word);

}  // namespace onrecord::tokens

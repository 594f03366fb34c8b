// SPDX-License-Identifier: Apache-2.0
// Which words cannot stand for the same one, whatever the model thinks: gender, person, quotations.
#pragma once

#include <cstdint>
#include <vector>

#include "annotate/coreference/pair_features.h"
#include "doc/layers.h"
#include "text/text.h"

namespace onrecord::coreference {

// Bits of what a word says of whom it stands for.
enum Trait : std::uint16_t {
  kSpeaker = 1,    // I
  kSpeakers = 2,   // we
  kHearer = 4,     // you
  kMale = 8,       // he, a name such as "Mr. Orlan"
  kFemale = 16,    // she
  kThing = 32,     // it
  kSeveral = 64,   // they
  kPronoun = 128,  // any of these as a pronoun
};

// The traits of a word's pronoun class; 0 for other words.
std::uint16_t traits_of_pronoun(std::uint8_t pronoun_class);

class Agreement {
 public:
  // REQUIRES: `features` of these tokens, which outlives this.
  Agreement(const Text& text, const Tokens& tokens, const Names& names, const PairFeatures& features);

  std::uint16_t traits(Index word) const { return traits_[word]; }

  // Whether two words certainly stand for different ones:
  //   "he" and "she" or "it", "she" and "it", "he" and "Ms. Orlan"
  //   two different ones of I, we, you, he, she, it, they in the same quotation, or both outside any
  //   "I" in two quotations
  // Not: "he" outside a quotation and "I" inside.
  bool apart(Index a, Index b) const;

 private:
  const PairFeatures& features_;
  std::vector<std::uint16_t> traits_;
};

}  // namespace onrecord::coreference

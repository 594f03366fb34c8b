// SPDX-License-Identifier: Apache-2.0
// Where the phrase of a head may begin and end, by the dependency tree.
#pragma once

#include <vector>

#include "doc/layers.h"
#include "nn/coref_head.h"

namespace onrecord::coreference {

// For words of one sentence: a phrase holds, on each side of its head, whole dependents from the head outwards:
// "the old boat | that sank | in May" ends after one of the three. A personal pronoun stands alone.
class EdgePlaces {
 public:
  EdgePlaces(const Syntax& syntax, Range sentence);

  // Of a token of the sentence; places count from the sentence's first token.
  nn::EdgePlaces of(Index head, std::uint8_t pronoun_class) const;

 private:
  Range sentence_;
  std::vector<Index> first_, last_;             // of each token, with all that hangs on it
  std::vector<std::vector<Index>> dependents_;  // of each token, in text order
};

}  // namespace onrecord::coreference

// SPDX-License-Identifier: Apache-2.0
// From the scores of the coreference head to chains of words.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "doc/layers.h"
#include "nn/coref_head.h"

namespace onrecord::coreference {

// Whether two words (indices into the chosen ones) certainly stand for different ones.
using Apart = std::function<bool(std::size_t, std::size_t)>;

// Chains of two or more of the chosen words, each in rising order, in order of their first words. Every word joins
// the chain of its best antecedent that scores above 0 and whose chain holds no word that is apart from it; of equal
// scores the earlier one is better. Looks at the last kCheckedMembers words of a chain.
inline constexpr std::size_t kCheckedMembers = 200;
std::vector<std::vector<std::size_t>> link_words(const nn::LinkScores& scores, std::size_t count, const Apart& apart);

}  // namespace onrecord::coreference

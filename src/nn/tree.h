// SPDX-License-Identifier: Apache-2.0
// The best dependency tree for a table of scores: maximum spanning arborescence (Chu & Liu 1965, Edmonds 1967) with
// exactly one word under the root, as Universal Dependencies asks. Time and memory are quadratic in the words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace onrecord::nn {

// `scores` (words, words + 1): scores[c * (words + 1) + h] for child c and head h, head 0 the root, head j + 1 the
// word j. Returns each word's head in the same numbering. REQUIRES: words > 0.
std::vector<std::uint32_t> best_tree(const std::vector<float>& scores, std::size_t words);

}  // namespace onrecord::nn

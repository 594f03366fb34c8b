// SPDX-License-Identifier: Apache-2.0
#include "annotate/coreference/links.h"

#include <algorithm>

namespace onrecord::coreference {
namespace {

struct Antecedent {
  float score = 0;
  std::size_t at = 0;
};

bool fits(const std::vector<std::size_t>& chain, std::size_t word, const Apart& apart) {
  const std::size_t first = chain.size() - std::min(chain.size(), kCheckedMembers);
  return std::none_of(chain.begin() + static_cast<std::ptrdiff_t>(first), chain.end(),
                      [&](std::size_t member) { return apart(word, member); });
}

}  // namespace

std::vector<std::vector<std::size_t>> link_words(const nn::LinkScores& scores, std::size_t count,
                                                 const Apart& apart) {
  std::vector<std::vector<std::size_t>> chains;
  std::vector<std::size_t> chain_of(count);
  std::vector<Antecedent> better;
  for (std::size_t k = 0; k < count; ++k) {
    const std::span<const float> row = scores.row(k);
    better.clear();
    for (std::size_t j = 0; j < row.size(); ++j) {
      if (row[j] > 0) better.push_back({row[j], scores.first(k) + j});
    }
    std::stable_sort(better.begin(), better.end(),
                     [](const Antecedent& a, const Antecedent& b) { return a.score > b.score; });
    const auto found = std::find_if(better.begin(), better.end(),
                                    [&](const Antecedent& a) { return fits(chains[chain_of[a.at]], k, apart); });
    if (found == better.end()) {
      chain_of[k] = chains.size();
      chains.push_back({k});
    } else {
      chain_of[k] = chain_of[found->at];
      chains[chain_of[k]].push_back(k);
    }
  }
  std::erase_if(chains, [](const std::vector<std::size_t>& chain) { return chain.size() < 2; });
  return chains;
}

}  // namespace onrecord::coreference

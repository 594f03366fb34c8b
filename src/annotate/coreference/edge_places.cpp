// SPDX-License-Identifier: Apache-2.0
#include "annotate/coreference/edge_places.h"

#include <algorithm>

#include "annotate/coreference/agreement.h"

namespace onrecord::coreference {

EdgePlaces::EdgePlaces(const Syntax& syntax, Range sentence)
    : sentence_(sentence), first_(sentence.size()), last_(sentence.size()), dependents_(sentence.size()) {
  std::vector<Index> order;  // heads before their dependents
  order.reserve(sentence.size());
  for (Index k = 0; k < sentence.size(); ++k) {
    first_[k] = last_[k] = k;
    const Index head = syntax[sentence.begin + k].head;
    if (head == kNone || !sentence.contains(head)) order.push_back(k);
    else dependents_[head - sentence.begin].push_back(k);
  }
  for (std::size_t at = 0; at < order.size(); ++at) {
    const std::vector<Index>& dependents = dependents_[order[at]];
    order.insert(order.end(), dependents.begin(), dependents.end());
  }
  for (auto at = order.rbegin(); at != order.rend(); ++at) {
    for (const Index dependent : dependents_[*at]) {
      first_[*at] = std::min(first_[*at], first_[dependent]);
      last_[*at] = std::max(last_[*at], last_[dependent]);
    }
  }
}

nn::EdgePlaces EdgePlaces::of(Index head, std::uint8_t pronoun_class) const {
  const Index here = head - sentence_.begin;
  nn::EdgePlaces places{{here}, {here}};
  if (traits_of_pronoun(pronoun_class) != 0) return places;
  for (const Index dependent : dependents_[here]) {
    if (dependent < here) places.firsts.push_back(std::min(first_[dependent], here));
    else places.lasts.push_back(std::max(last_[dependent], here));
  }
  return places;
}

}  // namespace onrecord::coreference

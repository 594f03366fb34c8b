// SPDX-License-Identifier: Apache-2.0
// Sorted lists of words, checked when compiled.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace onrecord::tokens {

template <std::size_t N>
constexpr bool is_sorted(const std::array<std::string_view, N>& list) {
  for (std::size_t at = 1; at < N; ++at)
    if (!(list[at - 1] < list[at])) return false;
  return true;
}

// REQUIRES: a sorted list.
template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

}  // namespace onrecord::tokens

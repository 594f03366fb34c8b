// SPDX-License-Identifier: Apache-2.0
// What `words` of the table articles counts: maximal runs of characters other than ASCII white space.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

inline std::uint64_t count_words(std::string_view text) {
  std::uint64_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

}  // namespace onrecord

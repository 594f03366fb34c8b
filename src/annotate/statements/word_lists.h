// SPDX-License-Identifier: Apache-2.0
// Small lists of words.
#pragma once

#include <algorithm>
#include <string_view>

namespace onrecord::statements {

template <std::size_t N>
bool among(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace onrecord::statements

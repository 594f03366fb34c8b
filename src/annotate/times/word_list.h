// SPDX-License-Identifier: Apache-2.0
// Whether a word is one of a few, for the short lists that stand beside the rule they serve.
#pragma once

#include <initializer_list>
#include <string_view>

namespace onrecord::times {

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view one : words) {
    if (word == one) return true;
  }
  return false;
}

}  // namespace onrecord::times

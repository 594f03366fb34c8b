// SPDX-License-Identifier: Apache-2.0
#include "doc/layers.h"

#include <algorithm>

namespace onrecord {

Range Tokens::covering(ByteSpan span) const {
  const auto first = std::partition_point(rows.begin(), rows.end(),
                                          [&](const Token& token) { return token.span.end <= span.begin; });
  const auto last =
      std::partition_point(first, rows.end(), [&](const Token& token) { return token.span.begin < span.end; });
  return {static_cast<Index>(first - rows.begin()), static_cast<Index>(last - rows.begin())};
}

Index Sentences::of_token(Index token) const {
  const auto found = std::partition_point(rows.begin(), rows.end(),
                                          [&](const Sentence& sentence) { return sentence.tokens.end <= token; });
  return static_cast<Index>(found - rows.begin());
}

Range WordVectors::window_of(Index token) const {
  return *std::partition_point(windows.begin(), windows.end(), [&](Range window) { return window.end <= token; });
}

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/role_likelihood.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace onrecord::statements {
namespace {

// The labels that spans mean.
std::vector<std::uint8_t> labels_of(const CueRoles& found, const Spans& spans) {
  std::vector<std::uint8_t> labels(found.roles.size(), kNoRole);
  const auto mark = [&](Range range, RoleLabel begin, RoleLabel inside) {
    const Index first = std::max(range.begin, found.window.begin);
    for (Index t = first; t < std::min(range.end, found.window.end); ++t) {
      labels[t - found.window.begin] = t == first ? begin : inside;
    }
  };
  mark(spans.source, kBeginSource, kInsideSource);
  for (const Range range : spans.content) mark(range, kBeginContent, kInsideContent);
  return labels;
}

}  // namespace

double likelihood(const CueRoles& found, const Spans& spans) {
  const std::vector<std::uint8_t> labels = labels_of(found, spans);
  double sum = 0;
  for (std::size_t k = 0; k < labels.size(); ++k) sum += found.roles[k][labels[k]];
  return sum;
}

double word_likelihood(const CueRoles& found, const Spans& spans) {
  const std::vector<std::uint8_t> labels = labels_of(found, spans);
  double sum = 0;
  int words = 0;
  for (std::size_t k = 0; k < labels.size(); ++k) {
    if (labels[k] == kNoRole) continue;
    sum += found.roles[k][labels[k]];
    ++words;
  }
  return words == 0 ? 0 : std::exp(sum / words);
}

double share_right(double likely) {
  constexpr std::pair<double, double> kCounted[] = {{0, 0},       {0.35, 0.34}, {0.55, 0.46}, {0.7, 0.54},
                                                    {0.85, 0.68}, {0.95, 0.83}, {1, 0.9}};
  std::size_t k = 1;
  while (k + 1 < std::size(kCounted) && kCounted[k].first < likely) ++k;
  const auto [from, low] = kCounted[k - 1];
  const auto [to, high] = kCounted[k];
  return low + (high - low) * std::clamp((likely - from) / (to - from), 0.0, 1.0);
}

bool overlap(const Spans& spans) {
  return std::any_of(spans.content.begin(), spans.content.end(),
                     [&](Range piece) { return piece.begin < spans.source.end && spans.source.begin < piece.end; });
}

}  // namespace onrecord::statements

// SPDX-License-Identifier: Apache-2.0
#include "text/source_map.h"

#include <algorithm>

#include "base/assert.h"

namespace onrecord {

void SourceMap::add_run(std::uint32_t canonical, std::uint64_t input, std::uint32_t size) {
  known_ = true;
  if (size == 0) return;
  if (!runs_.empty()) {
    Run& last = runs_.back();
    ONRECORD_ASSERT(canonical >= last.canonical + last.size && input >= last.input + last.size);
    if (canonical == last.canonical + last.size && input == last.input + last.size) {
      last.size += size;
      return;
    }
  }
  runs_.push_back({canonical, input, size});
}

std::optional<std::uint64_t> SourceMap::to_input(std::uint32_t canonical) const {
  if (!known_) return std::nullopt;
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), canonical,
                                      [](std::uint32_t at, const Run& run) { return at < run.canonical; });
  if (after == runs_.begin()) return runs_.empty() ? 0 : runs_.front().input;
  const Run& run = *std::prev(after);
  return run.input + std::min(canonical - run.canonical, run.size);
}

SourceMap SourceMap::shifted(std::uint64_t bytes) const {
  SourceMap out = *this;
  for (Run& run : out.runs_) run.input += bytes;
  return out;
}

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// SourceMap: from the canonical text back to the bytes of the input. Runs of characters that were copied as
// they are; what lies between two runs was changed (an entity decoded, blanks folded) and maps to the gap.
// Total and monotone: every canonical offset has an input offset, and order is kept.
#pragma once

#include <cstdint>
#include <vector>

namespace onrecord {

class SourceMap {
 public:
  // `size` bytes at `canonical` were copied from `input`. REQUIRES: runs are added in rising order of both.
  void add_run(std::uint32_t canonical, std::uint64_t input, std::uint32_t size);

  // The offset in the input's bytes where the character at `canonical` came from.
  std::uint64_t to_input(std::uint32_t canonical) const;

  bool empty() const { return runs_.empty(); }  // nothing recorded: the identity

 private:
  struct Run {
    std::uint32_t canonical = 0;
    std::uint64_t input = 0;
    std::uint32_t size = 0;
  };
  std::vector<Run> runs_;
};

}  // namespace onrecord

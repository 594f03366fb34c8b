// SPDX-License-Identifier: Apache-2.0
// SourceMap: from the canonical text back to the bytes of the input. Runs of characters that were copied as
// they are; what lies between two runs was changed (an entity decoded, blanks folded) and maps to the gap.
// Total and monotone: every canonical offset has an input offset, and order is kept.
//
// Three states, told apart: unknown (a new map: the way back was lost, as when a charset was converted),
// identity (one run from 0 to 0) and mapped. A map that is known but holds no run (nothing was copied as it was)
// sends everything to 0.
//
// What the input is: the file for text and HTML; the value of "text" for JSON Lines.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace onrecord {

class SourceMap {
 public:
  // `size` bytes at `canonical` were copied from `input`; a run of size 0 only makes the map known.
  // REQUIRES: runs are added in rising order of both.
  void add_run(std::uint32_t canonical, std::uint64_t input, std::uint32_t size);

  // The offset in the input's bytes where the character at `canonical` came from; nullopt: unknown.
  std::optional<std::uint64_t> to_input(std::uint32_t canonical) const;

  // The same map into an input that has `bytes` more in front.
  SourceMap shifted(std::uint64_t bytes) const;

  bool known() const { return known_; }
  // All that is copied stands where it stood, and all of it is one run.
  bool is_identity() const { return runs_.size() == 1 && runs_[0].canonical == 0 && runs_[0].input == 0; }

 private:
  struct Run {
    std::uint32_t canonical = 0;
    std::uint64_t input = 0;
    std::uint32_t size = 0;
  };
  std::vector<Run> runs_;
  bool known_ = false;
};

}  // namespace onrecord

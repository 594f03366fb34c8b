// SPDX-License-Identifier: Apache-2.0
// One line on the terminal that tells how far a long run is; nothing where standard error is no terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace onrecord {

// 1234567 -> "1,234,567"
std::string with_commas(std::uint64_t number);

class Progress {
 public:
  // `total` bytes of input; 0: not known (standard input), and no end is foretold.
  explicit Progress(std::uint64_t total);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::uint64_t bytes, std::uint64_t articles);
  void clear();  // takes the line away, so that others may print

 private:
  using Clock = std::chrono::steady_clock;
  void measure(std::uint64_t bytes, Clock::time_point now);

  const bool on_;
  const std::uint64_t total_;
  bool shown_ = false;
  Clock::time_point drawn_{}, measured_ = Clock::now();
  std::uint64_t measured_bytes_ = 0;
  double rate_ = 0;  // bytes a second, lately
};

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// StageClock: runs the stages of analyze() one by one, skips those that were left out, and adds up their CPU time
// where somebody asks for it.
#pragma once

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/stage_time.h"

namespace onrecord {

class StageClock {
 public:
  StageClock(const std::vector<std::string>& skip, std::vector<StageTime>* times) : skip_(skip), times_(times) {}

  // Calls `stage` unless it is skipped or something that it needs is missing.
  template <class Stage>
  void run(const char* name, bool inputs_present, Stage&& stage) {
    if (!inputs_present || std::find(skip_.begin(), skip_.end(), name) != skip_.end()) return;
    if (times_ == nullptr) return stage();
    const double begin = cpu_seconds();
    stage();
    add(name, cpu_seconds() - begin);
  }

 private:
  // Of this thread: on a busy machine wall time would tell of the neighbours.
  static double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
  }

  void add(std::string_view name, double seconds) {
    auto row = std::find_if(times_->begin(), times_->end(), [&](const StageTime& t) { return t.stage == name; });
    if (row == times_->end()) row = times_->insert(times_->end(), {std::string(name), 0});
    row->seconds += seconds;
  }

  const std::vector<std::string>& skip_;
  std::vector<StageTime>* times_;
};

}  // namespace onrecord

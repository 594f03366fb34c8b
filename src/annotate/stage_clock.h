// SPDX-License-Identifier: Apache-2.0
// StageClock: runs the stages of analyze() one by one, skips those that were left out, and adds up their time.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/engine.h"

namespace onrecord {

class StageClock {
 public:
  StageClock(const std::vector<std::string>& skip, std::vector<StageTime>* times) : skip_(skip), times_(times) {}

  // Calls `stage` unless it is skipped or something that it needs is missing.
  template <class Stage>
  void run(const char* name, bool inputs_present, Stage&& stage) {
    if (!inputs_present || std::find(skip_.begin(), skip_.end(), name) != skip_.end()) return;
    const auto begin = std::chrono::steady_clock::now();
    stage();
    if (times_ != nullptr) add(name, std::chrono::steady_clock::now() - begin);
  }

 private:
  void add(std::string_view name, std::chrono::steady_clock::duration taken) {
    auto row = std::find_if(times_->begin(), times_->end(), [&](const StageTime& t) { return t.stage == name; });
    if (row == times_->end()) row = times_->insert(times_->end(), {std::string(name), 0});
    row->seconds += std::chrono::duration<double>(taken).count();
  }

  const std::vector<std::string>& skip_;
  std::vector<StageTime>* times_;
};

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// What a stage of the pipeline took.
#pragma once

#include <string>

namespace onrecord {

// CPU time of one stage, summed over articles.
struct StageTime {
  std::string stage;
  double seconds = 0;
};

}  // namespace onrecord

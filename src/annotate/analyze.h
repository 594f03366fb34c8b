// SPDX-License-Identifier: Apache-2.0
// analyze(): an article in, a document with all its layers out.
#pragma once

#include <string>
#include <vector>

#include "doc/document.h"
#include "onrecord/stage_time.h"

namespace onrecord {

// Runs all stages but those named in `skip` (and those that need a layer left out). Adds the time of each stage
// to `times` if not null. In debug builds the law is checked after each stage.
Document analyze(Article article, const std::vector<std::string>& skip, std::vector<StageTime>* times);

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// The sentences in which a row stands, with marks below the characters that are its evidence:
//   Zoë Ångström, the minister, told reporters on Monday that the port would close.
//   ==========================  ~~~~ ---------           ^^^^^^^^^^^^^^^^^^^^^^^^^
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "format/marks.h"

namespace onrecord {

// REQUIRES: marks of the record. At most `most_runs` runs of neighbouring sentences are shown; the rest is counted.
std::string evidence_view(const Record& record, const std::vector<Mark>& marks, const Terminal& terminal,
                          std::size_t most_runs = 4);

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// Rows of a record as lines of a golden file: the surface in quotation marks first, then the fields that are set.
// A surface that stands more than once in the text gets its occurrence: "today"@2.
#pragma once

#include <string>
#include <vector>

#include "onrecord/records.h"

namespace onrecord::golden {

// The lines of one layer. ERRORS: none; an unknown layer gives one line that says so.
std::vector<std::string> rows_of(const Record& record, const std::string& layer);

}  // namespace onrecord::golden

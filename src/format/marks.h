// SPDX-License-Identifier: Apache-2.0
// Every span that a row of a record claims, in one list: what the page highlights and `explain` underlines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/records.h"

namespace onrecord {

// A span of a row. Lifetime: looks into the record.
struct Mark {
  ByteSpan span;
  std::string_view row;  // its id; empty for a note
  const char* role;      // what the span is to the row: content, cue, source, trigger, mention …
  std::string style;     // CSS classes of the page
};

// The marks of every row of the record, in the order of the layers.
std::vector<Mark> marks_of(const Record& record);

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// Inputs that nobody should send and everybody does, and what must become of each: a record or a clear error.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "onrecord/options.h"
#include "onrecord/result.h"

namespace onrecord {

struct NaughtyCase {
  std::string name;
  std::string bytes;
  InputFormat format = InputFormat::Text;
  // What must come of it. No error: a record, with `says` in its text and `note` among its notes (empty: any).
  std::optional<ErrorCode> error;
  std::string says;  // part of the error's message, or of the record's text
  std::string note;
};

std::vector<NaughtyCase> naughty_cases();

}  // namespace onrecord

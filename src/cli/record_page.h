// SPDX-License-Identifier: Apache-2.0
// A record as a page of text for a terminal.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "onrecord/records.h"

namespace onrecord {

std::string record_page(const Record& record, const Terminal& terminal, bool with_text);

}  // namespace onrecord

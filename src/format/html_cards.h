// SPDX-License-Identifier: Apache-2.0
// The right side of the page: the rows of a record as cards, by layer.
#pragma once

#include <string>

#include "onrecord/records.h"

namespace onrecord {

// `prefix` makes element ids unique on a page of several articles ("a3-").
void append_cards(const Record& record, const std::string& prefix, std::string& out);

}  // namespace onrecord

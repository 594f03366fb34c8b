// SPDX-License-Identifier: Apache-2.0
// A Record in the formats of the edge. Offsets turn from bytes into code points here (JSON, brat) and nowhere
// else; formats know nothing of documents, layers or databases.
#pragma once

#include <string>

#include "onrecord/records.h"

namespace onrecord {

// One line of JSON Lines in format "onrecord/1" (docs/record.md), with its line end.
void append_jsonl(const Record& record, std::string& out);

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// From layers to rows: gives every row its id, its producer and the words of the record format. The law is
// checked here, on the way out.
#pragma once

#include "doc/document.h"
#include "onrecord/records.h"
#include "onrecord/result.h"

namespace onrecord {

// ERRORS: LawBroken (a bug in a finder), naming layer and row.
Result<Record> build_record(const Document& document, bool keep_tokens);

}  // namespace onrecord

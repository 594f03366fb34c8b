// SPDX-License-Identifier: Apache-2.0
// The law, checked on the way into the database: every span shows its surface, every id that a row names is the
// id of a row of the same record, no id stands twice.
#pragma once

#include "onrecord/records.h"
#include "onrecord/result.h"

namespace onrecord {

// ERRORS: LawBroken, naming the layer, the row and what is wrong with it.
Status check_record(const Record& record);

}  // namespace onrecord

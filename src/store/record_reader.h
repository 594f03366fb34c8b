// SPDX-License-Identifier: Apache-2.0
// Tables back into a Record: the inverse of record_writer.
#pragma once

#include "onrecord/records.h"
#include "store/sqlite.h"

namespace onrecord {

// REQUIRES: `article` is the full id of an article in the database (else NotFound).
Result<Record> read_record(const Sqlite& db, const Id& article);

}  // namespace onrecord

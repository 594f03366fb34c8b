// SPDX-License-Identifier: Apache-2.0
// The schema as numbered steps (migrations/NNNN_name.sql, built into the program). A database of version N has
// had the first N; PRAGMA user_version says so too, and application_id tells our files from other databases.
#pragma once

#include "store/sqlite.h"

namespace onrecord {

inline constexpr std::int64_t kApplicationId = 0x4F4E5243;  // "ONRC"

int schema_version();  // of this program

// Brings the database up to `target`, each step in a transaction of its own. A new, empty file becomes ours.
// ERRORS: BadInput (a database, but not ours), WrongVersion (made by a newer program).
Status migrate(const Sqlite& db, int target = schema_version());

// Checks without changing. ERRORS: as migrate(), and WrongVersion for an older one.
Status check_schema(const Sqlite& db);

}  // namespace onrecord

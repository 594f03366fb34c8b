// SPDX-License-Identifier: Apache-2.0
// The whole database checked against what its schema promises but SQLite cannot enforce.
#pragma once

#include "onrecord/database.h"
#include "store/sqlite.h"

namespace onrecord {

Result<Verified> check_database(const Sqlite& db, const std::string& path, const Database::OnBreach& on_breach);

}  // namespace onrecord

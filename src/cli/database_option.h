// SPDX-License-Identifier: Apache-2.0
// --db, shared by the commands that read a database.
#pragma once

#include <optional>
#include <string>

#include "cli/inputs.h"
#include "onrecord/database.h"

namespace onrecord {

void add_database_option(CLI::App& command, std::string& path);

// Opened for reading; nothing is changed. An error is told, and nullopt comes back.
std::optional<Database> open_database(const std::string& path, const ErrorTeller& tell);

}  // namespace onrecord

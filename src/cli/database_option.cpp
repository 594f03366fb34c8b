// SPDX-License-Identifier: Apache-2.0
#include "cli/database_option.h"

#include <CLI/CLI.hpp>

namespace onrecord {

void add_database_option(CLI::App& command, std::string& path) {
  command.add_option("--db", path, "The database, made by \"onrecord read\".")->required()->type_name("DB");
}

std::optional<Database> open_database(const std::string& path, const ErrorTeller& tell) {
  Result<Database> database = Database::open(path, Access::ReadOnly);
  if (database.ok()) return std::move(database).value();
  tell(database.error());
  return std::nullopt;
}

}  // namespace onrecord

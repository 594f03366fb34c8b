// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/progress.h"
#include "onrecord/database.h"

namespace onrecord {
namespace {

constexpr std::uint64_t kBreachesShown = 100;

void print_verified(const Verified& verified) {
  std::printf("%-12s %14s texts and their hashes\n", "articles", with_commas(verified.articles).c_str());
  for (const TableCount& table : verified.spans) {
    if (table.rows == 0) continue;
    std::printf("%-12s %14s spans against the text\n", table.table.c_str(), with_commas(table.rows).c_str());
  }
  std::printf("%-12s %14s pages, indices, foreign keys, lists\n", "file", "");
  std::printf("%-12s %14s %s\n", "search", "",
              verified.full_text ? "full-text indices" : "not checked: the file cannot be written");
}

int run(const std::string& path) {
  int exit_code = 0;
  const ErrorTeller tell(exit_code);
  const Result<Database> db = Database::open(path, Access::ReadOnly);
  if (!db.ok()) return tell(db.error()), exit_code;
  std::uint64_t shown = 0;
  const Result<Verified> verified = db->verify([&](const Breach& breach) {
    if (shown++ < kBreachesShown) {
      std::printf("BROKEN %s %s: %s\n", breach.table.c_str(), breach.row.c_str(), breach.what.c_str());
    }
  });
  if (!verified.ok()) return tell(verified.error()), exit_code;
  print_verified(*verified);
  if (verified->breaches == 0) return std::printf("Every span shows its text.\n"), 0;
  std::printf("%s rows are wrong%s.\n", with_commas(verified->breaches).c_str(),
              verified->breaches > kBreachesShown ? "; the first 100 are listed" : "");
  return exit_code_of(ErrorCode::LawBroken);
}

}  // namespace

void add_verify(CLI::App& app, int& exit_code) {
  auto path = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("verify", "Check a whole database: every span against its text, hashes, keys, search.");
  command->add_option("DB", *path, "The database.")->required()->type_name("");
  command->footer("Exit code: 0 nothing is wrong, 1 something is (listed), 3 no such file.\n");
  command->callback([path, &exit_code] { exit_code = run(*path); });
}

}  // namespace onrecord

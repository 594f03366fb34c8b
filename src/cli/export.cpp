// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/database_option.h"
#include "cli/output_file.h"
#include "cli/row_export.h"
#include "cli/values.h"

namespace onrecord {
namespace {

struct ExportArguments {
  std::string db;
  std::string table;
  std::string format = "csv";
  std::string out;
  std::vector<std::string> where;
};

constexpr std::size_t kBlock = 1 << 16;  // bytes collected before they are written

Result<std::vector<RowFilter>> filters_of(const std::vector<std::string>& where) {
  std::vector<RowFilter> filters;
  for (const std::string& one : where) {
    const std::size_t equals = one.find('=');
    if (equals == std::string::npos || equals == 0) {
      return Error{ErrorCode::InvalidArgument, '"' + one + "\" is no condition; write COLUMN=VALUE", "--where"};
    }
    filters.push_back({one.substr(0, equals), one.substr(equals + 1)});
  }
  return filters;
}

Status export_table(const Database& database, const std::string& table, const ExportArguments& arguments,
                    const std::string& path) {
  ONRECORD_TRY(const std::vector<RowFilter> filters, filters_of(arguments.where));
  ONRECORD_TRY(const std::vector<Column> columns, database.columns(table));
  ONRECORD_TRY(OutputFile file, OutputFile::open(path));
  const bool csv = arguments.format == "csv";
  std::string block;
  if (csv) append_csv_header(columns, block);
  Status written = Ok{};
  ONRECORD_CHECK_OK(database.rows(table, filters, [&](const Row& row) {
    if (csv) append_csv(row, block);
    else append_json(table, columns, row, block);
    if (block.size() >= kBlock) {
      written = file.write(block);
      block.clear();
    }
    return written.ok();
  }));
  ONRECORD_CHECK_OK(std::move(written));
  ONRECORD_CHECK_OK(file.write(block));
  return file.finish();
}

Status export_all(const Database& database, const ExportArguments& arguments) {
  if (arguments.out.empty() || !arguments.where.empty()) {
    const char* what = arguments.out.empty() ? "--table all needs a folder; add --out FOLDER"
                                             : "--where goes with one table; name it with --table";
    return Error{ErrorCode::InvalidArgument, what, ""};
  }
  std::error_code error;
  std::filesystem::create_directories(arguments.out, error);
  if (error) return Error{ErrorCode::Unreadable, "cannot make the folder (" + error.message() + ')', arguments.out};
  ONRECORD_TRY(const std::vector<std::string> tables, database.tables());
  for (const std::string& table : tables) {
    const std::string path = (std::filesystem::path(arguments.out) / (table + '.' + arguments.format)).string();
    ONRECORD_CHECK_OK(export_table(database, table, arguments, path));
  }
  return Ok{};
}

int run(const ExportArguments& arguments) {
  int exit_code = 0;
  const ErrorTeller tell(exit_code);
  const std::optional<Database> database = open_database(arguments.db, tell);
  if (!database) return exit_code;
  const Status status = arguments.table == "all" ? export_all(*database, arguments)
                                                 : export_table(*database, arguments.table, arguments, arguments.out);
  if (!status.ok()) tell(status.error());
  return exit_code;
}

}  // namespace

void add_export(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command = app.add_subcommand("export", "Write a table or view of a database as CSV or JSON Lines.");
  command
      ->add_option("--table", arguments->table,
                   "A table or view of docs/database.md: articles, statements, v_statements …; or all, with --out.")
      ->required()
      ->type_name("TABLE");
  add_database_option(*command, arguments->db);
  command->add_option("--format", arguments->format, "CSV after RFC 4180, or one JSON object a line.")
      ->check(one_of({"csv", "jsonl"}))
      ->type_name(choices({"csv", "jsonl"}))
      ->capture_default_str();
  command->add_option("--out", arguments->out, "A file, or with --table all a folder; else standard output.")
      ->type_name("PATH");
  command->add_option("--where", arguments->where, "Only rows in which the column has this value; may be repeated.")
      ->type_name("COLUMN=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->footer(
      "start and end count bytes of UTF-8. In CSV, NULL is an empty field and an empty text is \"\".\n\n"
      "Examples:\n"
      "  onrecord export --table v_statements --db news.db > statements.csv\n"
      "  onrecord export --table statements --where force=denied --db news.db --format jsonl\n"
      "  onrecord export --table all --db news.db --out tables/\n");
  command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
}

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/database_option.h"
#include "cli/record_page.h"
#include "cli/record_writer.h"
#include "cli/terminal.h"
#include "cli/values.h"

namespace onrecord {
namespace {

struct ShowArguments {
  std::string article;
  std::string db;
  std::string format = "page";
  bool text = false;
};

std::vector<std::string> show_formats() {
  std::vector<std::string> words = {"page"};
  words.insert(words.end(), format_words().begin(), format_words().end());
  return words;
}

Status write_record(const Record& record, const std::string& format) {
  ONRECORD_TRY(const std::unique_ptr<RecordSink> sink, open_sink(format, ""));
  ONRECORD_CHECK_OK(sink->write(record, sink->render(record)));
  return sink->finish();
}

int run(const ShowArguments& arguments) {
  int exit_code = 0;
  const ErrorTeller tell(exit_code);
  const std::optional<Database> database = open_database(arguments.db, tell);
  if (!database) return exit_code;
  const Result<Record> record = database->load(arguments.article);
  if (!record.ok()) return tell(record.error()), exit_code;
  if (arguments.format == "page") {
    const std::string page = record_page(*record, Terminal::of_stdout(), arguments.text);
    std::fwrite(page.data(), 1, page.size(), stdout);
  } else if (const Status written = write_record(*record, arguments.format); !written.ok()) {
    tell(written.error());
  }
  return exit_code;
}

}  // namespace

void add_show(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<ShowArguments>();
  CLI::App* command = app.add_subcommand("show", "Show what a database holds of one article.");
  command
      ->add_option("ARTICLE", arguments->article,
                   "An article's id or the beginning of it, its path or URL, or the end of one.")
      ->required()
      ->type_name("");
  add_database_option(*command, arguments->db);
  command->add_flag("--text", arguments->text, "Print the article's text, too.");
  command
      ->add_option("--format", arguments->format, "A page for the terminal, or the record in a format of annotate.")
      ->check(one_of(show_formats()))
      ->type_name(choices(show_formats()))
      ->capture_default_str();
  command->footer(
      "Examples:\n"
      "  onrecord show port-strike.txt --db news.db\n"
      "  onrecord show a93f --db news.db --text\n"
      "  onrecord show https://example.org/strike --db news.db --format html > strike.html\n");
  command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
}

}  // namespace onrecord

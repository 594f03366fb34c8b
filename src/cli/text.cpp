// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "onrecord/engine.h"

namespace onrecord {
namespace {

// Prints texts; from the second on, each has a line above it that names the article, and so has the first.
class TextPrinter {
 public:
  void operator()(Record&& record) {
    if (count_++ == 0) {
      first_ = std::move(record);
      return;
    }
    if (count_ == 2) print(first_, true);
    print(record, true);
  }
  void finish() const {
    if (count_ == 1) print(first_, false);
  }

 private:
  static void print(const Record& record, bool with_name) {
    const std::string& text = record.article.text;
    if (with_name) std::printf("==> %s <==\n", record.article.source_uri.c_str());
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (with_name || text.empty() || text.back() != '\n') std::fputc('\n', stdout);
  }

  int count_ = 0;
  Record first_;
};

int run(const InputArguments& arguments) {
  int exit_code = 0;
  const ErrorTeller tell(exit_code);
  TextPrinter print;
  const Result<Engine> engine = Engine::open({.skip = {"paragraphs"}});  // all other stages stand on it
  if (!engine.ok()) return tell(engine.error()), exit_code;
  for (const std::string& file : list_files(arguments.files, tell)) {
    const auto on_record = [&](Record&& record) { print(std::move(record)); };
    const Status status = engine->annotate_file(file, arguments.options_for(file), on_record, tell);
    if (!status.ok()) tell(status.error());
  }
  print.finish();
  return exit_code;
}

}  // namespace

void add_text(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<InputArguments>();
  CLI::App* command = app.add_subcommand("text", "Print the text that is read from each article, as it is stored.");
  add_input_arguments(*command, *arguments);
  command->footer(
      "Examples:\n"
      "  onrecord text page.html\n"
      "  onrecord text feed.jsonl | less\n");
  command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
}

}  // namespace onrecord

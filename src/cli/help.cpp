// SPDX-License-Identifier: Apache-2.0
// The commands that speak of the program itself: help, man, completion, docs.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/complaint.h"
#include "cli/manual.h"
#include "cli/values.h"
#include "onrecord/result.h"

namespace onrecord {
namespace {

void print(const std::string& page) { std::fwrite(page.data(), 1, page.size(), stdout); }

int print_help_of(const AppModel& app, const std::string& command) {
  const Terminal terminal = Terminal::of_stdout();
  if (command.empty()) return print(help_page(app, terminal)), 0;
  if (const CommandModel* found = app.find(command)) return print(help_page(app, *found, terminal)), 0;
  std::vector<std::string> names;
  for (const CommandModel& one : app.commands) names.push_back(one.name);
  const std::string near = nearest(command, names);
  std::fprintf(stderr, "onrecord: \"%s\" is not a command%s\n", command.c_str(),
               near.empty() ? "" : ("; did you mean \"" + near + "\"?").c_str());
  return exit_code_of(ErrorCode::InvalidArgument);
}

const std::vector<std::string>& doc_words() {
  static const std::vector<std::string> kWords = {"cli", "errors", "rules"};
  return kWords;
}

std::string doc_page(const AppModel& app, const std::string& word) {
  if (word == "cli") return cli_markdown(app);
  return word == "errors" ? errors_markdown() : rules_markdown();
}

}  // namespace

void add_help(CLI::App& app, int& exit_code) {
  auto name = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("help", "Explain a command, or list all.");
  command->add_option("COMMAND", *name, "The command to explain.")->type_name("");
  command->callback([&app, &exit_code, name] { exit_code = print_help_of(model_of(app), *name); });
}

void add_man(CLI::App& app, int&) {
  CLI::App* command = app.add_subcommand("man", "Print a man page.");
  command->callback([&app] { print(man_page(model_of(app))); });
  command->footer(
      "Examples:\n"
      "  onrecord man | man -l -\n"
      "  onrecord man > /usr/local/share/man/man1/onrecord.1\n");
}

void add_completion(CLI::App& app, int&) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("completion", "Print a script that completes commands and options in a shell.");
  command->add_option("SHELL", *shell, "Which shell: " + or_list(shells()) + ".")
      ->required()
      ->check(one_of(shells()))
      ->type_name(choices(shells()));
  command->callback([&app, shell] { print(completion_script(model_of(app), *shell)); });
  command->footer(
      "Examples:\n"
      "  source <(onrecord completion bash)\n"
      "  onrecord completion fish > ~/.config/fish/completions/onrecord.fish\n");
}

void add_docs(CLI::App& app, int&) {
  auto word = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("docs", "Print a page of the documentation that is made from the program.");
  command->add_option("PAGE", *word, "The command line, the errors, or the rules that make rows.")
      ->required()
      ->check(one_of(doc_words()))
      ->type_name(choices(doc_words()));
  command->callback([&app, word] { print(doc_page(model_of(app), *word)); });
  command->footer("Examples:\n  onrecord docs rules | less\n");
}

int answer_help(const CLI::App& app, int argc, const char* const* argv) {
  const AppModel model = model_of(app);
  const bool named = argc > 1 && model.find(argv[1]) != nullptr;
  return print_help_of(model, named ? argv[1] : "");
}

}  // namespace onrecord

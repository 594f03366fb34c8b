// SPDX-License-Identifier: Apache-2.0
// What the language model says of itself.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "api/model_info.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/model_option.h"
#include "cli/progress.h"
#include "cli/terminal.h"

namespace onrecord {
namespace {

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out.empty() ? "none stated" : out;
}

std::string page_of(const ModelInfo& info, const std::string& path, const std::string& precision) {
  const Terminal terminal = Terminal::of_stdout();
  std::string out;
  const auto pair = [&](const char* name, const std::string& value) {
    out += terminal.pair(name, printable(value), 0, 12);
  };
  pair("model", info.name);
  pair("file", path);
  pair("size", with_commas(info.file_bytes) + " bytes, " + with_commas(info.weights) + " weights");
  pair("hash", info.hash);
  pair("licences", joined(info.licences, "; "));
  pair("encoder", std::to_string(info.layers) + " layers of " + std::to_string(info.hidden) + ", " +
                      with_commas(info.word_pieces) + " word pieces");
  pair("labels", std::to_string(info.tags) + " tags, " + std::to_string(info.lemma_scripts) + " lemma scripts, " +
                     std::to_string(info.relations) + " relations");
  pair("names", joined(info.name_types, ", "));
  pair("precision", precision);
  return out + '\n' + printable(info.card) + (info.card.ends_with('\n') ? "" : "\n");
}

int run(const ModelArguments& arguments) {
  int exit_code = 0;
  const ErrorTeller tell(exit_code);
  const std::string path = arguments.path();
  if (path.empty()) {
    tell({ErrorCode::NotFound,
          "there is no onrecord.model beside the program or in ../share/onrecord; name one with --model", ""});
    return exit_code;
  }
  const Result<ModelInfo> info = read_model_info(path);
  if (!info.ok()) return tell(info.error()), exit_code;
  std::fputs(page_of(*info, path, arguments.precision).c_str(), stdout);
  return exit_code;
}

}  // namespace

void add_model(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<ModelArguments>();
  CLI::App* command =
      app.add_subcommand("model", "Print the card of the language model: what it is, from what, how good.");
  add_model_arguments(*command, *arguments, false);
  command->footer(
      "Without a model every command still works, by rules alone; tags, lemmas and trees are then left out.\n"
      "\n"
      "Exit code: 0 the model can be used, 3 there is none, 4 the file is damaged or no model, 5 it is for another\n"
      "version of this program.\n"
      "\n"
      "Examples:\n"
      "  onrecord model\n"
      "  onrecord model --model new.model\n");
  command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
}

}  // namespace onrecord

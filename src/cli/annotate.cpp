// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>

#include "cli/commands.h"
#include "format/format.h"
#include "onrecord/engine.h"

namespace onrecord {
namespace {

struct AnnotateArguments {
  std::vector<std::string> files;
  std::string input_format = "auto";
  std::string format = "jsonl";
  std::string published;
  std::string layers = "all";
};

InputFormat format_of(const std::string& word) {
  if (word == "text") return InputFormat::Text;
  if (word == "jsonl") return InputFormat::Jsonl;
  if (word == "html") return InputFormat::Html;
  return InputFormat::Auto;
}

int run(const AnnotateArguments& arguments) {
  EngineOptions engine_options;
  engine_options.keep_tokens = arguments.layers.find("tokens") != std::string::npos;
  Result<Engine> engine = Engine::open(engine_options);
  int exit_code = 0;
  for (const std::string& file : arguments.files) {
    std::ifstream stream(file, std::ios::binary);
    std::stringstream bytes;
    bytes << stream.rdbuf();
    InputOptions input;
    input.source_uri = file;
    input.format = format_of(arguments.input_format);
    if (!arguments.published.empty()) input.published = arguments.published;
    std::string line;
    const Status status = engine->annotate(
        bytes.str(), input,
        [&](Record&& record) {
          line.clear();
          append_jsonl(record, line);
          std::fwrite(line.data(), 1, line.size(), stdout);
        },
        [&](const Error& error) {
          std::fprintf(stderr, "onrecord: %s\n", to_string(error).c_str());
          exit_code = exit_code_of(error.code);
        });
    if (!status.ok()) exit_code = exit_code_of(status.error().code);
  }
  return exit_code;
}

}  // namespace

void add_annotate(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<AnnotateArguments>();
  CLI::App* command = app.add_subcommand("annotate", "Print the record of each article, without a database.");
  command->add_option("files", arguments->files)->required();
  command->add_option("--input-format", arguments->input_format);
  command->add_option("--format", arguments->format);
  command->add_option("--published", arguments->published);
  command->add_option("--layers", arguments->layers);
  command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
}

}  // namespace onrecord

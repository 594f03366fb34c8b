// SPDX-License-Identifier: Apache-2.0
// The command line as plain data, read from the CLI11 app once. Help, completion, the man page and docs/cli.md are
// all printed from it, so none can lag behind.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace onrecord {

struct OptionModel {
  std::string name;        // "FILE" of a positional, else "--format" (long name first)
  std::string short_name;  // "-h", or ""
  std::string type;        // "DATE", "csv|jsonl", or "" for a flag
  std::string says;        // description
  std::string default_value;
  bool positional = false;
  bool required = false;
  bool repeats = false;

  bool is_flag() const { return type.empty() && !positional; }
  std::vector<std::string> choices() const;  // of "csv|jsonl"; empty for other types
};

struct CommandModel {
  std::string name;
  std::string says;
  std::string footer;                // notes and examples
  std::vector<OptionModel> options;  // positionals first
};

struct AppModel {
  std::string name;
  std::string says;
  std::vector<OptionModel> options;
  std::vector<CommandModel> commands;

  const CommandModel* find(const std::string& command) const;  // null: no such command
};

AppModel model_of(const CLI::App& app);

}  // namespace onrecord

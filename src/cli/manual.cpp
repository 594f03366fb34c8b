// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::size_t kIndent = 2, kColumn = 26;

std::string name_with_type(const OptionModel& option) {
  std::string words = option.short_name.empty() ? option.name : option.short_name + ", " + option.name;
  if (option.positional) return option.repeats ? words + "…" : words;
  return option.type.empty() ? words : words + ' ' + option.type;
}

std::string says_all(const OptionModel& option) {
  std::string words = option.says;
  if (option.required && !option.positional) words += " Required.";
  if (!option.default_value.empty()) words += " [" + option.default_value + ']';
  return words;
}

void append_options(const std::vector<OptionModel>& options, const Terminal& terminal, std::string& out) {
  bool headed = false;
  for (const OptionModel& option : options) {
    if (!headed && !option.positional) out += "\nOptions\n";
    headed = !option.positional;
    out += terminal.pair(terminal.bold(name_with_type(option)), says_all(option), kIndent, kColumn);
  }
}

}  // namespace

std::string usage_of(const AppModel& app, const CommandModel& command) {
  std::string required, positional;
  bool optional = false;
  for (const OptionModel& option : command.options) {
    if (option.positional) positional += ' ' + (option.required ? option.name : '[' + option.name + ']');
    if (option.positional && option.repeats) positional += "…";
    if (!option.positional && option.required) required += ' ' + option.name + ' ' + option.type;
    optional |= !option.positional && !option.required;
  }
  return app.name + ' ' + command.name + (optional ? " [OPTIONS]" : "") + required + positional;
}

std::vector<FooterBlock> footer_blocks(const std::string& footer) {
  std::vector<FooterBlock> blocks;
  bool apart = true;  // the next line begins a block of its own
  for (std::size_t begin = 0; begin < footer.size();) {
    const std::size_t end = std::min(footer.find('\n', begin), footer.size());
    const std::string line = footer.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty()) {
      apart = true;
      continue;
    }
    const bool verbatim = line[0] == ' ';
    if (apart || blocks.back().verbatim != verbatim) blocks.push_back({verbatim, ""});
    std::string& text = blocks.back().text;
    if (verbatim) text += line + '\n';
    else text += (text.empty() ? "" : " ") + line;
    apart = false;
  }
  return blocks;
}

std::string help_page(const AppModel& app, const CommandModel& command, const Terminal& terminal) {
  std::string out = terminal.wrap(command.says, 0) + '\n';
  out += "Usage: " + usage_of(app, command) + '\n';
  if (!command.options.empty() && command.options.front().positional) out += '\n';
  append_options(command.options, terminal, out);
  bool heading = false;  // a line that ends in a colon stands right above its block
  for (const FooterBlock& block : footer_blocks(command.footer)) {
    if (!heading) out += '\n';
    out += block.verbatim ? block.text : terminal.wrap(block.text, 0);
    heading = !block.verbatim && block.text.back() == ':';
  }
  return out;
}

std::string help_page(const AppModel& app, const Terminal& terminal) {
  std::string out = terminal.wrap(app.says, 0) + '\n';
  out += "Usage: " + app.name + " COMMAND …\n\nCommands\n";
  for (const CommandModel& command : app.commands) {
    out += terminal.pair(terminal.bold(command.name), command.says, kIndent, kColumn / 2 + 2);
  }
  append_options(app.options, terminal, out);
  out += '\n' + terminal.wrap("\"" + app.name + " COMMAND --help\" explains a command and shows examples.", 0);
  return out;
}

}  // namespace onrecord

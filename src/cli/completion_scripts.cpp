// SPDX-License-Identifier: Apache-2.0
// Completion for bash, zsh and fish: commands, options, and the words that an option takes; else file names.
#include "cli/manual.h"

namespace onrecord {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string command_names(const AppModel& app) {
  std::vector<std::string> names;
  for (const CommandModel& command : app.commands) names.push_back(command.name);
  return joined(names);
}

std::string option_names(const std::vector<OptionModel>& options) {
  std::vector<std::string> names;
  for (const OptionModel& option : options) {
    if (!option.positional) names.push_back(option.name);
  }
  return joined(names);
}

// 'text' in single quotes of a POSIX shell
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += "'\\''";
    else out += c;
  }
  return out + '\'';
}

// The words that a positional takes ("bash|zsh|fish"), if it takes words.
std::string positional_words(const CommandModel& command) {
  for (const OptionModel& option : command.options) {
    if (option.positional && !option.choices().empty()) return joined(option.choices());
  }
  return "";
}

std::string bash(const AppModel& app) {
  std::string out =
      "# bash completion for onrecord: source it, or save it as\n"
      "# ~/.local/share/bash-completion/completions/onrecord\n"
      "_onrecord() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
      "  COMPREPLY=()\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W '" +
      command_names(app) + ' ' + option_names(app.options) +
      "' -- \"$word\"))\n    return\n  fi\n  case \"${COMP_WORDS[1]} $before\" in\n";
  for (const CommandModel& command : app.commands) {
    for (const OptionModel& option : command.options) {
      if (option.positional || option.choices().empty()) continue;
      out += "    '" + command.name + ' ' + option.name + "') words='" + joined(option.choices()) + "' ;;\n";
    }
  }
  out += "  esac\n  if [[ -z $words ]]; then\n    case \"${COMP_WORDS[1]}\" in\n";
  for (const CommandModel& command : app.commands) {
    const std::string words = positional_words(command);
    out += "      " + command.name + ") [[ $word == -* ]] && words='" + option_names(command.options) + "'";
    if (!words.empty()) out += " || words='" + words + "'";
    out += " ;;\n";
  }
  return out +
         "    esac\n  fi\n"
         "  if [[ -n $words ]]; then COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "  else COMPREPLY=($(compgen -f -- \"$word\")); fi\n"
         "}\n"
         "complete -o filenames -F _onrecord onrecord\n";
}

bool takes_files(const OptionModel& option) {
  return option.name == "FILE" || option.name == "DB" || option.type == "DB" || option.type == "PATH";
}

// What _arguments of zsh wants of an option: --name[says]:TYPE:(words) or :_files
std::string zsh_argument(const OptionModel& option) {
  std::string says;
  for (const char c : option.says) {
    if (c == '[' || c == ']' || c == ':') says += '\\';
    says += c;
  }
  std::string words = takes_files(option) ? "_files" : " ";
  if (!option.choices().empty()) words = '(' + joined(option.choices()) + ')';
  if (option.positional) return quoted(std::string(option.repeats ? "*" : "") + ':' + option.name + ':' + words);
  std::string out = option.name + '[' + says + ']';
  if (!option.is_flag()) out += ":value:" + words;
  return quoted((option.repeats ? "*" : "") + out);
}

std::string zsh(const AppModel& app) {
  std::string out =
      "#compdef onrecord\n"
      "# zsh completion for onrecord: save it as _onrecord in a folder of $fpath.\n"
      "local -a commands=(\n";
  for (const CommandModel& command : app.commands) out += "  " + quoted(command.name + ':' + command.says) + '\n';
  out +=
      ")\nif ((CURRENT == 2)); then\n  _describe command commands\n  return\nfi\n"
      "local command=$words[2]\nshift words\n((CURRENT--))\ncase $command in\n";
  for (const CommandModel& command : app.commands) {
    out += "  " + command.name + ") _arguments";
    for (const OptionModel& option : command.options) out += " \\\n    " + zsh_argument(option);
    out += " ;;\n";
  }
  return out + "esac\n";
}

std::string fish(const AppModel& app) {
  std::string out = "# fish completion for onrecord: save it as ~/.config/fish/completions/onrecord.fish\n";
  for (const CommandModel& command : app.commands) {
    out +=
        "complete -c onrecord -n __fish_use_subcommand -f -a " + command.name + " -d " + quoted(command.says) + '\n';
  }
  for (const CommandModel& command : app.commands) {
    const std::string when = "complete -c onrecord -n '__fish_seen_subcommand_from " + command.name + "'";
    for (const OptionModel& option : command.options) {
      const std::string words = joined(option.choices());
      if (option.positional && words.empty()) continue;
      out += when;
      if (!option.positional) out += " -l " + option.name.substr(2);
      if (!option.is_flag() && !option.positional) out += " -r";
      if (!words.empty()) out += " -f -a " + quoted(words);
      out += " -d " + quoted(option.says) + '\n';
    }
  }
  return out;
}

}  // namespace

const std::vector<std::string>& shells() {
  static const std::vector<std::string> kShells = {"bash", "zsh", "fish"};
  return kShells;
}

std::string completion_script(const AppModel& app, const std::string& shell) {
  if (shell == "zsh") return zsh(app);
  return shell == "fish" ? fish(app) : bash(app);
}

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// The pages that are kept or installed: man page, docs/cli.md, docs/errors.md, docs/rules.md.
#include <cstdio>
#include <string_view>

#include "cli/manual.h"
#include "format/describe.h"
#include "onrecord/result.h"
#include "onrecord/rules.h"
#include "onrecord/version.h"
#include "text/utf8.h"

namespace onrecord {
namespace {

constexpr ErrorCode kCodes[] = {
#define ONRECORD_ERROR(name, sentence, http, exit) ErrorCode::name,
#include "onrecord/error_codes.def"
#undef ONRECORD_ERROR
};

constexpr const char* kEnvironment[][2] = {
    {"COLUMNS", "Width of the pages of show, search, explain and help, where the terminal's is not wanted."},
    {"NO_COLOR", "Set to anything: no colours. There are none in a pipe or a file either."},
};

constexpr const char* kExitCodes =
    "0 if all went well. A command that reads many articles goes on after a bad one, tells it on standard error and "
    "ends with the exit code of the first error.";

// ---- troff ---------------------------------------------------------------------------------------------------

// \[u2026]
std::string troff_name(char32_t code) {
  char name[16];
  std::snprintf(name, sizeof name, "\\[u%04X]", static_cast<unsigned>(code));
  return name;
}

// Backslashes, hyphens that must stay hyphens, lines that would be commands, and letters beyond ASCII.
std::string troff(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded letter = decode_utf8(text, at);
    if (line_begins && (letter.code == '.' || letter.code == '\'')) out += "\\&";
    if (letter.code == '\\') out += "\\e";
    else if (letter.code == '-') out += "\\-";
    else if (letter.code < 0x80) out += static_cast<char>(letter.code);
    else out += troff_name(letter.code);
    line_begins = letter.code == '\n';
    at += letter.size;
  }
  return out;
}

void append_man_option(const OptionModel& option, std::string& out) {
  out += ".TP\n";
  if (!option.short_name.empty()) out += ".BR " + troff(option.short_name) + " \", \" " + troff(option.name) + '\n';
  else if (option.type.empty() || option.positional) out += ".B " + troff(option.name) + '\n';
  else out += ".BI \"" + troff(option.name) + " \" \"" + troff(option.type) + "\"\n";
  out += troff(option.says);
  if (option.required && !option.positional) out += " Required.";
  if (!option.default_value.empty()) out += " Default: " + troff(option.default_value) + '.';
  out += '\n';
}

void append_man_footer(const std::string& footer, std::string& out) {
  for (const FooterBlock& block : footer_blocks(footer)) {
    if (block.verbatim) out += ".PP\n.nf\n" + troff(block.text) + ".fi\n";
    else out += ".PP\n" + troff(block.text) + '\n';
  }
}

// ---- Markdown ------------------------------------------------------------------------------------------------

// Text of a table's cell or paragraph: what Markdown would take for markup is shown as it is.
std::string markdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<' || c == '*' || c == '_') out += '\\';
    out += c;
  }
  return out;
}

std::string code(const std::string& text) {
  std::string out = "`";
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out + '`';
}

void append_option_table(const std::vector<OptionModel>& options, std::string& out) {
  out += "| | |\n|---|---|\n";
  for (const OptionModel& option : options) {
    std::string name = option.name;
    if (option.positional && option.repeats) name += " …";
    else if (!option.positional && !option.type.empty()) name += ' ' + option.type;
    out += "| " + code(name) + " | " + markdown(option.says);
    if (option.required && !option.positional) out += " Required.";
    if (!option.default_value.empty()) out += " Default: " + code(option.default_value) + '.';
    out += " |\n";
  }
  out += '\n';
}

std::string sure(double confidence) { return confidence_in_words({"", confidence}); }

}  // namespace

std::string man_page(const AppModel& app) {
  std::string out = ".TH ONRECORD 1 \"\" \"onrecord " + troff(kVersion) + "\"\n.SH NAME\nonrecord \\- " +
                    troff(app.says) + "\n.SH SYNOPSIS\n.B onrecord\n.I COMMAND\n\\&...\n.SH COMMANDS\n";
  for (const CommandModel& command : app.commands) {
    out += ".SS " + troff(command.name) + "\n" + troff(command.says) + "\n.PP\n.B " + troff(usage_of(app, command)) +
           '\n';
    for (const OptionModel& option : command.options) {
      if (option.name != "--help") append_man_option(option, out);
    }
    append_man_footer(command.footer, out);
  }
  out += ".SH OPTIONS\n";
  for (const OptionModel& option : app.options) append_man_option(option, out);
  out += ".SH EXIT STATUS\n" + troff(kExitCodes) + '\n';
  for (const ErrorCode error : kCodes) {
    out += ".TP\n.B " + std::to_string(exit_code_of(error)) + '\n' + troff(sentence_of(error)) + '\n';
  }
  out += ".SH ENVIRONMENT\n";
  for (const auto& [name, says] : kEnvironment) out += std::string(".TP\n.B ") + name + '\n' + troff(says) + '\n';
  return out;
}

std::string cli_markdown(const AppModel& app) {
  std::string out = "# The command line\n\nMade from the program by `onrecord docs cli`; do not edit by hand.\n\n";
  out += markdown(app.says) +
         " `onrecord --help` and `onrecord COMMAND --help` print what stands here; "
         "`onrecord man` prints a man page and `onrecord completion SHELL` a completion script.\n\n";
  for (const CommandModel& command : app.commands) {
    out += "- [`" + command.name + "`](#onrecord-" + command.name + "): " + markdown(command.says) + '\n';
  }
  out += '\n';
  for (const CommandModel& command : app.commands) {
    out += "## onrecord " + command.name + "\n\n" + markdown(command.says) + "\n\n```\n" + usage_of(app, command) +
           "\n```\n\n";
    append_option_table(command.options, out);
    for (const FooterBlock& block : footer_blocks(command.footer)) {
      out += block.verbatim ? "```\n" + block.text + "```\n\n" : markdown(block.text) + "\n\n";
    }
  }
  out += "## Exit codes\n\n" + std::string(kExitCodes) + " [errors.md](errors.md) lists them.\n\n## Environment\n\n";
  for (const auto& [name, says] : kEnvironment) out += std::string("- `") + name + "`: " + says + '\n';
  return out;
}

std::string errors_markdown() {
  std::string out =
      "# Errors\n\nMade from include/onrecord/error_codes.def by `onrecord docs errors`; do not edit by hand.\n\n"
      "The library returns an error as a value with a code, a message and a place; the command line prints "
      "`onrecord: PLACE: MESSAGE` on standard error and ends with the exit code; HTTP answers with the status. Odd "
      "text is never an error: the record has a note.\n\n" +
      std::string(kExitCodes) + "\n\n| code | exit code | HTTP status | |\n|---|---|---|---|\n";
  for (const ErrorCode error : kCodes) {
    out += std::string("| `") + name_of(error) + "` | " + std::to_string(exit_code_of(error)) + " | " +
           std::to_string(http_status_of(error)) + " | " + sentence_of(error) + " |\n";
  }
  return out;
}

std::string rules_markdown() {
  std::string out =
      "# Rules\n\nMade from the rules' own tables by `onrecord docs rules`; do not edit by hand.\n\n"
      "Every row that a rule made names it in `producer`, with its version. `confidence` is the share of its rows "
      "that were right on development data. A test runs each rule on both of its sentences.\n";
  std::string layer;
  for (const Rule& rule : all_rules()) {
    const std::string name = rule.name;
    const std::string own_layer = name.substr(0, name.find('.'));
    if (own_layer != layer) out += "\n## " + own_layer + '\n';
    layer = own_layer;
    out += "\n**`" + name + "`**, version " + std::to_string(rule.version) + ", confidence " + sure(rule.confidence) +
           ". " + markdown(rule.says) + "\n\n- yes: " + markdown(rule.accepts) + "\n- no: " + markdown(rule.refuses) +
           '\n';
  }
  return out;
}

}  // namespace onrecord

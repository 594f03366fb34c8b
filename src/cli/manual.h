// SPDX-License-Identifier: Apache-2.0
// The command line in words, made from its model: help on a terminal, a man page, a page of docs/.
#pragma once

#include <string>

#include "cli/app_model.h"
#include "cli/terminal.h"

namespace onrecord {

std::string help_page(const AppModel& app, const Terminal& terminal);
std::string help_page(const AppModel& app, const CommandModel& command, const Terminal& terminal);

std::string man_page(const AppModel& app);      // troff, section 1
std::string cli_markdown(const AppModel& app);  // docs/cli.md
std::string errors_markdown();                  // docs/errors.md
std::string rules_markdown();                   // docs/rules.md

// Scripts for completion. REQUIRES: one of shells().
const std::vector<std::string>& shells();
std::string completion_script(const AppModel& app, const std::string& shell);

// "onrecord show [OPTIONS] --db DB ARTICLE"
std::string usage_of(const AppModel& app, const CommandModel& command);

// A footer's paragraphs (lines joined) and its indented lines (kept as they are, in one block).
struct FooterBlock {
  bool verbatim = false;
  std::string text;  // verbatim: lines with their ends; else one line
};
std::vector<FooterBlock> footer_blocks(const std::string& footer);

}  // namespace onrecord

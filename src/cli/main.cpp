// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "onrecord/version.h"

int main(int argc, char** argv) {
  CLI::App app{"News in, a record out: who said what, when, how much, and on whose word."};
  app.name("onrecord");
  app.set_version_flag("--version", onrecord::kVersion);
  app.require_subcommand(1);
  int exit_code = 0;
  onrecord::add_annotate(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  }
  return exit_code;
}

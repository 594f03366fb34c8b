// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/complaint.h"

int main(int argc, char** argv) {
  int exit_code = 0;
  const std::unique_ptr<CLI::App> app = onrecord::make_app(exit_code);
  try {
    app->parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return onrecord::answer_help(*app, argc, argv);
  } catch (const CLI::Success& request) {  // --version
    return app->exit(request);
  } catch (const CLI::ParseError& error) {
    return onrecord::complain(*app, error, argc, argv);
  }
  return exit_code;
}

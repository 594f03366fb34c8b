// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "onrecord/version.h"

namespace onrecord {

std::unique_ptr<CLI::App> make_app(int& exit_code) {
  auto app = std::make_unique<CLI::App>(
      "News in, a record out: who said what, when, how much, and on whose word. Works offline.", "onrecord");
  app->set_version_flag("--version",
                        std::string("onrecord ") + kVersion + "\nrecord format " + kRecordFormat +
                            "\nplaces from GeoNames (geonames.org), CC BY 4.0",
                        "Print the version of the program and of the record format.");
  app->set_help_flag("-h,--help", "Print this help and stop.");
  app->require_subcommand(1);
  add_annotate(*app, exit_code);
  add_text(*app, exit_code);
  add_read(*app, exit_code);
  add_show(*app, exit_code);
  add_search(*app, exit_code);
  add_explain(*app, exit_code);
  add_export(*app, exit_code);
  add_verify(*app, exit_code);
  add_actors(*app, exit_code);
  add_model(*app, exit_code);
  add_help(*app, exit_code);
  add_completion(*app, exit_code);
  add_man(*app, exit_code);
  add_docs(*app, exit_code);
  return app;
}

}  // namespace onrecord

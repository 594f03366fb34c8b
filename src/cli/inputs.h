// SPDX-License-Identifier: Apache-2.0
// The files that a command reads: options shared by the commands that do, folders walked, "-" for standard input.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "onrecord/options.h"
#include "onrecord/result.h"

namespace CLI {
class App;
}

namespace onrecord {

// What the user said of the input.
struct InputArguments {
  std::vector<std::string> files;
  std::string input_format = "auto";
  std::string published;  // empty: not given

  InputOptions options_for(const std::string& file) const;
};

// FILE…, --input-format and --published.
void add_input_arguments(CLI::App& command, InputArguments& arguments);

using OnFileError = std::function<void(const Error&)>;

// The files to read, in the order given; a folder becomes the articles and pages below it, by name, without
// hidden ones. ERRORS: NotFound and Unreadable go to `on_error`, and the others go on.
std::vector<std::string> list_files(const std::vector<std::string>& arguments, const OnFileError& on_error);

// Tells an error to the user on standard error, as "onrecord: FILE: what; what to do", and keeps the exit code of
// the first one.
class ErrorTeller {
 public:
  explicit ErrorTeller(int& exit_code) : exit_code_(exit_code) {}
  void operator()(const Error& error) const;

 private:
  int& exit_code_;
};

}  // namespace onrecord

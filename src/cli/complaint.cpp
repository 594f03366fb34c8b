// SPDX-License-Identifier: Apache-2.0
#include "cli/complaint.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <numeric>

#include "onrecord/result.h"

namespace onrecord {
namespace {

// Letters to change, add, drop or swap with the next one to get from `a` to `b` (optimal string alignment).
std::size_t letters_apart(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, above[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> flags_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options(nullptr)) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

// The command that was named, or the app itself.
const CLI::App& addressed(const CLI::App& app, int argc, const char* const* argv) {
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    if (argc > 1 && command->get_name() == argv[1]) return *command;
  }
  return app;
}

// "", or "; did you mean X?"
std::string meant(std::string_view word, const std::vector<std::string>& words) {
  const std::string near = nearest(word, words);
  return near.empty() ? "" : "; did you mean \"" + near + "\"?";
}

std::string complaint(const CLI::App& app, const CLI::App& command, const CLI::ParseError& error, int argc,
                      const char* const* argv) {
  if (argc < 2) return "no command given";
  if (&command == &app && argv[1][0] != '-') {
    return '"' + std::string(argv[1]) + "\" is not a command" + meant(argv[1], commands_of(app));
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    for (const std::string& extra : app.remaining(true)) {
      if (extra.substr(0, 1) != "-") continue;
      const std::string flag = extra.substr(0, extra.find('='));
      return "there is no option " + flag + meant(flag, flags_of(command));
    }
  }
  return error.what();
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& words) {
  const std::size_t limit = word.size() < 5 ? 1 : 2;
  std::string best;
  std::size_t least = limit + 1;
  for (const std::string& other : words) {
    const std::size_t apart = letters_apart(word, other);
    if (apart < least) {
      least = apart;
      best = other;
    }
  }
  return best;
}

int complain(const CLI::App& app, const CLI::ParseError& error, int argc, const char* const* argv) {
  const CLI::App& command = addressed(app, argc, argv);
  std::string help = "onrecord --help";
  if (&command != &app) help = "onrecord " + command.get_name() + " --help";
  std::fprintf(stderr, "onrecord: %s\nTry \"%s\".\n", complaint(app, command, error, argc, argv).c_str(),
               help.c_str());
  return exit_code_of(ErrorCode::InvalidArgument);
}

}  // namespace onrecord

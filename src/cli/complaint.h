// SPDX-License-Identifier: Apache-2.0
// What to say to a command line that cannot be understood: what is wrong, what was perhaps meant, where help is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace onrecord {

// Prints to standard error and returns the exit code of InvalidArgument.
int complain(const CLI::App& app, const CLI::ParseError& error, int argc, const char* const* argv);

// The word nearest to `word`, at most two letters away (one for short words); empty where none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& words);

}  // namespace onrecord

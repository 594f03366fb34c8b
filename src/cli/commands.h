// SPDX-License-Identifier: Apache-2.0
// One function per command: adds it to the app, with its options, help and examples. A command's callback sets
// `exit_code` (docs/errors.md); nothing here throws but CLI11's own parse errors, which main() catches.
#pragma once

#include <memory>

namespace CLI {
class App;
}

namespace onrecord {

void add_annotate(CLI::App& app, int& exit_code);
void add_text(CLI::App& app, int& exit_code);
void add_read(CLI::App& app, int& exit_code);
void add_verify(CLI::App& app, int& exit_code);
void add_show(CLI::App& app, int& exit_code);
void add_search(CLI::App& app, int& exit_code);
void add_explain(CLI::App& app, int& exit_code);
void add_export(CLI::App& app, int& exit_code);

void add_actors(CLI::App& app, int& exit_code);
void add_model(CLI::App& app, int& exit_code);
void add_help(CLI::App& app, int& exit_code);
void add_completion(CLI::App& app, int& exit_code);
void add_man(CLI::App& app, int& exit_code);
void add_docs(CLI::App& app, int& exit_code);

// What --help asks for, of the command that was named or of all.
int answer_help(const CLI::App& app, int argc, const char* const* argv);

// The whole command line: every command above. Help, completion, the man page and docs/cli.md are made from it.
std::unique_ptr<CLI::App> make_app(int& exit_code);

}  // namespace onrecord

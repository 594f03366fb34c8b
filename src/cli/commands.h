// SPDX-License-Identifier: Apache-2.0
// One function per command: adds it to the app, with its options, help and examples. A command's callback sets
// `exit_code`.
#pragma once

namespace CLI {
class App;
}

namespace onrecord {

void add_annotate(CLI::App& app, int& exit_code);

}  // namespace onrecord

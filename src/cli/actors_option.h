// SPDX-License-Identifier: Apache-2.0
// --actors, shared by the commands that tell who is who.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace onrecord {

void add_actors_argument(CLI::App& command, std::vector<std::string>& files);

}  // namespace onrecord

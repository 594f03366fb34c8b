// SPDX-License-Identifier: Apache-2.0
// --gazetteer, shared by the commands that annotate, and where the file of places is looked for.
#pragma once

#include <string>

#include "cli/layer_choice.h"

namespace CLI {
class App;
}

namespace onrecord {

struct GazetteerArgument {
  std::string file;  // empty: looked for

  // The gazetteer's file, "" for none: what the user said, else onrecord.gazetteer beside the program, else
  // ../share/onrecord/onrecord.gazetteer from there.
  std::string path() const;
  // The same; "" where no layer needs places.
  std::string path_for(const LayerChoice& layers) const;
};

void add_gazetteer_argument(CLI::App& command, GazetteerArgument& argument);

}  // namespace onrecord

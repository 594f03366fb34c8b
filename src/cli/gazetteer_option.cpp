// SPDX-License-Identifier: Apache-2.0
#include "cli/gazetteer_option.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

namespace onrecord {

namespace fs = std::filesystem;

std::string GazetteerArgument::path() const {
  if (!file.empty()) return file;
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error) return "";
  for (const fs::path& place :
       {folder / "onrecord.gazetteer", folder.parent_path() / "share/onrecord/onrecord.gazetteer"}) {
    if (fs::exists(place, error)) return place.string();
  }
  return "";
}

std::string GazetteerArgument::path_for(const LayerChoice& layers) const {
  return std::find(layers.skip.begin(), layers.skip.end(), "places") == layers.skip.end() ? path() : "";
}

void add_gazetteer_argument(CLI::App& command, GazetteerArgument& argument) {
  command
      .add_option("--gazetteer", argument.file,
                  "The file of places; unless given, onrecord.gazetteer beside the program or in ../share/onrecord.")
      ->type_name("FILE");
}

}  // namespace onrecord

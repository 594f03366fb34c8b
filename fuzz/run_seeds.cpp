// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target over the files of a folder, each whole and cut at a few places: the ordinary test of what
// libFuzzer runs for hours. Usage: NAME_seeds FOLDER
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "check.h"

namespace {

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    run(bytes);
    for (std::size_t part = 1; part < 16; ++part) run(bytes.substr(0, bytes.size() * part / 16));
    ++files;
  }
  std::printf("%d files\n", files);
  return files > 0 ? 0 : 1;
}

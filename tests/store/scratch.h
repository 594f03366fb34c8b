// SPDX-License-Identifier: Apache-2.0
// A folder that is there for one test.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

namespace onrecord {

class Scratch : public ::testing::Test {
 protected:
  Scratch() {
    namespace fs = std::filesystem;
    // In memory where there is such a place: databases wait for the disk at every turn.
    const fs::path parent = fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
    std::string pattern = (parent / "onrecord-test-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Scratch() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace onrecord

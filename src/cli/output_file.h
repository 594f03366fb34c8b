// SPDX-License-Identifier: Apache-2.0
// A stream that a command writes to: standard output or a file. Every write is checked, so that a full disk or a
// closed pipe is told and not lost.
#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "onrecord/result.h"

namespace onrecord {

// ERRORS: DiskFull; Unreadable where the path cannot be written.
class OutputFile {
 public:
  static Result<OutputFile> open(const std::string& path);  // "" or "-": standard output
  Status write(const std::string& bytes);
  Status finish();  // the last call: what is buffered gets written

 private:
  OutputFile(std::FILE* file, std::string name);
  static void close(std::FILE* file);

  std::unique_ptr<std::FILE, void (*)(std::FILE*)> file_;
  std::string name_;
};

}  // namespace onrecord

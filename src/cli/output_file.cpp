// SPDX-License-Identifier: Apache-2.0
#include "cli/output_file.h"

#include <cerrno>
#include <cstring>

namespace onrecord {
namespace {

Error write_error(const std::string& where) {
  const int reason = errno;
  const ErrorCode code = reason == ENOSPC ? ErrorCode::DiskFull : ErrorCode::Unreadable;
  return {code, std::string("cannot write (") + std::strerror(reason) + ')', where};
}

}  // namespace

OutputFile::OutputFile(std::FILE* file, std::string name) : file_(file, &close), name_(std::move(name)) {}

void OutputFile::close(std::FILE* file) {
  if (file != stdout) std::fclose(file);
}

Result<OutputFile> OutputFile::open(const std::string& path) {
  if (path.empty() || path == "-") return OutputFile(stdout, "standard output");
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return write_error(path);
  return OutputFile(file, path);
}

Status OutputFile::write(const std::string& bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) return write_error(name_);
  return Ok{};
}

Status OutputFile::finish() {
  if (std::fflush(file_.get()) != 0) return write_error(name_);
  return Ok{};
}

}  // namespace onrecord

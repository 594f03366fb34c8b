// SPDX-License-Identifier: Apache-2.0
#include "ingest/byte_source.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "ingest/sniff.h"

namespace onrecord {
namespace {

constexpr std::size_t kPiece = 256 * 1024;

class FileSource : public ByteSource {
 public:
  FileSource(std::FILE* file, std::string path) : file_(file), path_(std::move(path)) {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override {
    if (file_ != stdin) std::fclose(file_);
  }

  Result<std::size_t> read(char* out, std::size_t size) override {
    const std::size_t got = std::fread(out, 1, size, file_);
    if (got == 0 && std::ferror(file_) != 0) {
      return Error{ErrorCode::Unreadable, std::string("cannot read: ") + std::strerror(errno), path_};
    }
    return got;
  }

 private:
  std::FILE* file_;
  std::string path_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : left_(bytes) {}

  Result<std::size_t> read(char* out, std::size_t size) override {
    const std::size_t some = std::min(size, left_.size());
    if (some > 0) std::memcpy(out, left_.data(), some);
    left_.remove_prefix(some);
    return some;
  }

 private:
  std::string_view left_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_file(const std::string& path) {
  if (path == "-") return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(stdin, path));
  struct stat status = {};
  if (stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
    return Error{ErrorCode::Unreadable, "is a folder", path};
  }
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file != nullptr) return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(file, path));
  if (errno == ENOENT || errno == ENOTDIR) return Error{ErrorCode::NotFound, "no such file; check the name", path};
  return Error{ErrorCode::Unreadable, std::string("cannot open the file: ") + std::strerror(errno), path};
}

std::unique_ptr<ByteSource> source_of(std::string_view bytes) { return std::make_unique<MemorySource>(bytes); }

Result<bool> InputReader::fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() < end_ + kPiece + kLinePadding) buffer_.resize(end_ + std::max(kPiece, end_) + kLinePadding);
  ONRECORD_TRY(const std::size_t got, source_->read(buffer_.data() + end_, kPiece));
  end_ += got;
  bytes_read_ += got;
  at_end_ = got == 0;
  return !at_end_;
}

Result<std::string_view> InputReader::head() {
  while (!at_end_ && unread().size() < kSniffBytes) {
    ONRECORD_CHECK_OK(fill());
  }
  return unread();
}

Result<bool> InputReader::next_line(std::size_t limit, Line& line) {
  std::size_t scanned = 0;
  std::uint64_t dropped = 0;
  for (;;) {
    const std::string_view left = unread();
    const std::size_t end = left.find('\n', scanned);
    const bool found = end != std::string_view::npos;
    if (found || at_end_) {
      const std::size_t size = found ? end : left.size();
      if (!found && size + dropped == 0) return false;
      line.size = dropped + size;
      line.too_long = line.size > limit;
      line.bytes = line.too_long ? std::string_view{} : left.substr(0, size);
      line.number = ++lines_;
      begin_ += found ? size + 1 : size;
      return true;
    }
    scanned = left.size();
    if (scanned > limit) {  // keep nothing of a line that will be refused
      dropped += scanned;
      begin_ = end_;
      scanned = 0;
    }
    ONRECORD_CHECK_OK(fill());
  }
}

Result<InputReader::Whole> InputReader::rest(std::size_t limit) {
  while (!at_end_ && unread().size() <= limit) {
    ONRECORD_CHECK_OK(fill());
  }
  if (unread().size() > limit) return Whole{{}, true};
  return Whole{unread(), false};
}

}  // namespace onrecord

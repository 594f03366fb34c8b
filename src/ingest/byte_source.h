// SPDX-License-Identifier: Apache-2.0
// Where bytes come from: a file, standard input or memory, read in pieces so that no input need fit in memory.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "onrecord/result.h"

namespace onrecord {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Up to `size` bytes into `out`; 0 at the end. ERRORS: Unreadable, with the system's words.
  virtual Result<std::size_t> read(char* out, std::size_t size) = 0;
};

// The file at `path`, or standard input for "-". ERRORS: NotFound, Unreadable.
Result<std::unique_ptr<ByteSource>> open_file(const std::string& path);

// `bytes` must outlive the source.
std::unique_ptr<ByteSource> source_of(std::string_view bytes);

// Looks ahead into a source and reads it by lines or whole, in bounded memory.
class InputReader {
 public:
  explicit InputReader(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // The first bytes, kSniffBytes or more unless the input is shorter; nothing is consumed.
  Result<std::string_view> head();

  struct Line {
    std::string_view bytes;    // without its end; kLinePadding readable bytes follow. Lives until the next call.
    std::uint64_t number = 0;  // from 1
    std::uint64_t size = 0;    // bytes of the whole line
    bool too_long = false;     // longer than `limit`: `bytes` is empty, the line was skipped
  };
  // False at the end of the input.
  Result<bool> next_line(std::size_t limit, Line& line);

  struct Whole {
    std::string_view bytes;  // lives as long as the reader
    bool too_long = false;   // there are more than `limit` bytes; the rest was not read
  };
  Result<Whole> rest(std::size_t limit);

  std::uint64_t bytes_read() const { return bytes_read_; }  // of the source, so far

 private:
  Result<bool> fill();  // reads one more piece into the buffer; false at the end
  std::string_view unread() const { return std::string_view(buffer_).substr(begin_, end_ - begin_); }

  std::unique_ptr<ByteSource> source_;
  std::string buffer_;  // [begin_, end_) is read and not yet given out
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool at_end_ = false;
  std::uint64_t lines_ = 0;
  std::uint64_t bytes_read_ = 0;
};

// Bytes after a line that may be read (simdjson wants them).
inline constexpr std::size_t kLinePadding = 64;

}  // namespace onrecord

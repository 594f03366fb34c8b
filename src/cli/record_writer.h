// SPDX-License-Identifier: Apache-2.0
// Where the records of `annotate` go: one writer per format, to standard output, a file, or (brat) a folder.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "onrecord/records.h"
#include "onrecord/result.h"

namespace onrecord {

// Thread rule: one thread at a time. ERRORS of both calls: DiskFull, Unreadable (cannot be written).
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  virtual Status write(const Record& record) = 0;
  virtual Status finish() = 0;  // the last call
};

// The words of --format.
const std::vector<std::string>& format_words();

// `out` is a path, or empty for standard output. REQUIRES: a word of format_words().
Result<std::unique_ptr<RecordSink>> open_sink(const std::string& format, const std::string& out);

}  // namespace onrecord

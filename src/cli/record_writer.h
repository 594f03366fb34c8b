// SPDX-License-Identifier: Apache-2.0
// Where the records of `annotate` go: one writer per format, to standard output, a file, or (brat) a folder.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "onrecord/records.h"
#include "onrecord/result.h"

namespace onrecord {

// Thread rule: render() on any thread, the others on one. ERRORS: DiskFull, Unreadable (cannot be written).
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  // What write() wants of a record and what need not be done in order.
  virtual std::string render(const Record& record) const = 0;
  virtual Status write(const Record& record, const std::string& rendered) = 0;
  virtual Status finish() = 0;  // the last call
};

// The words of --format.
const std::vector<std::string>& format_words();

// `out` is a path, or empty for standard output. REQUIRES: a word of format_words().
Result<std::unique_ptr<RecordSink>> open_sink(const std::string& format, const std::string& out);

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// The whole way from any bytes to a record: the law holds for every row, and the record is JSON.
#include "check.h"
#include "format/format.h"
#include "onrecord/engine.h"
#include "support/law.h"
#include "text/utf8.h"

using namespace onrecord;

namespace {

void check(const Record& record) {
  const std::string breach = first_breach(record);
  if (!breach.empty()) std::fprintf(stderr, "%s\n", breach.c_str());
  FUZZ_CHECK(breach.empty());
  std::string line;
  append_jsonl(record, line);
  FUZZ_CHECK(valid_utf8_prefix(line) == line.size());
  FUZZ_CHECK(line.find('\n') == line.size() - 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Result<Engine> engine = Engine::open({.skip = {}, .keep_tokens = true});
  InputOptions options;
  options.format = InputFormat::Text;
  options.source_uri = "fuzz";
  if (size % 2 == 0) options.published = "2024-04-25";
  bool breach = false;
  const Status status = engine->annotate(
      view_of(data, size), options, [](Record&& record) { check(record); },
      [&](const Error& error) { breach |= error.code != ErrorCode::BadInput; });
  FUZZ_CHECK(status.ok() && !breach);  // a broken law would come as LawBroken
  return 0;
}

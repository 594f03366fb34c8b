// SPDX-License-Identifier: Apache-2.0
#include "onrecord/result.h"

namespace onrecord {
namespace {

struct ErrorRow {
  const char* name;
  const char* sentence;
  int http;
  int exit;
};

constexpr ErrorRow kErrors[] = {
#define ONRECORD_ERROR(name, sentence, http, exit) {#name, sentence, http, exit},
#include "onrecord/error_codes.def"
#undef ONRECORD_ERROR
};

const ErrorRow& row(ErrorCode code) { return kErrors[static_cast<std::size_t>(code)]; }

}  // namespace

const char* name_of(ErrorCode code) { return row(code).name; }
const char* sentence_of(ErrorCode code) { return row(code).sentence; }
int http_status_of(ErrorCode code) { return row(code).http; }
int exit_code_of(ErrorCode code) { return row(code).exit; }

std::string to_string(const Error& error) {
  return error.where.empty() ? error.message : error.where + ": " + error.message;
}

}  // namespace onrecord

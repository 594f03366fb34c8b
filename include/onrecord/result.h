// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value or an Error. The library throws nothing and prints nothing: one bad article must not end
// a batch, and CLI, HTTP and C callers need values (docs/adr/0001). Shaped like std::expected.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace onrecord {

enum class ErrorCode {
#define ONRECORD_ERROR(name, sentence, http, exit) name,
#include "onrecord/error_codes.def"
#undef ONRECORD_ERROR
};

// What went wrong: `message` says what and what to do; `where` names the file, article or row.
struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string message;
  std::string where;
};

const char* name_of(ErrorCode code);      // "TooLarge"
const char* sentence_of(ErrorCode code);  // the table's sentence
int http_status_of(ErrorCode code);
int exit_code_of(ErrorCode code);
std::string to_string(const Error& error);  // "where: message"

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok().
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !ok().
  const Error& error() const& { return std::get<1>(state_); }
  Error&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

struct Ok {};
using Status = Result<Ok>;

}  // namespace onrecord

// Unwraps a Result into `declaration`, or returns its error from the function around it.
#define ONRECORD_JOIN_(a, b) a##b
#define ONRECORD_JOIN(a, b) ONRECORD_JOIN_(a, b)
#define ONRECORD_TRY(declaration, ...) \
  ONRECORD_TRY_(declaration, ONRECORD_JOIN(onrecord_result_, __LINE__), __VA_ARGS__)
#define ONRECORD_TRY_(declaration, name, ...)     \
  auto name = (__VA_ARGS__);                      \
  if (!name.ok()) return std::move(name).error(); \
  declaration = std::move(name).value()
// The same for a Status.
#define ONRECORD_CHECK_OK(...) \
  if (auto onrecord_status = (__VA_ARGS__); !onrecord_status.ok()) return std::move(onrecord_status).error()

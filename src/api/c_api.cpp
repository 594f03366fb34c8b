// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>

#include "format/format.h"
#include "onrecord/engine.h"
#include "onrecord/onrecord.h"
#include "onrecord/version.h"

struct onrecord_engine {
  onrecord::Engine engine;
};

namespace onrecord {
namespace {

// What the last call of this thread came to; `shown` points into the strings.
struct LastError {
  std::string message, where;
  onrecord_error shown{ONRECORD_OK, "", "", ""};
};

LastError& last_error() {
  thread_local LastError last;
  return last;
}

onrecord_code code_of(ErrorCode code) { return static_cast<onrecord_code>(static_cast<int>(code) + 1); }
static_assert(static_cast<int>(ErrorCode::InvalidArgument) + 1 == ONRECORD_InvalidArgument);
static_assert(static_cast<int>(ErrorCode::Internal) + 1 == ONRECORD_Internal);

onrecord_code keep(const Error& error) {
  LastError& last = last_error();
  last.message = error.message;
  last.where = error.where;
  last.shown = {code_of(error.code), name_of(error.code), last.message.c_str(), last.where.c_str()};
  return last.shown.code;
}

onrecord_code all_well() {
  last_error().shown = {ONRECORD_OK, "", "", ""};
  return ONRECORD_OK;
}

// Runs the body of a call; what a library throws (bad_alloc above all) becomes an error.
template <class Body>
onrecord_code guarded(Body&& body) noexcept {
  try {
    return body();
  } catch (const std::exception& thrown) {
    return keep({ErrorCode::Internal, thrown.what(), ""});
  } catch (...) {
    return keep({ErrorCode::Internal, "an unknown exception", ""});
  }
}

// A struct of the caller, who may have been compiled with fewer fields than we know.
template <class Struct>
bool copy_struct(const Struct* given, Struct& ours) {
  if (given == nullptr) return true;
  if (given->struct_size == 0 || given->struct_size > sizeof(Struct)) return false;
  std::memcpy(&ours, given, given->struct_size);
  return true;
}

bool is_precision(int precision) { return precision >= ONRECORD_INT8 && precision <= ONRECORD_F32; }
static_assert(static_cast<int>(ModelPrecision::F32) == ONRECORD_F32);

bool is_format(int format) { return format >= ONRECORD_AUTO && format <= ONRECORD_HTML; }

InputOptions options_of(const onrecord_input& input) {
  static constexpr InputFormat kFormats[] = {InputFormat::Auto, InputFormat::Text, InputFormat::Jsonl,
                                             InputFormat::Html};
  InputOptions options;
  options.format = kFormats[input.format];
  if (input.source_uri != nullptr) options.source_uri = input.source_uri;
  if (input.published != nullptr) options.published = input.published;
  return options;
}

// A copy that free() can take.
char* copied(const std::string& text) {
  auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy != nullptr) std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

onrecord_code annotate(const Engine& engine, std::string_view bytes, const onrecord_input& input, char** lines,
                       size_t* lines_size) {
  onrecord_code first = ONRECORD_OK;
  Error first_error;
  const auto on_error = [&](const Error& error) {
    if (first == ONRECORD_OK) first_error = error;
    first = code_of(first_error.code);
  };
  std::string out;
  const Status status = engine.annotate(
      bytes, options_of(input), [&](Record&& record) { append_jsonl(record, out); }, on_error);
  if (!status.ok()) on_error(status.error());
  *lines = copied(out);
  if (*lines == nullptr) return keep({ErrorCode::Internal, "no memory for the records", ""});
  if (lines_size != nullptr) *lines_size = out.size();
  return first == ONRECORD_OK ? all_well() : keep(first_error);
}

}  // namespace
}  // namespace onrecord

using onrecord::ErrorCode;

extern "C" {

const char* onrecord_version(void) { return onrecord::kVersion; }
const char* onrecord_record_format(void) { return onrecord::kRecordFormat; }

onrecord_engine* onrecord_open(const onrecord_options* options) {
  onrecord_engine* opened = nullptr;
  onrecord::guarded([&] {
    onrecord_options ours = ONRECORD_OPTIONS_INIT;
    if (!onrecord::copy_struct(options, ours) || !onrecord::is_precision(ours.precision)) {
      return onrecord::keep({ErrorCode::InvalidArgument, "begin with ONRECORD_OPTIONS_INIT", "options"});
    }
    onrecord::EngineOptions engine_options;
    engine_options.keep_tokens = ours.tokens != 0;
    if (ours.model != nullptr) engine_options.model = ours.model;
    engine_options.precision = static_cast<onrecord::ModelPrecision>(ours.precision);
    onrecord::Result<onrecord::Engine> engine = onrecord::Engine::open(engine_options);
    if (!engine.ok()) return onrecord::keep(engine.error());
    opened = new onrecord_engine{std::move(engine).value()};
    return onrecord::all_well();
  });
  return opened;
}

void onrecord_close(onrecord_engine* engine) { delete engine; }

onrecord_code onrecord_annotate(const onrecord_engine* engine, const char* bytes, size_t size,
                                const onrecord_input* input, char** lines, size_t* lines_size) {
  if (lines != nullptr) *lines = nullptr;
  if (lines_size != nullptr) *lines_size = 0;
  return onrecord::guarded([&] {
    onrecord_input ours = ONRECORD_INPUT_INIT;
    if (engine == nullptr || lines == nullptr || (bytes == nullptr && size > 0)) {
      return onrecord::keep({ErrorCode::InvalidArgument, "engine, bytes and lines must not be NULL", ""});
    }
    if (!onrecord::copy_struct(input, ours) || !onrecord::is_format(ours.format)) {
      return onrecord::keep({ErrorCode::InvalidArgument, "begin with ONRECORD_INPUT_INIT", "input"});
    }
    return onrecord::annotate(engine->engine, {bytes == nullptr ? "" : bytes, size}, ours, lines, lines_size);
  });
}

void onrecord_free(char* lines) { std::free(lines); }

const onrecord_error* onrecord_last_error(void) { return &onrecord::last_error().shown; }

}  // extern "C"

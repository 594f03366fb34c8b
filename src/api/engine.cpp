// SPDX-License-Identifier: Apache-2.0
#include "onrecord/engine.h"

#include "annotate/analyze.h"
#include "ingest/ingest.h"
#include "record/build.h"

namespace onrecord {

struct Engine::Impl {
  EngineOptions options;
};

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::open(const EngineOptions& options) { return Engine(std::make_unique<Impl>(Impl{options})); }

Status Engine::annotate(std::string_view bytes, const InputOptions& input, const OnRecord& on_record,
                        const OnError& on_error) const {
  ingest(
      bytes, input,
      [&](Article&& article) {
        const Document document = analyze(std::move(article), impl_->options.skip, nullptr);
        Result<Record> record = build_record(document, impl_->options.keep_tokens);
        if (record.ok()) on_record(std::move(record).value());
        else on_error(record.error());
      },
      on_error);
  return Ok{};
}

Result<Record> Engine::annotate_one(std::string_view bytes, const InputOptions& input) const {
  std::vector<Record> records;
  std::vector<Error> errors;
  ONRECORD_CHECK_OK(annotate(
      bytes, input, [&](Record&& record) { records.push_back(std::move(record)); },
      [&](const Error& error) { errors.push_back(error); }));
  if (!errors.empty()) return errors.front();
  if (records.size() == 1) return std::move(records.front());
  return Error{ErrorCode::BadInput, "expected one article, found " + std::to_string(records.size()),
               input.source_uri};
}

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
#include "onrecord/engine.h"

#include "annotate/analyze.h"
#include "ingest/article_stream.h"
#include "record/build.h"

namespace onrecord {

struct Engine::Impl {
  EngineOptions options;

  void annotate_all(ArticleStream& stream, const OnRecord& on_record, const OnError& on_error) const {
    while (std::optional<Result<Article>> article = stream.next()) {
      if (!article->ok()) {
        on_error(article->error());
        continue;
      }
      const Document document = analyze(std::move(*article).value(), options.skip, nullptr);
      Result<Record> record = build_record(document, options.keep_tokens);
      if (record.ok()) on_record(std::move(record).value());
      else on_error(record.error());
    }
  }
};

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::open(const EngineOptions& options) { return Engine(std::make_unique<Impl>(Impl{options})); }

Status Engine::annotate(std::string_view bytes, const InputOptions& input, const OnRecord& on_record,
                        const OnError& on_error) const {
  ONRECORD_TRY(ArticleStream stream, ArticleStream::over(bytes, input));
  impl_->annotate_all(stream, on_record, on_error);
  return Ok{};
}

Status Engine::annotate_file(const std::string& path, const InputOptions& input, const OnRecord& on_record,
                             const OnError& on_error) const {
  ONRECORD_TRY(ArticleStream stream, ArticleStream::open(path, input));
  impl_->annotate_all(stream, on_record, on_error);
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

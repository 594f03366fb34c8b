// SPDX-License-Identifier: Apache-2.0
#include "onrecord/engine.h"

#include <algorithm>
#include <mutex>

#include "annotate/analyze.h"
#include "annotate/finders.h"
#include "annotate/language/language_model.h"
#include "annotate/places/gazetteer.h"
#include "api/engine_access.h"
#include "base/hash.h"
#include "ingest/article_stream.h"
#include "onrecord/version.h"
#include "record/build.h"

namespace onrecord {
namespace {

// Texts one after another such that no two lists of them look alike: each with its length, null apart from "".
class Fields {
 public:
  void add(std::string_view text) { (bytes_ += std::to_string(text.size()) + ':') += text; }
  void add_maybe(const MaybeText& text) {
    if (text) add(*text);
    else bytes_ += '-';
  }
  void add_list(const std::vector<std::string>& list) {
    add(std::to_string(list.size()));
    for (const std::string& one : list) add(one);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

nn::Precision precision_of(ModelPrecision precision) {
  static constexpr nn::Precision kPrecisions[] = {nn::Precision::Int8, nn::Precision::Bf16, nn::Precision::F32};
  return kPrecisions[static_cast<std::size_t>(precision)];
}

// What rows depend on besides the article: the code, by the versions that it states, the options, the model, by
// the hash of its file and the precision it runs in, the gazetteer, by the hash of its file, and the table of actors.
std::string fingerprint_of(const EngineOptions& options, const LanguageModel* model, const Gazetteer* gazetteer,
                           const ActorTable* actors) {
  Fields fields;
  fields.add(kRecordFormat);
  fields.add(std::to_string(kPipelineVersion));
  for (const Rule& rule : all_rules()) {
    fields.add(rule.name);
    fields.add(std::to_string(rule.version));
    fields.add(std::to_string(rule.confidence));
  }
  std::vector<std::string> skip = options.skip;
  std::sort(skip.begin(), skip.end());
  fields.add_list(skip);
  fields.add(options.keep_tokens ? "tokens" : "");
  if (actors != nullptr) fields.add(hex16(actors->hash()));
  if (model != nullptr) {
    fields.add(hex16(model->facts().hash));
    fields.add(std::to_string(static_cast<int>(model->facts().precision)));
  }
  fields.add(gazetteer == nullptr ? "" : hex16(gazetteer->hash()));
  return hex16(hash64(fields.bytes()));
}

// Buffers of the threads that are at work; as many as ever worked at once.
class ScratchPool {
 public:
  struct GiveBack {
    ScratchPool* pool;
    void operator()(LanguageScratch* scratch) const {
      const std::lock_guard lock(pool->mutex_);
      pool->free_.emplace_back(scratch);
    }
  };
  using Loan = std::unique_ptr<LanguageScratch, GiveBack>;

  Loan borrow() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return {new LanguageScratch, GiveBack{this}};
    Loan loan(free_.back().release(), GiveBack{this});
    free_.pop_back();
    return loan;
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<LanguageScratch>> free_;
};

}  // namespace

struct Engine::Impl {
  Impl(const EngineOptions& given, std::unique_ptr<const LanguageModel> loaded,
       std::unique_ptr<const Gazetteer> places, std::unique_ptr<const ActorTable> table)
      : options(given),
        model(std::move(loaded)),
        gazetteer(std::move(places)),
        actors(std::move(table)),
        fingerprint(fingerprint_of(given, model.get(), gazetteer.get(), actors.get())) {}

  const EngineOptions options;
  const std::unique_ptr<const LanguageModel> model;  // null: none
  const std::unique_ptr<const Gazetteer> gazetteer;  // null: none
  const std::unique_ptr<const ActorTable> actors;    // null: not wanted
  const std::string fingerprint;                     // of all articles alike
  mutable ScratchPool scratches;

  Result<Record> annotate_one(Article&& article) const {
    AnalyzeOptions how;
    how.skip = options.skip;
    how.model = model.get();
    how.gazetteer = gazetteer.get();
    how.actors = actors.get();
    const ScratchPool::Loan scratch = scratches.borrow();
    how.scratch = scratch.get();
    return build_record(analyze(std::move(article), how), options.keep_tokens);
  }

  void annotate_all(ArticleStream& stream, const OnRecord& on_record, const OnError& on_error) const {
    while (std::optional<Result<Article>> article = stream.next()) {
      if (!article->ok()) {
        on_error(article->error());
        continue;
      }
      Result<Record> record = annotate_one(std::move(*article).value());
      if (record.ok()) on_record(std::move(record).value());
      else on_error(record.error());
    }
  }
};

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::open(const EngineOptions& options) {
  std::unique_ptr<const LanguageModel> model;
  if (!options.model.empty()) {
    ONRECORD_TRY(LanguageModel loaded, LanguageModel::open(options.model, precision_of(options.precision)));
    model = std::make_unique<const LanguageModel>(std::move(loaded));
  }
  std::unique_ptr<const Gazetteer> gazetteer;
  if (!options.gazetteer.empty()) {
    ONRECORD_TRY(Gazetteer opened, Gazetteer::open(options.gazetteer));
    gazetteer = std::make_unique<const Gazetteer>(std::move(opened));
  }
  std::unique_ptr<const ActorTable> actors;
  if (std::find(options.skip.begin(), options.skip.end(), "actors") == options.skip.end()) {
    ONRECORD_TRY(ActorTable opened, ActorTable::open(options.actors));
    actors = std::make_unique<const ActorTable>(std::move(opened));
  }
  return Engine(std::make_unique<Impl>(options, std::move(model), std::move(gazetteer), std::move(actors)));
}

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

Result<Record> EngineAccess::annotate(const Engine& engine, Article&& article) {
  return engine.impl_->annotate_one(std::move(article));
}

std::string Engine::fingerprint(const ArticleRow& about) const {
  Fields fields;
  fields.add(impl_->fingerprint);
  for (const MaybeText* field : {&about.source_id, &about.title, &about.published, &about.published_from,
                                 &about.updated, &about.publisher, &about.language}) {
    fields.add_maybe(*field);
  }
  fields.add_list(about.authors);
  return hex16(hash64(fields.bytes()));
}

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// Engine: bytes of an article in, a Record out. This is the door for programs; the CLI uses the same.
//
// Thread rule: an Engine is immutable after open() and may be shared; each call works on its own data.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/options.h"
#include "onrecord/records.h"
#include "onrecord/result.h"
#include "onrecord/stage_time.h"

namespace onrecord {

class Engine {
 public:
  // Loads the model, once for all threads. ERRORS: NotFound, Unreadable, BadInput, WrongVersion of its file.
  static Result<Engine> open(const EngineOptions& options);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // All articles in `bytes` (a text or page holds one, JSON Lines many), in input order.
  // ERRORS: BadInput, TooLarge for the whole input; a bad line of JSON Lines is reported through `on_error`
  // and the others go on.
  using OnRecord = std::function<void(Record&&)>;
  using OnError = std::function<void(const Error&)>;
  Status annotate(std::string_view bytes, const InputOptions& input, const OnRecord& on_record,
                  const OnError& on_error) const;

  // The same of the file at `path` ("-": standard input) in bounded memory: JSON Lines of any size go by line by
  // line, and a text or page beyond options.max_article_bytes is refused without being read to its end.
  // ERRORS: NotFound, Unreadable for the whole file; else as above.
  Status annotate_file(const std::string& path, const InputOptions& input, const OnRecord& on_record,
                       const OnError& on_error) const;

  // The one article in `bytes`. ERRORS: as above, and BadInput when there is not exactly one.
  Result<Record> annotate_one(std::string_view bytes, const InputOptions& input) const;

  // A hash of all that the rows of an article depend on besides its source and text: what is known of it (all
  // fields of `about` but text), the options of this engine, its model by the hash of the file, the versions of the
  // pipeline and its rules. 16 hexadecimal digits.
  std::string fingerprint(const ArticleRow& about) const;

 private:
  friend class EngineAccess;  // for the batch runner
  struct Impl;
  explicit Engine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord

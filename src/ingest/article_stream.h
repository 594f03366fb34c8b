// SPDX-License-Identifier: Apache-2.0
// ArticleStream: the articles of one input, one at a time, in bounded memory. JSON Lines of any size are read line
// by line; a text or page is one article and is refused unread beyond the limit.
//
// Thread rule: a stream belongs to one thread.
//
//   Result<ArticleStream> stream = ArticleStream::open(path, options);
//   while (std::optional<Result<Article>> article = stream->next()) { … }
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/byte_source.h"
#include "ingest/jsonl.h"
#include "onrecord/options.h"
#include "text/article.h"

namespace onrecord {

class ArticleStream {
 public:
  // The file at `path`, "-" for standard input. ERRORS: NotFound, Unreadable; BadInput for options.published.
  static Result<ArticleStream> open(const std::string& path, const InputOptions& options);
  // `bytes` must outlive the stream. ERRORS: BadInput for options.published.
  static Result<ArticleStream> over(std::string_view bytes, const InputOptions& options);

  // Any source of bytes. ERRORS: BadInput for options.published.
  static Result<ArticleStream> from(std::unique_ptr<ByteSource> source, const InputOptions& options);

  // The next article, or the error of one that cannot be read (the next call goes on behind it); nullopt at the end.
  std::optional<Result<Article>> next();

  std::uint64_t bytes_read() const { return input_.bytes_read(); }  // of the input, so far

 private:
  ArticleStream(std::unique_ptr<ByteSource> source, const InputOptions& options);
  Status begin();
  std::optional<Result<Article>> next_line();
  Result<Article> whole();

  InputOptions options_;
  InputReader input_;
  std::optional<JsonlReader> lines_;  // of JSON Lines
  bool any_ = false;                  // a line of these was no blank
  bool begun_ = false;
  bool done_ = false;
};

}  // namespace onrecord

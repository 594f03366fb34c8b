// SPDX-License-Identifier: Apache-2.0
#include "ingest/article_stream.h"

#include "ingest/charset.h"
#include "ingest/checks.h"
#include "ingest/ingest.h"
#include "ingest/sniff.h"

namespace onrecord {
namespace {

// A document of JSON that is laid out over lines, or a list: a common mistake with one clear remedy.
bool is_json_over_lines(std::string_view head) {
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  const std::string_view line = head.substr(first, head.find('\n', first) - first);
  const std::size_t last = line.find_last_not_of(" \t\r");
  return line[0] == '[' || (line[0] == '{' && last == 0);
}

Status check_jsonl_head(std::string_view head, const InputOptions& options) {
  const auto bad = [&](std::string message) {
    return Error{ErrorCode::BadInput, std::move(message), options.source_uri};
  };
  if (head.empty()) return bad("the file is empty");
  const ByteOrderMark mark = find_byte_order_mark(head);
  const char* utf16 = mark.size > 0 ? mark.charset : guess_utf16(head);
  if (utf16 != nullptr && utf16 != std::string_view("UTF-8")) {
    return bad(std::string("JSON Lines must be UTF-8, this is ") + utf16);
  }
  if (const char* kind = binary_kind(head)) return bad(std::string("this is no text but ") + kind);
  if (is_json_over_lines(head.substr(mark.size))) {
    return bad("JSON Lines wants one object a line, this is JSON over several lines or a list");
  }
  return Ok{};
}

}  // namespace

ArticleStream::ArticleStream(std::unique_ptr<ByteSource> source, const InputOptions& options)
    : options_(options), input_(std::move(source)) {}

Result<ArticleStream> ArticleStream::from(std::unique_ptr<ByteSource> source, const InputOptions& options) {
  ONRECORD_CHECK_OK(check_options(options));
  return ArticleStream(std::move(source), options);
}

Result<ArticleStream> ArticleStream::open(const std::string& path, const InputOptions& options) {
  ONRECORD_TRY(std::unique_ptr<ByteSource> source, open_file(path));
  return from(std::move(source), options);
}

Result<ArticleStream> ArticleStream::over(std::string_view bytes, const InputOptions& options) {
  return from(source_of(bytes), options);
}

Status ArticleStream::begin() {
  begun_ = true;
  ONRECORD_TRY(const std::string_view head, input_.head());
  if (options_.format == InputFormat::Auto) options_.format = guess_format(head, options_.source_uri);
  if (options_.format != InputFormat::Jsonl) return Ok{};
  ONRECORD_CHECK_OK(check_jsonl_head(head, options_));
  lines_.emplace(options_);
  return Ok{};
}

std::optional<Result<Article>> ArticleStream::next() {
  if (done_) return std::nullopt;
  if (!begun_) {
    if (Status status = begin(); !status.ok()) {
      done_ = true;
      return Result<Article>(status.error());
    }
  }
  if (lines_) return next_line();
  done_ = true;
  return whole();
}

std::optional<Result<Article>> ArticleStream::next_line() {
  InputReader::Line line;
  for (;;) {
    const Result<bool> more = input_.next_line(size_limit(options_), line);
    done_ = !more.ok() || !*more;
    if (!more.ok()) return Result<Article>(more.error());
    if (!*more && !any_) {
      return Result<Article>(Error{ErrorCode::BadInput, "there is no article, only blanks", options_.source_uri});
    }
    if (!*more) return std::nullopt;
    if (line.number == 1 && !line.too_long) line.bytes.remove_prefix(find_byte_order_mark(line.bytes).size);
    if (JsonlReader::is_blank(line)) continue;
    any_ = true;
    return lines_->read(line);
  }
}

Result<Article> ArticleStream::whole() {
  const std::size_t limit = size_limit(options_);
  ONRECORD_TRY(const InputReader::Whole whole, input_.rest(limit));
  if (whole.too_long) return too_large("more than " + std::to_string(limit), options_, options_.source_uri);
  if (options_.format == InputFormat::Html) return read_html(whole.bytes, options_);
  return read_plain(whole.bytes, options_);
}

}  // namespace onrecord

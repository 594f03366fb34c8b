// SPDX-License-Identifier: Apache-2.0
#include "ingest/ingest.h"

namespace onrecord {
namespace {

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

void give(Result<Article> article, const OnArticle& on_article, const OnInputError& on_error) {
  if (article.ok()) on_article(std::move(article).value());
  else on_error(article.error());
}

}  // namespace

InputFormat guess_format(std::string_view bytes, std::string_view source_uri) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const std::string_view head = first == std::string_view::npos ? "" : bytes.substr(first, 15);
  if (ends_with(source_uri, ".jsonl") || ends_with(source_uri, ".ndjson")) return InputFormat::Jsonl;
  if (ends_with(source_uri, ".html") || ends_with(source_uri, ".htm")) return InputFormat::Html;
  if (head.substr(0, 1) == "<") return InputFormat::Html;
  if (head.substr(0, 2) == "{\"") return InputFormat::Jsonl;
  return InputFormat::Text;
}

void ingest(std::string_view bytes, const InputOptions& options, const OnArticle& on_article,
            const OnInputError& on_error) {
  const InputFormat format =
      options.format == InputFormat::Auto ? guess_format(bytes, options.source_uri) : options.format;
  switch (format) {
    case InputFormat::Jsonl: return read_jsonl(bytes, options, on_article, on_error);
    case InputFormat::Html: return give(read_html(bytes, options), on_article, on_error);
    default: return give(read_plain(bytes, options), on_article, on_error);
  }
}

}  // namespace onrecord

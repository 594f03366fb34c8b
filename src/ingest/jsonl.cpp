// SPDX-License-Identifier: Apache-2.0
// JSON Lines: one object a line with id, title, text, published, url, publisher.
#include <simdjson.h>

#include "ingest/ingest.h"

namespace onrecord {
namespace {

MaybeText text_field(simdjson::dom::object object, std::string_view key) {
  std::string_view value;
  if (object[key].get(value) != simdjson::SUCCESS) return std::nullopt;
  return std::string(value);
}

Result<Article> read_line(simdjson::dom::parser& parser, std::string_view line, const InputOptions& options,
                          const std::string& where) {
  simdjson::dom::object object;
  const simdjson::padded_string padded(line);
  if (parser.parse(padded).get(object) != simdjson::SUCCESS) {
    return Error{ErrorCode::BadInput, "the line is not a JSON object", where};
  }
  const MaybeText text = text_field(object, "text");
  if (!text) return Error{ErrorCode::BadInput, "the object has no \"text\" that is a string", where};
  ArticleRow about;
  about.source_id = text_field(object, "id");
  about.title = text_field(object, "title");
  about.publisher = text_field(object, "publisher");
  const MaybeText url = text_field(object, "url");
  about.source_uri = url ? *url : about.source_id ? options.source_uri + '#' + *about.source_id : where;
  about.published = options.published ? options.published : text_field(object, "published");
  if (about.published) about.published_from = options.published ? "argument" : "metadata";
  return make_article(std::move(about), *text);
}

}  // namespace

void read_jsonl(std::string_view bytes, const InputOptions& options, const OnArticle& on_article,
                const OnInputError& on_error) {
  simdjson::dom::parser parser;
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<Article> article = read_line(parser, line, options, options.source_uri + ':' + std::to_string(number));
    if (article.ok()) on_article(std::move(article).value());
    else on_error(article.error());
  }
}

}  // namespace onrecord

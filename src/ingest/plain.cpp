// SPDX-License-Identifier: Apache-2.0
#include "ingest/ingest.h"

namespace onrecord {

Result<Article> read_plain(std::string_view bytes, const InputOptions& options) {
  if (bytes.size() > options.max_article_bytes) {
    return Error{ErrorCode::TooLarge,
                 "the text has " + std::to_string(bytes.size()) + " bytes, the limit is " +
                     std::to_string(options.max_article_bytes) + "; split it into articles or raise the limit",
                 options.source_uri};
  }
  ArticleRow about;
  about.source_uri = options.source_uri;
  about.published = options.published;
  if (options.published) about.published_from = "argument";
  return make_article(std::move(about), bytes);
}

}  // namespace onrecord

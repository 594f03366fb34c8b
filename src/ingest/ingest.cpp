// SPDX-License-Identifier: Apache-2.0
#include "ingest/ingest.h"

#include "ingest/article_stream.h"

namespace onrecord {

void ingest(std::string_view bytes, const InputOptions& options, const OnArticle& on_article,
            const OnInputError& on_error) {
  Result<ArticleStream> stream = ArticleStream::over(bytes, options);
  if (!stream.ok()) return on_error(stream.error());
  while (std::optional<Result<Article>> article = stream->next()) {
    if (article->ok()) on_article(std::move(*article).value());
    else on_error(article->error());
  }
}

}  // namespace onrecord

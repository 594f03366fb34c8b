// SPDX-License-Identifier: Apache-2.0
// Ingest: bytes of a file -> articles. One file per format; all end in make_article, so that every text is
// frozen, hashed and mapped in one place.
#pragma once

#include <functional>
#include <string_view>

#include "onrecord/options.h"
#include "onrecord/result.h"
#include "text/article.h"

namespace onrecord {

using OnArticle = std::function<void(Article&&)>;
using OnInputError = std::function<void(const Error&)>;

// Every article of an input in memory, in order. A bad article goes to `on_error` and the others go on.
// For files and standard input in bounded memory: ArticleStream (article_stream.h).
void ingest(std::string_view bytes, const InputOptions& options, const OnArticle& on_article,
            const OnInputError& on_error);

// One format each, one article. ERRORS: BadInput, TooLarge, with `where` naming the file.
Result<Article> read_plain(std::string_view bytes, const InputOptions& options);
Result<Article> read_html(std::string_view bytes, const InputOptions& options);

}  // namespace onrecord

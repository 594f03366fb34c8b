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

// What the bytes look like: HTML by its first tag, JSON Lines by "{" and the file's ending, else text.
InputFormat guess_format(std::string_view bytes, std::string_view source_uri);

// Every article of an input, in order. A bad article goes to `on_error` and the others go on.
void ingest(std::string_view bytes, const InputOptions& options, const OnArticle& on_article,
            const OnInputError& on_error);

// One format each. ERRORS: BadInput, TooLarge, with `where` naming the file (and line).
Result<Article> read_plain(std::string_view bytes, const InputOptions& options);
Result<Article> read_html(std::string_view bytes, const InputOptions& options);
void read_jsonl(std::string_view bytes, const InputOptions& options, const OnArticle& on_article,
                const OnInputError& on_error);

}  // namespace onrecord

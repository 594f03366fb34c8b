// SPDX-License-Identifier: Apache-2.0
// What every format checks in the same words: size, emptiness, kind of file, dates.
#pragma once

#include <string>
#include <string_view>

#include "onrecord/options.h"
#include "onrecord/result.h"
#include "text/article.h"

namespace onrecord {

// The limit in force: the caller's, but never more than a text can hold.
std::size_t size_limit(const InputOptions& options);

// TooLarge for an article of `size` bytes ("the article has 20000000 bytes, the limit is …").
Error too_large(const std::string& size, const InputOptions& options, std::string where);

// Of a whole file that is one article. ERRORS: TooLarge; BadInput for an empty or binary file.
Status check_input(std::string_view bytes, const InputOptions& options);

// ERRORS: BadInput where `published` is no ISO 8601 date.
Status check_options(const InputOptions& options);

// Whether there is more than blanks.
bool has_words(const Article& article);

// The article, or BadInput where it has no words.
Result<Article> check_has_words(Article article);

// options.published in its normal form. REQUIRES: check_options.
void set_published_argument(ArticleRow& about, const InputOptions& options);

// `raw` as an ISO 8601 date, or nullopt and a note with the value under `code` ("bad_published"). Never a guess.
MaybeText checked_date(std::string_view raw, const char* code, std::vector<Note>& notes);

}  // namespace onrecord

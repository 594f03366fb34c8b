// SPDX-License-Identifier: Apache-2.0
#include "ingest/checks.h"

#include <algorithm>

#include "ingest/sniff.h"
#include "text/char_class.h"
#include "text/iso_date.h"

namespace onrecord {
namespace {

bool only_blanks(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    if (!is_space(c.code)) return false;
    at += c.size;
  }
  return true;
}

// A value for a message: between quotation marks, short, valid UTF-8.
std::string quoted(std::string_view value) {
  constexpr std::size_t kMost = 80;
  std::size_t cut = std::min(value.size(), kMost);
  while (cut > 0 && !is_utf8_boundary(value, cut)) --cut;
  std::size_t replaced = 0;
  std::string out(1, '"');
  out += repair_utf8(value.substr(0, cut), replaced);
  if (cut < value.size()) out += "…";
  out += '"';
  return out;
}

}  // namespace

std::size_t size_limit(const InputOptions& options) { return std::min(options.max_article_bytes, kMaxTextBytes / 4); }

Error too_large(const std::string& size, const InputOptions& options, std::string where) {
  return Error{ErrorCode::TooLarge,
               "the article has " + size + " bytes, the limit is " + std::to_string(size_limit(options)) +
                   "; split it or raise the limit",
               std::move(where)};
}

Status check_input(std::string_view bytes, const InputOptions& options) {
  ONRECORD_CHECK_OK(check_options(options));
  if (bytes.empty()) return Error{ErrorCode::BadInput, "the file is empty", options.source_uri};
  if (bytes.size() > size_limit(options)) {
    return too_large(std::to_string(bytes.size()), options, options.source_uri);
  }
  if (const char* kind = binary_kind(bytes)) {
    return Error{ErrorCode::BadInput, std::string("this is no text but ") + kind, options.source_uri};
  }
  return Ok{};
}

Status check_options(const InputOptions& options) {
  if (!options.published || normal_iso_date(*options.published)) return Ok{};
  return Error{ErrorCode::BadInput,
               "the publication date " + quoted(*options.published) +
                   " is no ISO 8601 date; write it like 2024-04-25 or 2024-04-25T10:30:00Z",
               options.source_uri};
}

bool has_words(const Article& article) { return !only_blanks(article.text.all()); }

Result<Article> check_has_words(Article article) {
  if (has_words(article)) return article;
  return Error{ErrorCode::BadInput, "there is no text, only blanks", article.about.source_uri};
}

void set_published_argument(ArticleRow& about, const InputOptions& options) {
  if (!options.published) return;
  about.published = normal_iso_date(*options.published);
  about.published_from = "argument";
}

MaybeText checked_date(std::string_view raw, const char* code, std::vector<Note>& notes) {
  MaybeText date = normal_iso_date(raw);
  if (!date) notes.push_back({code, quoted(raw) + " is no ISO 8601 date; left out", {}});
  return date;
}

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// Plain text: one article, no metadata but what the caller knows.
#include "ingest/charset.h"
#include "ingest/checks.h"
#include "ingest/ingest.h"
#include "text/char_class.h"
#include "text/iso_date.h"

namespace onrecord {
namespace {

// The charset to decode, null for UTF-8 (good or to be repaired).
struct Reading {
  const char* charset = nullptr;
  std::size_t skip = 0;        // bytes of a mark
  const char* note = nullptr;  // code, where the charset was not declared
  const char* because = nullptr;
};

Reading reading_of(std::string_view bytes) {
  const ByteOrderMark mark = find_byte_order_mark(bytes);
  if (mark.size > 0) return {mark.charset == std::string_view("UTF-8") ? nullptr : mark.charset, mark.size, {}, {}};
  if (const char* utf16 = guess_utf16(bytes)) return {utf16, 0, "charset_guessed", "every other byte is NUL"};
  if (valid_utf8_prefix(bytes) == bytes.size() || !looks_like_windows_1252(bytes)) return {};
  return {"windows-1252", 0, "charset_guessed", "the bytes are no UTF-8, and read so they are letters in words"};
}

// Newsrooms and scrapers name files by the day: "2024-04-25-port-strike.txt" is of that day, and says so.
// Refused: "port-2024-04-25.txt" (the day of what?), "2024-02-30-x.txt" (no such day).
void set_published_from_name(ArticleRow& about) {
  constexpr std::size_t kDay = 10;  // "2024-04-25"
  const std::string_view path = about.source_uri;
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  if (about.published || name.size() <= kDay || is_digit(static_cast<unsigned char>(name[kDay]))) return;
  const std::optional<std::string> day = normal_iso_date(name.substr(0, kDay));
  if (!day || *day != name.substr(0, kDay)) return;
  about.published = day;
  about.published_from = "url";
}

}  // namespace

Result<Article> read_plain(std::string_view bytes, const InputOptions& options) {
  ONRECORD_CHECK_OK(check_input(bytes, options));
  ArticleRow about;
  about.source_uri = options.source_uri;
  set_published_argument(about, options);
  set_published_from_name(about);
  const Reading reading = reading_of(bytes);
  if (reading.charset == nullptr) return check_has_words(make_article(std::move(about), bytes));

  Result<std::string> utf8 = convert_to_utf8(bytes.substr(reading.skip), reading.charset);
  if (!utf8.ok()) return Error{utf8.error().code, utf8.error().message, options.source_uri};
  Article article = make_article(std::move(about), *utf8);
  article.source_map = {};  // unknown: it leads to the converted bytes
  if (reading.note != nullptr) {
    article.notes.push_back(
        {reading.note, std::string("decoded as ") + reading.charset + ": " + reading.because, {}});
  }
  return check_has_words(std::move(article));
}

}  // namespace onrecord

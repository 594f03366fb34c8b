// SPDX-License-Identifier: Apache-2.0
#include "text/article.h"

#include "base/sha256.h"

namespace onrecord {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// Makes the canonical text of raw bytes piece by piece, keeping the map to them.
class Cleaner {
 public:
  explicit Cleaner(std::size_t size) { text_.reserve(size); }

  // Valid UTF-8 that stands at `input`: LF line ends, no NUL.
  void add_valid(std::string_view raw, std::uint64_t input) {
    std::size_t at = 0;
    while (at < raw.size()) {
      std::size_t stop = at;
      while (stop < raw.size() && raw[stop] != '\r' && raw[stop] != '\0') ++stop;
      map_.add_run(static_cast<std::uint32_t>(text_.size()), input + at, static_cast<std::uint32_t>(stop - at));
      text_.append(raw.substr(at, stop - at));
      if (stop == raw.size()) break;
      const bool carriage_return = raw[stop] == '\r';
      const bool before_line_feed = carriage_return && stop + 1 < raw.size() && raw[stop + 1] == '\n';
      if (carriage_return && !before_line_feed) text_ += '\n';
      if (!carriage_return) ++nuls_;
      at = stop + 1;
    }
  }

  // Any bytes: each maximal ill-formed part becomes U+FFFD.
  void add_raw(std::string_view raw, std::uint64_t input) {
    map_.add_run(0, input, 0);  // known, even of an empty text
    while (!raw.empty()) {
      const std::size_t good = valid_utf8_prefix(raw);
      add_valid(raw.substr(0, good), input);
      raw.remove_prefix(good);
      input += good;
      if (raw.empty()) break;
      const std::size_t bad = ill_formed_utf8_size(raw);
      text_ += kReplacement;
      ++replaced_;
      raw.remove_prefix(bad);
      input += bad;
    }
  }

  Article finish(ArticleRow about) && {
    Article article = make_article(std::move(about), std::move(text_), std::move(map_));
    if (replaced_ > 0) {
      article.notes.push_back(
          {"bad_utf8", std::to_string(replaced_) + " ill-formed byte sequences replaced by U+FFFD", {}});
    }
    if (nuls_ > 0) article.notes.push_back({"nul_bytes", std::to_string(nuls_) + " NUL bytes dropped", {}});
    return article;
  }

 private:
  std::string text_;
  SourceMap map_;
  std::size_t replaced_ = 0;
  std::size_t nuls_ = 0;
};

}  // namespace

Article make_article(ArticleRow about, std::string_view raw_text) {
  const std::size_t mark = raw_text.substr(0, kByteOrderMark.size()) == kByteOrderMark ? kByteOrderMark.size() : 0;
  Cleaner cleaner(raw_text.size());
  cleaner.add_raw(raw_text.substr(mark), mark);
  return std::move(cleaner).finish(std::move(about));
}

Article make_article(ArticleRow about, std::string text, SourceMap map) {
  ONRECORD_ASSERT(text.find_first_of(std::string_view("\r\0", 2)) == std::string::npos);
  Article article;
  std::size_t replaced = 0;  // a path on disk may be any bytes, a record is UTF-8
  about.source_uri = repair_utf8(about.source_uri, replaced);
  about.text_sha256 = sha256_hex(text);
  about.id = content_id("a", about.source_uri + '\n' + about.text_sha256);
  article.about = std::move(about);
  article.text = Text(std::move(text));
  article.source_map = std::move(map);
  return article;
}

}  // namespace onrecord

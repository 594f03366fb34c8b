// SPDX-License-Identifier: Apache-2.0
#include "text/article.h"

#include "base/sha256.h"

namespace onrecord {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Copies `raw` without NULs and with LF line ends, keeping the map to the input.
std::string clean_lines(std::string_view raw, std::uint64_t input_begin, SourceMap& map, std::size_t& nuls) {
  std::string out;
  out.reserve(raw.size());
  std::size_t at = 0;
  while (at < raw.size()) {
    const std::size_t stop = std::min(raw.find_first_of(std::string_view("\r\0", 2), at), raw.size());
    map.add_run(static_cast<std::uint32_t>(out.size()), input_begin + at, static_cast<std::uint32_t>(stop - at));
    out.append(raw.substr(at, stop - at));
    if (stop == raw.size()) break;
    const bool carriage_return = raw[stop] == '\r';
    const bool before_line_feed = carriage_return && stop + 1 < raw.size() && raw[stop + 1] == '\n';
    if (carriage_return && !before_line_feed) out += '\n';
    if (!carriage_return) ++nuls;
    at = stop + 1;
  }
  return out;
}

}  // namespace

Article make_article(ArticleRow about, std::string_view raw_text) {
  Article article;
  std::uint64_t input_begin = 0;
  if (raw_text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    input_begin = kByteOrderMark.size();
    raw_text.remove_prefix(kByteOrderMark.size());
  }
  std::string repaired;
  if (valid_utf8_prefix(raw_text) != raw_text.size()) {
    std::size_t replaced = 0;
    repaired = repair_utf8(raw_text, replaced);
    raw_text = repaired;
    article.notes.push_back(
        {"bad_utf8", std::to_string(replaced) + " ill-formed byte sequences replaced by U+FFFD", {}});
  }
  std::size_t nuls = 0;
  std::string text = clean_lines(raw_text, input_begin, article.source_map, nuls);
  if (!repaired.empty()) article.source_map = {};  // offsets of the input are lost with the bad bytes
  if (nuls > 0) article.notes.push_back({"nul_bytes", std::to_string(nuls) + " NUL bytes dropped", {}});
  about.text_sha256 = sha256_hex(text);
  about.id = content_id("a", about.source_uri + '\n' + about.text_sha256);
  article.about = std::move(about);
  article.text = Text(std::move(text));
  return article;
}

}  // namespace onrecord

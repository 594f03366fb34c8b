// SPDX-License-Identifier: Apache-2.0
// Article: what ingest hands on. Canonical text, where it came from, what is known of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/records.h"
#include "text/source_map.h"
#include "text/text.h"

namespace onrecord {

struct Article {
  ArticleRow about;  // all fields but `text`, which lives in `text` below
  Text text;
  SourceMap source_map;  // canonical text -> bytes of the input
  std::vector<Note> notes;
};

// No canonical text is longer, whatever limit the caller sets: spans count in 32 bits, and repair may make three
// bytes of one.
inline constexpr std::size_t kMaxTextBytes = std::size_t{1} << 30;

// Freezes a text: repairs UTF-8, drops a byte order mark and NULs, makes CRLF and CR to LF (bad bytes and NULs get
// a note), hashes it and gives the article its id, made from source_uri and text. The other metadata are taken
// as they are. The source map leads to the bytes of `raw_text`.
// REQUIRES: raw_text.size() <= kMaxTextBytes.
Article make_article(ArticleRow about, std::string_view raw_text);

// The same for a text that is canonical already, with the map its maker kept.
// REQUIRES: valid UTF-8 without CR, NUL and byte order mark in front; text.size() <= kMaxTextBytes.
Article make_article(ArticleRow about, std::string text, SourceMap map);

}  // namespace onrecord

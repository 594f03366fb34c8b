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

// Freezes a text: repairs UTF-8, drops a byte order mark and NULs, makes CRLF and CR to LF (each with a note),
// hashes it and gives the article its id, made from source_uri and text. `about.source_uri` and the metadata
// are taken as they are.
Article make_article(ArticleRow about, std::string_view raw_text);

}  // namespace onrecord

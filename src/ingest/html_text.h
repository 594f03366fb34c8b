// SPDX-License-Identifier: Apache-2.0
// The text of a part of a page: one block a line, blanks folded, with the way back to the page's bytes.
#pragma once

#include <string>
#include <vector>

#include "ingest/html_body.h"
#include "text/source_map.h"

namespace onrecord {

struct PageText {
  std::string text;
  SourceMap map;  // to the bytes of page.source()
};

// Paragraphs, headings, list items and rows of tables below body.roots, each a line; <br> ends a line, other inline
// elements change nothing. Lines without a letter or digit, headings that head nothing, and a heading that repeats
// `title` are left out.
PageText write_text(const Page& page, const Body& body, std::string_view title);

}  // namespace onrecord

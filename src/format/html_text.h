// SPDX-License-Identifier: Apache-2.0
// The left side of the page: an article's text in which every span of every row is a highlight. Spans overlap and
// nest freely, HTML elements must not: the text is cut at every boundary, and each piece carries all its rows.
#pragma once

#include <string>
#include <string_view>

#include "onrecord/records.h"

namespace onrecord {

// `text` with the five characters that mean something in HTML replaced by entities, and control characters that
// HTML forbids by U+FFFD. Safe in elements and in quoted attributes.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

// Paragraphs (<p>) of the text with highlights: <span class="m q f-denied" data-rows="ID ID">said</span>. The rows
// of a piece come smallest span first.
void append_marked_text(const Record& record, std::string& out);

}  // namespace onrecord

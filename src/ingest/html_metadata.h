// SPDX-License-Identifier: Apache-2.0
// What a page says of itself: title, dates, authors, publisher, language.
#pragma once

#include <vector>

#include "ingest/html_page.h"
#include "onrecord/records.h"

namespace onrecord {

// Fills what the page tells; a field that `about` has already is kept. A date that is none gets a note.
// `address` is where the page is said to come from (may be a path).
void read_metadata(const Page& page, std::string_view address, ArticleRow& about, std::vector<Note>& notes);

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// When a page was published and updated, and by what it says so.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/html_meta_tags.h"
#include "ingest/html_page.h"
#include "ingest/json_ld.h"
#include "onrecord/records.h"

namespace onrecord {

struct PageDates {
  MaybeText published;
  MaybeText published_from;  // metadata | url | text
  MaybeText updated;
};

// Looks, in this order, at JSON-LD, <meta>, marked elements (itemprop, <time>), the address, and the words of a
// dateline. Where metadata give a time in UTC and the address the day next to it, the address's day is taken: it is
// the outlet's. A metadata value that is no date gets the note "bad_published" when nothing better is found.
PageDates find_page_dates(const Page& page, const MetaTags& meta, const LinkedData& data, std::string_view address,
                          std::vector<Note>& notes);

}  // namespace onrecord

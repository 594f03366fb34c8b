// SPDX-License-Identifier: Apache-2.0
// Which part of a page is the article.
//
// 1. Every block of running text (a <p>, or a <div> with text of its own) that is long, ends sentences and has few
//    links gives its characters as weight to all elements around it.
// 2. Furniture is dropped by element and class: navigation, forms, captions, related articles, comments … unless
//    most of the page's weight lies in it.
// 3. From <body> we go down as long as one child holds nearly all the weight; where we stop is the article.
// 4. A lead between headline and body (a standfirst) is put before it.
// 5. Inside, blocks that are mostly links are dropped.
#pragma once

#include <vector>

#include "ingest/html_page.h"

namespace onrecord {

struct Body {
  std::vector<NodeIndex> roots;  // disjoint, in document order: maybe a lead, then the article
  std::vector<bool> dropped;     // by node: neither it nor what is below it belongs to the text
};

Body find_body(const Page& page);

// Elements that begin and end a line of their own.
bool is_block(GumboTag tag);

}  // namespace onrecord

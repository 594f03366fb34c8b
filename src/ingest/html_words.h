// SPDX-License-Identifier: Apache-2.0
// The words that pages use in class and id, and what they tell of an element.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_page.h"

namespace onrecord {

// The words of an element's class and id, small letters: "entry-meta postDate" -> entry meta post date.
using ClassWords = std::vector<std::string>;
ClassWords class_words(const PageNode& node);

// A set of words, looked up by binary search.
class WordSet {
 public:
  // `words` are parted by blanks and must outlive the set.
  explicit WordSet(std::string_view words);
  bool has(std::string_view word) const;
  bool has_any(const ClassWords& words) const;

 private:
  std::vector<std::string_view> sorted_;
};

const WordSet& byline_words();     // of an element that names the author
const WordSet& published_words();  // of a <time> that tells the day of publication
const WordSet& updated_words();    // of a <time> that tells the last change
const WordSet& date_words();       // of an element that shows a date
const WordSet& foreign_words();    // of parts with dates of their own: other articles, remarks of readers
const WordSet& furniture_words();  // of furniture: share buttons, banners, related articles
const WordSet& comment_words();    // of the remarks of readers
const WordSet& lead_words();       // of the sentence or two between headline and body

// Whether a node begins a part that is not of this article: other articles, remarks of readers, the page's frame.
bool begins_foreign_part(const Page& page, NodeIndex at);

// Classes that hide an element from the eye but not from screen readers.
bool has_hiding_class(const PageNode& node);

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_words.h"

#include <algorithm>

namespace onrecord {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

void add_words(std::string_view names, ClassWords& out) {
  std::string word;
  char before = '\0';
  for (const char c : names) {
    const bool letter = is_upper(c) || is_lower(c);
    if (!word.empty() && (!letter || (is_upper(c) && is_lower(before)))) {
      out.push_back(std::move(word));
      word.clear();
    }
    if (letter) word += is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
    before = c;
  }
  if (!word.empty()) out.push_back(std::move(word));
}

}  // namespace

ClassWords class_words(const PageNode& node) {
  ClassWords out;
  if (!node.is_element()) return out;
  add_words(node.attribute("class").substr(0, 400), out);
  add_words(node.attribute("id").substr(0, 200), out);
  return out;
}

WordSet::WordSet(std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) sorted_.push_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  std::sort(sorted_.begin(), sorted_.end());
}

bool WordSet::has(std::string_view word) const { return std::binary_search(sorted_.begin(), sorted_.end(), word); }

bool WordSet::has_any(const ClassWords& words) const {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return has(word); });
}

const WordSet& byline_words() {
  static const WordSet kWords("byline author authors writer reporter ");
  return kWords;
}

const WordSet& published_words() {
  static const WordSet kWords("published publish pubdate entry post posted ");
  return kWords;
}

const WordSet& updated_words() {
  static const WordSet kWords("updated modified update ");
  return kWords;
}

const WordSet& date_words() {
  static const WordSet kWords(
      "date pubdate published publish timestamp datetime dateline posted byline meta postmeta time "
      "submitted info publication ");
  return kWords;
}

const WordSet& foreign_words() {
  static const WordSet kWords(
      "comment comments disqus respond related recommended recommendations sidebar footer teaser teasers "
      "promo trending popular latest recent archive archives outbrain taboola recirc ");
  return kWords;
}

const WordSet& furniture_words() {
  static const WordSet kWords(
      "share sharing sharedaddy social addthis addtoany newsletter subscribe subscription signup promo "
      "promotion advert advertisement ad ads adslot sponsor sponsored cookie cookies consent gdpr "
      "breadcrumb breadcrumbs nav navbar navigation menu footer pagination pager tags taglist byline "
      "caption popup modal overlay tooltip toolbar sidebar related recommended recommendations outbrain "
      "taboola trending popular recirc teaser teasers relatedposts login register search masthead credit "
      "credits disclaimer postmeta timestamp print noprint banner toc donate paywall dialog prevnext "
      "readmore listen player carousel slider slideshow gallery thumbnail bookmark feedback reply vote "
      "votes permalink editsection navbox catlinks dropdown visuallyhidden ");
  return kWords;
}

const WordSet& comment_words() {
  static const WordSet kWords("comment comments commentlist disqus respond livefyre replies ");
  return kWords;
}

const WordSet& lead_words() {
  static const WordSet kWords(
      "standfirst intro excerpt lede lead deck dek subtitle sub summary kicker teaser subhead strapline "
      "subheading abstract ");
  return kWords;
}

bool begins_foreign_part(const Page& page, NodeIndex at) {
  const PageNode& node = page[at];
  switch (node.tag()) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE: return true;
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ARTICLE: return false;
    default: break;
  }
  if (!node.is_element() || node.end - at > page.size() / 3) return false;
  return foreign_words().has_any(class_words(node));
}

bool has_hiding_class(const PageNode& node) {
  static const WordSet kWords(
      "visually-hidden visuallyhidden sr-only screen-reader-text u-hidden u-visually-hidden offscreen");
  std::string_view classes = node.attribute("class").substr(0, 400);
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find(' '), classes.size());
    if (kWords.has(classes.substr(0, end))) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

}  // namespace onrecord

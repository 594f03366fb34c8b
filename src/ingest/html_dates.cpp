// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_dates.h"

#include <algorithm>

#include "ingest/checks.h"
#include "ingest/html_words.h"
#include "ingest/page_dates.h"
#include "text/iso_date.h"

namespace onrecord {
namespace {

constexpr std::size_t kLongestDateline = 120;  // bytes of an element that holds a date and little else

// The first value that is a date; what is none is kept for the note.
MaybeText first_date(const std::vector<std::string>& values, std::string& refused) {
  for (const std::string& value : values) {
    if (MaybeText date = date_of_value(value)) return date;
    if (refused.empty()) refused = value;
  }
  return std::nullopt;
}

// The value of an element that holds a date: an attribute made for it, else its text.
MaybeText date_of_element(const Page& page, NodeIndex at, bool text_too) {
  for (const char* name : {"datetime", "content", "data-datetime", "title"}) {
    const std::string_view value = page[at].attribute(name);
    if (value.empty()) continue;
    if (MaybeText date = date_of_value(value)) return date;
  }
  if (!text_too) return std::nullopt;
  const std::string text = page.text_below(at, kLongestDateline + 20);
  return text.size() <= kLongestDateline ? date_in_text(text) : std::nullopt;
}

enum class Mark { None, Published, Updated, Time };

Mark mark_of(const PageNode& node) {
  const std::string itemprop = lower_ascii(node.attribute("itemprop"));
  if (itemprop.find("datepublished") != std::string::npos) return Mark::Published;
  if (itemprop.find("datemodified") != std::string::npos) return Mark::Updated;
  const bool time = node.tag() == GUMBO_TAG_TIME;
  const ClassWords words = class_words(node);
  if (updated_words().has_any(words)) return time || node.tag() == GUMBO_TAG_ABBR ? Mark::Updated : Mark::None;
  if (published_words().has_any(words) && (time || node.tag() == GUMBO_TAG_ABBR)) return Mark::Published;
  if (time && gumbo_get_attribute(&node.gumbo->v.element.attributes, "pubdate") != nullptr) return Mark::Published;
  return time ? Mark::Time : Mark::None;
}

struct ElementDates {
  MaybeText published, updated, time;
};

ElementDates dates_of_elements(const Page& page) {
  ElementDates out;
  for (NodeIndex at = 0; at < page.size(); ++at) {
    if (!page[at].is_element()) continue;
    const Mark mark = mark_of(page[at]);
    if (mark == Mark::None) {
      if (begins_foreign_part(page, at)) at = page[at].end - 1;
      continue;
    }
    MaybeText& slot = mark == Mark::Published ? out.published : mark == Mark::Updated ? out.updated : out.time;
    if (!slot) slot = date_of_element(page, at, mark != Mark::Time);
  }
  return out;
}

// The date in a short element whose class says that it is one ("post-date", "timestamp", "byline").
MaybeText date_of_classes(const Page& page) {
  for (NodeIndex at = 0; at < page.size(); ++at) {
    if (!page[at].is_element()) continue;
    if (begins_foreign_part(page, at)) {
      at = page[at].end - 1;
      continue;
    }
    if (!date_words().has_any(class_words(page[at]))) continue;
    if (MaybeText date = date_of_element(page, at, true)) return date;
  }
  return std::nullopt;
}

// A short text that is hardly more than a date, soon behind a node: "January 22, 2014", "Posted on 8 May 2020 by
// Ann".
MaybeText date_behind(const Page& page, NodeIndex from) {
  constexpr std::size_t kReach = 1'500;  // bytes of text
  constexpr std::size_t kShort = 48;
  std::size_t seen = 0;
  for (NodeIndex at = from; at < page.size() && seen < kReach; ++at) {
    if (page[at].is_element()) {
      if (begins_foreign_part(page, at)) at = page[at].end - 1;
      continue;
    }
    const std::string text = folded(page[at].text());
    seen += text.size();
    if (text.size() > kShort) continue;
    if (MaybeText date = date_in_text(text)) return date;
  }
  return std::nullopt;
}

// Behind one of the headings, or in a page without any, soon behind its beginning.
MaybeText date_near_headline(const Page& page) {
  NodeIndex body = kNoNode;
  std::size_t headings = 0;
  for (NodeIndex at = 0; at < page.size() && headings < 5; ++at) {
    if (page[at].tag() == GUMBO_TAG_BODY) body = at;
    if (page[at].tag() != GUMBO_TAG_H1) continue;
    ++headings;
    if (MaybeText date = date_behind(page, at)) return date;
  }
  return headings == 0 && body != kNoNode ? date_behind(page, body) : std::nullopt;
}

void keep_first(MaybeText& kept, MaybeText found) {
  if (!kept) kept = std::move(found);
}

std::vector<std::string> list_of(const MaybeText& value) {
  return value ? std::vector<std::string>{*value} : std::vector<std::string>{};
}

// A stamp in UTC next to an address with the day before or after it: the outlet's own day is the address's, and
// that is the day its "today" and "on Monday" hang on.
bool is_local_day_of(const std::string& day, const std::string& stamp) {
  if (stamp.size() <= 10) return false;
  const std::string_view zone = std::string_view(stamp).substr(stamp.size() - std::min<std::size_t>(stamp.size(), 6));
  const bool utc = stamp.back() == 'Z' || zone == "+00:00";
  return utc && (iso_day_after(day) == stamp.substr(0, 10) || iso_day_after(stamp) == day);
}

MaybeText published_in_metadata(const MetaTags& meta, const LinkedData& data, std::string& refused) {
  MaybeText date;
  if (data.is_article) date = first_date(list_of(data.published), refused);
  keep_first(date, first_date(meta.all({"article:published_time",
                                        "og:published_time",
                                        "og:article:published_time",
                                        "datepublished",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "article.published",
                                        "article:published",
                                        "publish_date",
                                        "publish-date",
                                        "publishdate",
                                        "publication_date",
                                        "published_time",
                                        "published-date",
                                        "pubdate",
                                        "date",
                                        "dc.date.issued",
                                        "dcterms.issued",
                                        "dc.date",
                                        "dcterms.date",
                                        "dcterms.created",
                                        "dc.date.created",
                                        "cxenseparse:recs:publishtime",
                                        "bt:pubdate",
                                        "citation_publication_date",
                                        "citation_date",
                                        "originalpublicationdate",
                                        "article_date_original",
                                        "datecreated",
                                        "displaydate",
                                        "article:post_date",
                                        "shareaholic:article_published_time"}),
                              refused));
  return date;
}

}  // namespace

PageDates find_page_dates(const Page& page, const MetaTags& meta, const LinkedData& data, std::string_view address,
                          std::vector<Note>& notes) {
  PageDates out;
  std::string refused;
  std::string ignored;
  const ElementDates elements = dates_of_elements(page);
  const auto found = [&](MaybeText date, const char* from) {
    if (out.published || !date) return;
    out.published = std::move(date);
    out.published_from = from;
  };
  MaybeText in_url = date_in_url(meta.canonical());
  keep_first(in_url, date_in_url(address));
  MaybeText stamp = published_in_metadata(meta, data, refused);
  keep_first(stamp, elements.published);
  if (stamp && in_url && is_local_day_of(*in_url, *stamp)) found(in_url, "url");
  found(std::move(stamp), "metadata");
  found(std::move(in_url), "url");
  found(elements.time, "metadata");
  found(first_date(list_of(data.published), refused), "metadata");
  found(date_of_classes(page), "text");
  found(date_near_headline(page), "text");
  if (!out.published && !refused.empty()) checked_date(refused, "bad_published", notes);

  out.updated = first_date(list_of(data.modified), ignored);
  keep_first(out.updated,
             first_date(meta.all({"article:modified_time", "og:updated_time", "datemodified", "article:modified",
                                  "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "revised"}),
                        ignored));
  keep_first(out.updated, elements.updated);
  return out;
}

}  // namespace onrecord

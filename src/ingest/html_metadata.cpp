// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_metadata.h"

#include <algorithm>

#include "ingest/checks.h"
#include "ingest/html_dates.h"
#include "ingest/html_meta_tags.h"
#include "ingest/html_words.h"
#include "ingest/json_ld.h"

namespace onrecord {
namespace {

constexpr std::size_t kLongestTitle = 500;  // bytes
constexpr std::size_t kLongestName = 80;

MaybeText maybe(std::string text) { return text.empty() ? MaybeText{} : MaybeText(std::move(text)); }

std::size_t count_words(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// ---- title ---------------------------------------------------------------------------------------------------

// "Harvest fails in the south | The Example Post": cuts the outlet where the last part is its name.
std::string without_outlet(const std::string& title, const std::string& outlet) {
  if (outlet.empty()) return title;
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", ": "}) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string::npos || at == 0) continue;
    const std::string last = lower_ascii(std::string_view(title).substr(at + separator.size()));
    const std::string name = lower_ascii(outlet);
    if (last == name || name.find(last) != std::string::npos || last.find(name) != std::string::npos) {
      return title.substr(0, at);
    }
  }
  return title;
}

// Whether `title` is `heading` with something before or behind it, set off by a separator.
bool is_part(const std::string& title, const std::string& heading) {
  const std::size_t at = title.find(heading);
  if (at == std::string::npos || heading.size() < 10) return false;
  const bool begins = at == 0 || title.compare(at - 1, 1, " ") == 0;
  const std::size_t end = at + heading.size();
  const bool ends = end == title.size() || std::string_view(" :").find(title[end]) != std::string_view::npos;
  return begins && ends && (at == 0 || end == title.size());
}

// The texts of all h1 elements.
std::vector<std::string> h1_texts(const Page& page) {
  std::vector<std::string> out;
  for (NodeIndex at = 0; at < page.size(); ++at) {
    if (page[at].tag() != GUMBO_TAG_H1) continue;
    std::string text = page.text_below(at, kLongestTitle);
    if (!text.empty() && std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
  }
  return out;
}

MaybeText title_of(const Page& page, const MetaTags& meta, const LinkedData& data, const MaybeText& publisher) {
  const std::string outlet = publisher.value_or("");
  if (data.headline) return without_outlet(*data.headline, outlet);
  const std::vector<std::string> headings = h1_texts(page);
  std::string title = meta.first({"og:title", "twitter:title", "dc.title", "headline"});
  if (title.empty()) title = headings.size() == 1 ? headings[0] : meta.title();
  // A heading that is a part of the title is the title; the rest names the outlet or the section.
  for (const std::string& heading : headings) {
    if (is_part(title, heading)) return heading;
  }
  title = without_outlet(title, outlet);
  if (title.size() > kLongestTitle) title.clear();
  return maybe(std::move(title));
}

// ---- authors -------------------------------------------------------------------------------------------------

// A name that may be a person's: no address, no user name, not the outlet.
bool is_author_name(const std::string& name, const MaybeText& publisher) {
  static constexpr std::string_view kNobody[] = {
      "admin",   "administrator", "editor",    "editors",   "staff",     "author",
      "unknown", "guest",         "webmaster", "root",      "user",      "newsroom",
      "default", "site admin",    "web desk",  "no author", "anonymous", "published by"};
  if (name.size() < 3 || name.size() > kLongestName || count_words(name) > 6) return false;
  if (name.find_first_of("@/<>{}[]|") != std::string::npos) return false;
  if (std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  const std::string small = lower_ascii(name);
  if (publisher && small == lower_ascii(*publisher)) return false;
  return std::find(std::begin(kNobody), std::end(kNobody), small) == std::end(kNobody);
}

std::string without_by(std::string text) {
  for (const std::string_view before : {"written by ", "posted by ", "published by ", "by: ", "by "}) {
    if (lower_ascii(text.substr(0, before.size())) == before) return text.substr(before.size());
  }
  return text;
}

// "By Ann Lee, Bob Ray and Cy Poe" -> the three; commas part names only between names of two words.
std::vector<std::string> split_names(const std::string& text) {
  std::string list = without_by(text);
  for (const std::string_view separator : {" and ", " & ", ";", " und ", " et "}) {
    for (std::size_t at; (at = list.find(separator)) != std::string::npos;)
      list.replace(at, separator.size(), 1, ',');
  }
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    std::string name = folded(list.substr(at, end - at));
    if (!name.empty()) out.push_back(std::move(name));
    at = end + 1;
  }
  return out;
}

// The first element that is marked as the author's name, and is short enough to be one.
std::string marked_author(const Page& page) {
  for (NodeIndex at = 0; at < page.size(); ++at) {
    const PageNode& node = page[at];
    if (begins_foreign_part(page, at)) {
      at = node.end - 1;
      continue;
    }
    if (!node.is_element() || node.tag() == GUMBO_TAG_META || node.tag() == GUMBO_TAG_LINK) continue;
    const bool marked = node.attribute("rel") == "author" || node.attribute("itemprop") == "author" ||
                        byline_words().has_any(class_words(node));
    if (!marked) continue;
    std::string text = page.text_below(at, kLongestName * 2);
    if (text.size() >= 3 && text.size() <= kLongestName) return text;
  }
  return {};
}

std::vector<std::string> authors_of(const Page& page, const MetaTags& meta, const LinkedData& data,
                                    const MaybeText& publisher) {
  std::vector<std::string> raw = data.authors;
  if (raw.empty()) raw = meta.all({"author", "article:author", "parsely-author", "dc.creator", "sailthru.author"});
  std::vector<std::string> out;
  const auto keep = [&](const std::string& text) {
    for (std::string& name : split_names(text)) {
      if (is_author_name(name, publisher) && std::find(out.begin(), out.end(), name) == out.end()) {
        out.push_back(std::move(name));
      }
    }
  };
  for (const std::string& text : raw) keep(text);
  if (out.empty()) keep(marked_author(page));
  return out;
}

// ---- the rest ------------------------------------------------------------------------------------------------

// "en", "en-GB"; empty where the value is no language tag.
std::string language_tag(std::string tag) {
  std::replace(tag.begin(), tag.end(), '_', '-');
  const std::size_t first = std::min(tag.find('-'), tag.size());
  if (first < 2 || first > 3 || tag.size() > 20) return {};
  const bool plain = std::all_of(tag.begin(), tag.end(), [](char c) {
    return c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
  return plain ? tag : std::string{};
}

}  // namespace

void read_metadata(const Page& page, std::string_view address, ArticleRow& about, std::vector<Note>& notes) {
  const MetaTags meta(page);
  const LinkedData data = read_json_ld(meta.json_ld());
  if (!about.publisher) about.publisher = maybe(meta.first({"og:site_name"}));
  if (!about.publisher) about.publisher = data.publisher;
  if (!about.publisher) about.publisher = maybe(meta.first({"dc.publisher", "application-name"}));
  if (!about.title) about.title = title_of(page, meta, data, about.publisher);
  if (about.authors.empty()) about.authors = authors_of(page, meta, data, about.publisher);
  if (!about.language) about.language = maybe(language_tag(meta.language()));
  if (!about.language && data.language) about.language = maybe(language_tag(*data.language));
  if (!about.language) about.language = maybe(language_tag(meta.first({"og:locale", "content-language"})));

  const PageDates dates = find_page_dates(page, meta, data, address, notes);
  if (!about.updated) about.updated = dates.updated;
  if (!about.published && dates.published) {
    about.published = dates.published;
    about.published_from = dates.published_from;
  }
}

}  // namespace onrecord

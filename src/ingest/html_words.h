// SPDX-License-Identifier: Apache-2.0
// The words that pages use in class and id, and what they tell of an element.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_page.h"

namespace onrecord {

// The words of an element's class and id, small letters: "entry-meta postDate" -> entry meta post date.
using ClassWords = std::vector<std::string>;
ClassWords class_words(const PageNode& node);

template <std::size_t N>
bool has_word(const ClassWords& words, const std::string_view (&list)[N]) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
  });
}

inline constexpr std::string_view kBylineWords[] = {"byline", "author", "authors", "writer", "reporter"};
inline constexpr std::string_view kPublishedWords[] = {"published", "publish", "pubdate", "entry", "post", "posted"};
inline constexpr std::string_view kUpdatedWords[] = {"updated", "modified", "update"};
inline constexpr std::string_view kDateWords[] = {"date",     "pubdate",  "published", "publish", "timestamp",
                                                  "datetime", "dateline", "posted",    "byline",  "meta",
                                                  "postmeta", "time",     "submitted", "info",    "publication"};

// Parts that are not the article: other articles, remarks of readers.
inline constexpr std::string_view kForeignWords[] = {
    "comment", "comments", "disqus",  "respond",  "related",  "recommended", "recommendations",
    "sidebar", "footer",   "teaser",  "teasers",  "promo",    "trending",    "popular",
    "latest",  "recent",   "archive", "archives", "outbrain", "taboola",     "recirc"};

// The same, and furniture: an element with one of these is dropped unless most of the text is in it.
inline constexpr std::string_view kFurnitureWords[] = {"share",
                                                       "sharing",
                                                       "sharedaddy",
                                                       "social",
                                                       "addthis",
                                                       "addtoany",
                                                       "newsletter",
                                                       "subscribe",
                                                       "subscription",
                                                       "signup",
                                                       "promo",
                                                       "promotion",
                                                       "advert",
                                                       "advertisement",
                                                       "ad",
                                                       "ads",
                                                       "adslot",
                                                       "sponsor",
                                                       "sponsored",
                                                       "cookie",
                                                       "cookies",
                                                       "consent",
                                                       "gdpr",
                                                       "breadcrumb",
                                                       "breadcrumbs",
                                                       "nav",
                                                       "navbar",
                                                       "navigation",
                                                       "menu",
                                                       "footer",
                                                       "pagination",
                                                       "pager",
                                                       "tags",
                                                       "taglist",
                                                       "byline",
                                                       "caption",
                                                       "popup",
                                                       "modal",
                                                       "overlay",
                                                       "tooltip",
                                                       "toolbar",
                                                       "tools",
                                                       "skip",
                                                       "hidden",
                                                       "offscreen",
                                                       "sidebar",
                                                       "widget",
                                                       "widgets",
                                                       "related",
                                                       "recommended",
                                                       "recommendations",
                                                       "outbrain",
                                                       "taboola",
                                                       "trending",
                                                       "popular",
                                                       "recirc",
                                                       "teaser",
                                                       "teasers",
                                                       "jp",
                                                       "relatedposts",
                                                       "login",
                                                       "register",
                                                       "search",
                                                       "masthead",
                                                       "credit",
                                                       "credits",
                                                       "copyright",
                                                       "disclaimer",
                                                       "postmeta",
                                                       "timestamp",
                                                       "print",
                                                       "noprint",
                                                       "banner",
                                                       "toc",
                                                       "rating",
                                                       "ratings",
                                                       "donate",
                                                       "paywall",
                                                       "dialog",
                                                       "sr",
                                                       "prevnext",
                                                       "metadata",
                                                       "readmore",
                                                       "listen",
                                                       "player",
                                                       "carousel",
                                                       "slider",
                                                       "slideshow",
                                                       "gallery",
                                                       "thumbnail",
                                                       "bookmark",
                                                       "feedback",
                                                       "flag",
                                                       "reply",
                                                       "vote",
                                                       "votes",
                                                       "permalink",
                                                       "editsection",
                                                       "navbox",
                                                       "catlinks",
                                                       "dropdown",
                                                       "alert"};

inline constexpr std::string_view kCommentWords[] = {"comment", "comments", "commentlist", "disqus",
                                                     "respond", "livefyre", "replies"};

// Elements that hold the article, as publishers mark them.
inline constexpr std::string_view kArticleWords[] = {"article", "story", "entry", "post", "content", "body", "text"};

}  // namespace onrecord

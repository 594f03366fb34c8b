// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_lines.h"

#include <algorithm>

#include "ingest/html_meta_tags.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace onrecord {
namespace {

constexpr std::size_t kShort = 60;  // bytes; a shorter line is no running text
constexpr std::ptrdiff_t kFewLines = 8;
constexpr std::size_t kLongCall = 250;  // a longer line is no call to the reader

// How calls to the reader and labels of pictures begin, small letters.
constexpr std::string_view kCalls[] = {"advertisement",
                                       "all rights reserved",
                                       "click here to",
                                       "copyright ©",
                                       "credit:",
                                       "download our app",
                                       "follow us on",
                                       "get the latest",
                                       "image:",
                                       "image source",
                                       "join our",
                                       "keep reading",
                                       "like us on",
                                       "photo:",
                                       "photo by",
                                       "photograph by",
                                       "photograph:",
                                       "picture:",
                                       "read also",
                                       "read more",
                                       "related:",
                                       "related article",
                                       "related stories",
                                       "see also:",
                                       "share this",
                                       "share on",
                                       "sign up for",
                                       "sign up to",
                                       "story continues below",
                                       "subscribe now",
                                       "subscribe to",
                                       "support our",
                                       "this article is the copyrighted",
                                       "tweet this",
                                       "watch:",
                                       "written permission must",
                                       "you may also like",
                                       "you might also like",
                                       "© "};

// Lines that are nothing but this.
constexpr std::string_view kLabels[] = {
    "advertisement", "share",   "tweet",    "email",   "print",       "comments", "read more", "loading...",
    "loading",       "related", "facebook", "twitter", "whatsapp",    "linkedin", "reddit",    "copy link",
    "close",         "menu",    "more",     "top",     "back to top", "updated",  "published"};

bool has_words(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    if (is_letter(c.code) || is_digit(c.code)) return true;
    at += c.size;
  }
  return false;
}

bool is_call(const std::string& text) {
  if (text.size() > kLongCall) return false;
  const std::string small = lower_ascii(text);
  const auto begins = [&](std::string_view call) { return small.compare(0, call.size(), call) == 0; };
  return std::any_of(std::begin(kCalls), std::end(kCalls), begins) ||
         std::find(std::begin(kLabels), std::end(kLabels), small) != std::end(kLabels);
}

// Ends as a sentence does, maybe with a closing mark behind the stop.
bool ends_sentence(std::string_view text) {
  for (const std::string_view closing : {"\"", "'", ")", "”", "’", "»"}) {
    if (text.size() > closing.size() && text.substr(text.size() - closing.size()) == closing) {
      text.remove_suffix(closing.size());
    }
  }
  if (text.size() >= 3 && text.substr(text.size() - 3) == "…") return true;
  return !text.empty() && (text.back() == '.' || text.back() == '!' || text.back() == '?' || text.back() == ':');
}

bool is_running(const Line& line) {
  return line.kind == LineKind::Text && (line.text.size() >= kShort || ends_sentence(line.text));
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// A first letter set as a picture of its own ("T" above "urkey has …"). A, I and O are words themselves: then only
// what is no word alone ("I" above "n Kyiv") is joined.
bool is_drop_cap(const Line& cap, const Line& rest) {
  const bool capital = cap.text.size() == 1 && cap.text[0] >= 'A' && cap.text[0] <= 'Z';
  if (!capital || cap.kind != LineKind::Text || rest.text.empty() || !is_small(rest.text[0])) return false;
  const auto word = std::find_if_not(rest.text.begin(), rest.text.end(), is_small) - rest.text.begin();
  return std::string_view("AIO").find(cap.text[0]) == std::string_view::npos || word == 1;
}

void join_drop_caps(std::vector<Line>& lines) {
  for (std::size_t k = 0; k + 1 < lines.size(); ++k) {
    if (!is_drop_cap(lines[k], lines[k + 1])) continue;
    lines[k].text += lines[k + 1].text;
    lines[k].from.insert(lines[k].from.end(), lines[k + 1].from.begin(), lines[k + 1].from.end());
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(k) + 1);
  }
}

}  // namespace

void drop_furniture_lines(std::vector<Line>& lines, std::string_view title) {
  join_drop_caps(lines);
  const auto is_furniture = [&](const Line& line) {
    return !has_words(line.text) || is_call(line.text) || (line.kind == LineKind::Heading && line.text == title);
  };
  lines.erase(std::remove_if(lines.begin(), lines.end(), is_furniture), lines.end());

  // Many short lines are a list, a few are bylines, dates and tags.
  const auto last = std::find_if(lines.rbegin(), lines.rend(), is_running).base();
  if (last != lines.begin() && lines.end() - last <= kFewLines) lines.erase(last, lines.end());
  const auto first = std::find_if(lines.begin(), lines.end(), is_running);
  if (first == lines.end() || first - lines.begin() > kFewLines) return;
  // A heading right before the first sentence heads it; what stands above belongs to the page.
  auto begin = first;
  while (begin != lines.begin() && std::prev(begin)->kind == LineKind::Heading) --begin;
  lines.erase(lines.begin(), begin);
}

}  // namespace onrecord

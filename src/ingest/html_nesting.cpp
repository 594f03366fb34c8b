// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <unordered_map>

#include "ingest/html_page.h"

namespace onrecord {
namespace {

constexpr std::uint64_t kMaxDepth = 5'000;
constexpr std::uint64_t kMaxWork = 1'000'000'000;  // start tags times the depth they stand at

// Elements that have no end tag, or whose end the next one implies: they never pile up.
bool closes_itself(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_OPTGROUP:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_COLGROUP:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_A:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_BODY: return true;
    default: return false;
  }
}

// Elements whose inside is characters, not tags.
const char* raw_end_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT: return "</script";
    case GUMBO_TAG_STYLE: return "</style";
    case GUMBO_TAG_TEXTAREA: return "</textarea";
    case GUMBO_TAG_TITLE: return "</title";
    default: return nullptr;
  }
}

bool is_letter_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::size_t find_ignoring_case(std::string_view html, std::string_view lower_word, std::size_t from) {
  for (std::size_t at = html.find('<', from); at != std::string_view::npos; at = html.find('<', at + 1)) {
    std::size_t same = 0;
    while (same < lower_word.size() && at + same < html.size() && lower(html[at + same]) == lower_word[same]) ++same;
    if (same == lower_word.size()) return at;
  }
  return html.size();
}

// Open elements counted by name; an end tag takes back one of its own name only.
class OpenElements {
 public:
  void open(GumboTag tag, std::string_view name) {
    ++count_of(tag, name);
    ++depth_;
  }
  void close(GumboTag tag, std::string_view name) {
    std::uint32_t& count = count_of(tag, name);
    if (count == 0) return;
    --count;
    --depth_;
  }
  std::uint64_t depth() const { return depth_; }

 private:
  std::uint32_t& count_of(GumboTag tag, std::string_view name) {
    return tag == GUMBO_TAG_UNKNOWN ? unknown_[name] : known_[static_cast<std::size_t>(tag)];
  }

  std::array<std::uint32_t, GUMBO_TAG_LAST + 1> known_{};
  std::unordered_map<std::string_view, std::uint32_t> unknown_;
  std::uint64_t depth_ = 0;
};

struct Tag {
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  std::string_view name;
  bool is_end = false;
  bool is_empty = false;  // <x/>
  std::size_t after = 0;  // behind its '>'
};

// The tag that begins with the '<' at `at`. REQUIRES: a letter follows, maybe behind a '/'.
Tag read_tag(std::string_view html, std::size_t at) {
  Tag out;
  out.is_end = html[at + 1] == '/';
  const std::size_t begin = at + (out.is_end ? 2 : 1);
  std::size_t end = begin;
  while (end < html.size() && html[end] != '>' && html[end] != '/' && static_cast<unsigned char>(html[end]) > ' ')
    ++end;
  out.name = html.substr(begin, end - begin);
  out.tag = gumbo_tagn_enum(out.name.data(), static_cast<unsigned>(out.name.size()));
  char quote = '\0';
  for (; end < html.size() && (quote != '\0' || html[end] != '>'); ++end) {
    if (quote != '\0') quote = html[end] == quote ? '\0' : quote;
    else if ((html[end] == '"' || html[end] == '\'') && html[end - 1] == '=') quote = html[end];
  }
  out.is_empty = end < html.size() && html[end - 1] == '/';
  out.after = end < html.size() ? end + 1 : html.size();
  return out;
}

}  // namespace

Status check_nesting(std::string_view html) {
  OpenElements open;
  std::uint64_t work = 0;
  std::size_t at = 0;
  while ((at = html.find('<', at)) != std::string_view::npos) {
    if (html.substr(at, 4) == "<!--") {
      at = html.find("-->", at + 4);
      if (at == std::string_view::npos) break;
      continue;
    }
    const std::size_t letter = at + 1 < html.size() && html[at + 1] == '/' ? at + 2 : at + 1;
    if (letter >= html.size() || !is_letter_byte(html[letter])) {
      ++at;
      continue;
    }
    const Tag tag = read_tag(html, at);
    at = tag.after;
    if (tag.is_end) {
      open.close(tag.tag, tag.name);
      continue;
    }
    work += open.depth();
    if (const char* raw_end = raw_end_of(tag.tag)) at = find_ignoring_case(html, raw_end, at);
    const bool foreign = tag.tag == GUMBO_TAG_UNKNOWN || tag.tag == GUMBO_TAG_SVG;
    if (!closes_itself(tag.tag) && !(tag.is_empty && foreign)) open.open(tag.tag, tag.name);
    if (open.depth() > kMaxDepth || work > kMaxWork) {
      return Error{ErrorCode::BadInput,
                   "the page nests its elements more than " + std::to_string(kMaxDepth) + " levels deep",
                   {}};
    }
  }
  return Ok{};
}

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/reader.h"

namespace onrecord::figures {
namespace {

constexpr std::string_view kWideBlanks[] = {"\u00A0", "\u2009", "\u202F"};
constexpr std::string_view kHyphens[] = {"-", "\u2010", "\u2011"};
constexpr std::string_view kDashes[] = {"\u2012", "\u2013", "\u2014", "\u2212"};

bool ascii_letter(char c) { return ascii_lower(c) || ascii_upper(c); }
bool wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

bool Reader::letter_at(At i) const {
  const char c = at(i);
  if (!wide(c)) return ascii_letter(c);
  return is_utf8_boundary(all_, i) && is_letter(decode_utf8(all_, i).code);
}

bool Reader::letter_before(At i) const {
  const char c = before(i);
  if (!wide(c)) return ascii_letter(c);
  return is_letter(decode_utf8_before(all_, i).code);
}

At Reader::skip_blanks(At i) const {
  for (;;) {
    if (at(i) == ' ' || at(i) == '\t') {
      ++i;
      continue;
    }
    if (at(i) == '\n') {
      At next = i + 1;
      while (at(next) == ' ') ++next;
      return ascii_lower(at(next)) ? next : i;
    }
    if (!wide(at(i))) return i;
    At next = i;
    for (const std::string_view blank : kWideBlanks) {
      if (has(i, blank)) next = i + static_cast<At>(blank.size());
    }
    if (next == i) return i;
    i = next;
  }
}

At Reader::skip_blanks_back(At i, bool wrapped) const {
  for (;;) {
    if (before(i) == ' ' || before(i) == '\t') {
      --i;
      continue;
    }
    if (wrapped && before(i) == '\n' && i > 1 && (ascii_lower(at(i - 2)) || at(i - 2) == ',')) return i - 1;
    if (!wide(before(i))) return i;
    At next = i;
    for (const std::string_view blank : kWideBlanks) {
      if (i >= blank.size() && has(i - static_cast<At>(blank.size()), blank))
        next = i - static_cast<At>(blank.size());
    }
    if (next == i) return i;
    i = next;
  }
}

At Reader::skip_hyphen(At i) const {
  if (at(i) == '-') return i + 1;
  if (!wide(at(i))) return i;
  for (const std::string_view hyphen : kHyphens) {
    if (has(i, hyphen)) return i + static_cast<At>(hyphen.size());
  }
  return i;
}

At Reader::skip_dash(At i) const {
  if (const At after = skip_hyphen(i); after != i) return after;
  if (!wide(at(i))) return i;
  for (const std::string_view dash : kDashes) {
    if (has(i, dash)) return i + static_cast<At>(dash.size());
  }
  return i;
}

At Reader::skip_joint(At i) const {
  const At after = skip_blanks(i);
  return after != i ? after : skip_hyphen(i);
}

std::string_view Reader::word(At i) const {
  At end = i;
  while (end < all_.size()) {
    if (!wide(all_[end])) {
      if (!ascii_letter(all_[end])) break;
      ++end;
      continue;
    }
    const Decoded c = decode_utf8(all_, end);
    if (!is_letter(c.code)) break;
    end += c.size;
  }
  return low_.substr(std::min<std::size_t>(i, low_.size()), end - i);
}

std::string_view Reader::word_before(At i) const {
  At begin = i;
  while (begin > 0) {
    if (!wide(all_[begin - 1])) {
      if (!ascii_letter(all_[begin - 1])) break;
      --begin;
      continue;
    }
    const Decoded c = decode_utf8_before(all_, begin);
    if (!is_letter(c.code)) break;
    begin -= c.size;
  }
  return low_.substr(begin, i - begin);
}

}  // namespace onrecord::figures

// SPDX-License-Identifier: Apache-2.0
#include "annotate/finders.h"
#include "text/char_class.h"

namespace onrecord {
namespace {

std::uint16_t shape_of(std::string_view form, bool space_before) {
  std::uint16_t shape = space_before ? kSpaceBefore : 0;
  std::uint32_t letters = 0, capitals = 0;
  for (std::size_t at = 0; at < form.size();) {
    const Decoded c = decode_utf8(form, at);
    if (is_letter(c.code)) {
      if (letters == 0 && is_upper(c.code)) shape |= kCapitalised;
      ++letters;
      capitals += is_upper(c.code) ? 1 : 0;
    } else if (is_digit(c.code)) {
      shape |= kHasDigit;
    }
    at += c.size;
  }
  if (letters > 0) shape |= kHasLetter;
  if (letters > 1 && capitals == letters) shape |= kAllCaps;
  if (letters == 0 && (shape & kHasDigit) == 0) shape |= kPunctuation;
  return shape;
}

}  // namespace

Tokens find_tokens(const Text& text, const Paragraphs& paragraphs) {
  Tokens out;
  const std::string_view all = text.all();
  for (const ByteSpan paragraph : paragraphs.spans) {
    std::uint32_t at = paragraph.begin;
    bool space_before = true;
    while (at < paragraph.end) {
      const Decoded first = decode_utf8(all, at);
      if (is_space(first.code)) {
        space_before = true;
        at += first.size;
        continue;
      }
      std::uint32_t end = at + first.size;
      const bool word = is_letter(first.code) || is_digit(first.code);
      while (word && end < paragraph.end) {
        const Decoded c = decode_utf8(all, end);
        if (!is_letter(c.code) && !is_digit(c.code)) break;
        end += c.size;
      }
      out.rows.push_back({{at, end}, shape_of(all.substr(at, end - at), space_before)});
      space_before = false;
      at = end;
    }
  }
  return out;
}

}  // namespace onrecord

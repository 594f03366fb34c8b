// SPDX-License-Identifier: Apache-2.0
#include "annotate/finders.h"
#include "annotate/tokens/quote_marks.h"
#include "annotate/tokens/scanners.h"
#include "annotate/tokens/shapes.h"

namespace onrecord {
namespace {

using tokens::Passage;

std::uint32_t token_end(const Passage& passage, std::uint32_t begin) {
  const unsigned char c = passage.byte(begin);
  if (tokens::is_ascii_letter(c)) return tokens::word_end(passage, begin);
  if (tokens::is_ascii_digit(c)) return tokens::number_end(passage, begin);
  if (c >= 0x80 && passage.high_letter(begin) != 0) return tokens::word_end(passage, begin);
  return tokens::mark_end(passage, begin);
}

void add_tokens(const Passage& passage, std::vector<Token>& rows) {
  std::uint32_t at = passage.begin;
  std::uint16_t before = kSpaceBefore;
  while (at < passage.end) {
    if (const std::uint32_t blank = passage.space(at)) {
      at += blank;
      before = kSpaceBefore;
      continue;
    }
    const std::uint32_t end = std::min(token_end(passage, at), passage.end);
    ONRECORD_ASSERT(end > at);
    rows.push_back({{at, end}, static_cast<std::uint16_t>(tokens::shape_of(passage.surface(at, end)) | before)});
    before = 0;
    at = end;
  }
}

}  // namespace

Tokens find_tokens(const Text& text, const Paragraphs& paragraphs) {
  Tokens out;
  out.rows.reserve(text.size() / 5 + 8);
  for (const ByteSpan paragraph : paragraphs.spans) {
    const std::size_t first = out.rows.size();
    const Passage passage{text.all(), text.lower(), paragraph.begin, paragraph.end};
    add_tokens(passage, out.rows);
    tokens::mark_quotes(passage, out.rows, first);
  }
  return out;
}

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
#include "record/ids.h"

#include <charconv>

#include "base/hash.h"

namespace onrecord {
namespace {

void append_number(std::string& out, std::uint32_t number) {
  char digits[10];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void append_span(std::string& out, ByteSpan span) {
  out += ' ';
  append_number(out, span.begin);
  out += '-';
  append_number(out, span.end);
}

}  // namespace

Id RowIds::make(std::string_view layer, ByteSpan span) {
  content_.assign(layer);
  append_span(content_, span);
  return make_from_content();
}

Id RowIds::make(std::string_view layer, const ByteSpans& spans, std::string_view more) {
  content_.assign(layer).append(" ").append(more);
  for (const ByteSpan span : spans) append_span(content_, span);
  return make_from_content();
}

Id RowIds::make_from_content() {
  constexpr std::uint64_t kOwn = (std::uint64_t{1} << 40) - 1;  // ten digits
  const char layer = content_.front();
  const std::uint64_t article = hash64(article_);
  const std::size_t size = content_.size();
  for (std::uint32_t copy = 0;; ++copy) {
    content_.resize(size);
    if (copy > 0) append_number(content_ += '#', copy);
    content_ += article_;
    Id id = layer + hex16((article & ~kOwn) | (hash64(content_) & kOwn));
    if (given_.insert(id).second) return id;
  }
}

}  // namespace onrecord

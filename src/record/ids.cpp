// SPDX-License-Identifier: Apache-2.0
#include "record/ids.h"

#include "base/hash.h"

namespace onrecord {

Id RowIds::make(std::string_view layer, ByteSpan span) {
  return make_from(layer, std::to_string(span.begin) + '-' + std::to_string(span.end));
}

Id RowIds::make(std::string_view layer, const ByteSpans& spans, std::string_view more) {
  std::string key(more);
  for (const ByteSpan span : spans) key += ' ' + std::to_string(span.begin) + '-' + std::to_string(span.end);
  return make_from(layer, key);
}

Id RowIds::make_from(std::string_view layer, const std::string& key) {
  std::string content = article_ + ' ' + std::string(layer) + ' ' + key;
  const int count = seen_[content]++;
  if (count > 0) content += '#' + std::to_string(count);
  return std::string(layer.substr(0, 1)) + hex16(hash64(content));
}

}  // namespace onrecord

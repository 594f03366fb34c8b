// SPDX-License-Identifier: Apache-2.0
#include "annotate/finders.h"

namespace onrecord {

Paragraphs find_paragraphs(const Text& text) {
  Paragraphs out;
  const std::string_view all = text.all();
  std::size_t at = 0;
  while (at < all.size()) {
    std::size_t end = std::min(all.find('\n', at), all.size());
    const std::size_t next = end + 1;
    while (at < end && (all[at] == ' ' || all[at] == '\t')) ++at;
    while (end > at && (all[end - 1] == ' ' || all[end - 1] == '\t')) --end;
    if (end > at) out.spans.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = next;
  }
  return out;
}

}  // namespace onrecord

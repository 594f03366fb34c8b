// SPDX-License-Identifier: Apache-2.0
#include "annotate/finders.h"

namespace onrecord {

Sentences find_sentences(const Text& text, const Paragraphs& paragraphs, const Tokens& tokens) {
  Sentences out;
  for (Index p = 0; p < paragraphs.spans.size(); ++p) {
    const Range range = tokens.covering(paragraphs.spans[p]);
    Index begin = range.begin;
    for (Index t = range.begin; t < range.end; ++t) {
      const std::string_view form = text.bytes(tokens[t].span);
      const bool stop = form == "." || form == "!" || form == "?";
      if (!stop && t + 1 < range.end) continue;
      out.rows.push_back({hull(tokens[begin].span, tokens[t].span), {begin, t + 1}, p});
      begin = t + 1;
    }
  }
  return out;
}

}  // namespace onrecord

// SPDX-License-Identifier: Apache-2.0
// Ids of rows: a letter for the layer, six digits made from the article's id, ten from the layer and the row's spans,
// so that the same text gives the same ids in any run. The rows of an article are neighbours in every table that is
// sorted by id: a database that outgrows the memory touches a page an article, not a page a row. Rows of equal spans
// are told apart by their order; no two rows of an article share an id.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "onrecord/records.h"

namespace onrecord {

class RowIds {
 public:
  explicit RowIds(const Id& article) : article_(article) {}

  Id make(std::string_view layer, ByteSpan span);
  Id make(std::string_view layer, const ByteSpans& spans, std::string_view more = {});

 private:
  Id make_from_content();

  Id article_;
  std::string content_;  // what the id under way is made from; kept for its memory
  std::unordered_set<std::string> given_;
};

}  // namespace onrecord

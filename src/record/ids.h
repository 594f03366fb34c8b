// SPDX-License-Identifier: Apache-2.0
// Ids of rows: a letter for the layer and a hash of the article's id, the layer and the row's spans, so that the
// same text gives the same ids in any run. Rows of equal spans get a running suffix in row order.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "onrecord/records.h"

namespace onrecord {

class RowIds {
 public:
  explicit RowIds(const Id& article) : article_(article) {}

  Id make(std::string_view layer, ByteSpan span);
  Id make(std::string_view layer, const ByteSpans& spans, std::string_view more = {});

 private:
  Id make_from(std::string_view layer, const std::string& key);

  Id article_;
  std::unordered_map<std::string, int> seen_;
};

}  // namespace onrecord

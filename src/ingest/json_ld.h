// SPDX-License-Identifier: Apache-2.0
// JSON-LD: what a page says of its article in <script type="application/ld+json"> (schema.org).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/records.h"

namespace onrecord {

// Values as they stand, entities of HTML decoded; dates not yet checked.
struct LinkedData {
  bool is_article = false;  // the object is an article, not only a page
  MaybeText headline, published, modified, publisher, language;
  std::vector<std::string> authors;
};

// The object of an article in the scripts' contents, filled up from objects that describe the page.
LinkedData read_json_ld(const std::vector<std::string_view>& scripts);

}  // namespace onrecord

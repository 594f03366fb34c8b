// SPDX-License-Identifier: Apache-2.0
// A small article with rows of every layer, made by hand: formats are tested on it, whatever the finders find.
#pragma once

#include <string_view>

#include "onrecord/records.h"

namespace onrecord::testing {

// The span of the `nth` (0 = first) occurrence of `words` in `text`. REQUIRES: there is one.
ByteSpan span_of(std::string_view text, std::string_view words, int nth = 0);

Record sample_record();

}  // namespace onrecord::testing

// SPDX-License-Identifier: Apache-2.0
// Which tokens open and close quotations: curly marks by their form, straight ones by what stands around them.
#pragma once

#include <vector>

#include "annotate/tokens/passage.h"
#include "doc/layers.h"

namespace onrecord::tokens {

// Sets kOpensQuote and kClosesQuote in rows[first..], the tokens of one paragraph.
void mark_quotes(const Passage& passage, std::vector<Token>& rows, std::size_t first);

}  // namespace onrecord::tokens

// SPDX-License-Identifier: Apache-2.0
// Breaks between sentences that no stop marks: lines drawn with marks, time stamps of messages, addresses of pages,
// dates and figures that head a text.
#pragma once

#include "doc/layers.h"
#include "text/text.h"

namespace onrecord::tokens {

// Whether a sentence that starts at `first` ends after the token `at`. REQUIRES: at + 1 < end, the paragraph's end.
bool breaks_unmarked(const Text& text, const Tokens& tokens, Index first, Index at, Index end);

// The same for a dateline: "KYIV, March 3 (Agency) - ". REQUIRES: as above, and a paragraph that starts at `first`.
bool breaks_after_dateline(const Text& text, const Tokens& tokens, Index first, Index at, Index end);

}  // namespace onrecord::tokens

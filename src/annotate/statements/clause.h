// SPDX-License-Identifier: Apache-2.0
// Clauses: where a sentence's own words begin, and how far what is said reaches.
#pragma once

#include "annotate/statements/reading.h"

namespace onrecord::statements {

enum class Extent { Clause, That, Noun };

// One past the last token of a content that begins at `begin`, within the sentence's body; past it where a
// quotation that is begun goes on.
Index content_end(const Reading& reading, Index begin, Range body, Extent extent, bool cut_at_comma);

// Where a sentence's own words begin, after a dateline ("REYLE, Norland — ").
Index clause_begin(const Reading& reading, Range body);

// The first phrase of a sentence: who "and added", ", saying" refers to. Empty if it is not plain.
Range first_phrase(const Reading& reading, Range body);

}  // namespace onrecord::statements

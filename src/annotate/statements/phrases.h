// SPDX-License-Identifier: Apache-2.0
// Noun phrases as sources and hearers, and how far a content reaches. No tree is known here: phrases end at
// words that cannot be inside them (auxiliaries, conjunctions, pronouns) and at punctuation.
#pragma once

#include "annotate/statements/reading.h"

namespace onrecord::statements {

// The phrase that ends just before `end` ("the president of the council, Ana Pohl,| said"); not before `floor`.
// Empty when what stands there is no noun phrase.
Range phrase_before(const Reading& reading, Index end, Index floor);

// The phrase that begins at `begin` ("said| Ana Pohl, the mayor of Reyle"); at most to `limit`.
Range phrase_after(const Reading& reading, Index begin, Index limit);

// The hearer after "told" or "urged": one phrase with what belongs to it.
Range hearer_after(const Reading& reading, Index begin, Index limit);

// Whether a finite verb, as far as words tell, stands in [begin, end).
bool has_verb(const Reading& reading, Index begin, Index end);

enum class Extent { Clause, That, Noun };

// One past the last token of a content that begins at `begin`, within the sentence's body.
Index content_end(const Reading& reading, Index begin, Range body, Extent extent, bool cut_at_comma);

// Where a sentence's own words begin, after a dateline ("REYLE, Norland — ").
Index clause_begin(const Reading& reading, Range body);

// The first phrase of a sentence: who "and added", ", saying" refers to. Empty if it is not plain.
Range first_phrase(const Reading& reading, Range body);

}  // namespace onrecord::statements
